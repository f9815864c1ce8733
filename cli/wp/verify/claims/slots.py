"""Where a reported figure and one of the base say the same, and where they say otherwise.

What is compared besides the value: the thing counted, the words that tell siblings apart, the
period, the role (level or change, and which way), and the time that a rate is told for.
"""

import re
from functools import cache
from typing import Literal, NamedTuple

from wp.pattern import pattern
from wp.statements import PEOPLE, stems, stems_of, terms, thing_of, things_of
from wp.statements.agreement import compare_all, shares_end
from wp.statements.said import months_of
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.countables import Countable, is_part, is_value_of
from wp.verify.claims.others import relative_named, sibling_named, strange_qualifiers
from wp.verify.claims.reported import Dated, Mention, Report
from wp.verify.claims.verbs import COUNT_ENDED

Slot = Literal["thing", "sibling", "period", "role", "rate"]
Relation = Literal["same", "other", "open"]

_FATES = "died killed injured missing born arrested convicted"
_MANY = 1000  # hardly met by chance
_ENDS = pattern(r"\b(?:beg[iau]n\w*|start\w*|end(?:s|ed)|stops?|stopped)\b[^,;]*$")
_UP_TO = pattern(
    r"\b(?:by|until|till|up to|as of|as at|through)\b|\bstill\b[^,;]*\b(?:in|at) "
    rf"|{COUNT_ENDED}",
    re.IGNORECASE,
)
_FROM_WHEN = pattern(
    r"\b(?:back to|oldest|(?:dat|stemm|com)(?:ing|ed?) (?:back )?(?:to|from)"
    r"|(?:issued|adopted|passed|made|written|drawn up|drafted)(?: in the time)?(?: between| from)?)"
    r"\b[^,;.]*$"
)
_DATING = pattern(r"(?:ing|ed|made|written)(?: back)? (?:to )?$")
_FINITE = pattern(r"\b(?:is|are|was|were|been|has|have|had|will)\b|[,;:]")
PLAIN = (
    "senior top leading high ranking major main key chief large big huge vast small own overall "
    "internal external official formal new old recent current latest present former entire "
    "whole full complete different various several separate individual single so called famous "
    "joint common general special specific particular certain similar important significant "
    "international national domestic local foreign public private Chinese home whopping mere "
    "staggering impressive latter following above second further additional extra alleged anti "
    "counter strong already still newly great grand good bad infamous notorious sweeping "
    "ambitious landmark historic much touted vaunted celebrated controversial remarkable "
    "striking massive enormous tiny modest sole only real actual true purported self styled "
    "then outgoing incoming one weighty hefty fresh newest oldest biggest largest smallest "
    "highest lowest best worst hard tough odd matter range"
)
MOVING = (
    "began started opened ended closed stayed remained kept left leaves now still then before"
    " year size today planned expected budgeted earlier later previous preceding"
)
NO_KIND = "names entries things items ones places instances"
_TOTAL = frozenset(
    (
        *("in all", "in total", "altogether", "a total of", "all told", "taken together"),
        *("combined", "in the whole of", "over the whole", "the whole period", "entire period"),
    )
)


class Slots(NamedTuple):
    """How each slot of a figure is filled: as in the base, otherwise, or not at all.

    `rival` is the figure of the base that the words name instead.
    """

    thing: Relation
    sibling: Relation
    period: Relation
    role: Relation
    rate: Relation
    rival: Countable | None = None

    @property
    def others(self) -> list[Slot]:
        """The slots that are filled otherwise."""
        named: list[tuple[Slot, Relation]] = [
            ("thing", self.thing),
            ("sibling", self.sibling),
            ("period", self.period),
            ("role", self.role),
            ("rate", self.rate),
        ]
        return [slot for slot, relation in named if relation == "other"]


def names_kind(mention: Mention) -> bool:
    """Return whether a noun that tells a kind of thing stands with a number."""
    return mention.stated.named and bool(things_of(mention.stated.unit) - stems_of(NO_KIND))


def thing_relation(mention: Mention, countable: Countable, index: ClaimIndex) -> Relation:
    """Compare what is counted by its noun: "6,476 suspects" is not of 6,476 cases."""
    if mention.quantity.unit or mention.quantity.ordinal:
        return "open"
    thing = thing_of(mention.said.phrase, index.things)
    named = frozenset((thing,)) if thing else frozenset[str]()
    if not named and mention.stated.named:
        named = things_of(mention.stated.unit) - stems_of(NO_KIND)
    if not named and mention.said.ends:
        # "Drug cases solved: 9,927", "postal voters numbered 38,400" have it before the number.
        before = mention.said.near if mention.said.labelled else mention.said.near[:1]
        kinds = {thing_of((stem,), index.things) for stem in before} - {None}
        named = frozenset(kind for kind in kinds if kind) if len(kinds) == 1 else named
        named = named or frozenset(before[:1]) & countable.told  # "confessions are put at 58,000"
    if not named or not countable.things - {"count"}:
        return "open"
    if named & countable.things:
        return "same"
    behind = stems_of(_FATES).intersection(mention.said.near[1:2])
    if PEOPLE in named and countable.things & behind:
        return "same"  # "412 people died": 412 deaths
    if any(named & one.things for one in index.families[countable.family]
           if one.known is countable.known and not is_part(countable, one)):  # fmt: skip
        return "other"  # 139 teams, where 47 teams work in 139 departments
    if named & countable.told:
        # "190 laws": the source has "measures on law-based governance"
        qualifying = frozenset[str]().union(*countable.frames.values())
        measures = countable.figure.measures
        # "57,000 confessions" are of those who took the initiative to confess
        first = frozenset(
            term.stem
            for place, term in enumerate(terms(measures))
            if not place or measures.endswith(" to ", 0, term.start)
        )
        hidden = named <= qualifying - first and mention.stated.named
        return "other" if hidden else "same"
    if not named & index.things:
        return "open"  # the bases count no such thing: it may be another name for one
    beside = frozenset[str]().union(*(one.things for one in index.topics[countable.topic]))
    return "open" if named & countable.known.words and not named & beside else "other"


def compare(
    mention: Mention, report: Report, countable: Countable, index: ClaimIndex, date: Dated | None
) -> Slots:
    """Compare what a sentence says of a figure with what the base says of one of its own."""
    rival = sibling_named(mention, report, countable, index) or relative_named(
        mention, report, countable, index
    )
    sibling: Relation = "same"
    # "a river operation that solved 6,476 cases": only what is counted is told apart
    told = is_value_of(mention.quantity, countable.figure) and mention.quantity.value >= _MANY
    told = told and index.is_alone(countable) and bool(mention.said.phrase)
    if rival:
        sibling = "other"
    elif any(
        not index.is_common(word)
        and word not in countable.known.words | index.naming | stems_of(PLAIN)
        for noun, ours in mention.said.frames.items()
        if not index.is_common(noun) and (noun in mention.said.phrase or not told)
        for word in strange_qualifiers(noun, ours, countable)
    ):
        sibling = "open"
    return Slots(
        thing_relation(mention, countable, index),
        sibling,
        _period(mention, report, countable, date, index),
        _role(mention, countable),
        _rate(mention, report, countable),
        rival,
    )


def _period(
    mention: Mention, report: Report, countable: Countable, date: Dated | None, index: ClaimIndex
) -> Relation:
    if any(_dates_from(report, one, countable) for one in ((date,) if date else report.dates)):
        return "same"
    if date is None:
        ours, theirs = mention.said.months, countable.months
        if ours and theirs and not ours & theirs:
            return "other"
        # "On 4 August an update … , and 212,000 customers lost their supply"
        whole = months_of(countable.known.fact.quote)
        return "same" if ours <= theirs or (ours == whole and not theirs) else "open"
    if _is_up_to(date, report, countable):
        return "same"
    # "Labour Market Bulletin, second quarter of 2031" dates what has no date of its own.
    if not countable.periods:
        # "The earthquake of 4 March killed 1,846": what stands above is of that day
        above = (*index.titled(countable.known.fact), *index.times_before(countable.known))
        return "same" if compare_all(date.period, above) == "agrees" else "open"
    agreement = compare_all(date.period, countable.periods)
    if countable.part.role == "change" and date.period.start != date.period.end:
        # what changed "between 2012 and 2024" stands under the date of its end
        ends = {one.end for one in countable.periods if one.start == one.end}
        if any((one or "").startswith(date.period.end or "?") for one in ends):
            return "same"
    if agreement == "conflicts" and (
        _is_end(date, report, countable)
        # "the centenary of the PRC (founded in 1949)", where another year stands before
        or (not countable.own_periods and date.text in countable.known.fact.quote)
    ):
        return "open"
    if agreement == "conflicts":
        # "rules from 1949 to 2012 were reviewed" dates the rules, and not their review.
        told = countable.own_periods or shares_end(date.period, countable.scope)
        told = told or _dates_the_thing(mention, report, date)
        return "other" if told else "open"
    return "same" if agreement == "agrees" else "open"


def _dates_from(report: Report, date: Dated, countable: Countable) -> bool:
    """Return whether a date tells from when on what is counted is, as the source does beside the
    figure: "issued between October 1949 and June 2012", "going back to October 1949"."""
    ends = date.period.start, date.period.end
    return bool(
        any(
            one.start != one.end and ends in ((one.start, one.end), (one.start, one.start))
            for one in countable.scope
        )
        and _FROM_WHEN.search(report.sentence, 0, date.start)
    )


def _is_up_to(date: Dated, report: Report, countable: Countable) -> bool:
    """Return whether a date is said to be where the time ends: "by October 2017, 48 of them"."""
    end = date.period.end or date.period.start
    told = _UP_TO.search(report.sentence, max(date.start - 24, 0), date.start + 12)
    return told is not None and any(
        one.end == end != one.start for one in (*countable.periods, *countable.known.periods)
    )


def _is_end(date: Dated, report: Report, countable: Countable) -> bool:
    """Return whether a date is said to be where the time begins or ends: "the count begins in
    2014"."""
    ends = {end for one in countable.periods for end in (one.start, one.end)}
    told = _ENDS.search(report.sentence, max(date.start - 30, 0), date.start)
    return told is not None and date.period.start in ends and date.period.start == date.period.end


def _dates_the_thing(mention: Mention, report: Report, date: Dated) -> bool:
    """Return whether a date stands with the noun, not with the verb: "310 rules issued since
    2012"."""
    between = report.sentence[mention.quantity.end : date.start]
    return _DATING.search(between) is not None and not _FINITE.search(between)


def _role(mention: Mention, countable: Countable) -> Relation:
    """Compare level with change, and the way that both moved: "61,900 fewer" is not "more", nor is
    a surplus a loss."""
    ours, theirs = mention.said.part, countable.part
    said = mention.said.clause
    if are_opposite(said, countable.words) or are_opposite_kinds(said, countable.told):
        return "other"
    if ours.role == theirs.role and ours.sign * theirs.sign < 0:
        return "other"  # "declined to 4.4" is no less than "4.4 percent higher"
    return "same" if ours.role == theirs.role else "open"


def _rate(mention: Mention, report: Report, countable: Countable) -> Relation:
    if countable.measure and " per " in countable.measure:
        return "same"  # a speed: its unit has told the time
    ours = mention.said.spell
    if countable.spell and not ours:
        lower = report.sentence.lower()
        return "other" if any(words in lower for words in _TOTAL) else "open"
    if ours and countable.spell:
        return "same" if ours == countable.spell else "other"
    if ours and len(countable.own_periods) == 1:
        start, end = countable.own_periods[0].start, countable.own_periods[0].end
        if start and end and start[:4] != end[:4]:
            return "other"  # "every year" of what was counted over several
    return "same" if not ours else "open"


# What is left of a whole is told by the other kind.
_KINDS = (
    "women | men", "female | male", "girls | boys", "rural | urban", "public | private",
    "foreign | national domestic", "married | single", "yes | no", "old | young",
)  # fmt: skip
_CONTRARIES = (
    "surplus | loss deficit shortfall", "profit | loss deficit", "accept approve | reject refuse",
    "grant allow | refuse deny reject", "import | export", "win | lose", "arrival | departure",
    "oldest | youngest", "highest | lowest", "largest | smallest", "longest | shortest",
)  # fmt: skip

WordPair = tuple[frozenset[str], frozenset[str]]


def are_opposite_kinds(said: frozenset[str], told: frozenset[str]) -> bool:
    """Return whether one text has a kind and the other the opposite one, as stems: men, women."""
    return _are_opposed(said, told, _pairs(_KINDS))


def are_opposite(said: frozenset[str], told: frozenset[str]) -> bool:
    """Return whether one text says the opposite of the other: a surplus and a loss, men, women."""
    return _are_opposed(said, told, _pairs(_KINDS + _CONTRARIES))


def _are_opposed(said: frozenset[str], told: frozenset[str], pairs: tuple[WordPair, ...]) -> bool:
    # Most texts have no word of any pair.
    return not said.isdisjoint(_words(pairs)) and any(
        one & said and two & told and not (one & told or two & said) for one, two in pairs
    )


@cache
def _pairs(lines: tuple[str, ...]) -> tuple[WordPair, ...]:
    sides = [tuple(map(stems, line.split("|"))) for line in lines]
    return tuple(pair for one, two in sides for pair in ((one, two), (two, one)))


@cache
def _words(pairs: tuple[WordPair, ...]) -> frozenset[str]:
    return frozenset[str]().union(*(one for one, _ in pairs))
