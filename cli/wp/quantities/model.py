"""A text cut into words and digit groups, and what is read of it: quantities, bounds, dates.

One linear pass cuts the text; everything above looks a bounded number of tokens around itself.
"""

import re
from collections.abc import Iterable
from functools import partial
from typing import Final, Literal, NamedTuple

from wp.model import Period
from wp.pattern import pattern

HYPHENS = "-‐‑‒–—−"
_JOINING = frozenset(HYPHENS)
_GAP = 12  # characters


class TextToken(NamedTuple):
    """A run of letters, or digits with the commas and full stops between them."""

    text: str
    lower: str
    start: int
    end: int
    digits: bool = False


_PATTERN = pattern(r"([0-9]+(?:[.,][0-9]+)*|[^\W\d_]+|[½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])")
# What `TextToken(…)` does, in half the time: there is one for each word of a document.
_token = partial(tuple.__new__, TextToken)


class Tokens:
    """A text, its tokens and language; an index outside the tokens gives an empty one."""

    __slots__ = ("_end", "_gaps", "_spaced", "_start", "items", "language", "source")

    def __init__(self, source: str, language: str = "en") -> None:
        """Cut a text into words and digit groups."""
        self.source = source
        self.language = language
        pieces = _PATTERN.split(source)  # by turns what stands between tokens, and a token
        self.items: list[TextToken] = []
        end = 0
        for gap, word in zip(pieces[::2], pieces[1::2], strict=False):
            start = end + len(gap)
            end = start + len(word)
            self.items.append(_token((word, word.lower(), start, end, word[0] in "0123456789")))
        self._start = TextToken(" ", "", 0, 0)
        self._end = TextToken(" ", "", len(source), len(source))
        # What stands before each token, and behind the last; whether it is white space.
        self._gaps = [gap[:_GAP] for gap in pieces[::2]]
        self._spaced = [
            gap == " " or (0 < len(gap) < _GAP and gap.isspace() and gap.count("\n") < 2)
            for gap in self._gaps
        ]
        self._spaced[0] = self._spaced[-1] = False

    def __call__(self, index: int) -> TextToken:
        """Return the token at an index, or an empty one beyond either end."""
        if index < 0:
            return self._start
        try:
            return self.items[index]
        except IndexError:
            return self._end

    def between(self, index: int) -> str:
        """Return the characters between the token at `index` and the next one, at most 12."""
        return self._gaps[index + 1] if -2 < index < len(self.items) else ""

    def spaced(self, index: int) -> bool:
        """Return whether only white space within a paragraph stands before the next token."""
        return -1 < index < len(self.items) and self._spaced[index + 1]

    def joined(self, index: int) -> bool:
        """Return whether white space or one hyphen stands between this token and the next."""
        if not -1 < index < len(self.items) - 1:
            return False
        return self._spaced[index + 1] or self._gaps[index + 1] in _JOINING

    def before(self, index: int) -> str:
        """Return the character before a token, or an empty string."""
        start = self(index).start
        return self.source[start - 1] if start else ""

    def after(self, index: int) -> str:
        """Return the character after a token, or an empty string."""
        end = self(index).end
        return self.source[end] if end < len(self.source) else ""

    def phrase(self, index: int, words: int) -> str:
        """Return `words` tokens from `index` on, lower-case, when only white space parts them."""
        last = index + words - 1
        if index < 0 or last >= len(self.items):
            return ""
        if not all(self._spaced[index + 1 : last + 1]):
            return ""
        return " ".join([token.lower for token in self.items[index : last + 1]])

    def opens_sentence(self, index: int) -> bool:
        """Return whether a token is the first of the text, of a line or of a sentence."""
        if index <= 0:
            return True
        gap = self.between(index - 1)
        return any(mark in gap for mark in '.!?:;\n"“”([•')


# What is read of a text


class DateMention(NamedTuple):
    """A printed date or span; `text` is the input's [start, end), leading preposition included."""

    text: str
    start: int
    end: int
    period: Period


class Quantity(NamedTuple):
    """A printed number with what measures and qualifies it.

    `text` is the input's [start, end), qualifier and unit included ("more than 12.7 tons");
    [number_start, number_end) is the bare number with its scale word ("1.3 billion"). `unit` is a
    plain plural, a currency code or None; `qualifier` is as printed, in lower case; `step` the
    power of ten that the number is printed to ("1.3 billion": 8), None for a fraction. One that
    `leans` opens a range and leaves its scale, unit or noun to the next: the 5 of "5-10 tons".
    `per` is what it is told of each of, where a unit says so ("€12/m2": "square meters").
    """

    text: str
    start: int
    end: int
    number_start: int
    number_end: int
    value: int | float
    unit: str | None = None
    qualifier: str | None = None
    ordinal: bool = False
    step: int | None = 0
    leans: bool = False
    per: str | None = None


class Unread(NamedTuple):
    """Digits that stand for a number and could not be read: the input's [start, end)."""

    text: str
    start: int
    end: int


def unread_at(text: str, spans: Iterable[tuple[int, int]]) -> list[Unread]:
    """Return what stands at these spans of a text, in order, as not read."""
    return [Unread(text[start:end], start, end) for start, end in sorted(spans)]


class QuantitiesFound(NamedTuple):
    """The quantities, the dates and the unread numbers of a text, each in order."""

    quantities: list[Quantity]
    dates: list[DateMention]
    unread: list[Unread]


class Point(NamedTuple):
    """A date or short span: ISO 8601 bounds, the tokens [first, stop), the last character.

    A day without a year has no bounds, but its `month` and `day`; one that no calendar has ("30
    February 2014") is `impossible`. One that `closes` is the end of its month or year.
    """

    start: str | None
    end: str | None
    first: int
    stop: int
    end_char: int
    decade: bool = False
    month: int = 0
    day: int = 0
    impossible: bool = False
    closes: bool = False


def days_in(year: int, month: int) -> int:
    """Return the days of a month; the datetime module would cost every start its loading."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def same(iso: str, tokens: Tokens, first: int, stop: int) -> Point:
    """Return a point that begins and ends in one: a day, a month, a year."""
    return Point(iso, iso, first, stop, tokens(stop - 1).end)


def months_of(tokens: Tokens, year: int, first: int, last: int) -> Point:
    """Return some months of the year that a token is."""
    iso = tokens(year).text
    return Point(f"{iso}-{first:02}", f"{iso}-{last:02}", year, year + 1, tokens(year).end)


# Words before or after a number that bound or blur it: "more than", "about", "or more"

# What a qualifier says of the number after it.
Bound = Literal["floor", "ceiling", "around", "exact"]

_FLOOR = (
    "more than", "over", "at least", "no fewer than", "no less than", "not less than",
    "not fewer than", "greater than", "in excess of", "well over", "just over", "upwards of",
    "above", "exceeding", "a good", "as many as", "as much as", "a minimum of", "well above",
    "much more than", "far more than", "slightly more than", "higher than", "beyond",
    *(f"{word} than" for word in "longer older larger bigger taller heavier faster deeper".split()),
)  # fmt: skip
_CEILING = (
    "less than", "fewer than", "nearly", "almost", "at most", "up to", "no more than",
    "not more than", "not exceeding", "under", "below", "just under", "close to", "close on",
    "a maximum of", "well under", "not over", "lower than", "approaching",
    "not exceed", "never exceed", "never exceeded", "never exceeds", "sub", "not quite",
    "short of", "just short of", "shy of", "just shy of",
    *(f"{word} than" for word in "shorter younger smaller lighter slower cheaper".split()),
)  # fmt: skip
_AROUND = (
    "some", "about", "around", "approximately", "roughly", "an estimated", "estimated", "circa",
    "approx",
)  # fmt: skip
_AFTER: Final[dict[str, Bound]] = {
    "or more": "floor", "or above": "floor", "and above": "floor",
    "and over": "floor", "or over": "floor", "and more": "floor", "or so": "around",
    "or fewer": "ceiling", "or less": "ceiling", "and under": "ceiling",
}  # fmt: skip
QUALIFIERS: Final[dict[str, Bound]] = {
    **dict.fromkeys(_FLOOR, "floor"),
    **dict.fromkeys(_CEILING, "ceiling"),
    **dict.fromkeys(_AROUND, "around"),
    **dict.fromkeys(("exactly", "precisely"), "exact"),
    **dict.fromkeys("<≤", "ceiling"),
    **dict.fromkeys(">≥", "floor"),
    **dict.fromkeys("~≈", "around"),
}
# A ">" that opens a line is a quotation's.
_SIGN = pattern(r"(?:(?:^|(?<=[\s(\[]))[<≤≥~≈]|(?<=\S )>|(?<=[(\[])>) ?$")
# Behind these "over" belongs to the word before it: "watch over 139 departments".
_TAKE_OVER = pattern(
    r"watch(?:e[sd]|ing)?|presid(?:e[sd]?|ing)|rul(?:e[sd]?|ing)|reign(?:s|ed|ing)?|hand(?:s|ed|ing)?"
    r"|spread(?:s|ing)?|jurisdiction|control|authority|powers?|sovereignty|supervision|oversight"
    r"|command|victory|divided|distributed|averaged"
)
_LONGEST = 3
_HYPHENED = tuple(HYPHENS)  # "sub-300 offices"
_LAST_WORDS = frozenset(phrase.split()[-1] for phrase in QUALIFIERS)


def bound(qualifier: str | None) -> Bound:
    """Tell what a qualifier says; "exact" for none and for one that is not known."""
    if not qualifier:
        return "exact"
    words = " ".join(qualifier.lower().split())
    return QUALIFIERS.get(words) or _AFTER.get(words) or "exact"


def bound_behind(text: str, start: int) -> str | None:
    """Return the bound that a text prints behind what is counted: "90 countries at most"."""
    found = _BEHIND.match(text, start)
    return " ".join(found[1].lower().split()) if found else None


_BEHIND = pattern(
    rf"(?:\s+(?:an?|per)\s+\w+)?,?\s+({'|'.join((*_AFTER, 'at most', 'at least'))})(?=\W|$)",
    re.IGNORECASE,
)


def qualifier_before(tokens: Tokens, index: int) -> int:
    """Count the words of the qualifier that ends just before a token; 0 when there is none."""
    if tokens(index - 1).lower not in _LAST_WORDS:
        return 0
    for words in range(_LONGEST, 0, -1):
        phrase = tokens.phrase(index - words, words)
        if phrase in QUALIFIERS and (phrase == "sub") == (tokens.between(index - 1) in _HYPHENED):
            evenly = tokens(index - 2).lower.endswith("ly")  # "spread evenly over 24 missions"
            taken = phrase == "over" and _TAKE_OVER.fullmatch(tokens(index - 2 - evenly).lower)
            sums = phrase == "up to" and tokens(index - 3).lower.startswith("add")
            return 0 if taken or sums else words
    return 0


def sign_before(source: str, start: int) -> int | None:
    """Return where the sign that bounds the amount at an offset stands: "<100", "(≈ 32 m2)"."""
    found = _SIGN.search(source, max(start - 2, 0), start)
    return found.start() if found else None


def qualifier_after(tokens: Tokens, index: int) -> int:
    """Count the words of the qualifier that begins at a token ("or more"); 0 for none."""
    return 2 if tokens.phrase(index, 2) in _AFTER else 0
