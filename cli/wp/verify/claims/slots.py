"""Where a reported figure and one of the base say the same, and where they say otherwise.

What is compared besides the value: the thing counted, the words that tell siblings apart, the
period, the role (level or change, and which way), and the time that a rate is told for.
"""

import re
from typing import Literal, NamedTuple

from wp.pattern import pattern
from wp.quantities.units import convert
from wp.statements.agreement import compare_all, shares_end
from wp.statements.roles import movement_words
from wp.statements.said import months_of
from wp.statements.terms import stems, stems_of, terms
from wp.statements.things import is_person, thing_of, things_of
from wp.verify.claims.claim_index import ClaimIndex, Countable, is_part
from wp.verify.claims.opposites import are_opposite
from wp.verify.claims.reported import Dated, Mention, Report
from wp.verify.claims.values import POINTS, compare_value, is_value_of

Slot = Literal["thing", "sibling", "period", "role", "rate"]
Relation = Literal["same", "other", "open"]

_ALIKE = 0.5
_TWICE = 2.0
_MANY = 1000
_FEW = 20
_ORDINALS = "second third fourth fifth sixth seventh eighth ninth tenth first eleventh twelfth"
# A part is spoken of beside the figure, told or not.
_SOME = pattern(
    r"\b(?:most|many|some|few|several|part(?:ly)?|not|yet|half|of (?:them|these|those|which|whom)"
    r"|including|includes?|among|rest|remain\w*|\w+ others?|still|either)\b",
    re.IGNORECASE,
)
YEAR_BEFORE = pattern(
    r"(?<!than )(?<!than in )\b(?:(?:the|a|one) year (?:before|earlier)"
    r"|the (?:previous|preceding) year|last year)\b",
    re.IGNORECASE,
)
_DECIMAL = pattern(r"\d+\.\d+$")  # "3.0" below "Average stay"
_ENDS = pattern(r"\b(?:beg[iau]n\w*|start\w*|end(?:s|ed)|stops?|stopped)\b[^,;]*$")
_UP_TO = pattern(
    r"\b(?:by|until|till|up to|as of|as at|through)\b|\bstill\b[^,;]*\b(?:in|at) ", re.IGNORECASE
)
_DATING = pattern(r"(?:ing|ed|made|written)(?: back)? (?:to )?$")
_EXPECTED = pattern(
    r"\bhad (?:been )?(?:seen|expected|predicted|forecast|foreseen|hoped|thought|feared"
    r"|promised)\b",
    re.IGNORECASE,
)
_FORESEEN = pattern(
    r"\b(?:see|saw|seen|expect\w*|predict\w*|forecast\w*|fores\w+|hope\w*|estimat\w*|promis\w+"
    r"|plan\w*|project\w*|thought|fear\w*)\b",
    re.IGNORECASE,
)
_OUGHT = pattern(r"\b(?:should|must|ought|shall)\b[^.;]*$")
_NORM = pattern(
    r"\b(?:should|must|ought|shall|will|may|can|have to|has to|is to|are to|need\w*|requir\w+"
    r"|demand\w*|allow\w*|limit|target|goal|rules?|laws?|want\w*|recommend\w*|propos\w+|ask\w*"
    r"|call\w*)\b",
    re.IGNORECASE,
)
_OTHER = pattern(r"\b[Oo]thers?\b")
_OTHERS = pattern(r"(?:All )?[Oo]thers?\b")
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
    "highest lowest best worst hard tough odd"
)
NO_KIND = "names entries things items ones places"
_LEVELS = (
    "central federal provincial prefectural county municipal bureau township village district"
    " regional local communal ministerial"
)
_TOTAL = frozenset(
    ("in all", "in total", "altogether", "a total of", "all told", "taken together", "combined")
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


def comparable(mention: Mention, countable: Countable) -> bool:
    """Return whether two figures can count the same thing at all.

    Percent are never held against points, people never against dollars; "count" is no unit. A
    decimal ("4.1 for each vacancy") is an average, and no count of many.
    """
    quantity, figure = mention.quantity, countable.figure
    if countable.listed:
        named = mention.stated.named or things_of(figure.unit) & mention.said.clause
        if not (quantity.value < _FEW and named):
            return False
    if abs(quantity.value) > _MANY * abs(figure.value) and (figure.value % 1 or _DECIMAL.match(
        figure.text)):  # fmt: skip
        return False
    if quantity.ordinal or figure.unit == "ordinal":
        return quantity.ordinal and figure.unit == "ordinal"
    if quantity.unit is None:
        return countable.measure is None
    if countable.measure is None:
        return False
    return quantity.unit == countable.measure or (
        quantity.unit != POINTS and convert(1, countable.measure, quantity.unit) is not None
    )


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
    if not named or not countable.things - {"count"}:
        return "open"
    if named & countable.things:
        return "same"
    if any(named & one.things for one in index.families[countable.family]
           if one.known is countable.known):  # fmt: skip
        return "other"  # 139 teams, where 47 teams work in 139 departments
    if named & countable.told:
        # "190 laws": the source has "measures on law-based governance"
        qualifying = frozenset[str]().union(*countable.frames.values())
        first = frozenset(term.stem for term in terms(countable.figure.measures)[:1])
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
    rival = sibling_named(mention, report, countable, index) or _relative_named(
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
        for word in _strange(noun, ours, countable)
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
    if are_opposite(mention.said.clause, countable.words):
        return "other"
    if ours.sign and theirs.sign and ours.sign != theirs.sign:
        return "other"
    if ours.role == theirs.role or countable.listed:
        return "same"  # "run by six countries" tells of no change
    return "open"


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


def sibling_named(
    mention: Mention, report: Report, countable: Countable, index: ClaimIndex
) -> Countable | None:
    """Find the sibling that the words of a figure name: "on criminal cases", "at county level".

    Siblings stand in one topic or fact and have one unit. Of the words that tell two apart the
    figure's own clause must have the sibling's and hardly any of this one's; a sibling that the
    sentence reports beside it takes its words along.
    """
    clause = mention.said.clause - movement_words()
    own = countable.told
    for rival in index.siblings(countable):
        if rival.part.role == "change" and mention.said.part.role == countable.part.role == "level":
            continue  # what energy cost is not how much more it cost
        if rival.known is countable.known and report.is_whole(mention):
            continue  # "half of the 100 most wanted": what is told is told of the part
        if rival.own > own and is_told(rival, report, mention):
            continue  # "48 names on the list of 100 came home": its part has these words
        words = (rival.told - own) & clause
        qualified = _qualified_as(mention, countable, rival)
        if not (words or qualified):
            continue
        if is_of_others(rival, report):
            continue
        if not comparable(mention, rival) or is_other_norm(mention, report, rival):
            continue  # the average stay of 3.0 nights beside 6,842,000 nights
        if mention.quantity.ordinal:
            words &= rival.own  # "the third and the first report were approved": both were
        if rival.known is not countable.known:
            words -= countable.known.own
        lagged = YEAR_BEFORE.search(rival.known.fact.quote)
        if lagged and not YEAR_BEFORE.search(report.sentence):
            words -= stems("year")  # "1,284, more than the year before" is no figure of that year
        theirs = [word for word in words - index.naming if not is_person(word)]
        if theirs and not is_spoken_for(rival, report, mention, frozenset(theirs), index):
            fact = countable.known.fact  # what a draft's sentence leans on is said of it as well
            mine = countable.known.words if fact.draft and fact.context else own
            ours = (mine - rival.told) & clause
            if index.total(theirs) > _TWICE * index.total(ours):
                return rival
        if qualified and not is_told(rival, report, mention):
            return rival
    # "At provincial level courts handled" is not what central organs did.
    levels = clause & stems_of(_LEVELS)
    # "regions" that are counted are no level
    mine = own & stems_of(_LEVELS) - stems(countable.figure.unit)
    if levels and mine and not own & levels:
        return countable
    return countable if _qualified_otherwise(mention, countable, index) else None


def _relative_named(
    mention: Mention, report: Report, countable: Countable, index: ClaimIndex
) -> Countable | None:
    """Find the part or whole of a figure that the words name instead: the 20 countries with which
    treaties were signed are not "in force with 20 countries".
    """
    clause = mention.said.clause
    parted = [
        other
        for other in index.families[countable.family]
        if is_part(other, countable) or is_part(countable, other)
    ]
    if not parted or report.is_whole(mention) or _SOME.search(report.sentence):
        return None
    named: list[Countable] = []
    for other in parted:
        alike = frozenset[str]().union(
            *(one.own for one in index.families[other.family] if one is not other)
        )  # "at county level" tells it from what is told at bureau level
        apart = (other.own - countable.told) & clause
        if apart - alike and not (countable.own - other.own) & clause:
            named.append(other)
    return named[0] if len(named) == 1 else None  # who names several parts means the whole


def _qualified_as(mention: Mention, countable: Countable, rival: Countable) -> bool:
    """Return whether a noun is qualified just as the sibling's, and otherwise than this one's:
    "civil and commercial cases" are not "civil, commercial and criminal cases".

    Some of this one's qualifiers may stand with another noun: "civil and commercial treaties".
    """
    for noun, mine in countable.frames.items():
        theirs = rival.frames.get(noun)
        if theirs and mine and theirs != mine:
            ours = mention.said.frames.get(noun)
            if ours == theirs or (theirs < mine and mention.said.clause & mine == theirs):
                return True
    return False


def _qualified_otherwise(mention: Mention, countable: Countable, index: ClaimIndex) -> bool:
    """Return whether a noun has a qualifier where the figure has another of the same kind.

    The kinds are the base's own: "provincial level" against "bureau level", "Third Plenary Session"
    against "Fourth".
    """
    for noun, ours in mention.said.frames.items():
        for word in _strange(noun, ours, countable):
            if word in countable.known.own and not any(
                word in sibling.told for sibling in index.siblings(countable)
            ):
                continue  # the fact tells it of all: "UN peacekeeping" of "peacekeeping personnel"
            if word in stems_of(_ORDINALS) and countable.frames[noun] & stems_of(_ORDINALS):
                return True  # "Third Plenary Session" is not the fourth
            # "central-level departments": what qualifies the qualifier tells the noun apart too.
            mine = countable.frames[noun]
            if mine & mention.said.clause:
                continue  # "Discipline Inspection paid flexible visits"
            mine = mine.union(*(countable.frames.get(one, frozenset()) for one in mine))
            if any(index.are_contrasted(word, one) for one in mine):
                return True  # "provincial departments" are not "central-level" ones
    return False


def _strange(noun: str, ours: frozenset[str], countable: Countable) -> frozenset[str]:
    """Return the qualifiers of a noun that a figure does not have, where it has others."""
    mine = countable.frames.get(noun)
    return ours - countable.told if mine and not mine & ours else frozenset()


def is_of_others(countable: Countable, report: Report) -> bool:
    """Return whether a figure is of a row of other things ("Other goods"), and a sentence names no
    others: "exported goods" are not these."""
    rest = _OTHERS.match(countable.known.fact.quote) is not None
    return countable.is_cell and rest and not _OTHER.search(report.sentence)


def is_other_norm(mention: Mention, report: Report, countable: Countable) -> bool:
    """Return whether a figure is what ought to be ("should wait 15 minutes"), and the reported one
    what is; or that what was expected, and this what came."""
    quote = countable.known.fact.quote
    said = _around(mention, report)
    if _EXPECTED.search(said) and not _FORESEEN.search(quote):
        return True  # "pollsters had seen them at 29 percent"
    ought = _OUGHT.search(quote[: max(quote.find(countable.figure.text), 0)])
    return ought is not None and not _NORM.search(said)


def _around(mention: Mention, report: Report) -> str:
    """Return what stands around a figure, to the figures beside it."""
    start, end = mention.quantity.start, mention.quantity.end
    low = max((one.quantity.end for one in report.figures if one.quantity.end <= start), default=0)
    high = min(
        (one.quantity.start for one in report.figures if one.quantity.start >= end),
        default=len(report.sentence),
    )
    return report.sentence[low:high]


def is_spoken_for(
    rival: Countable, report: Report, mention: Mention, words: frozenset[str], index: ClaimIndex
) -> bool:
    """Return whether words are said of another figure of the sentence, which its fact tells with
    them: a rival, or the other end of its range."""
    return any(
        words <= one.told and is_told(one, report, mention, words)
        for one in index.families[rival.family]
        if one.known is rival.known
    )


def is_told(
    countable: Countable,
    report: Report,
    mention: Mention | None,
    words: frozenset[str] = frozenset(),
) -> bool:
    """Return whether another figure of the sentence has the value of a figure of the base."""
    return any(
        other is not mention and words <= other.said.clause and comparable(other, countable)
        and compare_value(other.quantity, countable.figure) == "same"
        for other in report.figures
    )  # fmt: skip
