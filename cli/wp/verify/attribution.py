"""Whose words a quotation is: the source's, another speaker's, a title, a word held at a distance.

Only for quotations that the source lacks. A draft quotes many; the one to look at is the one that
the draft itself says to be the source's.
"""

import re
from typing import Literal

from wp.pattern import pattern
from wp.text import words

Role = Literal["quotation", "other", "scare", "title"]

_SCARE_WORDS = 2
_NOUNS = (
    r"(?:(?:white )?paper|document|text|passage|section|chapter|conclusion|authors?|source"
    r"|sentence|same pages?)"
)
_SAYS = (
    r"(?:says?|said|states?|stated|writes?|wrote|written|puts? it|adds?|added|notes?|noted|claims?"
    r"|claimed|declares?|declared|explains?|explained|argues?|argued|asserts?|asserted|holds?|held"
    r"|records?|recorded|reports?|reported|reads?|concludes?|concluded|insists?|insisted|speaks?"
    r"|spoke|promises?|promised|lists?|listed|calls?|called|describes?|described|observes?"
    r"|observed|continues?|continued|goes on|quotes?|quoted|words?|wording|formulation)"
)
_ATTRIBUTED = pattern(
    rf"\b{_NOUNS}(?:['’]s)?(?:,? [^.;:]{{0,40}}?)? ?\b{_SAYS}\b"
    rf"|\b(?:according to|in the words of|as) (?:the |this |that |its )(?:same )?{_NOUNS}\b"
    rf"|\b{_SAYS} the {_NOUNS}\b"
    # A second sentence takes the source up by a pronoun: "it concludes".
    r"|\bit (?:also |then |further |even )?(?:says|said|states|stated|writes|wrote|adds|added|notes"
    r"|noted|claims|declares|declared|explains|argues|asserts|concludes|concluded|continues|goes on"
    r"|reads|insists)\b",
    re.IGNORECASE,
)
# "a critic of the paper says": not the paper speaks.
_SPOKEN_OF = pattern(r"\b(?:of|about|against|with|by|to|for)(?: \w+)? (?:white )?$", re.IGNORECASE)
_SMALL = frozenset("a an and as at by for from in into of on or the to under upon with".split())


def role_of(text: str, around: str, *, block: bool) -> Role:
    """Tell what a quotation is that the source lacks.

    Takes its words, the prose around it and whether it is a block quotation. One or two words are
    a "scare" quotation; words that begin with capitals throughout are a "title"; what the prose
    gives as the source's words is a "quotation"; the rest are some "other" speaker's.
    """
    found = [word.text for word in words(text)]
    if len(found) <= _SCARE_WORDS and not block:
        return "scare"
    if not block and _is_title(text, found):
        return "title"
    return "quotation" if _is_attributed(" ".join(around.split())) else "other"


def _is_attributed(around: str) -> bool:
    """Return whether the prose makes the source speak."""
    return any(
        not _SPOKEN_OF.search(around, 0, match.start()) for match in _ATTRIBUTED.finditer(around)
    )


def _is_title(text: str, found: list[str]) -> bool:
    telling = [word for word in found if word.lower() not in _SMALL and word[0].isalpha()]
    return (
        len(telling) > 1
        and found[0][0].isupper()
        and all(word[0].isupper() for word in telling)
        and text.rstrip()[-1] not in ".!;"
    )
