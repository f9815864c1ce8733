"""Words that readers use for the document's own: general synonyms, tied to a base's words.

The groups of `thesaurus.txt` are of general official English, not made for one document. When an
index is built they are cut down to what leads to a word or a name of the base, its "kin".
"""

from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from wp.search.layout import Index
from wp.search.stem import stem
from wp.search.tokens import STOP_WORDS, tokens
from wp.search.vocabulary import Reading, rows_with

KIN_QUALITY = 0.6
"""What a synonym counts; the word as typed counts 1."""

_LONGEST_PHRASE = 3

Kin = dict[str, tuple[str, ...]]
"""Stems of a word or phrase that readers use → stems of words and phrases of the base."""


@cache
def groups() -> tuple[tuple[str, ...], ...]:
    """Give the groups of the thesaurus as stems, a phrase's stems parted by spaces."""
    stemmed = (
        tuple(dict.fromkeys(filter(None, map(_stems, line.split(","))))) for line in _lines()
    )
    return tuple(group for group in stemmed if len(group) > 1)


@cache
def _lines() -> tuple[str, ...]:
    text = Path(__file__).with_name("thesaurus.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line.strip() and not line.startswith("#"))


def lines_with(letters: str) -> list[str]:
    """Give the groups, as written, in which these letters stand."""
    return [line for line in _lines() if letters in line]


def known_stems() -> frozenset[str]:
    """Give the stems of all single words of the thesaurus: words that are no typing errors."""
    return frozenset(member for group in groups() for member in group if " " not in member)


def kin_of_base(stems: Collection[str], text: Container[str]) -> Kin:
    """Give, for every word that readers use, the words and phrases of a base that it may mean.

    `stems` are those that the base holds, `text` its texts as stems in order.
    """
    kin: dict[str, dict[str, None]] = {}
    for group in groups():
        held = [member for member in group if _holds(member, stems, text)]
        for asked in group:
            if others := [member for member in held if member != asked]:
                kin.setdefault(asked, {}).update(dict.fromkeys(others))
    return {asked: tuple(meant) for asked, meant in kin.items()}


def _holds(member: str, stems: Collection[str], text: Container[str]) -> bool:
    return f" {member} " in text if " " in member else member in stems


def _stems(phrase: str) -> str:
    content = [token.text for token in tokens(phrase) if token.text not in STOP_WORDS]
    return " ".join(map(stem, content))


def kin_readings(
    index: Index, kin: Mapping[str, tuple[str, ...]], asked: Sequence[str]
) -> Iterator[tuple[int, list[Reading], dict[int, float]]]:
    """Give for the words of a query, by their stems in order, what of the base they may mean.

    A place among the words, the base's words behind it, and the strength with which the phrases of
    the base among its meanings hit facts. A phrase of the query counts for each of its words.
    """
    for start in range(len(asked)):
        for end in range(start + 1, min(start + _LONGEST_PHRASE, len(asked)) + 1):
            for meant in kin.get(" ".join(asked[start:end]), ()):
                found, rows = _meaning(index, meant)
                for place in range(start, end):
                    yield place, found, rows


def _meaning(index: Index, meant: str) -> tuple[list[Reading], dict[int, float]]:
    """Give the readings of a word of the base; the facts that hold a phrase of it."""
    if " " not in meant:
        return [Reading(w, meant, KIN_QUALITY, "synonym") for w in index["stems"][meant]], {}
    return [], dict.fromkeys(rows_with(index, f" {meant} "), KIN_QUALITY)
