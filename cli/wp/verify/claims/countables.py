"""The facts and figures of the bases as they are compared: what they are made of, what two of them
are to each other, and a reported value held against a stated one, both with their bounds."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from wp.model import Fact, Figure, Period
from wp.pattern import pattern
from wp.quantities.amounts import measure_of
from wp.quantities.model import Quantity, bound
from wp.quantities.read import precision_agrees
from wp.quantities.units import convert
from wp.statements import stems, things_of
from wp.statements.roles import Part
from wp.text import find_printed
from wp.verify.claims.reported import Mention, Report

if TYPE_CHECKING:
    from wp.verify.claims.claim_words import ListedWords, Scope

ValueAgreement = Literal["same", "bound", "other"]

# "more than 1 billion" may be said of nearly 2: no precision reaches farther.
_FARTHEST = 2
_SLIGHTLY = 0.05
_MANY = 1000
_DECIMAL = pattern(r"\d+\.\d+$")  # "3.0" below "Average stay"
_DIGITS = 3  # of a number with one digit changed; of two digits many differ in one
POINTS = "percentage points"
# These leave the value itself out; "at least" and "up to" take it in.
_ABOVE = frozenset(
    (
        "more than", "over", "greater than", "in excess of", "well over", "just over", "above",
        "exceeding", "well above", "much more than", "far more than", "slightly more than",
        "higher than", "beyond", "upwards of", ">",
    )
)  # fmt: skip
_BELOW = frozenset(
    (
        "less than", "fewer than", "under", "below", "just under", "well under", "lower than",
        "<",
    )
)  # fmt: skip
_EXACTLY = frozenset(("exactly", "precisely"))
_ALIKE = 0.5


class Known(NamedTuple):
    """A fact: its id as given to users, its words and every period that it names.

    `own` are the words without those of its neighbour, `titles` the dated titles that it quotes,
    each with its words and times.
    """

    id: str
    fact: Fact
    words: frozenset[str]
    own: frozenset[str]
    periods: tuple[Period, ...]
    titles: tuple[tuple[frozenset[str], tuple[Period, ...]], ...]


class Countable(NamedTuple):
    """A figure of a fact, with what is stated of it.

    `own` are the words of what it counts, `clause` those of the stretch of its quote that is told
    of it alone, `told` both, the curator's and the source's, `words` these and its fact's; `topic`
    is that of its fact, as named in its id, `frames` the qualifiers of each noun there; `part` and
    `spell` are its role and the time that it is a rate of, `months` the months named with it.
    `family` names its relatives: figures of one fact, and figures of which one is part of the
    other, have the same. `things` are the kinds of thing that its unit names, `measure` its unit
    where that is one of measure or money, `weight` that of its own words, `clause_weight` that of
    its clause; `denied` tells that its clause says no, `listed` that its number is that of what the
    source names.
    """

    known: Known
    figure: Figure
    own: frozenset[str]
    clause: frozenset[str]
    told: frozenset[str]
    words: frozenset[str]
    topic: str
    frames: Mapping[str, frozenset[str]]
    part: Part
    spell: str
    months: frozenset[int]
    scope: tuple[Period, ...]
    family: str
    things: frozenset[str]
    measure: str | None
    weight: float
    clause_weight: float
    denied: bool
    listed: bool = False

    @property
    def is_cell(self) -> bool:
        """Return whether it stands in a row of a table: a label and numbers, and no sentence."""
        return self.known.fact.is_row

    @property
    def own_periods(self) -> tuple[Period, ...]:
        """The times that are told of the figure itself."""
        own = (self.figure.period, self.figure.context_period)
        return tuple(period for period in own if period)

    @property
    def periods(self) -> tuple[Period, ...]:
        """The time that the figure holds for: its own, never another date of its fact."""
        return self.own_periods or self.scope


class NamedList(NamedTuple):
    """What a sentence of the documents names one by one, with the number of these things as a
    figure, their kinds, the words of each, of the sentence and of its clause, and the facts that
    the sentence holds.

    `told` are the words of a name whose bracket it is: "BRICS (Brazil, …)". One that is not whole
    says "including".
    """

    countable: Countable
    kinds: frozenset[str]
    members: tuple[frozenset[str], ...]
    words: frozenset[str]
    beside: frozenset[str]
    facts: frozenset[str]
    told: frozenset[str]
    is_whole: bool


def as_countable(
    known: Known, figure: Figure, words: tuple[Any, ...], weight: float, clause_weight: float
) -> Countable:
    own, clause, frames, role, sign, spell, months, scope, denied = words
    if role == "change" and sign:
        # "-3.1" below "Change on year" is 3.1 fewer
        figure = figure._replace(value=abs(figure.value))
    whole, _, part = (figure.part_of or "").partition("#")
    family = whole if part else known.fact.id
    return Countable(
        known, figure, own, clause, own | clause, own | clause | known.words, topic_of(known.id),
        frames, Part(role, sign), spell, months, as_periods(scope), family,
        things_of(figure.unit), measure_of(figure.unit), weight, clause_weight, denied,
    )  # fmt: skip


def as_list(read: "ListedWords", facts: Sequence[Known]) -> NamedList:
    (
        (document, section, paragraph, sentence),
        near,
        noun,
        kinds,
        text,
        members,
        whole,
        told,
        beside,
    ) = read
    # "BRICS (Brazil, …)" says nothing of the sentence that it stands in
    words = told.union(*members) if told else stems(sentence)
    if near:
        known = facts[near[0]]
    else:  # a sentence of which the base has no fact stands for itself
        fact = Fact("", document, section, "", "", sentence, paragraph, 0, 0, "", draft=True)
        known = Known("", fact, words, words, (), ())
    number = len(members)
    countable = Countable(
        known, Figure(str(number), number, noun, text), words, words, words, words,
        topic_of(known.id), {}, Part(), "", frozenset(), known.periods, known.id,
        kinds, None, 0.0, 0.0, False, True,
    )  # fmt: skip
    inside = frozenset(facts[one].id for one in near)
    return NamedList(countable, kinds, members, words, beside, inside, told, whole)


def as_periods(scope: Sequence["Scope"]) -> tuple[Period, ...]:
    return tuple(Period(*one) for one in scope)


def topic_of(fact: str) -> str:
    """Return the topic that a fact stands in, as named in its id."""
    return fact.rpartition(".")[0]


def leans(one: Fact, two: Fact) -> bool:
    """Return whether one of two facts of a draft has the other for its context."""
    return two.draft and (one.context == two.quote or two.context == one.quote)


def is_part(part: Countable, whole: Countable) -> bool:
    """Return whether a figure is told as a part of another."""
    printed = (part.figure.part_of or "").rpartition("#")[2]
    return (
        bool(printed)
        and part.family == whole.family
        and (find_printed(printed, whole.figure.text) >= 0)
    )


def are_siblings(one: Countable, two: Countable) -> bool:
    if one.figure.unit != two.figure.unit or one.figure.value == two.figure.value:
        return False
    if is_part(one, two) or is_part(two, one):
        return False
    return one.family == two.family or len(one.own & two.own) >= _ALIKE * len(one.own | two.own)


def named_apart(
    countables: Sequence[Countable],
    said: frozenset[str],
    words: Callable[[Countable], frozenset[str]],
) -> list[Countable]:
    """Return those of some figures of whose `words` one is `said` that no other of them has."""
    return [
        one
        for one in countables
        if said & words(one).difference(*(words(two) for two in countables if two is not one))
    ]


def compare_value(quantity: Quantity, figure: Figure) -> ValueAgreement:
    """Compare value and bound: "bound" where only the bound is another.

    "Exactly 440" and "fewer than 440" have another bound than "more than 440"; "440" alone leaves
    it open. A value rounded to its printed precision is the same.
    """
    value: float | None = figure.value
    if quantity.unit:
        value = convert(figure.value, measure_of(figure.unit) or "", quantity.unit)
    if value is None or not near(quantity, value):
        return "other"
    if not precision_agrees(quantity, value):
        return _beside(quantity, value, figure)
    word = " ".join((quantity.qualifier or "").lower().split())
    ours, theirs = bound("more than" if word == "+" else word), bound(figure.qualifier)
    if {ours, theirs} == {"floor", "ceiling"}:
        return "bound"
    if ours == theirs == "ceiling" and value != quantity.value:
        return "bound"  # "up to ten years" is no "not exceeding five"
    if word in _EXACTLY and theirs != "exact":
        return "bound"
    # "more than 8,900" of 8,900 itself
    if theirs == "exact" and value == quantity.value and word in _ABOVE | _BELOW:
        return "bound"
    return "same"


def _beside(quantity: Quantity, value: float, figure: Figure) -> ValueAgreement:
    """Compare a bound with an exact value near it: 26 are more than 25, and not at most 25."""
    kind = bound(quantity.qualifier)
    if kind not in ("floor", "ceiling") or bound(figure.qualifier) != "exact":
        return "other"
    if abs(value - quantity.value) > _SLIGHTLY * abs(value) or quantity.step is None:
        return "other"
    return "same" if (value > quantity.value) == (kind == "floor") else "bound"


def is_beyond(quantity: Quantity, value: float, qualifier: str | None) -> bool:
    """Return whether a bound leaves out the value that was worked out: "fewer than 120" is not 120.

    `qualifier` is that of what it was worked out from: more than 60 and 60 are "more than 120".
    """
    word = " ".join((quantity.qualifier or "").lower().split())
    kinds = {_ABOVE: "floor", _BELOW: "ceiling"}
    return value == quantity.value and any(
        word in words and bound(qualifier) != kind for words, kind in kinds.items()
    )


def is_value_of(quantity: Quantity, figure: Figure) -> bool:
    """Return whether a reported value is a figure's own, not a rounded one; bounds aside."""
    if quantity.unit:
        unit = measure_of(figure.unit) or ""
        return convert(figure.value, unit, quantity.unit) == quantity.value
    return quantity.value == figure.value


def is_slip(quantity: Quantity, value: float) -> bool:
    """Return whether one number is easily taken for the other: 478 and 487, 222 and 322."""
    ours, theirs = (f"{abs(one):.15g}".replace(".", "") for one in (quantity.value, value))
    if ours.rstrip("0") == theirs.rstrip("0"):
        return ours != theirs  # 80,000 and 8,000
    if len(ours) == len(theirs) and len(_apart(ours, theirs)) == 1:
        return max(len(one.rstrip("0")) for one in (ours, theirs)) >= _DIGITS
    return are_swapped(ours, theirs)


def are_swapped(one: str, two: str) -> bool:
    """Return whether two numbers differ in two digits that changed places."""
    apart = _apart(one, two) if len(one) == len(two) else []
    return len(apart) == 2 and apart[0] == apart[1][::-1]


def _apart(one: str, two: str) -> list[tuple[str, str]]:
    return [pair for pair in zip(one, two, strict=True) if pair[0] != pair[1]]


def is_money(unit: str | None) -> bool:
    """Return whether a unit is a currency's code or sign."""
    return unit is not None and (unit in ("¥", "dollars") or (len(unit) == 3 and unit.isupper()))


def near(quantity: Quantity, value: float) -> bool:
    """Spare the exact comparison where no rounding could bridge the gap."""
    ours, theirs = abs(quantity.value), abs(value)
    return ours <= _FARTHEST * theirs and theirs <= _FARTHEST * ours


def agrees(quantity: Quantity, value: float) -> bool:
    """Return whether a value that was worked out is the reported one, as precise as it is
    printed."""
    return near(quantity, value) and precision_agrees(quantity, value)


def comparable(mention: Mention, countable: Countable) -> bool:
    """Return whether two figures can count the same thing at all.

    Percent are never held against points, people never against dollars; "count" is no unit. A
    decimal ("4.1 for each vacancy") is an average, and no count of many.
    """
    quantity, figure = mention.quantity, countable.figure
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
