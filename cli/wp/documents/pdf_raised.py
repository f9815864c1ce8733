"""Raised and lowered words of a PDF's page: marks of notes, powers, indices."""

from bisect import bisect_left
from collections.abc import Sequence

from wp.documents.pdf_words import PdfWord
from wp.pattern import pattern

_MARK = pattern(r"\d{1,3}|[a-z*†‡§]{1,2}")
_BEFORE_NOTE = 1.2
_SMALLER = 0.85  # of the size beside it: what is raised has no more


def on_their_lines(words: Sequence[PdfWord]) -> tuple[PdfWord, ...]:
    """Put raised and lowered words on the line that they belong to."""
    placed: list[PdfWord] = []
    alone: list[int] = []
    for at, word in enumerate(words):
        before = placed[-1] if placed else None
        after = words[at + 1] if at + 1 < len(words) else None
        least = word.size / _SMALLER
        if before and before.size < least and not before.raised and after and after.size < least:
            placed.append(word)  # as most are
            continue
        beside = _carrier(word, before, after)
        if beside is not None:
            lifted = beside.baseline - word.baseline
            word = word._replace(baseline=beside.baseline, raised=lifted > 0)
        elif before and before.raised and word.size == before.size and _touch(before, word):
            # "3, 4": the second of two marks
            if abs(words[at - 1].baseline - word.baseline) < 0.5:
                word = word._replace(baseline=before.baseline, raised=True)
        elif _MARK.fullmatch(word.text):
            alone.append(at)
        placed.append(word)
    _carried(placed, alone)
    return tuple(placed)


def _carried(words: list[PdfWord], alone: Sequence[int]) -> None:
    """Put marks that the file has elsewhere than their words beside these."""
    if not alone:
        return
    by_height = sorted(range(len(words)), key=lambda at: words[at].baseline)
    heights = [words[at].baseline for at in by_height]
    for at in alone:
        word = words[at]
        low = bisect_left(heights, word.baseline)
        high = bisect_left(heights, word.baseline + 2 * word.size)
        for other in by_height[low:high]:
            beside = words[other]
            if (
                other != at
                and beside.baseline > word.baseline
                and (_carrier(word, beside, None) or _carrier(word, None, beside))
            ):
                words[at] = word._replace(baseline=beside.baseline, raised=True)
                break


def _carrier(word: PdfWord, before: PdfWord | None, after: PdfWord | None) -> PdfWord | None:
    """Return the neighbour that a smaller word is raised or lowered beside."""
    for beside, first, second in ((before, before, word), (after, word, after)):
        if beside is None or first is None or second is None or word.size > _SMALLER * beside.size:
            continue
        lifted = beside.baseline - word.baseline
        # The mark of a note may stand some way before its first word.
        reach = _BEFORE_NOTE if beside is after and _MARK.fullmatch(word.text) else 0.6
        near = -0.3 * beside.size < second.left - first.right < reach * beside.size
        if near and (
            0.12 * beside.size <= lifted <= 0.75 * beside.size
            or -0.35 * beside.size <= lifted <= -0.05 * beside.size
        ):
            return beside
    return None


def _touch(one: PdfWord, two: PdfWord) -> bool:
    return -0.5 * one.size < two.left - one.right < 0.8 * one.size
