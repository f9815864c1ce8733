"""The places where a text has some words: as a table for people, as records for programs."""

from collections.abc import Collection, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from wp.extent import not_held, searched
from wp.fragment import text_directive
from wp.library import Library
from wp.safe import printable
from wp.search.occurrences import Occurrence
from wp.show import terminal
from wp.show.fact_table import place_name
from wp.show.ruled import RuledRow, RuledRows

if TYPE_CHECKING:
    from wp.show.record_types import PlaceRecord


def tally(library: Library, found: Sequence[Occurrence], chosen: Collection[str] = ()) -> str:
    """Return how often the words stand and in what was looked, and what the base does not hold."""
    parts = [f"{len(found)} in {searched(library.bases, chosen)}", not_held(library.bases)]
    return "; ".join(part for part in parts if part)


def occurrences_view(
    library: Library, found: Sequence[Occurrence], chosen: Collection[str] = ()
) -> RenderableType:
    """Draw every place with its sentence, the words marked, below how many there are."""
    head = RuledRow((Text("Place"),), (Text("What the document says there"),))
    rows = [_row(library, list(same)) for _, same in groupby(found, key=_sentence)]
    told = Text(tally(library, found, chosen), style=terminal.HINT)
    return Group(told, RuledRows(head, rows))


def _sentence(one: Occurrence) -> tuple[str, str, bool, tuple[int, int]]:
    return one.document, one.section, one.paragraph > 0, one.sentence


def _row(library: Library, same: Sequence[Occurrence]) -> RuledRow:
    """Draw a sentence with all its places marked."""
    first = same[0]
    text, (start, end) = _text_of(library, first), first.sentence
    drawn = Text(printable(text[start:end]))
    for one in same:
        drawn.stylize(terminal.FIGURE, one.start - start, one.end - start)
    named = len(library.bases) > 1
    return RuledRow((Text(_place(first, named), style=terminal.PLACE),), (drawn,))


def _place(one: Occurrence, named: bool) -> str:
    place = place_name(one.section, one.paragraph) if one.paragraph else f"{one.section} heading"
    return f"{one.document}: {place}" if named else place


def occurrence_record(library: Library, one: Occurrence) -> "PlaceRecord":
    """Return a place as a record: `found` is what stands there, `text` its sentence."""
    section = library.base(one.document).section(one.section)
    text, (start, end) = _text_of(library, one), one.sentence
    page = section.url
    link = text_directive(section.text, one.start, one.end, page) if one.paragraph else ""
    return {
        "document": one.document,
        "section": one.section,
        "section_title": section.title,
        "paragraph": one.paragraph or None,
        "page": (section.page(one.start, one.end) if one.paragraph else "") or None,
        "text": " ".join(text[start:end].split()),
        "found": " ".join(text[one.start : one.end].split()),
        "url": section.url or None,
        "text_fragment_url": page + link if page and link else None,
    }


def _text_of(library: Library, one: Occurrence) -> str:
    section = library.base(one.document).section(one.section)
    return section.text if one.paragraph else section.title
