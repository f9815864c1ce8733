"""What a figure is told of each of: "€12/m2", "$60/barrel", "40 euros per megawatt hour"."""

from functools import lru_cache
from typing import NamedTuple

from wp.pattern import pattern
from wp.quantities.money import is_money
from wp.quantities.tokens import Tokens
from wp.quantities.units import unit_of

_SPELLS = frozenset("second minute hour day week month quarter year".split())
_RATE = pattern(r"\s(?:an?|per)\s.*$")


class Per(NamedTuple):
    """A unit that a figure is told of each of, by its plain plural, and the character after it."""

    unit: str
    end: int


_STROKE = pattern(r"/([^\W\d_]{1,12}[²³23]?)(?![\w/])")


_WORDS = pattern(
    r"\s(?:per|an?|each)\s((?:square |cubic )?[^\W\d_]{1,12})((?: hour)?)(?!\w)"
    r"(?! (?:earlier|before|ago|later|longer|shorter|sooner|more|less)\b)"
)


def per_stroke(source: str, end: int) -> Per | None:
    """Read the unit behind a stroke: "/m2", "/MWh", "/barrel"; None when there is none."""
    found = _STROKE.match(source, end)
    return Per(unit_of(found[1]) or found[1].lower(), found.end()) if found else None


def per_words(source: str, end: int) -> Per | None:
    """Read a known unit behind "per", "a" or "each": " per megawatt hour", " a barrel"."""
    found = _WORDS.match(source, end)
    if found is None:
        return None
    unit = unit_of(found[1] + found[2]) or unit_of(found[1])
    return Per(unit, found.end()) if unit else None


def rate_of(unit: str, per: str | None) -> str:
    """Return the name of a unit that is told for each of another: "kilometers per hour", "EUR a
    month"; the unit itself where nothing follows it.
    """
    if per is None:
        return unit
    each = per.removesuffix("s")
    known = unit_of(f"{unit} per {each}")
    article = "an" if each == "hour" else "a" if each in _SPELLS else "per"
    return known or f"{unit} {article} {each}"


@lru_cache(maxsize=4096)
def measure_of(unit: str) -> str | None:
    """Return the measure or money that a unit names, what it is told for each of left out."""
    return unit_of(unit) or unit_of(_RATE.sub("", unit))


def tells_rate(tokens: Tokens, first: int, stop: int) -> bool:
    """Return whether a stroke behind the number of tokens [first, stop) says of what it is told."""
    found = _STROKE.match(tokens.source, tokens(stop - 1).end)
    return found is not None and (is_money(tokens, first) or unit_of(found[1]) is not None)
