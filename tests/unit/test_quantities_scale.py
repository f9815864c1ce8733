"""Hostile and long inputs are read to their end, and importing is light."""

import subprocess
import sys

import pytest

from wp.quantities.read import number_value, precision_agrees, quantities_and_dates

# Repeated, each of these once tempted a parser to look back or ahead without end.
HOSTILE = [
    "1,", "1 ", "1 178 ", "9", "1-", "1.", "1a", "2016 ", "2016-", "from 2016 to ", "hundred ",
    "one million ", "one hundred and ", "and a half ", "more than ", "the early ", "the end of ",
    "early ", "since the ", "since the great great great great ", "March to ", "Articles 3, 4 and ",
    "a@", "http://", "www.", "US$ ", "(", " ", "\n", "5kmkm", "half ",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_long_hostile_text_is_read_to_its_end(piece: str) -> None:
    """Quadratic work would take minutes here, and the run would be seen to hang."""
    text = piece * (8_000 // len(piece)) + " On 4 May 2020 there were 17 ships."
    found = quantities_and_dates(text)
    assert found.quantities[-1].value == 17
    assert found.dates[-1].period.start == "2020-05-04"
    number_value(text)


def test_digits_without_end_are_no_figure() -> None:
    found = quantities_and_dates("9" * 100_000 + " ships")  # took two minutes
    assert (found.quantities, len(found.unread)) == ([], 1)
    assert number_value("9" * 100_000) is None
    assert not precision_agrees("1" + ",000" * 30_000, 1)


def test_the_package_loads_no_heavy_module() -> None:
    code = (
        "import sys; from wp.quantities.read import quantities; from wp.quantities.units import *;"
        "quantities('12.7 tons in 2016'); convert(1, 't', 'kg');"
        "print(sorted({'decimal', 'fractions', 'datetime'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"
