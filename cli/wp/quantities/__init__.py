"""Printed numbers and dates of English text, and the values they stand for.

The modules are loaded when a name of theirs is first asked for: most commands need few of them.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wp.quantities.exact import format_value
    from wp.quantities.model import DateMention, Quantity, Unread
    from wp.quantities.read import (
        dates,
        number_value,
        number_values,
        quantities,
        quantities_and_dates,
        unread,
    )
    from wp.quantities.rounding import precision_agrees
    from wp.quantities.units import convert, unit_of

__all__ = [
    "DateMention",
    "Quantity",
    "Unread",
    "convert",
    "dates",
    "format_value",
    "number_value",
    "number_values",
    "precision_agrees",
    "quantities",
    "quantities_and_dates",
    "unit_of",
    "unread",
]

_HOMES = {
    "DateMention": "model",
    "Quantity": "model",
    "Unread": "model",
    "convert": "units",
    "dates": "read",
    "format_value": "exact",
    "number_value": "read",
    "number_values": "read",
    "precision_agrees": "rounding",
    "quantities": "read",
    "quantities_and_dates": "read",
    "unit_of": "units",
    "unread": "read",
}


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value
