"""Measure what one search costs beyond start-up: in the built-in base and among 10,000 facts.

    python benchmarks/search_speed.py [--turns N]

Milliseconds of computing, the index being loaded and all modules imported: medians over queries of
every kind, timed in turn. The large base is made of the built-in one: its facts again and again,
under other ids, every copy with words of its own put into the quotes.
"""

import argparse
import json
import random
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from interleaved import markdown_table

from wp.base import builtin_path
from wp.base.load import load
from wp.model import Base, Fact, Topic
from wp.search.engine import search
from wp.search.index import build_index

QUERIES = {
    "a word": "peacekeeping",
    "several words": "human rights protection treaties",
    "common words only": "China Party law rights",
    "misspelt": "shuangui repleced by detension",
    "a question": "how many fugitives were brought back since 2014?",
    "a number": "RMB 9.5bn recovered",
    "an acronym": "UDHR",
    "nothing to find": "hukou reform quota",
}
MANY = 10_000
LIMITS = {"built-in base": 3.0, f"{MANY:,} facts": 30.0}


def large_base(base: Base, count: int) -> Base:
    """Give a base of `count` facts or a few more, in topics of the same size as the original's."""
    chance = random.Random(2017)
    invented = ["".join(chance.choices("bcdfglmnprst" + "aeiou" * 2, k=8)) for _ in range(count)]
    section = base.sections[0]
    facts = list(base.facts())
    topics = []
    for copy in range(-(-count // len(facts))):
        for topic in base.topics():
            key = f"{topic.key}-{copy}"
            changed = (_changed(fact, key, invented, chance) for fact in topic.facts)
            topics.append(Topic(key, section.id, topic.title, topic.aliases, tuple(changed)))
    return base._replace(sections=(section._replace(topics=tuple(topics)),))


def _changed(fact: Fact, topic: str, invented: Sequence[str], chance: random.Random) -> Fact:
    words = fact.quote.split(" ")
    for place in range(1, len(words), 4):
        words[place] = chance.choice(invented)
    id_ = f"{fact.section}.{topic}.{fact.id.rpartition('.')[2]}"
    return fact._replace(id=id_, topic=topic, quote=" ".join(words))


def searcher(base: Base) -> Callable[[str], object]:
    """Give a function that searches a base, its index made beforehand."""
    index = build_index([base])
    facts = tuple(base.facts())
    return lambda query: search(index, facts, query)


def judged(run: Callable[[str], object]) -> list[list[str]]:
    """Time every judged query once: a row a type with median and 95th percentile."""
    taken: dict[str, list[float]] = defaultdict(list)
    for path in sorted(Path(__file__).with_name("data").glob("search-queries.*.jsonl")):
        for query in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            start = time.perf_counter()
            run(query["query"])
            taken[query["type"]].append((time.perf_counter() - start) * 1000)
    return [
        [
            kind,
            str(len(one)),
            f"{statistics.median(one):.2f}",
            f"{sorted(one)[len(one) * 95 // 100]:.2f}",
        ]
        for kind, one in taken.items()
    ]


def main() -> None:
    """Print a table: a kind of query a line, a base a column."""
    parser = argparse.ArgumentParser(description="Measure search speed.")
    parser.add_argument("--turns", type=int, default=25)
    turns = parser.parse_args().turns
    base = load(builtin_path())
    searchers = dict(zip(LIMITS, (searcher(base), searcher(large_base(base, MANY))), strict=True))
    times: dict[tuple[str, str], list[float]] = {}
    for turn in range(turns + 1):
        for kind, query in QUERIES.items():
            for name, run in searchers.items():
                start = time.perf_counter()
                run(query)
                if turn:
                    taken = (time.perf_counter() - start) * 1000
                    times.setdefault((kind, name), []).append(taken)
    medians = {key: statistics.median(taken) for key, taken in times.items()}
    rows = [[kind, *(f"{medians[kind, name]:.2f}" for name in searchers)] for kind in QUERIES]
    slowest = {name: max(medians[kind, name] for kind in QUERIES) for name in searchers}
    rows.append(["slowest", *(f"{slowest[name]:.2f}" for name in searchers)])
    rows.append(["at most", *(f"{limit:.0f}" for limit in LIMITS.values())])
    print(markdown_table(["milliseconds", *searchers], rows))
    print("\nThe judged queries in the built-in base, each once:\n")
    rows = judged(searchers["built-in base"])
    print(markdown_table(["milliseconds", "queries", "median", "95th percentile"], rows))


if __name__ == "__main__":
    main()
