"""The words with which a sentence states its figures, as they are compared.

Which of them stand before which noun is compared as well: "criminal cases", "at bureau level".
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from wp.english import MONTHS, PERSONS
from wp.pattern import pattern
from wp.statements import Term, terms
from wp.statements.clauses import stretches
from wp.statements.read import Stated, Statement
from wp.statements.roles import OF_THE, Part, part_of, spell_of
from wp.text import Span

_LISTED = pattern(r"\s*,\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+")
_TOUCHING = pattern(r"[ \t\n\u00a0\u202f-]+")
IRREGULAR = (
    "arose|arisen|awoke|beat|beaten|became|become|began|begun|bent|bound|bit|bitten|bled|blew|"
    "blown|bought|bred|broke|broken|brought|built|burnt|burst|caught|chose|chosen|"
    "clung|crept|cut|dealt|drank|drew|drawn|drove|driven|dug|eaten|fed|fell|fallen|"
    "felt|fled|flew|flown|forbade|forbidden|forgot|forgotten|forgave|forgiven|fought|"
    "froze|frozen|gave|given|gone|grew|grown|heard|held|hid|hidden|hurt|kept|knew|"
    "known|laid|lay|lain|led|left|lent|lost|meant|met|misled|mistook|overcame|"
    "overthrew|overthrown|paid|proven|quit|ran|rose|risen|rode|ridden|sank|sunk|"
    "sawn|shook|shaken|shone|shot|shrank|shrunk|shut|slain|slept|slew|slid|"
    "sold|sought|spent|split|spoke|spoken|spread|sprang|stole|stolen|stood|struck|"
    "stuck|swam|sworn|swore|swept|swung|taken|taught|threw|thrown|took|tore|"
    "torn|undergone|underwent|undid|undone|undertook|undertaken|withdrew|withdrawn|"
    "withheld|won|wore|worn|wound|wrote|written|sent"
)
"""Irregular past tenses and past participles, as a regular expression."""

# "came" and its like say too little to be asked for in a source
_PAST = frozenset(f"{IRREGULAR}|came|got|made|put|said|saw|told|went".split("|"))
_PLURAL = pattern(r"\w+[^s]s")
_PERSONS = pattern(r"people|children|men|women|persons")
_MOST = 4


def frames(text: str, telling: Sequence[Term] | None = None) -> dict[str, frozenset[str]]:
    """Return the qualifiers of each noun of a text, as stems.

    A word qualifies the one right behind it; so do those listed before it: "civil, commercial, and
    criminal cases" has cases qualified by all three.
    """
    found: dict[str, set[str]] = {}
    words = terms(text) if telling is None else telling
    for place in range(1, len(words)):
        before, noun = words[place - 1], words[place]
        if not _TOUCHING.fullmatch(text, before.end, noun.start):
            continue
        second = text[noun.start : noun.end]
        if second.endswith("ed") or " " in second or second.lower() in _PAST:
            continue  # "officers seized", "officers taken into custody", "officers went"
        first = text[before.start : before.end].lower()
        if second.endswith("ing") and (first in PERSONS or _PLURAL.fullmatch(first)):
            continue  # "ferries calling", "people living", but "drug trafficking"
        if first in _PAST:
            continue  # "went abroad"
        qualifiers = found.setdefault(noun.stem, set())
        qualifiers.add(before.stem)
        back = place - 1
        while back and place - back < _MOST:
            if not _LISTED.fullmatch(text, words[back - 1].end, words[back].start):
                break
            back -= 1
            qualifiers.add(words[back].stem)
    return {noun: frozenset(qualifiers) for noun, qualifiers in found.items()}


_NEAR_WORDS = 4
_MONTH = pattern(rf"\b({'|'.join(MONTHS)})\b")
_AND = pattern(r"\s(?:and|while|but)\s")
_BREAK = pattern(r"[,;:()—–]|\s-\s")
_HARD_BREAK = pattern(r"[;()—–]|:(?=\s\S+\s)|\s-\s")
# "Cases solved: 9,927", "the number of suspects arrested, 6,476, …"
_LABEL = pattern(r"[:,(=–—|]\s*(?:(?:more|fewer|less) than |over |under |about |some |only )?$")
_ENDED = pattern(r"\s*(?:$|[(),.;])")
# "climbed from 3.8 percent in April to 9.1 percent in July"
_FROM = pattern(r"\bfrom (?:about |some |around |nearly |almost )?$")
_TO = pattern(r"[^,;:]*\bto (?:about |some |around |nearly |almost )?$")
# "Not one of the 19", "3,300 were not handled", but "who neither work nor learn".
_NO_ONE = (
    r"(?:not (?:one|any|a single(?: one)?)|none|neither|(?:hardly|scarcely|barely) (?:any|one)"
    r"|(?<!\ba )(?<!\bthe )few)"
)
_NONE_OF = pattern(rf"\b{_NO_ONE} of\b[^,;]*$", re.IGNORECASE)
_ALL_BUT = pattern(r"\ball but (?:about |some |the )?$", re.IGNORECASE)
# "19 treaties were signed, though hardly any had come into force", "20, none of which are in force"
_NONE_BEHIND = pattern(
    rf"[^;.]*?(?:, | (?:though|although|but|yet|and|while) )(?:[^,;.]* )?{_NO_ONE}"
    r"(?: of (?:them|these|those|which|whom))? (?:is|are|was|were|has|have|had|did)\b"
)
_NOT = pattern(
    r"(?:(?!\b(?:who|which|that|what|as|and)\b)[^,;])*?"
    r"(?:\b(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|be)"
    r"(?:\s+(?:not|never)(?! yet| only| quite| just| merely)\b|n['’]t\b)"
    r"|\b(?:never|failed to|refused to)\b)",
    re.IGNORECASE,
)
# "17 countries with which the treaties have not come into force", "52 who have not come back"
_NOT_WITH = pattern(
    r"[^,;.]{0,40}?\b(?:(?:with|in|for|by|of|to) which\b[^,;.]*?|who )"
    r"\b(?:is|are|was|were|has|have|had|did)(?: not| never|n['’]t)\b"
)
ON_LIST = pattern(r"\s+(?:on|from) (?:the|a|its|that) list of (?:the |its )?")
"""What leads from a number to the whole that a list has: "48 on the list of 100"."""
# "did not build a force of 8,000", "has no 8,000"; "no fewer than 8,000" is a bound.
_NOT_BEFORE = pattern(
    r"(?:\b(?:not|never|failed to|refused to|(?-i:no|No(?= [^\W\d])))|n['’]t)\b"
    r"(?! (?:yet|only|quite|just|merely|doubt|until|(?:more|less|fewer|greater|higher|lower|later"
    r"|earlier|sooner)(?: than)?)\b)"
    r"(?:(?!\b(?:who|which|that|what|because|but|until|and|if|when|while|as)\b)[^,;:.()—–])*$",
    re.IGNORECASE,
)
# What takes a denial back, or denies by itself: "not one is without a team", "are without one"
_TWICE = pattern(
    r"(?:(?!\b(?:because|but|until|if|when|while)\b)[^,;])*?"
    r"\b(?:without|lack(?:s|ed)?|fail(?:s|ed) to|escaped?|spared|overlooked"
    r"|(?:is|are|was|were|has|have|had) (?:not|never)|still to|(?:a?waiting|pending))\b"
)
_WITHOUT = pattern(r"[^,;.]{0,40}?\b(?:is|are|was|were|been|left|remain(?:s|ed)?) without\b")
# What stands behind the head of a label
_BEHIND_HEAD = pattern(r"(?<=s )(?:who|which|that|(?:[a-z]+ed|set up) (?:by|to))\b")
_HEADED = pattern(r"\s*(?:[—–:]|-(?=\s))\s*(?=[^\W\d_])")
_SPELL = 16  # characters in which "every day" stands behind a number
_LABELLED = 8  # words before a number that may be its label


class Said(NamedTuple):
    """What a sentence says of one of its figures, in stems.

    `near` are the telling words behind the number, or before it where none follow; `phrase` those
    with nothing but space between; `clause` those of the stretch that is told of it alone, `frames`
    the qualifiers of each noun there. `spell` is the time that a rate is told for, `months` are the
    months named, 1 to 12; `ends` tells that nothing follows the number in its clause, `labelled`
    that a colon or comma stands before it, `denied` that its clause says no to what it tells.
    """

    near: tuple[str, ...]
    phrase: tuple[str, ...]
    clause: frozenset[str]
    frames: dict[str, frozenset[str]]
    part: Part
    spell: str
    months: frozenset[int]
    ends: bool
    labelled: bool
    denied: bool


def months_of(text: str) -> frozenset[int]:
    """Return the months that a text names, 1 to 12."""
    return frozenset(MONTHS.index(found[1]) + 1 for found in _MONTH.finditer(text))


def telling_words(sentence: str, statement: Statement) -> list[Term]:
    """Return the telling words of a sentence, those of its numbers and dates left out."""
    spans = [(one.quantity.start, one.quantity.end) for one in statement.figures]
    spans += [(date.start, date.end) for date in statement.dates if date.period.start
              or date.period.end]  # fmt: skip
    return [
        term for term in terms(sentence) if not any(low <= term.start < high for low, high in spans)
    ]


def said_of(sentence: str, statement: Statement, telling: Sequence[Term]) -> list[Said]:
    """Return for each figure of a sentence what is said of it."""
    figures = statement.figures
    starts = [term.start for term in telling]
    ends = [one.quantity.end for one in figures]
    headed = figures and _HEADED.match(sentence, ends[0])
    if headed and not re.search(r"\w", sentence[: figures[0].quantity.start]):
        ends[0] = headed.end()  # "600,000 – officials held accountable"
    parts = stretches(
        sentence,
        [
            (one.quantity.start, end, max(one.counted_end, end))
            for one, end in zip(figures, ends, strict=True)
        ],
    )
    dated = {date.start: date.end for date in statement.dates}
    found: list[Said] = []
    clause: frozenset[str] = frozenset()
    for number, stated in enumerate(figures):
        start, end = stated.quantity.start, ends[number]
        low = figures[number - 1].quantity.end if number else 0
        high = figures[number + 1].quantity.start if number + 1 < len(figures) else len(sentence)
        stretch, behind = sentence[slice(*parts[number])], sentence[end : parts[number][1]]
        spell = (
            ""
            if stated.quantity.unit == "percent"
            else spell_of(behind[:_SPELL]) or spell_of(stretch)
        )
        following = _after(sentence, telling, starts, end, high)
        # "Requests: 3,300 a month" counts requests.
        near = (following if following != (spell,) else ()) or _before(
            sentence, telling, starts, low, start
        )
        if not near and found:
            near = found[-1].near
        inner = telling[
            bisect_left(starts, parts[number][0]) : bisect_left(starts, parts[number][1])
        ]
        # "from 81 percent in 2013 to 92.9 percent": what has no words of its own has those before,
        # and so has the end of a way that begins with the figure before.
        said = frozenset(term.stem for term in inner)
        goes_on = found and _FROM.search(sentence, 0, figures[number - 1].quantity.start)
        goes_on = goes_on and _TO.match(sentence, low, start)
        clause = said | clause if goes_on or not said else said
        found.append(
            Said(
                near,
                _phrase(sentence, telling, starts, end),
                clause,
                frames(sentence, inner),
                part_of(sentence, start, end),
                spell,
                (months_of(behind) if goes_on else None) or months_of(stretch),
                _ENDED.match(sentence, dated.get(end + 1, end)) is not None,
                _LABEL.search(sentence, low, start) is not None,
                _is_denied(sentence, start, end, parts[number], high),
            )
        )
    _share_of_the_next(sentence, figures, found)
    return found


def _share_of_the_next(sentence: str, figures: Sequence[Stated], found: list[Said]) -> None:
    """Let "forty-eight of the 100 most wanted" count what the second number counts, and "third and
    fourth report" tell one thing apart.
    """
    for number in range(len(figures) - 2, -1, -1):
        one, two = figures[number].quantity, figures[number + 1].quantity
        if found[number + 1].denied and any(
            ON_LIST.fullmatch(sentence, end, two.start)
            for end in (one.end, figures[number].counted_end)
        ):
            found[number] = found[number]._replace(denied=True)
        if OF_THE.fullmatch(sentence, one.end, two.start) or (
            one.ordinal and two.ordinal and _AND.fullmatch(sentence, one.end, two.start)
        ):
            following = found[number + 1]
            found[number] = found[number]._replace(
                near=following.near,
                phrase=following.phrase,
                clause=found[number].clause | following.clause,
                denied=found[number].denied or following.denied,
            )


def _is_denied(sentence: str, start: int, end: int, part: Span, stop: int) -> bool:
    """Return whether the stretch of a figure, or what follows it up to the next, says no to what it
    tells of it."""
    before, after = sentence[part[0] : start], sentence[end : part[1]]
    opened = _NONE_OF.search(before) or _NOT_BEFORE.search(before)
    opened = opened or _ALL_BUT.search(sentence, 0, start)
    behind = _NOT.match(after) or _NOT_WITH.match(after)
    none = None if opened or behind else _NONE_BEHIND.match(sentence, end, stop)
    if none:
        return _TWICE.match(sentence, none.end(), stop) is None
    if not (opened or behind):
        return _WITHOUT.match(after) is not None
    rest = after[behind.end() :] if behind and not opened else after
    return _TWICE.match(rest) is None


def _phrase(
    sentence: str, telling: Sequence[Term], starts: list[int], start: int
) -> tuple[str, ...]:
    """Return the telling words that follow a number with only white space or hyphens between."""
    found: list[str] = []
    plural, persons = False, None
    for term in telling[bisect_left(starts, start) :][:_NEAR_WORDS]:
        if sentence[start : term.start].strip("- \t\n\u00a0"):
            break
        printed = sentence[term.start : term.end]
        if printed.endswith("ed") and not found:
            start = term.end  # "suspected crimes" are no suspects
            continue
        ends_in_s = printed.endswith("s")
        if plural and not ends_in_s:
            break  # a verb: "26 conventions concern children"
        if persons and (printed.endswith("ed") or printed.lower() in _PAST):
            break  # "412 people died"
        plural, persons = ends_in_s, _PERSONS.fullmatch(printed)
        found.append(term.stem)
        start = term.end
    return tuple(found)


def _after(
    sentence: str, telling: Sequence[Term], starts: list[int], start: int, stop: int
) -> tuple[str, ...]:
    """Return the telling words behind a number, to the next number or the end of the clause."""
    broken = _BREAK.search(sentence, start, stop)
    if broken is None and stop < len(sentence):
        # "2.5 meters and the bank by 4": what follows the last conjunction is the next number's.
        *_, broken = None, *_AND.finditer(sentence, start, stop)
    high = bisect_left(starts, broken.start() if broken else stop)
    return tuple(term.stem for term in telling[bisect_left(starts, start) : high][:_NEAR_WORDS])


def _before(
    sentence: str, telling: Sequence[Term], starts: list[int], start: int, stop: int
) -> tuple[str, ...]:
    """Return the telling words before a number, back to the number before or a colon; the head of a
    label first: "soldiers who went on missions: 36,000" counts soldiers."""
    for broken in _HARD_BREAK.finditer(sentence, start, stop):
        start = broken.end()
    low, high = bisect_left(starts, start), bisect_left(starts, stop)
    behind = _BEHIND_HEAD.search(sentence, start, stop)
    head = bisect_left(starts, behind.start()) if behind else low
    words = [*telling[head:high][-_LABELLED:], *telling[low:head][-_LABELLED:]]
    return tuple(term.stem for term in reversed(words))[:_LABELLED]
