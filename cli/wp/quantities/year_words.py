"""Years in words: "nineteen eighty-four", "two thousand and fourteen" where a year may stand."""

from typing import NamedTuple

from wp.quantities.spelled import spelled_at
from wp.quantities.tokens import HYPHENS, Tokens
from wp.quantities.words import CARDINALS
from wp.quantities.years import counts_after, is_year

CENTURIES = {"eighteen": 18, "nineteen": 19, "twenty": 20}


class PrintedYear(NamedTuple):
    """A year in four digits, and the token after it."""

    iso: str
    stop: int


def year_at(tokens: Tokens, index: int) -> PrintedYear | None:
    """Read the year that stands at a token behind a month or "the year", in digits or in words.

    "this third day of June, two thousand and fourteen" is dated; "in June two thousand people
    left" counts.
    """
    if is_year(tokens, index):
        return PrintedYear(tokens(index).text, index + 1)
    if tokens(index).lower not in CARDINALS:
        return None
    paired = paired_year(tokens, index)
    found = None if paired else spelled_at(tokens, index)
    if found is None or found.ordinal or not 1500 <= found.value <= 2100:
        return paired
    if tokens.joined(found.stop - 1) and (
        found.value % 100 == 0 or counts_after(tokens, found.stop)
    ):
        return None
    return PrintedYear(str(found.value), found.stop)


def paired_year(tokens: Tokens, index: int) -> PrintedYear | None:
    """Read "twenty-sixteen" and "nineteen eighty-four", which no number in words can be."""
    century = CENTURIES.get(tokens(index).lower)
    if century is None or not tokens.joined(index):
        return None
    year, stop = CARDINALS.get(tokens(index + 1).lower, 0), index + 2
    if not 10 <= year <= 90:
        return None
    unit = CARDINALS.get(tokens(stop).lower, 0)
    if year >= 20 and 0 < unit < 10 and tokens.joined(index + 1):
        year, stop = year + unit, stop + 1
    if not tokens.spaced(stop - 1) and tokens.between(stop - 1)[:1] in (*HYPHENS,):
        return None  # "twenty sixteen-year-olds"
    return PrintedYear(f"{century}{year:02}", stop)
