"""Raised text: the mark of a note is no part of the sentence, a power is part of its number."""

import re

_ONE = r"(?:\d{1,3}|[*†‡§¶]{1,3})"
_MARK = re.compile(rf"{_ONE}(?:\s?[,;–-]\s?{_ONE})*")
_BRACKETED = re.compile(r"[\[(]\s?\w{1,4}\s?[\])]")
_LETTERED = re.compile(r"[a-z]|[ivx]{1,5}")
_EXPONENT = re.compile(r"[+\u2212-]?\d{1,3}")
_RAISED = str.maketrans("0123456789+-\u2212", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
# What a number raised behind it is the power of: a base, a unit, a letter of a formula.
_BASE = re.compile(
    r"(?:(?<![\d.,])(?:10|2)|(?<![^\W\d_])(?:[^\W\d_]|[mcdhk]m|ft|in|mi|yd|co|chi|"
    r"(?:kilo|centi|milli)?met(?:re|er)s?|feet|foot|miles?|inch(?:es)?|yards?))$",
    re.IGNORECASE,
)
BACK = frozenset(("↑", "↩", "↩\ufe0e", "⏎", "^"))
"""What stands for the way back from a note to its mark."""


def raised(text: str, before: str, *, linked: bool = False) -> str | None:
    """Give the plain text of a superscript, or None for the mark of a note.

    `before` is the text that it is raised behind; `linked` whether it leads to another place of the
    page. Numbers get superscript digits ("10⁶"); letters stay as they are ("19th").
    """
    text = text.strip()
    if linked and (_MARK.fullmatch(text) or _LETTERED.fullmatch(text)):
        return None
    if _BRACKETED.fullmatch(text):
        return None
    power = _BASE.search(before.rstrip()[-40:])
    if _MARK.fullmatch(text) and not power:
        return None
    return text.translate(_RAISED) if _EXPONENT.fullmatch(text) else text
