"""Read the numbers of a public benchmark, and print precision, recall and F.

The set is NewsQuant of the CQE benchmark (904 quantities of news sentences), which has no licence
that lets it be kept here. Fetch it first:

    git clone https://github.com/satya77/CQE_Evaluation
    python benchmarks/quantities.py CQE_Evaluation/data/formatted_test_set/NewsQuant.json

Values are compared as the benchmark's own scorer does. A range is one quantity there: with us its
two ends, which count as one when both are read in a row; ordinals, which the set leaves out, are
left out. Published with the set: CQE 0.920, quantulum3 0.730, GPT-3 0.706, Recognizers-Text 0.691.
"""

import json
import math
import sys
from pathlib import Path
from typing import Any

from wp.quantities.read import quantities


def expected(printed: str) -> list[float]:
    """Give the value of a quantity of the set, or the two of a range."""
    if "-" in printed[1:] and "E" not in printed:
        low, _, high = printed[1:].partition("-")
        return [float(printed[0] + low), float(high)]
    return [float(printed)]


def found_values(text: str) -> list[float]:
    """Give the values that are read in a text, ordinals left out."""
    return [float(item.value) for item in quantities(text) if not item.ordinal]


def _take(wanted: list[float], values: list[float]) -> bool:
    """Take the wanted values out of those read where they stand in a row."""
    for at in range(len(values) - len(wanted) + 1):
        row = values[at : at + len(wanted)]
        if all(math.isclose(one, two, rel_tol=1e-5) for one, two in zip(row, wanted, strict=True)):
            del values[at : at + len(wanted)]
            return True
    return False


def main(path: str, show: bool) -> None:
    """Print precision, recall and F over the set; with `show`, what was missed or too much."""
    cases: list[dict[str, Any]] = json.loads(Path(path).read_text(encoding="utf-8"))
    right = wanted = read = 0
    for case in cases:
        values = found_values(case["text"])
        golds = [expected(str(one["value"])) for one in case["quantities"]]
        missed = [gold for gold in sorted(golds, key=len, reverse=True) if not _take(gold, values)]
        taken = len(golds) - len(missed)
        right, wanted, read = right + taken, wanted + len(golds), read + taken + len(values)
        if show and (missed or values):
            print(f"{case['text']}\n    missed {missed}, too much {values}")
    precision, recall = right / read, right / wanted
    print(
        f"{wanted} quantities: precision {precision:.3f}, recall {recall:.3f}, "
        f"F {2 * precision * recall / (precision + recall):.3f}"
    )


if __name__ == "__main__":
    main(sys.argv[1], "--show" in sys.argv)
