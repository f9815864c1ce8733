"""Whether somebody else than the source counts a number, or a sentence tells of somebody else."""

import re

from wp.pattern import pattern
from wp.statements import is_person, stems, stems_of
from wp.verify.claims.claim_index import ClaimIndex, Countable
from wp.verify.claims.reported import NAME, Mention, Report
from wp.verify.claims.values import is_slip

_DOES = r"(?:has|is|was|had|will|[a-z]+ed)\b"
_SUBJECT = pattern(rf"([A-Z][a-z]+[a-rt-z]) {_DOES}")
# "Brannock School of Law was founded in 1921 and teaches 1,178"
_NAMED = pattern(rf"(?!M[rs]s? )(?P<first>[A-Z][a-z]+) (?=[A-Z])(?:{NAME}) {_DOES}")
# "our own country has 31", "Our school, too, has", "In our own survey of 2016, 81 percent"
OURS = pattern(
    r"\b(?:our|my) (?!People\b)[^,;]*$"
    r"|^(?:(?:in|at|on|for|by) )?(?:our|my) (?!(?:people|count|reading)\b)[^;]*$",
    re.IGNORECASE,
)
# "Hofmann counts 1,950", "this newspaper has written about 31": no count of the source's
_COUNTS = pattern(
    r"(?:\b(?:[Tt]his newspaper|(?:[Oo]ur|[Mm]y) (?!People\b)(?:\w+ ){0,2}\w+"
    rf"|I|[Ww]e)|(?:An?|One) (?P<one>[a-z]+)|(?P<who>{NAME}))(?: (?:from|in|at|of) [A-Z]\w+)?"
    r"(?: \([^)]*\))? (?:(?:has|have|had|also) )*(?:count(?:s|ed)?|wrote|written|report(?:s|ed) on"
    r"|tall(?:y|ies|ied)|document(?:s|ed)?|estimates?d?|knows? of|knew of|found|finds|lists?|listed"
    r"|identif(?:y|ies|ied))\b[^,;:]*$"
    r"|\b(?:told|tells|wrote to|answered) (?:us|me)\b[^;:]*$"  # what somebody told a draft's author
)
_SO_MANY = r"(?:(?:about|some|more than|over|nearly|almost|up to|at least|only|just) )?$"
# "We employ 300", "he had decided 6,100 cases": what a person did, but for telling or reading it;
# "we, by contrast, have 240 soldiers"
_DID_SO_MANY = pattern(
    r"\b(?:I|[Ww]e|[Hh]e|[Ss]he)(?: (?:has|have|had|also|now|once|then)|['’]ve|['’]d)*"
    r" (?!(?:ha[sd]|have|also|now|once|then|g[ai]ve|cit|quot|mention|nam|put|not|said|says?|sees?"
    r"|saw|read|report|find|found|got|gets?|told|tells?|wr[io]te|add|state|call|repeat)[a-z]*\b)"
    rf"[a-z]+ {_SO_MANY}"
    r"|\b(?:I|[Ww]e)(?:, [^,;]{2,30},)?(?: (?:ourselves|too|also|now|still))* (?:have|had|own) "
    rf"{_SO_MANY}"
)
# "a poll of 1,178 lawyers", of which the source tells nothing
_POLLED = pattern(
    r"\b(?:polls?|surveys?|stud(?:y|ies)|sample|interviews?|questionnaires?)"
    r" (?:of|among|with|for) (?:(?:about|some|more than|over|nearly|almost) )?$"
)
_POLLS = "poll survey study sample interview questionnaire respondents"


def is_anothers_count(
    mention: Mention, report: Report, countable: Countable | None, index: ClaimIndex
) -> bool:
    """Return whether somebody else than the source gives a number as what he counts.

    A slip of the pen in the value of `countable` is no count.
    """
    if countable and is_slip(mention.quantity, countable.figure.value):
        return False
    before = report.sentence[: mention.quantity.start]
    if _DID_SO_MANY.search(before):
        return True
    if _POLLED.search(before) and not (countable and stems_of(_POLLS) & countable.words):
        return True
    found = _COUNTS.search(before)
    if not found:
        return False
    if found["one"]:
        return all(map(is_person, stems(found["one"])))
    # a name of which the source knows nothing: not "Beijing counts", "the State Council lists"
    names = stems(found["who"] or "") - index.naming
    return not found["who"] or not (index.is_at_home(found["who"]) or all(map(index.knows, names)))


def is_of_another(
    mention: Mention, report: Report, countable: Countable, index: ClaimIndex
) -> bool:
    """Return whether a sentence tells of another: "another 946", "in Mali", "the first tour"."""
    if OURS.search(report.sentence, 0, mention.quantity.start):
        return True
    known = countable.words | index.naming
    if any(report.strange_names(0, len(report.sentence), known).values()):
        return True
    subject = _SUBJECT.match(report.sentence, 0, mention.quantity.start)
    if subject and not all(map(is_person, stems(subject[1]) - known)):
        return True  # "India has sent": a bare singular is a name
    named = _NAMED.match(report.sentence, 0, mention.quantity.start)
    first = stems(named["first"]) if named else frozenset[str]()
    if first and not any(map(index.knows, first)):
        return True
    told = {one.value for one in countable.known.fact.figures if one.unit == "ordinal"}
    return not mention.quantity.ordinal and any(
        one.quantity.ordinal and one is not mention and one.quantity.value not in told
        for one in report.figures
    )
