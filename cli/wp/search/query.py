"""What a query asks: its words, numbers, dates and quoted phrases, and what kind of answer."""

import re
from collections.abc import Collection, Sequence
from itertools import dropwhile, groupby, pairwise
from typing import Literal, NamedTuple

from wp.english import MONTHS, SCALES, SMALL_NUMBERS, SMALL_ORDINALS, TENS
from wp.errors import UsageError
from wp.search.language import exclusions, undressed
from wp.words import STOP_WORDS, Token, tokens

QuestionKind = Literal[
    "count", "share", "size", "time", "end", "length", "person", "place", "name", "members", ""
]


class Question(NamedTuple):
    """What a question asks for.

    `things` are the words for what is to be counted ("how many female *judges*"), empty for the
    other kinds; `words` are those that only ask, and carry no subject.
    """

    kind: QuestionKind = ""
    things: Collection[str] = ()
    words: frozenset[str] = frozenset()


NOTHING = Question()

_COUNTED = frozenset("number count total figure tally".split())
PEOPLE = frozenset("people persons person".split())
_SHARED = frozenset("percentage percent proportion share fraction".split())
_SIZED = frozenset(
    "amount size extent magnitude volume value level rate much large big high low great strong "
    "heavy small far deep wide tall fast old thick expensive hot cold often".split()
)
_TIMES = frozenset("year years date dates month day period time timespan".split())
_ENDING = frozenset("end ends ended finish finishes finished".split())
_BOUNDS = _ENDING.union("start starts started begin begins began".split())
"""Words that ask for one end of a time, and tell something where little stands beside them."""
_DATED = _TIMES.union("belong belongs refer refers counted".split())
_COVERED = _DATED.union("cover covers covered span spans".split())
_PLACES = frozenset(
    "country city town province region continent village place countries cities towns provinces "
    "regions continents villages places states nations".split()
)
_NAMED = frozenset("name names".split())
_MONEY = frozenset("money cash".split())
_BELONGING = frozenset("belong belonging members".split())
_LASTING = frozenset("long last lasted lasting take takes took taken".split())
_ENDS_THINGS = frozenset(
    "am are be been being can could did do does had has have in is may might must of on shall "
    "should that there to was were which who will with would from for by at during since under "
    "between until before after about".split()
)
_PARTS_OF = frozenset("of the these those its their his our all".split())
_MOST_THINGS = 3


def asked_for(words: Sequence[str]) -> Question:
    """Return what the lower-case words of a query ask for; `NOTHING` where it is no question."""
    if _asks_members(words):
        return Question("members", (), _BELONGING | _PLACES)
    followed = list(zip(words, [*words[1:], ""], strict=True))
    for place, (word, after) in enumerate(followed):
        if word == "how":
            if after == "many":
                return Question("count", _things(words, place + 2), _COUNTED | PEOPLE | {"many"})
            if after == "long":
                return Question("length", (), _LASTING)
            if after in _SIZED:
                return Question("size", _MONEY.intersection(words[place + 2 : place + 3]), _SIZED)
        elif word in _COUNTED and after == "of":
            return Question("count", _things(words, place + 2), _COUNTED)
        elif word in _SHARED and after == "of":
            return Question("share", (), _SHARED)
        elif word in _NAMED and after == "of":
            return Question("name", (), _NAMED)
        elif word in ("what", "which"):
            if after in _TIMES:
                return Question(_time_asked(words), (), _COVERED)
            if after in _PLACES or (word == "which" and after.isdecimal()):
                return Question("name", (), frozenset((after,)))
        elif word == "when" and (place == 0 or words[place - 1] in _TIMES):
            return Question(_time_asked(words), (), _DATED)
        elif word == "where" and place == 0:
            return Question("place")
        elif word in ("who", "whom") and place == 0:
            return Question("person")
    return NOTHING


def _time_asked(words: Sequence[str]) -> QuestionKind:
    """Return whether a question after a time asks when something ended."""
    return "time" if _ENDING.isdisjoint(words) else "end"


def _asks_members(words: Sequence[str]) -> bool:
    """Return whether a question asks who belongs to a group: "which countries belong to it"."""
    if words[0] not in ("who", "which", "what") or not {*_PLACES, "who", "members"} & {*words[:4]}:
        return False
    return any(
        (word in ("belong", "belonging") and after == "to") or (word == "members" and after == "of")
        for word, after in pairwise(words)
    )


def _things(words: Sequence[str], start: int) -> tuple[str, ...]:
    """Return the words from a place on that name what is counted.

    "Female judges were there" has two; of "pilots are women" the women may be what is counted.
    """
    things: list[str] = []
    while words[start : start + 1] and words[start] in _PARTS_OF:
        start += 1
    for place, word in enumerate(words[start:], start):
        if word in _ENDS_THINGS or len(things) == _MOST_THINGS:
            if word in ("are", "were") and place + 1 < len(words):
                things += [words[place + 1]] if words[place + 1] not in STOP_WORDS else []
            break
        if word not in STOP_WORDS:
            things.append(word)
    return tuple(things)


MAX_CHARACTERS = 2_000
MAX_WORDS = 48
"""Only the first words of a query count: a longer one is a text, and slow to look up."""

_NUMBER_WORDS = frozenset(
    (*SMALL_NUMBERS, *TENS, *SCALES, "half", *SMALL_ORDINALS[1:11], *map(str.lower, MONTHS))
) - {"may"}

_LIGHT = frozenset(
    "take takes taken taking took come comes came coming put puts bring brings bringing brought "
    "according concerning regarding contain contains contained "
    "away now nowadays presently becomes becoming already "
    "want wants wanted giving treat treated own well kinds thing things way ways point lot lots "
    "plenty bit whole entire really simply everything something anything".split()
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

_AT_THE_TOP = r"(?i)\b(?:at|from|to|on) the (?:very )?top\b"
"""A place, no superlative."""

_CONTRARY = (
    r"(?i)\b(?:is|are|was|were|has|have|had|do|does|did)(?: \w+)? not\b"
    r"|\b(?:before|after) (?:(?:\w+ )?[12]\d{3}\b|(?-i:[A-Z]))"
)


class Query(NamedTuple):
    """A query taken apart.

    `text` is the part of the query that was read, `words` those of its words that carry a subject,
    in order; `phrases` stood in quotation marks; `asked` is what a question asks for; `numeric`
    tells that there may be a number. `heads` are the words for what a query that is no question is
    about, the chief one last; `excluded` is what no answer may print; `names` are to be found as
    they stand; `aspect` is what is asked of the rest ("the *cost* of the operation"); `object` are
    the words behind the first preposition ("fee for *recreational fishermen*"); `superlative` tells
    that there is one ("the first operation").
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
    contrary: bool = False


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
    words = [token.text for token in every]
    asked = asked_for(words)
    content = [token for token in every if token.text not in STOP_WORDS]
    content = [token for token in content if token.text not in asked.words] or content
    light = _LIGHT | _BOUNDS if asked.kind in ("time", "end") else _LIGHT
    bearing = [token for token in content if token.text not in light]
    content = bearing if len(bearing) > 1 else content
    return Query(
        text,
        tuple((content or every)[:MAX_WORDS]),
        _phrases(text),
        asked,
        any(not token.text.isalpha() or token.text in _NUMBER_WORDS for token in every),
        _heads(every, asked, text),
        excluded,
        _names(text) if any(map(str.isupper, text)) else (),
        _aspect(words),
        _object(words),
        # Who asks how long a strike did last has no superlative.
        any(word in SUPERLATIVES and (word, asked.kind) != ("last", "length") for word in words)
        and not re.search(_AT_THE_TOP, text),
        ("not" in text or "fore" in text or "fter" in text)
        and re.search(_CONTRARY, text) is not None,
    )


def _aspect(words: list[str]) -> str:
    """Return what is asked of the rest: what ends a first noun phrase before "of"."""
    found = re.match(
        r"(?:what (?:is|are|was|were) )?(?:an? |the )?((?:\S+ ){0,3}?(\S+)) of\b", " ".join(words)
    )
    return found[2] if found and STOP_WORDS.isdisjoint(found[1].split()) else ""


def _object(words: list[str]) -> tuple[str, ...]:
    """Return the words of a query from its first preposition to the next; none for questions."""
    if words[0] in _QUESTION_WORDS:
        return ()
    behind = dropwhile(lambda word: word not in _PREPOSITIONS, words[1:])
    runs = (run for ends, run in groupby(behind, _PREPOSITIONS.__contains__) if not ends)
    found = (tuple(word for word in run if word not in STOP_WORDS) for run in runs)
    return next(filter(None, found), ())


def _heads(every: list[Token], asked: Question, text: str) -> tuple[str, ...]:
    """Return the last two words of the first noun phrase of a query; none for questions.

    "Extradition treaties with Asian states" is about treaties, and of extradition; "Belt and Road
    debt", where "and" stands within a name, about a debt.
    """
    if every[0].text in _QUESTION_WORDS:
        return ()
    phrase: list[str] = []
    last = 0
    for token in every:
        if token.text in STOP_WORDS:
            within_name = re.match(r"[A-Z]\w* and [A-Z]", text[last:])
            if phrase and token.text in _ENDS_PHRASE and not within_name:
                break
        elif token.text.isalpha() and token.text not in asked.words:
            phrase.append(token.text)
            last = token.start
    return tuple(phrase[-2:])


def _names(text: str) -> tuple[str, ...]:
    """Return names of two words and more of a query.

    Each is one thing: "International Criminal Court" is no police and no court, "Convention against
    Torture" none against crime.
    """
    name = r"[A-Z][\w'’]+(?:[ -][A-Z][\w'’]+)*"
    joined = rf"{name} (?:on|against|for) (?:the )?{name}(?: (?:of|and)(?: the)? {name})*"
    return tuple(re.findall(rf"{joined}|[A-Z][\w'’]+[ -]{name}", text))


def _phrases(text: str) -> tuple[str, ...]:
    """Return what stands between double quotation marks."""
    if '"' not in text and "“" not in text:
        return ()
    quoted = re.findall(r"\"([^\"]{2,400})\"|“([^“”]{2,400})”", text)
    return tuple(straight or curly for straight, curly in quoted)
