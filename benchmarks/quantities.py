"""Read the numbers and dates of public benchmarks: how many as they are there.

The sets have no licence that lets them be kept here, or are large. Fetch them first:

    git clone https://github.com/satya77/CQE_Evaluation
    git clone https://github.com/microsoft/Recognizers-Text
    python benchmarks/quantities.py CQE_Evaluation/data/formatted_test_set/NewsQuant.json \\
        [Recognizers-Text/Specs] [--show]

NewsQuant has 904 quantities of news sentences. Values are compared as its own scorer does. A range
is one quantity there: with us its two ends, which count as one when both are read in a row;
ordinals, which the set leaves out, are left out. Published with it: CQE 0.920, quantulum3 0.730,
GPT-3 0.706, Recognizers-Text 0.691. Of Recognizers-Text's English cases the values of numbers are
compared, and the periods of dates that print a year and mean one time, whoever reads them when.
What of both an official document can print, `recognizers.py` says.
"""

import json
import math
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import recognizers
from recognizers import Printed, agrees

from wp.quantities.read import dates, quantities


class Case(NamedTuple):
    """A text and the quantities that stand in it, each as its value or the two of a range."""

    text: str
    golds: list[list[float]]


class Score(NamedTuple):
    """How many quantities were read right, how many there are, and how many were read."""

    right: int
    wanted: int
    read: int


def news(path: Path) -> Iterator[Case]:
    """Yield the cases of NewsQuant."""
    for case in json.loads(path.read_text(encoding="utf-8")):
        yield Case(case["text"], [_expected(str(one["value"])) for one in case["quantities"]])


def _expected(printed: str) -> list[float]:
    """Return the value of a quantity of NewsQuant, or the two of a range."""
    if "-" in printed[1:] and "E" not in printed:
        low, _, high = printed[1:].partition("-")
        return [float(printed[0] + low), float(high)]
    return [float(printed)]


def _take(wanted: list[float], values: list[float]) -> bool:
    """Take the wanted values out of those read where they stand in a row."""
    for at in range(len(values) - len(wanted) + 1):
        row = values[at : at + len(wanted)]
        if all(math.isclose(one, two, rel_tol=1e-5) for one, two in zip(row, wanted, strict=True)):
            del values[at : at + len(wanted)]
            return True
    return False


def score(cases: Iterator[Case], *, show: bool) -> Score:
    """Read the texts of NewsQuant; with `show`, print what was missed or too much."""
    right = wanted = read = 0
    for case in cases:
        values = [float(item.value) for item in quantities(case.text) if not item.ordinal]
        golds = sorted(case.golds, key=len, reverse=True)
        missed = [gold for gold in golds if not _take(gold, values)]
        taken = len(golds) - len(missed)
        right, wanted, read = right + taken, wanted + len(golds), read + taken + len(values)
        if show and (missed or values):
            print(f"{case.text}\n    missed {missed}, too much {values}")
    return Score(right, wanted, read)


def _numbers(cases: Iterable[tuple[str, list[Printed]]], show: bool) -> list[tuple[Printed, bool]]:
    """Return each printed number with whether its value was read."""
    told = []
    for text, printed in cases:
        read = quantities(text)
        for one in printed:
            here = [item.value for item in read if item.start < one.end and one.start < item.end]
            right = any(math.isclose(value, one.value, rel_tol=1e-9) for value in here)
            told.append((one, right))
            if show and not right:
                print(f"{text}\n    {_scope(one)}: not {one.value}, but {here}")
    return told


def _dates(cases: Iterable[tuple[str, list[Printed]]], show: bool) -> list[tuple[Printed, bool]]:
    """Return each printed date with whether its period was read where it stands."""
    told = []
    for text, printed in cases:
        read = dates(text, events=False)
        for one in printed:
            here = [item for item in read if item.start < one.end and one.start < item.end]
            right = any(agrees((item.period.start, item.period.end), one.period) for item in here)
            told.append((one, right))
            if show and not right:
                mine = [(item.text, item.period.start, item.period.end) for item in here]
                print(f"{text}\n    {_scope(one)}: not {one.period}, but {mine}")
        if show and read and not printed:
            print(f"{text}\n    has no date, but {[item.text for item in read]}")
    return told


def _scope(one: Printed) -> str:
    return "in scope" if one.formal else "out of scope"


def _row(name: str, told: list[tuple[Printed, bool]]) -> str:
    formal = [right for one, right in told if one.formal]
    return (
        f"{name}: {sum(formal)} of {len(formal)} in scope ({sum(formal) / len(formal):.0%}), "
        f"{sum(right for _, right in told)} of {len(told)} in all"
    )


def main(path: Path, folder: Path | None, show: bool) -> None:
    """Print how well the quantities and dates are read, set by set."""
    told = score(news(path), show=show)
    precision, recall = told.right / told.read, told.right / told.wanted
    print(
        f"NewsQuant, {told.wanted} quantities: precision {precision:.3f}, recall {recall:.3f}, "
        f"F {2 * precision * recall / (precision + recall):.3f}"
    )
    if folder is None:
        return
    for model in recognizers.NUMBERS:
        printed = recognizers.numbers(folder / f"{model}.json")
        print(_row(model.rpartition("/")[2], _numbers(printed, show)))
    dated = [*recognizers.dates(folder)]
    print(_row("Dates with a year", _dates(dated, show)))
    without = [text for text, found in dated if not found]
    none = sum(not dates(text, events=False) for text in without)
    print(f"Texts without a date: none read in {none} of {len(without)}")


if __name__ == "__main__":
    paths = [Path(one) for one in sys.argv[1:] if one != "--show"]
    main(paths[0], paths[1] if len(paths) > 1 else None, "--show" in sys.argv)
