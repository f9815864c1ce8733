"""Printed numbers and dates of English text, and the values they stand for."""

from wp.quantities.dates import DateMention, dates
from wp.quantities.measured import Quantity, number_value, quantities
from wp.quantities.rounding import format_value, precision_agrees
from wp.quantities.units import convert, unit_of

__all__ = [
    "DateMention",
    "Quantity",
    "convert",
    "dates",
    "format_value",
    "number_value",
    "precision_agrees",
    "quantities",
    "unit_of",
]
