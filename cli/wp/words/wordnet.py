"""Words that come near others in the senses of a dictionary, Open English WordNet.

Wider and rougher than the groups of `wp.words.thesaurus`: for search alone, and there only where
two words of a query come near those of one sentence. Made by `benchmarks/wordnet_words.py`.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from wp.files import line_of

GRADES = (0.6, 0.39, 0.24)
"""What a near word counts by its grade; the word as typed counts 1."""


def near_words(stemmed: str) -> Iterator[tuple[str, float]]:
    """Yield the stems of words near in meaning to one, by its stem, and what each counts."""
    found = line_of(_table(), stemmed)
    if found is None or not stemmed:
        return
    _, *graded = found.decode().split("\t")
    for near, counts in zip(graded, GRADES, strict=True):
        for other in near.split():
            yield other, counts


@cache
def _table() -> bytes:
    """Return the table, a stem a line, in the order of its bytes."""
    return Path(__file__).with_name("wordnet.txt").read_bytes()
