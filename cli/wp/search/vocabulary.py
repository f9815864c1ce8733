"""From a typed word to the words of the base that it may mean.

A word of the base stands for itself and its other forms. Only a word that the base lacks is taken
for misspelt, and only then is rapidfuzz loaded.
"""

from collections.abc import Iterable
from typing import NamedTuple

from wp.search.answer import MatchKind
from wp.search.layout import Index
from wp.search.stem import stem

FORM_QUALITY = 0.95
"""What another form of a word counts for; the word as typed counts 1."""

_SHORTEST_CORRECTED = 4
_CANDIDATES = 3
_LONGEST_WORD = 40


class Reading(NamedTuple):
    """A word of the base that a typed word may mean, with how much such a hit counts."""

    word: str
    stem: str
    quality: float
    kind: MatchKind


def readings(index: Index, word: str, *, exact: bool = False) -> list[Reading]:
    """Give the base's words that a typed lower-case word means, without correcting its spelling."""
    words = index["words"]
    stemmed = words.get(word)
    if exact:
        return [] if stemmed is None else [Reading(word, stemmed, 1.0, "word")]
    if stemmed is None:
        stemmed = stem(word)
    return [
        Reading(
            form, stemmed, 1.0 if form == word else FORM_QUALITY, "word" if form == word else "form"
        )
        for form in index["stems"].get(stemmed, ())
    ]


def corrections(index: Index, word: str) -> list[Reading]:
    """Give the base's words that a misspelt word may mean, with all their forms.

    Letters may be wrong, missing, too many or swapped (optimal string alignment distance): one in
    a word of four to seven letters, two from eight, three from twelve on, two also where the same
    letters stand in another order. A word below six letters keeps its first letter. Words with
    digits and words of three letters are too easily something else and are never corrected.
    """
    if not _SHORTEST_CORRECTED <= len(word) <= _LONGEST_WORD or not word.isalpha():
        return []
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    allowed = 2 if len(word) < 12 else 3
    near = index["store"].near(word, allowed) if "store" in index else list(index["words"])
    found_near = process.extract(word, near, scorer=OSA.distance, score_cutoff=allowed, limit=None)
    likely = [
        (candidate, distance)
        for candidate, distance, _ in found_near
        if candidate.isalpha() and _plausible(word, candidate, distance)
    ]
    if not likely:
        return []
    ranked = sorted(likely, key=lambda item: _unlikeness(word, *item))
    least = _unlikeness(word, *ranked[0])
    found: dict[str, Reading] = {}
    stems: list[str] = []
    for candidate, distance in ranked:
        unlikeness = _unlikeness(word, candidate, distance)
        stemmed = index["words"][candidate]
        if unlikeness > least + 1 or stemmed in stems or len(stems) == _CANDIDATES:
            continue
        stems.append(stemmed)
        quality = 0.95 - 0.6 * unlikeness / len(word)
        for form in index["stems"][stemmed]:
            kept = quality if form == candidate else quality * FORM_QUALITY
            found.setdefault(form, Reading(form, stemmed, kept, "spelling"))
    return list(found.values())


def _plausible(word: str, candidate: str, distance: float) -> bool:
    """Tell a likely slip from another word: the shorter the word, the less may differ."""
    if _undoubled(word) == _undoubled(candidate):
        return True
    if len(candidate) < _SHORTEST_CORRECTED:
        return False
    anagram = sorted(word) == sorted(candidate)
    if len(word) < 6 and word[0] != candidate[0] and not anagram:
        return False
    return distance < 2 or len(word) >= 8 or (anagram and len(word) >= 6)


def _unlikeness(word: str, candidate: str, distance: float) -> float:
    """Weigh a distance: errors seldom touch the first letter, nor double or single letters much."""
    if word[0] != candidate[0]:
        distance += 0.5
    if sorted(word) == sorted(candidate) or _undoubled(word) == _undoubled(candidate):
        distance -= 0.5
    return distance


def _undoubled(word: str) -> str:
    return "".join(
        letter for letter, before in zip(word, " " + word, strict=False) if letter != before
    )


def parts(index: Index, word: str) -> tuple[str, str] | None:
    """Part a word that the base prints as two neighbours ("skynet": sky, net)."""
    words = index["words"]
    for at in range(3, len(word) - 2):
        first, second = word[:at], word[at:]
        if first in words and second in words:
            pair = f" {words[first]} {words[second]} "
            if any(True for _ in rows_with(index, pair)):
                return first, second
    return None


def rows_with(index: Index, phrase: str) -> Iterable[int]:
    """Find the facts whose texts hold stems in this order; spaces stand around the phrase."""
    if "store" in index:
        found: Iterable[int] = index["store"].phrase_rows(phrase)
        return found
    return (row for row, sequence in enumerate(index["sequences"]) if phrase in sequence)
