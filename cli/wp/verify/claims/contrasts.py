"""What a sentence says the other way than the source's sentence that has its figure: the opposite
word, "all" of what is told of some, another's name in a list or table.

A drafted fact is a whole sentence: that a value and most words agree tells less of it than of a
curated one. What is found here leaves a figure open; it contradicts nothing.
"""

import re
from functools import cache

from wp.pattern import pattern
from wp.statements import stems
from wp.statements.roles import directions
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.contradictions import Judged
from wp.verify.claims.countables import Countable
from wp.verify.claims.operands import label_of, rows_beside
from wp.verify.claims.reported import Mention

# Of two words in one line a true sentence does not have one where the source has the other.
_OPPOSITES = (
    "approve accept adopt | reject refuse", "allow permit | ban forbid prohibit",
    "open | close", "lend lent | borrow", "import | export", "buy purchase | sell",
    "win won | lose lost", "average mean | median", "minimum | maximum", "paid | unpaid",
    "support favour | oppose object", "earn receive income revenue | spend expenditure cost",
    "surplus profit | deficit loss", "birth born | death died", "arrive arrival | depart departure",
    "compulsory mandatory | voluntary", "gain | lose lost", "increase | decrease",
    "build erect | demolish", "admit | discharge", "appoint | dismiss", "urban | rural",
    "public | private", "add join | leave strike", "start begin began | end finish stop",
    "succeed success | fail failure", "work function | fail failed", "known | unknown",
    "most | least", "oldest | youngest", "highest | lowest", "largest biggest | smallest",
    "longest | shortest", "best | worst", "first | last", "usable fit | unusable unfit",
)  # fmt: skip
_ALL = pattern(
    r"(?<!all in )\b(?:all (?:of )?|(?:every|each) (?:single )?(?:one )?of )"
    r"(?:(?:the|these|those|its|their) )?$",
    re.IGNORECASE,
)
_MOST_OF = pattern(
    r"\b(?:most|the (?:great |vast |large )?majority) of (?:(?:the|these|its|their) )?$", re.I
)
_SAYS_ALL = pattern(
    r"\b(?:all|every|each|both|whole|entire|throughout|without exception|no|none|nobody)\b", re.I
)
_SAYS_MOST = pattern(r"\b(?:most|majority|mainly|mostly|chiefly)\b", re.IGNORECASE)
_COMPARED = pattern(r"\b(?:less|fewer|lower|higher)\b", re.IGNORECASE)
_NAME = pattern(r"(?<!^)(?<![.!?] )\b[A-Z][\w’'-]+")


def contrast(sentence: str, mention: Mention, judged: Judged, index: ClaimIndex) -> str:
    """Return what a sentence says of a figure the other way than the document; "" for nothing."""
    countable = judged.countable
    if countable is None or not countable.known.fact.draft:
        return ""
    fact = countable.known.fact
    told = f"{fact.context} {fact.quote}"
    before = sentence[: mention.quantity.start]
    if (_ALL.search(before) and not _SAYS_ALL.search(told)) or (
        _MOST_OF.search(before) and not _SAYS_MOST.search(told)
    ):
        return "the source does not say it of all of them"
    opposite = "" if fact.is_row else _opposite(sentence, told)
    # what is worked out is of two, and compared
    return opposite or ("" if judged.is_derived else _of_another_name(sentence, countable, index))


def _opposite(sentence: str, told: str) -> str:
    """Return the word of a sentence whose opposite stands in what the source tells, and it not."""
    said, there = stems(sentence), stems(told)
    for ones, others in _pairs():
        if said & ones and there & others and not (said & others or there & ones):
            return f"the source says the opposite of “{', '.join(sorted(said & ones))}”"
    ways, others = (directions(_COMPARED.sub("", text)) for text in (sentence, told))
    if len(ways) == len(others) == 1 and ways != others:
        return "the source tells it the other way"
    return ""


@cache
def _pairs() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    sides = [tuple(map(stems, line.split("|"))) for line in _OPPOSITES]
    return tuple(pair for one, two in sides for pair in ((one, two), (two, one)))


def _of_another_name(sentence: str, countable: Countable, index: ClaimIndex) -> str:
    """Return the row or name of which the source has a figure, where a sentence names another."""
    said = stems(sentence)
    label = label_of(countable)
    if countable.is_cell:
        if label <= said:
            return ""
        for row in rows_beside(countable, index):
            other = label_of(row)
            if other and other <= said and not other <= label:
                return "the source has it in another row"
        return ""
    quote = countable.known.fact.quote
    named = stems(" ".join(_NAME.findall(quote))) - index.naming
    ours = named & countable.clause
    if not ours or ours & said:
        return ""
    for one in index.families[countable.family]:
        if one.known is countable.known and named & one.clause & said - countable.clause:
            return f"the source says that of {', '.join(sorted(ours))}"
    return ""
