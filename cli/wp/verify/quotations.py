"""The quotations of a draft, each with its words, its place, and the prose around it."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from wp.documents import Mapped, TableRow, join
from wp.pattern import pattern
from wp.text import sentences
from wp.verify.citation_tail import start_of_attribution
from wp.verify.draft import Draft, Prose
from wp.verify.quotation_marks import (
    BlockReading,
    Marked,
    block_readings,
    find_marks,
    marked_readings,
    may_open,
    unpaired_readings,
)

# A paragraph with more marks that lack a partner is no prose; each is tried in several readings.
_MOST_UNPAIRED = 20
_MOST_WORDS_OF_A_TERM = 4
# A figure is quoted, and so are the words of a whole sentence.
_MORE_THAN_A_TERM = pattern(r"\d|[.!?…]\s*$")
_Run = tuple[tuple[int, int], ...]


class Quotation(NamedTuple):
    """Words of a draft between the outermost marks, or in a block quotation.

    `around` is the prose that leads to it: its sentence with the quotations taken out and, for a
    block quotation, the sentence before it. `others` gives the other ways to read its marks. A
    `tentative` one has a mark without a partner: it is one only if its words are the source's.
    """

    body: Mapped
    block: bool
    around: str
    others: Callable[[], Iterator[BlockReading]]
    tentative: bool = False

    @property
    def text(self) -> str:
        """What stands between the marks."""
        return self.body.text


class DraftWords(NamedTuple):
    """A sentence of a draft and the number of its block.

    In `prose` blanks stand for quotations, but for those of a term: '"Abolished" applies to 369'
    says what was abolished. A table's `row` is one; a sentence of a list's item `follows` on what
    stands before the item.
    """

    body: Mapped
    prose: str
    block: int
    row: TableRow | None = None
    follows: bool = False

    @property
    def quotes(self) -> bool:
        """Return whether some of its words are quoted."""
        return self.prose != self.body.text


class Extracted(NamedTuple):
    """What a draft quotes, what it says in its own words, and the offsets of unpaired marks."""

    quotations: tuple[Quotation, ...]
    sentences: tuple[DraftWords, ...]
    unpaired: tuple[int, ...]


def extract(draft: Draft) -> Extracted:
    """Find the quotations and the sentences of a draft, in the draft's order."""
    marks = [
        Marked(()) if block.kind in ("quote", "row") else find_marks(block.body.text)
        for block in draft.blocks
    ]
    long_ones = _long_quotations(draft.blocks, marks)
    pieces = {start: run for run in long_ones for start in run}
    quotations: list[Quotation] = []
    found: list[DraftWords] = []
    unpaired: list[int] = []
    before = ""
    for number, (block, marked) in enumerate(zip(draft.blocks, marks, strict=True)):
        if block.kind == "row":
            found.append(DraftWords(block.body, block.body.text, number, block.row, block.follows))
            continue
        if block.kind == "quote":
            quotations.extend(_block_quotation(block.body, before))
            continue
        spans = _spans(number, marked, block.body.text, pieces)
        unpaired.extend(
            block.body.at(at)
            for at in sorted((*marked.unopened, *marked.unclosed))
            if not _covers(spans, at)
        )
        prose = _blanked(block.body.text, spans)
        told = _blanked(block.body.text, [*_of_no_term(block.body.text, spans)])
        bounds = sentences(_kept_whole(block.body.text, spans))
        starts = [start for start, _ in bounds]
        for span in spans:
            run = pieces.get((number, span[0]), ())
            if run and run[0] != (number, span[0]):
                continue
            body = _inner(draft.blocks, marks, run) if run else block.body.part(*_within(span))
            body = body.strip()
            if any(character.isalnum() for character in body.text):
                low, high = bounds[max(bisect_right(starts, span[0]) - 1, 0)]
                others = partial(marked_readings, block.body, span[0], span[1] - 1)
                quotations.append(Quotation(body, False, prose[low:high], others))
        for at in (*marked.unopened, *marked.unclosed)[:_MOST_UNPAIRED]:
            if not _covers(spans, at) and may_open(block.body.text, at):
                body = block.body.part(at, at + 1)
                others = partial(unpaired_readings, block.body, at)
                quotations.append(Quotation(body, False, "", others, tentative=True))
        if block.kind != "cell":
            found.extend(
                DraftWords(
                    block.body.part(start, end), told[start:end], number, follows=block.follows
                )
                for start, end in bounds
            )
        before = prose[slice(*bounds[-1])] if bounds else ""
    return Extracted(tuple(quotations), tuple(found), tuple(unpaired))


def _long_quotations(blocks: tuple[Prose, ...], marks: list[Marked]) -> list[_Run]:
    """Find quotations over several paragraphs, each of which repeats the opening mark.

    Gives for each the number of the block and the offset of the opening mark, piece by piece.
    """
    found: list[_Run] = []
    ends = _ends(blocks, marks)
    number = 0
    while number + 1 < len(blocks):
        unclosed = marks[number].unclosed
        end = ends[number + 1]
        if unclosed and end is not None:
            opening = unclosed[-1]
            if blocks[number].body.text[opening] == blocks[number + 1].body.text[0]:
                rest = ((other, 0) for other in range(number + 1, end + 1))
                found.append(((number, opening), *rest))
                number = end
        number += 1
    return found


def _ends(blocks: tuple[Prose, ...], marks: list[Marked]) -> list[int | None]:
    """Return for each block the first from it on that closes a mark it begins with.

    The blocks between are paragraphs that begin with the same mark. None where there is no such.
    """
    ends: list[int | None] = [None] * len(blocks)
    following = ""
    for number in reversed(range(len(blocks))):
        first = blocks[number].body.text[:1] if blocks[number].kind == "paragraph" else ""
        if any(pair.opening == 0 for pair in marks[number].pairs[:1]):
            ends[number] = number if first else None
        elif first and first == following:
            ends[number] = ends[number + 1]
        following = first
    return ends


def _spans(
    number: int, marked: Marked, text: str, pieces: dict[tuple[int, int], _Run]
) -> list[tuple[int, int]]:
    """Return the spans of the quotations in a block, their marks included."""
    spans: list[tuple[int, int]] = []
    open_ends = [at for at in marked.unclosed if (number, at) in pieces]
    for pair in marked.pairs:
        if not open_ends or pair.opening < open_ends[0]:
            spans.append((pair.opening, pair.closing + 1))
    if open_ends:
        spans.append((open_ends[0], len(text) + 1))
    return spans


def _covers(spans: list[tuple[int, int]], at: int) -> bool:
    number = bisect_right(spans, (at, at + 1)) - 1
    return any(start <= at < end for start, end in spans[max(number, 0) : number + 2])


def _within(span: tuple[int, int]) -> tuple[int, int]:
    return span[0] + 1, span[1] - 1


def _inner(blocks: tuple[Prose, ...], marks: list[Marked], run: _Run) -> Mapped:
    """Join the pieces of a quotation over several paragraphs."""
    bodies = []
    for number, opening in run:
        body = blocks[number].body
        closings = (pair.closing for pair in marks[number].pairs if pair.opening == opening)
        bodies.append(body.part(opening + 1, next(closings, len(body.text))))
    return join(bodies, "\n\n")


def _block_quotation(body: Mapped, before: str) -> list[Quotation]:
    """Take the attribution and marks around the whole off a block quotation."""
    around = before
    text = body.text
    end = start_of_attribution(text)
    if end < len(text):
        around = f"{before} {text[end:].strip()}"
        body = body.part(0, end).strip()
        text = body.text
    pairs = find_marks(text).pairs
    if len(pairs) == 1 and pairs[0].opening == 0 and pairs[0].closing >= len(text) - 2:
        tail = text[pairs[0].closing + 1 :]
        if tail in ("", ".", ","):
            body = body.part(1, pairs[0].closing).strip()
    if not any(character.isalnum() for character in body.text):
        return []
    return [Quotation(body, True, around, partial(block_readings, body))]


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    """Put blanks for what stands between the marks; offsets stay."""
    pieces = []
    kept = 0
    for start, end in spans:
        pieces += [text[kept : start + 1], " " * (min(end - 1, len(text)) - start - 1)]
        kept = end - 1
    return "".join([*pieces, text[kept:]])


def _of_no_term(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the spans whose words are more than a term of the sentence around them."""
    for span in spans:
        inner = text[slice(*_within(span))]
        if len(inner.split()) > _MOST_WORDS_OF_A_TERM or _MORE_THAN_A_TERM.search(inner):
            yield span


def _kept_whole(text: str, spans: list[tuple[int, int]]) -> str:
    """Hide the points inside quotations, so that no sentence of the draft ends there.

    The last character stays: a full stop before the closing mark ends the sentence.
    """
    pieces = []
    kept = 0
    for start, end in spans:
        inner = text[start + 1 : end - 1]
        pieces += [text[kept : start + 1], "x" * (len(inner) - 1), inner[-1:]]
        kept = start + 1 + len(inner)
    return "".join([*pieces, text[kept:]])
