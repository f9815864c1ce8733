"""What a quotation wears from where it was copied: markup, line breaks, page numbers, note marks.

None of it is the source's or the writer's word. A reading without it is only tried where the words
as they stand are not the source's.
"""

import re
from collections.abc import Iterator
from itertools import product

from wp.pattern import pattern
from wp.text import DASHES
from wp.verify.corpus import Corpus
from wp.verify.tokens import QuotationTokens

_QUOTE_LINES = pattern(r"^[ \t]*>[ \t]?", re.MULTILINE)
# A line of its own between two long ones that has nothing but the number of a page.
_PAGE_NUMBER = pattern(
    r"(?<=[^\n]{20}\n)(?:[ \t]*\n)*[ \t]*[-–—]?[ \t]*"
    r"(?:\d{1,4}|(?=[ivxl])l?x{0,3}(?:ix|iv|v?i{0,3}))[ \t]*[-–—]?"
    r"[ \t]*\n(?:[ \t]*\n)*(?=[^\n]{20})"
)
# Signs that hug words, with a mark between at most: the asterisks of "*" and *( are the text's own.
_CLOSERS = r".,;:!?%…)\]\"'”’»€。，"
_EMPHASIS = pattern(
    r"(?<![\w*_])(\*\*\*|\*\*|\*|__|==|``?|''')(?=[\"'“‘«„(\[$£€¥§]{0,2}\w)(.{1,400}?)"
    rf"(?:(?<=\w)|(?<=\w[{_CLOSERS}])|(?<=\w[{_CLOSERS}][{_CLOSERS}]))\1(?![\w*_`])",
    re.DOTALL,
)
# Raised behind a word, its closing mark or a figure: 10² and m² are powers.
_NOTE_MARK = pattern(
    r"(?:(?<=[^\W\d_]{3})|(?<=\d{2})(?<!\b10)|(?<=[.,;:!?\"'”’»)\]]))"
    r"(?:[¹²³⁰⁴-⁹]+(?:[⁻,][¹²³⁰⁴-⁹]+)*|\^\d{1,3}\^|<sup>\s*\[?\d{1,3}\]?\s*</sup>)"
    r"|(?<=[^\W\d_]{3})\*{1,3}(?=[\s.,;:]|$)"
)
_LINE_HYPHEN = pattern(
    rf"(?<=\w)[{re.escape(DASHES)}\u00ad]{{1,2}}[ \t]*\r?\n[ \t>]*(?=\w)|(?<=[a-z])- (?=[a-z])"
)
_WORD_BEFORE = pattern(r"(?:[^\W\d_]+['’])*[^\W\d_]+$")
_WORD_BEHIND = pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_WORN = pattern(r"[*_>^`¹²³⁰-⁹\n]|'''|==|- ")
_LONGEST_WORD = 60
_MOST_TRIED = 3


def undressed(quotation: str, corpus: Corpus) -> Iterator[str]:
    """Yield the readings of a quotation without what it wears; none for one that wears nothing.

    A hyphen at the end of a line is the word's own or the printer's: where the corpus has the word
    without it, both are tried, the printer's first.
    """
    if not _WORN.search(quotation):
        return
    text = _PAGE_NUMBER.sub("", _QUOTE_LINES.sub("", quotation))
    plain = _NOTE_MARK.sub("", _EMPHASIS.sub(r"\2", text))
    given = {quotation}
    # Signs of a grammar or table stand where emphasis and notes do: *( rule ), unlimited*.
    for bare in (plain, _with_own_signs(text, corpus)):
        hyphens = [
            match.span()
            for match in _LINE_HYPHEN.finditer(bare)
            if _joins(bare, *match.span(), corpus)
        ]
        for kept in _choices(len(hyphens)):
            reading = _joined(bare, hyphens, kept)
            if reading not in given:
                given.add(reading)
                yield reading


def _with_own_signs(text: str, corpus: Corpus) -> str:
    """Take off emphasis and note marks, but what the source prints before or behind these words."""

    def without_emphasis(match: re.Match[str]) -> str:
        tokens = QuotationTokens(match[0]).texts[: len(match[1]) + 1]
        return match[0] if corpus.prints(tokens) else match[2]

    def without_note(match: re.Match[str]) -> str:
        word = _word_before(match.string, match.start())
        own = word and match[0][0] == "*" and corpus.prints([word[0], *match[0]])
        return match[0] if own else ""

    return _NOTE_MARK.sub(without_note, _EMPHASIS.sub(without_emphasis, text))


def _joins(text: str, start: int, end: int, corpus: Corpus) -> bool:
    """Return whether the corpus has the word that the halves on both sides make."""
    before, behind = _word_before(text, start), _WORD_BEHIND.match(text, end)
    if not before or not behind:
        return False
    whole = f"{before[0]}{behind[0]}".replace("’", "'").lower()
    return bool(corpus.count(whole))


def _word_before(text: str, end: int) -> re.Match[str] | None:
    # Not from the text's start, or many hyphens would take time that grows with the square.
    return _WORD_BEFORE.search(text, max(end - _LONGEST_WORD, 0), end)


def _choices(count: int) -> Iterator[tuple[bool, ...]]:
    """Yield which hyphens to keep: none, all, and for a few of them every choice."""
    yield (False,) * count
    if 1 < count <= _MOST_TRIED:
        yield from product((False, True), repeat=count)
    yield (True,) * count


def _joined(text: str, hyphens: list[tuple[int, int]], kept: tuple[bool, ...]) -> str:
    pieces = []
    at = 0
    for (start, end), keep in zip(hyphens, kept, strict=True):
        pieces += [text[at:start], "-" if keep else ""]
        at = end
    return "".join([*pieces, text[at:]])
