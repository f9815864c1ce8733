"""The words of a text that tell what it is about, as stems."""

from functools import cache
from typing import Any, NamedTuple

from wp.text import WORD

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


class Term(NamedTuple):
    """A telling word: its stem and its span in the text."""

    stem: str
    start: int
    end: int


@cache
def _stemmer() -> Any:
    from Stemmer import Stemmer  # type: ignore[import-not-found,unused-ignore]

    return Stemmer("english", 0)  # no cache of its own: `_stem` has one


@cache
def _stem(word: str) -> str:
    """Stem an English word as printed; empty for one that tells nothing.

    British and American spelling, "member" and "membership" meet.
    """
    lower = word.lower().replace("’", "'")
    if lower in _EMPTY or len(lower) < 2 or not lower[0].isalpha():
        return ""
    lower = lower.removesuffix("'s").removesuffix("'")
    if len(lower) > len("ship") + 3:
        lower = lower.removesuffix("ship")
    stem: str = _stemmer().stemWord(lower)
    return stem[:-2] + "iz" if stem.endswith("is") else stem


def terms(text: str) -> list[Term]:
    """Give the telling words of a text in order; numbers, function and reporting words left out."""
    return [
        Term(stem, word.start(), word.end())
        for word in WORD.finditer(text)
        if (stem := _stem(word.group()))
    ]


def stems(*texts: str) -> frozenset[str]:
    """Give the stems of the telling words of some texts."""
    printed = set(WORD.findall("\n".join(texts)))
    return frozenset(filter(None, map(_stem, printed)))
