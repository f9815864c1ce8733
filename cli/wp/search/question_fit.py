"""Whether a fact gives what a question asks for: a count, a time, a person, a place.

"How many judges" is answered by a number of judges, "when" by a date: a fact that only speaks of
the subject is no answer, however many of the words it holds.
"""

import re
from collections.abc import Callable, Collection, Iterable
from functools import lru_cache
from typing import NamedTuple

from wp.english import MONTHS
from wp.model import Fact, Figure
from wp.search.query import Question, QuestionKind
from wp.words import Stem, stems_in, tokens

_NO_SUM = 0.85
"""Factor for a size that is no sum where one is asked for, as for a chief word that is lacking."""

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
_ENDED = r"(?i)\b(?:end|ends|ended|ending|finish\w*|conclu\w+|clos(?:e|es|ed)|until|till)\b"
_LISTS = r"\b[A-Z]\w+(?:, [A-Z][\w ]*?)+,? and [A-Z]\w+"
"""Names in a row: "Laos, Myanmar and Thailand"."""
_CLOCK = (
    r"(?i)\b\d{1,2}:\d\d\b|\d ?[ap]\.?m\b|o['’]clock\b|\bat (?:noon|midnight)\b"
    r"|\bat [012]?\d\.[0-5]\d(?=[,;)]|\.?$|\.\s|\s(?:and|on|in|by|when|but|to|the|from)\b)"
)
_MONTH = rf"\b(?:in|of|on|by|from|until|since|mid-)\s?(?:{'|'.join(MONTHS)})\b"
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
        things = frozenset(one for thing in asked.things for one in meant(thing))
        return lambda fact: _gives_count(fact, things, said, stem)
    if asked.kind == "size" and asked.things:
        return lambda fact: _gives_size(fact) * (1.0 if _gives_money(fact) else _NO_SUM)
    if asked.kind in ("time", "end"):
        ends = asked.kind == "end"
        return lambda fact: (not ends or _gives_end(fact)) and _gives_time(fact, said, stem)
    if asked.kind == "name":
        return lambda fact: _gives_name(fact, said, stem)
    return _TESTS.get(asked.kind)


def _gives_count(fact: Fact, things: frozenset[str], said: SaidByQuery, stem: Stem) -> float:
    """Return how well a fact gives a count: best by the unit of a figure that tells little more."""
    figures = [
        figure
        for figure in fact.figures
        if figure.unit not in ("ordinal", "percent") and figure.value not in said.numbers
    ]
    if own := [figure for figure in figures if stems_in(figure.unit, stem) & things]:
        more = min(len(stems_in(figure.measures, stem) - said.stems) for figure in own)
        return _NARROWER ** min(more, _MOST_NARROWER) if fact.draft else 1.0
    if figures and not fact.draft:
        named = [*(figure.measures for figure in figures), *fact.aliases]
        return float(_names(things, named, stem))
    # "Dairy farms had 47,900 guilders" counts guilders, and no farms.
    refers = re.search(_REFERS, fact.quote) is not None
    named = [figure.measures for figure in figures if refers or _is_open(figure)]
    if refers or fact.quote[-1:].isdigit():
        # What "them" are stands before; a table's heads anywhere in what a figure of it measures.
        named.append(fact.context)
    return _LOOSELY * _names(things, named, stem)


def _names(things: frozenset[str], texts: Iterable[str], stem: Stem) -> bool:
    return any(stems_in(text, stem) & things for text in texts)


def _is_open(figure: Figure) -> bool:
    """Return whether a figure leaves open what it counts, as it prints it."""
    return figure.unit in _OPEN_UNITS and not figure.text.endswith(" people")


def _gives_share(fact: Fact) -> bool:
    if fact.kind == "passage":
        share = r"\d\s?(?:%|per ?cent)|\b(?:half|thirds?|quarters?)\b"
        return re.search(share, fact.quote) is not None
    return any(
        figure.unit.startswith("percent") or figure.part_of or 0 < figure.value < 1
        for figure in fact.figures
    )


def _gives_size(fact: Fact) -> bool:
    if fact.kind == "passage":
        return re.search(r"\d", fact.quote) is not None
    return any(figure.unit != "ordinal" for figure in fact.figures)


def _gives_money(fact: Fact) -> bool:
    from wp.quantities.units import CURRENCY_CODES

    return any(figure.unit in CURRENCY_CODES for figure in fact.figures)


def _gives_time(fact: Fact, said: SaidByQuery, stem: Stem) -> bool:
    """Return whether a fact is dated, be it by an event that the query does not name itself."""
    if any(not p.is_vague or not stems_in(p.text, stem) & said.stems for p in fact.periods):
        return True
    return re.search(_CLOCK, fact.quote) is not None or re.search(_MONTH, fact.quote) is not None


def _gives_end(fact: Fact) -> bool:
    """Return whether a fact tells when something ended, or over what time it went."""
    if any(period.start != period.end for period in fact.periods):
        return True
    return re.search(_ENDED, fact.quote) is not None


@lru_cache(maxsize=256)
def _dates(quote: str) -> tuple[tuple[int, int], ...]:
    """Return where a quote has dates: one query asks it of the same quotes again and again."""
    from wp.quantities.read import dates

    return tuple((date.start, date.end) for date in dates(quote, events=False))


def _gives_length(fact: Fact) -> bool:
    if any(date.start and date.end and date.start != date.end for date in fact.dates):
        return True
    return re.search(_LASTS, fact.quote) is not None


def _gives_name(fact: Fact, said: SaidByQuery, stem: Stem) -> bool:
    """Return whether a quote names a place or person that the query does not.

    Who asks which country wants its name.
    """
    from wp.words.dictionary import is_name

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
    "length": _gives_length,
    "person": lambda fact: any(re.search(one, fact.quote) for one in (_NAME, _ROLES)),
    "members": lambda fact: re.search(_LISTS, fact.quote) is not None,
    "place": lambda fact: re.search(_NAMED_PLACE, fact.quote) is not None,
}
