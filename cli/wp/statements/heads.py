"""The unit that a column's head or a row's label has: "Salt, tonnes", "Share (%)"."""

from wp.pattern import pattern
from wp.quantities import quantities

_UNIT = pattern(r"(?:,\s*(?:in )?|\((?:in )?)([^\s,()]+(?: [^\s,()]+)?)\)?$")
_BARE = pattern(r"[-+−]?\d[\d,.]*")


def unit_of_head(text: str) -> str:
    """Give the unit that a label or head ends with, where it has no scale; else nothing."""
    found = _UNIT.search(text)
    read = quantities(f"1 {found[1]}") if found else []
    return read[0].unit or "" if len(read) == 1 and read[0].value == 1 else ""


def measured(cell: str, head: str) -> tuple[str, str]:
    """Give a cell and its head, the head's unit put to a bare number: "Share (%)" and "81"
    are "Share" and "81 percent".
    """
    unit = unit_of_head(head) if _BARE.fullmatch(cell) else ""
    return (f"{cell} {unit}", _UNIT.sub("", head).strip()) if unit else (cell, head)
