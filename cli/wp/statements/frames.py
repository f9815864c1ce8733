"""Which words stand as qualifiers before which noun: "criminal cases", "at bureau level"."""

from collections.abc import Sequence

from wp.english import PERSONS
from wp.pattern import pattern
from wp.statements.terms import Term, terms

_LISTED = pattern(r"\s*,\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+")
_TOUCHING = pattern(r"[ \t\n\u00a0\u202f-]+")
_PAST = pattern(
    r"(?i:became|began|bought|brought|built|came|caught|dealt|fell|gave|got|grew|held|kept|led|left"
    r"|lost|made|met|paid|put|ran|rose|said|saw|sent|sold|spent|stood|told|took|went|won)"
)
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
        if second.endswith("ed") or " " in second or _PAST.fullmatch(second):
            continue  # "officers seized", "officers taken into custody", "officers went"
        first = text[before.start : before.end].lower()
        if second.endswith("ing") and (first in PERSONS or _PLURAL.fullmatch(first)):
            continue  # "ferries calling", "people living", but "drug trafficking"
        if _PAST.fullmatch(text, before.start, before.end):
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
