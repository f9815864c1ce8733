"""A library as a Markdown document to read: sections, topics, each fact with quote and place."""

import re
from collections.abc import Iterator
from urllib.parse import quote

from wp.cite.reference import imprint
from wp.library import Library
from wp.model import Base, Fact, Section
from wp.pattern import pattern

# What Markdown could take for markup, wherever it stands in a line,
_MARKS = pattern(r"[\\`*_{}\[\]<>|~&#]")
# and at the start of one: a list, a heading, a rule.
_LINE_START = pattern(r"^(\d{1,9})([.)])|^([-+=])")


def export_markdown(library: Library) -> str:
    """Return a library as one Markdown document (CommonMark)."""
    return "\n\n".join(block for base in library.bases for block in _base(library, base)) + "\n"


def _base(library: Library, base: Base) -> Iterator[str]:
    document = base.document
    if not base.sections:
        return
    yield f"# {escape(document.title)}"
    if told := [escape(line) for line in (imprint(document), document.edition) if line]:
        yield "  \n".join(told)
    if document.rights:
        yield escape(document.rights)
    for section in base.sections:
        yield f"## {_heading(section)}"
        if section.url:
            note = "" if section.url_confirmed else " (address inferred, not confirmed)"
            yield f"<{_address(section.url)}>{note}"
        for topic in section.topics:
            yield f"### {escape(topic.title)}"
            for fact in topic.facts:
                yield _fact(library, section, fact)


def _heading(section: Section) -> str:
    return escape(
        section.title if section.id in section.title else f"{section.id}. {section.title}"
    )


def _fact(library: Library, section: Section, fact: Fact) -> str:
    place = f"Section {section.id}, paragraph {fact.paragraph} · `{library.qualify(fact)}`"
    ours = [f"*Our summary: {escape(fact.summary)}*"] if fact.summary else []
    return "\n\n  ".join([f"- > {escape(fact.quote)}", *ours, place])


def escape(text: str) -> str:
    """Return text on one line so that Markdown prints it as it is."""
    line = _MARKS.sub(r"\\\g<0>", " ".join(text.split()))
    return _LINE_START.sub(r"\1\\\2\3", line)


def _address(url: str) -> str:
    """Write an address so that nothing in it ends the angle brackets around it."""
    return re.sub(r"[<>\s]", lambda one: quote(one.group()), url)
