"""Which words stand as qualifiers before which noun: "criminal cases", "at bureau level"."""

from collections.abc import Sequence

from wp.english import PERSONS
from wp.pattern import pattern
from wp.statements.terms import Term, terms

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
