"""General synonyms, cut down to those that lead to a word of the base.

This is done when an index is built; words that only come near each other are kept apart.
"""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise

from wp.search.index_layout import Index
from wp.search.term import KIN_QUALITY, Reading
from wp.words.dictionary import Group

_LONGEST_PHRASE = 3
_LONGEST_SAYING = 5

Synonyms = dict[str, tuple[str, ...]]
"""Stems of a word or phrase that readers use → stems of words and phrases of the base."""

SaidWord = tuple[int | None, str]
"""A word of the query: the place of its term, None for one that carries no subject; its stem."""


def synonyms_of_base(
    groups: Iterable[Group], stems: Collection[str], text: Container[str]
) -> Synonyms:
    """Return, for every word that readers use, the words and phrases of a base that it may mean.

    `groups` tell which words may; `stems` are those that the base holds, `text` its texts as stems
    in order.
    """
    synonyms: dict[str, dict[str, None]] = {}
    for group in groups:
        held = [word for word in group.words if _holds(word, stems, text)]
        for asked in chain(*group) if held else ():
            if others := [word for word in held if word != asked]:
                synonyms.setdefault(asked, {}).update(dict.fromkeys(others))
    return {asked: tuple(meant) for asked, meant in synonyms.items()}


class Phrases:
    """What phrases the texts of a base hold, given as stems in order, bars between texts."""

    def __init__(self, text: str) -> None:
        words = text.split()
        self._text = text
        self._pairs = set(pairwise(words))

    def __contains__(self, phrase: object) -> bool:
        """Return whether a phrase of stems is held; most are not, by its pairs of words."""
        return self._pairs.issuperset(pairwise(str(phrase).split())) and str(phrase) in self._text


def _holds(member: str, stems: Collection[str], text: Container[str]) -> bool:
    if " " not in member:
        return member in stems
    return all(word in stems for word in member.split()) and f" {member} " in text


def synonym_readings(
    index: Index,
    synonyms: Mapping[str, Sequence[str]],
    asked: Sequence[str],
    said: Sequence[SaidWord],
) -> Iterator[tuple[int, list[Reading], dict[int, float]]]:
    """Yield for the terms of a query, by their stems in order, what of the base they may mean.

    A place among the terms, the base's words behind it, and the strength with which the phrases of
    the base among its meanings hit facts. A phrase of the query counts for each of its terms.
    `said` are all words of the query, in which sayings are looked for.
    """
    sayings = (run for run in _runs(said, _LONGEST_SAYING) if any(at is None for at, _ in run))
    for run in chain(_runs(tuple(enumerate(asked)), _LONGEST_PHRASE), sayings):
        for meant in synonyms.get(" ".join(stemmed for _, stemmed in run), ()):
            found, rows = _meaning(index, meant)
            for place, _ in run:
                if place is not None:
                    yield place, found, rows


def _runs(words: Sequence[SaidWord], longest: int) -> Iterator[Sequence[SaidWord]]:
    for start in range(len(words)):
        for end in range(start + 1, min(start + longest, len(words)) + 1):
            yield words[start:end]


def _meaning(index: Index, meant: str) -> tuple[list[Reading], dict[int, float]]:
    """Return the readings of a word of the base; the facts that hold a phrase of it."""
    if " " not in meant:
        return [Reading(w, meant, KIN_QUALITY, "synonym") for w in index.stems[meant]], {}
    return [], dict.fromkeys(index.rows_with(f" {meant} "), KIN_QUALITY)
