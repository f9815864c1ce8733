"""What a figure is said to be: a level, a change with its direction, a rate, a total."""

import re
from functools import cache
from typing import Literal, NamedTuple

from wp.statements.terms import stems

Role = Literal["level", "change"]

_UP = (
    r"rose|risen|rises?|rising|grew|grown|grows?|growing|increas(?:ed?|es|ing)|climb(?:ed|s)?"
    r"|gain(?:ed|s)?|add(?:ed|s)?|jump(?:ed|s)?|expand(?:ed|s)?|surg(?:ed|es)|soar(?:ed|s)?"
    r"|advanc(?:ed|es)|improv(?:ed|es)|widen(?:ed|s)?|rais(?:ed|es)|went up|going up|goes up"
    r"|(?<!make )(?<!made )(?<!makes )(?<!set )(?<!built )(?<!take )(?<!took )up(?! to)"
    r"|growth|accelerat(?:ed|es)|strengthen(?:ed|s)?|doubled|higher"
)
_DOWN = (
    r"fell|fallen|falls?|falling|declin(?:ed?|es|ing)|decreas(?:ed?|es|ing)|dropp?(?:ed|s)?"
    r"|dropping|lost|los(?:es?|ing)|shed(?:s|ding)?|cut(?:s|ting)?|reduc(?:ed?|es|ing|tion)"
    r"|lower(?:ed|s)?|shrank|shrunk|shrinks?|contract(?:ed|s|ion)?|slipp?(?:ed|s)?|slid"
    r"|slow(?:ed|s)?|narrow(?:ed|s)?|went down|going down|goes down|down"
    r"|plung(?:ed|es)|sank|eas(?:ed|es)"
    r"|shorten(?:ed|s)?|weaken(?:ed|s)?|halved|fewer|less"
)
_NOUNS = r"rise|increase|gain|growth|jump|fall|decline|drop|decrease|cut|reduction|loss|change"
_BLUR = r"(?:(?:about|some|around|only|just|nearly|almost|a further|another|roughly|more than) )?"
# Words between the verb and "by", "to" or the number, none of them a number.
_FEW = r"(?:\s+[^\W\d]+){0,5}?"
_MOVES = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})){_FEW}(?:\s+from\s[^;]{{1,40}})?,?\s+(?P<how>by|to|of)\s+"
    rf"(?:an? )?{_BLUR}$",
    re.IGNORECASE,
)
_STRAIGHT = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\s+{_BLUR}$", re.IGNORECASE)
# A gain or loss of so many, where the noun says what came or went.
_BY = re.compile(rf"\bby\s+{_BLUR}$", re.IGNORECASE)
_COMPARED = re.compile(
    r"(?:\s+[^\W\d]+){0,3}?\s+(?P<than>more|higher|above|up|fewer|less|lower|below|down)\b"
    r"(?=\s+(?:than|in|on|from|its)\b|\W|$)",
    re.IGNORECASE,
)
_NOUN_AFTER = re.compile(
    r"[\s-]+(?:point )?(?:(?P<up>rise|increase|gain|growth|jump)"
    r"|(?P<down>fall|decline|drop|decrease|cut|reduction|loss))\b",
    re.IGNORECASE,
)
_FEWER = frozenset(("fewer", "less", "lower", "below", "down"))
_PER = re.compile(
    r"(?<!half )\b(?:an?|per|each|every)\s+"
    r"(?P<spell>year|month|week|day|hour|quarter|minute|second)\b"
    r"(?!\s+(?:earlier|before|ago|later|or|and a half|after))"
    r"|\b(?P<adverb>annual(?:ly)?|yearly|monthly|weekly|daily|hourly|quarterly)\b",
    re.IGNORECASE,
)
_SPELLS = {
    "annual": "year", "annually": "year", "yearly": "year", "monthly": "month", "weekly": "week",
    "daily": "day", "hourly": "hour", "quarterly": "quarter",
}  # fmt: skip
_CLAUSES = re.compile(r"[;:]|\. |\bwhile\b|\bwhereas\b")
_BRACKET = re.compile(r"^\s*\([^()]*\)")  # "61,900 (1.5%) more than"
_BACK, _AHEAD = 90, 60


class Part(NamedTuple):
    """The part that a figure plays: a level or a change, and which way, 0 where nothing tells."""

    role: Role = "level"
    sign: int = 0


def part_of(sentence: str, start: int, end: int) -> Part:
    """Tell a change from a level by the words around a figure's span.

    "fell by 12,300", "12,300 fewer", "up 4 percent" are changes; "fell to 246,500" is a level
    that was reached from above.
    """
    before = _CLAUSES.split(sentence[max(start - _BACK, 0) : start])[-1]
    after = _BRACKET.sub("", sentence[end : end + _AHEAD])
    compared = _COMPARED.match(after)
    if compared:
        return Part("change", -1 if compared["than"].lower() in _FEWER else 1)
    noun = _NOUN_AFTER.match(after)
    if noun:
        return Part("change", 1 if noun["up"] else -1)
    moved = _MOVES.search(before)
    if moved:
        sign = 1 if moved["up"] else -1
        if moved["how"].lower() == "to":
            return Part("level", sign)
        named = re.search(rf"\b(?:{_NOUNS})\b[^,;]*\bof\b", moved[0], re.IGNORECASE)
        if moved["how"].lower() == "by" or named:
            return Part("change", sign)
    straight = _STRAIGHT.search(before)
    if straight:
        return Part("change", 1 if straight["up"] else -1)
    return Part("change") if _BY.search(before) else Part()


def spell_of(text: str) -> str:
    """Give the stretch of time that a figure is told for: "a year", "monthly"; "" for none."""
    found = _PER.search(text)
    if not found:
        return ""
    return (found["spell"] or _SPELLS[found["adverb"].lower()]).lower()


@cache
def movement_words() -> frozenset[str]:
    """Give the stems of the words that say which way something moved."""
    plain = re.sub(
        r"\((?:\?:)?([^()]*)\)\??", lambda found: found[1].split("|")[0], f"{_UP}|{_DOWN}"
    )
    return stems(re.sub(r"[^\w\s|]", "", plain).replace("|", " "), _NOUNS.replace("|", " "))
