"""How well `wp base draft` finds figures: `python benchmarks/drafting.py [--show]`.

Each document is drafted and held against figures that a person wrote down from it: those of the
curated base for the built-in document, and the `.gold.json` beside documents of other makes.
A figure is found when the draft has one at the same place of the text with the same value; a draft
figure is false when it overlaps none that was written down or has another value. The unit is a
proposal, and counted apart.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from wp.base import builtin_path
from wp.base.canonical import checked_text
from wp.base.draft import draft_base
from wp.base.draft.source import read_source
from wp.base.load import load
from wp.text import find_whole

ROOT = Path(__file__).parent.parent
BUILT_IN = ROOT / "tests" / "data" / "legal-protection-2017.txt"
MADE = Path(__file__).parent / "data" / "drafting"
LEAST_FOUND, MOST_FALSE = 96.0, 5.0


class Printed(NamedTuple):
    """A figure where it is printed: [start, end) in the text of the whole draft."""

    start: int
    end: int
    text: str
    value: float
    unit: str


class Score(NamedTuple):
    """What was found of the figures written down, and what else was drafted."""

    document: str
    written: int
    drafted: int
    missed: list[Printed]
    false: list[Printed]
    units: int
    seconds: float

    @property
    def found(self) -> float:
        """The share of the written figures found, in percent."""
        return 100 * (self.written - len(self.missed)) / self.written

    @property
    def wrong(self) -> float:
        """The share of the drafted figures that are false, in percent."""
        return 100 * len(self.false) / max(self.drafted, 1)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; status 1 when a document falls short of the aims."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--show", action="store_true", help="print what was missed and false")
    show = parser.parse_args(arguments).show
    scores = list(measured())
    print("| document | figures | found, % | drafted | false, % | same unit, % | ms |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for score in scores:
        same = 100 * score.units / max(score.written - len(score.missed), 1)
        print(
            f"| {score.document} | {score.written} | {score.found:.1f} | {score.drafted} "
            f"| {score.wrong:.1f} | {same:.0f} | {1000 * score.seconds:.0f} |"
        )
    if show:
        for score in scores:
            for name, figures in (("missed", score.missed), ("false", score.false)):
                for figure in figures:
                    print(f"{score.document}: {name}: {figure.text} = {figure.value}")
    return int(any(one.found < LEAST_FOUND or one.wrong > MOST_FALSE for one in scores))


def measured() -> Iterator[Score]:
    """Draft each document and score it."""
    started = time.perf_counter()
    text, drafted = _draft(BUILT_IN)
    seconds = time.perf_counter() - started
    yield score(BUILT_IN.name, _curated(text), drafted, seconds)
    for path in sorted(MADE.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        started = time.perf_counter()
        text, drafted = _draft(MADE / gold["document"])
        seconds = time.perf_counter() - started
        yield score(gold["document"], _in_order(text, gold["figures"]), drafted, seconds)


def score(
    document: str, written: Sequence[Printed], drafted: Sequence[Printed], seconds: float
) -> Score:
    """Hold drafted figures against those written down."""
    matches = {
        figure: next((other for other in drafted if _same(figure, other)), None)
        for figure in written
    }
    missed = [figure for figure, match in matches.items() if match is None]
    false = [other for other in drafted if not any(_same(figure, other) for figure in written)]
    units = sum(match is not None and match.unit == f.unit for f, match in matches.items())
    return Score(document, len(written), len(drafted), missed, false, units, seconds)


def _same(one: Printed, two: Printed) -> bool:
    return one.start < two.end and two.start < one.end and one.value == two.value


def _draft(path: Path) -> tuple[str, list[Printed]]:
    """Draft a document; gives the draft's whole text and its figures in it."""
    raw = draft_base(read_source(path), path.stem).raw
    checked_text(path, raw)
    texts, drafted = [], []
    at = 0
    for section in raw["sections"].values():
        text = "\n".join(section["paragraphs"])
        for topic in section["topics"].values():
            for fact in topic["facts"].values():
                start, end = find_whole(fact["quote"], text) or (0, 0)
                figures = _in_order(text[start:end], fact.get("figures", ()))
                drafted += [_moved(figure, at + start) for figure in figures]
        texts.append(text)
        at += len(text) + 1
    return "\n".join(texts), drafted


def _curated(text: str) -> list[Printed]:
    """Find the figures of the built-in base in the draft's text; one printed place counts once."""
    printed: dict[tuple[int, int], Printed] = {}
    for fact in load(builtin_path()).facts():
        span = find_whole(fact.quote, text)
        if span is None:
            raise LookupError(f"the draft lost the text of {fact.id}")
        figures = _in_order(text[slice(*span)], [figure._asdict() for figure in fact.figures])
        for figure in figures:
            moved = _moved(figure, span[0])
            printed.setdefault((moved.start, moved.end), moved)
    return list(printed.values())


def _in_order(text: str, figures: Iterable[Mapping[str, object]]) -> list[Printed]:
    """Find figures, which stand in the order of the text, one behind the other."""
    found = []
    at = 0
    for figure in figures:
        words, value = str(figure["text"]), figure["value"]
        span = find_whole(words, text[at:])
        if span is None or not isinstance(value, int | float):
            raise LookupError(f"{words!r} does not stand in the text behind character {at}")
        found.append(Printed(at + span[0], at + span[1], words, value, str(figure["unit"])))
        at += span[0] + 1
    return found


def _moved(figure: Printed, by: int) -> Printed:
    return figure._replace(start=figure.start + by, end=figure.end + by)


if __name__ == "__main__":
    sys.exit(main())
