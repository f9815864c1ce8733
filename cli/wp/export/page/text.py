"""The document's text as HTML, every fact numbered and marked where it stands, and the contents."""

from html import escape
from itertools import groupby
from typing import NamedTuple

from wp.export.frame import Placed, stretches
from wp.library import Library
from wp.model import Base, Fact, Section


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
