"""A library as one HTML page that needs nothing beside it: no server, no network, no other file."""

from datetime import date
from html import escape
from pathlib import Path
from string import Template

from wp.cite.markup import plain_text
from wp.cite.quotation import quotation
from wp.cite.reference import imprint, marked_reference, place
from wp.cite.source import source_of
from wp.export.frame import page, read
from wp.export.page.text import Numbered, contents, numbered, place_id, short_place, text_of
from wp.figures.select import figures_of
from wp.library import Library
from wp.model import Period


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
    return page(
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
