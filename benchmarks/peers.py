"""What people would search the same sentences with: each peer gives sentence numbers, best first.

A peer takes the sentences and gives a function from a query to at most ten sentence numbers. One
that is not installed raises ImportError or FileNotFoundError.
"""

import json
import re
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

Search = Callable[[str], list[int]]
"""One with an attribute `milliseconds` was timed elsewhere: see `Answered`."""

Peer = Callable[[Sequence[str], Sequence[str]], Search]

_TOP = 10
_NODE_MEGABYTES = 12_000
"""A million sentences need more memory than Node takes by itself."""


def _words(query: str) -> list[str]:
    return re.findall(r"\w+", query)


def fts5(tokenizer: str) -> Peer:
    """SQLite's full-text search, any word, ranked by its BM25."""

    def peer(sentences: Sequence[str], queries: Sequence[str]) -> Search:
        database = sqlite3.connect(":memory:")
        database.execute(f"CREATE VIRTUAL TABLE t USING fts5(text, tokenize='{tokenizer}')")
        database.executemany("INSERT INTO t(rowid, text) VALUES (?, ?)", enumerate(sentences))

        def search(query: str) -> list[int]:
            match = " OR ".join(f'"{word}"' for word in _words(query))
            found = database.execute(
                "SELECT rowid FROM t WHERE t MATCH ? ORDER BY rank LIMIT ?", (match, _TOP)
            )
            return [row for (row,) in found]

        return search

    return peer


def rapidfuzz_scan(scorer: str) -> Peer:
    """rapidfuzz over every sentence, at its likeness of 60 or more."""

    def peer(sentences: Sequence[str], queries: Sequence[str]) -> Search:
        from rapidfuzz import fuzz, process, utils

        def search(query: str) -> list[int]:
            found = process.extract(
                query,
                sentences,
                scorer=getattr(fuzz, scorer),
                processor=utils.default_process,
                limit=_TOP,
                score_cutoff=60,
            )
            return [number for _, _, number in found]

        return search

    return peer


def tantivy_fuzzy(sentences: Sequence[str], queries: Sequence[str]) -> Search:
    """tantivy with fuzzy terms (one error, prefixes not), stemmed words preferred."""
    import tantivy  # type: ignore[import-not-found, unused-ignore]

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", stored=False)
    builder.add_text_field("stemmed", stored=False, tokenizer_name="en_stem")
    builder.add_unsigned_field("number", stored=True)
    schema = builder.build()
    index = tantivy.Index(schema)
    writer = index.writer()
    for number, text in enumerate(sentences):
        writer.add_document(tantivy.Document(text=text, stemmed=text, number=number))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def search(query: str) -> list[int]:
        words = [word.lower() for word in _words(query)]
        if not words:
            return []
        exact = index.parse_query(" ".join(words), ["stemmed"])
        clauses: list[Any] = [(tantivy.Occur.Should, exact)]
        for word in words:
            fuzzy = tantivy.Query.fuzzy_term_query(schema, "text", word, distance=1)
            clauses.append((tantivy.Occur.Should, fuzzy))
        hits = searcher.search(tantivy.Query.boolean_query(clauses), _TOP).hits
        return [searcher.doc(address)["number"][0] for _, address in hits]

    return search


def bm25s_search(sentences: Sequence[str], queries: Sequence[str]) -> Search:
    """bm25s with its English stop words and the Snowball stemmer."""
    import bm25s  # type: ignore[import-not-found, import-untyped, unused-ignore]
    import Stemmer  # type: ignore[import-not-found, unused-ignore]

    stemmer = Stemmer.Stemmer("english")
    retriever = bm25s.BM25()
    tokens = bm25s.tokenize(list(sentences), stopwords="en", stemmer=stemmer, show_progress=False)
    retriever.index(tokens, show_progress=False)

    def search(query: str) -> list[int]:
        asked = bm25s.tokenize(query, stopwords="en", stemmer=stemmer, show_progress=False)
        numbers, scores = retriever.retrieve(asked, k=_TOP, show_progress=False)
        pairs = zip(numbers[0], scores[0], strict=True)
        return [int(number) for number, score in pairs if score > 0]

    return search


class Answered:
    """Queries answered beforehand by another process, and the time that each took there."""

    def __init__(self, answers: dict[str, list[int]], milliseconds: dict[str, float]) -> None:
        self._answers = answers
        self.milliseconds = milliseconds

    def __call__(self, query: str) -> list[int]:
        return self._answers[query]


def node(engine: str) -> Peer:
    """A JavaScript engine, all queries answered by one process."""

    def peer(sentences: Sequence[str], queries: Sequence[str]) -> Search:
        script = Path(__file__).with_name("peers.mjs")
        done = subprocess.run(
            ["node", f"--max-old-space-size={_NODE_MEGABYTES}", script, engine],
            input="\n".join(
                (json.dumps(list(queries)), *(json.dumps(sentence) for sentence in sentences))
            ),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise ImportError(" ".join(done.stderr.split())[-200:])
        answers, taken = json.loads(done.stdout)
        return Answered(
            dict(zip(queries, answers, strict=True)), dict(zip(queries, taken, strict=True))
        )

    return peer


def lines_with(*command: str) -> Peer:
    """A program that prints lines for the query as typed, in the order of the text."""

    def peer(sentences: Sequence[str], queries: Sequence[str]) -> Search:
        if not shutil.which(command[0]):
            raise FileNotFoundError(f"{command[0]} is not installed")
        return _lines_with(command, sentences)

    return peer


def _lines_with(command: Sequence[str], sentences: Sequence[str]) -> Search:
    folder = tempfile.TemporaryDirectory()
    file = Path(folder.name) / "sentences.txt"
    file.write_text("\n".join(" ".join(text.split()) for text in sentences), encoding="utf-8")

    def search(query: str) -> list[int]:
        assert folder.name
        done = subprocess.run(
            [*command, "-m", str(_TOP), "-e", query, file],
            capture_output=True,
            text=True,
            check=False,
        )
        return [int(line.partition(":")[0]) - 1 for line in done.stdout.splitlines()]

    return search


PEERS: dict[str, Peer] = {
    "SQLite FTS5 porter": fts5("porter unicode61"),
    "SQLite FTS5 trigram": fts5("trigram"),
    "rapidfuzz WRatio": rapidfuzz_scan("WRatio"),
    "rapidfuzz partial_ratio": rapidfuzz_scan("partial_ratio"),
    "tantivy fuzzy": tantivy_fuzzy,
    "bm25s": bm25s_search,
    "MiniSearch": node("minisearch"),
    "Fuse.js": node("fuse"),
    "grep -i": lines_with("grep", "-inF"),
    "ripgrep -i": lines_with("rg", "-inF"),
}
