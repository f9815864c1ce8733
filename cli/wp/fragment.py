"""Text directives: links that open a page at a passage and mark it there.

The form is `#:~:text=[prefix-,]start[,end][,-suffix]` of the WICG draft "URL Fragment Text
Directives". A browser marks the first place where the parts stand in this order, so a directive is
proven against the section's text before it is given: `_target` takes the draft's steps "find a
range from a text directive". It compares more loosely than any browser does (no accents, no case,
one kind of quotation mark and dash, no word boundaries), since what comes first among more matches
comes first among fewer.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import NamedTuple
from urllib.parse import quote as percent_encode

from wp.pattern import pattern
from wp.text import fold

# Words that no browser's idea of a word boundary divides: "U.S.", "1,178", "China's", "A_1".
_UNBROKEN = pattern(r"\w+(?:[.,:;'’·]\w+)*")
_LETTER = pattern(r"\w")
_WHOLE_QUOTE_WORDS = 8
_EDGE_WORDS = 4
_MOST_EDGE_WORDS = 24
_MOST_CONTEXT_WORDS = 24

_Span = tuple[int, int]


class _Directive(NamedTuple):
    """The parts of a directive as spans of the text; an empty span for a part left out."""

    prefix: _Span
    start: _Span
    end: _Span
    suffix: _Span


class _Comparable:
    """A text as it is compared, line by line, with the way back to its offsets."""

    def __init__(self, text: str) -> None:
        self._lines: list[tuple[int, int, Sequence[int]]] = []
        lines: list[str] = []
        begin = original = 0
        for line in text.split("\n"):
            compared, offsets = _compared(line)
            lines.append(compared)
            self._lines.append((begin, original, offsets))
            begin += len(compared) + 1
            original += len(line) + 1
        self.text = "\n".join(lines) + "\n"

    def original(self, at: int) -> int:
        """Return where a character stands in the text."""
        place = bisect_right(self._lines, at, key=itemgetter(0)) - 1
        begin, original, offsets = self._lines[place]
        return original + offsets[at - begin]


def text_directive(text: str, start: int, end: int, address: str) -> str:
    """Return the text directive that leads to `text[start:end]` and to nothing before it.

    `text` is a section with one paragraph a line. Marks before the first and behind the last word
    are left out. A long passage is given by its first and last words, as many as it takes; where it
    stands twice, the words around it tell the two apart. Empty when no directive leads there.

    It goes behind `address`, the section's, which may have a fragment already: "p#sec5:~:text=…".
    """
    passage = _without_marks(text, start, end)
    if passage is None:
        return ""
    page = _comparable(text)
    for directive in _candidates(text, passage):
        if _is_bounded(text, directive) and _target(page, text, directive) == passage:
            return ("" if "#" in address else "#") + _encode(text, directive)
    return ""


def _without_marks(text: str, start: int, end: int) -> _Span | None:
    """Leave out what stands before the first and behind the last letter or digit."""
    first = _LETTER.search(text, start, end)
    if first is None:
        return None
    while not _LETTER.match(text, end - 1):
        end -= 1
    return first.start(), end


def _candidates(text: str, passage: _Span) -> Iterator[_Directive]:
    """Yield ever longer directives for a passage: alone, then with words around it."""
    first, last = passage
    words = [match.span() for match in _UNBROKEN.finditer(text, first, last)]
    one_line = "\n" not in text[first:last]
    whole = (passage, (last, last))
    alone: list[tuple[_Span, _Span]] = []
    long = not one_line or len(words) > _WHOLE_QUOTE_WORDS
    edges = _edges(text, passage, words) if long else ()
    for opening, closing in chain(edges, [whole] * one_line):
        alone.append((opening, closing))
        yield _Directive((first, first), opening, closing, (last, last))
    if not alone:
        return
    forms = [whole] if one_line and len(words) <= _WHOLE_QUOTE_WORDS else alone[-2:]
    for prefix, suffix in _contexts(text, passage):
        for opening, closing in forms:
            yield _Directive(prefix, opening, closing, suffix)


def _edges(text: str, passage: _Span, words: list[_Span]) -> Iterator[tuple[_Span, _Span]]:
    """Yield first and last words of a passage, ever more of them, each within one paragraph."""
    first, last = passage
    line_end = text.find("\n", first)
    line_start = text.rfind("\n", first, last) + 1
    ends = [end for _, end in words if line_end < 0 or end <= line_end]
    starts = [start for start, _ in words if start >= line_start]
    half = len(words) // 2 if line_start == 0 else max(len(ends), len(starts))
    for count in range(min(_EDGE_WORDS, half), min(_MOST_EDGE_WORDS, half) + 1):
        if count:
            opening = (first, ends[min(count, len(ends)) - 1])
            yield opening, (starts[-min(count, len(starts))], last)


def _contexts(text: str, passage: _Span) -> Iterator[tuple[_Span, _Span]]:
    """Yield the words behind a passage, before it, on both sides: in its paragraph, then beyond."""
    first, last = passage
    nowhere = (first, first), (last, last)
    before = _prefixes(text, first, text.rfind("\n", 0, first) + 1)
    after = _suffixes(text, last, text.find("\n", last))
    gap_start = len(text[:first].rstrip())
    gap_end = len(text) - len(text[last:].lstrip())
    if not before and "\n" in text[gap_start:first]:
        before = _prefixes(text, gap_start, text.rfind("\n", 0, gap_start) + 1)
    if not after and "\n" in text[last:gap_end]:
        after = _suffixes(text, gap_end, text.find("\n", gap_end))
    for suffix in after:
        yield nowhere[0], suffix
    for prefix in before:
        yield prefix, nowhere[1]
    if before and after:
        for count in range(max(len(before), len(after))):
            yield before[min(count, len(before) - 1)], after[min(count, len(after) - 1)]


def _prefixes(text: str, end: int, line_start: int) -> list[_Span]:
    """Return ever longer prefixes that end at `end`, the marks after their last word included."""
    end = line_start + len(text[line_start:end].rstrip())
    starts = [match.start() for match in _UNBROKEN.finditer(text, line_start, end)]
    return [(start, end) for start in reversed(starts[-_MOST_CONTEXT_WORDS:])]


def _suffixes(text: str, start: int, line_end: int) -> list[_Span]:
    """Return ever longer suffixes that begin at `start`, the marks before their first word too."""
    line = text[start : line_end if line_end >= 0 else len(text)]
    start += len(line) - len(line.lstrip())
    line = line.strip()
    ends = [match.end() for match in _UNBROKEN.finditer(line)]
    return [(start, start + end) for end in ends[:_MOST_CONTEXT_WORDS]]


def _is_bounded(text: str, directive: _Directive) -> bool:
    """Return whether the parts begin and end between words where the draft asks for it.

    The outer ends of prefix and suffix need it, the passage's own where no such part adjoins, and
    the inner ends of start and end.
    """
    prefix, start, end, suffix = directive
    edges = [(prefix if _length(prefix) else start)[0]]
    edges.append(suffix[1] if _length(suffix) else (end if _length(end) else start)[1])
    if _length(end):
        edges += [start[1], end[0]]
    return not any(_inside_word(text, edge) for edge in edges)


def _inside_word(text: str, at: int) -> bool:
    space = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at))
    for match in _UNBROKEN.finditer(text, space + 1):
        if match.start() >= at:
            return False
        if at < match.end():
            return True
    return False


def _target(page: _Comparable, text: str, directive: _Directive) -> _Span | None:
    """Return the span that a browser would mark for a directive, or None."""
    prefix, start, end, suffix = (_compared(text[slice(*part)])[0] for part in directive)
    body = page.text
    at = 0
    while True:
        found = body.find(prefix or start, at)
        if found < 0:
            return None
        at = found + 1
        if prefix:
            found = _past_space(body, found + len(prefix))
            if not body.startswith(start, found):
                continue
        finish = found + len(start)
        while True:
            if end:
                closing = body.find(end, finish)
                if closing < 0:
                    return None
                finish = closing + len(end)
            if not suffix or body.startswith(suffix, _past_space(body, finish)):
                return page.original(found), page.original(finish - 1) + 1
            if not end:
                break


def _past_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


@lru_cache(maxsize=4)
def _comparable(text: str) -> _Comparable:
    return _Comparable(text)


def _compared(text: str) -> tuple[str, Sequence[int]]:
    """Return a text in the form in which it is compared, and where each character stood."""
    folded = fold(text)
    if folded.text.isascii():
        return folded.text.lower(), folded.offsets
    letters = [_plain(letter) for letter in folded.text]
    offsets = [
        offset for letter, offset in zip(letters, folded.offsets, strict=False) for _ in letter
    ]
    return "".join(letters), [*offsets, len(text)]


@lru_cache(maxsize=1024)
def _plain(letter: str) -> str:
    """Return a letter without case and accents."""
    parts = unicodedata.normalize("NFKD", letter.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def _length(span: _Span) -> int:
    return span[1] - span[0]


def _encode(text: str, directive: _Directive) -> str:
    prefix, start, end, suffix = (_percent(text[slice(*part)]) for part in directive)
    parts = [f"{prefix}-" if prefix else "", start, end, f"-{suffix}" if suffix else ""]
    return ":~:text=" + ",".join(filter(None, parts))


def _percent(part: str) -> str:
    """Percent-encode, the hyphen too: a bare `-`, `,` or `&` has a meaning in a directive."""
    return percent_encode(" ".join(part.split()), safe="").replace("-", "%2D")
