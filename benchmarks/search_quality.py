"""Measure how often the right fact comes first, for wp and for what people would use instead.

    python benchmarks/search_quality.py [--peers-over-quotes]

Judged queries: data/search-queries.dev.jsonl, and data/search-queries.own.jsonl, which was written
from the text by other hands than those that tuned the search. Its odd numbers were used for
tuning, its even numbers are held out: only their totals were ever looked at. The fresh sets were
written by hands that had seen only the text; each was measured once at first sight (see
docs/benchmarks.md) and counts as seen since; the curator's was written by the hand that wrote the
near words. An answer is right when its text holds one of the query's gold strings; for the type
"none" it is right to give none.
The peers search the document's sentences, or with the option the facts' quotes.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from interleaved import markdown_table
from peers import PEERS

from wp.base import builtin_path
from wp.base.load import load
from wp.model import Base
from wp.search.engine import search
from wp.search.index import build_index
from wp.text import sentences

DATA = Path(__file__).with_name("data")
TYPES = ("keyword", "typo", "phrase", "number", "acronym", "question", "paraphrase")
HALVES_DIFFER = 0.03

Judged = dict[str, Any]
Answers = Callable[[str], Sequence[str]]


class Quality(NamedTuple):
    """Shares from 0 to 1: right first, right among three, mean reciprocal rank, nones refused."""

    first: float
    third: float
    mrr: float
    refused: float
    by_type: dict[str, float]


def read_queries() -> dict[str, list[Judged]]:
    """Give the sets of judged queries by name."""
    dev, own, curator = (
        [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]
        for name in (
            "search-queries.dev.jsonl",
            "search-queries.own.jsonl",
            "search-queries.curator.jsonl",
        )
    )
    fresh = {
        path.stem.removeprefix("search-queries."): [
            json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()
        ]
        for path in sorted(DATA.glob("search-queries.fresh-*.jsonl"))
    }
    return fresh | {
        "dev": dev,
        "curator": curator,
        "own, tuned half": [query for query in own if int(query["id"][1:]) % 2],
        "own, held-out half": [query for query in own if not int(query["id"][1:]) % 2],
    }


def wp_answers(base: Base) -> Answers:
    """Answer queries as `wp search` does: with the quotes of facts."""
    index = build_index([base])
    facts = tuple(base.facts())
    return lambda query: [hit.fact.quote for hit in search(index, facts, query).hits]


def measure(queries: Iterable[Judged], answers: Answers) -> Quality:
    """Judge the first ten answers to each query."""
    reciprocal: dict[str, list[float]] = defaultdict(list)
    refused: list[bool] = []
    for query in queries:
        texts = answers(query["query"])[:10]
        if query["type"] == "none":
            refused.append(not texts)
            continue
        places = (
            place
            for place, text in enumerate(texts, 1)
            if any(gold in text for gold in query["gold"])
        )
        place = next(places, 0)
        reciprocal[query["type"]].append(1 / place if place else 0.0)
    every = [value for values in reciprocal.values() for value in values]
    return Quality(
        _mean([value == 1 for value in every]),
        _mean([value > 0.3 for value in every]),
        _mean(every),
        _mean(refused),
        {type_: _mean(values) for type_, values in reciprocal.items()},
    )


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _texts(texts: Sequence[str], numbers: Callable[[str], list[int]]) -> Answers:
    return lambda query: [texts[number] for number in numbers(query)]


def _row(name: str, quality: Quality) -> list[str]:
    overall = (quality.first, quality.third, quality.mrr)
    types = (quality.by_type.get(type_, 0.0) for type_ in TYPES)
    return [
        name,
        *(f"{share:.3f}" for share in overall),
        f"{quality.refused:.0%}",
        *(f"{share:.2f}" for share in types),
    ]


def main() -> None:
    """Print one table a set of queries, and how far the halves of our own set differ."""
    parser = argparse.ArgumentParser(description="Measure search quality.")
    parser.add_argument("--peers-over-quotes", action="store_true")
    over_quotes = parser.parse_args().peers_over_quotes
    base = load(builtin_path())
    texts = [
        paragraph[start:end]
        for section in base.sections
        for paragraph in section.paragraphs
        for start, end in sentences(paragraph)
    ]
    if over_quotes:
        texts = [fact.quote for fact in base.facts()]
    ours = wp_answers(base)
    mrr: dict[str, float] = {}
    for name, queries in read_queries().items():
        quality = measure(queries, ours)
        mrr[name] = quality.mrr
        rows = [_row("wp search", quality)]
        asked = [query["query"] for query in queries]
        for peer_name, peer in PEERS.items():
            try:
                answers = _texts(texts, peer(texts, asked))
            except (ImportError, FileNotFoundError):
                rows.append([peer_name, "not installed", *[""] * (3 + len(TYPES))])
                continue
            rows.append(_row(peer_name, measure(queries, answers)))
        header = ["", "success@1", "success@3", "MRR@10", "none refused", *TYPES]
        print(f"\n{name}: {len(queries)} queries (by type: MRR@10)\n")
        print(markdown_table(header, rows))
    difference = mrr["own, tuned half"] - mrr["own, held-out half"]
    verdict = "more" if abs(difference) > HALVES_DIFFER else "not more"
    print(
        f"\nThe halves of our own set differ by {difference:+.3f}, {verdict} than {HALVES_DIFFER}."
    )
    near = (DATA / "near-misses.txt").read_text(encoding="utf-8").splitlines()
    answered = sum(bool(ours(query)) for query in near)
    print(
        f"\nOf {len(near)} near-misses, queries that share words with the document, which does "
        f"not\nanswer, {answered} were answered all the same."
    )


if __name__ == "__main__":
    main()
