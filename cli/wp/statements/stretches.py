"""Which words of a sentence are told of which of its figures."""

import re
from collections.abc import Sequence

from wp.pattern import pattern
from wp.text import Span

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
# "Fewer were declared invalid (322) than …": what is told of a number in brackets stands before.
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
        for match in _STRONG.finditer(sentence, begin, start):
            if match.end() < start:  # the colon of "Boats seized: 12" parts nothing
                begin = match.end()
        if number + 1 < len(figures):
            following = figures[number + 1][0]
            bracketed = _ALONE.match(sentence, end) and sentence.endswith("(", 0, start)
            parted = (end, end + 1) if bracketed else _parted(sentence, end, following)
            # "criminal cases for 40 and civil and commercial ones for 20"
            ended = _AND.match(sentence, end, following) if counted <= end else None
            parted = ended.span() if ended and _FOR.search(sentence, 0, start) else parted
            stop, after = parted if parted else (following, min(max(counted, end), following))
        else:
            parted = _parting(_STRONG, sentence, end, len(sentence), last=False)
            stop, after = parted or (len(sentence), len(sentence))
        spans.append((begin, max(stop, end)))
        begin = after
    return spans


def _parted(sentence: str, start: int, stop: int) -> Span | None:
    for mark in _PARTING:
        found = _parting(mark, sentence, start, stop, last=True)
        if found:
            return found
    return None


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
