"""What a query asks: its words, numbers, dates and quoted phrases, and what kind of answer."""

import re
from typing import NamedTuple

from wp.english import MONTHS, SCALES, SMALL_NUMBERS, SMALL_ORDINALS, TENS
from wp.errors import UsageError
from wp.search.language import exclusions, undressed
from wp.search.questions import Question, asked_for
from wp.words.tokens import STOP_WORDS, Token, tokens

MAX_CHARACTERS = 2_000
MAX_WORDS = 48
"""Only the first words of a query count: a longer one is a text, and slow to look up."""

_NUMBER_WORDS = frozenset(
    (*SMALL_NUMBERS, *TENS, *SCALES, "half", *SMALL_ORDINALS[1:11], *map(str.lower, MONTHS))
) - {"may"}

_LIGHT = frozenset(
    "take takes taken taking took come comes came coming put puts bring brings bringing brought "
    "according concerning regarding contain contains contained".split()
)
"""Words that tell little beside two others: "how many tons of drug cargo were taken"."""

_QUESTION_WORDS = frozenset(
    "how what when where which who whom whose why is are was were do does did has have had can "
    "could will would should".split()
)
_PREPOSITIONS = frozenset(
    "after against at before between by during for from given in made of on put since to under "
    "used with".split()
)
_ENDS_PHRASE = frozenset(
    "about after against and are as at before between by during for from in into is of on or over "
    "since than that through to toward towards under until was were when where which who whose "
    "with within without".split()
)
SUPERLATIVES = frozenset(
    "first last latest earliest oldest youngest largest biggest smallest longest shortest highest "
    "lowest least maximum minimum average mean median best worst top total only alone".split()
)
_DECIMAL_COMMA = r"(?<![\d.,])(\d+),(\d{1,2})(?![\d,])"


class Query(NamedTuple):
    """A query taken apart.

    `words` are those that carry a subject, in order; `text` is the part of the query that was
    read; `phrases` what stood in quotation marks; `asked` what a question
    asks for; `numeric` tells that it may hold a number;
    `heads` are the words for what a query that is no question is about, the chief one last;
    `excluded` is what no answer may print; `names` are to be found as they stand; `aspect` is what
    is asked of the rest ("the *cost* of the operation"); `object` are
    the words behind its first preposition ("fee for *recreational fishermen*"); `superlative` tells
    that it has one ("the first operation").
    """

    text: str
    words: tuple[Token, ...]
    phrases: tuple[str, ...]
    asked: Question
    numeric: bool
    heads: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    aspect: str = ""
    object: tuple[str, ...] = ()
    superlative: bool = False


def parse_query(text: str) -> Query:
    """Return a query in its parts; UsageError when there is nothing in it to look for."""
    text, excluded = exclusions(text)
    text = undressed(re.sub(_DECIMAL_COMMA, r"\1.\2", text) if "," in text else text)
    if len(text) > MAX_CHARACTERS:
        text = text[: max(text.rfind(" ", 0, MAX_CHARACTERS), 0) or MAX_CHARACTERS]
    every = tokens(text)
    if not every:
        raise UsageError(
            "the query has no word in it",
            remedy='give words or a question: wp search "peacekeeping"',
        )
    asked = asked_for([token.text for token in every])
    content = [token for token in every if token.text not in STOP_WORDS]
    content = [token for token in content if token.text not in asked.words] or content
    bearing = [token for token in content if token.text not in _LIGHT]
    content = bearing if len(bearing) > 1 else content
    return Query(
        text,
        tuple((content or every)[:MAX_WORDS]),
        _phrases(text),
        asked,
        any(not token.text.isalpha() or token.text in _NUMBER_WORDS for token in every),
        _heads(every, asked),
        excluded,
        _names(text) if any(map(str.isupper, text)) else (),
        _aspect(every),
        _object(every),
        _has_superlative([token.text for token in every], asked),
    )


def _has_superlative(words: list[str], asked: Question) -> bool:
    """Return whether a query has a superlative; who asks how long a strike did last has none."""
    return any(word in SUPERLATIVES and (word, asked.kind) != ("last", "length") for word in words)


def _aspect(every: list[Token]) -> str:
    """Return what is asked of the rest: what ends a first noun phrase before "of"."""
    words = [token.text for token in every]
    if "of" not in words:
        return ""
    before = words[: words.index("of")]
    if before[:1] == ["what"] and before[1:2] and before[1] in ("is", "are", "was", "were"):
        before = before[2:]
    if before[:1] and before[0] in ("a", "an", "the"):
        before = before[1:]
    return "" if len(before) > 4 or STOP_WORDS.intersection(before) else "".join(before[-1:])


def _object(every: list[Token]) -> tuple[str, ...]:
    """Return the words of a query from its first preposition to the next; none for questions."""
    words = [token.text for token in every]
    if words[0] in _QUESTION_WORDS:
        return ()
    found: list[str] = []
    behind = False
    for word in words[1:]:
        if word in _PREPOSITIONS:
            if found:
                break
            behind = True
        elif behind and word not in STOP_WORDS:
            found.append(word)
    return tuple(found)


def _heads(every: list[Token], asked: Question) -> tuple[str, ...]:
    """Return the last two words of the first noun phrase of a query; none for questions.

    "Extradition treaties with Asian states" is about treaties, and of extradition.
    """
    if every[0].text in _QUESTION_WORDS:
        return ()
    phrase: list[str] = []
    for token in every:
        if token.text in STOP_WORDS:
            if phrase and token.text in _ENDS_PHRASE:
                break
        elif token.text.isalpha() and token.text not in asked.words:
            phrase.append(token.text)
    return tuple(phrase[-2:])


def _names(text: str) -> tuple[str, ...]:
    """Return names of two words and more of a query.

    Each is one thing: "International Criminal Court" is no police and no court, "Convention against
    Torture" none against crime.
    """
    name = r"[A-Z][\w'’]+(?:[ -][A-Z][\w'’]+)*"
    found = re.findall(
        rf"{name} (?:on|against|for) (?:the )?{name}(?: (?:of|and)(?: the)? {name})*"
        rf"|[A-Z][\w'’]+[ -]{name}",
        text,
    )
    return tuple(found)


def _phrases(text: str) -> tuple[str, ...]:
    """Return what stands between double quotation marks."""
    if '"' not in text and "“" not in text:
        return ()
    quoted = re.findall(r"\"([^\"]{2,400})\"|“([^“”]{2,400})”", text)
    return tuple(straight or curly for straight, curly in quoted)
