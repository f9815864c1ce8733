"""Text directives: links that open a page at a passage and mark it there.

The form is `#:~:text=[prefix-,]start[,end][,-suffix]` of the WICG draft "URL Fragment Text
Directives". A browser takes the first place where the parts match whole words in this order,
without regard to case, so a directive is proven against the section's text before it is given.
"""

import re
from urllib.parse import quote as percent_encode

from wp.text import WORD

_WHOLE_QUOTE_WORDS = 8
_EDGE_WORDS = 4
_MOST_EDGE_WORDS = 24


def text_directive(text: str, start: int, end: int) -> str:
    """Give the text directive that leads to `text[start:end]` and to nothing before it.

    `text` is a section with one paragraph a line. Start and end of the passage are shortened to
    their first and last words, lengthened until they are unique; where a passage stands twice, the
    words before it tell the two apart. Empty when no directive leads there.
    """
    spans = [match.span() for match in WORD.finditer(text, start, end)]
    if not spans:
        return ""
    first, last = spans[0][0], spans[-1][1]
    if len(spans) <= _WHOLE_QUOTE_WORDS and "\n" not in text[first:last]:
        return _prefixed(text, first, (first, last), None)
    for count in range(_EDGE_WORDS, _MOST_EDGE_WORDS):
        opening = (first, _within_line(text, first, spans[: min(count, len(spans) // 2)]))
        closing = (_from_line(text, last, spans[-min(count, len(spans) // 2) :]), last)
        if _target(text, "", _words(text, opening), _words(text, closing)) == (first, last):
            return _encode("", text[slice(*opening)], text[slice(*closing)])
    return _prefixed(text, first, opening, closing)


def _within_line(text: str, first: int, spans: list[tuple[int, int]]) -> int:
    """Give where the opening words end, none beyond the line the passage begins in."""
    line_end = text.find("\n", first)
    ends = [end for _, end in spans if line_end < 0 or end <= line_end]
    return ends[-1]


def _from_line(text: str, last: int, spans: list[tuple[int, int]]) -> int:
    """Give where the closing words begin, none before the line the passage ends in."""
    line_start = text.rfind("\n", 0, last) + 1
    return next(start for start, _ in spans if start >= line_start)


def _prefixed(
    text: str, first: int, opening: tuple[int, int], closing: tuple[int, int] | None
) -> str:
    """Try the passage alone, then behind ever more of the words before it in its line."""
    line_start = text.rfind("\n", 0, first) + 1
    before = [match.span() for match in WORD.finditer(text, line_start, first)]
    closing_words = _words(text, closing) if closing else ""
    last = closing[1] if closing else opening[1]
    for count in range(min(len(before), _MOST_EDGE_WORDS) + 1):
        prefix = (before[-count][0], before[-1][1]) if count else (first, first)
        target = _target(text, _words(text, prefix), _words(text, opening), closing_words)
        if target == (first, last):
            return _encode(
                text[slice(*prefix)],
                text[slice(*opening)],
                text[slice(*closing)] if closing else "",
            )
    return ""


def _words(text: str, span: tuple[int, int]) -> str:
    return text[span[0] : span[1]]


def _target(text: str, prefix: str, opening: str, closing: str) -> tuple[int, int] | None:
    """Give the span that a browser would mark: the first match of the parts in order."""
    pattern = rf"\b{re.escape(opening)}\b"
    if prefix:
        pattern = rf"\b{re.escape(prefix)}\b\W*?(?P<passage>{pattern})"
    found = re.search(pattern, text, re.IGNORECASE)
    if not found:
        return None
    start, end = found.span("passage") if prefix else found.span()
    if closing:
        finish = re.compile(rf"\b{re.escape(closing)}\b", re.IGNORECASE).search(text, end)
        if not finish:
            return None
        end = finish.end()
    return start, end


def _encode(prefix: str, opening: str, closing: str) -> str:
    parts = [_percent(opening)]
    if prefix:
        parts.insert(0, _percent(prefix) + "-")
    if closing:
        parts.append(_percent(closing))
    return "#:~:text=" + ",".join(parts)


def _percent(text: str) -> str:
    """Percent-encode, the hyphen too: a bare `-`, `,` or `&` has a meaning in a directive."""
    return percent_encode(text, safe="").replace("-", "%2D")
