"""The number or letter that a paragraph or list item begins with, which is no part of its words."""

from wp.pattern import pattern
from wp.quantities.read import quantities

_MARK = pattern(
    r"(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})\)|\d{1,3}\.)\s+(?=\S)"
    r"|(?P<number>\d{1,3}(?:\.\d{1,3})+)\.?\s+(?=[\"“(]?[A-Z])"
)
_REACH = 60  # characters that a number and its unit take at most


def mark_end(text: str) -> int:
    """Return the offset behind a paragraph's mark and the white space that follows; 0 without one.

    "2.4 COVID-19 closed …" has one; "2.1 GW were built" begins with a figure.
    """
    mark = _MARK.match(text)
    if mark is None:
        return 0
    if mark["number"]:
        read = next(iter(quantities(text[:_REACH])), None)
        if read and read.start == 0 and read.end > mark.end("number"):
            return 0
    return mark.end()
