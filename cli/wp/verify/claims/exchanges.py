"""Values that changed places: one that the source has of a neighbour of the figure that the words
name, two that go the other way, a part and its whole."""

import re
from collections.abc import Sequence
from itertools import pairwise

from wp.pattern import pattern
from wp.statements import is_person, stems, stems_of
from wp.statements.agreement import compare_all
from wp.statements.roles import movement_words
from wp.verify.claims.asking import is_worked_out
from wp.verify.claims.candidates import SMALL
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.context import Context
from wp.verify.claims.contradictions import TELLS_NOTHING, Judged, contradicted, is_of_its_month
from wp.verify.claims.countables import Countable, comparable, is_part, is_told
from wp.verify.claims.operands import label_of, rows_beside
from wp.verify.claims.others import has_its_name, is_of_others, is_other_norm, names_of
from wp.verify.claims.reported import Mention, Report
from wp.verify.claims.slots import compare

# Shares of the weight of what is said that the rival's sentence has, or its row that is named.
_KNOWN, _KNOWN_OF_ROW = 0.5, 0.3
_MORE = 1.5
_NUMBER = pattern(r"\d[\d,.]*")
_ENDS = 2  # of a range
_FROM = pattern(r"\b[Ff]rom\W+(?:\w+\W+)?$")
_TO = pattern(r"\bto\W+(?:\w+\W+)?$")
_IN_BRACKET = pattern(r"[(\[][^()\[\]]{0,12}$")
_MOVED = pattern(
    r"\b(?:(?P<up>rose|risen|grew|grown|climbed|increased|jumped|up)"
    r"|fell|fallen|dropped|declined|decreased|sank|collapsed|shrank|shrunk|slipped|down)"
    r" [^.;,]{0,30}$"
)
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
    if is_worked_out(report) or report.is_whole(mention):
        return None
    said = mention.said.clause - movement_words() - stems_of(TELLS_NOTHING)
    unheard = index.total(word for word in said if not index.knows(word))
    whole = (index.total(said) + unheard) or 1.0
    best, found = 0.0, None
    owners = index.with_value(quantity)
    for own in owners:
        near = (*index.beside([own.known]), *rows_beside(own, index), *index.topics[own.topic])
        for rival in {id(one): one for one in near}.values():
            if own.figure.unit != rival.figure.unit or own.figure.value == rival.figure.value:
                continue
            # what is said of one that has the value is no neighbour's of another
            theirs = index.total(said & rival.told)
            if any(
                index.total(said & one.told) >= theirs
                for one in owners
                if one is not own and one.known is not rival.known
            ):
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
    if is_of_its_month(report, own, rival) or has_its_name(report, own, rival, index):
        return False
    date = report.date_of(mention)
    mine, its = (
        compare_all(date.period, one.own_periods) if date else "open" for one in (own, rival)
    )
    if mine == "agrees" != its:
        return False  # what has the time that is told is not what is of another, or of none
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
        # what a draft's sentence leans on is said of it as well
        led = stems(own.known.fact.context) if own.known.fact.draft else frozenset[str]()
        ours, theirs = own.clause - rival.clause, rival.clause - own.clause - led
        printed = [figure.text for figure in rival.known.fact.figures]
        if printed.index(rival.figure.text) < printed.index(own.figure.text):
            theirs &= names_of(rival)
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


def turned_round(
    judged: Sequence[tuple[Mention, Judged]], sentence: str
) -> list[tuple[Mention, Judged]]:
    """Contradict two supported values, one behind the other, that changed places, and a range that
    the source has from its other end: "fell from 96 to 104"."""
    found: list[tuple[Mention, Judged]] = []
    for mention, as_told in judged:
        turned = _from_the_other_end(mention, as_told)
        turned = turned or _against_its_word(mention, as_told, sentence)
        found.append((mention, turned or as_told))
    for place, (one, two) in enumerate(pairwise(judged)):
        if told := _changed_places(one, two, sentence):
            for at, (mention, judgement) in enumerate((one, two), place):
                reason = f"{mention.text}: {told}"
                found[at] = mention, Judged("contradicted", judgement.countable, reason)
    return found


def _from_the_other_end(mention: Mention, judged: Judged) -> Judged | None:
    if judged.verdict != "supported" or judged.is_derived or not judged.countable:
        return None
    printed = judged.countable.figure.text
    ours, theirs = (_NUMBER.findall(text) for text in (mention.text, printed))
    if len(ours) != _ENDS or ours != theirs[::-1] or ours == theirs:
        return None
    why = f"{mention.text}: the source has it the other way ({printed})"
    return Judged("contradicted", judged.countable, why)


def _against_its_word(mention: Mention, judged: Judged, sentence: str) -> Judged | None:
    """Contradict a way whose ends go the other way than its word: "fell from 792 to 961"."""
    ends = [float(one.replace(",", "").rstrip(".")) for one in _NUMBER.findall(mention.text)]
    moved = _MOVED.search(sentence, 0, mention.quantity.start)
    if (
        judged.verdict != "supported"
        or len(ends) != _ENDS
        or not (moved and " to " in mention.text)
    ):
        return None
    if ends[0] == ends[1] or bool(moved["up"]) == (ends[0] < ends[1]):
        return None
    return Judged("contradicted", judged.countable, f"{mention.text}: it went the other way")


def _changed_places(one: tuple[Mention, Judged], two: tuple[Mention, Judged], sentence: str) -> str:
    """Tell how the source has two supported values that a sentence has the other way: "from 815 to
    640", where it has "from 640 crowns to 815", "32 countries, 40 of them"; empty for others."""
    (start, first), (end, second) = one, two
    if {first.verdict, second.verdict} != {"supported"} or first.is_derived or second.is_derived:
        return ""
    if not (first.countable and second.countable):
        return ""
    if is_part(first.countable, second.countable) and _OF_WHOM.match(sentence, end.quantity.end):
        return f"the source has {start.text} as a part of {end.text}"
    if first.countable.known is not second.countable.known:
        return ""
    printed = first.countable.figure.text, second.countable.figure.text
    if _bear_each_others_name(one, two, sentence):
        return f"the source has {printed[0]} and {printed[1]} the other way round"
    if start.stated.period != end.stated.period or printed[0] == printed[1]:
        return ""
    quote = first.countable.known.fact.quote
    theirs = _place(printed[1], quote), _place(printed[0], quote)
    ours = start.quantity.number_start, end.quantity.number_start
    if _runs(sentence, *ours) and _runs(quote, *theirs):
        return f"the source has it the other way (from {printed[1]} to {printed[0]})"
    if _goes_against_its_word(sentence, start, end):
        return "the source has it the other way"
    return ""


def _goes_against_its_word(sentence: str, one: Mention, two: Mention) -> bool:
    """Return whether a sentence's word for a movement is not the way that its two figures go: what
    "fell to 21.9 from 2.4", or "from 792 to 961"."""
    first, second = one.quantity, two.quantity
    before, between = sentence[: first.number_start], sentence[first.end : second.number_start]
    moved = _MOVED.search(before)
    if not moved:
        return False
    if _FROM.search(before) and _TO.search(between):
        first, second = second, first
    elif not (_TO.search(before) and _FROM.search(between)):
        return False
    return bool(moved["up"]) != (first.value > second.value)


def _bear_each_others_name(
    one: tuple[Mention, Judged], two: tuple[Mention, Judged], sentence: str
) -> bool:
    """Return whether each of two values stands in brackets behind the words that the source has of
    the other: "abolition (369) was commoner than invalidity (322)"."""
    begin = 0
    found = []
    for (mention, judged), (_, other) in ((one, two), (two, one)):
        at = mention.quantity.number_start
        opened = _IN_BRACKET.search(sentence, begin, at)
        if not (opened and judged.countable and other.countable):
            return False
        named = stems(re.split("[,;:)]", sentence[begin : opened.start()])[-1])
        ours, theirs = (one.clause or one.own for one in (judged.countable, other.countable))
        found.append(named & theirs - ours and not named & ours - theirs)
        begin = at
    return all(found)


def _place(printed: str, quote: str) -> int:
    """Return where a figure's own number stands, behind the "from" of a range; -1 if nowhere."""
    at, number = quote.find(printed), _NUMBER.search(printed)
    return at + number.start() if at >= 0 and number else at


def _runs(text: str, low: int, high: int) -> bool:
    """Return whether a text has "from" before one place and "to" between it and the next."""
    return 0 <= low < high and bool(_FROM.search(text, 0, low) and _TO.search(text, low, high))
