"""The words that numbers are written with, and what stands behind numbers: scales, "and a half"."""

from wp.english import SMALL_NUMBERS, SMALL_ORDINALS, TENS
from wp.quantities.exact import Exact
from wp.quantities.tokens import Tokens
from wp.quantities.units import unit_of

CARDINALS = {
    **{word: value for value, word in enumerate(SMALL_NUMBERS)},
    **{word: 10 * value for value, word in enumerate(TENS, 2)},
}
ORDINAL_LETTERS = frozenset(("st", "nd", "rd", "th"))
ORDINALS = {
    **{word: value for value, word in enumerate(SMALL_ORDINALS)},
    **{word[:-1] + "ieth": 10 * value for value, word in enumerate(TENS, 2)},
}
# Powers of ten; lakh and crore are those of Indian English.
SCALES = {
    "thousand": 3,
    "lakh": 5,
    "million": 6,
    "crore": 7,
    "milliard": 9,
    "billion": 9,
    "trillion": 12,
    "quadrillion": 15,
}
# An anniversary in one word is an ordinal: "by the centenary of the founding".
ANNIVERSARIES = {
    "centenary": 100, "centennial": 100, "sesquicentennial": 150, "bicentenary": 200,
    "bicentennial": 200, "tercentenary": 300, "quincentenary": 500,
}  # fmt: skip
SCALE_ORDINALS = {f"{word}th": power for word, power in SCALES.items()}
DENOMINATORS = {
    "half": 2, "quarter": 4, "third": 3,
    **{word: value for word, value in ORDINALS.items() if value > 3},
    "hundredth": 100, **{word: 10**power for word, power in SCALE_ORDINALS.items()},
}  # fmt: skip
GLYPHS = {
    "½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅕": (1, 5), "⅖": (2, 5),
    "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8),
    "⅞": (7, 8),
}  # fmt: skip
MULTIPLES = {"hundred": Exact(100), "dozen": Exact(12)}
# How many times: "twice", "threefold".
TIMES = {
    "once": 1, "twice": 2, "thrice": 3,
    **{f"{word}fold": value for word, value in CARDINALS.items() if value > 1},
    "hundredfold": 100, "thousandfold": 1000,
}  # fmt: skip
OPENING_WORDS = frozenset((
    *CARDINALS, *ORDINALS, *SCALES, *MULTIPLES, *TIMES, "a", "an", "half", "quarter", "hundredth",
    *SCALE_ORDINALS, *ANNIVERSARIES, *GLYPHS,
))  # fmt: skip
"""The words that a number can begin with, if not with digits."""


def power_of(word: str) -> int:
    """Return the power of ten of a scale word that stands behind a number: "lakh", "crores"."""
    return SCALES.get(word) or SCALES.get(word.removesuffix("s"), 0)


def scale_at(tokens: Tokens, index: int) -> tuple[Exact, int] | None:
    """Read the scale words that begin at a token ("hundred thousand", "dozen").

    Gives their factor and the token after them; None when there are none.
    """
    factor = Exact(1)
    stop = index
    while stop - index < 2 and (stop == index or tokens.spaced(stop - 1)):
        word = tokens(stop).lower
        if stop == index and (multiple := MULTIPLES.get(word.removesuffix("s"))):
            factor = multiple
        elif power_of(word) and (stop == index or factor.value() in (100, 1000, 10**5)):
            factor = factor.times(Exact(1, power_of(word)))
        else:
            break
        stop += 1
    return (factor, stop) if stop > index else None


def _closes_part(tokens: Tokens, index: int) -> bool:
    """Return whether nothing but a unit or a scale goes on behind a word such as "third"."""
    following = tokens(index + 1)
    return (
        not tokens.joined(index) or power_of(following.lower) > 0 or bool(unit_of(following.text))
    )


def and_part(tokens: Tokens, index: int) -> tuple[int, int, int] | None:
    """Read "and a half", "and a quarter" or "and three eighths" that begins at a token.

    Gives numerator, denominator and the token after them.
    """
    if tokens(index).lower != "and" or not all(tokens.joined(index + at) for at in (-1, 0, 1)):
        return None
    top, bottom = tokens(index + 1).lower, tokens(index + 2).lower
    if top in ("a", "one"):
        # "two and a third percent", but "plans for two and a third report"
        whole = bottom in ("half", "quarter") or (
            bottom in DENOMINATORS and (top == "one" or _closes_part(tokens, index + 2))
        )
        return (1, DENOMINATORS[bottom], index + 3) if whole else None
    number = CARDINALS.get(top, 0)
    parts = DENOMINATORS.get(bottom[:-1], 0) if bottom.endswith("s") else 0
    return (number, parts, index + 3) if 1 < number < parts else None
