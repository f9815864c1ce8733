"""Double hostile texts four times; fail where the time grows faster than n log n.

    python benchmarks/growth.py [NAME...]

Each shape is one that made a reader slow once, or might: marks left open, nesting, blanks, lines
without an end. A ratio is that of the times for 2n and n characters; for n log n it is a little
more than 2, for a square 4. The middle one of the last three counts: single times
are noise, and a square shows late beside what takes long but grows slowly.
"""

import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from statistics import median

from wp.base import builtin_path
from wp.base.draft import draft_base
from wp.base.draft.source import read_source
from wp.library import Library, open_library
from wp.library.given import Source
from wp.verify.draft import read_draft

MOST = 2.5
"""What a doubling may cost: n log n and the noise of a shared machine."""

DOUBLINGS = 4
ENOUGH = 0.02
"""Seconds; a shorter time says nothing."""

SMALLEST, LARGEST = 500, 250_000

SHAPES: dict[str, tuple[str, Callable[[int], str]]] = {
    # name: what reads it, the text of about n characters
    "open marks": ("markdown", lambda n: '"a\n\n' * (n // 4)),
    "open marks in a line": ("markdown", lambda n: '"a ' * (n // 3)),
    "curly marks left open": ("markdown", lambda n: "“a\n\n" * (n // 4)),
    "single marks": ("markdown", lambda n: "'a b " * (n // 5)),
    "closing marks": ("markdown", lambda n: "a” " * (n // 3)),
    "brackets": ("markdown", lambda n: "[" * n),
    "emphasis": ("markdown", lambda n: "*a **b " * (n // 7)),
    "front matter never closed": ("markdown", lambda n: "---\r\n" + "Line of it.\r\n" * (n // 13)),
    "block quotes": ("markdown", lambda n: "> a\n\n" * (n // 5)),
    "ignore comments": ("markdown", lambda n: "<!-- wp: ignore a -->\n\n" * (n // 23)),
    "blanks in a comment": ("markdown", lambda n: "<!-- wp:" + " " * n + "ignore -->"),
    "open comments": ("markdown", lambda n: "<!-- wp: ignore " * (n // 16)),
    "comments left open": ("text", lambda n: "<!-- a " * (n // 7)),
    "one word with a hyphen": ("text", lambda n: "a" * n + "-\nb"),
    "blanks within lines": ("text", lambda n: "a    b " * (n // 7)),
    "spaces at a line end": ("text", lambda n: ("a" + " " * 99 + "\n") * (n // 101)),
    "letters and points": ("text", lambda n: "a." * (n // 2)),
    "stops and marks": ("text", lambda n: '."' * (n // 2)),
    "tags left open": ("html", lambda n: "<a " * (n // 3)),
    "sections left open": ("html", lambda n: "<![sic] " * (n // 8)),
    "nested tags": ("html", lambda n: "<div>" * (n // 5)),
    "entities": ("html", lambda n: "&amp" * (n // 4)),
    "blanks": ("text", lambda n: "a" + " " * n + "b"),
    "blank lines": ("text", lambda n: "a" + " \n" * (n // 2) + "b"),
    "short sentences": ("text", lambda n: "It is so. " * (n // 10)),
    "sentences without end": ("text", lambda n: "word " * (n // 5)),
    "abbreviations": ("text", lambda n: "Mr. A. B. e.g. " * (n // 15)),
    "exclamation marks": ("text", lambda n: "!" * n),
    "closing quotation marks": ("text", lambda n: "." + '"' * n),
    "sentences of quotations": ("text", lambda n: '"It is so." ' * (n // 12)),
    "opening brackets": ("text", lambda n: "It (is. " * (n // 8)),
    "one word": ("text", lambda n: "a" * n),
    "hyphenated": ("text", lambda n: "a-" * (n // 2)),
    "addresses": ("text", lambda n: "https://a.b/c. " * (n // 15)),
    "Chinese": ("text", lambda n: "法院審理五件。" * (n // 7)),
    "accents": ("text", lambda n: "e\u0301" * (n // 2)),
    "hidden characters": ("text", lambda n: "a\u200b\u00ad" * (n // 3)),
    "numbers": ("text", lambda n: "In 2017, 4,500 ships of 12.5 tons. " * (n // 35)),
    "digits": ("text", lambda n: "1" * n),
    "grouped digits": ("text", lambda n: "1,000" * (n // 5)),
    "number words": ("text", lambda n: "hundred thousand and five " * (n // 26)),
    "dashes": ("text", lambda n: "5-" * (n // 2)),
    "numbers alone": ("text", lambda n: ("5 " * 99 + "ships. ") * (n // 205)),
    "numbers in brackets": ("text", lambda n: ("5 (6) " * 49 + "ships. ") * (n // 301)),
    "numbers in a list": ("text", lambda n: ("It has 99: " + "5 ships: " * 90) * (n // 821)),
    "numbers too many": ("text", lambda n: "5% " * (n // 3)),
    "names in a list": ("text", lambda n: "national, " * (n // 10)),
    "a source of numbers": ("source", lambda n: "It had " + "5 " * (n // 2) + "ships."),
    "a source of sums": ("source", lambda n: "5: 5 ships: " * (n // 12)),
    "a source of shares": ("source", lambda n: "of which 5% were ships, " * (n // 24)),
    "a source of ages": ("source", lambda n: "people aged 5 to 9, " * (n // 20)),
    "a source of names": ("source", lambda n: "national, " * (n // 10) + "and local levels."),
    "a source of lists": ("source", lambda n: "the areas of law, " * (n // 18)),
    "a source of dates": ("source", lambda n: "from 5 May to 6 June 2017, " * (n // 27)),
    "a source of facts": ("source", lambda n: "It had 5 ships and 6 tons in 2017. " * (n // 35)),
    "one quotation": ("quotation", lambda n: "the people of China and their rights " * (n // 37)),
    "one quotation of the text": ("quotation", lambda n: _passage() * max(1, n // len(_passage()))),
    "a quotation of hyphens at line ends": ("quotation", lambda n: "a-\n" * (n // 3)),
    "omissions": ("quotation", lambda n: "the people ... rights [and] " * (n // 28)),
    "hyphens at line ends": ("draft", lambda n: "peace-\nkeeping " * (n // 15)),
    "table rows": ("draft", lambda n: "| courts | 5 |\n" * (n // 15)),
    "lines": ("draft", lambda n: "The court heard 5 cases\n" * (n // 24)),
    "paragraphs": ("draft", lambda n: "The court heard 5 cases.\n\n" * (n // 26)),
    "headings": ("draft", lambda n: "# The court\n\nIt heard 5 cases.\n\n" * (n // 33)),
}


def _passage() -> str:
    return "China is the second largest contributor to UN peacekeeping assessments. "


def growth(read: Callable[[str], object], make: Callable[[int], str]) -> tuple[int, list[float]]:
    """Return the length where a shape takes long enough to be timed, and the ratios from there."""
    read(make(SMALLEST))  # what is made once is no growth
    length = SMALLEST
    spent = _seconds(read, make(length))
    while spent < ENOUGH and length < LARGEST:
        length *= 2
        spent = _seconds(read, make(length))
    times = [spent]
    for doubling in range(1, DOUBLINGS + 1):
        times.append(_seconds(read, make(length << doubling)))
    return length, [later / max(before, 1e-6) for before, later in pairwise(times)]


def _seconds(read: Callable[[str], object], text: str) -> float:
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        read(text)
        best = min(best, time.process_time() - start)
        if best > 1:
            break
    return best


def readers(library: Library) -> dict[str, Callable[[str], object]]:
    """Return what reads a text, by the name that the shapes give."""

    def check(kind: str) -> Callable[[str], object]:
        return lambda text: library.check(read_draft("x", text.encode(), kind))  # type: ignore[arg-type]

    return {
        "markdown": check("markdown"),
        "html": check("html"),
        "text": check("text"),
        "source": lambda text: Source({"x": text}).check("In 2017 it had 7 ships of 6 tons."),
        "quotation": library.verify,
        "draft": lambda text: draft_base(read_source("x", text.encode(), "text"), "x"),
    }


def main(names: list[str]) -> int:
    """Print the ratios of the shapes and return 1 where one grows too fast."""
    library = open_library([Path(builtin_path())])
    by_name = readers(library)
    failed = 0
    for name, (reader, make) in SHAPES.items():
        if names and name not in names:
            continue
        length, ratios = growth(by_name[reader], make)
        slow = median(ratios[1:]) > MOST
        failed += slow
        told = " ".join(f"{ratio:.1f}" for ratio in ratios)
        print(
            f"{'SLOW' if slow else 'ok':4}  {reader:9}  {name:28}  from {length:>10,}: {told}",
            flush=True,
        )
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
