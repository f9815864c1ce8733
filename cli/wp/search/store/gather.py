"""The words of many facts at once, gathered for an index file in the same terms as `index`.

Facts come in batches and what is gathered of them is plain data, so that another process can do it.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from marshal import loads
from operator import itemgetter
from typing import Any, NamedTuple

from wp.search.acronyms import expansions, initials_of
from wp.search.index import FIELD_WEIGHTS, compounds
from wp.search.layout import WEIGHT_STEPS
from wp.search.store.pieces import Pieces

_QUOTE = FIELD_WEIGHTS["quote"]
_BOTH = _QUOTE + FIELD_WEIGHTS["statement"]


class Batch(NamedTuple):
    """Facts in a row, by topic: the row of the first, and (topic's number, names, facts).

    A fact is its key and what the base holds of it, marshalled; a topic may go on in the next.
    """

    row: int
    topics: list[tuple[int, tuple[str, ...], list[tuple[str, bytes]]]]


class Gathered(NamedTuple):
    """What is gathered of a batch; rows and numbers of topics are arrays of 32 bits as bytes.

    - words: those not gathered before, with their stems, in the order of the base
    - levels: number for the weight → word → rows; topics: word → topics named with it
    - lists: "acronym" → initials → rows (see `wp.search.layout`)
    - expansions: stems of a name → its acronym
    - sequences: for each fact its stems in order, text by text
    """

    words: dict[str, str]
    levels: dict[int, dict[str, bytes]]
    topics: dict[str, bytes]
    lists: dict[str, dict[str, bytes]]
    expansions: dict[str, str]
    sequences: list[str]


class Gatherer:
    """Gathers one batch after the other."""

    def __init__(self) -> None:
        self._pieces = Pieces()

    def gather(self, batch: Batch) -> Gathered:
        """Gather the words of a batch, and the names and acronyms that it prints."""
        gathering = _Gathering(self._pieces)
        row = batch.row
        for number, names, facts in batch.topics:
            gathering.add_topic(row, number, names, facts)
            row += len(facts)
        found = gathering.gathered()
        self._pieces.new = {}
        return found


_Stretch = tuple[list[int], tuple[str, ...], str, str, tuple[str, ...]]
"""The rows that a stretch without spaces stands in, and what it holds, as in `Piece`."""


class _Texts(dict[str, _Stretch]):
    """The stretches in all texts of one weight."""

    def __init__(self, pieces: Pieces) -> None:
        super().__init__()
        self._pieces = pieces

    def __missing__(self, piece: str) -> _Stretch:
        found = self[piece] = ([], *self._pieces[piece])
        return found

    def add(self, row: int, pieces: Iterable[str]) -> list[_Stretch]:
        """Add a text, split at its spaces, of a fact; give its stretches."""
        found = list(map(self.__getitem__, pieces))
        for rows in map(_ROWS, found):
            rows.append(row)
        return found


_ROWS, _STEMS, _CAPITALS, _ACRONYMS = map(itemgetter, (0, 2, 3, 4))


def _joined(found: Iterable[_Stretch]) -> str:
    return " ".join(filter(None, map(_STEMS, found)))


class _Gathering:
    """What is gathered while a batch is read."""

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces
        self._texts = {weight: _Texts(pieces) for weight in (*FIELD_WEIGHTS.values(), _BOTH)}
        self._compounds: defaultdict[str, list[int]] = defaultdict(list)
        self._topics: defaultdict[str, list[int]] = defaultdict(list)
        self._acronyms: defaultdict[str, list[int]] = defaultdict(list)
        self._expansions: dict[str, str] = {}
        self._sequences: list[str] = []

    def add_topic(
        self, row: int, number: int, names: Sequence[str], facts: Sequence[tuple[str, bytes]]
    ) -> None:
        """Add facts of a topic, the first of which has the given row."""
        phrases = []
        for name in names:
            found = [self._pieces[piece] for piece in name.split()]
            phrases.append(" ".join(piece.stems for piece in found if piece.stems))
            for word in chain.from_iterable(piece.words for piece in found):
                numbers = self._topics[word]
                if not numbers or numbers[-1] != number:
                    numbers.append(number)
        for at, (key, fact) in enumerate(facts, row):
            self._add_fact(at, key, loads(fact), names, phrases)

    def _add_fact(
        self, row: int, key: str, raw: dict[str, Any], names: Sequence[str], phrases: list[str]
    ) -> None:
        quote, statement = raw["quote"], raw["statement"]
        texts = self._texts
        same = statement == quote
        quoted = texts[_BOTH if same else _QUOTE].add(row, quote.split())
        own = [_joined(quoted)]
        for alias in raw.get("aliases", ()):
            own.append(_joined(texts[FIELD_WEIGHTS["alias"]].add(row, alias.split())))
        if not same:
            own.append(_joined(texts[FIELD_WEIGHTS["statement"]].add(row, statement.split())))
        for figure in raw.get("figures", ()):
            texts[FIELD_WEIGHTS["figure"]].add(row, figure["measures"].split())
        if "context" in raw:
            texts[FIELD_WEIGHTS["context"]].add(row, raw["context"].split())
        texts[FIELD_WEIGHTS["id"]].add(row, key.split("-"))
        if "-" in quote:
            for compound in compounds(quote):
                self._pieces.stem(compound)
                self._compounds[compound].append(row)
        for letters in initials_of("".join(map(_CAPITALS, quoted))):
            self._acronyms[letters].append(row)
        if any(map(_ACRONYMS, quoted)):
            printed = set(chain.from_iterable(map(_ACRONYMS, quoted)))
            for name, acronym in expansions(quote, (*raw.get("aliases", ()), *names), printed):
                stems = (self._pieces[piece].stems for piece in name.split())
                self._expansions[" ".join(filter(None, stems))] = acronym
        self._sequences.append(" | ".join(("", *dict.fromkeys((*own, *phrases)), "")))

    def gathered(self) -> Gathered:
        """Give what was gathered as plain data."""
        levels: defaultdict[int, dict[str, bytes]] = defaultdict(dict)
        for word, texts in self._by_word().items():
            for level, rows in _by_level(texts).items():
                levels[level][word] = _packed(rows)
        lists = {"acronym": self._acronyms}
        return Gathered(
            self._pieces.new,
            dict(levels),
            _all_packed(self._topics),
            {kind: _all_packed(rows) for kind, rows in lists.items()},
            self._expansions,
            self._sequences,
        )

    def _by_word(self) -> dict[str, list[tuple[float, list[int]]]]:
        """Give for each word the weights with which it was read, each with rows."""
        by_word: defaultdict[str, list[tuple[float, list[int]]]] = defaultdict(list)
        for weight, texts in self._texts.items():
            for rows, words, *_ in texts.values():
                for word in words:
                    by_word[word].append((weight, rows))
        for word, rows in self._compounds.items():
            by_word[word].append((_QUOTE, rows))
        return by_word


def _by_level(texts: list[tuple[float, list[int]]]) -> dict[int, list[int]]:
    """Give the rows of a word by the number for the sum of the weights with which it was read."""
    weight, rows = texts[0]
    if len(texts) > 1:
        if any(other != weight for other, _ in texts):
            return _parted(1.0, _summed(texts))
        rows = list(chain.from_iterable(rows for _, rows in texts))
    # Most words stand in texts of one weight, and in each of these once.
    if len(rows) == 1 or len(set(rows)) == len(rows):
        return {_level(weight): rows}
    return _parted(weight, Counter(rows))


def _parted(unit: float, sums: Mapping[int, float]) -> dict[int, list[int]]:
    """Part rows by the number for a weight, which is so many units."""
    by_sum: defaultdict[float, list[int]] = defaultdict(list)
    for row, total in sums.items():
        by_sum[total].append(row)
    found: defaultdict[int, list[int]] = defaultdict(list)
    for total, rows in by_sum.items():
        found[_level(total * unit)] += rows
    return found


def _level(weight: float) -> int:
    return min(255, round(weight * WEIGHT_STEPS))


def _summed(texts: Iterable[tuple[float, list[int]]]) -> dict[int, float]:
    sums: dict[int, float] = {}
    for weight, rows in texts:
        for row in rows:
            sums[row] = sums.get(row, 0.0) + weight
    return sums


def _packed(rows: Iterable[int]) -> bytes:
    return array("I", rows).tobytes()


def _all_packed(lists: dict[str, list[int]]) -> dict[str, bytes]:
    return {key: _packed(rows) for key, rows in lists.items()}
