"""The words of a text that tell what it is about, as stems."""

import re
from functools import cache
from typing import Any, NamedTuple

from wp.text import words

# Function words, and the words with which any text reports any figure.
_EMPTY = frozenset(
    """
    a an the this that these those it its itself he him his she her they them their we our us you
    who whom whose which what when where why how there here and or but nor so yet as if than then
    of in on at by for from to into onto over under up down out off about with within without
    between among through during since until till after before against across along around
    is are was were be been being am has have had having do does did will would shall should can
    could may might must not no also only just even still again more most less least fewer some
    any each every all both either neither such same other another own one ones very too quite
    s t d ll re ve
    paper papers white passage text put puts say says said state states stated give gives given
    according accord count counts counted counting number numbers numbered figure figures total
    totals totalled totaled totalling totaling amount amounts amounted come comes came make makes
    made take takes took taken set sets stand stands stood reach reaches reached nearly almost
    roughly approximately exactly altogether overall well per cent percent many much several
    include includes included including contain contains contained
    add adds added recall recalls recalled note notes noted record records recorded report reports
    reported explain explains explained claim claims claimed mention mentions mentioned describe
    describes described write writes wrote written concede concedes conceded tell tells told
    show shows showed shown these remaining rest
    """.split()
)
_LETTER = re.compile(r"[^\W\d_]")


class Term(NamedTuple):
    """A telling word: its stem and its span in the text."""

    stem: str
    start: int
    end: int


@cache
def _stemmer() -> Any:
    from Stemmer import Stemmer  # type: ignore[import-not-found,unused-ignore]

    return Stemmer("english")


@cache
def _stem(word: str) -> str:
    """Stem an English word; British and American spelling, "member" and "membership" meet."""
    word = word.removesuffix("'s").removesuffix("'")
    if len(word) > len("ship") + 3:
        word = word.removesuffix("ship")
    stem: str = _stemmer().stemWord(word)
    return stem[:-2] + "iz" if stem.endswith("is") else stem


def terms(text: str) -> list[Term]:
    """Give the telling words of a text in order; numbers, function and reporting words left out."""
    found = []
    for word in words(text):
        lower = word.text.lower().replace("’", "'")
        if lower not in _EMPTY and _LETTER.match(lower) and len(lower) > 1:
            found.append(Term(_stem(lower), word.start, word.end))
    return found


def stems(*texts: str) -> frozenset[str]:
    """Give the stems of the telling words of some texts."""
    return frozenset(term.stem for text in texts for term in terms(text))
