"""What a module of data tells of its language."""

from typing import Literal, NamedTuple

# What a preposition makes of a date: nothing, an open end, an open beginning.
DateBearing = Literal["within", "after", "before"]


class Language(NamedTuple):
    """The words and signs of a language; all words in lower case.

    `groups` are the marks between thousands; the decimal mark is the comma. `thousandths` says that
    a comma before three digits is surely a decimal mark: in Spanish it parts thousands as well,
    by country. `numbers` are number words, `scales` powers of ten, `units` names of units,
    `links` what may stand between a number and its unit, `articles` what a scale may have for one.
    `references` name a place in a text, `ordinals` and `quarter` a quarter of a year;
    `dotted_ordinals` says that "4." is the fourth.
    """

    groups: str
    thousandths: bool
    numbers: dict[str, int]
    scales: dict[str, int]
    units: dict[str, str]
    links: tuple[str, ...]
    articles: tuple[str, ...]
    months: dict[str, int]
    bearings: dict[str, DateBearing]
    to: tuple[str, ...]
    floors: tuple[str, ...]
    ceilings: tuple[str, ...]
    arounds: tuple[str, ...]
    references: tuple[str, ...]
    ordinals: dict[str, int]
    quarter: str
    dotted_ordinals: bool = False
