"""What a quotation wears from where it was copied: markup, line breaks, page numbers, note marks.

None of it is the source's or the writer's word. A reading without it is only tried where the words
as they stand are not the source's.
"""

import re
from collections.abc import Iterator
from itertools import product

from wp.characters import DASHES
from wp.pattern import pattern
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
    r"(?<![\w*_])(\*\*\*|\*\*|\*|__|==|``?|''')(?=[\"'“‘«„(\[$£€¥§]{0,2}\w)(.+?)"
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
_MOST_TRIED = 3


def undressed(quotation: str, corpus: Corpus) -> Iterator[str]:
    """Yield the readings of a quotation without what it wears; none for one that wears nothing.

    A hyphen at the end of a line is the word's own or the printer's: where the corpus has the word
    without it, both are tried, the printer's first.
    """
    if not _WORN.search(quotation):
        return
    bare = _QUOTE_LINES.sub("", quotation)
    bare = _PAGE_NUMBER.sub("", bare)
    plain = _EMPHASIS.sub(r"\2", bare)
    # A grammar's own signs stand before words as emphasis does: *( rule ).
    signed = _EMPHASIS.sub(lambda match: match[0] if _is_own(match, corpus) else match[2], bare)
    given = {quotation}
    for bare in dict.fromkeys((plain, signed)):
        bare = _NOTE_MARK.sub("", bare)
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


def _is_own(emphasis: re.Match[str], corpus: Corpus) -> bool:
    """Return whether the source prints the sign of an emphasis before its first word."""
    tokens = QuotationTokens(emphasis[0]).texts[: len(emphasis[1]) + 1]
    return any(source.find(tokens) for source in corpus.sources)


def _joins(text: str, start: int, end: int, corpus: Corpus) -> bool:
    """Return whether the corpus has the word that the halves on both sides make."""
    before, behind = _WORD_BEFORE.search(text, 0, start), _WORD_BEHIND.match(text, end)
    if not before or not behind:
        return False
    whole = f"{before[0]}{behind[0]}".replace("’", "'").lower()
    return bool(corpus.count(whole))


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
