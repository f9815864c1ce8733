"""Raised text: the mark of a note is no part of the sentence, a power is part of its number.

Markup raises it (`<sup>`, `^5^`), or the characters do ("¹²"); "[12]" and "[^1]" are marks in
print that has no raised ones.
"""

import re
from bisect import bisect_right
from sys import maxsize

from wp.documents.mapped import Mapped, join, spelt
from wp.pattern import pattern

_ONE = r"(?:\d{1,3}|[*†‡§¶]{1,3})"
_MARK = pattern(rf"{_ONE}(?:\s?[,;–-]\s?{_ONE})*")
_BRACKETED = pattern(r"[\[(]\s?\w{1,4}\s?[\])]")
_LETTERED = pattern(r"[a-z]|[ivx]{1,5}")
_EXPONENT = pattern(r"[+\u2212-]?\d{1,3}")
_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED = str.maketrans("0123456789+-\u2212", _DIGITS + "⁺⁻⁻")
_LOWERED = str.maketrans(_DIGITS, "0123456789")
# What a number raised behind it is the power of: a base, a unit, a letter of a formula.
_BASE = pattern(
    r"(?:(?<![\d.,])(?:10|2)|(?<![^\W\d_])(?:[^\W\d_]|[mcdhk]m|ft|in|mi|yd|co|chi|"
    r"(?:kilo|centi|milli)?met(?:re|er)s?|feet|foot|miles?|inch(?:es)?|yards?))$",
    re.IGNORECASE,
)
_REACH = 40  # characters before a mark that tell whether it is a power
BACK = frozenset(("↑", "↩", "↩\ufe0e", "⏎", "^"))
"""What stands for the way back from a note to its mark."""

_IN_TEXT = pattern(
    # Not behind another raised sign: "g m⁻²" is a power, sign and all.
    rf"(?<![{_DIGITS}⁺⁻])[{_DIGITS}]+(?:[,\u2009][{_DIGITS}]+)*"
    r"|(?<=\S)\^(?P<raised>[^\s^]{1,7})\^"
    # Behind a letter or a stop only: "201[8]" is a changed year, "liable [95]" a paragraph cited.
    r"|(?<=[^\W\d_.,;:!?\"'”’»)%])(?:\[\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\])+(?![\w(\[])"
    r"|(?<=[.,;:!?\"'”’»)%])(?:\[\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\])+(?![\w(\[])"
    r"|\[\^[^\]\s]+\]:?"
)
_MAY_HAVE = pattern(rf"[{_DIGITS}^\[]")


def raised(text: str, before: str, *, linked: bool = False) -> str | None:
    """Return the plain text of a superscript, or None for the mark of a note.

    `before` is the text that it is raised behind; `linked` whether it leads to another place of the
    page. Numbers get superscript digits ("10⁶"); letters stay as they are ("19th").
    """
    text = text.strip()
    if linked and (_MARK.fullmatch(text) or _LETTERED.fullmatch(text)):
        return None
    if _BRACKETED.fullmatch(text):
        return None
    power = _BASE.search(before.rstrip()[-_REACH:])
    if _MARK.fullmatch(text) and not power:
        return None
    return text.translate(_RAISED) if _EXPONENT.fullmatch(text) else text


def without_marks(
    body: Mapped, code: tuple[tuple[int, int], ...] = ()
) -> tuple[Mapped, tuple[Mapped, ...]]:
    """Cut the marks of notes that stand among the characters; gives the rest, and the marks.

    The spans of `code` have none: "v[0]" names a place in a list.
    """
    if not _MAY_HAVE.search(body.text):
        return body, ()
    pieces: list[Mapped] = []
    marks: list[Mapped] = []
    kept = 0
    for match in _IN_TEXT.finditer(body.text):
        span = code[max(bisect_right(code, (match.start(), maxsize)) - 1, 0)] if code else (0, 0)
        if span[0] <= match.start() < span[1]:
            continue
        before = body.text[max(match.start() - _REACH, 0) : match.start()]
        part = body.part(*match.span())
        text: str | None = None
        if match["raised"]:
            text = raised(match["raised"], before)
        elif match[0][0] in _DIGITS:
            text = raised(match[0].translate(_LOWERED), before)
        pieces.append(body.part(kept, match.start()))
        kept = match.end()
        if text is None:
            marks.append(part)
        elif text == match[0]:
            pieces.append(part)
        else:
            pieces.append(spelt(text, part))
    if not kept:
        return body, ()
    pieces.append(body.part(kept, len(body.text)))
    return join(pieces), tuple(marks)
