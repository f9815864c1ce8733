"""What a question asks for, and whether a fact gives that very thing.

"How many judges" is answered by a number of judges, "when" by a date: a fact that only speaks of
the subject is no answer, however many of the words it holds.
"""

import re
from collections.abc import Callable, Collection, Sequence
from typing import Literal, NamedTuple

from wp.english import PERSONS
from wp.model import Fact, Figure
from wp.words.tokens import STOP_WORDS, tokens

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
_PEOPLE = frozenset("people persons".split())
_SHARED = frozenset("percentage percent proportion share fraction".split())
_SIZED = frozenset(
    "amount size extent magnitude volume value level rate much large big high low great strong "
    "heavy small far deep wide tall".split()
)
_AMOUNTS = frozenset("amount sum quantity volume".split())
_UNITS = frozenset(
    "kilo kilos kilogram kilograms kg gram grams ton tons tonne tonnes pounds ounces litre litres "
    "liter liters barrels gallons mile miles kilometre kilometres kilometer kilometers km metre "
    "metres meter meters feet hectares acres dollars euros yuan degrees megawatts gigawatts "
    "megabits percent".split()
)
_TIMES = frozenset("year date month day period time".split())
_DATED = _TIMES.union(
    "year date month day period time start starts started begin begins began end ends ended "
    "belong belongs refer refers".split()
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

# Patterns are compiled where they are asked for: most queries are no questions.
_HEAD_ENDS = (
    r"\s(?:who|whom|which|that|whose|of|in|from|for|with|to|by|on|at|during|since|under|between"
    r"|put|sent|brought|handled|solved|arrested|seized|established|dealt|declared|abolished|named"
    r"|held|set|organized|covered|investigated|transferred)\b|[,(:]"
)
_UNITS_OF_LENGTH = (
    r"(?:years?|months?|weeks?|nights?|days?|hours?|minutes?|decades?|century|centuries|miles?"
    r"|feet|foot|(?:kilo|centi)?met(?:er|re)s?|km)\b"
)
_LASTS = (
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|an?|several))[\s-]"
    + _UNITS_OF_LENGTH
    + r"|\b(?:since|until|throughout|permanent\w*|indefinite\w*)\b"
    r"|\bfor (?:the|an?) \w*\s?(?:future|time|period|term|life)\b"
)
_CLOCK = r"(?i)\b\d{1,2}:\d\d\b|\d ?[ap]\.?m\b|o['’]clock\b|\bat (?:noon|midnight)\b"
_NAME = r"(?<=[^.!?]\s)[\"“'‘(]?[A-Z][\w-]+|\b[A-Z]{2,}\b"
_NAMED_PLACE = r"\b(?:at|in|to|from|near|off|outside|within|across|along)\s(?:the\s)?[\"“]?[A-Z]\w+"
_ROLES = (
    r"(?i)\b\w+(?:ers|ors|ists|men|guards|officials|members|people|staff|teams|bodies|forces)\b"
    r"|\b(?:president|minister|chair\w*|secretary|director|governor|judge|committee|commission"
    r"|council|board|office|court|congress|parliament|bank|government)s?\b"
    r"|\b(?:ministr|authorit|agenc)(?:y|ies)\b"
)
_NEAR = 60
"""So many characters at most part a number and what it counts in text that nobody curated."""


def asked_for(words: Sequence[str]) -> Question:
    """Return what the lower-case words of a query ask for; `NOTHING` where it is no question."""
    followed = list(zip(words, [*words[1:], ""], strict=True))
    for place, (word, after) in enumerate(followed):
        if word == "how":
            if after == "many" and words[place + 2 : place + 3] and words[place + 2] in _UNITS:
                return Question("size", (), frozenset(("many", words[place + 2])))
            if after == "many":
                return Question("count", _things(words, place + 2), _COUNTED | _PEOPLE | {"many"})
            if after == "long":
                return Question("length", (), _LASTING)
            if after == "often":
                return Question("size", (), frozenset(("often",)))
            if after in _SIZED:
                return Question("size", (), _SIZED)
        elif word in _COUNTED and after == "of":
            return Question("count", _things(words, place + 2), _COUNTED)
        elif word in _SHARED and after == "of":
            return Question("share", (), _SHARED)
        elif word in _NAMED and after == "of":
            return Question("name", (), _NAMED)
        elif word == "date" and after == "of":
            return Question("time", (), _DATED)
        elif word in ("what", "which"):
            if after in _SHARED:
                return Question("share", (), _SHARED)
            if after in _TIMES:
                return Question("time", (), _DATED)
            if after in _AMOUNTS and words[place + 2 : place + 3] == ["of"]:
                return Question("size", (), _AMOUNTS)
            if after in _PLACES or (word == "which" and after.isdecimal()):
                return Question("name", (), frozenset((after,)))
        elif word == "when":
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


Gives = Callable[[Fact], bool]
Stem = Callable[[str], str]


class SaidByQuery(NamedTuple):
    """What a query says itself, so that it is no answer: its words as stems, its numbers."""

    stems: frozenset[str]
    numbers: frozenset[int | float]


def gives(
    asked: Question, said: SaidByQuery, meant: Callable[[str], Collection[str]], stem: Stem
) -> Gives | None:
    """Return a test whether a fact gives what is asked for; None where anything will do.

    `meant` gives the stems of the base that a word of the query may mean, `stem` that of a word
    which the base prints.
    """
    if asked.kind == "count" and asked.things:
        stems = frozenset(one for thing in asked.things for one in meant(thing))
        if _PEOPLE.intersection(asked.things):
            stems |= frozenset(map(stem, PERSONS))
        return lambda fact: _gives_count(fact, stems, said, stem)
    if asked.kind == "time":
        return lambda fact: _gives_time(fact, said, stem)
    if asked.kind == "name":
        return lambda fact: _gives_name(fact, said, stem)
    return _TESTS.get(asked.kind)


def _gives_count(fact: Fact, stems: frozenset[str], said: SaidByQuery, stem: Stem) -> bool:
    figures = [
        figure
        for figure in fact.figures
        if figure.unit not in ("ordinal", "percent") and figure.value not in said.numbers
    ]
    if any(_counts(figure, stems, stem) for figure in figures):
        return True
    if fact.draft and any(_stems(figure.measures, stem) & stems for figure in figures):
        return True  # the heads of a table stand anywhere in what a drafted figure measures
    if fact.draft and figures and fact.quote[-1].isdigit() and _stems(fact.context, stem) & stems:
        return True  # so does what its caption names
    if figures and not fact.draft:
        return any(_stems(alias, stem) & stems for alias in fact.aliases)
    return bool(figures or fact.kind == "passage") and _stands_by_number(
        fact.quote, stems, said, stem
    )


def _counts(figure: Figure, stems: frozenset[str], stem: Stem) -> bool:
    """Return whether a figure counts one of the things: by its unit, or by the head of
    `measures`."""
    head = re.split(_HEAD_ENDS, f"{figure.measures} ", maxsplit=1)[0]
    return bool((_stems(figure.unit, stem) | _stems(head, stem)) & stems)


def _stands_by_number(quote: str, stems: Collection[str], said: SaidByQuery, stem: Stem) -> bool:
    from wp.quantities.read import quantities

    numbers = [
        (quantity.start, quantity.end)
        for quantity in quantities(quote)
        if quantity.value not in said.numbers
    ]
    return any(
        start - _NEAR < token.start < end + _NEAR
        for token in tokens(quote)
        if stem(token.text) in stems
        for start, end in numbers
    )


def lone_word(fact: Fact, stems: Collection[str], stem: Stem) -> bool:
    """Return whether a fact has a word, given by its stems, only within phrases of its aliases.

    "Music" out of the alias "face the music" is no answer to who asks for music.
    """
    wanted = frozenset(filter(str.isascii, stems))
    if not fact.aliases or not wanted:
        return False
    # What it prints comes first: it is one text, and most facts with the word print it.
    measures = (figure.measures for figure in fact.figures)
    key = fact.id.rpartition(".")[2]
    printed = " ".join((fact.quote, fact.statement, fact.context, key, *measures))
    if _stems(printed, stem) & wanted:
        return False
    phrases = [_stems(alias, stem) for alias in fact.aliases]
    within = [phrase for phrase in phrases if phrase & wanted]
    return bool(within) and not any(phrase <= wanted for phrase in within)


def _stems(text: str, stem: Stem) -> frozenset[str]:
    return frozenset(stem(token.text) for token in tokens(text) if token.text not in STOP_WORDS)


def _gives_share(fact: Fact) -> bool:
    if fact.kind == "passage":
        return (
            re.search(r"\d\s?(?:%|per ?cent)|\b(?:half|thirds?|quarters?)\b", fact.quote)
            is not None
        )
    return any(
        figure.unit.startswith("percent") or figure.part_of or 0 < figure.value < 1
        for figure in fact.figures
    )


def _gives_size(fact: Fact) -> bool:
    if fact.kind == "passage":
        return re.search(r"\d", fact.quote) is not None
    return any(figure.unit != "ordinal" for figure in fact.figures)


def _gives_time(fact: Fact, said: SaidByQuery, stem: Stem) -> bool:
    """Return whether a fact is dated, be it by an event that the query does not name itself."""
    periods = [*fact.dates]
    for figure in fact.figures:
        periods += filter(None, (figure.period, figure.context_period))
    if any(p.start or p.end or not _stems(p.text, stem) & said.stems for p in periods):
        return True
    if re.search(_CLOCK, fact.quote):
        return True
    from wp.quantities.read import dates

    return any(True for _ in dates(fact.quote, events=False))


def _gives_length(fact: Fact) -> bool:
    if any(date.start and date.end and date.start != date.end for date in fact.dates):
        return True
    if any(re.search(rf"\b{_UNITS_OF_LENGTH}", figure.unit) for figure in fact.figures):
        return True
    return re.search(_LASTS, fact.quote) is not None


def _gives_person(fact: Fact) -> bool:
    return re.search(_NAME, fact.quote) is not None or re.search(_ROLES, fact.quote) is not None


def _gives_place(fact: Fact) -> bool:
    return re.search(_NAMED_PLACE, fact.quote) is not None


def _gives_name(fact: Fact, said: SaidByQuery, stem: Stem) -> bool:
    """Return whether a quote names a place or person that the query does not.

    Who asks which country wants its name.
    """
    from wp.quantities.read import dates
    from wp.words.lexicon import is_name

    dated = [(date.start, date.end) for date in dates(fact.quote, events=False)]
    return any(
        is_name(token.text) and stem(token.text) not in said.stems
        for token in tokens(fact.quote)
        if fact.quote[token.start].isupper()
        and not any(start <= token.start < end for start, end in dated)
    )


_TESTS: dict[QuestionKind, Gives] = {
    "share": _gives_share,
    "size": _gives_size,
    "length": _gives_length,
    "person": _gives_person,
    "place": _gives_place,
}
