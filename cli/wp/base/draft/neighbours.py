"""What a sentence has from the one before it: the context, the unit of a bare number, the time."""

import re

from wp.base.draft.figures import DraftFigures, period_of
from wp.pattern import pattern
from wp.quantities.read import number_values
from wp.statements.read import Statement, read_statement

_POINTS_BACK = pattern(
    r"(?:(?:in|at|by|on|during|since) [^,;.]{3,25},? )?(?:it|they)\b"
    r"|(?:it|its|they|their|this|these|those|he|she|his|her|such|each|both"
    r"|that (?:is|was|are|were|leaves|left|makes|made|means|meant|brings|brought|comes|came)"
    r"|(?:[\w,-]+ )?(?:among|of) (?:them|these|those)"
    r"|the (?:rest|others|latter|former|document|report|figure|number|total))\b",
    re.IGNORECASE,
)
# "Thirty-seven were returned": of what is said before.
_ALONE = pattern(
    r"(?:(?:some|about|only|another|nearly|almost|more than|fewer than) )?([\w,-]+)"
    r" (?:(?:is|are|was|were|has|have|had|did|do|came|went|won|lost|fell|stood|reached|left|took)\b"
    r"|(?!hundred\b)\w+ed\b)",
    re.IGNORECASE,
)
_OF_THEM = pattern(r"([\w,-]+)(?<!th)(?<!half)(?<!third)(?<!quarter) of (?:them|these|those)\b")
_RATE = pattern(r" (?:an?|per) ")
_FRAMES = pattern(r"(?:in|on|at|by|during|until) ", re.IGNORECASE)


def points_back(sentence: str) -> bool:
    """Return whether a sentence leans on the one before: "It paid 12", "Of these, 613", "Nine were
    lost"."""
    return (
        _POINTS_BACK.match(sentence) is not None
        or _stands_alone(sentence)
        or _counts_them(sentence)
    )


def _counts_them(sentence: str) -> bool:
    """Return whether the first number of a sentence is of what stands before it: "It accepted 71 of
    them"."""
    found = _OF_THEM.search(sentence)
    before = sentence[: found.start()] if found else ""
    return found is not None and bool(number_values(found[1])) and not re.search(r"\d", before)


def _stands_alone(sentence: str) -> bool:
    found = _ALONE.match(sentence)
    return found is not None and not {*number_values(found[1])} <= {1}


def lend(found: DraftFigures, sentence: str, context: str) -> None:
    """Give the figures of a sentence that leans on another what that one says of them as well.

    A bare number counts what was counted before ("Of these, 613 had a line"); what has no time of
    its own has the one with which the sentence before begins.
    """
    if not (context and found.figures and points_back(sentence)):
        return
    before = read_statement(context)
    unit = _unit(before, _stands_alone(sentence))
    for raw in found.figures:
        if raw["unit"] == "count" and unit:
            raw["unit"] = unit
    framed = [date for date in before.dates if date.start == 0 and _FRAMES.match(date.text)]
    for raw in found.figures if framed else ():
        if "period" not in raw:
            raw["context_period"] = period_of(framed[0])


def _unit(before: Statement, alone: bool) -> str:
    """Return the unit of the last thing that a sentence counts by its noun.

    What stands `alone` as the subject of the next one is no rate: "Fourteen reached this limit".
    """
    counted = [one.unit for one in before.figures if one.named and not one.age]
    fitting = [unit for unit in counted if not (alone and _RATE.search(unit))]
    return fitting[-1] if fitting else ""
