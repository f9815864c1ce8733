"""Words that readers use for the document's own: general synonyms, tied to a base's words.

The groups of `thesaurus.txt` are of general official English, those of `near_words.txt` of English
at large; none is made for one document. When an index is built they are cut down to what leads to a
word or a name of the base, its "kin".
"""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, pairwise
from pathlib import Path
from typing import NamedTuple

from wp.search.layout import Index
from wp.search.stem import stem
from wp.search.tokens import STOP_WORDS, tokens
from wp.search.vocabulary import Reading

KIN_QUALITY = 0.6
"""What a synonym counts; the word as typed counts 1."""

_LONGEST_PHRASE = 3
_LONGEST_SAYING = 5

Kin = dict[str, tuple[str, ...]]
"""Stems of a word or phrase that readers use → stems of words and phrases of the base."""

Said = tuple[int | None, str]
"""A word of the query: the place of its term, None for one that carries no subject; its stem."""


class Group(NamedTuple):
    """Words for one thing, as written or as stems; those of a phrase are parted by spaces.

    `words` may be asked for, and be what a base means. `sayings` are only asked for, with all their
    words: a base keeps no small ones, so that "out of work" would be "work" there.
    """

    words: tuple[str, ...]
    sayings: tuple[str, ...]


@cache
def groups() -> tuple[Group, ...]:
    """Return the groups of the thesaurus as stems."""
    stem_once = cache(stem)

    def stems(members: Iterable[str], left_out: Collection[str]) -> tuple[str, ...]:
        return tuple(
            " ".join(stem_once(word) for word in _words(member) if word not in left_out)
            for member in members
        )

    written = chain(lines_with(""), map(_group, _lines("near_words.txt")))
    return tuple(Group(stems(words, STOP_WORDS), stems(said, ())) for words, said in written)


def lines_with(letters: str) -> list[Group]:
    """Return the groups, as written, of words that say the same in which these letters stand."""
    return [_group(line) for line in _lines("thesaurus.txt") if letters in line]


def _group(line: str) -> Group:
    words, _, said = line.partition("; ")
    return Group(tuple(words.split(", ")), tuple(said.split(", ")) if said else ())


@cache
def _lines(name: str) -> tuple[str, ...]:
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


def _words(member: str) -> list[str]:
    words = member.split(" ")
    return words if all(map(str.isalnum, words)) else [token.text for token in tokens(member)]


def kin_of_base(stems: Collection[str], text: Container[str]) -> Kin:
    """Return, for every word that readers use, the words and phrases of a base that it may mean.

    `stems` are those that the base holds, `text` its texts as stems in order.
    """
    kin: dict[str, dict[str, None]] = {}
    for group in groups():
        held = [word for word in group.words if _holds(word, stems, text)]
        for asked in chain(*group) if held else ():
            if others := [word for word in held if word != asked]:
                kin.setdefault(asked, {}).update(dict.fromkeys(others))
    return {asked: tuple(meant) for asked, meant in kin.items()}


class Phrases:
    """What phrases the texts of a base hold, given as stems in order, bars between texts."""

    def __init__(self, text: str) -> None:
        words = text.split()
        self._text = text
        self._pairs = set(pairwise(words))

    def __contains__(self, phrase: object) -> bool:
        """Return whether a phrase of stems is held, spaces around it; most are not, by its
        pairs."""
        return self._pairs.issuperset(pairwise(str(phrase).split())) and str(phrase) in self._text


def _holds(member: str, stems: Collection[str], text: Container[str]) -> bool:
    if " " not in member:
        return member in stems
    return all(word in stems for word in member.split()) and f" {member} " in text


def kin_readings(
    index: Index, kin: Mapping[str, Sequence[str]], asked: Sequence[str], said: Sequence[Said]
) -> Iterator[tuple[int, list[Reading], dict[int, float]]]:
    """Yield for the terms of a query, by their stems in order, what of the base they may mean.

    A place among the terms, the base's words behind it, and the strength with which the phrases of
    the base among its meanings hit facts. A phrase of the query counts for each of its terms.
    `said` are all words of the query, in which sayings are looked for.
    """
    sayings = (run for run in _runs(said, _LONGEST_SAYING) if any(at is None for at, _ in run))
    for run in chain(_runs(tuple(enumerate(asked)), _LONGEST_PHRASE), sayings):
        for meant in kin.get(" ".join(stemmed for _, stemmed in run), ()):
            found, rows = _meaning(index, meant)
            for place, _ in run:
                if place is not None:
                    yield place, found, rows


def _runs(words: Sequence[Said], longest: int) -> Iterator[Sequence[Said]]:
    for start in range(len(words)):
        for end in range(start + 1, min(start + longest, len(words)) + 1):
            yield words[start:end]


def _meaning(index: Index, meant: str) -> tuple[list[Reading], dict[int, float]]:
    """Return the readings of a word of the base; the facts that hold a phrase of it."""
    if " " not in meant:
        return [Reading(w, meant, KIN_QUALITY, "synonym") for w in index.stems[meant]], {}
    return [], dict.fromkeys(index.rows_with(f" {meant} "), KIN_QUALITY)
