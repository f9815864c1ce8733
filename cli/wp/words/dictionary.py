"""Dictionaries of English: which words there are, which say the same, which come near in meaning.

A word of SCOWL's small lists is no typing error. `thesaurus.txt` has groups of general official
English, `near_words.txt` of English at large, for search alone; none is made for one document.
`wordnet.txt`, of Open English WordNet, is wider and rougher: search asks it only where two words of
a query come near those of one sentence, and `wp check` takes its nearest words for what a supported
sentence says in others. It is made by `benchmarks/wordnet_words.py`.
"""

from collections.abc import Collection, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from wp.files import line_of
from wp.words import STOP_WORDS, stem, tokens


def is_english(word: str) -> bool:
    """Return whether a lower-case word, or a name in lower case, is printed so in English.

    From the small lists of SCOWL and its names: a rare word may be lacking.
    """
    return is_common(word) or is_name(word)


def is_common(word: str) -> bool:
    """Return whether a word is printed so in English, be it no name: "police", not "beijing"."""
    return line_of(_list(), word) is not None


def is_name(word: str) -> bool:
    """Return whether a lower-case word is one that English only has as a name: "beijing"."""
    return is_common(word.capitalize())


@cache
def _list() -> bytes:
    """Return the list, a word a line, in the order of its bytes."""
    return Path(__file__).with_name("english_words.txt").read_bytes()


GRADES = (0.6, 0.39, 0.24)
"""What a near word counts by its grade; the word as typed counts 1."""


class Group(NamedTuple):
    """Words for one thing, as written or as stems; those of a phrase are parted by spaces.

    `words` may be asked for, and be what a base means. `sayings` are only asked for, with all their
    words: a base keeps no small ones, so that "out of work" would be "work" there.
    """

    words: tuple[str, ...]
    sayings: tuple[str, ...]


@cache
def groups(file: str = "thesaurus.txt") -> tuple[Group, ...]:
    """Return the groups of one of the files as stems."""
    stem_once = cache(stem)

    def stems(members: Iterable[str], left_out: Collection[str]) -> tuple[str, ...]:
        return tuple(
            " ".join(stem_once(word) for word in _words(member) if word not in left_out)
            for member in members
        )

    written = map(_group, _lines(file))
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


def near_words(stemmed: str) -> Iterator[tuple[str, float]]:
    """Yield the stems of words near in meaning to one, by its stem, and what each counts."""
    found = line_of(_wordnet(), stemmed)
    if found is None or not stemmed:
        return
    _, *graded = found.decode().split("\t")
    for near, counts in zip(graded, GRADES, strict=True):
        for other in near.split():
            yield other, counts


def closest() -> Iterator[tuple[str, list[str]]]:
    """Yield each stem that has near words, with the stems of the nearest."""
    for line in _wordnet().decode().splitlines():
        stemmed, near, _ = line.split("\t", 2)
        yield stemmed, near.split()


@cache
def _wordnet() -> bytes:
    """Return the table, a stem a line, in the order of its bytes."""
    return Path(__file__).with_name("wordnet.txt").read_bytes()
