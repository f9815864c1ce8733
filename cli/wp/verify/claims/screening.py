"""Which sentences are judged: told at a glance, since most report nothing."""

import re
from collections.abc import Iterator

from wp.pattern import pattern

# Longer ones, and those with more figures, are tables or dumps that lack full stops.
_LONGEST, _MOST_FIGURES = 2000, 150
_FIGURE = pattern(r"\d[\d.,]*")
_NUMBER = pattern(r"[\d½¼¾⅓⅔⅕⅛]")
_OPENING = (
    "two three four five six seven eight nine ten eleven twelve dozen half first second third "
    "fifth quarter hundred thousand million billion trillion lakh crore twice double triple zero "
    r"centen bicenten one\b"
)
# no other "-ty" and "-th": "security", "with"
_CLOSING = (
    "teen twenty thirty forty fifty sixty seventy eighty ninety teenth tieth fourth fifth sixth "
    "seventh eighth ninth tenth eleventh twelfth"
)


def _by_letter() -> Iterator[str]:
    """Yield what finds the words by their first letters, for that is what a search looks for."""
    for letter in sorted({word[0] for word in f"{_OPENING} {_CLOSING}".split()}):
        opening, closing = (
            "|".join(word[1:] for word in words.split() if word[0] == letter)
            for words in (_OPENING, _CLOSING)
        )
        either = [rf"(?<!\w.)(?:{opening})"] * bool(opening) + [rf"(?:{closing})\b"] * bool(closing)
        yield f"{letter}(?:{'|'.join(either)})"


_SPELLED = pattern("|".join(_by_letter()), re.DOTALL)


def may_report(sentence: str) -> bool:
    """Tell at a glance whether a sentence can report a figure or date at all."""
    return (_NUMBER.search(sentence) or _SPELLED.search(sentence.lower())) is not None


def is_dump(sentence: str) -> bool:
    """Return whether a text reports figures and is too long, or has too many, to be judged."""
    long = len(sentence) > _LONGEST or (
        len(sentence) > _MOST_FIGURES and sum(1 for _ in _FIGURE.finditer(sentence)) > _MOST_FIGURES
    )
    return long and may_report(sentence)
