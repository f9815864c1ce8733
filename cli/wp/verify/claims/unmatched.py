"""The words of a supported sentence that the source does not have where it has the figures.

A verdict is on figures and dates. What else a sentence tells, a reader has to look up: these are
the words to look for.
"""

from collections.abc import Sequence
from functools import cache

from wp.english import MONTHS
from wp.quantities.words import OPENING_WORDS
from wp.statements.roles import movement_words
from wp.statements.terms import stems_of, terms
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.predicates import says_nothing
from wp.verify.verdict import ClaimFigure

# Words that order or tie what is told, and those that name the document.
_TYING = (
    "upwards early late anti non pre post mid other others back second further half higher above "
    "below already whole part time one ones such own far going while though because according "
    "among against following including also still even just only nearly almost about around "
    "roughly altogether total themselves itself himself herself year month day week decade former "
    "latter respectively together meanwhile however thus hence then now today since until paper "
    "document report text statement says said per percent"
)


def unmatched_words(
    sentence: str, figures: Sequence[ClaimFigure], index: ClaimIndex
) -> tuple[str, ...]:
    """Return the telling words of a sentence that the source lacks, as printed and in order.

    They neither stand in the paragraphs of the facts that its figures were held against nor are
    near in meaning to a word there. Words side by side are one: "Vladimir Putin", "tip-offs".
    """
    held_against = [index.by_id[one.fact] for one in figures if one.fact]
    if not held_against:
        return ()
    there = index.naming.union(*(known.words | index.around(known.fact) for known in held_against))
    spans: list[tuple[int, int]] = []
    for term in terms(sentence):
        printed = sentence[term.start : term.end]
        if term.stem in there or term.stem in _passed_over() or not printed[0].isalpha():
            continue
        if says_nothing(printed) or index.is_kin(term.stem, there):
            continue
        beside = spans and sentence[spans[-1][1] : term.start] in (" ", "-")
        start = spans.pop()[0] if beside else term.start
        spans.append((start, term.end))
    return tuple(dict.fromkeys(sentence[start:end] for start, end in spans))


@cache
def _passed_over() -> frozenset[str]:
    return stems_of(_TYING) | stems_of(" ".join((*OPENING_WORDS, *MONTHS))) | movement_words()
