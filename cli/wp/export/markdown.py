"""A library as a Markdown document to read: sections, topics, each fact with quote and place."""

from collections.abc import Iterator

from wp.cite import heading, imprint
from wp.cite.markup import escape, write_link
from wp.library import Library
from wp.model import Base, Fact, Section
from wp.text import squeeze


def export_markdown(library: Library) -> str:
    """Return a library as one Markdown document (CommonMark)."""
    return "\n\n".join(block for base in library.bases for block in _base(library, base)) + "\n"


def _base(library: Library, base: Base) -> Iterator[str]:
    document = base.document
    if not base.sections:
        return
    yield f"# {_text(document.title)}"
    if told := [_text(line) for line in (imprint(document), document.edition) if line]:
        yield "  \n".join(told)
    if document.rights:
        yield _text(document.rights)
    for section in base.sections:
        yield f"## {_text(heading(section))}"
        if section.url:
            note = "" if section.url_confirmed else " (address inferred, not confirmed)"
            yield write_link(section.url, section.url, "markdown") + note
        for topic in section.topics:
            yield f"### {_text(topic.title)}"
            for fact in topic.facts:
                yield _fact(library, section, fact)


def _fact(library: Library, section: Section, fact: Fact) -> str:
    place = f"Section {section.id}, paragraph {fact.paragraph} · `{library.qualify(fact)}`"
    ours = [f"*Our summary: {_text(fact.summary)}*"] if fact.summary else []
    return "\n\n  ".join([f"- > {_text(fact.quote)}", *ours, place])


def _text(text: str) -> str:
    return escape(squeeze(text), "markdown")
