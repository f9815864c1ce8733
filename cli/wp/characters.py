"""Characters that are written in several ways, or cannot be seen: one table for all readers.

What `fold` evens out of a text is listed here, for quotations, drafts, drafting and search alike.
"""

import re
import unicodedata

QUOTATION_MARKS = "\"'`´‘’‚‛“”„‟′″‹›«»「」『』＂＇ʼ〝〞〟❛❜❝❞《》〈〉"
DASHES = "-‐‑‒–—―−﹣－"
ELLIPSES = "…⋯‥"
SPACES = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)

# Default_Ignorable_Code_Point of the Unicode Character Database (DerivedCoreProperties.txt), and
# the byte order mark among it; code points that are not assigned are left out.
INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"
)
"""Characters that are not shown, as the inside of a character class."""

# Blocks of characters that stand for others by their look: letterlike signs, Roman numerals, Arabic
# and Latin presentation forms, half and full width, letters of mathematics, digraphs. Raised and
# lowered digits and fractions are not among them: 10² is not 102.
_PRESENTATION = (
    "\u0132\u0133\u013f\u0140\u0149\u017f\u01c4-\u01cc\u01f1-\u01f3\u2103\u2109\u2116\u2126\u212a\u212b"
    "\u2160-\u217f\u2e80-\u2fd5\uf900-\ufaff\ufb00-\ufb17\ufb1d-\ufdff\ufe70-\ufefc"
    "\uff03-\uff06\uff0a\uff0b\uff0f-\uff19\uff1c-\uff1e\uff20-\uff3a\uff3e\uff3f\uff41-\uff5a\uff5c"
    "\uff5e\uff65-\uff9f\uffe0-\uffe6\U0001d400-\U0001d7ff"
)
_LOOKALIKES = {"º": "°", "ʼ": "’"}  # an ordinal sign for a degree, a letter for an apostrophe
# Patterns, not compiled: most texts are ASCII and need none of them.
_HIDDEN = f"[{INVISIBLE}]"
_FORMS = f"[{_PRESENTATION}]"
UNEVEN = f"[{INVISIBLE}{_PRESENTATION}{''.join(_LOOKALIKES)}]|[０-９][，．](?=[０-９])"
"""What a text must hold to have a hidden character or a presentation form."""
NUMBER_POINTS = "(?<=[０-９])[，．](?=[０-９])"
"""A comma or point inside a number that is written in full-width digits."""

# Scripts that put no space between words: Thai, Lao, Myanmar, Khmer, kana, Han.
DENSE = (
    "\u0e00-\u0e4e\u0e80-\u0ece\u1000-\u103f\u1780-\u17d3\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
)
"""Letters of scripts without spaces, as the inside of a character class."""
DENSE_NUMERALS = frozenset("一二三四五六七八九十百千万亿萬億兆〇零两兩")
"""Those of them that are numbers, in Chinese and Japanese."""


def is_invisible(character: str) -> bool:
    """Return whether a character is not shown."""
    return bool(re.match(_HIDDEN, character))


def plain_form(character: str) -> str:
    """Return the ordinary characters that a presentation form stands for: "ﬁ" is "fi", "８" is "8".

    Any other character is given back as it is.
    """
    if re.match(_FORMS, character):
        return unicodedata.normalize("NFKC", character)
    return _LOOKALIKES.get(character, character)
