"""The figures of the base that a sentence works with: reported, named, or gone on about, and those
that stand in a family, a fact or a table's column with them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, islice, takewhile
from typing import NamedTuple

from wp.pattern import pattern
from wp.statements import PEOPLE, stems, stems_of, terms, things_of
from wp.statements.agreement import compare_all
from wp.statements.roles import movement_words
from wp.text import Span
from wp.verify.claims.asking import GAP, LAST_YEAR, THAT_IS, asks
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.context import Context
from wp.verify.claims.countables import Countable, is_part, is_told, leans
from wp.verify.claims.reported import Mention, Report

MOST = 6
_NAMED, _MOSTLY = 0.5, 0.6
_RATE = pattern(r" (?:an?|per) .*")
_ANYTHING = frozenset(("count", "cases", "ones"))
_PLAIN = (
    "half third quarter fifth tenth share part point year month decade time average alone merely "
    "mere next"
)
_GOES_ON = pattern(
    r"\b(?:(?:for|in) (?:each|every)|per|each|one (?:[^\W\d_]+ ){0,2}in|out of)\b", re.IGNORECASE
)
_OF_ALL = pattern(r"\bof (?:all|the (?:total|whole))\b|\bof (?:the )?overall\b")
MORE = pattern(r"\s*more ([^.;,]+?) than ([^.;,]+)")
# Where what is compared stands before, and what it is compared with behind.
COMPARED = pattern(
    r"\b(?:than|outnumber\w*|outweigh\w*|exceed\w*|surpass\w*|above|(?P<less>below|short of)"
    r"|as (?:many|much|[a-z]+)\b[^.;]*? as)\b",
    re.IGNORECASE,
)


class Pair(NamedTuple):
    """Two figures of the base that a sentence works with.

    `named` tells that the sentence reports, names or goes on about both, wherever they stand; else
    they are of one fact, family or column.
    """

    low: Countable
    high: Countable
    named: bool

    @property
    def alike(self) -> bool:
        """Return whether both count the same, or one does not say what it counts."""
        return _are_alike(self.low, self.high)

    @property
    def one_fact(self) -> bool:
        """Return whether one sentence or row of the source tells both."""
        return self.low.known is self.high.known

    @property
    def is_whole(self) -> bool:
        """Return whether the lower is a part of the higher, as the source tells it."""
        return holds(self.high, self.low)

    @property
    def are_rows(self) -> bool:
        """Return whether both stand in one column of a table, and neither is its total."""
        return are_rows(self.low, self.high) and bool(label_of(self.high))

    @property
    def by_time(self) -> tuple[Countable, Countable] | None:
        """Return the earlier and the later one where their times tell; else None."""
        one, two = self.low.periods, self.high.periods
        if not (one and two) or one == two:
            return None
        first = (one[0].end or "") < (two[0].end or "")
        return (self.low, self.high) if first else (self.high, self.low)


def pair_of(one: Countable, two: Countable, named: bool = False) -> Pair:
    """Return two figures by their size."""
    low, high = sorted((one, two), key=lambda each: each.figure.value)
    return Pair(low, high, named)


def is_turned(mention: Mention, report: Report, pair: Pair) -> bool:
    """Return whether a sentence has the lower of two figures for the greater, or tells what rose as
    what fell: "more cases solved than suspects arrested", "shed 11.9 points".

    Which is named first is told by their own words, times and values on either side of what
    compares them.
    """
    words, sign = report.sentence, mention.said.part.sign
    pivot = pivot_of(mention, report)
    if pivot is None:
        if not pair.by_time or mention.said.part.role != "change":
            return False
        late = pair.by_time[1]
        date = report.date_of(mention)
        if date and {date.period.start, date.period.end}.isdisjoint(
            {one.end for one in late.periods}
        ):
            return False  # "in 2013 it had been lower"
        return sign == (-1 if late is pair.high else 1)
    if pivot[0].lower().startswith("as "):
        sign = 1 if mention.quantity.value > 1 else -1
    elif pivot["less"]:
        sign = -1
    elif pivot[0].lower() == "than" and mention.said.part.role != "change":
        return False  # "a third of them waited longer than the law allows"
    beside = report._replace(figures=tuple(one for one in report.figures if one is not mention))
    sides = (0, pivot.start()), (pivot.end(), len(words))
    # in a draft's sentence what stands later leans on the words before it: both must be named
    surely = -1 if pair.one_fact and pair.low.known.fact.draft else 0
    return order_of(pair, beside, *sides) * (sign or 1) < surely


def order_of(pair: Pair, report: Report, first: Span, second: Span) -> int:
    """Return by how many signs the first of two stretches tells the higher of two figures and the
    second the lower, less than nought where it is the other way round.

    A sign is a word or date that the one has and the other has not, or its value.
    """
    balance = 0
    for one, other in ((pair.high, pair.low), (pair.low, pair.high)):
        for (start, end), way in ((first, 1), (second, -1)):
            named = bool((one.own - other.own) & stems(report.sentence[start:end])) or any(
                start <= date.start < end
                and compare_all(date.period, one.periods) == "agrees"
                and compare_all(date.period, other.periods) == "conflicts"
                for date in report.dates
            )
            beside = tuple(each for each in report.figures if start <= each.quantity.start < end)
            named = named or is_told(one, report._replace(figures=beside), None)
            balance += named * (way if one is pair.high else -way)
    return balance


def pivot_of(mention: Mention, report: Report) -> re.Match[str] | None:
    """Return what compares two things by a figure: what follows it, else what stands before it."""
    spans = [(one.quantity.start, one.quantity.end) for one in report.figures]
    found = [
        one
        for one in COMPARED.finditer(report.sentence)
        if not any(start <= one.start() < end for start, end in spans)
    ]
    behind = (one for one in found if one.start() >= mention.quantity.end)
    return next(behind, found[-1] if found else None)


def kind_of(unit: str) -> str:
    """Return what a unit counts: people, whatever it calls them, else the unit itself."""
    return PEOPLE if things_of(unit) == {PEOPLE} else unit


def _are_alike(one: Countable, two: Countable) -> bool:
    """Return whether two figures count the same by their units; "cases" may be of anything, and a
    change in litres is of litres a day."""
    units = {kind_of(one.figure.unit), kind_of(two.figure.unit)}
    if len(units) > 1 and one.known is two.known and one.part.role != two.part.role:
        units = {_RATE.sub("", unit) for unit in units}
    return len(units) == 1 or (one.measure is two.measure is None and bool(units & _ANYTHING))


def told_beside(mention: Mention | None, report: Report, index: ClaimIndex) -> list[Countable]:
    """Return the figures of the base that the sentence reports beside the one in question."""
    told = (one for one in index.counting(report.words) if is_told(one, report, mention))
    return [*islice(told, 2 * MOST)]


def named_pairs(
    told: Iterable[Countable], report: Report, index: ClaimIndex, context: Context
) -> Iterator[Pair]:
    """Yield the pairs of figures that a sentence reports, names, or goes on about.

    `told` are those that it reports. One of the two is reported or named by most of its own words;
    the other may be of what the sentence before told, and so may both where it works out what they
    give, or stand beside it and be singled out.
    """
    near = {id(one): one for one in told}
    for one in index.counting(report.words):
        if _is_named(one, report, index):
            near.setdefault(id(one), one)
    direct = [*near.values()][: 2 * MOST]
    yield from (pair_of(*pair, True) for pair in combinations(direct, 2))
    before = index.of_facts(context.facts)
    yield from (pair_of(one, two, True) for one in direct for two in before if id(two) not in near)
    if _GOES_ON.search(report.sentence):
        yield from (pair_of(*pair, True) for pair in combinations(before, 2))
    compared = asks(GAP, report.sentence) or asks(COMPARED, report.sentence)
    for one in index.counting(report.words) if compared else ():
        # "County-level people outnumber those at bureau level": told apart by their own words
        for two in index.topics[one.topic]:
            named = MORE.search(report.sentence) or (one.own - two.own) & report.words
            if named and (two.own - one.own) & report.words:
                yield pair_of(one, two, True)
    for one in {id(one): one for one in (*direct, *before)}.values():
        yield from (pair_of(one, two, True) for two in _singled_out(one, report, index))


def _is_named(one: Countable, report: Report, index: ClaimIndex) -> bool:
    """Return whether a sentence has most of the words of what a figure counts, or the figure's fact
    most of the sentence's; of a table's cell it has the row's label."""
    own = one.own
    if not own.isdisjoint(report.words):
        own = own - stems(one.figure.unit) or own
    if own.isdisjoint(report.words):
        return False
    if index.total(own & report.words) < _NAMED * index.total(own):
        said = [word for word in report.words - _unsaid(index) if index.knows(word)]
        told = index.total(one.known.words.intersection(said))
        if not one.known.fact.draft or told < _MOSTLY * index.total(said):
            return False
    return not one.is_cell or label_of(one) <= report.words | index.naming


def _unsaid(index: ClaimIndex) -> frozenset[str]:
    """Return the words that say nothing of what is counted: how it moved, and of which document."""
    return index.naming | movement_words() | stems_of(_PLAIN)


def _singled_out(one: Countable, report: Report, index: ClaimIndex) -> Iterator[Countable]:
    """Yield what stands beside a figure in its paragraph or table and the sentence means: by its
    time or by words of its own, or as the only other one of its sentence or of the next.

    No word of the sentence may be one that the documents have of other things only.
    """
    beside = [*index.beside([one.known]), *rows_beside(one, index)]
    if one.measure == "percent" and THAT_IS.search(report.sentence):
        # "12 percent of the farms, that is about 120"
        yield from (two for two in beside if two.measure is None)
    near = [two for two in beside if _are_alike(one, two) and two.figure.value != one.figure.value]
    singled = [
        two
        for two in near
        if _is_timed(two, one, report)
        or _is_worded(two, one, report, index)
        or (_OF_ALL.search(report.sentence) and is_total(two, index))
    ]
    if not singled:
        singled = _only([two for two in near if two.known is one.known]) or _only(
            [two for two in near if leans(one.known.fact, two.known.fact)]
        )
    known = index.paragraph_words(one.known) | one.told | _unsaid(index)
    for two in singled:
        strange = report.words - known - two.told - two.known.words
        said = report.words & (known | two.told)
        if index.total(filter(index.knows, strange)) <= index.total(said):
            yield two


def _only(near: list[Countable]) -> list[Countable]:
    return near if len(near) == 1 else []


def _is_timed(two: Countable, one: Countable, report: Report) -> bool:
    """Return whether a sentence's date is a figure's own, and not the other's: "than in 2013"."""
    ends = {end for each in one.own_periods for end in (each.start, each.end)}
    times = {end for each in two.own_periods for end in (each.start, each.end)} - ends - {None}
    dates = (*report.dates, *report.lapses)
    if any(date.period.start in times or date.period.end in times for date in dates):
        return True
    years = [each.own_periods[0].end or "" for each in (two, one) if each.own_periods]
    if len(years) < 2 or not all(map(str.isdigit, years)) or not LAST_YEAR.search(report.sentence):
        return False
    return int(years[0]) + 1 == int(years[1])


def _is_worded(two: Countable, one: Countable, report: Report, index: ClaimIndex) -> bool:
    """Return whether a sentence has most of the words that a figure has and the other has not."""
    own = two.own - one.told - movement_words()
    return bool(own) and index.total(own & report.words) >= _NAMED * index.total(own)


def _starting(
    mention: Mention,
    report: Report,
    index: ClaimIndex,
    context: Context,
    fitting: Sequence[Countable],
) -> Iterator[Countable]:
    """Yield the figures that the sentence or the one before it is about."""
    yield from fitting[:MOST]
    yield from told_beside(mention, report, index)
    yield from index.of_facts(context.facts)


def groups(
    mention: Mention,
    report: Report,
    index: ClaimIndex,
    context: Context,
    fitting: Sequence[Countable],
) -> Iterator[tuple[Countable, list[Countable]]]:
    """Yield each figure that the sentence is about, with its relatives and the named rows of its
    column."""
    seen: set[str] = set()
    for one in _starting(mention, report, index, context, fitting):
        if one.family not in seen:
            seen.add(one.family)
            beside = rows_beside(one, index)
            heads = Counter(_row_of(row.known.fact.quote, row.figure.measures).noun
                            for row in (one, *beside))  # fmt: skip
            rows = (row for row in beside if _has_its_row(row, report, heads))
            yield one, [*relatives(one, index), *rows]


def relatives(countable: Countable, index: ClaimIndex) -> list[Countable]:
    """Return the figures of a figure's family and of its fact, itself among them."""
    beside = [one for one in index.topics[countable.topic] if one.known is countable.known]
    return [*{id(one): one for one in (*index.families[countable.family], *beside)}.values()]


def holds(whole: Countable, part: Countable) -> bool:
    """Return whether a figure is told as another's part, or has its words and more."""
    return is_part(part, whole) or (
        part.known is whole.known
        and not part.is_cell  # another column of its row
        and part.figure.value < whole.figure.value
        and whole.own < part.own
    )


class _Row(NamedTuple):
    """The label of a cell's row, with its words and its noun, and the head of its column."""

    label: str
    head: str
    words: frozenset[str]
    noun: str


@lru_cache(maxsize=1 << 14)  # asked for each cell of a table by each figure of a draft
def _row_of(quote: str, measures: str) -> _Row:
    pairs = zip(quote, measures, strict=False)
    shared = takewhile(lambda pair: pair[0] == pair[1], pairs)
    label = "".join(one for one, _ in shared).strip(" ,")
    words = [term.stem for term in terms(label)]
    head = measures[len(label) :].lstrip(" ,")
    return _Row(label, head, frozenset(words), words[-1] if words else "")


def label_of(cell: Countable) -> frozenset[str]:
    """Return the words of the label of a cell's row: what its words and its row begin with."""
    return _row_of(cell.known.fact.quote, cell.figure.measures).words


def _head_of(cell: Countable) -> str:
    """Return the head of a cell's column."""
    return _row_of(cell.known.fact.quote, cell.figure.measures).head


def are_rows(one: Countable, two: Countable) -> bool:
    """Return whether two cells stand in one column: neither is a part of the other."""
    return (
        one.is_cell
        and two.is_cell
        and one.known is not two.known
        and _head_of(one) == _head_of(two)
    )


def rows_beside(cell: Countable, index: ClaimIndex) -> list[Countable]:
    """Return the other cells of a cell's column."""
    if not cell.is_cell or not _head_of(cell):
        return []
    return [
        one
        for one in index.columns[cell.topic, cell.figure.unit]
        if one.known is not cell.known and _head_of(one) == _head_of(cell)
    ]


def is_total(cell: Countable, index: ClaimIndex) -> bool:
    """Return whether a cell holds its column: its row has no name but the document's."""
    if not cell.is_cell or not label_of(cell) <= index.naming:
        return False
    return all(one.figure.value < cell.figure.value for one in rows_beside(cell, index))


def _has_its_row(cell: Countable, report: Report, nouns: Mapping[str, int]) -> bool:
    """Return whether a sentence names the row of a cell by its label, by the noun of that where no
    other row has it, or by its time; `nouns` are those of the column with their number."""
    row = _row_of(cell.known.fact.quote, cell.figure.measures)
    if row.words:
        return row.words <= report.words or (row.noun in report.words and nouns[row.noun] == 1)
    return any(compare_all(date.period, cell.own_periods) == "agrees" for date in report.dates)
