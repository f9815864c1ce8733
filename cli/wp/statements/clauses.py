"""The clauses and brackets of a sentence: which are told of which figure, what they say of it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from wp.pattern import pattern
from wp.text import Span

# A bracket ends a clause at either side; an "and" of "between 2018 and 2022" does not.
_CLAUSE_END = pattern(
    r"(?=[,;:.!?()\[\]—–\s])"  # most characters end none
    r"(?:[,;:.!?)\]—–]\s|[,;:.!?()\[\]]$|(?<!\w)[(\[]|(?<!\d)\sand\s|\sand\s(?!\d)"
    r"|\s(?:while|whereas|but)\s)"
)
_BETWEEN = pattern(r"\b(?:between|both)\b")
# Without one of these before it an "and" joins two nouns: "Hotels and inns had 12 guests".
_TOLD_ALREADY = pattern(
    r"\d|\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|shall|can|could|may|must"
    r"|rose|fell|grew|came|went|gave|got|made|took|sold|paid|spent|won|met|saw|led|sent|built"
    r"|there|[^\W\d_]+ed)\b"
)
_CLAUSE = 400  # characters around a figure that are looked at


def _clause_starts(sentence: str, at: int) -> list[int]:
    """Return where the clauses before an offset begin, its own last, up to 400 characters."""
    begin = max(at - _CLAUSE, 0)
    starts = [begin]
    for low, high in _breaks(sentence, begin, at):
        joins = sentence[low:high] == " and " and starts[-1] < low and high < at
        if not joins or _TOLD_ALREADY.search(sentence, starts[-1], low):
            starts.append(high)
    return starts


def clause_end(sentence: str, at: int) -> int:
    """Return where the clause around an offset ends, at most 400 characters ahead."""
    stop = min(len(sentence), at + _CLAUSE)
    return next((start for start, _ in _breaks(sentence, at, stop)), stop)


def _breaks(sentence: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _CLAUSE_END.finditer(sentence, begin, end):
        # "between the alarm and the arrival"
        if match[0] != " and " or not _BETWEEN.search(sentence, begin, match.start()):
            yield match.span()
        begin = match.end()


# What parts two figures, the strongest first; between two figures the strongest counts, and of
# equals the last: "…, while exports of goods and services rose by 2.2 percent".
_PARTING = tuple(
    map(
        pattern,
        (
            r"[;—–:]\s|\.\s|\s(?:while|whereas|but|although|though|yet)\s",
            r"\s(?:and|or),\s|,\s(?:and|or|of which|of whom|of them|of these)\s",
            r"[,()\[\]](?!\d)",
            r"\s(?:and|or)\s",
        ),
    )
)
_AND = pattern(r",?\s(?:and|or)\s")
_FOR = pattern(r"\s(?:for|with|by|to|at)\s$")
_STRONG = _PARTING[0]
_COMMA = pattern(r"(?<!\)),\s")
# "Fewer were declared invalid (322) than …": what is told of a number in brackets stands before.
_LED_IN = pattern(r"(?:\(|\b(?:with|at|by) )(?:about |some |nearly |almost |over |only )?$")
_TELLS = pattern(r"\b(?!with|from|some|about|nearly|almost|over|under|more|than|only)[^\W\d_]{4,}")
_NOTHING = pattern(r"\s*(?:of (?:them|these|those|which|whom)\s*)?")
_ALONE = pattern(r"\s?%?\)")


def stretches(sentence: str, figures: Sequence[tuple[int, int, int]]) -> list[Span]:
    """Return for each figure the stretch of its sentence that is told of it alone.

    Takes for each where it begins, where it ends, and where the noun behind it ends. The words
    before the first are its subject: "8,900 at bureau level and 63,000 at county level". Where
    nothing parts two figures, what stands between them is told of both.
    """
    spans: list[Span] = []
    begin = 0
    for number, (start, end, counted) in enumerate(figures):
        bracketed = _ALONE.match(sentence, end) and sentence.endswith("(", 0, start)
        for match in _STRONG.finditer(sentence, begin, start):
            if match.end() < start:  # the colon of "Boats seized: 12" parts nothing
                begin = match.end()
        if number + 1 < len(figures):
            following = figures[number + 1][0]
            parted: Span | None
            if bracketed:  # "(64.5 %) of the expenditure, the Union 203": its own up to a comma
                beyond = _parting(_COMMA, sentence, end + 1, following, last=True)
                parted = beyond or (end, end + 1)
            else:
                _, after, noun = figures[number + 1]
                parted = _parted(sentence, end, following, named=noun > after)
            # "criminal cases for 40 and civil and commercial ones for 20"
            ended = _AND.match(sentence, end, following) if counted <= end else None
            parted = ended.span() if ended and _FOR.search(sentence, 0, start) else parted
            stop, after = parted if parted else (following, min(max(counted, end), following))
        else:
            parted = _parting(_STRONG, sentence, end, len(sentence), last=False)
            stop, after = parted or (len(sentence), len(sentence))
        beside = figures[number - 1][2] if bracketed and number else -1
        if beside >= 0 and _NOTHING.fullmatch(sentence, beside, start - 1):
            # "1.19 million of them (52%) had been put online": it is told of both
            spans[-1] = begin, _ = spans[-1][0], max(stop, end)
        spans.append((begin, max(stop, end)))
        begin = after
    return spans


def _parted(sentence: str, start: int, stop: int, *, named: bool) -> Span | None:
    """Return the span that parts two figures; `named` tells that a noun stands behind the second.

    Else what stands before that is told of it: "the Netherlands (388,000)", "Swiftline, with 27%".
    """
    end = stop
    if not named and _LED_IN.search(sentence, start, stop):
        *_, told = None, *_TELLS.finditer(sentence, start, stop)
        end = told.end() if told else stop
    for mark in _PARTING:
        found = _parting(mark, sentence, start, end, last=True)
        if found:
            return found
    return None if named or end == stop else _parted(sentence, start, stop, named=True)


def _parting(
    mark: re.Pattern[str], sentence: str, start: int, stop: int, *, last: bool
) -> Span | None:
    """Return the span of a parting mark: the last one, or the first."""
    found = None
    for match in mark.finditer(sentence, start, stop):
        found = match.span()
        if not last:
            break
    return found


_EDGES = " ,;:.\"'“”‘’()[]|"
_OPENING = pattern(r"^(?:(?:and|or|but|including|while|that|of)\s+)+")
_STOPS = (";", ".", "!", "?")  # what stands behind these leans on nothing before
_POINTS_BACK = pattern(r"\s*(?:in [^,]{3,20} )?(?:it|they|that|this)\b", re.IGNORECASE)
# What a clause with a subject of its own begins with.
_SUBJECT = pattern(
    r"(?:an?|the|this|these|those|its|their|his|her|our|it|they|he|she|we|there|some|many|most|all"
    r"|each|every|no|both|another)\b|[A-Z]"
    r"|(?!(?:is|was|has|does)\b)[^\W\d_]+s"
    r" (?:is|are|was|were|has|have|had|will|fell|rose|grew|came|[^\W\d_]+ed)\b"
)
_VERB = pattern(
    r" (?!(?:of|in|on|at|to|for|from|by|with|and|or|per|than|as|over|under|between|among|during"
    r"|since|until|more|less|fewer|higher|lower|above|below|each|apiece|an?|the)\b)[^\W\d_]"
)
_THERE = pattern(r"\bthere (?:is|are|was|were|will be|(?:has|have|had) been)\s", re.IGNORECASE)
_DANGLING = pattern(
    r"(?:(?:^|\s)(?:by|to|at|from|of|than|about|for|some|only|between|and|or)\b)+\s*$", re.I
)
_LOOSE = pattern(r"\s+(?=[,;:])|\s*[(\[]$")
_SPACES = 10
_BACK = 4  # clauses that a fragment is led back over at most
_MOST_BEFORE, _MOST = 12, 16  # words


def measure(sentence: str, start: int, end: int, noun_end: int, others: Sequence[Span] = ()) -> str:
    """Propose what a figure measures.

    Takes the figure's span, where the noun that it counts ends (0 where none is named), and the
    spans of the other figures; gives the clause around the number, with “…” where it stood. A
    clause without a subject of its own ("compared with 14 percent in 2029") has the ones before it
    in front, their numbers left out.
    """
    *back, own = _clause_starts(sentence, start)
    begin = own
    for _ in range(_BACK):
        if not back or _stands_alone(sentence, begin, start, noun_end):
            break
        begin = back.pop()
    lead = _plain(sentence, begin, own, others)[:_MOST_BEFORE]
    before = _plain(sentence, own, start, others)[-_MOST:]
    # "the rest, 211,261, is due to migration": what stands between commas parts nothing
    between = sentence.endswith(", ", 0, start) and sentence.startswith(", ", end)
    rest = sentence[end + between : clause_end(sentence, end + between)].split()[:_MOST]
    words = [*lead, *before, *(["…"] if lead or before else []), *rest]
    text = " ".join(words).replace("… -", "…-").strip(_EDGES)
    text = text if ")" in text else text.replace("(", "")
    return _OPENING.sub("", text) or sentence[start:end]


def _stands_alone(sentence: str, begin: int, start: int, noun_end: int) -> bool:
    """Return whether a clause has a subject of its own: "25 people lost their lives", "the rate was
    9"."""
    told = _OPENING.sub("", sentence[begin:start].lstrip())
    parted = sentence[max(0, begin - _SPACES) : begin].rstrip().endswith(_STOPS)
    if not told:
        named = noun_end > 0 and _VERB.match(sentence, noun_end) is not None
        return named or parted
    if _POINTS_BACK.match(told):
        return False
    return parted or _SUBJECT.match(told) is not None


def _plain(sentence: str, begin: int, end: int, others: Sequence[Span]) -> list[str]:
    """Return the words of a stretch without its numbers and the "by" or "to" before them."""
    parts = []
    for low, high in others:
        if begin <= low < end:
            piece = sentence[begin:low]
            # Between the numbers of a list there is nothing to dangle.
            parts.append(piece if piece.isspace() else _DANGLING.sub("", piece))
            begin = high
    told = " ".join(" ".join([*parts, sentence[begin:end]]).split())
    return _LOOSE.sub("", _THERE.split(f"{told} ")[-1].strip()).split()


_BRACKET = pattern(r"[()\[\]]")
_CLOSING = {")": "(", "]": "["}


class Brackets:
    """The pairs of round and square brackets of a sentence; what is not paired is no bracket."""

    def __init__(self, sentence: str) -> None:
        spans: list[tuple[int, int]] = []
        opened: list[int] = []
        for found in _BRACKET.finditer(sentence):
            at, mark = found.start(), found[0]
            if mark in "([":
                opened.append(at)
            elif opened and sentence[opened[-1]] == _CLOSING[mark]:
                spans.append((opened.pop(), at))
        self._ends: list[int] = []
        self._inner: list[tuple[int, int] | None] = []
        open_spans: list[tuple[int, int]] = []
        edges = sorted([(span[0], span) for span in spans] + [(span[1], span) for span in spans])
        for at, span in edges:
            self._ends.append(at)
            self._inner.append(open_spans[-1] if open_spans else None)
            if at == span[0]:
                open_spans.append(span)
            else:
                open_spans.pop()

    def around(self, at: int) -> tuple[int, int] | None:
        """Return the innermost pair of brackets around an offset, None outside any."""
        place = bisect_left(self._ends, at)
        return self._inner[place] if place < len(self._inner) else None
