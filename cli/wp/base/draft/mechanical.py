"""Lines that state nothing: references, contents, addresses, marks of lists."""

import re

from wp.pattern import pattern
from wp.quantities.read import quantities

_TITLES = pattern(
    r"(?:\W*\d[\d.]*\W*)?(?:(?:list of )?(?:references|sources|abbreviations|acronyms|tables|"
    r"figures|works cited)|(?:select(?:ed)? )?bibliography|literature(?: cited)?|further reading|"
    r"(?:table of )?contents|index|acknowledge?ments?)\W*",
    re.IGNORECASE,
)
_WORD = pattern(r"[^\W\d_]{2,}")
_HAN = pattern(r"[\u3400-\u9fff]")
_ORIGIN = pattern(r"sources?\s*:", re.IGNORECASE)
# "Smith, J. and Jones, A. B. (2019) …", "[3] Jones A. …, Vol. 12(3), pp. 45-67."
_ENTRY = pattern(
    r"(?:\[?\d{1,3}[\].]?\s*)?[A-Z][\w'’-]+,?\s(?:[A-Z]\.[\s-]?)+"
    r"(?=.*(?:\((?:19|20)\d\d[a-z]?\)|\b\d+\s?\(\d+\)|\bpp?\. ?\d|\bdoi\b|\bISBN\b|"
    r",\s(?:19|20)\d\d\.$))"
)
# What a page or back cover has around its text.
_FURNITURE = pattern(
    r"\b(?:tel\s*[.:]|(?:telephone|phone|fax|e-?mail)\s*:|(?:IS[BS]N|reading time"
    r"|min(?:ute)?s? read|(?:use|accept|all|essential)(?: \w+)? cookies"
    r"|cookie (?:settings|policy))\b)|\+\d{1,3} \d[\d ]{4,}"
    r"|\(\d[\d,]* (?:readers|views|comments)\)",
    re.IGNORECASE,
)
_LONGEST_FURNITURE = 200
# A line of names and numbers: an address with its postal code, a band of rates.
_NUMBER = pattern(r"(?<![^\W_])\d[\d.,]*")
_SMALL = pattern(r"(?<![^\W_])(?!(?:of|the|and|de|la|le|du|des|del|der|die|van|von)\b)[a-z]\w+")
_POSTAL = pattern(r",\s*\d{2,3} ?\d{2,3}\s+[A-Z]|,\s*[A-Z]\w+\s+\d{4,5}\b")
_MANY = 3


def is_mechanical_title(title: str) -> bool:
    """Return whether a heading stands above references, contents and the like."""
    return _TITLES.fullmatch(title.strip()) is not None


def is_mechanical(text: str) -> bool:
    """Return whether a line or sentence states nothing.

    A label or numbers alone ("FIGURE 1.", "0.46 0.44"), where something comes from ("Source: …"),
    an entry of a bibliography.
    """
    if _ORIGIN.match(text) or _ENTRY.match(text):
        return True
    word = _WORD.search(text)
    has_two = word is not None and _WORD.search(text, word.end()) is not None
    return not has_two and not _HAN.search(text)


def is_furniture(text: str) -> bool:
    """Return whether a line stands around a text: an address, a band of rates, "9 min read"."""
    if len(text) > _LONGEST_FURNITURE:
        return False
    if not _SMALL.search(text):
        listed = len(_NUMBER.findall(text)) >= _MANY and not text.endswith((".", ";", ":", "!"))
        if listed or _POSTAL.search(text):
            return True
    return _FURNITURE.search(text) is not None


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
