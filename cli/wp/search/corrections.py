"""Spelling correction: the words of the base that a misspelt word may mean.

Only a word that the base lacks is taken for misspelt.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from wp.pattern import pattern
from wp.search.index_layout import Index
from wp.search.term import FORM_QUALITY, Reading

_SHORTEST_CORRECTED = 4
_LONGEST_WORD = 40
_CANDIDATES = 3

_SHORTEST_SOUNDED = 7
_SOUNDS = (
    ("tion", "shun"), ("sion", "shun"), ("cian", "shun"), ("ci", "si"), ("ce", "se"), ("cy", "si"),
    ("ck", "k"), ("ch", "4"), ("c", "k"), ("ph", "f"), ("qu", "kw"), ("x", "ks"), ("z", "s"),
    ("dge", "j"), ("ge", "je"), ("gi", "ji"), ("gh", "g"), ("wh", "w"), ("y", "i"), ("ou", "u"),
    ("ea", "e"), ("ee", "e"), ("ie", "e"), ("ei", "e"), ("ai", "e"),
)  # fmt: skip
"""Letters and what they sound like, in this order."""
_FIRST_SOUNDS = ("ckqsz", "fp", "gj")
"""First letters that may sound alike."""
_DOUBLED = pattern(r"(.)\1+")


def corrections(index: Index, word: str) -> list[Reading]:
    """Return the three words of the base that a misspelt word likeliest means, with their forms.

    Letters may be wrong, missing, too many or swapped (optimal string alignment distance): one in
    a word of four to seven letters, two from eight, three from twelve on, two also where the same
    letters stand in another order; where nothing is so near, one in what a longer word sounds like
    ("inspekshun"). A word below six letters keeps its first letter. Words with digits and words of
    three letters are too easily something else and are never corrected.
    """
    ranked = _ranked(index, word) or _sounding(index, word)
    found = {index.words[meant.word]: meant for meant in reversed(ranked)}  # the likeliest of each
    likeliest = sorted(found.values(), key=ranked.index)[:_CANDIDATES]
    return [reading for meant in likeliest for reading in _read_as(index, word, meant)]


def slips(index: Index, word: str) -> Iterator[list[Reading]]:
    """Yield what the base prints one error away from a word that English has, the likeliest first.

    Each with all its forms; whether it is meant, only what stands beside it can tell.
    """
    for meant in _ranked(index, word):
        if meant.unlikeness <= 1 and index.words[meant.word] != index.words.get(word):
            yield _read_as(index, word, meant)


class _Meant(NamedTuple):
    """A word of the base that may be meant, and how unlikely the slip is, in errors."""

    word: str
    unlikeness: float


def _ranked(index: Index, word: str) -> list[_Meant]:
    """Return what a misspelt word may mean, the likeliest first, of the alike the commonest."""
    if not _SHORTEST_CORRECTED <= len(word) <= _LONGEST_WORD or not word.isalpha():
        return []
    likely = _likely(index, word, 2)
    # Three errors matter only where nothing is less than two away.
    if len(word) >= 12 and all(meant.unlikeness >= 1.5 for meant in likely):
        likely = _likely(index, word, 3)
    return sorted(likely, key=lambda meant: (meant.unlikeness, -index.hits(meant.word)))


def _likely(index: Index, word: str, allowed: int) -> list[_Meant]:
    """Return the words that are so near a word and are no forms of it."""
    own = index.words.get(word)
    return [
        _Meant(candidate, _unlikeness(word, candidate, distance))
        for candidate, distance in _printed(index, word, allowed)
        if _plausible(word, candidate, distance) and (own is None or index.words[candidate] != own)
    ]


def _printed(index: Index, word: str, most: int) -> list[tuple[str, float]]:
    """Return what the base prints at most so many errors away from a word, with their number."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extract(word, index.printed, scorer=OSA.distance, score_cutoff=most, limit=None)
    return [(candidate, distance) for candidate, distance, _ in found if candidate.isalpha()]


def _sounding(index: Index, word: str) -> list[_Meant]:
    """Return the words of the base that sound like a long one, one sound apart at most."""
    if not _SHORTEST_SOUNDED <= len(word) <= _LONGEST_WORD or not word.isalpha():
        return []
    from rapidfuzz.distance import OSA

    sound = _sound(word)
    found = []
    first = next((group for group in _FIRST_SOUNDS if word[0] in group), word[0])
    # To spell a word as it sounds takes longer than to see that it is far off.
    for candidate, _ in _printed(index, word, len(word) // 2):
        if candidate[0] in first and abs(len(candidate) - len(word)) < 4:
            distance = OSA.distance(sound, _sound(candidate), score_cutoff=1)
            if distance <= 1:
                found.append(_Meant(candidate, 1.0 + distance))
    return sorted(found, key=lambda meant: meant.unlikeness)


def _sound(word: str) -> str:
    """Spell a lower-case word as it sounds: convenshun and convention alike."""
    for letters, sound in _SOUNDS:
        word = word.replace(letters, sound)
    return word[0] + _undoubled(word[1:])


def _read_as(index: Index, word: str, meant: _Meant) -> list[Reading]:
    stemmed = index.words[meant.word]
    quality = 0.95 - 0.6 * meant.unlikeness / len(word)
    return [
        Reading(
            form, stemmed, quality if form == meant.word else quality * FORM_QUALITY, "spelling"
        )
        for form in index.stems[stemmed]
    ]


def _plausible(word: str, candidate: str, distance: float) -> bool:
    """Return whether a word is a likely slip of another: a short one may differ less."""
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


@lru_cache(maxsize=256)
def _undoubled(word: str) -> str:
    return _DOUBLED.sub(r"\1", word)
