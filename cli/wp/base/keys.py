"""Keys and ids made from words: unique, as the schema of a fact base wants them."""

import re
import unicodedata
from collections.abc import Collection

_DROPPED = frozenset(
    "a an the this that these those its it their our his her we they he she i you s and or of in "
    "on at to for from by with as is are was were be been being has have had will would shall "
    "must should can may into over under about more than also such all both which who whom whose "
    "not no there where when since".split()
)
_LONGEST = 48


def slug(text: str, most_words: int = 4) -> str:
    """Return the first telling words of a text, lower-case and joined by hyphens; "" for none.

    Accents are left off; letters without an ASCII form are passed over.
    """
    plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
    ascii_ = re.sub(r"'s?\b", "", plain.encode("ascii", "ignore").decode().lower())
    words = re.findall(r"[a-z0-9]+", re.sub(r"(?<=\d),(?=\d)", "", ascii_))
    telling = [word for word in words if word not in _DROPPED] or words
    key = ""
    for word in telling[:most_words]:
        longer = f"{key}-{word}" if key else word[:_LONGEST]
        if len(longer) > _LONGEST:
            break
        key = longer
    return key


def unique(key: str, taken: Collection[str]) -> str:
    """Return the key, with a number behind it where it is taken."""
    if key not in taken:
        return key
    number = 2
    while f"{key}-{number}" in taken:
        number += 1
    return f"{key}-{number}"
