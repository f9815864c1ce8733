"""Digits that stand for a number but are printed in a way that is not read: "62,5 percent", "79kr".

They are named, so that nobody takes a sentence for checked whose number was passed over. Digits of
names, codes, times, versions and references are none of them.
"""

from wp.pattern import pattern
from wp.quantities.exclusions import is_reference
from wp.quantities.numbers import Number
from wp.quantities.tokens import HYPHENS, Tokens, vocabulary

_LONGEST = 40
_OPENING = "([{\"'“‘«"
_CLOSING = ".,;:!?)]}\"'”’»"
# "sub-300 offices" counts, "COVID-19" is a name.
_PREFIXES = vocabulary("sub minus plus over under near")


_NAMED = pattern(
    # "5G", "3D", "12A", "4x4", "1080p"; versions and addresses; file numbers; times; codes
    r"[0-9]{1,3}[A-SU-Z]|[0-9]+x[0-9]+|[0-9]{3,4}p|[0-9]+(?:\.[0-9]{1,2}){2,}\S*"
    r"|[^,]*[0-9]+(?:[-–][0-9]+){2,}\S*|[0-9]+:[0-9]\S*|0[0-9]+\S*|24/7|9/11"
    r"|[^0-9]*[/:@#§№\\^_=&¶].*|.*[/\\@_].*[^\W\d].*|[0-9]+/[0-9]{4,}.*|.*/.*/.*"
)


def unread_at(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """Return the span of the number that the digits at a token are part of and that was not read.

    None where they are part of a name, code, time, version or reference.
    """
    source, token = tokens.source, tokens(index)
    start, end = token.start, token.end
    while start and token.start - start < _LONGEST and not source[start - 1].isspace():
        start -= 1
    while end < len(source) and end - token.end < _LONGEST and not source[end].isspace():
        end += 1
    while start < token.start and source[start] in _OPENING:
        start += 1
    while end > token.end and source[end - 1] in _CLOSING:
        end -= 1
    before = source[start : token.start]
    if (before and _is_name_before(before)) or _NAMED.fullmatch(source, start, end):
        return None
    number = Number(0, index, index + 1, token.start, token.end)
    return None if is_reference(tokens, number) else (start, end)


def _is_name_before(before: str) -> bool:
    """Return whether what is written onto digits makes them a name: "G20", "COVID-19", "(a)3"."""
    last = before[-1]
    if last.isalpha() or last in _CLOSING:
        return True
    return last in HYPHENS and before[:-1].isalpha() and before[:-1].lower() not in _PREFIXES
