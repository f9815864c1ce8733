"""Words before or after a number that bound or blur it: "more than", "about", "or more"."""

from enum import Enum

from wp.quantities.tokens import Tokens


class Bound(Enum):
    """What a qualifier says of the number after it."""

    FLOOR = "floor"
    CEILING = "ceiling"
    AROUND = "around"
    EXACT = "exact"


_FLOOR = (
    "more than", "over", "at least", "no fewer than", "no less than", "not less than",
    "not fewer than", "greater than", "in excess of", "well over", "just over", "upwards of",
    "above", "exceeding", "as many as", "as much as", "a minimum of", "well above",
    "much more than", "far more than", "slightly more than", "higher than", "beyond",
)  # fmt: skip
_CEILING = (
    "less than", "fewer than", "nearly", "almost", "at most", "up to", "no more than",
    "not more than", "not exceeding", "under", "below", "just under", "close to", "a maximum of",
    "well under", "not over", "lower than", "approaching",
)  # fmt: skip
_AROUND = (
    "some", "about", "around", "approximately", "roughly", "an estimated", "estimated", "circa",
    "approx",
)  # fmt: skip
_AFTER = {
    "or more": Bound.FLOOR, "or above": Bound.FLOOR, "and above": Bound.FLOOR,
    "and over": Bound.FLOOR, "or over": Bound.FLOOR, "or so": Bound.AROUND,
    "or fewer": Bound.CEILING, "or less": Bound.CEILING, "and under": Bound.CEILING,
}  # fmt: skip
QUALIFIERS = {
    **dict.fromkeys(_FLOOR, Bound.FLOOR),
    **dict.fromkeys(_CEILING, Bound.CEILING),
    **dict.fromkeys(_AROUND, Bound.AROUND),
    **dict.fromkeys(("exactly", "precisely"), Bound.EXACT),
}
_LONGEST = 3
_LAST_WORDS = frozenset(phrase.split()[-1] for phrase in QUALIFIERS)


def bound(qualifier: str | None) -> Bound:
    """Tell what a qualifier says; EXACT for none and for one that is not known."""
    if not qualifier:
        return Bound.EXACT
    words = " ".join(qualifier.lower().split())
    return QUALIFIERS.get(words) or _AFTER.get(words) or Bound.EXACT


def qualifier_before(tokens: Tokens, index: int) -> int:
    """Count the words of the qualifier that ends just before a token; 0 when there is none."""
    if tokens(index - 1).lower not in _LAST_WORDS:
        return 0
    for words in range(_LONGEST, 0, -1):
        if tokens.phrase(index - words, words) in QUALIFIERS:
            return words
    return 0


def qualifier_after(tokens: Tokens, index: int) -> int:
    """Count the words of the qualifier that begins at a token ("or more"); 0 for none."""
    return 2 if tokens.phrase(index, 2) in _AFTER else 0
