"""From a misspelt word to the words of the base that it may mean.

Only a word that the base lacks, or one far rarer than a word next to it, is taken for misspelt.
"""

from collections.abc import Collection, Iterator
from functools import lru_cache
from math import log
from typing import NamedTuple

from wp.pattern import pattern
from wp.search.index_layout import Index
from wp.search.vocabulary import FORM_QUALITY, Reading, may_be_slip
from wp.words.tokens import STOP_WORDS

_SHORTEST_CORRECTED = 4
_CANDIDATES = 3
_LONGEST_WORD = 40

_FEW_HITS = 100
"""A word of so many facts or fewer counts as rare; only large bases have words far above it."""

_COMMON = 1000
"""From so many facts on a word is common."""

_FEWEST = 10
"""How much rarer than another a word is that fewer facts hold is not told."""

_SHORTEST_SLIP = 5
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
_STOP_WORD_SHARE = 0.25
_SWAPPED = frozenset(word[0] + "".join(sorted(word)) for word in STOP_WORDS if len(word) > 2)
"""Stop words with their letters in another order: "wiht"."""
_LONG_STOP_WORDS = tuple(sorted(word for word in STOP_WORDS if len(word) >= 6))


class Corrected(NamedTuple):
    """What a misspelt word means: words of the base, or else a word without a subject."""

    readings: list[Reading]
    is_stop_word: bool


def corrections(index: Index, word: str) -> Corrected:
    """Return the base's words that a misspelt word may mean, with all their forms.

    Letters may be wrong, missing, too many or swapped (optimal string alignment distance): one in
    a word of four to seven letters, two from eight, three from twelve on, two also where the same
    letters stand in another order; where nothing is so near, one in what a longer word sounds like
    ("inspekshun"). A word below six letters keeps its first letter, unless the
    word meant is common. Words with digits and words of three letters are too easily something else
    and are never corrected. A plural of which nothing is near is looked for without its s.
    """
    ranked = (
        _ranked(index, word) or _ranked(index, word.removesuffix("s")) or _sounding(index, word)
    )
    if _is_stop_word(index, word, next(iter(ranked), None)):
        return Corrected([], is_stop_word=True)
    found: dict[str, Reading] = {}
    stems: list[str] = []
    for meant in ranked:
        stemmed = index.words[meant.word]
        if stemmed in stems or len(stems) == _CANDIDATES:
            continue
        stems.append(stemmed)
        found.update(_read_as(index, word, meant, found))
    return Corrected(list(found.values()), is_stop_word=False)


def slips(index: Index, word: str) -> Iterator[list[Reading]]:
    """Yield what the base prints one error away from a word that English has, the likeliest first.

    Each with all its forms; whether it is meant, only what stands beside it can tell.
    """
    for meant in _ranked(index, word):
        if meant.unlikeness <= 1 and index.words[meant.word] != index.words.get(word):
            yield list(_read_as(index, word, meant, ()).values())


def second_thoughts(index: Index, word: str, hits: int, *, doubted: bool) -> list[Reading]:
    """Return the far more common word that a rare word of the base is probably a slip of.

    `hits` is how many facts the word hits. One error is as rare as a word is that is printed a
    hundredth as often (the noisy channel of Kernighan, Church and Gale 1990). Where a word is
    `doubted`, since with it nothing is found, what is likeliest is taken.
    """
    if not may_be_slip(index, hits, doubted=doubted) or not _is_correctable(word):
        return []

    def is_likelier(other: str, unlikeness: float, found: int) -> bool:
        return found >= max(hits, _FEWEST) * (1 if doubted else 100**unlikeness)

    for meant in _ranked(index, word):
        if is_likelier(*meant):
            return list(_read_as(index, word, meant, ()).values())
    return []


def _is_correctable(word: str) -> bool:
    return _SHORTEST_CORRECTED <= len(word) <= _LONGEST_WORD and word.isalpha()


class _Meant(NamedTuple):
    """A word of the base that may be meant: how unlikely the slip is, how many facts it hits."""

    word: str
    unlikeness: float
    hits: int

    @property
    def cost(self) -> float:
        """How unlikely it is that this word is meant, in errors."""
        return self.unlikeness - _commonness(self.hits)


def _ranked(index: Index, word: str) -> list[_Meant]:
    """Return what a misspelt word may mean, the likeliest first."""
    if not _is_correctable(word):
        return []
    own = index.words.get(word)
    likely = _likely(index, word, own, 2)
    # Three errors matter only where nothing is less than two away.
    if len(word) >= 12 and (not likely or min(unlike for unlike, _ in likely.values()) >= 1.5):
        likely = _likely(index, word, own, 3)
    least = min((unlike for unlike, _ in likely.values()), default=0.0)
    near = {candidate: kept for candidate, kept in likely.items() if kept[0] <= least + 1}
    ranked = []
    for place, candidate in enumerate(near):
        unlike, distance = near[candidate]
        hits = index.hits(candidate)
        if _plausible(word, candidate, distance, hits):
            meant = _Meant(candidate, unlike, hits)
            ranked.append((meant.cost, distance, place, meant))
    return [meant for *_, meant in sorted(ranked)]


def _sounding(index: Index, word: str) -> list[_Meant]:
    """Return the words of the base that sound like a long one, one sound apart at most."""
    if not _SHORTEST_SOUNDED <= len(word) <= _LONGEST_WORD or not word.isalpha():
        return []
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    sound = _sound(word)
    found = []
    first = next((group for group in _FIRST_SOUNDS if word[0] in group), word[0])
    # To spell a word as it sounds takes longer than to see that it is far off.
    alike = process.extract(
        word, index.printed, scorer=OSA.distance, score_cutoff=len(word) // 2, limit=None
    )
    for candidate, _, place in alike:
        if candidate.isalpha() and candidate[0] in first and abs(len(candidate) - len(word)) < 4:
            distance = OSA.distance(sound, _sound(candidate), score_cutoff=1)
            if distance <= 1:
                meant = _Meant(candidate, 1.0 + distance, index.hits(candidate))
                found.append((meant.cost, place, meant))
    return [meant for *_, meant in sorted(found)]


def _sound(word: str) -> str:
    """Spell a lower-case word as it sounds: convenshun and convention alike."""
    for letters, sound in _SOUNDS:
        word = word.replace(letters, sound)
    return word[0] + _undoubled(word[1:])


def _likely(
    index: Index, word: str, own: str | None, allowed: int
) -> dict[str, tuple[float, float]]:
    """Return (unlikeness, distance) of words that are near a word and are no forms of it."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extract(
        word, index.printed, scorer=OSA.distance, score_cutoff=allowed, limit=None
    )
    return {
        candidate: (_unlikeness(word, candidate, distance), distance)
        for candidate, distance, _ in found
        if candidate.isalpha()
        and _plausible(word, candidate, distance, _COMMON)
        and (own is None or index.words[candidate] != own)
    }


def _commonness(hits: int) -> float:
    """Tell how much likelier a common word is meant than one of few facts, in errors."""
    return log(max(hits, _FEW_HITS) / _FEW_HITS, 100)


def _read_as(index: Index, word: str, meant: _Meant, known: Collection[str]) -> dict[str, Reading]:
    stemmed = index.words[meant.word]
    quality = 0.95 - 0.6 * meant.unlikeness / len(word)
    return {
        form: Reading(
            form, stemmed, quality if form == meant.word else quality * FORM_QUALITY, "spelling"
        )
        for form in index.stems[stemmed]
        if form not in known
    }


def _is_stop_word(index: Index, word: str, other: _Meant | None) -> bool:
    """Return whether a stop word is meant rather than a word of the base.

    In a small base, where these are not known to be far more common, a word of six letters keeps
    its first one: "living" is not "giving". One with letters swapped is always meant.
    """
    if word[0] + "".join(sorted(word)) in _SWAPPED:
        return True
    if len(word) < _SHORTEST_SLIP or not word.isalpha():
        return False
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extract(word, _LONG_STOP_WORDS, scorer=OSA.distance, score_cutoff=1, limit=None)
    hits = int(index.rows * _STOP_WORD_SHARE)
    likely = (_Meant(stop, _unlikeness(word, stop, distance), hits) for stop, distance, _ in found)
    costs = [meant.cost for meant in likely if meant.cost <= 1 or len(meant.word) > 6]
    return bool(costs) and (other is None or min(costs) < other.cost)


def _plausible(word: str, candidate: str, distance: float, hits: int) -> bool:
    """Tell a likely slip from another word: the shorter the word, the less may differ."""
    if _undoubled(word) == _undoubled(candidate):
        return True
    if len(candidate) < _SHORTEST_CORRECTED:
        return False
    anagram = sorted(word) == sorted(candidate)
    if len(word) < 6 and word[0] != candidate[0] and not anagram and hits < _COMMON:
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
