"""Exact decimals without the decimal module: a whole number and a power of ten.

`(13, 8)` is 13 times ten to the 8th, "1.3 billion". Integers stay integers, and a fraction becomes
the float nearest to what was printed.
"""

from typing import NamedTuple


class Exact(NamedTuple):
    """The number `mantissa` times ten to the power `exponent`."""

    mantissa: int
    exponent: int = 0

    def times(self, other: "Exact") -> "Exact":
        """Return the exact product."""
        return Exact(self.mantissa * other.mantissa, self.exponent + other.exponent)

    def value(self) -> int | float:
        """Return the number: an int when it is whole, else the nearest float."""
        if self.exponent >= 0:
            return int(self.mantissa * 10**self.exponent)
        whole, rest = divmod(self.mantissa, 10**-self.exponent)
        return float(f"{self.mantissa}e{self.exponent}") if rest else whole

    def least(self) -> "Exact":
        """Return the same number without closing noughts behind its point."""
        mantissa, exponent = self
        while exponent < 0 and mantissa % 10 == 0:
            mantissa, exponent = mantissa // 10, exponent + 1
        return Exact(mantissa, exponent)

    def at(self, exponent: int) -> int:
        """Return the mantissa that this number has at a smaller or equal exponent."""
        return int(self.mantissa * 10 ** (self.exponent - exponent))


def exact(number: int | float | str) -> Exact:
    """Read an int, a finite float (its shortest form) or decimal digits such as "12.70"."""
    digits, _, power = (number if isinstance(number, str) else repr(number)).partition("e")
    whole, _, decimals = digits.partition(".")
    return Exact(int(whole + decimals), int(power or 0) - len(decimals))


def format_value(value: int | float) -> str:
    """Write a value in English digits.

    Takes an int or a finite float; gives thousands commas and as many decimals as the value has
    ("1,537,000", "92.9"), never a power of ten.
    """
    number = exact(value)
    if number.exponent >= 0 or isinstance(number.value(), int):
        return f"{number.value():,}"
    sign = "-" if number.mantissa < 0 else ""
    digits = str(abs(number.mantissa)).rjust(1 - number.exponent, "0")
    whole, decimals = digits[: number.exponent], digits[number.exponent :].rstrip("0")
    return f"{sign}{int(whole):,}.{decimals}"
