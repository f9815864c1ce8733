"""Measure searches in large bases against the same searches in the built-in base.

    python benchmarks/scale.py BASE... [--runs N] [--items N] [--peers]

BASE is a file that `benchmarks/corpus.py` made. Prints whole processes, timed in turn; how often a
known fact is found, clean and with typing errors, beside the peers; how far the best rows agree
with full ranking. The index of each base is made first where there is none.
"""

import argparse
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from interleaved import markdown_table, medians
from peers import PEERS

from wp.library import Library, open_library
from wp.search.query import parse_query
from wp.search.rank import Look
from wp.search.store.best import best_covered
from wp.search.store.store import Allowed
from wp.search.terms import find_terms

QUERIES = {
    "several words": "network security protocol treaties",
    "two typing errors": "netwrok securty protocol",
    "one common word": "security",
}
COMPARED = ("tantivy fuzzy", "SQLite FTS5 porter", "bm25s", "MiniSearch", "ripgrep -i")

WARMING = 20
"""So many queries are asked before any is timed."""

Known = tuple[str, int]


def whole_processes(bases: Sequence[Path], runs: int) -> str:
    """Time `wp search` as a process, in the built-in base and in each large one."""
    wp = str(Path(sys.executable).with_name("wp"))
    commands = {}
    for kind, query in QUERIES.items():
        commands[f"{kind}/built-in"] = [wp, "search", query, "--plain"]
        for base in bases:
            commands[f"{kind}/{base.name}"] = [wp, "search", query, "--plain", "--facts", str(base)]
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


def agreement(library: Library, count: int) -> str:
    """Compare the best rows of common words with those of adding up every row; a percentage."""
    index = library.index
    chance = random.Random(5)
    common = [
        word
        for (word,) in index.store.every(
            "SELECT word FROM words WHERE length(word) > 3 ORDER BY hits DESC, word LIMIT 200"
        )
    ]
    same = every = 0
    for number in range(count):
        query = " ".join(chance.sample(common, 1 + number % 3))
        terms = find_terms(index, parse_query(query))
        look = Look(index, terms, None, 60, 0.0)
        whole: dict[int, float] = {}
        for term, weight in zip(terms, look.weights, strict=True):
            for row, strength in term.rows.items():
                whole[row] = whole.get(row, 0.0) + weight * strength
        best = best_covered(index, look, Allowed(None, None))
        ours = sorted(best, key=lambda row: (-best[row], row))[:60]
        full = sorted(whole, key=lambda row: (-whole[row], row))[:60]
        same += len(set(ours) & set(full))
        every += len(full)
    return f"{100 * same / every:.1f}"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="Measure large bases.")
    parser.add_argument("bases", type=Path, nargs="+")
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--items", type=int, default=60)
    parser.add_argument("--peers", action="store_true")
    arguments = parser.parse_args()
    for base in arguments.bases:
        open_library([base])
    print(whole_processes(arguments.bases, arguments.runs))
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
        print(f"agreement of common words with full ranking: {agreement(library, 30)} percent")


if __name__ == "__main__":
    main()
