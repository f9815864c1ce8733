"""The ways in which the marks of a draft can be read, where one is not certain.

Marks are ambiguous: an apostrophe looks like a closing mark, a citation may stand inside a block
quotation. Each reading is the pieces that it quotes; the one whose words stand in the source is
taken.
"""

import re
from collections.abc import Iterator

from wp.documents.model import Mapped, join, without
from wp.pattern import pattern
from wp.text import sentences
from wp.verify.citation_tail import without_tail
from wp.verify.quotation_marks import find_marks, may_close

BlockReading = tuple[Mapped, ...]

_MOST_CLOSINGS = 4
_ANY_MARK = pattern("[\"'”’“‘″»«`]+")
# French leaves the speaker inside the marks: "« La loi, dit-il, est faite. »"
_INCISE = pattern(
    r",\s(?:(?:dit|disait|écrit|écrivait|déclare|affirme|ajoute|précise|souligne|note|explique|"
    r"indique|poursuit|conclut|estime|rappelle|répond)(?:-t)?-(?:il|elle|on|ils|elles)"
    r"|a-t-(?:il|elle|on) \w+),(?=\s)"
)


def block_readings(body: Mapped) -> Iterator[BlockReading]:
    """Return the ways to read a block quotation that is not the source's words as a whole.

    Without the citation or note that ends it, without marks around the rest, paragraph by paragraph
    (a heading or list in it is one).
    """
    bare = without_tail(body)
    if bare.text != body.text:
        yield (bare,)
    pairs = find_marks(bare.text).pairs
    if pairs and pairs[0].opening == 0 and pairs[0].closing >= len(bare.text) - 2:
        yield (bare.part(1, pairs[0].closing).strip(),)
    pieces = tuple(_paragraphs(bare))
    if len(pieces) > 1:
        yield pieces


def told_apart(body: Mapped) -> tuple[Mapped, BlockReading]:
    """Return the words of a block quotation outside its marks, and what it quotes inside them.

    A letter that is answered (`> She writes "…"`) is no quotation of the source and may hold some.
    """
    pairs = find_marks(body.text).pairs
    ends = [0, *(pair.closing + 1 for pair in pairs)]
    starts = [*(pair.opening for pair in pairs), len(body.text)]
    outside = join([body.part(*gap) for gap in zip(ends, starts, strict=True)], " ")
    inside = (body.part(pair.opening + 1, pair.closing).strip() for pair in pairs)
    return outside, tuple(piece for piece in inside if any(map(str.isalnum, piece.text)))


def _paragraphs(body: Mapped) -> Iterator[Mapped]:
    at = 0
    for gap in [*re.finditer(r"\n\s*\n", body.text), None]:
        piece = body.part(at, gap.start() if gap else len(body.text)).strip()
        piece = _unmarked(without_tail(piece))
        if any(map(str.isalnum, piece.text)):
            yield piece
        at = gap.end() if gap else 0


def _unmarked(piece: Mapped) -> Mapped:
    """Take the marks off that a paragraph begins and ends with."""
    text = piece.text
    start = len(text) - len(_ANY_MARK.sub("", text, count=1)) if _ANY_MARK.match(text) else 0
    end = len(text)
    while end > start and text[end - 1] in '"”’»':
        end -= 1
    return piece.part(start, end).strip()


def marked_readings(block: Mapped, opening: int, closing: int) -> Iterator[BlockReading]:
    """Return the other ways to read the marks at two offsets of a block, or of a block quotation.

    The quotations inside the quotation; it without its French "dit-il"; then, where the marks are
    single or the closing one stands behind a digit (feet and inches), the other marks that could
    close it.
    """
    body = block.part(opening + 1, closing)
    inner = tuple(
        piece
        for pair in find_marks(body.text).pairs
        if any(map(str.isalnum, (piece := body.part(pair.opening + 1, pair.closing).strip()).text))
    )
    if inner:
        yield inner
    if _INCISE.search(body.text):
        yield (without(body, _INCISE).strip(),)
    text = block.text
    if text[opening] in "'‘‚‛`":
        places = [m.start() for m in re.finditer("['’‘]", text) if m.start() > opening]
    elif text[closing - 1].isdigit():
        places = [m.start() for m in re.finditer('["”″]', text) if m.start() > closing]
    else:
        return
    candidates = [at for at in places if at != closing and may_close(text, at)]
    for at in candidates[:_MOST_CLOSINGS]:
        yield (block.part(opening + 1, at).strip(),)


def unpaired_readings(block: Mapped, opening: int) -> Iterator[BlockReading]:
    """Return where a quotation could end whose opening mark has no partner in its paragraph."""
    rest = block.part(opening + 1, len(block.text))
    ends = [match.start() for match in _ANY_MARK.finditer(rest.text)][:_MOST_CLOSINGS]
    ends += [stop for _, stop in sentences(rest.text)[:_MOST_CLOSINGS]]
    for end in dict.fromkeys([*ends, len(rest.text)]):
        piece = _unmarked(rest.part(0, end).strip())
        if len(piece.text.split()) > 2:
            yield (piece,)
