"""What makes a number an amount: money before it or in its scale, what it is told of each of.

"RM12 million", "$3.4T", "31 MUSD"; "€12/m2", "$60/barrel", "40 euros per megawatt hour".
"""

from functools import lru_cache
from typing import NamedTuple

from wp.pattern import pattern
from wp.quantities.exact import Exact
from wp.quantities.tokens import Tokens
from wp.quantities.units import BEFORE_SCALES, CURRENCY_CODES, currency_of, unit_of
from wp.quantities.words import scale_at

_SIGNS = "$€£¥₹₩₽₦₱฿₫₴₪₺₸₾₮৳₵¢"
# Capital letters before a code or behind an amount of money.
_SCALES = {"k": 3, "K": 3, "T": 12, "M": 6, "B": 9, "MM": 6, "m": 6, "bn": 9, "mn": 6, "mil": 6}
_ON_MONEY = ("m", "bn", "mn", "mil")
_UNKNOWN = 3  # letters that an unknown currency may have


class Money(NamedTuple):
    """A currency and the character that what prints it begins at."""

    unit: str
    start: int


_CODES = "|".join(sorted(CURRENCY_CODES))
_BEFORE = pattern(
    rf"(?<![^\W_])(?:(?:{_CODES})\.?|(?:Rs|RM|Rp|KSh|Ksh|USh|TSh|FCFA|Nu)\.?|GH[¢₵]|U\.S\.\$"
    r"|(?:US|HK|NZ|NT|AU|CA|SG) \$|[A-Z]{1,3}\$|\$[A-Z]{1,3}|(?:CN|RMB|JP)?¥"
    rf"|[{_SIGNS}])\s?$"
)


def money_before(tokens: Tokens, first: int, start: int, scaled: bool) -> Money | None:
    """Read the currency that ends just before an amount, its first token and character given.

    Letters written onto an amount with a scale are a currency, known or not: "R90 million".
    """
    found = _BEFORE.search(tokens.source, max(start - 6, 0), start)
    if found:
        unit = currency_of(found[0])
        return Money(unit, found.start()) if unit else None
    letters = tokens(first - 1)
    grouped = "," in tokens(first).text
    if not (scaled or grouped) or not letters.text[0].isupper() or len(letters.text) > _UNKNOWN:
        return None
    if letters.end == start and code_before(tokens, first):
        return Money(BEFORE_SCALES.get(letters.text, letters.text), letters.start)
    if tokens.spaced(first - 1) and letters.text in BEFORE_SCALES:
        named = tokens(first - 2).text[0].isupper() and tokens.spaced(first - 2)
        return None if named else Money(BEFORE_SCALES[letters.text], letters.start)
    return None


def code_before(tokens: Tokens, index: int) -> bool:
    """Return whether letters written onto the digits at a token are a currency ("RMB9.5", "R90
    million").

    Letters that are not known are one before a scale only: "G20" is a name.
    """
    code = tokens(index - 1)
    if code.end != tokens(index).start or not code.text[0].isalpha():
        return False
    if currency_of(code.text) or code.text.upper() in CURRENCY_CODES:
        return True
    if tokens.before(index - 1) == "$":
        return True
    if not code.text[0].isupper() or len(code.text) > _UNKNOWN:
        return False
    scaled = scale_at(tokens, index + 1) if tokens.spaced(index) else None
    # "PS21,700" and "PS2.7m" are money too: no name has groups of digits or a scale.
    letters = tokens.between(index) == "" and tokens(index + 1).text in _ON_MONEY
    return scaled is not None or "," in tokens(index).text or letters


def is_money(tokens: Tokens, index: int) -> bool:
    """Return whether a sign or code of money stands before the number that begins at a token."""
    if currency_of(tokens(index - 1).text) in CURRENCY_CODES and tokens.between(index - 1) in (
        "",
        " ",
    ):
        return True
    start = tokens(index).start
    return bool(start) and tokens.source[max(start - 2, 0) : start].strip()[-1:] in [*_SIGNS]


def scale_letters(tokens: Tokens, index: int, place: int) -> int:
    """Return the power of ten of letters behind an amount of money at `index`: "$1.3 B"; 0 for
    none.

    An "m" is a million also where the currency follows: "45 m rupees".
    """
    letters = tokens(place).text
    power = _SCALES.get(letters, 0)
    if not power or is_money(tokens, index):
        return power
    if letters not in ("m", "M") or not tokens.spaced(place):
        return 0
    phrases = (tokens(place + 1).text, tokens.phrase(place + 1, 2), tokens.phrase(place + 1, 3))
    return power if any(unit_of(phrase) in CURRENCY_CODES for phrase in phrases if phrase) else 0


def scaled_code(tokens: Tokens, place: int) -> tuple[Exact, str, int] | None:
    """Read a currency code with the scale it stands beside: "40 USD million", "31 MUSD".

    Gives factor, currency and the token after them.
    """
    text = tokens(place).text
    if text in CURRENCY_CODES:
        scale = scale_at(tokens, place + 1) if tokens.spaced(place) else None
        return (scale[0], unit_of(text) or text, scale[1]) if scale else None
    power = _SCALES.get(text[0]) if text[1:] in CURRENCY_CODES else None
    return (Exact(1, power), unit_of(text[1:]) or text[1:], place + 1) if power else None


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
