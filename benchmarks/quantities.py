"""Read the numbers of public benchmarks: how many as they are there.

The sets have no licence that lets them be kept here, or are large. Fetch them first:

    git clone https://github.com/satya77/CQE_Evaluation
    git clone https://github.com/microsoft/Recognizers-Text
    python benchmarks/quantities.py CQE_Evaluation/data/formatted_test_set/NewsQuant.json \\
        [Recognizers-Text/Specs] [--show]

NewsQuant has 904 quantities of news sentences. Values are compared as its own scorer does. A range
is one quantity there: with us its two ends, which count as one when both are read in a row;
ordinals, which the set leaves out, are left out. Published with it: CQE 0.920, quantulum3 0.730,
GPT-3 0.706, Recognizers-Text 0.691. Of Recognizers-Text's English cases the values are compared;
they hold much that no document prints ("two hundred and fifty-four hundredths", "2.5^-1").
"""

import json
import math
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from wp.quantities.read import quantities

_MODELS = (
    "Number/English/NumberModel", "Number/English/OrdinalModel", "Number/English/PercentModel",
    "NumberWithUnit/English/CurrencyModel", "NumberWithUnit/English/DimensionModel",
    "NumberWithUnit/English/AgeModel", "NumberWithUnit/English/TemperatureModel",
)  # fmt: skip


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


def specs(path: Path) -> Iterator[Case]:
    """Yield the cases of a file of Recognizers-Text that have values."""
    cases: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8-sig"))
    for case in cases:
        values = [(one.get("Resolution") or {}).get("value") for one in case["Results"]]
        plain = [str(value).removesuffix("%") for value in values if value is not None]
        yield Case(case["Input"], [[float(value)] for value in plain if _is_number(value)])


def _is_number(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False


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


def score(cases: Iterator[Case], *, ordinals: bool, show: bool) -> Score:
    """Read the texts; with `show`, print what was missed or too much."""
    right = wanted = read = 0
    for case in cases:
        found = quantities(case.text)
        values = [float(item.value) for item in found if ordinals or not item.ordinal]
        golds = sorted(case.golds, key=len, reverse=True)
        missed = [gold for gold in golds if not _take(gold, values)]
        taken = len(golds) - len(missed)
        right, wanted, read = right + taken, wanted + len(golds), read + taken + len(values)
        if show and (missed or values):
            print(f"{case.text}\n    missed {missed}, too much {values}")
    return Score(right, wanted, read)


def main(path: Path, folder: Path | None, show: bool) -> None:
    """Print how well the quantities are read, set by set."""
    told = score(news(path), ordinals=False, show=show)
    precision, recall = told.right / told.read, told.right / told.wanted
    print(
        f"NewsQuant, {told.wanted} quantities: precision {precision:.3f}, recall {recall:.3f}, "
        f"F {2 * precision * recall / (precision + recall):.3f}"
    )
    for model in _MODELS if folder else ():
        told = score(specs((folder or path) / f"{model}.json"), ordinals=True, show=show)
        print(f"{model.rpartition('/')[2]}: {told.right} of {told.wanted}")


if __name__ == "__main__":
    paths = [Path(one) for one in sys.argv[1:] if one != "--show"]
    main(paths[0], paths[1] if len(paths) > 1 else None, "--show" in sys.argv)
