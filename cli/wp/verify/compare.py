"""A quotation held against the passage it comes from: the changes, word by word."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wp.verify.align import AlignedBlock, AlignedPair, align, common_blocks
from wp.verify.corpus import CorpusText
from wp.verify.kinds import SENTENCE_ENDS, kind_of
from wp.verify.locate import Window
from wp.verify.quotation_parts import Parts, QuotedPiece, fits
from wp.verify.tokens import QuotationTokens, is_word
from wp.verify.verdict import Change, Kind, Operation

_RUN_OF_MOVED = 3
_LONGER_RUN = 4


class ComparedUnit(NamedTuple):
    """A word or mark that claims to be the source's: its text and its tokens in the quotation.

    `edited` is what stands before, in and after the brackets of a word that has some.
    """

    text: str
    first: int
    stop: int
    edited: tuple[str, str, str] | None = None


class ComparedOutline(NamedTuple):
    """A quotation without its seams, and how many words may be left out before which unit."""

    quotation: QuotationTokens
    units: tuple[ComparedUnit, ...]
    limits: dict[int, int]

    def slice(self, first: int, stop: int) -> str:
        """Return the quotation's text from the first unit to the one before `stop`."""
        if first >= stop:
            return ""
        text = self.quotation.slice(self.units[first].first, self.units[stop - 1].stop)
        return " ".join(text.split())


class WordComparison(NamedTuple):
    """What became of a passage, tokens [first, stop) of the source, in the quotation.

    `matched` are the numbers of the units that stand in the passage in order, `blocks` the common
    runs anywhere in the window. `cost` counts the tokens that differ.
    """

    source: CorpusText
    first: int
    stop: int
    changes: tuple[Change, ...]
    matched: frozenset[int]
    blocks: tuple[AlignedBlock, ...]
    cost: int

    @property
    def shared(self) -> Iterator[int]:
        """The numbers of the units that stand in a longer common run anywhere in the window."""
        for block in self.blocks:
            if block.length >= _LONGER_RUN:
                yield from range(block.ours, block.ours + block.length)


class _Run(NamedTuple):
    """A stretch that differs: units [first, stop) and the source's tokens [low, high)."""

    first: int
    stop: int
    low: int
    high: int


def outline(quotation: QuotationTokens, parts: Parts) -> ComparedOutline:
    """List the words of a quotation's pieces, and where its seams leave words out."""
    units: list[ComparedUnit] = []
    limits: dict[int, int] = {}
    for part in parts.pieces:
        if not isinstance(part, QuotedPiece):
            limits[len(units)] = part.most
        elif part.edited is None:
            units += [
                ComparedUnit(quotation.texts[at], at, at + 1) for at in range(part.first, part.stop)
            ]
        else:
            units.append(ComparedUnit("".join(part.edited), part.first, part.stop, part.edited))
    return ComparedOutline(quotation, tuple(units), limits)


def compare(sketch: ComparedOutline, window: Window) -> WordComparison | None:
    """Align a quotation's words with the window its passage may lie in; None when none fits."""
    source = window.source
    ours = [unit.text.lower() for unit in sketch.units]
    theirs = source.lower[window.first : window.stop]
    pairs = [
        (here, None if there is None else there + window.first)
        for here, there in align(ours, theirs, sketch.limits)
    ]
    equal = [
        here
        for here, there in pairs
        if here is not None and there is not None and ours[here] == source.lower[there]
    ]
    if not any(is_word(ours[here]) for here in equal):
        return None
    aligned = [there for _, there in pairs if there is not None]
    first, stop = aligned[0], aligned[-1] + 1
    runs = _runs(sketch, source, pairs, first)
    changes = [_change(sketch, source, run) for run in runs]
    return WordComparison(
        source,
        *source.whole(first, stop),
        tuple(_with_moves([*changes, *_cut_words(source, first, stop)], source)),
        frozenset(equal),
        tuple(common_blocks(ours, theirs)),
        sum(max(run.stop - run.first, run.high - run.low) for run in runs),
    )


def _agree(sketch: ComparedOutline, number: int, printed: str) -> bool:
    """Return whether a unit is the source's token: letter case counts but in the first letter of
    all."""
    unit = sketch.units[number]
    if unit.text == printed:
        return True
    if unit.edited:
        return fits(*unit.edited, printed)
    return number == 0 and unit.text.lower() == printed.lower() and unit.text[1:] == printed[1:]


def _runs(
    sketch: ComparedOutline, source: CorpusText, pairs: Sequence[AlignedPair], first: int
) -> list[_Run]:
    """Gather neighbouring differences; what a seam leaves out within its limit is none."""
    runs: list[_Run] = []
    opened: tuple[int, int] | None = None
    here, there = 0, first
    gap = first
    for mine, other in [*pairs, (len(sketch.units), None)]:
        if mine is None:
            gap = there if other is None else other + 1
            continue
        if gap > there:
            omitted = source.words_before[gap] - source.words_before[there]
            if omitted <= sketch.limits.get(here, -1):
                if opened:
                    runs.append(_Run(opened[0], here, opened[1], there))
                    opened = None
            else:
                opened = opened or (here, there)
            there = gap
        if mine == len(sketch.units):
            break
        if other is not None and _agree(sketch, mine, source.texts[other]):
            if opened:
                runs.append(_Run(opened[0], here, opened[1], there))
                opened = None
        else:
            opened = opened or (here, there)
        here = mine + 1
        if other is not None:
            there = gap = other + 1
    if opened:
        runs.append(_Run(opened[0], here, opened[1], there))
    return runs


def _change(sketch: ComparedOutline, source: CorpusText, run: _Run) -> Change:
    """Put a run that differs into words; mere marks are shown with the words beside them."""
    first, stop, low, high = run
    mine = [unit.text for unit in sketch.units[first:stop]]
    printed = source.texts[low:high]
    kind = kind_of(
        _without_capital(mine, opens=first == 0),
        _without_capital(printed, opens=low == 0 or source.texts[low - 1] in SENTENCE_ENDS),
        source.abroad,
    )
    if not any(map(is_word, (*mine, *printed))):
        if first > 0 and low > 0:
            first, low = first - 1, low - 1
        if stop < len(sketch.units) and high < len(source):
            stop, high = stop + 1, high + 1
    return _worded(sketch.slice(first, stop), _squeezed(source, low, high), kind)


def _without_capital(tokens: list[str], *, opens: bool) -> list[str]:
    """Put words that open a sentence in lower case: their capital makes no name of them."""
    after_end = [opens, *(token in SENTENCE_ENDS for token in tokens)]
    return [
        token.lower() if begins and token[1:].islower() else token
        for token, begins in zip(tokens, after_end, strict=False)
    ]


def _worded(ours: str, theirs: str, kind: Kind) -> Change:
    op: Operation = "replace" if ours and theirs else "insert" if ours else "delete"
    return Change(op, ours, theirs, kind)


def _squeezed(source: CorpusText, first: int, stop: int) -> str:
    return " ".join(source.slice(first, stop).split())


def _cut_words(source: CorpusText, first: int, stop: int) -> list[Change]:
    """Report words, numbers and compounds of the source of which the quotation has a part only."""
    changes = []
    for at, other in ((first, "before"), (stop, "after")):
        if not source.cut_before(at):
            continue
        low, high = source.whole(at, at)
        if other == "before":
            part = (at, high)
            lost = source.texts[low:at]
        else:
            part = (low, at)
            lost = source.texts[at:high]
        changes.append(
            Change(
                "replace",
                _squeezed(source, *part),
                _squeezed(source, low, high),
                kind_of([], lost, source.abroad),
            )
        )
    return changes


def _with_moves(changes: list[Change], source: CorpusText) -> list[Change]:
    """Join what was left out here and stands there, and swapped words, into moves."""
    result = list(changes)
    for change in changes:
        if change.op != "insert" or change not in result:
            continue
        words = _words(change.quotation)
        for other in result:
            if other.op == "delete" and _words(other.source) == words and words:
                result[result.index(change)] = Change(
                    "move", change.quotation, other.source, change.kind
                )
                result.remove(other)
                break
        else:
            if len(words) >= _RUN_OF_MOVED and source.find(QuotationTokens(change.quotation).core):
                result[result.index(change)] = Change(
                    "move", change.quotation, change.quotation, change.kind
                )
    return _with_swaps(result)


def _with_swaps(changes: list[Change]) -> list[Change]:
    """Turn two words that changed places into moves; figures stay replacements, to be seen."""
    replaced = {
        (change.quotation, change.source)
        for change in changes
        if change.op == "replace" and change.kind not in ("figure", "date")
    }
    return [
        change._replace(op="move")
        if (change.quotation, change.source) in replaced
        and (change.source, change.quotation) in replaced
        else change
        for change in changes
    ]


def _words(text: str) -> list[str]:
    return [token for token in QuotationTokens(text).lower if is_word(token)]
