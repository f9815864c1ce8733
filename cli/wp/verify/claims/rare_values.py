"""Figures whose very value tells them: one of some digits that a document has of one thing alone.

Few words need agree then, as long as none of them is of another figure of the same measure.
"""

from wp.statements.roles import movement_words
from wp.statements.terms import stems_of
from wp.verify.claims.claim_index import ClaimIndex, Countable
from wp.verify.claims.context import Context
from wp.verify.claims.reported import Mention, Report
from wp.verify.claims.slots import MOVING, NO_KIND, PLAIN, Slots, names_kind
from wp.verify.claims.values import comparable, is_told, is_value_of

_DIGITS = 3  # a value of fewer significant digits comes up by chance
_FAR = 20
_LAPSES = "year years decade earlier later before previous preceding still then time"
_ADVERBS = "alone next mere merely only just even almost hardly"


def is_rare_value(
    mention: Mention,
    report: Report,
    countable: Countable,
    slots: Slots,
    index: ClaimIndex,
    context: Context,
) -> bool:
    """Return whether a value, its unit and place tell a figure, whatever words are used for it.

    The value must be the figure's own and stand for one thing in the documents; no word may be one
    that another figure of its measure has and this one has not, nor may most of them be the
    documents' words for something else.
    """
    if not _may_tell(mention, report, countable, slots, index):
        return False
    known = countable.words
    near = index.paragraph_words(countable.known)
    if any(report.strange_names(0, len(report.sentence), known | near | index.naming)):
        return False
    rare = _digits(mention.quantity.value) >= _DIGITS
    plain = stems_of(f"{PLAIN} {_ADVERBS} {MOVING} {NO_KIND} people")
    clause = mention.said.clause - movement_words() - index.naming - plain
    if not clause - stems_of(_LAPSES):
        if rare and not clause:
            return bool(context.words & known - index.naming)
        return index.goes_on(context.facts, countable.known)  # "ten years earlier it had been 7.4"
    mine = index.total(clause & known)
    if index.total(filter(index.knows, clause - known - near)) > mine or any(
        _outdoes(rival, mention, report, mine, clause, countable, index)
        for rival in index.countables
    ):
        return False
    if not rare:
        return 2 * mine + index.total(clause & near - known) >= index.total(clause)
    return bool((report.words | context.words) & near - index.naming)


def _may_tell(
    mention: Mention, report: Report, countable: Countable, slots: Slots, index: ClaimIndex
) -> bool:
    """Return whether a value is a drafted figure's own, stands for it alone, and counts no other
    thing."""
    quantity = mention.quantity
    own = countable.known.fact.draft and is_value_of(quantity, countable.figure)
    if quantity.ordinal or not own:
        return False
    if _digits(quantity.value) < 2 or not index.is_alone(countable):
        return False
    if quantity.unit or not names_kind(mention) or slots.thing == "same":
        return True
    # "331 of the judgments": the sentence before has them
    return bool(countable.words.intersection(mention.said.phrase))


def _digits(value: float) -> int:
    return len(f"{abs(value):.12g}".replace(".", "").strip("0"))


def _outdoes(
    rival: Countable,
    mention: Mention,
    report: Report,
    mine: float,
    clause: frozenset[str],
    countable: Countable,
    index: ClaimIndex,
) -> bool:
    """Return whether more of the words are another figure's of the same measure and role."""
    if rival.part.role != countable.part.role:
        return False
    if index.total(clause & rival.told) <= mine or not comparable(mention, rival):
        return False
    low, high = sorted((abs(rival.figure.value), abs(mention.quantity.value)))
    return high <= _FAR * low and not is_told(rival, report, mention)
