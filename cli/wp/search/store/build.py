"""Making an index file from base files in one pass over each, in the same terms as `index`."""

import marshal
import re
import sqlite3
from array import array
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from wp.base.load import find_whole, is_whole
from wp.base.stream import Stream
from wp.errors import InputError
from wp.search.acronyms import expansions, initials
from wp.search.index import FIELD_WEIGHTS, compounds
from wp.search.layout import HOLDS_DATE, HOLDS_FIGURE, WEIGHT_STEPS
from wp.search.stem import stem
from wp.search.store.finish import finish
from wp.search.store.layout import INDEXES, MOST_ROWS, SCHEMA
from wp.search.store.pieces import Pieces
from wp.text import squeeze

Raw = dict[str, Any]
Progress = Callable[[int, int], None]

_SPACE = re.compile(r"\s")
_BATCH = 5_000
_SHORT_SECTION = 256 * 1024


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
                if key in documents:
                    raise InputError(
                        path,
                        f"has the document id {key!r}, as {paths[documents.index(key)]} has",
                        place="document.id",
                        remedy="load one of the two, or give one another id",
                    )
                documents.append(key)
                database.execute(
                    "INSERT INTO documents VALUES (?, ?, '')", (key, marshal.dumps(data))
                )
        database.execute("UPDATE documents SET digest = ? WHERE id = ?", (stream.digest, document))
    builder.write()
    database.executescript(INDEXES)
    finish(database, builder)


class _Text:
    """A section's text, in which quotes are found fast when they come in its order."""

    def __init__(self, text: str) -> None:
        self._text = text
        plain = _SPACE.sub(" ", text)
        # With single spaces only, any white space matches any other where all are alike.
        self._plain = "" if "  " in plain else plain
        self._lines = [match.start() for match in re.finditer("\n", text)]
        self._reached = 0

    def find(self, quote: str) -> tuple[int, int, int] | None:
        """Find a quote: start, end and paragraph of the first of its occurrences.

        In a text of more than `_SHORT_SECTION` characters it is the first after the quote found
        before, where there is one: looking through all of it for each fact would take too long.
        """
        start = self._reached if len(self._text) > _SHORT_SECTION else 0
        span = self._find(quote, start)
        if span is None and start:
            span = self._find(quote, 0)
        if span is None:
            return None
        self._reached = span[0]
        return (*span, bisect_left(self._lines, span[0]) + 1)

    def _find(self, quote: str, at: int) -> tuple[int, int] | None:
        words = squeeze(quote)
        if not self._plain or not words:
            return find_whole(quote, self._text, at)
        while (start := self._plain.find(words, at)) >= 0:
            if is_whole(self._text, start, start + len(words)):
                return start, start + len(words)
            at = start + 1
        return None


def _tell(progress: Progress, before: int, whole: int, count: int) -> None:
    progress(before + count, whole)


class Builder:
    """What is gathered on the way: small things in memory, facts into the database."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self.words: dict[str, str] = {}
        self._pieces = Pieces(self.words)
        self.postings: dict[str, array[int]] = {}
        self.topics: dict[str, array[int]] = {}
        self.ranges: list[list[int]] = []
        self.lists: dict[str, dict[str, array[int]]] = {"alias": {}, "lay": {}, "acronym": {}}
        self.numbers: list[tuple[int | float, int, str]] = []
        self.periods: list[tuple[str, str, int]] = []
        self.expansions: dict[str, str] = {}
        self.rows = 0
        self._sections = 0
        self._text = _Text("")
        self._section = ""
        self._topic = ""
        self._names: tuple[str, ...] = ()
        self._phrases: list[str] = []
        self._waiting: list[tuple[Any, ...]] = []

    def add_section(self, document: str, id_: str, raw: Raw) -> None:
        """Begin a section."""
        self._text = _Text("\n".join(raw["paragraphs"]))
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
        self._topic = key
        self._names = (raw["title"], *raw.get("aliases", ()))
        self._phrases = []
        number = len(self.ranges)
        for name in self._names:
            words, phrase = self._pieces.content(name)
            self._phrases.append(phrase)
            for word in dict.fromkeys(words):
                numbers = self.topics.setdefault(word, array("I"))
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
        self.ranges[-1][1] = self.rows
        place = self._place(path, key, raw["quote"])
        phrases = self._add_words(row, key, raw)
        holds = self._add_figures(row, raw)
        for phrase in self._phrases:
            self._list("alias", phrase, row)
        quote = raw["quote"]
        if self._pieces.has_name(quote):
            for letters in initials(quote):
                self._list("acronym", letters, row)
        for name, acronym in expansions(quote, (*raw.get("aliases", ()), *self._names)):
            self.expansions[self._pieces.content(name)[1]] = acronym
        sequence = " | ".join(("", *phrases, *self._phrases, ""))
        self._waiting.append(
            (row, key, len(self.ranges) - 1, marshal.dumps(raw), *place, sequence, holds)
        )
        if len(self._waiting) == _BATCH:
            self.write()

    def write(self) -> None:
        """Write the facts that wait to be written."""
        self._database.executemany(
            "INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", self._waiting
        )
        self._waiting.clear()

    def _place(self, path: Path, key: str, quote: str) -> tuple[int, int, int]:
        place = self._text.find(quote)
        if place is None:
            raise InputError(
                path,
                f"the quote does not stand in the text of section {self._section}",
                place=f"{self._section}.{self._topic}.{key}",
                remedy="copy it from the section's paragraphs to the letter",
            )
        return place

    def _add_words(self, row: int, key: str, raw: Raw) -> list[str]:
        weights: dict[str, float] = {}
        phrases: list[str] = []
        quote = raw["quote"]
        quoted = content = self._pieces.content(quote)
        aliases = raw.get("aliases", ())
        phrases.append(content[1])
        statement = raw["statement"]
        same = FIELD_WEIGHTS["statement"] if statement == quote else 0.0
        _weigh(weights, content[0], FIELD_WEIGHTS["quote"] + same)
        lay: dict[str, None] = {}
        for alias in aliases:
            content = self._pieces.content(alias)
            phrases.append(content[1])
            _weigh(weights, content[0], FIELD_WEIGHTS["alias"])
            if content[0]:
                self._list("alias", content[1], row)
                lay.update(dict.fromkeys(content[1].split(" ")))
        for stemmed in lay.keys() - set(quoted[1].split(" ")):
            self._list("lay", stemmed, row)
        content = quoted if same else self._pieces.content(statement)
        phrases.append(content[1])
        if not same:
            _weigh(weights, content[0], FIELD_WEIGHTS["statement"])
        for figure in raw.get("figures", ()):
            _weigh(weights, self._pieces.content(figure["measures"])[0], FIELD_WEIGHTS["figure"])
        if "context" in raw:
            _weigh(weights, self._pieces.content(raw["context"])[0], FIELD_WEIGHTS["context"])
        _weigh(weights, self._pieces.content(key)[0], FIELD_WEIGHTS["id"])
        if "-" in quote:
            for compound in compounds(quote):
                self.words.setdefault(compound, stem(compound))
                _weigh(weights, (compound,), FIELD_WEIGHTS["quote"])
        postings = self.postings
        for word, weight in weights.items():
            posting = row * 256 + min(255, round(weight * WEIGHT_STEPS))
            if word in postings:
                postings[word].append(posting)
            else:
                postings[word] = array("I", (posting,))
        return phrases

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

    def _list(self, kind: str, key: str, row: int) -> None:
        lists = self.lists[kind]
        if key in lists:
            lists[key].append(row)
        else:
            lists[key] = array("I", (row,))


def _weigh(weights: dict[str, float], words: Sequence[str], weight: float) -> None:
    for word in words:
        weights[word] = weights.get(word, 0.0) + weight
