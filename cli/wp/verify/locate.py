"""Candidate passages for a quotation that does not stand in the source word for word; where two or
three words stand with a slip of the pen in one, too few for likeness to find.

A passage is proposed for the words it shares with the quotation, rare words before common ones.
What likeness proposes is only looked at more closely; it never decides a verdict.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import log
from typing import NamedTuple

from wp.verify.corpus import Corpus, CorpusText
from wp.verify.elision import ElidedMatch, every_place
from wp.verify.tokens import QuotationTokens, is_word
from wp.verify.verdict import Change

_MOST_PLACES = 20_000
_MOST_WINDOWS = 4
_WORTH_A_LOOK = 0.7
# A clause of the source that the quotation lacks may stand between the words it shares.
_MARGIN = 80
# Behind the last token of any source.
_BEYOND = 1 << 60


class Window(NamedTuple):
    """Tokens [first, stop) of a source in which the quotation's passage may lie."""

    source: CorpusText
    first: int
    stop: int
    score: float


def candidates(corpus: Corpus, words: list[str], omitted: int = 0) -> list[Window]:
    """Propose passages, the likeliest first.

    Takes the quotation's words in lower case, and how many words its marks may leave out.
    """
    wanted = _weights(corpus, words)
    length = len(words)
    reach = length + length // 3 + 8 + omitted
    windows: list[tuple[int, Window]] = []
    least = 0.0
    for bound, number, first, stop in _stretches(corpus, wanted, reach):
        if bound < least:
            break
        for window in _windows(corpus.sources[number], wanted, reach, first, stop):
            windows.append((number, window))
            least = max(least, _WORTH_A_LOOK * window.score)
    windows.sort(key=lambda found: (-found[1].score, found[0], found[1].first))
    margin = _MARGIN + length // 3
    return [
        Window(source, max(first - margin, 0), min(stop + margin, len(source)), score)
        for source, first, stop, score in _apart(one for _, one in windows if one.score >= least)
    ]


def _apart(windows: Iterable[Window]) -> list[Window]:
    """Return the first windows that do not overlap, `_MOST_WINDOWS` at most."""
    chosen: list[Window] = []
    for window in windows:
        if len(chosen) == _MOST_WINDOWS:
            break
        if not any(_overlap(window, other) for other in chosen):
            chosen.append(window)
    return chosen


def _weights(corpus: Corpus, words: list[str]) -> dict[str, tuple[float, int]]:
    """Weigh the quotation's words by rarity, and count how often each may be found.

    Words beyond a budget of places are left out, the commonest first, so that the cost does not
    grow with the size of the base or of the quotation.
    """
    known = []
    for word, count in Counter(words).items():
        if places := corpus.count(word):
            known.append((places, word, count))
    known.sort()
    weights: dict[str, tuple[float, int]] = {}
    spent = 0
    for places, word, count in known:
        spent += places
        if spent > _MOST_PLACES and weights:
            break
        weights[word] = (log(1 + corpus.size / places), count)
    return weights


def _stretches(
    corpus: Corpus, wanted: dict[str, tuple[float, int]], reach: int
) -> list[tuple[float, int, int, int]]:
    """Return stretches of which one holds each window, those first that can score most.

    The sources are cut at every `reach` tokens; a window lies in one cut or two neighbours. Gives
    what a window there can score, the number of the source, and the stretch's tokens.
    """
    found = []
    for place, source in enumerate(corpus.sources):
        sums = [0.0] * (len(source) // reach + 2)
        for word, (weight, _) in wanted.items():
            for at in source.places.get(word, ()):
                sums[at // reach] += weight
        found += [
            (one + two, place, number * reach, (number + 2) * reach)
            for number, (one, two) in enumerate(pairwise(sums))
            if one
        ]
    return sorted(found, key=lambda stretch: -stretch[0])


def _windows(
    source: CorpusText, wanted: dict[str, tuple[float, int]], reach: int, low: int, high: int
) -> list[Window]:
    """Slide a window over the words found in tokens [low, high) of a source.

    Gives its best places, not overlapping.
    """
    scored = sorted(_scored(_hits(source, wanted, low, high), [*wanted.values()], reach))
    best = scored[: 50 * _MOST_WINDOWS]
    return _apart(Window(source, first, stop, -negated) for negated, first, stop in best)


def _hits(source: CorpusText, wanted: Iterable[str], low: int, high: int) -> list[tuple[int, int]]:
    """Return where the words stand in tokens [low, high) of a source, each with its number."""
    hits = []
    for number, word in enumerate(wanted):
        places = source.places.get(word, ())
        within = places[bisect_left(places, low) : bisect_left(places, high)]
        hits += [(at, number) for at in within]
    return sorted(hits)


def _scored(
    hits: list[tuple[int, int]], wanted: Sequence[tuple[float, int]], reach: int
) -> Iterator[tuple[float, int, int]]:
    """Yield the score, negated, first token and end of each window that is as full as it gets.

    `wanted` has for each word its weight and how often it counts at most.
    """
    weights, most = zip(*wanted, strict=True) if wanted else ((), ())
    inside = [0] * len(wanted)
    score = 0.0
    left = 0
    begin = hits[0][0] if hits else 0
    for (at, number), (following, _) in pairwise([*hits, (_BEYOND, 0)]):
        inside[number] += 1
        if inside[number] <= most[number]:
            score += weights[number]
        while at - begin >= reach:
            gone = hits[left][1]
            if inside[gone] <= most[gone]:
                score -= weights[gone]
            inside[gone] -= 1
            left += 1
            begin = hits[left][0]
        # A run of hits is scored where it is fullest: before the window lets go of its first.
        if following - begin >= reach:
            yield (-score, begin, at + 1)


def _overlap(one: Window, other: Window) -> bool:
    """Return whether two windows share more than half of the shorter one."""
    if one.source is not other.source:
        return False
    shared = min(one.stop, other.stop) - max(one.first, other.first)
    return 2 * shared > min(one.stop - one.first, other.stop - other.first)


_FEWEST, _MOST = 2, 3
_LONG = 6  # letters; a shorter word may as well be another: "form", "norm"


def find_misspelt(corpus: Corpus, tokens: QuotationTokens) -> tuple[ElidedMatch, Change] | None:
    """Return where two or three words stand of which one, unknown to the corpus, has a slip.

    A slip is a letter too many, too few or wrong, or two exchanged ("workforse"); another ending
    ("workforces") is another form, not a slip. So is a number with its point elsewhere ("8000").
    """
    core = tokens.core
    unknown = [at for at, word in enumerate(core) if not corpus.count(word.lower())]
    if len(unknown) != 1 or not _FEWEST <= len(core) <= _MOST or not all(map(is_word, core)):
        return None
    (odd,) = unknown
    word = core[odd]
    is_number = word[0].isdigit() and word[-1].isdigit()
    if not is_number and (len(word) < _LONG or not word.isalpha()):
        return None
    is_meant = _has_same_digits if is_number else _is_slip
    for likely in corpus.words:
        if likely[0] == word[0].lower() and is_meant(word.lower(), likely):
            meant = likely if word.islower() or is_number else likely.capitalize()
            for found in every_place(corpus, [*core[:odd], meant, *core[odd + 1 :]]):
                return found, Change("replace", word, meant, "figure" if is_number else "spelling")
    return None


def _has_same_digits(number: str, likely: str) -> bool:
    points = str.maketrans("", "", ".,")
    return number.translate(points) == likely.translate(points)


def _is_slip(word: str, likely: str) -> bool:
    """Return whether a word is another with one letter more, less or wrong, or two exchanged."""
    if abs(len(word) - len(likely)) > 1 or word.startswith(likely) or likely.startswith(word):
        return False
    at = next(at for at, (one, other) in enumerate(zip(word, likely, strict=False)) if one != other)
    ours, theirs = word[at:], likely[at:]
    return (
        ours[1:] == theirs
        or ours == theirs[1:]
        or ours[1:] == theirs[1:]
        or (ours[:2] == theirs[1::-1] and ours[2:] == theirs[2:])
    )
