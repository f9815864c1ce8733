"""The facts of a page, numbered from 1 in the order in which a reader meets them."""

from collections.abc import Iterator
from typing import NamedTuple

from wp.library import Library
from wp.model import Base, Fact, Section


class Numbered(NamedTuple):
    """A fact with its number on the page and where it belongs."""

    number: int
    fact: Fact
    section: Section
    base: Base


def numbered(library: Library) -> list[Numbered]:
    """Return every fact in the order of the text; of two that begin together the longer first."""
    ordered = enumerate(_in_order(library), 1)
    return [Numbered(number, *placed) for number, placed in ordered]


def _in_order(library: Library) -> Iterator[tuple[Fact, Section, Base]]:
    for base in library.bases:
        for section in base.sections:
            for fact in sorted(section.facts(), key=lambda fact: (fact.start, -fact.end)):
                yield fact, section, base


def place_id(library: Library, base: Base, place: str) -> str:
    """Return the id of a section or topic on the page, with the document's where there are several.

    No fact's id begins so.
    """
    return f"at-{place}" if len(library.bases) == 1 else f"at-{base.document.id}:{place}"


def short_place(section: Section, paragraph: int) -> str:
    """Name a place in as few characters as will do: "VI ¶4"."""
    return f"{section.id} ¶{paragraph}"
