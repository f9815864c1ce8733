"""What stands beside digits: money and what it is told of each of; what makes them no number.

"RM12 million", "$3.4T", "31 MUSD"; "€12/m2", "40 euros per megawatt hour". Codes are telephone
numbers, editions of standards, copyright years, colours: nothing in them is counted or dated.
"""

from functools import lru_cache
from typing import NamedTuple

from wp.pattern import pattern
from wp.quantities import Exact
from wp.quantities.model import HYPHENS, Tokens
from wp.quantities.notations import scale_at
from wp.quantities.units import BEFORE_SCALES, CURRENCY_CODES, currency_of, unit_of

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


# Whether digits stand for a number: codes, what is written onto digits, groups beside them

_STANDARDS = (
    "SIC|ISIC|NACE|NAICS|ANZSIC|ISCO|ANZSCO|SOC|ISCED|COICOP|CPC|SITC|UNSPSC|ICD|NUTS|SNA|ESA"
    "|ISO|IEC|ASTM|DIN"
)

_REPORTS = "CFR|C\\.F\\.R\\.|FR|Fed\\. Reg\\.|USC|U\\.S\\.C\\.|Stat\\.|WLR|All ER|Cr App R"
_COURTS = "UKSC|UKHL|UKPC|EWCA|EWHC|ECHR|CJEU|HCA|FCA|SCC|NZSC"
_STREETS = "Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Drive|Square|Parkway|Terrace"
_STATES = (
    "A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]"
    "|T[NX]|UT|V[AT]|W[AIVY]"
)


_PATTERN = pattern(
    # "+47 22 55 01 90", "(020) 7946 0958", "0300 123 456", "1800-555-222"
    r"(?<!\w)\+[0-9]{1,3}(?:[ .-]?\(?[0-9]{2,5}\)?|[ .-][0-9](?![0-9])){3,6}(?!\w)"
    r"|(?<!\w)\+[0-9]{1,3} [0-9]{3} [0-9]{3} [0-9]{4}(?!\w)"
    r"|(?<![\w.,])(?!0[0-9]-[0-9]{2}-(?:1[89]|20)[0-9]{2}\b)"  # "05-06-2014" is a day
    r"\(?0[0-9]{1,4}\)?(?:[ -][0-9]{2,5}){1,4}(?!\w|[.,][0-9])"
    r"|(?<![\w-])(?:[0-9]{1,3}-)?[0-9]{3,4}-[0-9]{3}-[0-9]{3,4}(?![\w-])"
    rf"|\b(?:{_STANDARDS})(?:[ -]Rev\.?)?[ -][0-9]{{4,5}}(?:[:-][0-9]{{4}})?(?!\w|[.,][0-9])"
    r"|(?:©|\bCopyright(?: ?(?:©|\([cC]\)))?) ?[0-9]{4}(?:[-–][0-9]{4})?(?!\w)"
    # "S.I. 2005/1992": the year of a statutory instrument and its number in it
    r"|\bS\.?(?:S\.?)?[IR]\.? (?:No\.? ?)?[0-9]{4}/[0-9]+"
    # "14 CFR 39.19", "83 FR 62697", "[1898] 2 Ch 432, 439", "UKSC 21", "302 at 29–30"
    rf"|\b[0-9]+ (?:{_REPORTS})(?: §+)? ?[0-9]+(?:\.[0-9]+)*"
    r"(?:, [0-9]{1,4}(?![0-9,.]| [A-Z]))?"
    r"|\[(?:1[6-9]|20)[0-9]{2}\] (?:[0-9]+ )?[A-Z][A-Za-z]*(?: [A-Z][A-Za-z]*){0,2} "
    r"[0-9]+(?:, [0-9]{1,4}(?![0-9,]|\.[0-9]| [A-Z]))*"
    rf"|\b(?:{_COURTS})(?: Civ| Crim| Admin)? [0-9]+"
    r"|\b[0-9]+ at [0-9]+[-–][0-9]+(?!\w)"
    # "id., at 22", "supra, at 14–16": the page of an opinion that was named before
    r"|\b(?:(?:[Ii]d|[Ii]bid)\.,?|supra,) at [0-9]+(?:[-–][0-9]+)?(?!\w)"
    # "(202) 555-0123", "555-0123"
    r"|(?<![\w-])(?:\([0-9]{3}\) ?)?[0-9]{3}-[0-9]{4}(?![\w-])"
    # "1200 Pier Avenue", "DC 20590"
    rf"|\b[0-9]{{1,5}} (?:[A-Z][a-z]+ ){{1,3}}(?:{_STREETS})\b"
    rf"|\b(?:{_STATES}) [0-9]{{5}}(?:-[0-9]{{4}})?(?!\w)"
    # "15(2-3), 105-117", "Policy, 100, 9-17, doi:10.1016/…"
    r"|\b[0-9]{1,4} ?\([0-9]{1,4}(?:[-–][0-9]{1,4})?\), ?[0-9]{1,5}(?:[-–][0-9]{1,5})?"
    r"|, [0-9]{1,4}, [0-9]{1,5}[-–][0-9]{1,5}(?=, doi|[.,] https?:)|\bdoi:\S+"
    # what is left of the colours of a terminal
    r"|\x1b?\[[0-9]{1,2}(?:;[0-9]{1,3})*m(?![^\[\]]{0,80}\])"
)


# What every code has in it, found without looking around; most characters begin none of them.
_SIGN = pattern(
    r"(?=[0-9A-Z+\[\]©.,d])(?:[+\[][0-9]|©|0[0-9]{1,4}\)?[ -][0-9]|[0-9]-[0-9]{3}|Copyright"
    rf"|[0-9] (?:{_REPORTS})|\] (?:[0-9]+ )?[A-Z]|(?:{_COURTS})|[0-9.,] at [0-9]|[0-9]-[0-9]{{4}}"
    rf"|(?:{_STREETS})\b|\b(?:{_STATES}) [0-9]{{5}}|[0-9] ?\([0-9]|doi|, https?:"
    r"|[A-Z]\.? (?:No\.? ?)?[0-9]{4}|[A-Z.][ -](?:Rev|[0-9]{4}))"
)


def code_spans(text: str) -> list[tuple[int, int]]:
    """Find the stretches [start, end) of a text that are codes, in order."""
    # A text without any mark of a code is spared the search: most are.
    if not _SIGN.search(text):
        return []
    return [found.span() for found in _PATTERN.finditer(text)]


_MOST_GROUPS = 4  # of digits that plain spaces part
_TAG = 12  # characters of a mark-up tag that are looked at
_ROW = 12  # groups to each side that are looked at
_GROUP_SPACES = " \u00a0\u2007\u2009\u202f"


def is_glued_left(tokens: Tokens, index: int) -> bool:
    """Return whether what stands before the digits makes them part of a name, path or time."""
    before = tokens.before(index)
    start = tokens(index).start
    further = tokens.source[start - 2] if start > 1 else ""
    if not before:
        return False
    if before == " " and is_code(tokens(index - 1).text) and tokens.spaced(index - 1):
        return True  # a telephone number: "0800 555 010"
    if before.isalnum() or before == "_":
        return not code_before(tokens, index)
    if before in HYPHENS:
        if further.isalpha() or further == ")":
            return tokens(index - 1).lower not in ("sub", "minus")
        # A chain of three is a telephone or file number.
        chained_left = tokens.before(index - 1) in [*HYPHENS] and tokens(index - 2).digits
        chained_right = tokens.between(index) in [*HYPHENS] and tokens(index + 1).digits
        return further.isdigit() and (chained_left or chained_right)
    if before in "±∓":
        return further.isalnum() or further.isspace()
    if before in "'’":
        return further.isdigit()  # "8’000", "5'11"
    if before in ".:/,":
        return bool(further) and (further.isalnum() or further in "/:.")
    if before in "<>≤≥≈" or (before == "~" and not further.isdigit()):
        # "p<0.05" is a bound of something else; "<b>5</b>" is marked, "30->21" is a change.
        tag = before == ">" and "<" in tokens.source[max(start - _TAG, 0) : start]
        return further.isalnum() and not tag
    return before in "#§№@\\^¶&=\ufffd"  # of a lost character no one knows whether it was a minus


def is_glued_right(tokens: Tokens, first: int, stop: int) -> bool:
    """Return whether what follows the digits makes them part of a name, path or time."""
    end = tokens(stop - 1).end
    after, further = tokens.source[end : end + 1], tokens.source[end + 1 : end + 2]
    if after in HYPHENS and after and further.isdigit():
        following = stop
        return is_code(tokens(following).text) or (
            tokens(following).start == end + 1
            and tokens.source[tokens(following).end : tokens(following).end + 1] in [*HYPHENS]
            and tokens(following + 1).digits
            and tokens(following + 1).start == tokens(following).end + 1
        )
    if after == "/" and further.isalpha() and tells_rate(tokens, first, stop):
        return False  # "€12/m2" is money for each square meter
    if after and after in "'’":
        return further.isdigit()
    if after and after in ":/@_\\^\ufffd":
        return further.isalnum() or further in "/\\"
    return (after == "°" and further not in ("C", "F")) or after in ("±", "∓")


def is_code(digits: str) -> bool:
    """Return whether digits with a nought before them are a code or a telephone number: "0142"."""
    return len(digits) > 1 and digits[0] == "0" and digits.isdecimal()


def is_group(tokens: Tokens, place: int) -> bool:
    """Return whether a token is a further group of three digits after a space ("1 178")."""
    gap = tokens.between(place - 1)
    whole, _, decimals = tokens(place).text.partition(".")
    return (
        len(gap) == 1 and gap in _GROUP_SPACES and len(whole) == 3 and whole.isdecimal()
        and (not decimals or decimals.isdecimal())
    )  # fmt: skip


def in_row(tokens: Tokens, index: int) -> bool:
    """Return whether digits that plain spaces part may as well be cells of a row or a list.

    "1 178 tons" is one number; "13 769 37 289" and "926 292.8" are not surely so.
    """
    first = last = index
    while index - first < _ROW and _beside(tokens, first - 1):
        first -= 1
    while last - index < _ROW and _beside(tokens, last):
        last += 1
    if first == last:
        return False
    groups = [tokens(at).text.partition(".") for at in range(first, last + 1)]
    tied = sum(len(whole) == 3 for whole, _, _ in groups[1:])
    if not tied:
        return False
    if tied < len(groups) - 1 or len(groups) > _MOST_GROUPS:
        return True
    return bool(groups[-1][1]) and not tokens.joined(last)


def _beside(tokens: Tokens, index: int) -> bool:
    """Return whether one plain space parts two short groups of digits, the first one whole."""
    one, two = tokens(index), tokens(index + 1)
    if tokens.between(index) != " " or not (one.digits and two.digits):
        return False
    return len(one.text) < 4 and one.text.isdecimal() and len(two.text.partition(".")[0]) < 4


def is_signed(source: str, start: int) -> bool:
    """Return whether a sign stands before a number, where no word can end."""
    if not start or source[start - 1] not in "-−":
        return False
    return start == 1 or source[start - 2].isspace() or source[start - 2] in "([$€£¥"
