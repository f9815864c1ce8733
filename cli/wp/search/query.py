"""What a query asks: its words, numbers, dates and quoted phrases, and what kind of answer."""

import re
from typing import Literal, NamedTuple

from wp.errors import UsageError
from wp.search.tokens import STOP_WORDS, Token, tokens

MAX_CHARACTERS = 2_000
MAX_WORDS = 48
"""Only the first words of a query count: a longer one is a text, and slow to look up."""

Intent = Literal["figure", "date", ""]

# They ask for a kind of answer; as words of the subject they hardly count.
_FIGURE_NOUNS = frozenset("number percentage proportion amount many often".split())
_DATE_NOUNS = frozenset("year date month day period".split())
_ASKING = frozenset("what which".split())
_NUMBER_WORDS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred thousand million billion trillion dozen half first second third fourth fifth sixth "
    "seventh eighth ninth tenth january february march april june july august september october "
    "november december".split()
)


class Query(NamedTuple):
    """A query taken apart.

    `words` are those that carry a subject, in order; `text` is the part of the query that was
    read; `phrases` what stood in quotation marks; `numeric` tells that it may hold a number.
    """

    text: str
    words: tuple[Token, ...]
    phrases: tuple[str, ...]
    intent: Intent
    numeric: bool


def parse_query(text: str) -> Query:
    """Take a query apart; UsageError when there is nothing in it to look for."""
    if len(text) > MAX_CHARACTERS:
        text = text[: max(text.rfind(" ", 0, MAX_CHARACTERS), 0) or MAX_CHARACTERS]
    every = tokens(text)
    if not every:
        raise UsageError(
            "the query has no word in it",
            remedy='give words or a question: wp search "peacekeeping"',
        )
    intent, asking = _intent([token.text for token in every])
    content = [token for token in every if token.text not in STOP_WORDS]
    content = [token for token in content if token.text not in asking] or content
    return Query(
        text,
        tuple((content or every)[:MAX_WORDS]),
        _phrases(text),
        intent,
        any(not token.text.isalpha() or token.text in _NUMBER_WORDS for token in every),
    )


def _intent(words: list[str]) -> tuple[Intent, frozenset[str]]:
    """Tell the kind of answer that a question wants, and the words that only say so."""
    followed = list(zip(words, [*words[1:], ""], strict=True))
    for word, after in followed:
        if word == "how" and after in ("many", "much", "often", "large", "big", "high"):
            return "figure", _FIGURE_NOUNS
        if word in _FIGURE_NOUNS and after == "of":
            return "figure", _FIGURE_NOUNS
        if word in _ASKING and after in _FIGURE_NOUNS:
            return "figure", _FIGURE_NOUNS
        if word == "when" or (word in _ASKING and after in _DATE_NOUNS):
            return "date", _DATE_NOUNS
    return "", frozenset()


def _phrases(text: str) -> tuple[str, ...]:
    """Give what stands between double quotation marks."""
    if '"' not in text and "“" not in text:
        return ()
    quoted = re.findall(r"\"([^\"]{2,400})\"|“([^“”]{2,400})”", text)
    return tuple(straight or curly for straight, curly in quoted)
