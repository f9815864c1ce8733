"""The differences between two editions, drawn: quotes, figures, facts, paragraphs."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from wp.editions import Difference
from wp.model import Document, Figure
from wp.quantities import format_value
from wp.safe import one_line, printable
from wp.show import terminal
from wp.show.fact_view import period_text
from wp.show.terminal import titled
from wp.show.verdict_view import difference as word_difference

_HEADINGS = {
    "quote": "Quotes of the old edition that no longer stand in the new text",
    "figure": "Figures",
    "fact": "Facts",
    "paragraph": "Paragraphs",
}
_SHOWN = 160
_AROUND = 12  # words of a paragraph, on either side of a change


def editions_view(
    old: Document, new: Document, differences: Sequence[Difference]
) -> RenderableType:
    """Draw what differs, by kind, and how much of each there is."""
    parts: list[RenderableType] = [
        Text(f"Old: {titled(old)}", style=terminal.HINT),
        Text(f"New: {titled(new)}", style=terminal.HINT),
        Text(),
    ]
    if not differences:
        return Group(*parts, Text("No differences."))
    for kind, group in groupby(differences, key=lambda one: one.kind):
        shown = list(group)
        parts.append(Text(f"{_HEADINGS[kind]}: {len(shown)}", style=terminal.HEADING))
        for one in shown:
            parts += [Padding(Group(*_lines(one)), (0, 0, 0, 2)), Text()]
    return Group(*parts[:-1])


def _lines(one: Difference) -> Iterator[Text]:
    place = one.section if one.paragraph is None else f"{one.section} ¶{one.paragraph}"
    if one.kind == "paragraph" and one.old and one.new:
        yield Text.assemble((place, terminal.PLACE), "  altered")
        yield word_difference(one.old, one.new, around=_AROUND)
        return
    if one.kind == "paragraph":
        told = "only in the old edition" if one.change == "removed" else "only in the new edition"
        yield Text.assemble((place, terminal.PLACE), f"  {told}")
        yield Text(one_line(one.old or one.new or "", _SHOWN), style=terminal.HINT)
        return
    head = Text.assemble((one.id, terminal.FACT_ID), f"  {one.change}", overflow="fold")
    if one.new is not None:
        head.append(f"  {place}", style=terminal.PLACE)
    yield head
    if one.kind == "figure":
        yield _figure("old", one.old_figure)
        yield _figure("new", one.new_figure)
    elif one.change == "renamed":
        yield Text(f"now {one.new}")
    elif one.change == "altered" and one.old and one.new:
        yield word_difference(one.old, one.new)
    else:
        yield Text(f"“{printable(one.old or one.new or '')}”", style=terminal.QUOTE)


def _figure(edition: str, figure: Figure | None) -> Text:
    if figure is None:
        return Text(f"{edition}: none")
    value = " ".join(filter(None, (figure.qualifier, format_value(figure.value), figure.unit)))
    period = f", {period_text(figure.time)}" if figure.time else ""
    counted = f"{figure.measures}{period}"
    return Text.assemble(
        f"{edition}: ", (printable(value), terminal.FIGURE), f"  {printable(counted)}"
    )
