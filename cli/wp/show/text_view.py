"""The source text, paragraphs with their facts marked; the places that have some words."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from wp.cite import heading
from wp.extent import extent
from wp.library import Library
from wp.model import Fact
from wp.safe import printable
from wp.search.naming import SectionPlace
from wp.show import terminal
from wp.show.records import text_of_occurrence
from wp.show.ruled import RuledRow, RuledRows
from wp.show.terminal import document_line

if TYPE_CHECKING:
    from wp.search.passages import Occurrence


def bare_text(places: Iterable[SectionPlace]) -> RenderableType:
    """Return the paragraphs of places as they are printed, a line each, empty ones between."""
    lines = (
        printable(paragraph)
        for section, first, last in places
        for paragraph in section.paragraphs[first - 1 : last]
    )
    # In a group it keeps its own wrapping.
    return Group(Text("\n\n".join(lines), no_wrap=True, overflow="ignore"))


def text_view(library: Library, place: SectionPlace) -> RenderableType:
    """Draw a place paragraph by paragraph, each fact numbered where it begins.

    Below a paragraph stand the ids of its facts.
    """
    section = place.section
    rows = []
    facts = list(section.facts())
    offset = sum(len(paragraph) + 1 for paragraph in section.paragraphs[: place.first - 1])
    chosen = section.paragraphs[place.first - 1 : place.last]
    for number, paragraph in enumerate(chosen, place.first):
        here = sorted((f for f in facts if f.paragraph == number), key=lambda f: f.start)
        mark = Text(f"¶{number}", style=terminal.PLACE, justify="right")
        beside = (_marked(paragraph, offset, here), *_ids(library, here), Text())
        rows.append(RuledRow((mark,), beside, joined=True))
        offset += len(paragraph) + 1
    title = Text(printable(heading(section)), style=terminal.HEADING)
    return Group(title, *document_line(library, section.document), Text(), RuledRows(None, rows))


def _marked(paragraph: str, offset: int, facts: list[Fact]) -> Text:
    """Draw a paragraph with `[1]` before each fact that begins in it, figures standing out."""
    drawn = Text()
    at = 0
    for number, fact in enumerate(facts, 1):
        start = fact.start - offset
        drawn.append(printable(paragraph[at:start]))
        drawn.append(f"[{number}]", style=terminal.FACT_ID)
        at = start
    drawn.append(printable(paragraph[at:]))
    for figure in {figure.text for fact in facts for figure in fact.figures}:
        drawn.highlight_words([figure], terminal.FIGURE)
    return drawn


def _ids(library: Library, facts: list[Fact]) -> Iterator[Text]:
    for number, fact in enumerate(facts, 1):
        yield terminal.unbroken(f"[{number}] {library.qualify(fact)}", terminal.HINT)


def occurrences_view(
    library: Library, found: "Sequence[Occurrence]", chosen: Collection[str] = ()
) -> RenderableType:
    """Draw every place with its sentence, the words marked, below how many there are."""
    head = RuledRow((Text("Place"),), (Text("What the document says there"),))
    rows = [_row(library, list(same)) for _, same in groupby(found, key=_sentence)]
    told = f"{len(found)} in {extent(library.bases, chosen)}"
    return Group(Text(told, style=terminal.HINT), RuledRows(head, rows))


def _sentence(one: "Occurrence") -> tuple[str, str, bool, tuple[int, int]]:
    return one.document, one.section, one.paragraph > 0, one.sentence


def _row(library: Library, same: "Sequence[Occurrence]") -> RuledRow:
    """Draw a sentence with all its places marked."""
    first = same[0]
    text, (start, end) = text_of_occurrence(library, first), first.sentence
    drawn = Text(printable(text[start:end]))
    for one in same:
        drawn.stylize(terminal.FIGURE, one.start - start, one.end - start)
    named = len(library.bases) > 1
    return RuledRow((Text(_place(first, named), style=terminal.PLACE),), (drawn,))


def _place(one: "Occurrence", named: bool) -> str:
    from wp.show.fact_table import place_name

    place = place_name(one.section, one.paragraph) if one.paragraph else f"{one.section} heading"
    return f"{one.document}: {place}" if named else place
