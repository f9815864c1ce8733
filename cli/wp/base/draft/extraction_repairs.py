"""Traces that extraction leaves in text: mended where that is safe, warned about in any case."""

import re
from collections.abc import Callable

from wp.base.draft.blocks import DraftBlock
from wp.characters import plain_form
from wp.pattern import pattern

_LIGATURE = pattern("[\ufb00-\ufb06]")
_BROKEN_WORD = pattern(r"\b[^\W\d_]{2,}- [a-zß-ÿ]{2,}\b(?! (?:or|and)\b)")
_HANGING = pattern(r"- (?:and|or|to|nor|but|as)\b")
_LOST = pattern("[\ufffd\ue000-\uf8ff]")
_SPACED_OUT = pattern(r"(?:\b[^\W\d_] ){5,}[^\W\d_]\b")


def mend(blocks: tuple[DraftBlock, ...]) -> tuple[tuple[DraftBlock, ...], tuple[str, ...]]:
    """Undo ligatures; give the blocks and a warning for each trace of broken extraction."""
    warnings = [
        f"{_times(count)} {what}, first in “{_near(example)}”; {remedy}"
        for find, what, remedy in _TRACES
        for count, example in [_count(blocks, find)]
        if count
    ]
    if any(_LIGATURE.search(block.text) for block in blocks):
        blocks = tuple(block.reworded(_written_out) for block in blocks)
    return blocks, tuple(warnings)


def _written_out(text: str) -> str:
    return _LIGATURE.sub(lambda ligature: plain_form(ligature[0]), text)


def _broken_words(text: str) -> list[re.Match[str]]:
    """Find "govern- ment", but not "short- and long-term"."""
    return [
        match
        for match in _BROKEN_WORD.finditer(text)
        if not _HANGING.search(text, match.start(), match.end())
    ]


def _found(pattern: re.Pattern[str]) -> Callable[[str], list[re.Match[str]]]:
    return lambda text: list(pattern.finditer(text))


_TRACES: tuple[tuple[Callable[[str], list[re.Match[str]]], str, str], ...] = (
    (_broken_words, "a word looks broken by a hyphen at a line end", "join its halves in the text"),
    (_found(_LIGATURE), "a ligature stood for several letters", "it was written out"),
    (_found(_LOST), "a character was lost in extraction", "compare with the original"),
    (_found(_SPACED_OUT), "a word stands letter by letter", "join its letters in the text"),
)


def _count(
    blocks: tuple[DraftBlock, ...], find: Callable[[str], list[re.Match[str]]]
) -> tuple[int, str]:
    total, example = 0, ""
    for block in blocks:
        matches = find(block.text)
        if matches and not total:
            first = matches[0]
            example = block.text[max(first.start() - 15, 0) : first.end() + 15]
        total += len(matches)
    return total, example


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _near(text: str) -> str:
    return text.strip() if len(text) < 80 else text[:79].rstrip() + "…"
