"""A count held against what the source names one by one: "six countries", where it prints six names
and no number."""

from collections import Counter
from typing import NamedTuple

from wp.pattern import pattern
from wp.statements import stems, stems_of, terms, things_of
from wp.statements.listed import COUNTRIES
from wp.verify.claims.asking import is_worked_out
from wp.verify.claims.candidates import KNOWN, SMALL
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.context import POINTS_BACK, Context
from wp.verify.claims.contradictions import Judged, contradicted
from wp.verify.claims.countables import Countable, NamedList, compare_value, is_told, is_value_of
from wp.verify.claims.left_open import NOT_DENIED, says_no
from wp.verify.claims.others import is_of_another
from wp.verify.claims.predicates import strange_word
from wp.verify.claims.reported import Mention, Report
from wp.verify.claims.verbs import JOINING, announcing, says_nothing

_HALF, _MOSTLY = 0.5, 0.6
_FEW = 20
# What a year, the sentences before and a figure of the list's own sentence weigh beside words
_DATED, _BEFORE, _BESIDE = 5.0, 2.0, 100.0
# By these anything that is listed may be counted: "scrutiny of five kinds".
_ANY_KIND = "kinds forms types sorts ways parts points items strands components elements"
_IN_IT = pattern(r"\b(?:there\b|(?:in|part)(?=[,;.]|$))")
_BY_NAME = pattern(
    r"\b(?:by name|(?:are|is|were|was|paper|report|text|it) (?:names|named|lists|listed|mentions"
    r"|mentioned|cites|cited|enumerated|spel(?:t|led) out|singled out|picked out))\b"
)
_JOINED = pattern(
    r"\bjoin(?:s|ed|ing)? (?:the|an?|its) "
    r"(?P<what>(?:(?!(?:on|in|of|for|with|at|by|to|and)\b)[\w'’-]+ ?){1,4})"
)
_WRITING = pattern(r"\btime of writing\b")
_NAME = pattern(r"[A-Z][\w’'-]+")
_BESIDES = pattern(
    r"\b(?:[Bb]esides|(?:[Aa]part|[Aa]side) from|[Oo]ther than|[Aa]longside|[Tt]ogether with"
    rf"|[Ii]n addition to) (?P<names>{_NAME.pattern}(?:(?:,? and|,) {_NAME.pattern})*)"
)
_OF = pattern(r"\s+of (?:the )?((?:The )?[A-Z]\w+(?: [A-Z]\w+)*)")
_OTHERS = pattern(
    r"\s+(?:(?:other|more|further|additional|new|partner|fellow)\b|of (?:them|these|those|the)\b)"
)


class _Count(NamedTuple):
    """A count of a sentence: `kinds` are those of what it counts, `said` the stems that say more
    than that there are so many.

    `told` are the ids of facts whose other figures the sentence prints, `before` of those that it
    points back to; `of_any_kind` counts "kinds" or "ways", `by_name` tells what is only named.
    """

    mention: Mention
    report: Report
    kinds: frozenset[str]
    said: frozenset[str]
    told: frozenset[str]
    before: frozenset[str]
    of_any_kind: bool
    by_name: bool


def counted_by_names(
    mention: Mention, report: Report, index: ClaimIndex, context: Context
) -> Judged | None:
    """Judge a count by the lists of the bases; None where none of them is surely meant."""
    quantity = mention.quantity
    if quantity.unit or quantity.ordinal or not 1 < quantity.value < _FEW or quantity.value % 1:
        return None
    count = _read(mention, report, index, context)
    near = index.lists if count.of_any_kind else index.lists_of(count.kinds)
    weights = [_weight(one, count, index) for one in near]
    meant = [
        one
        for one, weight in zip(near, weights, strict=True)
        if (one.is_whole or count.by_name)
        and _fits(one, count, index)
        # of the lists of a section the nearest is meant
        and all(
            weight >= other or _section(rival) != _section(one)
            for rival, other in zip(near, weights, strict=True)
        )
    ]
    counted = [_counted(one, count) for one in meant]
    for countable in counted:
        if countable.figure.value > 1 and compare_value(quantity, countable.figure) == "same":
            told = report.sentence[: quantity.start] + report.sentence[quantity.end :]
            if says_no(told) and not says_no(countable.known.fact.quote):
                why = f"{mention.text}: {NOT_DENIED}"
                return Judged("unsupported", None, why, left_open=True)
            return Judged("supported", countable)
    for one, countable in zip(meant, counted, strict=True):
        if _is_surely_meant(one, count, index):
            return contradicted(mention, countable)
    return None


def _read(mention: Mention, report: Report, index: ClaimIndex, context: Context) -> _Count:
    noun, kinds = stems(mention.stated.unit), things_of(mention.stated.unit)
    if not mention.stated.named:
        kinds |= mention.said.clause  # "the levels planned were four"
    said = report.words - noun - index.naming - stems_of(JOINING)
    if _WRITING.search(report.sentence):
        said -= stems_of("time write")
    told = [
        one.known.id
        for one in index.counting(report.words)
        if (one.measure or one.figure.unit == "ordinal" or one.figure.value >= SMALL)
        and is_told(one, report, mention)
    ]
    back = POINTS_BACK.search(report.sentence) or _IN_IT.search(report.sentence)
    before = context.facts if back else frozenset[str]()
    return _Count(
        mention,
        report,
        kinds,
        frozenset(word for word in said if not says_nothing(word)),
        frozenset(told),
        before,
        bool(noun & stems_of(_ANY_KIND)),
        _BY_NAME.search(report.sentence) is not None,
    )


def _section(one: NamedList) -> tuple[str, str]:
    fact = one.countable.known.fact
    return fact.document, fact.section


def _weight(one: NamedList, count: _Count, index: ClaimIndex) -> float:
    """Return how near a list is to a sentence, and to the figures that it tells."""
    words = index.total(word for word in count.said if _is_of(word, one.words, index))
    dated = _DATED * _is_dated(one, count)
    before = _BEFORE if count.before & one.facts else 0.0
    return words + dated + before + (_BESIDE if count.told & one.facts else 0.0)


def _is_dated(one: NamedList, count: _Count) -> bool:
    """Return whether a list's sentence prints a year that is told."""
    quote = one.countable.known.fact.quote
    starts = (date.period.start or "" for date in count.report.dates)
    return any(start[:4] in quote for start in starts if start)


def _fits(one: NamedList, count: _Count, index: ClaimIndex) -> bool:
    """Return whether a sentence tells of what a list does: by its words or its things, by figures
    that stand with it, or going on about it."""
    report = count.report
    land = frozenset[str]().union(*one.members)
    if index.strangers(report.sentence, one.countable.known) - land:
        return False
    around = one.words | index.around(one.countable.known.fact)
    if any(report.strange_names(0, len(report.sentence), around | index.naming).values()):
        return False  # "in Mali"
    joined = _JOINED.search(report.sentence, count.mention.quantity.end)
    if joined and not any(_is_of(word, one.words, index) for word in stems(joined["what"])):
        return False  # "six countries joined the treaty"
    if count.told & one.facts or (one.told and one.told <= report.words):
        return True
    whole = index.total(count.said)
    near = index.total(word for word in count.said if _is_of(word, around, index))
    if count.before & one.facts and near >= whole:
        return True
    if len(_named(one, report)) > 1 and near >= KNOWN * whole:
        return True
    here = [word for word in count.said if _is_of(word, one.words, index)]
    dated = _is_dated(one, count)
    if here and dated and near >= _HALF * whole:
        return True
    alike = bool(report.words & one.words & stems_of(JOINING))
    known = len(here) + dated + alike + _prints_its_noun(one)
    return known > 1 and index.total(here) >= _HALF * whole


def _prints_its_noun(one: NamedList) -> bool:
    """Return whether a list's sentence says what is listed: levels, areas."""
    noun = stems(one.countable.figure.unit)
    return noun <= one.words and not noun & stems_of(COUNTRIES)


def _is_of(word: str, words: frozenset[str], index: ClaimIndex) -> bool:
    return word in words or index.is_kin(word, words)


def _named(one: NamedList, report: Report) -> list[frozenset[str]]:
    """Return those of a list's things that a sentence names."""
    shared = Counter(word for member in one.members for word in member)
    return [
        member
        for member in one.members
        if any(shared[word] == 1 and word in report.words for word in member)
    ]


def _counted(one: NamedList, count: _Count) -> Countable:
    """Return a list's number as a sentence counts it: without the things that it sets apart, and of
    one kind among them: "two Hague conventions" of three conventions."""
    besides = _BESIDES.search(count.report.sentence)
    number = len(one.members)
    if _OTHERS.match(count.report.sentence, count.mention.quantity.end):
        number -= len(_named(one, count.report))  # "China and its five partner countries"
    elif besides:
        number -= sum(bool(member & stems(besides["names"])) for member in one.members)
    of = _OF.match(count.report.sentence, count.mention.quantity.end)  # "two of The Hague"
    told = stems(of[1]) if of else frozenset(count.mention.said.phrase)
    told -= things_of(count.mention.stated.unit) | stems(count.mention.stated.unit)
    of_kind = [bool(told) and told <= member for member in one.members]
    if any(of_kind[1:]):  # what the first has the others mostly go on with: "the UN Assembly, …"
        number = sum(of_kind)
    figure = one.countable.figure._replace(text=str(number), value=number)
    return one.countable._replace(figure=figure)


def _is_surely_meant(one: NamedList, count: _Count, index: ClaimIndex) -> bool:
    """Return whether a count of another value is surely told of a list: the sentence has hardly a
    word that stands elsewhere, and nothing else there has that number."""
    mention, report, known = count.mention, count.report, one.countable.known
    if (
        count.of_any_kind
        or not one.is_whole
        or _OTHERS.match(report.sentence, mention.quantity.end)
    ):
        return False
    if is_of_another(mention, report, one.countable, index):
        return False
    if mention.stated.unit and not mention.stated.named:
        return False  # "conventions: two of The Hague"
    if mention.said.denied or is_worked_out(report):
        return False
    if any(
        is_value_of(mention.quantity, two.figure) and two.things & count.kinds
        for two in index.beside([known])
    ):
        return False
    there = one.words | index.around(known.fact) | count.kinds | announcing(known.fact.quote)
    if strange_word(report.sentence, terms(report.sentence), mention.said.clause,
                    there | stems_of(JOINING), there | stems_of(JOINING), index):  # fmt: skip
        return False  # "three countries withdrew"
    if not count.said:
        return bool(count.before & one.facts)
    # "Five countries paid the grants", to students from three
    near = (count.told | count.before) & one.facts or one.told or len(_named(one, report)) > 1
    if not (near or any(_is_of(word, one.beside, index) for word in count.said)):
        return False
    least = KNOWN if len(_named(one, report)) > 1 else _MOSTLY
    return index.share(count.said | count.kinds & one.kinds, there) >= least
