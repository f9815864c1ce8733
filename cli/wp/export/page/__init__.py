"""A library as one HTML page that needs nothing beside it: no server, no network, no other file."""

from datetime import date
from html import escape
from itertools import groupby
from pathlib import Path
from string import Template
from typing import NamedTuple

from wp.cite import imprint, marked_reference, place, source_of
from wp.cite.markup import plain_text, quotation
from wp.export import Placed, html_page, read, stretches
from wp.figures import figures_of
from wp.library import Library
from wp.model import Base, Fact, Period, Section


class Numbered(NamedTuple):
    """A fact with its number on the page and where it belongs."""

    number: int
    fact: Fact
    section: Section
    base: Base


def numbered(library: Library) -> list[Numbered]:
    """Return every fact in the order in which a reader meets it."""
    ordered = (
        (fact, section, base)
        for base in library.bases
        for section in base.sections
        for fact in section.facts_as_read()
    )
    return [Numbered(number, *placed) for number, placed in enumerate(ordered, 1)]


def place_id(library: Library, base: Base, place: str) -> str:
    """Return the id of a section or topic on the page, with the document's where there are several.

    No fact's id begins so.
    """
    return f"at-{place}" if len(library.bases) == 1 else f"at-{base.document.id}:{place}"


def short_place(section: Section, paragraph: int) -> str:
    """Name a place in as few characters as will do: "VI ¶4"."""
    return f"{section.id} ¶{paragraph}"


def text_of(library: Library) -> str:
    """Return the text of all sections, each followed by the list of its facts."""
    facts = numbered(library)
    several = len(library.bases) > 1
    parts = []
    for base in library.bases:
        if not base.sections:
            continue
        language = escape(base.document.language)
        parts.append(f'<article lang="{language}">')
        if several:
            parts.append(f"<h2>{escape(base.document.title)}</h2>")
        for section in base.sections:
            here = [one for one in facts if one.section is section]
            parts.append(_section(library, base, section, here, 3 if several else 2))
        parts.append("</article>")
    return "\n".join(parts)


def _section(
    library: Library, base: Base, section: Section, facts: list[Numbered], level: int
) -> str:
    id_ = escape(place_id(library, base, section.id))
    title = _heading_html(section.id, section.title)
    lines = [f'<section aria-labelledby="{id_}">', f'<h{level} id="{id_}">{title}</h{level}>']
    placed = [Placed(one.number, one.fact.start, one.fact.end) for one in facts]
    ids = {one.number: escape(library.qualify(one.fact)) for one in facts}
    start = 0
    for number, paragraph in enumerate(section.paragraphs, 1):
        end = start + len(paragraph)
        marked = _marked(section.text, start, end, placed, ids)
        lines.append(f'<p id="{id_}:{number}">{_link(id_, number)}{marked}</p>')
        start = end + 1
    lines.append(_facts(library, base, section, facts, level + 1))
    lines.append("</section>")
    return "\n".join(lines)


def _link(section: str, paragraph: int) -> str:
    """Return the number of a paragraph, which one cites, as a link to it; the style prints it."""
    place = f"{section}:{paragraph}"
    return (
        f'<a class="paragraph" href="#{place}" aria-label="Paragraph {paragraph}" '
        f'data-number="{paragraph}"></a>'
    )


def _heading_html(id_: str, title: str) -> str:
    """Return a section's heading as HTML: its number, where it has one, and its title."""
    if id_ == title:
        return escape(title)
    return f'<span class="number">{escape(id_)}</span> {escape(title)}'


def _marked(text: str, start: int, end: int, facts: list[Placed], ids: dict[int, str]) -> str:
    parts = []
    for stretch in stretches(start, end, facts):
        parts += [
            f'<a class="n" id="{ids[number]}" href="#{ids[number]}" aria-label="Fact {number}">'
            f"{number}</a>"
            for number in stretch.begin
        ]
        words = escape(text[stretch.start : stretch.end])
        if stretch.within:
            kind = "f f2" if len(stretch.within) > 1 else "f"
            numbers = " ".join(map(str, stretch.within))
            words = f'<span class="{kind}" data-f="{numbers}">{words}</span>'
        parts.append(words)
    return "".join(parts)


def _facts(
    library: Library, base: Base, section: Section, facts: list[Numbered], level: int
) -> str:
    """Return the list of a section's facts by topic, to be unfolded."""
    numbers = {one.fact.id: one.number for one in facts}
    lines = [
        '<details class="facts">',
        f"<summary>Our summary of the {len(facts)} facts of this section</summary>",
    ]
    for topic in section.topics:
        id_ = escape(place_id(library, base, f"{section.id}.{topic.key}"))
        lines.append(f'<h{level} id="{id_}">{escape(topic.title)}</h{level}>\n<ul>')
        lines += [
            f'<li><a href="#{escape(library.qualify(fact))}">{escape(fact.statement)}</a> '
            f'<span class="place">{numbers[fact.id]}</span></li>'
            for fact in topic.facts
        ]
        lines.append("</ul>")
    lines.append("</details>")
    return "\n".join(lines)


def contents(library: Library) -> str:
    """Return the table of contents: sections with their topics, parts without text as such."""
    lines = []
    for base in library.bases:
        if len(library.bases) > 1:
            lines.append(f'<li class="document">{escape(base.document.title)}</li>')
        for held, group in groupby(base.parts(), key=lambda part: part[2] is not None):
            if held:
                lines += [_entry(library, base, section) for _, _, section in group if section]
            else:
                lines.append(_absent([_heading_html(id_, title) for id_, title, _ in group]))
    return "\n".join(lines)


def _absent(titles: list[str]) -> str:
    """Return neighbouring parts of the document that have no text here, folded into one line."""
    parts = "part is" if len(titles) == 1 else "parts are"
    entries = "\n".join(f"<li>{title}</li>" for title in titles)
    return (
        f'<li class="absent"><details><summary>{len(titles)} {parts} not on this page</summary>\n'
        f"<ul>\n{entries}\n</ul></details></li>"
    )


def _entry(library: Library, base: Base, section: Section) -> str:
    topics = "\n".join(
        f'<li><a href="#{escape(library.qualify(min(topic.facts, key=lambda f: f.start)))}">'
        f"{escape(topic.title)}</a></li>"
        for topic in section.topics
        if topic.facts
    )
    id_ = escape(place_id(library, base, section.id))
    title = _heading_html(section.id, section.title)
    return f'<li><a href="#{id_}">{title}</a>\n<ul>\n{topics}\n</ul></li>'


def _page_data(library: Library) -> list[dict[str, object]]:
    """Return the facts in the order of their numbers on the page; empty fields are left out."""
    return [
        {name: value for name, value in _record(library, one).items() if value}
        for one in numbered(library)
    ]


def _record(library: Library, one: Numbered) -> dict[str, object]:
    fact, section = one.fact, one.section
    document = one.base.document
    topic = one.base.topic(fact.section, fact.topic)
    # The plain reference has no day of access, and a page that is read later could not know it.
    source = source_of(fact, document, section, date.min)
    cited = marked_reference(document, section, source.first, source.last)
    passage = section.text[fact.start : fact.end]
    return {
        "id": library.qualify(fact),
        "statement": fact.statement,
        "quote": fact.quote,
        "context": fact.context,
        "aliases": fact.aliases,
        "topic": topic.title,
        "topicAliases": topic.aliases,
        "section": section.title,
        "short": short_place(section, fact.paragraph),
        "place": place(section, source.first, source.last),
        "figures": [
            {"text": one.text, "value": one.value, "unit": one.unit, "measures": one.measures}
            for one in fact.figures
        ],
        "dates": [period.text for period in fact.dates],
        "link": section.link(fact) or section.url,
        "inferred": bool(section.url and not section.url_confirmed),
        "reference": plain_text(cited),
        "quotation": quotation(passage, f"({cited})", source, "plain"),
    }


_FOLDER = Path(__file__).parent
_SCRIPTS = ("search.js", "clipboard.js", "panel.js", "figures.js", "keys.js", "contents.js")


def export_page(library: Library) -> str:
    """Return a library as one HTML page: text, facts, figures, search.

    Works from a file, in print, and, the search and the filters aside, without scripts.
    """
    sections, topics, units = _filter_options(library)
    rights = dict.fromkeys(base.document.rights for base in library.bases)
    body = Template(read(_FOLDER, "template.html")).substitute(
        language=escape(library.bases[0].document.language),
        heading=escape(_heading(library)),
        masthead=_masthead(library),
        contents=contents(library),
        text=text_of(library),
        sections=sections,
        topics=topics,
        units=units,
        figures=_figure_rows(library),
        count=str(len(library.facts)),
        rights="".join(f"<p>{escape(line)}</p>\n" for line in rights if line),
    )
    return html_page(
        _heading(library),
        "wp export",
        body,
        read(_FOLDER, "page.css"),
        [read(_FOLDER, name) for name in _SCRIPTS],
        _page_data(library),
    )


def _heading(library: Library) -> str:
    if len(library.bases) == 1:
        return library.bases[0].document.title
    return f"{len(library.bases)} documents"


def _masthead(library: Library) -> str:
    """Return the lines under the heading: who published what when, and what of it is here."""
    lines = []
    for base in library.bases:
        document = base.document
        title = "" if len(library.bases) == 1 else f"<cite>{escape(document.title)}</cite>, "
        told = " · ".join(filter(None, (imprint(document), document.edition)))
        lines.append(f"{title}{escape(told)}".removesuffix(", "))
    return "\n".join(f"<p>{line}</p>" for line in lines if line)


def _figure_rows(library: Library) -> str:
    """Return a table row for each figure, in the order of the text."""
    rows = []
    for one in numbered(library):
        section = place_id(library, one.base, one.section.id)
        topic = place_id(library, one.base, f"{one.section.id}.{one.fact.topic}")
        target = escape(library.qualify(one.fact))
        place = escape(short_place(one.section, one.fact.paragraph))
        for stated in figures_of([one.fact]):
            figure = stated.figure
            period = _period_cell(stated.period, stated.from_context)
            rows.append(
                f'<tr role="row" data-section="{escape(section)}" data-topic="{escape(topic)}" '
                f'data-unit="{escape(stated.unit)}">'
                f'<th scope="row" role="rowheader">{escape(figure.text)}</th>'
                f'<td role="cell" data-label="Unit">{escape(figure.unit)}</td>'
                f'<td role="cell" data-label="Measures">{escape(figure.measures)}</td>'
                f'<td role="cell" data-label="Period">{period}</td>'
                f'<td role="cell" data-label="Place"><a href="#{target}">{place}</a></td></tr>'
            )
    return "\n".join(rows)


def _period_cell(period: Period | None, from_context: bool) -> str:
    if period is None:
        return ""
    note = ' <span class="note">(from the context)</span>' if from_context else ""
    return escape(period.text) + note


def _filter_options(library: Library) -> tuple[str, str, str]:
    """Return the options of the filters by section, by topic and by unit, for what has figures."""
    sections: dict[str, str] = {}
    topics: dict[str, dict[str, str]] = {}
    units: dict[str, str] = {}
    titles = {
        place_id(library, base, f"{topic.section}.{topic.key}"): topic.title
        for base in library.bases
        for topic in base.topics()
    }
    for one in numbered(library):
        if not one.fact.figures:
            continue
        section = place_id(library, one.base, one.section.id)
        topic = place_id(library, one.base, f"{one.section.id}.{one.fact.topic}")
        known = one.section.id == one.section.title
        sections[section] = one.section.id if known else f"{one.section.id} {one.section.title}"
        topics.setdefault(section, {})[topic] = titles[topic]
        units |= {one.unit: one.unit for one in figures_of([one.fact])}
    grouped = "\n".join(
        f'<optgroup label="{escape(sections[section])}">\n{_options(entries)}\n</optgroup>'
        for section, entries in topics.items()
    )
    ordered = dict(sorted(units.items(), key=lambda pair: pair[0].lower()))
    return _options(sections), grouped, _options(ordered)


def _options(entries: dict[str, str]) -> str:
    return "\n".join(
        f'<option value="{escape(value)}">{escape(label)}</option>'
        for value, label in entries.items()
    )
