"""Hostile and long inputs take time in proportion to their length, and importing is light."""

import subprocess
import sys
from time import process_time

import pytest

from wp.quantities import dates, number_value, precision_agrees, quantities

# Repeated, each of these once tempted a parser to look back or ahead without end.
HOSTILE = [
    "1,", "1 ", "1 178 ", "9", "1-", "1.", "1a", "2016 ", "2016-", "from 2016 to ", "hundred ",
    "one million ", "one hundred and ", "and a half ", "more than ", "the early ", "the end of ",
    "early ", "since the ", "since the great great great great ", "March to ", "Articles 3, 4 and ",
    "a@", "http://", "www.", "US$ ", "(", " ", "\n", "5kmkm", "half ",
]  # fmt: skip


def seconds(text: str) -> float:
    begun = process_time()
    quantities(text)
    dates(text)
    number_value(text)
    return process_time() - begun


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    short, long = (piece * (size // len(piece)) for size in (4_000, 32_000))
    seconds(short)
    # Eight times the text: quadratic work would take 64 times as long. Noise is allowed for.
    assert seconds(long) < 24 * seconds(short) + 0.1


def test_digits_without_end_are_no_figure() -> None:
    assert number_value("9" * 100_000) is None
    assert not precision_agrees("1" + ",000" * 30_000, 1)


def test_the_package_loads_no_heavy_module() -> None:
    code = (
        "import sys, wp.quantities as q;"
        "q.quantities('12.7 tons in 2016'); q.convert(1, 't', 'kg');"
        "print(sorted({'decimal', 'fractions', 'datetime'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"
