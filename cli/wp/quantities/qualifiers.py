"""Words before or after a number that bound or blur it: "more than", "about", "or more"."""

import re
from typing import Final, Literal

from wp.pattern import pattern
from wp.quantities.tokens import HYPHENS, Tokens

# What a qualifier says of the number after it.
Bound = Literal["floor", "ceiling", "around", "exact"]

_FLOOR = (
    "more than", "over", "at least", "no fewer than", "no less than", "not less than",
    "not fewer than", "greater than", "in excess of", "well over", "just over", "upwards of",
    "above", "exceeding", "as many as", "as much as", "a minimum of", "well above",
    "much more than", "far more than", "slightly more than", "higher than", "beyond",
    *(f"{word} than" for word in "longer older larger bigger taller heavier faster deeper".split()),
)  # fmt: skip
_CEILING = (
    "less than", "fewer than", "nearly", "almost", "at most", "up to", "no more than",
    "not more than", "not exceeding", "under", "below", "just under", "close to", "a maximum of",
    "well under", "not over", "lower than", "approaching",
    "not exceed", "never exceed", "sub", "not quite", "short of", "just short of", "shy of",
    "just shy of",
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
