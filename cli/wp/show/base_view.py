"""Fact bases and the problems found in them, as tables."""

from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from wp.safe import printable
from wp.show import terminal
from wp.show.documents import published


def bases_view(records: list[dict[str, Any]], drafts: list[int]) -> RenderableType:
    """Draw the loaded bases, one block each; `drafts` tells how many facts of each are drafts."""
    blocks: list[RenderableType] = []
    for record, count in zip(records, drafts, strict=True):
        grid = Table.grid(padding=(0, 2))
        grid.add_column(style=terminal.HINT, no_wrap=True)
        grid.add_column(overflow="fold")
        for name in ("title", "edition", "published", "sections", "topics", "facts"):
            if record[name] is not None:
                told = str(record[name])
                if name == "published":
                    told = published(told)
                elif name == "facts" and count:
                    told += f", {count} of them {'a draft' if count == 1 else 'drafts'}"
                grid.add_row(name.capitalize(), Text(printable(told)))
        grid.add_row("Text SHA-256", record["text_sha256"])
        grid.add_row("File SHA-256", record["file_sha256"])
        grid.add_row("From", Text(f"{record['origin']}: {printable(record['path'])}"))
        blocks += [Text(record["document"], style=terminal.FACT_ID), grid, Text()]
    return Group(*blocks[:-1])


def problems_view(records: list[dict[str, Any]]) -> RenderableType:
    """Draw what is wrong in a base: place, problem, remedy; or say that nothing is."""
    if not records:
        return Text("Every rule holds.")
    blocks: list[RenderableType] = []
    for record in records:
        blocks.append(
            Text.assemble(
                (f"{printable(record['file'])}: ", terminal.HINT),
                (f"{printable(record['place'])}: ", terminal.FACT_ID),
                printable(record["problem"]),
                (f"; {printable(record['remedy'])}" if record["remedy"] else "", terminal.HINT),
            )
        )
    return Group(*blocks)
