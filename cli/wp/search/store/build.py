"""Making an index file from base files in one pass over each, in the same terms as `index`."""

import marshal
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from wp.base.quotes import SectionText, not_printed
from wp.base.read import reject_same_document
from wp.base.stream import Stream
from wp.errors import InputError
from wp.search.acronyms import expansions, initials
from wp.search.index import FIELD_WEIGHTS, compounds
from wp.search.layout import HOLDS_DATE, HOLDS_FIGURE, WEIGHT_STEPS
from wp.search.stem import stem
from wp.search.store.finish import finish
from wp.search.store.layout import MOST_ROWS, SCHEMA
from wp.search.store.pieces import Content, Pieces

Raw = dict[str, Any]
Progress = Callable[[int, int], None]

_BATCH = 5_000
_QUOTE = FIELD_WEIGHTS["quote"]
_BOTH = _QUOTE + FIELD_WEIGHTS["statement"]


def build(database: sqlite3.Connection, paths: Sequence[Path], progress: Progress) -> None:
    """Fill an empty database with the index of the bases at `paths`.

    `progress` is told how many of how many bytes are read. InputError for what is wrong in a file.
    """
    database.executescript(SCHEMA)
    sizes = [path.stat().st_size for path in paths]
    builder = Builder(database)
    documents: list[str] = []
    for number, path in enumerate(paths):
        stream = Stream(path, partial(_tell, progress, sum(sizes[:number]), sum(sizes)))
        document = ""
        for kind, key, data in stream.pieces():
            if kind == "fact":
                builder.add_fact(path, key, data)
            elif kind == "topic":
                builder.add_topic(key, data)
            elif kind == "section":
                builder.add_section(document, key, data)
            else:
                document = key
                documents.append(key)
                reject_same_document(paths, documents)
                database.execute(
                    "INSERT INTO documents VALUES (?, ?, '')", (key, marshal.dumps(data))
                )
        database.execute("UPDATE documents SET digest = ? WHERE id = ?", (stream.digest, document))
    builder.end()
    finish(database, builder)


def _tell(progress: Progress, before: int, whole: int, count: int) -> None:
    progress(before + count, whole)


class Builder:
    """What is gathered on the way: small things in memory, facts into the database."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self.words: dict[str, str] = {}
        self._pieces = Pieces(self.words)
        self.levels = _Levels()
        self.topics = _arrays()
        self.ranges: list[list[int]] = []
        self.lists = {"alias": _arrays(), "lay": _arrays(), "acronym": _arrays()}
        self.numbers: list[tuple[int | float, int, str]] = []
        self.periods: list[tuple[str, str, int]] = []
        self.expansions: dict[str, str] = {}
        self.rows = 0
        self._sections = 0
        self._text = SectionText("")
        self._section = ""
        self._topic = ""
        self._names: tuple[str, ...] = ()
        self._phrases: list[str] = []
        self._by_weight = _ByWeight(self.levels)
        self._waiting: list[tuple[Any, ...]] = []

    def add_section(self, document: str, id_: str, raw: Raw) -> None:
        """Begin a section."""
        self._text = SectionText("\n".join(raw["paragraphs"]))
        self._section = id_
        head = (raw["title"], raw.get("url", ""), raw.get("url_confirmed", False))
        self._database.execute(
            "INSERT INTO sections VALUES (?, ?, ?, ?, ?, ?)",
            (
                self._sections,
                document,
                id_,
                marshal.dumps(head),
                marshal.dumps(raw["paragraphs"]),
                self.rows,
            ),
        )
        self._sections += 1

    def add_topic(self, key: str, raw: Raw) -> None:
        """Begin a topic of the section begun last."""
        self._end_topic()
        self._topic = key
        self._names = (raw["title"], *raw.get("aliases", ()))
        self._phrases = []
        number = len(self.ranges)
        for name in self._names:
            content = self._pieces.content(name.split())
            self._phrases.append(content.stems)
            for word in content.words:
                numbers = self.topics[word]
                if not numbers or numbers[-1] != number:
                    numbers.append(number)
        self.ranges.append([self.rows, self.rows])
        aliases = " | ".join(raw.get("aliases", ()))
        self._database.execute(
            "INSERT INTO topics VALUES (?, ?, ?, ?, ?, ?, ?)",
            (number, self._sections - 1, key, raw["title"], aliases, self.rows, self.rows),
        )

    def add_fact(self, path: Path, key: str, raw: Raw) -> None:
        """Add a fact to the topic begun last; InputError when its quote is not in the text."""
        row = self.rows
        if row == MOST_ROWS:
            raise InputError(
                path,
                f"holds more than {MOST_ROWS} facts",
                remedy="see `wp export --format opensearch`",
            )
        self.rows += 1
        quote = raw["quote"]
        pieces = quote.split()
        place = self._place(path, key, pieces)
        quoted = self._pieces.content(pieces)
        phrases = self._add_words(row, key, raw, quoted)
        holds = self._add_figures(row, raw) if "figures" in raw or "dates" in raw else 0
        if quoted.names:
            for letters in initials(quote):
                self.lists["acronym"][letters].append(row)
        if quoted.acronyms:
            names = (*raw.get("aliases", ()), *self._names)
            for name, acronym in expansions(quote, names, quoted.acronyms):
                self.expansions[self._pieces.content(name.split()).stems] = acronym
        if raw["statement"] == quote:
            # Of one text that stands twice, a second reference is kept.
            raw["statement"] = quote
        sequence = " | ".join(("", *dict.fromkeys((*phrases, *self._phrases)), ""))
        self._waiting.append(
            (row, key, len(self.ranges) - 1, marshal.dumps(raw), *place, sequence, holds)
        )
        if len(self._waiting) == _BATCH:
            self._write()

    def end(self) -> None:
        """Write what waits to be written."""
        self._end_topic()
        self._write()

    def _end_topic(self) -> None:
        if self.ranges and self.ranges[-1][0] < self.rows:
            self.ranges[-1][1] = self.rows
            rows = array("I", range(*self.ranges[-1]))
            for phrase in self._phrases:
                self.lists["alias"][phrase].extend(rows)

    def _write(self) -> None:
        self._database.executemany(
            "INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", self._waiting
        )
        self._waiting.clear()

    def _place(self, path: Path, key: str, pieces: list[str]) -> tuple[int, int, int]:
        place = self._text.find(pieces)
        if place is None:
            raise not_printed(path, self._section, self._topic, key)
        return place

    def _add_words(self, row: int, key: str, raw: Raw, quoted: Content) -> list[str]:
        """Add the words of a fact, weighed by where they stand; give its phrases."""
        quote = raw["quote"]
        statement = raw["statement"]
        same = statement == quote
        weights = _weighed(quoted.words, _BOTH if same else _QUOTE)
        phrases = [quoted.stems]
        if "aliases" in raw:
            self._add_aliases(row, raw["aliases"], quoted, weights, phrases)
        if not same:
            content = self._pieces.content(statement.split())
            phrases.append(content.stems)
            _weigh(weights, content.words, FIELD_WEIGHTS["statement"])
        for figure in raw.get("figures", ()):
            content = self._pieces.content(figure["measures"].split())
            _weigh(weights, content.words, FIELD_WEIGHTS["figure"])
        if "context" in raw:
            content = self._pieces.content(raw["context"].split())
            _weigh(weights, content.words, FIELD_WEIGHTS["context"])
        for piece in key.split("-"):
            _weigh(weights, self._pieces[piece][0], FIELD_WEIGHTS["id"])
        if "-" in quote:
            for compound in compounds(quote):
                self.words.setdefault(compound, stem(compound))
                _weigh(weights, (compound,), _QUOTE)
        levels = self._by_weight
        for word, weight in weights.items():
            levels[weight][word].append(row)
        return phrases

    def _add_aliases(
        self,
        row: int,
        aliases: list[str],
        quoted: Content,
        weights: dict[str, float],
        phrases: list[str],
    ) -> None:
        lay: dict[str, None] = {}
        for alias in aliases:
            content = self._pieces.content(alias.split())
            phrases.append(content.stems)
            _weigh(weights, content.words, FIELD_WEIGHTS["alias"])
            if content.words:
                self.lists["alias"][content.stems].append(row)
                lay.update(dict.fromkeys(content.stems.split(" ")))
        for stemmed in lay.keys() - set(quoted.stems.split(" ")):
            self.lists["lay"][stemmed].append(row)

    def _add_figures(self, row: int, raw: Raw) -> int:
        figures = raw.get("figures", ())
        periods = list(raw.get("dates", ()))
        for figure in figures:
            self.numbers.append((figure["value"], row, figure["unit"]))
            periods += (figure[name] for name in ("period", "context_period") if name in figure)
        spans = dict.fromkeys(
            (period["start"] or "", period["end"] or "")
            for period in periods
            if period["start"] or period["end"]
        )
        self.periods.extend((start, end, row) for start, end in spans)
        return HOLDS_FIGURE * bool(figures) + HOLDS_DATE * bool(spans)


def _arrays() -> defaultdict[str, "array[int]"]:
    return defaultdict(partial(array, "I"))


class _Levels(dict[int, "defaultdict[str, array[int]]"]):
    """The facts that words hit, by the number for the weight."""

    def __missing__(self, level: int) -> "defaultdict[str, array[int]]":
        words = self[level] = _arrays()
        return words


class _ByWeight(dict[float, "defaultdict[str, array[int]]"]):
    """The same by the weight itself."""

    def __init__(self, levels: _Levels) -> None:
        super().__init__()
        self._levels = levels

    def __missing__(self, weight: float) -> "defaultdict[str, array[int]]":
        words = self[weight] = self._levels[min(255, round(weight * WEIGHT_STEPS))]
        return words


def _weighed(words: Sequence[str], weight: float) -> dict[str, float]:
    weights = dict.fromkeys(words, weight)
    if len(weights) < len(words):
        weights.clear()
        _weigh(weights, words, weight)
    return weights


def _weigh(weights: dict[str, float], words: Sequence[str], weight: float) -> None:
    for word in words:
        weights[word] = weights.get(word, 0.0) + weight
