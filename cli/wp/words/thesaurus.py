"""Groups of words that say the same, as readers use them for a document's own.

Those of `thesaurus.txt` are of general official English, those of `near_words.txt` of English at
large, for search alone; none is made for one document.
"""

from collections.abc import Collection, Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from wp.words.stem import stem
from wp.words.tokens import STOP_WORDS, tokens


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
