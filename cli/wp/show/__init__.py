"""Results drawn: tables for people in the modules of this room, which alone know rich; here the
records written for programs, as JSON, JSON Lines, CSV, tab-separated lines, Markdown tables."""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

Format = Literal["table", "plain", "json", "jsonl", "csv", "excel", "markdown"]
Record = Mapping[str, object]

# A spreadsheet runs a cell that begins with one of these as a formula.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write(text: str) -> None:
    """Write text to standard output as it is."""
    sys.stdout.write(text)


def to_json(value: object, indent: int | None = 2) -> str:
    """Return JSON, UTF-8 unescaped, with a line feed at its end."""
    import json

    from wp.safe import escaped

    return escaped(json.dumps(value, ensure_ascii=False, indent=indent)) + "\n"


def _to_plain(records: Iterable[Record], fields: Sequence[str]) -> str:
    """Return one record a line, the chosen fields parted by tabs, without a header."""
    return "".join(
        "\t".join(_cell(record.get(field)) for field in fields) + "\n" for record in records
    )


def to_csv(records: Iterable[Record], fields: Sequence[str]) -> str:
    """Return CSV (RFC 4180) with a header, safe to open in a spreadsheet.

    A cell that a spreadsheet would run as a formula gets an apostrophe before it.
    """
    import csv
    import io

    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(fields)
    for record in records:
        writer.writerow([_guard(record.get(field)) for field in fields])
    return buffer.getvalue()


def to_markdown(records: Iterable[Record], fields: Sequence[str]) -> str:
    """Return a Markdown table (GitHub's form), a record a row."""
    from wp.cite.markup import escape

    lines = ["| " + " | ".join(fields) + " |", "|" + " --- |" * len(fields)]
    for record in records:
        cells = (escape(_cell(record.get(field)), "markdown") for field in fields)
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


_FLAT: dict[str, Callable[[Sequence[Record], Sequence[str]], str]] = {
    "plain": _to_plain,
    "csv": to_csv,
    "excel": to_csv,
    "markdown": to_markdown,
}
_EXCEL_MARK = "\ufeff"  # by it Excel knows that CSV is UTF-8


def render(records: Sequence[Record], form: Format, fields: Sequence[str]) -> str:
    """Return records in a form for programs; `fields` are the columns of the flat ones.

    KeyError for a form that no records have: it was added elsewhere without a line here.
    """
    if form == "json":
        return to_json(list(records))
    if form == "jsonl":
        return "".join(to_json(record, None) for record in records)
    return _EXCEL_MARK * (form == "excel") + _FLAT[form](records, fields)


def _cell(value: object) -> str:
    """Return a value as the text of one cell: lists joined by "; ", white space folded."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(filter(None, map(_cell, value)))
    if isinstance(value, dict):
        if "op" in value:
            from wp.verify.verdict import Change, describe_change

            return describe_change(Change(**value))
        return _cell(value.get("text", value.get("found", "")))
    from wp.safe import printable

    return printable(" ".join(str(value).split()))


def _guard(value: object) -> object:
    if isinstance(value, int | float):
        return value
    cell = _cell(value)
    return "'" + cell if cell.startswith(_FORMULA_STARTS) else cell
