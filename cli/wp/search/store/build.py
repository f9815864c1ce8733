"""Making an index file from base files in one pass over each.

What is read is written in part at once; the words of the facts go out in batches, to be gathered
elsewhere (`wp.search.store.workers`), and come back in the same order to be put together.
"""

import marshal
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import apsw

from wp.base.assemble import page_marks
from wp.base.quotes import SectionText, not_printed
from wp.base.read import reject_same_document
from wp.base.stream import Stream
from wp.errors import InputError
from wp.search.store.finish import finish
from wp.search.store.gather import Batch, Gathered
from wp.search.store.layout import MOST_ROWS, SCHEMA
from wp.search.store.workers import gather_all

if TYPE_CHECKING:
    from wp.base.raw import RawSection

Raw = dict[str, Any]
Progress = Callable[[int, int], None]
Arrays = defaultdict[str, "array[int]"]

_BATCH = 16_000
"""So many facts go out at a time."""


def build(database: apsw.Connection, paths: Sequence[Path], progress: Progress) -> None:
    """Fill an empty database with the index of the bases at `paths`.

    `progress` is told how many of how many bytes are read. InputError for what is wrong in a file.
    """
    database.execute(SCHEMA)
    whole = sum(path.stat().st_size for path in paths)
    builder = Builder(database)
    for gathered in gather_all(builder.read(paths, lambda done: progress(done, whole)), whole):
        builder.add(gathered)
    finish(database, builder)


def _tell(progress: Callable[[int], None], before: int, count: int) -> None:
    progress(before + count)


class Builder:
    """What is put together on the way: small things in memory, facts into the database."""

    def __init__(self, database: apsw.Connection) -> None:
        self._database = database
        self.words: dict[str, str] = {}
        self.levels: defaultdict[int, Arrays] = defaultdict(_arrays)
        self.topics = _arrays()
        self.ranges: list[list[int]] = []
        self.lists: defaultdict[str, Arrays] = defaultdict(_arrays)
        self.numbers: list[tuple[int | float, int, str]] = []
        self.periods: list[tuple[str, str, int]] = []
        self.expansions: dict[str, str] = {}
        self.rows = 0
        self._sections = 0
        self._text = SectionText("")
        self._section = ""
        self._topic_key = ""
        self._topic: tuple[int, tuple[str, ...], list[tuple[str, bytes]]] = (-1, (), [])
        self._batch = Batch(0, [])
        self._waiting: list[tuple[Any, ...]] = []

    def read(self, paths: Sequence[Path], progress: Callable[[int], None]) -> Iterator[Batch]:
        """Read base files; give their facts in batches.

        What is known of a fact before its words are gathered waits to be written with these.
        """
        documents: list[str] = []
        done = 0
        for path in paths:
            stream = Stream(path, partial(_tell, progress, done))
            for kind, key, data in stream.pieces():
                if kind == "fact":
                    self._add_fact(path, key, data)
                    if self.rows - self._batch.row == _BATCH:
                        yield self._full_batch()
                elif kind == "topic":
                    self._add_topic(key, data)
                elif kind == "section":
                    self._add_section(documents[-1], key, data)
                else:
                    documents.append(key)
                    reject_same_document(paths, documents)
                    self._database.execute(
                        "INSERT INTO documents VALUES (?, ?, '')", (key, marshal.dumps(data))
                    )
            self._database.execute(
                "UPDATE documents SET digest = ? WHERE id = ?", (stream.digest, documents[-1])
            )
            done += path.stat().st_size
        yield self._full_batch()

    def add(self, gathered: Gathered) -> None:
        """Add what was gathered of a batch to all that was gathered before, and write its facts."""
        for word, stem in gathered.words.items():
            self.words.setdefault(word, stem)
        for level, words in gathered.levels.items():
            _extend(self.levels[level], words)
        _extend(self.topics, gathered.topics)
        for kind, lists in gathered.lists.items():
            _extend(self.lists[kind], lists)
        self.expansions |= gathered.expansions
        count = len(gathered.sequences)
        self._database.executemany(
            "INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (*known, sequence)
                for known, sequence in zip(self._waiting[:count], gathered.sequences, strict=True)
            ),
        )
        del self._waiting[:count]

    def _full_batch(self) -> Batch:
        batch, self._batch = self._batch, Batch(self.rows, [])
        self._begin_stretch()
        return batch

    def _begin_stretch(self) -> None:
        """Put the topic begun last, or what is left of it, into the batch."""
        number, names, _ = self._topic
        self._topic = number, names, []
        self._batch.topics.append(self._topic)

    def _add_section(self, document: str, id_: str, raw: Raw) -> None:
        self._text = SectionText("\n".join(raw["paragraphs"]))
        self._section = id_
        head = (
            raw["title"],
            raw.get("url", ""),
            raw.get("url_confirmed", False),
            [list(mark) for mark in page_marks(cast("RawSection", raw))] if "pages" in raw else [],
        )
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

    def _add_topic(self, key: str, raw: Raw) -> None:
        number = len(self.ranges)
        aliases = raw.get("aliases", ())
        self._topic_key = key
        self._topic = number, (raw["title"], *aliases), []
        self._begin_stretch()
        self.ranges.append([self.rows, self.rows])
        self._database.execute(
            "INSERT INTO topics VALUES (?, ?, ?, ?, ?, ?, ?)",
            (number, self._sections - 1, key, raw["title"], " | ".join(aliases), self.rows, 0),
        )

    def _add_fact(self, path: Path, key: str, raw: Raw) -> None:
        row = self.rows
        if row == MOST_ROWS:
            raise InputError(
                path,
                f"holds more than {MOST_ROWS} facts",
                remedy="see `wp export --format opensearch`",
            )
        quote = raw["quote"]
        place = self._text.find(quote.split())
        if place is None:
            raise not_printed(path, self._section, self._topic_key, key)
        if raw["statement"] == quote:
            # Of one text that stands twice, a second reference is kept.
            raw["statement"] = quote
        data = marshal.dumps(raw)
        if "figures" in raw or "dates" in raw:
            self._add_figures(row, raw)
        number, _, facts = self._topic
        facts.append((key, data))
        self._waiting.append((row, key, number, data, *place))
        self.rows = self.ranges[-1][1] = row + 1

    def _add_figures(self, row: int, raw: Raw) -> None:
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


def _arrays() -> Arrays:
    return defaultdict(partial(array, "I"))


def _extend(arrays: Arrays, more: dict[str, bytes]) -> None:
    for key, rows in more.items():
        arrays[key].frombytes(rows)
