"""Measure searches in large bases against the same searches in the built-in base.

    python benchmarks/scale.py BASE... [--runs N] [--items N] [--peers]

BASE is a file such as `benchmarks/corpus.py` makes. Prints what the first search in each takes and
what a later one does, whole processes timed in turn; and how often a known fact is found, clean and
with typing errors, beside the peers.
"""

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from interleaved import markdown_table, medians
from peers import PEERS

from wp.library import Library, open_library

WP = str(Path(sys.executable).with_name("wp"))
QUERIES = {
    "several words": "network security protocol treaties",
    "two typing errors": "netwrok securty protocol",
    "one common word": "security",
}
COMPARED = ("tantivy fuzzy", "SQLite FTS5 porter", "bm25s", "MiniSearch", "ripgrep -i")

WARMING = 20
"""So many queries are asked before any is timed."""

Known = tuple[str, int]


def first_searches(bases: Sequence[Path]) -> str:
    """Search each base with an empty cache folder: computing, peak memory, size of what is kept."""
    rows = []
    for base in bases:
        with tempfile.TemporaryDirectory() as cache:
            process = subprocess.Popen(
                [WP, "search", "security", "--plain", "--facts", str(base)],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "WP_CACHE": cache},
            )
            _, _, usage = os.wait4(process.pid, 0)
            kept = sum(file.stat().st_size for file in Path(cache).iterdir())
        computing = usage.ru_utime + usage.ru_stime
        size = base.stat().st_size
        rows.append(
            [
                base.name,
                f"{size / 1e6:.1f} MB",
                f"{computing:.1f} s",
                f"{usage.ru_maxrss / 1024:.0f} MB",
                f"{kept / size:.1f}",
            ]
        )
    return markdown_table(["base", "size", "computing", "peak memory", "kept, x its size"], rows)


def later_searches(bases: Sequence[Path], runs: int) -> str:
    """Time `wp search` as a process, in the built-in base and in each large one."""
    commands = {}
    for kind, query in QUERIES.items():
        commands[f"{kind}/built-in"] = [WP, "search", query, "--plain"]
        for base in bases:
            commands[f"{kind}/{base.name}"] = [WP, "search", query, "--plain", "--facts", str(base)]
    times = medians(commands, runs)
    rows = []
    for kind in QUERIES:
        small = times[f"{kind}/built-in"]
        row = [kind, f"{small:.0f}"]
        for base in bases:
            taken = times[f"{kind}/{base.name}"]
            row.append(f"{taken:.0f} ({taken / small:.2f} x)")
        rows.append(row)
    return markdown_table(["ms", "built-in", *(base.name for base in bases)], rows)


def known_items(library: Library, count: int, *, errors: bool, seed: int = 2017) -> list[Known]:
    """Make queries of four words of a fact, two of them misspelt; the fact's row with each."""
    chance = random.Random(seed)
    items: list[Known] = []
    while len(items) < count:
        row = chance.randrange(len(library.facts))
        words = [w.strip(".,;:()\"'") for w in library.facts[row].quote.split()]
        telling = [word for word in words if len(word) >= 6 and word.isalpha()]
        if len(telling) >= 4:
            asked = sorted(chance.sample(telling, 4), key=words.index)
            if errors:
                for number, place in enumerate(chance.sample(range(4), 2)):
                    asked[place] = _misspelt(asked[place], chance, first=number == 0)
            items.append((" ".join(asked), row))
    return items


def _misspelt(word: str, chance: random.Random, *, first: bool) -> str:
    """Put one error into a word; every other time into its first letter where `first` is asked."""
    at = 0 if first and chance.random() < 0.5 else chance.randrange(1, len(word) - 1)
    kind = chance.randrange(3)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + chance.choice("aeiorstn") + word[at + 1 :]


def found(items: Sequence[Known], search: Callable[[str], Sequence[int]]) -> list[str]:
    """Give success at one and at five in percent, and the median and 95th percentile in ms."""
    places, taken = [], []
    elsewhere = getattr(search, "milliseconds", {})
    for query, row in items:
        start = time.perf_counter()
        answers = list(search(query))
        taken.append(elsewhere.get(query, (time.perf_counter() - start) * 1000))
        places.append(answers.index(row) if row in answers else 99)
    share = [100 * sum(place < top for place in places) / len(places) for top in (1, 5)]
    p95 = statistics.quantiles(taken, n=20)[-1]
    return [f"{share[0]:.0f}", f"{share[1]:.0f}", f"{statistics.median(taken):.1f}", f"{p95:.1f}"]


def measured(
    search: Callable[[str], Sequence[int]],
    sets: Sequence[Sequence[Known]],
    warming: Sequence[Known],
) -> list[str]:
    """Give what `found` gives for each set, after some queries that only warm up."""
    for query, _ in warming:
        search(query)
    return [cell for items in sets for cell in found(items, search)]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="Measure large bases.")
    parser.add_argument("bases", type=Path, nargs="+")
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--items", type=int, default=60)
    parser.add_argument("--peers", action="store_true")
    arguments = parser.parse_args()
    print(first_searches(arguments.bases))
    print(later_searches(arguments.bases, arguments.runs))
    for base in arguments.bases:
        library = open_library([base])
        sets = [known_items(library, arguments.items, errors=errors) for errors in (False, True)]
        warming = known_items(library, WARMING, errors=True, seed=1)
        rows_of = {library.facts[row].id: row for items in sets for _, row in items}

        def ours(
            query: str, library: Library = library, rows: dict[str, int] = rows_of
        ) -> list[int]:
            return [rows.get(hit.fact.id, -1) for hit in library.search(query).hits]

        rows = [["wp", *measured(ours, sets, warming)]]
        if arguments.peers:
            sentences = [fact.quote for fact in library.facts]
            queries = [query for items in (*sets, warming) for query, _ in items]
            for name in COMPARED:
                try:
                    search = PEERS[name](sentences, queries)
                except (ImportError, FileNotFoundError) as missing:
                    rows.append([name, f"missing: {missing}", *[""] * 7])
                    continue
                rows.append([name, *measured(search, sets, warming)])
        cells = ("first %", "first five %", "ms", "p95 ms")
        header = [base.name, *cells, *(f"{cell}, errors" for cell in cells)]
        print(markdown_table(header, rows))


if __name__ == "__main__":
    main()
