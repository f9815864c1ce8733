"""Whether a fact gives the very thing that a question asks for.

"How many judges" is answered by a number of judges, "when" by a date: a fact that only speaks of
the subject is no answer, however many of the words it holds.
"""

import re
from collections.abc import Callable, Collection, Iterator
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

from wp.english import MONTHS, PERSONS
from wp.model import Fact, Figure
from wp.search.questions import PEOPLE, Question, QuestionKind
from wp.search.vocabulary import Stem, stems_in
from wp.words.tokens import STOP_WORDS, Token, tokens

_HEAD_ENDS = (
    r"\s(?:who|whom|which|that|whose|of|in|from|for|with|to|by|on|at|during|since|under|between"
    r"|put|sent|brought|handled|solved|arrested|seized|established|dealt|declared|abolished|named"
    r"|held|set|organized|covered|investigated|transferred)\b|[,(:]"
)
_UNITS_OF_LENGTH = (
    r"(?:years?|months?|weeks?|nights?|days?|hours?|minutes?|decades?|century|centuries|miles?"
    r"|feet|foot|(?:kilo|centi)?met(?:er|re)s?|km)\b"
)
_LASTS = (
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|an?|several))[\s-]"
    + _UNITS_OF_LENGTH
    + r"|\b(?:since|until|throughout|permanent\w*|indefinite\w*)\b"
    r"|\bfor (?:the|an?) \w*\s?(?:future|time|period|term|life)\b"
)
_CLOCK = (
    r"(?i)\b\d{1,2}:\d\d\b|\d ?[ap]\.?m\b|o['’]clock\b|\bat (?:noon|midnight)\b"
    r"|\bat [012]?\d\.[0-5]\d(?=[,;)]|\.?$|\.\s|\s(?:and|on|in|by|when|but|to|the|from)\b)"
)
_MONTH = rf"\b(?:in|of|on|by|from|until|since|mid-)\s?(?:{'|'.join(MONTHS)})\b"
_CHANGED = (
    r"\bby\s(?:[^,.;]{0,25}\d|half\b|an?\s)|\bfrom\s.{0,40}\bto\b"
    r"|\b(?:more|less|fewer|higher|lower|longer|shorter|up|down|(?:doubl|halv|trebl|tripl)ed)\b"
)
_NAME = r"(?<=[^.!?]\s)[\"“'‘(]?[A-Z][\w-]+|\b[A-Z]{2,}\b"
_NAMED_PLACE = (
    r"\b(?:at|in|to|from|near|off|outside|within|across|along)\s(?:the\s(?:\w+\sof\s)?)?[\"“]?[A-Z]\w+"
    r"|\bthere\b(?!\s(?:is|are|was|were|has|have|had|will|would|may|can|shall|should)\b)"
)
_ROLES = (
    r"(?i)\b\w+(?:ers|ors|ists|men|guards|officials|members|people|staff|teams|bodies|forces)\b"
    r"|\b(?:president|minister|chair\w*|secretary|director|governor|judge|committee|commission"
    r"|council|board|office|court|congress|parliament|bank|government)s?\b"
    r"|\b(?:ministr|authorit|agenc)(?:y|ies)\b"
)
_OPEN_UNITS = ("count", "people", "animals", "cases")
"""Units that leave open what is counted."""

_REFERS = r"(?i)\bof (?:which|whom|them|these|those)\b"

_LOOSELY = 0.93
"""What it counts where a figure counts something else, or nobody knows, beside the thing."""

_NARROWER, _MOST_NARROWER = 0.97, 6
"""What each word counts, up to so many, that what a drafted figure measures has and the query not:
"holdings with pigs" are not all holdings."""

_NEAR = 40
"""So many characters at most part a number and what it counts in text that nobody curated."""

Gives = Callable[[Fact], float]


class SaidByQuery(NamedTuple):
    """What a query says itself, so that it is no answer: its words as stems, its numbers."""

    stems: frozenset[str]
    numbers: frozenset[int | float]


def gives(
    asked: Question, said: SaidByQuery, meant: Callable[[str], Collection[str]], stem: Stem
) -> Gives | None:
    """Return a test whether a fact gives what is asked for; None where anything will do.

    `meant` gives the stems of the base that a word of the query may mean, `stem` that of a word
    which the base prints.
    """
    if asked.kind == "count" and asked.things:
        stems = frozenset(one for thing in asked.things for one in meant(thing))
        if PEOPLE.intersection(asked.things):
            stems |= frozenset(map(stem, PERSONS))
        plurals = frozenset(stem(thing) for thing in asked.things if thing.endswith("s"))
        things = _Things(stems, plurals)
        return lambda fact: _gives_count(fact, things, said, stem)
    if asked.kind == "time":
        return lambda fact: _gives_time(fact, said, stem)
    if asked.kind == "name":
        return lambda fact: _gives_name(fact, said, stem)
    return _TESTS.get(asked.kind)


def _gives_count(fact: Fact, things: "_Things", said: SaidByQuery, stem: Stem) -> float:
    """Return how well a fact gives a count: best by the unit of a figure that tells little more."""
    figures = [
        figure
        for figure in fact.figures
        if figure.unit not in ("ordinal", "percent") and figure.value not in said.numbers
    ]
    if own := [figure for figure in figures if stems_in(figure.unit, stem) & things.stems]:
        more = min(len(stems_in(figure.measures, stem) - said.stems) for figure in own)
        return _NARROWER ** min(more, _MOST_NARROWER) if fact.draft else 1.0
    if figures and not fact.draft:
        counted = (_head(figure) for figure in figures)
        given = any(stems_in(text, stem) & things.stems for text in (*counted, *fact.aliases))
        return float(given)
    # "Dairy farms had 47,900 guilders" counts guilders, and no farms.
    refers = re.search(_REFERS, fact.quote) is not None
    figures = [figure for figure in figures if refers or _is_open(figure)]
    named = [figure.measures for figure in figures]
    if fact.quote[-1:].isdigit():
        # The heads of a table and its caption stand anywhere in what a figure of it measures.
        named.append(fact.context)
    if any(True for text in named for _ in _printed(text, things, stem)):
        return _LOOSELY
    passes = bool(figures) or fact.kind == "passage"
    return _LOOSELY * (passes and _stands_by_number(fact.quote, things, said, stem))


class _Things(NamedTuple):
    """What is to be counted: stems that may mean it, and those of plurals as the query has them."""

    stems: frozenset[str]
    plurals: frozenset[str]


def _is_open(figure: Figure) -> bool:
    """Return whether a figure leaves open what it counts, as it prints it."""
    return figure.unit in _OPEN_UNITS and not figure.text.endswith(" people")


def _head(figure: Figure) -> str:
    """Return what a curated figure counts, without what tells it from others."""
    return re.split(_HEAD_ENDS, f"{figure.measures} ", maxsplit=1)[0]


def _printed(text: str, things: _Things, stem: Stem) -> Iterator[Token]:
    """Yield where a text has the things; who asks for farms does not mean "a farm shop"."""
    every = tokens(text)
    for token, after in zip_longest(every, every[1:]):
        stemmed = stem(token.text)
        if stemmed not in things.stems:
            continue
        is_plural = token.text.endswith("s") or stemmed not in things.plurals
        if (
            is_plural
            or not after
            or after.text in STOP_WORDS
            or text[token.end : after.start] != " "
        ):
            yield token


def _stands_by_number(quote: str, things: _Things, said: SaidByQuery, stem: Stem) -> bool:
    from wp.quantities.read import quantities

    numbers = [
        (quantity.start, quantity.end)
        for quantity in quantities(quote)
        if quantity.value not in said.numbers
    ]
    return any(
        start - _NEAR < token.start < end + _NEAR
        for token in _printed(quote, things, stem)
        for start, end in numbers
    )


def _gives_share(fact: Fact) -> bool:
    if fact.kind == "passage":
        return (
            re.search(r"\d\s?(?:%|per ?cent)|\b(?:half|thirds?|quarters?)\b", fact.quote)
            is not None
        )
    return any(
        figure.unit.startswith("percent") or figure.part_of or 0 < figure.value < 1
        for figure in fact.figures
    )


def _gives_size(fact: Fact) -> bool:
    if fact.kind == "passage":
        return re.search(r"\d", fact.quote) is not None
    return any(figure.unit != "ordinal" for figure in fact.figures)


def _gives_change(fact: Fact) -> bool:
    return _gives_size(fact) and re.search(_CHANGED, fact.quote) is not None


def _gives_time(fact: Fact, said: SaidByQuery, stem: Stem) -> bool:
    """Return whether a fact is dated, be it by an event that the query does not name itself."""
    periods = [*fact.dates]
    for figure in fact.figures:
        periods += filter(None, (figure.period, figure.context_period))
    if any(p.start or p.end or not stems_in(p.text, stem) & said.stems for p in periods):
        return True
    if re.search(_CLOCK, fact.quote) or re.search(_MONTH, fact.quote):
        return True
    return bool(_dates(fact.quote))


@lru_cache(maxsize=256)
def _dates(quote: str) -> tuple[tuple[int, int], ...]:
    """Return where a quote has dates: one query asks it of the same quotes again and again."""
    from wp.quantities.read import dates

    return tuple((date.start, date.end) for date in dates(quote, events=False))


def _gives_length(fact: Fact) -> bool:
    if any(date.start and date.end and date.start != date.end for date in fact.dates):
        return True
    if any(re.search(rf"\b{_UNITS_OF_LENGTH}", figure.unit) for figure in fact.figures):
        return True
    return re.search(_LASTS, fact.quote) is not None


def _gives_person(fact: Fact) -> bool:
    return re.search(_NAME, fact.quote) is not None or re.search(_ROLES, fact.quote) is not None


def _gives_place(fact: Fact) -> bool:
    return re.search(_NAMED_PLACE, fact.quote) is not None


def _gives_name(fact: Fact, said: SaidByQuery, stem: Stem) -> bool:
    """Return whether a quote names a place or person that the query does not.

    Who asks which country wants its name.
    """
    from wp.words.lexicon import is_name

    dated = _dates(fact.quote)
    return any(
        is_name(token.text) and stem(token.text) not in said.stems
        for token in tokens(fact.quote)
        if fact.quote[token.start].isupper()
        and not any(start <= token.start < end for start, end in dated)
    )


_TESTS: dict[QuestionKind, Gives] = {
    "share": _gives_share,
    "size": _gives_size,
    "change": _gives_change,
    "length": _gives_length,
    "person": _gives_person,
    "place": _gives_place,
}
