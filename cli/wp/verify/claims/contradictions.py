"""When a reported figure is contradicted: each way in which the source may have it otherwise."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from wp.model import has_day
from wp.pattern import pattern
from wp.quantities.units import convert
from wp.statements import PEOPLE, is_person, stems, stems_of, terms, thing_of, things_of
from wp.statements.agreement import compare_all
from wp.statements.roles import movement_words
from wp.statements.said import months_of
from wp.verify.claims.candidates import (
    KNOWN_LEAST,
    KNOWN_MOST,
    SMALL,
    SUPPORTS,
    Candidate,
    fits,
    is_rare,
    is_taken_for,
    is_told_by_value,
    leaves_no_doubt,
    share_known,
)
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.context import Context
from wp.verify.claims.countables import (
    Countable,
    comparable,
    is_part,
    is_slip,
    is_told,
    is_value_of,
    leans,
    topic_of,
)
from wp.verify.claims.operands import told_beside
from wp.verify.claims.others import (
    has_its_name,
    is_of_a_stranger,
    is_of_another,
    is_other_norm,
)
from wp.verify.claims.predicates import steps_taken, verbs_of
from wp.verify.claims.reported import PLACE, Dated, Mention, Report
from wp.verify.claims.slots import compare, names_kind, thing_relation
from wp.verify.verdict import ClaimVerdict

_UNLIKE, _MANY_TIMES = 100, 20
_ENDS = "highest lowest oldest youngest longest shortest largest smallest biggest maximum minimum"
_NO = pattern(r"\b(?:no|none|without)\b")
_OUR_OWN = pattern(r"\b(?:our|my) own\b", re.IGNORECASE)  # "in our own survey of 2016"
_FEW = 10
TELLS_NOTHING = "people persons earlier later before ago year years month months share average"
_HALF, _SLIPPED = 0.5, 0.25
_ANOTHER = pattern(r"\b(?:an)?other (?:some |about )?$", re.IGNORECASE)
_NOUN = pattern(r"\s+([a-z]+)")
_SHOWN = 60  # characters of what a draft's figure counts
_OF_WHICH = pattern(r"\s+of (?:them|these|those|which|whom)\b", re.IGNORECASE)
_KINDS = pattern(
    r"\s+(?:[^\W\d]+ )?(?:kinds?|types?|sorts?|forms?|categor(?:y|ies)|class(?:es)?|groups?) of\b"
)
_EACH = pattern(r"\b(?:apiece|each)\b")
_SOME_OF = pattern(r"\b(?:who|whose)\b", re.IGNORECASE)


class Judged(NamedTuple):
    """A verdict on one figure, the figure of the base that decided it, and why.

    `dated` tells what the date that bears on it is, where it has one; `left_open` that the base has
    it, but not as it is told; `is_derived` that it is worked out of figures of the base.
    """

    verdict: ClaimVerdict
    countable: Countable | None = None
    reason: str = ""
    dated: ClaimVerdict | None = None
    left_open: bool = False
    is_derived: bool = False


def slot_filled_otherwise(
    mention: Mention,
    report: Report,
    same: Sequence[Candidate],
    date: Dated | None,
    index: ClaimIndex,
    context: Context,
) -> Judged | None:
    """Judge the right value with one slot wrong: another sibling, period, way or rate."""
    if _OUR_OWN.search(report.sentence, 0, mention.quantity.start):
        return None
    for one in same:
        others = one.slots.others
        if len(others) != 1 or others == ["thing"]:
            continue
        rival = one.slots.rival
        if rival and rival.known is one.countable.known and rival.figure.value == 1:
            continue  # "one" alone is no figure of a draft
        # two figures of one sentence
        exchanged = rival and rival.known is one.countable.known
        # a value that stands once can be no other figure's
        once = mention.quantity.value >= SMALL and index.is_alone(one.countable)
        exchanged = exchanged and (one.like.fit >= SUPPORTS or once)
        # "a reserve of 8,000 has been ready since 2015", in what tells of peacekeeping
        goes_on = one.countable.topic in map(topic_of, context.facts)
        goes_on = goes_on and is_told_by_value(mention, report, one, index, context)
        countable = one.countable
        goes_on = goes_on or _same_day(date, countable)
        if not (exchanged or goes_on or fits(mention, report, one, index)):
            continue
        if others == ["sibling"] and date and one.slots.period != "same" and not is_rare(mention):
            continue  # "100 people sent back in 2016", where the source has 100 of another time
        if others == ["period"]:
            if report.is_whole(mention) and countable.known.fact.draft:
                continue  # "two thirds of the 1.6 billion had been paid out by August"
            if date and any(
                whole.start == date.start
                and compare_all(whole.period, countable.periods) == "agrees"
                for whole in report.dates
            ):
                continue  # of a span that agrees one end stands for a figure
            printed = ", ".join(f"“{period.text}”" for period in countable.periods)
            when = date.text if date else mention.text
            told = f"{when}: the source has {printed or shown(countable)}"
            return Judged("contradicted", countable, told, "contradicted" if date else None)
        if others == ["sibling"] and mention.said.denied != countable.denied:
            continue  # "71 were not upheld", which were set aside
        whole = report.whole_told(mention)
        if (
            rival
            and others == ["sibling"]
            and (
                _is_no_sibling(mention, report, countable, rival)
                or (countable.known.fact.draft and _is_unlike(mention, rival))
                or has_its_name(report, countable, rival, index)
                or (countable.is_cell and report.is_whole(mention))
                or (
                    date
                    and one.slots.period == "same"
                    and compare_all(date.period, rival.own_periods) == "conflicts"
                )
                or (whole and is_value_of(whole.quantity, rival.figure))
            )
        ):
            continue
        if (
            others == ["sibling"]
            and countable.is_cell
            and any(
                two.slots.thing == "same" and not (two.slots.others or two.countable.is_cell)
                for two in same
            )
        ):
            continue  # a sentence tells what the cell is of
        if others == ["sibling"] and one.slots.rival:
            return contradicted(mention, one.slots.rival, countable)
        way = {"role": "the other way", "rate": "for another stretch of time"}[others[0]]
        figure = countable.figure
        told = f"{mention.text}: the source has it {way} ({figure.text}, {shown(countable)})"
        return Judged("contradicted", countable, told)
    return None


def _is_no_sibling(
    mention: Mention, report: Report, countable: Countable, rival: Countable
) -> bool:
    """Return whether no more than a comparison names a figure's neighbour ("more than double the
    normal amount"), or a sentence has the month of the figure and not the neighbour's."""
    if is_of_its_month(report, countable, rival):
        return True
    apart = mention.said.clause & (rival.told - countable.told)
    return bool(apart) and apart <= stems_of("double twice half triple")


def is_of_its_month(report: Report, countable: Countable, rival: Countable) -> bool:
    """Return whether a sentence has the month of a figure and not that of a rival: what "was found
    in July" is no figure of April."""
    said = months_of(report.sentence)
    return bool(said & countable.months and rival.months and not said & rival.months)


def _same_day(date: Dated | None, countable: Countable) -> bool:
    """Return whether a date is a figure's own day in another year."""
    day = (date.period.start or "") if date and date.period.start == date.period.end else ""
    return has_day(day) and any(
        one.start != day and (one.start or "")[4:] == day[4:] for one in countable.periods
    )


def other_value(
    mention: Mention, report: Report, other: Sequence[Candidate], index: ClaimIndex
) -> Judged | None:
    """Judge another value, or another bound, of what is clearly the same thing."""
    if _is_bare(mention) and len(report.figures) > 1:
        return None  # "11 are thus not in force": what it counts stands elsewhere
    if _EACH.search(report.sentence, mention.quantity.end):
        return None  # "1,500 people to each"
    for one in other:
        if _is_no_rival(mention, report, one, index):
            continue
        if one.value == "bound" and fits(mention, report, one, index):
            figure = one.countable.figure
            told = f"{mention.quantity.text}: the source has {figure.text} ({shown(one.countable)})"
            return Judged("contradicted", one.countable, told)
        sure = leaves_no_doubt(mention, report, one, index, resumed=True)
        if one.value == "other" and sure:
            # who prosecuted 120 officials says nothing of the 440 who were investigated
            slip = is_taken_for(mention, one.countable, index)
            taken = steps_taken(report.sentence, mention.said.clause) - one.countable.known.words
            if slip or not taken:
                return contradicted(mention, one.countable)
    return None


def _is_no_rival(mention: Mention, report: Report, one: Candidate, index: ClaimIndex) -> bool:
    """Return whether a figure with another value is surely not the one that the sentence means."""
    slots = one.slots
    figure = one.countable.figure
    if figure.text.startswith("(") and mention.quantity.value == -figure.value:
        return True  # a cost of 286 stands as "(286)" in accounts
    if mention.said.part.role == "change" and figure.text.startswith("from "):
        return True  # "27 less", where it fell from 118 to 91
    if slots.others or "open" in (slots.period, slots.rate, slots.role, slots.sibling):
        return True
    named = slots.thing == "open" and names_kind(mention) and not mention.quantity.unit
    if named and not mention.quantity.ordinal and things_of(mention.stated.unit) & index.things:
        return True  # countries, of what the source counts as operations
    if counts_another(mention, one.countable, index):
        return True
    if _is_far(mention, one.countable):
        return True
    if (
        report.is_whole(mention)
        and one.countable.known.fact.draft
        and index.with_value(mention.quantity)
    ):
        return True
    if report.is_whole(mention) and any(
        is_part(one.countable, own) for own in index.with_value(mention.quantity)
    ):
        return True  # "county-level people are 4 percent of the 1,537,000"
    noun = _NOUN.match(report.sentence, mention.quantity.end) if mention.quantity.ordinal else None
    if noun and stems(noun[1]) - one.countable.words:
        return True  # "a second building" is no report
    slip = is_slip(mention.quantity, one.countable.figure.value)
    if not slip and is_of_another(mention, report, one.countable, index):
        return True
    if one.countable.known.fact.draft and is_of_a_stranger(report, index):
        return True
    if _are_average_and_end(mention.said.clause, one.countable.told):
        return True  # of the average complainant, where it has the youngest
    if one.countable.is_cell:
        known = one.countable.words | index.section_words(one.countable.known.fact)
        strange = mention.said.clause - known - movement_words() - stems_of(TELLS_NOTHING)
        if strange & index.measured:
            return True  # of jobs "in renewable energy", where a row has all jobs
    # "another 946", "58 of them": unless it is the value of another figure of the topic
    beside = _ANOTHER.search(report.sentence, 0, mention.quantity.start)
    beside = beside or _OF_WHICH.match(report.sentence, mention.quantity.end)
    if beside and not is_taken_for(mention, one.countable, index):
        return True
    strange = mention.said.clause - one.countable.words
    less = mention.quantity.value < one.countable.figure.value
    if strange and less and _SOME_OF.search(report.sentence):
        return True  # "fugitives who gave themselves up" may be some of them
    if any(
        is_told(one.countable, report._replace(figures=(other,)), mention)
        and thing_relation(other, one.countable, index) != "other"
        for other in report.figures
    ):
        return True  # it is reported beside this one
    if one.countable.known.fact.draft and (
        _is_barely_told(mention, report, one, index)
        or (not slip and _opens_with_another(report, one.countable, index))
    ):
        return True
    if any(
        own.topic == one.countable.topic
        and own.things == one.countable.things
        and (apart := mention.said.clause & one.countable.told - own.told)
        and all(map(is_person, apart))
        for own in index.with_value(mention.quantity)
    ):
        return True  # soldiers are persons by another name than military personnel
    if is_other_norm(mention, report, one.countable):
        return True  # "should wait 15 minutes" where they wait 22
    if _KINDS.match(report.sentence, mention.quantity.end):
        return True  # "three kinds of treaties"
    if _told_nearby(mention, report, one.countable, index):
        return True
    if one.countable.known.fact.draft and _is_elsewhere(report, one.countable, index):
        return True
    if one.countable.known.fact.draft and (
        mention.said.denied != one.countable.denied  # "3,500 candidates did not pass"
        # "there was no alarm in 23 percent", of alarms that operated
        or (_NO.search(report.sentence) and not _NO.search(one.countable.known.fact.quote))
        or mention.stated.unit == "count"
    ):
        return True  # "puts it at 240": of what is not said
    # "in 28 of the 47 the law does", "28 do": the source has the 19 where it does not
    wholes = [whole for whole in told_beside(mention, report, index)
              if is_part(one.countable, whole)]  # fmt: skip
    pairs = [(whole, one.countable) for whole in wholes]
    pairs += [(one.countable, part) for part in index.families[one.countable.family]
              if is_part(part, one.countable)]  # fmt: skip
    return any(
        is_value_of(mention.quantity, rest)
        for whole, part in pairs
        for rest in (whole.figure._replace(value=whole.figure.value - part.figure.value),)
    )


def counts_another(mention: Mention, countable: Countable, index: ClaimIndex) -> bool:
    """Return whether a noun is counted of which what a document tells of a figure has no word:
    guards, of a prison's inmates."""
    if not (countable.known.fact.draft and names_kind(mention)) or mention.quantity.unit:
        return False
    noun, words = stems(mention.stated.unit), countable.words
    if noun & words or thing_relation(mention, countable, index) == "same":
        return False
    return not any(index.is_kin(stem, words) for stem in noun)


def _are_average_and_end(said: frozenset[str], told: frozenset[str]) -> bool:
    """Return whether one of two texts tells an average, and the other the highest or lowest."""
    averages, ends = stems_of("average mean median"), stems_of(_ENDS)
    return any(
        one & averages and two & ends and not (one & ends or two & averages)
        for one, two in ((said, told), (told, said))
    )


def _is_elsewhere(report: Report, countable: Countable, index: ClaimIndex) -> bool:
    """Return whether a figure is of a place that a sentence does not speak of: what households paid
    "in the Marches", of the average household."""
    return any(
        not (stems(place["name"]) & report.words or index.is_at_home(place["name"]))
        for place in PLACE.finditer(countable.known.fact.quote)
    )


def _opens_with_another(report: Report, countable: Countable, index: ClaimIndex) -> bool:
    """Return whether a sentence begins with a thing that the source tells of beside a figure, not
    of it: what a letter costs, of a parcel."""
    first = [term.stem for term in terms(report.sentence)[:1]]
    strange = [stem for stem in first if stem not in countable.words]
    return any(
        stem in beside.words and not index.is_kin(stem, countable.words)
        for stem in strange
        for beside in index.beside([countable.known])
    )


def _is_barely_told(mention: Mention, report: Report, one: Candidate, index: ClaimIndex) -> bool:
    """Return whether a sentence shares hardly more than a noun with what a document tells of a
    figure: "hotels employ 58,000 people", where it has 1,240 people in firms.

    A value that is easily taken for the figure's needs less, and none what the text goes on about.
    """
    countable = one.countable
    known = countable.words
    slip = is_slip(mention.quantity, countable.figure.value)
    counted = stems(countable.figure.unit)
    if not slip:
        counted |= stems(mention.stated.unit).union(mention.said.phrase)
    said = report.words - (index.naming - known) - (counted & known)
    said -= movement_words() | stems_of(TELLS_NOTHING)
    if not said & known:
        return bool(said) or not one.like.familiar
    if slip:
        return index.share(said, known) < _SLIPPED
    return index.share(said, known) < _HALF


def _told_nearby(mention: Mention, report: Report, countable: Countable, index: ClaimIndex) -> bool:
    """Return whether the reported value stands beside a figure: in its sentence or the one it leans
    on, or in its paragraph with a word that the draft has of it.

    A draft's words tell its figures apart less well.
    """
    fact = countable.known.fact
    if not fact.draft:
        return False
    # "employees 7.8 per cent", a sentence behind the 18.2 of all
    return any(
        beside is not countable
        and comparable(mention, beside)
        and is_value_of(mention.quantity, beside.figure)
        and (
            beside.known is countable.known
            or leans(beside.known.fact, fact)
            or beside.told & mention.said.clause - countable.known.words
        )
        for beside in index.beside([countable.known])
    )


def _is_unlike(mention: Mention, rival: Countable) -> bool:
    """Return whether a neighbour's number is too unlike a figure's to be meant by it."""
    low, high = sorted((abs(mention.quantity.value), abs(rival.figure.value)))
    return high > _MANY_TIMES * low


def _is_far(mention: Mention, countable: Countable) -> bool:
    """Return whether two numbers are too unlike to be of one thing: six states and 9,927
    suspects."""
    quantity = mention.quantity
    if not countable.figure.value:
        return bool(quantity.value)  # "– " of a table
    low, high = sorted((abs(quantity.value), abs(countable.figure.value)))
    # "9,927 kilograms", where the source has 12.7 tons; but "12.7 kilograms" is one unit wrong
    ours = (
        convert(quantity.value, quantity.unit, countable.measure or "") if quantity.unit else None
    )
    if ours is not None and high > _UNLIKE * low:
        low, high = sorted((abs(ours), abs(countable.figure.value)))
    # "three kinds of treaties" are not the 40 countries that have one
    few = _FEW if not mention.quantity.unit and mention.quantity.value < SMALL else _UNLIKE
    return high > few * low and not is_slip(mention.quantity, countable.figure.value)


def _is_bare(mention: Mention) -> bool:
    """Return whether a small number stands without a noun or measure of its own."""
    quantity = mention.quantity
    small = quantity.value < SMALL and not (quantity.unit or quantity.ordinal)
    return small and not (mention.stated.named or mention.said.phrase)


def of_another_thing(
    mention: Mention, report: Report, same: Sequence[Candidate], index: ClaimIndex
) -> Judged | None:
    """Judge a value that the base has for a thing of another kind: 58,000 cases, not people."""
    quantity = mention.quantity
    if quantity.unit or quantity.ordinal:
        return None
    if report.is_whole(mention) and any(one.countable.known.fact.draft for one in same):
        return None  # "a third of the 94,000 jobs", of people employed
    thing = thing_of(mention.said.phrase, index.things)
    named = things_of(mention.stated.unit) if mention.stated.named else frozenset[str]()
    small = quantity.value < SMALL  # met by chance: five states, five abstentions
    for one in same if not small and (thing or named & index.things) else ():
        if thing == PEOPLE and stems(one.countable.figure.unit) & report.words:
            continue  # "1.5 million people are active borrowers"
        # "24 pages" are nothing that a base counts which has 24 operations
        least = KNOWN_MOST if one.countable.known.fact.draft else KNOWN_LEAST
        surely = share_known(mention, one.countable, index) >= least
        # "412 people died" is told of people, as "412 people were killed" is
        other = one.slots.others == ["thing"] and not named & one.countable.things
        other = other and not is_of_another(mention, report, one.countable, index)
        # "14 members voted" are 14 votes
        other = other and not stems(one.countable.figure.unit) & verbs_of(report.sentence)
        if other and one.like.fit >= SUPPORTS and surely:
            return contradicted(mention, one.countable)
    if not is_rare(mention):
        return None
    for countable in index.countables if thing else ():
        alike = countable.measure is None and countable.figure.value == quantity.value
        if alike and is_of_another(mention, report, countable, index):
            continue  # "Brannock School of Law teaches 1,178 students"
        told = share_known(mention, countable, index) >= KNOWN_MOST
        if countable.known.fact.draft and not told:
            continue  # the same digits of what a document tells elsewhere
        if alike and compare(mention, report, countable, index, None).others == ["thing"]:
            return contradicted(mention, countable)
    return None


def shown(countable: Countable) -> str:
    """Return what a figure counts, as a reason names it: the beginning of a draft's clause."""
    measures = countable.figure.measures
    if not countable.known.fact.draft or len(measures) <= _SHOWN:
        return measures
    cut = measures[:_SHOWN].rpartition(" ")[0].rstrip(" ,;:…")
    return f"{cut} …"


def contradicted(mention: Mention, stated: Countable, own: Countable | None = None) -> Judged:
    """Judge a figure wrong by the one that the base has of this; `own` is what it would be of."""
    figure = stated.figure
    told = f"{mention.text}: the source has {figure.text} ({shown(stated)})"
    if own or is_value_of(mention.quantity, figure):
        # Never "X: the source has X".
        told = f"{mention.text}: in the source that is {shown(own or stated)}"
        if own and not is_value_of(mention.quantity, figure):
            told += f"; it has {figure.text} of {shown(stated)}"
    return Judged("contradicted", stated, told)
