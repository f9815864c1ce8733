"""What figures and dates are printed with in languages other than English: one module of data each.

A language is asked for by its BCP 47 tag; its module is imported then, and only then.
"""

from typing import Literal, NamedTuple

# What a preposition makes of a date: nothing, an open end, an open beginning.
Bearing = Literal["within", "after", "before"]
TAGS = ("de", "es", "fr")
"""The languages whose figures are that have a module of data; Chinese has a reader of its own."""


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
    bearings: dict[str, Bearing]
    to: tuple[str, ...]
    floors: tuple[str, ...]
    ceilings: tuple[str, ...]
    arounds: tuple[str, ...]
    references: tuple[str, ...]
    ordinals: dict[str, int]
    quarter: str
    dotted_ordinals: bool = False


def primary(tag: str) -> str:
    """Return the primary subtag of a BCP 47 tag in lower case: "de" of "de-AT"."""
    return tag.partition("-")[0].lower()


def is_read(tag: str) -> bool:
    """Return whether figures and dates are read in the language of a BCP 47 tag."""
    return primary(tag) in ("en", "zh", *TAGS)


def language_of(tag: str) -> Language | None:
    """Return the data of the language of a BCP 47 tag; None for one that has none here."""
    match primary(tag):
        case "de":
            from wp.quantities.languages.german import GERMAN

            return GERMAN
        case "es":
            from wp.quantities.languages.spanish import SPANISH

            return SPANISH
        case "fr":
            from wp.quantities.languages.french import FRENCH

            return FRENCH
    return None
