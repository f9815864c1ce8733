"""Whether a stated figure agrees with a printed one to the precision it is stated with."""

from wp.quantities.exact import Exact, exact
from wp.quantities.model import Quantity
from wp.quantities.qualifiers import bound
from wp.quantities.read import number_value, quantities, raw_numbers


def precision_agrees(stated: Quantity | str, printed_value: int | float) -> bool:
    """Return whether a stated figure is the printed value, rounded as the stated text shows.

    Takes a quantity or its text. Decimals and scale words show the precision ("1.5 million" is
    given to 0.1 million); the closing noughts of plain digits do so only after a qualifier ("some
    6,500" may be 6,476, "6,500" may not). Half of the last printed place either way agrees, yet
    never more than a tenth of the value; "more than" and its like agree with what lies from the
    stated value to the next step above, "nearly" and its like with the step below, where that is
    no less than three quarters: five are not "nearly ten".
    """
    quantity = _read(stated)
    if quantity is None:
        return False
    value, step, qualifier, ordinal = quantity
    if value == printed_value:
        return True
    if ordinal or step is None:
        return False
    kind = bound("more than" if qualifier == "+" else qualifier)
    number, printed = exact(value), exact(printed_value)
    if kind != "exact" and step >= 0:
        step = max(step, _noughts(number))
    low = min(number.exponent, printed.exponent, step) - 1
    one, other, quantum = number.at(low), printed.at(low), Exact(1, step).at(low)
    if kind == "floor":
        return one <= other < one + quantum
    if kind == "ceiling":
        return one - quantum < other <= one and 4 * other >= 3 * one
    return 2 * abs(one - other) <= quantum and 10 * abs(one - other) <= abs(other)


def significant_digits(value: float) -> int:
    """Return how many digits a number has but for the noughts at its ends: 3 for -0.0145, 14,500.

    More than twelve are not told apart.
    """
    return len(f"{abs(value):.11e}".partition("e")[0].replace(".", "").rstrip("0"))


def _noughts(number: Exact) -> int:
    """Count the closing noughts of a whole number."""
    whole = abs(int(number.value()))
    count = 0
    while whole and whole % 10 == 0:
        whole //= 10
        count += 1
    return count


def _read(stated: Quantity | str) -> tuple[int | float, int | None, str | None, bool] | None:
    """Return value, power of ten of the last printed place, qualifier, and whether an ordinal."""
    if not isinstance(stated, str):
        return stated.value, stated.step, stated.qualifier, stated.ordinal
    value = number_value(stated)
    if value is None:
        return None
    matching = [item for item in quantities(stated) if item.value == value]
    qualifier = matching[0].qualifier if matching else None
    numbers = [number for number in raw_numbers(stated) if number.value == value]
    if not numbers:
        return None
    return value, numbers[0].step, qualifier, numbers[0].ordinal
