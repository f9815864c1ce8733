"""What part a figure plays: a level, a change with its direction, a rate, or a part of another."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple, Protocol

from wp.model import is_year
from wp.pattern import pattern
from wp.quantities.model import Quantity
from wp.statements import stems

FigureRole = Literal["level", "change"]

_UP = frozenset(
    "rose risen rise rises rising grew grown grow grows growing growth increase increased "
    "increases increasing climb climbed climbs gain gained gains add added adds jump jumped "
    "jumps expand expanded expands surge surged surges soar soared soars advance advanced "
    "advances improve improved improves widen widened widens raise raised raises up "
    "accelerated accelerates strengthened doubled higher exceed exceeds exceeded exceeding "
    "outnumber outnumbers outnumbered outweigh outweighs outweighed surpass surpassed".split()
)
_DOWN = frozenset(
    "fell fallen fall falls falling decline declined declines declining decrease decreased "
    "decreases decreasing drop dropped drops dropping lost lose loses losing loss shed sheds "
    "shedding cut cuts cutting reduce reduced reduces reducing reduction lower lowered lowers "
    "shrank shrunk shrink shrinks contract contracted contracts contraction slip slipped "
    "slips slid collapse collapsed slow slowed slows narrow narrowed narrows down plunged sank "
    "eased eases shortened weakened halved fewer less".split()
)
# "a rise of 4 percent" is a change, "the fallen of 4 wars" none.
_NOUNS = frozenset(
    "rise increase gain growth jump fall decline drop decrease cut reduction loss".split()
)
# Before "up" these say no movement: "make up", "set up".
_NOT_BEFORE_UP = frozenset(
    "make makes made set built take took taken pick picked clear cleared draw drew drawn back "
    "backed".split()
)
_BLUR = (
    r"(?:(?:about|some|around|only|just|nearly|almost|a further|another|roughly|more than"
    r"|less than|over|under) )?"
)
_TO = pattern(rf"\s(?P<how>by|to|of)\s+(?:an? )?{_BLUR}$", re.IGNORECASE)
_STRAIGHT = pattern(rf"(?:^|\s)(?P<word>[^\W\d]+)\s+{_BLUR}$", re.IGNORECASE)
# "the increase came to 0.15"
_CHANGE_WAS = pattern(
    r"\b(?P<noun>increase|rise|drop|fall|decline|decrease)\b(?: (?!of\b|to\b|by\b)[^\W\d]+){0,4}?"
    rf" (?:came to|amounted to|was|is|totall?ed|stood at)\s+{_BLUR}$",
    re.IGNORECASE,
)
_FROM = pattern(r"\sfrom\s[^;]{1,40}$", re.IGNORECASE)
_WORD = pattern(r"[^\W_]+")
_FAR = 6  # words between a movement and its "by" or "to", none of them a number
_COMPARED = pattern(
    r"(?:\s+(?!(?:is|are|was|were|ha[sd]|have|with|of|for|in|who|that|which|lost|won|paid|spent|took"
    r"|made|got|sold|sent|gave|give|given|[^\W\d]+ed)\b)[^\W\d]+){0,3}?\s+(?<!\bor )"
    r"(?P<than>(?:more|higher|above|up|fewer|less|lower|below|down)\b"
    r"(?=\s+(?:than|in|on|from|its)\b|\W|$)|(?!other|rather|number)[a-z]{3,}er(?= than\b))",
    re.IGNORECASE,
)
_PUT_ON = pattern(r"\bput(?:s|ting)? on\b", re.IGNORECASE)
_SHORT = pattern(r"(?:[a-z]+ )?(?:short|shy) of\b")  # "falls just short of 89 million"
_TALLY = pattern(r" (?:votes?|seats|goals|points) (?:to|against) \w")  # "by 77 votes to 73"
_NOUN_AFTER = pattern(r"[\s-]+(?:point )?(?P<noun>[^\W\d]+)")
_FEWER = frozenset(("fewer", "less", "lower", "below", "down", "sooner", "shorter", "earlier",
                    "smaller", "lighter", "weaker", "slower", "cheaper", "younger"))  # fmt: skip
_PER = pattern(
    r"\b(?<!half )(?:an?|per|each|every)\s+"
    # "a quarter of them", "a second visit" and "a minute amount" are no rates
    r"(?P<spell>year|month|week|day|hour|(?:quarter|minute|second)\b"
    r"(?!\s+(?!(?:and|as|at|between|by|during|for|from|in|on|or|over|since|to|until|when|while)\b)"
    r"[a-z]))\b"
    r"(?!\s+(?:earlier|before|ago|later|longer|shorter|sooner|less|more|or|and a half|after))"
    r"|\bin (?:each|every) (?:single )?(?:one )?of (?:the|these|those) (?P<each>year|month)s\b"
    r"|\b(?P<after>year|month|week|day) after (?:year|month|week|day)\b"
    r"|\b(?P<adverb>annual(?:ly)?|yearly|monthly|weekly|daily|hourly|quarterly)\b",
    re.IGNORECASE,
)
_SPELLS = {
    "annual": "year", "annually": "year", "yearly": "year", "monthly": "month", "weekly": "week",
    "daily": "day", "hourly": "hour", "quarterly": "quarter",
}  # fmt: skip
_CLAUSES = pattern(r"[;:]|\. |\bwhile\b|\bwhereas\b")
_BRACKET = pattern(r"^\s*\([^()]*\)")  # "61,900 (1.5%) more than"
_BACK, _AHEAD = 90, 60


class Part(NamedTuple):
    """The part that a figure plays: a level or a change, and which way, 0 where nothing tells."""

    role: FigureRole = "level"
    sign: int = 0


def part_of(sentence: str, start: int, end: int) -> Part:
    """Tell a change from a level by the words around a figure's span.

    "fell by 12,300", "12,300 fewer", "up 4 percent" are changes; "fell to 246,500" is a level
    that was reached from above.
    """
    before = _CLAUSES.split(sentence[max(start - _BACK, 0) : start])[-1]
    before = _PUT_ON.sub("added", before)
    after = _BRACKET.sub("", sentence[end : end + _AHEAD])
    compared = _COMPARED.match(after)
    if compared:
        return Part("change", -1 if compared["than"].lower() in _FEWER else 1)
    noun = _NOUN_AFTER.match(after)
    if noun and noun["noun"].lower() in _NOUNS:
        return Part("change", _sign(noun["noun"]))
    change = _CHANGE_WAS.search(before)
    if change:
        return Part("change", _sign(change["noun"]))
    moved = _TO.search(before)
    if moved:
        how: str = moved["how"].lower()
        word = _movement(_FROM.sub("", before[: moved.start()]).rstrip(","))
        if how == "to":
            return Part("level", _sign(word))
        if how == "by" and not _TALLY.match(sentence, end):
            return Part("change", _sign(word))
        return Part("change", _sign(word)) if word in _NOUNS else Part()
    straight = _STRAIGHT.search(before)
    word = straight["word"].lower() if straight else ""
    if _sign(word) and not (_is_phrase(before, word) or _SHORT.match(sentence, start)):
        return Part("change", _sign(word))
    return Part()


def part_of_cell(heads: str, value: float) -> Part:
    """Tell a change by the heads of a table's cell, and its way by both: "Change on year", -3.1."""
    for word in _WORD.findall(heads.lower()):
        if word in _NOUNS or word in ("change", "difference"):
            return Part("change", (_sign(word) or 1) * ((value > 0) - (value < 0)))
    return Part()


def _sign(word: str) -> int:
    lower = word.lower()
    return (lower in _UP) - (lower in _DOWN)


def _movement(before: str) -> str:
    """Return the last word of movement among the few before a "by" or "to", "" for none."""
    words: list[str] = _WORD.findall(before.lower())[-_FAR:]
    for place in range(len(words) - 1, -1, -1):
        if words[place][0].isdigit() and not is_year(words[place]):
            break  # but "exceeded the 2017 budget by 5 percent"
        if _sign(words[place]) and not (
            words[place] == "up" and place and words[place - 1] in _NOT_BEFORE_UP
        ):
            return words[place]
    return ""


def _is_phrase(before: str, word: str) -> bool:
    """Return whether an "up" belongs to its verb: "make up 933,000"."""
    words = _WORD.findall(before.lower())
    return word == "up" and len(words) > 1 and bool(_NOT_BEFORE_UP & {*words[-3:-1]})


def spell_of(text: str) -> str:
    """Return the stretch of time that a figure is told for: "a year", "monthly"; "" for none."""
    found = _PER.search(text)
    if not found:
        return ""
    spell: str = (
        found["spell"] or found["each"] or found["after"] or _SPELLS[found["adverb"].lower()]
    )
    return spell.lower()


def directions(text: str) -> frozenset[int]:
    """Return which ways the words of a text say that something moved: 1 up, -1 down."""
    words = [found[0].lower() for found in _WORD.finditer(text)]
    pairs = pairwise(("", *words))  # "taken up" tells of no movement
    moves = {word for before, word in pairs if word != "up" or before not in _NOT_BEFORE_UP}
    return frozenset(sign for sign, moved in ((1, _UP), (-1, _DOWN)) if moves & moved)


@cache
def movement_words() -> frozenset[str]:
    """Return the stems of the words that say which way something moved."""
    return stems(" ".join(_UP | _DOWN), "change went go goes going")


OF_THE = pattern(
    r"\s+(?:out )?of\s+(?:(?:the|its|their|these|those|all|(?:[Tt]he )?[A-Z]\w+['’]s)\s+)*"
)
_OF_THEM = pattern(r"\s+of (?:them|these|those|whom|which)\b")
_AMONG = pattern(
    r"\b(?:(?:of|among) (?:which|whom|them|these|those),?|including)(?: [^\W\d]+)?\s*$"
)
_OUT_OF = pattern(r"(?:^|[;:]\s+)(?:of|out of|among)(?: [^\W\d]+){0,2} $", re.IGNORECASE)
_ENDED = pattern(r"[;.]\s")
_OPENING = 100  # characters that "out of all these" fits in
_MOST = 60  # parts of a whole
_COLON = pattern(r":\s(?:[^\W\d]+ )?$")


class _Figure(Protocol):
    @property
    def quantity(self) -> Quantity: ...
    @property
    def unit(self) -> str: ...
    @property
    def named(self) -> bool: ...
    @property
    def counted_end(self) -> int: ...


def wholes_of(sentence: str, figures: Sequence[_Figure]) -> list[int | None]:
    """Return for each figure the place of the one that it is told a part of, None for none.

    "29 of the 160 contracts", "12 men, of whom 3 fell", "12 men; 3 of them fell", "of 12 men, 3
    fell and 2 fled", and "14 deaths: nine at home, five at sea", where the parts make up the whole.
    """
    found: list[int | None] = [None] * len(figures)
    for place, one in enumerate(figures):
        start, end = one.quantity.start, one.quantity.end
        low = figures[place - 1].quantity.end if place else 0
        following = figures[place + 1].quantity.start if place + 1 < len(figures) else 0
        if following and OF_THE.fullmatch(sentence, end, following):
            _note(found, figures, place, place + 1)
        if _OF_THEM.match(sentence, end) or _AMONG.search(sentence, low, start):
            _note(found, figures, place, _last_whole(found, figures, place))
        elif place and not one.named and not _ENDED.search(sentence, low, start):
            # "of which 22,500 were in transport and 4,000 in trade"
            _note_level(sentence, found, figures, place, found[place - 1])
        number = one.quantity.number_start
        opens = _OUT_OF.search(sentence, max(0, number - _OPENING), number)
        if opens or (following and _COLON.search(sentence, end, following)):
            _note_listed(sentence, found, figures, place)
    return found


def _last_whole(found: Sequence[int | None], figures: Sequence[_Figure], place: int) -> int | None:
    """Return the last figure that is no part and no smaller: of "60 ships in four ports, 12 of
    them" the ships."""
    least = figures[place].quantity.value
    before = range(place - 1, max(place - 1 - _MOST, -1), -1)
    wholes = (at for at in before if found[at] is None and figures[at].quantity.value >= least)
    return next(wholes, None)


def _note_listed(
    sentence: str, found: list[int | None], figures: Sequence[_Figure], whole: int
) -> None:
    """Note the figures behind a whole that opens a list: the bare ones, or all that make it up."""
    stop = whole + 1
    while stop < min(len(figures), whole + _MOST) and not _ENDED.search(
        sentence, figures[stop - 1].quantity.end, figures[stop].quantity.start
    ):
        stop += 1
    listed = range(whole + 1, stop)
    total = sum(figures[place].quantity.value for place in listed)
    made_up = total == figures[whole].quantity.value
    for place in listed:
        if made_up:
            found[place] = whole
        elif not figures[place].named:
            _note_level(sentence, found, figures, place, whole)


def _note_level(
    sentence: str,
    found: list[int | None],
    figures: Sequence[_Figure],
    place: int,
    whole: int | None,
) -> None:
    quantity = figures[place].quantity
    if part_of(sentence, quantity.start, quantity.end).role == "level":
        _note(found, figures, place, whole)


def _note(
    found: list[int | None], figures: Sequence[_Figure], place: int, whole: int | None
) -> None:
    if whole is None or found[place] is not None:
        return
    part, all_ = figures[place], figures[whole]
    alike = part.unit == all_.unit or not (part.quantity.unit or all_.quantity.unit)
    counts = "percent" not in part.unit and not (part.quantity.ordinal or all_.quantity.ordinal)
    within = part.quantity.step is not None and part.quantity.value <= all_.quantity.value
    if alike and counts and within:
        found[place] = whole
