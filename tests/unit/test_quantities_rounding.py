"""Whether a stated figure agrees with the printed one to the precision it is stated with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wp.quantities import format_value
from wp.quantities.read import precision_agrees, quantities, significant_digits

CASES = [
    ("13", 12.7, True, "rounded to a whole number"),
    ("12", 12.7, False, "cut off, not rounded"),
    ("12.75", 12.7, False, "more exact than the source, and wrong"),
    ("12.70", 12.7, True, "a closing nought changes nothing"),
    ("93 percent", 92.9, True, "the unit plays no part"),
    ("some 36,000", 36000, True, "equal"),
    ("1.5 million", 1537000, True, "a scale word shows the precision"),
    ("1.54 million", 1537000, True, "a finer one"),
    ("1.6 million", 1537000, False, "the next step"),
    ("9.5bn", 9500000000, True, "scale letters"),
    ("2 million", 1537000, False, "within the step but a third off"),
    ("6,500", 6476, False, "plain digits are exact"),
    ("about 6,500", 6476, True, "unless blurred"),
    ("60,000", 57000, False, "plain digits are exact, however round"),
    ("more than 1.5 million", 1537000, True, "a floor just below"),
    ("more than 1.6 million", 1537000, False, "a floor above"),
    ("nearly 1.54 million", 1537000, True, "a ceiling just above"),
    ("nearly 1.5 million", 1537000, False, "a ceiling below"),
    ("third", 4, False, "ordinals are exact"),
    ("0", 0.3, False, "nothing is not something"),
    ("half", 0.48, False, "fractions are exact"),
    ("G20", 20, False, "no figure at all"),
]


@pytest.mark.parametrize(("stated", "printed", "agrees", "why"), CASES)
def test_precision(stated: str, printed: float, agrees: bool, why: str) -> None:
    assert precision_agrees(stated, printed) is agrees, why
    for quantity in quantities(stated):
        assert precision_agrees(quantity, printed) is agrees, why


@given(st.integers(0, 10**12) | st.floats(0.001, 1e9))
def test_every_value_agrees_with_itself(value: float) -> None:
    assert precision_agrees(format_value(value), value)


@pytest.mark.parametrize(
    ("value", "text"),
    [(1537000, "1,537,000"), (92.9, "92.9"), (1234.5, "1,234.5"), (-0.5, "-0.5"), (2.0, "2"),
     (1e-7, "0.0000001"), (0, "0")],
)  # fmt: skip
def test_written_values(value: float, text: str) -> None:
    assert format_value(value) == text


@pytest.mark.parametrize(
    ("value", "digits"),
    [
        (14_500, 3),
        (-14_500, 3),  # the sign is no digit
        (0.0145, 3),
        (1_050_000_000_000_000, 3),  # as many noughts as Python writes with a power
        (7, 1),
        (0, 0),
    ],
)
def test_noughts_at_the_ends_are_no_significant_digits(value: float, digits: int) -> None:
    assert significant_digits(value) == digits
