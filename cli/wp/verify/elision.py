"""Where the pieces of a quotation stand in the source, and what its seams leave out there."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from wp.verify.corpus import Corpus, CorpusText
from wp.verify.kinds import is_number
from wp.verify.quotation_parts import MOST_OMITTED, Parts, QuotedPiece, Seam, fits
from wp.verify.tokens import QuotationTokens

_OWN_BRACKET = frozenset("[]")


class ElidedMatch(NamedTuple):
    """Where a quotation stands: tokens [first, stop) of a source, and what its seams leave out."""

    source: CorpusText
    first: int
    stop: int
    gaps: tuple[tuple[Seam, int, int], ...] = ()


def find_parts(
    source: CorpusText,
    quotation: QuotationTokens,
    parts: Parts,
    *,
    most_omitted: int = MOST_OMITTED,
) -> ElidedMatch | None:
    """Find the pieces in one section, in order, each seam leaving out no more than it may.

    Of several such places the one with the least left out; None when there is none. An omission
    may leave out `most_omitted` words.
    """
    chains: list[_Chain] | None = None
    seam: Seam | None = None
    for number, part in enumerate(parts.pieces):
        if isinstance(part, Seam):
            seam = part
            continue
        before = parts.pieces[number - 1] if number else None
        after = parts.pieces[number + 1] if number + 1 < len(parts.pieces) else None
        open_ends = (not isinstance(before, QuotedPiece), not isinstance(after, QuotedPiece))
        first_word = chains is None and not (seam and seam.inserted)
        places = _places(source, quotation, part, open_ends, first_word=first_word)
        if seam and seam.most == MOST_OMITTED:
            seam = seam._replace(most=most_omitted)
        chains = _continue(source, chains, seam, places)
        if not chains:
            return None
        seam = None
    ends = _end_seams(parts)
    chains = [chain for chain in chains or () if not _changes_note(source, chain, ends)]
    if not chains:
        return None
    best = min(chains, key=lambda chain: chain.stop - chain.first)
    gaps = _unwound(best)
    if ends[0]:
        gaps.insert(0, (ends[0], best.first, best.first))
    if ends[1]:
        gaps.append((ends[1], best.stop, best.stop))
    return ElidedMatch(source, best.first, best.stop, tuple(gaps))


def _end_seams(parts: Parts) -> tuple[Seam | None, Seam | None]:
    """Return the seams at which a quotation begins and ends."""
    first, last = parts.pieces[0], parts.pieces[-1]
    return (
        first if isinstance(first, Seam) else None,
        last if isinstance(last, Seam) and last is not first else None,
    )


def _changes_note(
    source: CorpusText, chain: "_Chain", ends: tuple[Seam | None, Seam | None]
) -> bool:
    """Return whether a number in brackets stands where the source has brackets of its own: "[98]"
    for "[95]"; or at an end is a bracket of the source that stands there for no number."""
    texts = source.texts
    beside = (texts[: chain.first][-1:], texts[chain.stop : chain.stop + 1])
    return any(
        (_has_digit(seam) and there == [own])
        or (seam and seam.printed and not (there and _has_digit(seam) and is_number(there[0])))
        for seam, there, own in zip(ends, beside, "][", strict=True)
    )


def _has_digit(seam: Seam | None) -> bool:
    return seam is not None and any(map(str.isdigit, seam.inserted))


class _Chain(NamedTuple):
    """Pieces placed so far: where they begin and end, and what the last seam left out."""

    first: int
    stop: int
    gap: tuple[Seam, int, int] | None
    before: "_Chain | None"


def _unwound(chain: _Chain | None) -> list[tuple[Seam, int, int]]:
    gaps = []
    while chain is not None:
        if chain.gap:
            gaps.append(chain.gap)
        chain = chain.before
    return gaps[::-1]


def _continue(
    source: CorpusText,
    chains: list[_Chain] | None,
    seam: Seam | None,
    places: list[tuple[int, int]],
) -> list[_Chain]:
    """Put the next piece behind the chains; the latest chain that fits leaves out the least."""
    if chains is None:
        return [_Chain(first, stop, None, None) for first, stop in places]
    stops = [chain.stop for chain in chains]
    words = source.words_before
    longer = []
    for first, stop in places:
        at = bisect_right(stops, first) - 1
        if at < 0:
            continue
        chain = chains[at]
        if seam is None:
            if chain.stop != first:
                continue
            gap = None
        else:
            if words[first] - words[chain.stop] > seam.most:
                continue
            if seam.printed and chain.stop == first:
                continue  # the source has no words there that an editor could have replaced
            if seam.most < MOST_OMITTED and _OWN_BRACKET & {*source.texts[chain.stop : first]}:
                continue  # what the source itself prints in brackets is no editor's to replace
            gap = (seam, chain.stop, first)
        longer.append(_Chain(chain.first, stop, gap, chain))
    return longer


def _places(
    source: CorpusText,
    quotation: QuotationTokens,
    piece: QuotedPiece,
    open_ends: tuple[bool, bool],
    first_word: bool,
) -> list[tuple[int, int]]:
    """Return where a piece stands; an open end must cut no word of the source in two."""
    if piece.edited:
        return _places_of_edited(source, *piece.edited)
    tokens = quotation.texts[piece.first : piece.stop]
    starts = _find_tokens(source, tokens, first_word=first_word)
    length = len(tokens)
    return [
        (at, at + length)
        for at in starts
        if not (open_ends[0] and source.cut_before(at))
        and not (open_ends[1] and source.cut_before(at + length))
    ]


def _find_tokens(source: QuotationTokens, tokens: list[str], *, first_word: bool) -> list[int]:
    """Return every place of these tokens, the first letter of all in either case."""
    starts = source.find(tokens)
    if first_word:
        swapped = tokens[0][0].swapcase() + tokens[0][1:]
        if swapped != tokens[0]:
            starts = sorted({*starts, *source.find([swapped, *tokens[1:]])})
    return starts


def every_place(corpus: Corpus, core: list[str]) -> Iterator[ElidedMatch]:
    """Yield every place where these tokens stand and cut no word in two."""
    for source in corpus.sources:
        for at in _find_tokens(source, core, first_word=True):
            if not source.cut_before(at) and not source.cut_before(at + len(core)):
                yield ElidedMatch(source, at, at + len(core))


def _places_of_edited(
    source: CorpusText, before: str, bracketed: str, after: str
) -> list[tuple[int, int]]:
    """Return where a word stands of which the bracketed letters were changed."""
    return [
        (at, at + 1)
        for at in sorted(
            at
            for token, places in source.printed.items()
            if token[0].casefold() == (before + bracketed)[0].casefold()
            and fits(before, bracketed, after, token)
            for at in places
        )
    ]
