"""What a question asks for: a count, a time, a person, in which of its words."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from wp.words.tokens import STOP_WORDS

QuestionKind = Literal["count", "share", "size", "time", "length", "person", "place", "name", ""]


class Question(NamedTuple):
    """What a question asks for.

    `things` are the words for what is to be counted ("how many female *judges*"), empty for the
    other kinds; `words` are those that only ask, and carry no subject.
    """

    kind: QuestionKind = ""
    things: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()


NOTHING = Question()

_COUNTED = frozenset("number count total figure tally".split())
PEOPLE = frozenset("people persons".split())
_SHARED = frozenset("percentage percent proportion share fraction".split())
_SIZED = frozenset(
    "amount size extent magnitude volume value level rate much large big high low great strong "
    "heavy small far deep wide tall fast old thick expensive hot cold often".split()
)
_TIMES = frozenset("year date month day period time".split())
_DATED = _TIMES.union(
    "start starts started begin begins began end ends ended belong belongs refer refers".split()
)
_PLACES = frozenset(
    "country city town province region continent village place countries cities towns provinces "
    "regions continents villages places states nations".split()
)
_NAMED = frozenset("name names".split())
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
    followed = list(zip(words, [*words[1:], ""], strict=True))
    for place, (word, after) in enumerate(followed):
        if word == "how":
            if after == "many":
                return Question("count", _things(words, place + 2), _COUNTED | PEOPLE | {"many"})
            if after == "long":
                return Question("length", (), _LASTING)
            if after in _SIZED:
                return Question("size", (), _SIZED)
        elif word in _COUNTED and after == "of":
            return Question("count", _things(words, place + 2), _COUNTED)
        elif word in _SHARED and after == "of":
            return Question("share", (), _SHARED)
        elif word in _NAMED and after == "of":
            return Question("name", (), _NAMED)
        elif word in ("what", "which"):
            if after in _TIMES:
                return Question("time", (), _DATED)
            if after in _PLACES or (word == "which" and after.isdecimal()):
                return Question("name", (), frozenset((after,)))
        elif word == "when" and (place == 0 or words[place - 1] in _TIMES):
            return Question("time", (), _DATED)
        elif word == "where" and place == 0:
            return Question("place")
        elif word in ("who", "whom") and place == 0:
            return Question("person")
    return NOTHING


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
