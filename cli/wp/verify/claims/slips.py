"""Errors that are easily made: another currency, scale or order of digits, the next row, the
opposite, or a value that the document has of a neighbour of the figure that the words name."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from wp.pattern import pattern
from wp.quantities.read import significant_digits
from wp.statements import is_person, stems, stems_of, terms
from wp.statements.roles import movement_words
from wp.text import WORD
from wp.verify.claims.asking import is_worked_out
from wp.verify.claims.candidates import (
    KNOWN,
    MOST_CANDIDATES,
    NAMED,
    SMALL,
    Candidate,
    share_known,
)
from wp.verify.claims.claim_index import ClaimIndex, Countable, is_part
from wp.verify.claims.context import Context
from wp.verify.claims.contradictions import (
    TELLS_NOTHING,
    Judged,
    contradicted,
)
from wp.verify.claims.likeness import Likeness
from wp.verify.claims.operands import label_of, rows_beside
from wp.verify.claims.others import is_of_another
from wp.verify.claims.reported import Dated, Mention, Report
from wp.verify.claims.siblings import is_of_others, is_other_norm
from wp.verify.claims.slots import are_opposite, compare
from wp.verify.claims.values import comparable, is_money, is_slip, is_told, is_value_of

_FEW_DIGITS = 2
_SCALES = (10, 1000, 1_000_000)
_KNOWN_TO_SLIP, _KNOWN_BY_SCALE = 0.3, 0.6


def slip(
    mention: Mention,
    report: Report,
    measured: Sequence[tuple[Likeness, Countable]],
    same: Sequence[Candidate],
    index: ClaimIndex,
    date: Dated | None,
    context: Context,
) -> Judged | None:
    """Judge a figure that is one of the base's with a single error in it, None where it is none."""
    return (
        _other_money(mention, measured)
        or _misprinted(mention, report, measured, index, context)
        or _mistaken(mention, report, measured, index, context)
        or _opposite(mention, same, index)
    )


def _other_money(mention: Mention, measured: Sequence[tuple[Likeness, Countable]]) -> Judged | None:
    """Judge the right amount in another currency: 9.5 billion dollars, not yuan."""
    if not is_money(mention.quantity.unit):
        return None
    for like, countable in measured[:MOST_CANDIDATES]:
        amount = countable.figure.value == mention.quantity.value
        amount = amount and not comparable(mention, countable)
        if amount and is_money(countable.measure) and like.named >= NAMED:
            return contradicted(mention, countable)
    return None


def _misprinted(
    mention: Mention,
    report: Report,
    measured: Sequence[tuple[Likeness, Countable]],
    index: ClaimIndex,
    context: Context,
) -> Judged | None:
    """Judge two digits that changed places, or another scale: 41.5 months of what the source has
    14.5 of, 498 million for 498 billion.

    The base has the reported value nowhere, and what is said of it has no word of another thing.
    """
    quantity = mention.quantity
    digits = significant_digits(quantity.value)
    familiar = {id(one) for like, one in measured if like.familiar}
    beside = _went_on_about(index, context) if digits > _FEW_DIGITS else {}
    for key, one in ({id(one): one for _, one in measured} | beside).items():
        scaled = _is_scaled(mention, one)
        if not (scaled or _is_swapped(mention, one)):
            continue
        slots = compare(mention, report, one, index, report.date_of(mention))
        if slots.others or (scaled and slots.rate == "open"):
            continue
        if is_of_another(mention, report, one, index):
            continue
        known = one.words
        said = mention.said.clause & known - stems_of(TELLS_NOTHING)
        if scaled and digits <= _FEW_DIGITS and index.share(report.words, known) < _KNOWN_BY_SCALE:
            continue
        told = share_known(mention, one, index) if said or key in familiar else 0.0
        strange = mention.said.clause - known
        goes_on = key in beside and not any(map(index.knows, strange))
        if goes_on or told >= (_KNOWN_TO_SLIP if key in familiar else KNOWN):
            return contradicted(mention, one)
    return None


def _mistaken(
    mention: Mention,
    report: Report,
    measured: Sequence[tuple[Likeness, Countable]],
    index: ClaimIndex,
    context: Context,
) -> Judged | None:
    """Judge a number that the base has nowhere and that is easily taken for a curated figure's,
    told with a word of what that counts and fewer of what others do: "the haul of narcotics weighed
    17.2 tons". What the text has just been about needs no word.
    """
    quantity = mention.quantity
    few = quantity.value < SMALL and not quantity.value % 1
    if few or quantity.ordinal or quantity.step is None or is_worked_out(report):
        return None
    if any(is_value_of(quantity, one.figure) for one in index.countables):
        return None
    best, found = 0.0, None
    nouns = stems(mention.stated.unit) | stems_of(TELLS_NOTHING)
    about = {id(one): one for one in index.of_facts(context.facts)}
    for one in ({id(one): one for _, one in measured} | about).values():
        if one.known.fact.draft or not is_slip(quantity, one.figure.value):
            continue
        if not comparable(mention, one) or is_of_another(mention, report, one, index):
            continue
        slots = compare(mention, report, one, index, report.date_of(mention))
        if slots.others or slots.role != "same" or index.strangers(report.sentence, one.known):
            continue
        counted = nouns | stems(one.figure.unit)
        own = [word for word in report.words & one.told - counted if not index.is_common(word)]
        named = slots.thing == "same" or not mention.stated.named or quantity.unit
        strange = (mention.said.clause - one.words - counted) & index.measured
        told = index.total(own) - index.total(strange)
        if (own or (named and id(one) in about)) and (found is None or told > best):
            best, found = told, one
    return contradicted(mention, found) if found else None


def _is_swapped(mention: Mention, one: Countable) -> bool:
    """Return whether two numbers of one unit differ in two digits that changed places."""
    ours, theirs = mention.quantity.value, one.figure.value
    if significant_digits(ours) < _FEW_DIGITS or not comparable(mention, one):
        return False
    return _are_swapped(f"{ours:.12g}", f"{theirs:.12g}")


def _is_scaled(mention: Mention, one: Countable) -> bool:
    """Return whether two numbers of one unit have the same digits and another scale: millions for
    billions, a nought too many."""
    quantity, figure = mention.quantity, one.figure
    low, high = sorted((abs(quantity.value), abs(figure.value)))
    if low < SMALL or not any(high == low * times for times in _SCALES):
        return False
    if mention.stated.unit == figure.unit or stems(mention.stated.unit) & stems(figure.unit):
        return comparable(mention, one)
    return significant_digits(low) > _FEW_DIGITS and (quantity.unit is None or one.measure is None)


def _went_on_about(index: ClaimIndex, context: Context) -> dict[int, Countable]:
    """Return the drafted figures of the paragraph that the text is about, by their identity: "five
    years earlier it had been 76.4 percent" goes on about it."""
    about = [one.known for one in index.of_facts(context.facts) if one.known.fact.draft]
    return {id(one): one for one in index.beside(about)}


def _are_swapped(one: str, two: str) -> bool:
    """Return whether two numbers differ in two digits that changed places."""
    if len(one) != len(two) or one == two:
        return False
    apart = [place for place, pair in enumerate(zip(one, two, strict=True)) if pair[0] != pair[1]]
    if len(apart) != len("41"):
        return False
    low, high = apart
    return one[low] == two[high] and one[high] == two[low]


def _opposite(mention: Mention, same: Sequence[Candidate], index: ClaimIndex) -> Judged | None:
    """Judge a value that the base has of the opposite: a surplus of 3.6 million that was a loss."""
    clause = mention.said.clause
    for one in same:
        known = one.countable.words
        alone = mention.quantity.value >= SMALL and index.is_alone(one.countable)
        if not alone or not is_value_of(mention.quantity, one.countable.figure):
            continue
        if are_opposite(clause, known):
            return contradicted(mention, one.countable)
    return None


# Shares of the weight of what is said that the rival's sentence has, or its row that is named.
_KNOWN, _KNOWN_OF_ROW = 0.5, 0.3
_MORE = 1.5
_FROM = pattern(r"\b[Ff]rom\W+(?:\w+\W+)?$")
_TO = pattern(r"\bto\W+(?:\w+\W+)?$")
_OF_WHOM = pattern(r"\s+of (?:the|them|these|those|which|whom|all)\b")


def exchanged(
    mention: Mention,
    report: Report,
    index: ClaimIndex,
    context: Context,
    surely: bool,
) -> Judged | None:
    """Judge a value that a document has of a neighbour of the figure that the words name: "In the
    East 12 minutes", which it was in the West."""
    quantity = mention.quantity
    few = quantity.value < SMALL and not (quantity.unit or quantity.value % 1)
    if few or mention.said.denied or _OF_WHOM.match(report.sentence, quantity.end):
        return None
    if is_worked_out(report):
        return None
    said = mention.said.clause - movement_words() - stems_of(TELLS_NOTHING)
    unheard = index.total(word for word in said if not index.knows(word))
    whole = (index.total(said) + unheard) or 1.0
    best, found = 0.0, None
    for own in index.with_value(quantity):
        near = (*index.beside([own.known]), *rows_beside(own, index), *index.topics[own.topic])
        for rival in {id(one): one for one in near}.values():
            if own.figure.unit != rival.figure.unit or own.figure.value == rival.figure.value:
                continue
            gain = _gain(said, whole, own, rival, index, context, surely)
            if gain > best and _may_be_meant(mention, report, own, rival, index):
                best, found = gain, contradicted(mention, rival, own)
    return found


def _may_be_meant(
    mention: Mention,
    report: Report,
    own: Countable,
    rival: Countable,
    index: ClaimIndex,
) -> bool:
    """Return whether a figure is of the same kind as that of which a value is, and may be meant."""
    if not comparable(mention, rival) or is_told(rival, report, mention):
        return False
    if is_part(own, rival) or is_part(rival, own):
        return False
    if is_of_others(rival, report):
        return False
    if is_other_norm(mention, report, rival) and not is_other_norm(mention, report, own):
        return False
    slots = compare(mention, report, rival, index, report.date_of(mention))
    others = [one for one in slots.others if one != "sibling" or own.known is not rival.known]
    return not others and slots.period != "open" and slots.role == "same"


def _gain(
    said: frozenset[str],
    whole: float,
    own: Countable,
    rival: Countable,
    index: ClaimIndex,
    context: Context,
    surely: bool,
) -> float:
    """Return how much more of what is said names a rival than the figure that has the value.

    `whole` is the weight of what is `said`. In a sentence what stands later goes on with the words
    before it, unless a name tells it apart.
    """
    known = rival.words
    share = index.total(said & known) / whole
    around = said | context.words
    if rival.known is own.known and not rival.is_cell:
        ours, theirs = own.clause - rival.clause, rival.clause - own.clause
        printed = [figure.text for figure in rival.known.fact.figures]
        if printed.index(rival.figure.text) < printed.index(own.figure.text):
            theirs &= _names(rival)
            ours = ours - around if not ours & around else frozenset()
        return index.total(said & theirs) if ours - around else 0.0
    if rival.is_cell and not frozenset() < label_of(rival) <= said:
        return 0.0
    if share < (_KNOWN_OF_ROW if rival.is_cell else _KNOWN):
        return 0.0
    if rival.is_cell:
        ours, theirs = own.own, rival.own
    else:
        ours, theirs = own.words, rival.told | rival.known.own
        theirs = frozenset(word for word in theirs if not index.is_common(word))
    # soldiers and troops are persons by other names
    gain = index.total(word for word in said & theirs - ours if not is_person(word))
    loss = index.total(around & ours - theirs)
    return gain if gain > _MORE * loss and not (surely and loss) else 0.0


def _names(one: Countable) -> frozenset[str]:
    quote = one.known.fact.quote
    return frozenset(
        term.stem for term in terms(quote) if term.start and quote[term.start].isupper()
    )


def turned_round(
    judged: Sequence[tuple[Mention, Judged]], sentence: str
) -> list[tuple[Mention, Judged]]:
    """Contradict two values that go the other way in the source: "from 815 to 640", where it has
    "from 640 crowns to 815"."""
    found = [*judged]
    for place, ((start, one), (end, two)) in enumerate(pairwise(judged)):
        if {one.verdict, two.verdict} != {"supported"} or one.is_derived or two.is_derived:
            continue
        if not (one.countable and two.countable):
            continue
        if is_part(one.countable, two.countable) and _OF_WHOM.match(sentence, end.quantity.end):
            # "with 32 countries, 40 of them operative"
            told = f"the source has {start.text} as a part of {end.text}"
            for at, (mention, judgement) in enumerate(judged[place : place + 2], place):
                reason = f"{mention.text}: {told}"
                found[at] = mention, Judged("contradicted", judgement.countable, reason)
            continue
        if one.countable.known is not two.countable.known:
            continue
        first, last = one.countable.figure.text, two.countable.figure.text
        if start.stated.period or end.stated.period or first == last:
            continue
        quote = one.countable.known.fact.quote
        low, high = start.quantity.number_start, end.quantity.number_start
        printed = quote.find(last), quote.find(first)
        if _runs(sentence, low, high) and _runs(quote, *printed):
            told = f"the source has it the other way (from {last} to {first})"
            for at, (mention, judgement) in enumerate(judged[place : place + 2], place):
                reason = f"{mention.text}: {told}"
                found[at] = mention, Judged("contradicted", judgement.countable, reason)
    return found


def _runs(text: str, low: int, high: int) -> bool:
    """Return whether a text has "from" before one place and "to" between it and the next."""
    return 0 <= low < high and bool(_FROM.search(text, 0, low) and _TO.search(text, low, high))


def other_numbers(sentence: str, source: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield the numbers of a sentence for which a source has others, with what it has, where every
    word of the sentence is the source's, in its order."""
    ours, theirs = (list(WORD.finditer(text)) for text in (sentence, source))
    before, same, _ = _skeleton(theirs).partition(_skeleton(ours))
    if not same:
        return
    for mine, other in zip(ours, theirs[before.count(" ") :], strict=False):
        number = other[0][0].isdigit()
        if number and mine[0].replace(",", "") != other[0].replace(",", ""):
            yield mine, other[0]


def _skeleton(words: Iterable[re.Match[str]]) -> str:
    """Return the words of a text, each behind a blank, with one sign for every number."""
    return "".join(f" {'#' if word[0][0].isdigit() else word[0].lower()}" for word in words) + " "
