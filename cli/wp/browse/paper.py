"""The pane that holds the paper: wrapped to its width, facts marked, one of them chosen."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from wp.browse.drawn import PaperBlock
from wp.browse.lists import letters
from wp.pattern import pattern

_WORD = pattern(r"\S+")


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Break a text into lines of at most `width` terminal cells; give each as offsets [start, end).

    White space at a break belongs to no line. A word that is wider than a line is broken. `width`
    is 2 at least, since a character may take two cells.
    """
    width = max(width, 2)
    lines: list[tuple[int, int]] = []
    for match in _WORD.finditer(text):
        for start, end in _pieces(text, *match.span(), width):
            if lines and cell_len(text[lines[-1][0] : end]) <= width:
                lines[-1] = lines[-1][0], end
            else:
                lines.append((start, end))
    return lines


def _pieces(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """Cut a word into pieces that fit into a line, as few as can be."""
    if cell_len(text[start:end]) <= width:
        yield start, end
        return
    at = start
    for place in range(start, end):
        # Of the whole piece, since a mark may widen the character before it.
        if cell_len(text[at : place + 1]) > width and place > at:
            yield at, place
            at = place
    yield at, end


_GUTTER = 4
_ROOM = 2


class _Row(NamedTuple):
    """A line of the screen: offsets in a block's text; an empty line is a block's last."""

    block: int
    start: int
    end: int


class Paper(ScrollView):
    """The source text. `chosen` is the number of the fact that stands out, or None."""

    can_focus = True
    BINDINGS: ClassVar[list[BindingType]] = letters(
        "scroll_down", "scroll_up", "scroll_home", "scroll_end", space="page_down"
    )
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "paper--heading",
        "paper--number",
        "paper--mark",
        "paper--figure",
        "paper--chosen",
    }

    class FactClicked(Message):
        """A fact was clicked."""

        def __init__(self, fact: int) -> None:
            super().__init__()
            self.fact = fact

    def __init__(self, blocks: Sequence[PaperBlock], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.blocks = blocks
        self.chosen: int | None = None
        self._rows: list[_Row] = []
        self._rows_of_fact: dict[int, tuple[int, int]] = {}
        self._row_of_place: dict[tuple[int, int | None], int] = {}
        self._height = 0
        self._wanted: tuple[int, int | None] | None = None
        """The place to show as soon as there is a width to wrap to."""

    def choose(self, fact: int) -> None:
        """Make a fact stand out and bring it into view."""
        self.chosen = fact
        self._reveal()
        self.refresh()

    def show_place(self, section: int, paragraph: int | None = None) -> None:
        """Scroll to the heading of a section, counted over all bases, or to a paragraph of it."""
        self._wanted = section, paragraph
        if self._rows:
            self._scroll(self._row_of_place[self._wanted])

    def section_in_view(self) -> int:
        """Return the section that the first visible line belongs to."""
        return self.blocks[self._rows[self._top].block].section if self._rows else 0

    def fact_in_view(self) -> int | None:
        """Return the fact that the first visible line belongs to, else the next that begins."""
        return next((f for f, rows in self._rows_of_fact.items() if rows[1] >= self._top), None)

    def fact_from_view(self, step: int) -> int | None:
        """Return the fact to go to by `step` (1 or -1): next to the chosen one if that is in view.

        If it is not, the first fact that begins in view, or behind it; backwards, the last before.
        """
        last = max(self._rows_of_fact, default=-1)
        if self.chosen is not None and self._visible(self.chosen):
            wanted = self.chosen + step
        elif step > 0:
            ahead = (fact for fact, rows in self._rows_of_fact.items() if rows[0] >= self._top)
            wanted = min(ahead, default=last)
        else:
            behind = (fact for fact, rows in self._rows_of_fact.items() if rows[0] < self._top)
            wanted = max(behind, default=0)
        return wanted if 0 <= wanted <= last else None

    @property
    def _top(self) -> int:
        return max(0, min(self.scroll_offset.y, len(self._rows) - 1))

    def _visible(self, fact: int) -> bool:
        first, last = self._rows_of_fact[fact]
        return first < self._top + self._height and last >= self._top

    def on_resize(self, event: events.Resize) -> None:
        """Wrap the text anew; keep what was being read in view."""
        room = self.scrollable_content_region
        # A pane that grew may have been scrolled back already, so what it can show now counts too.
        self._height = max(self._height, room.height)
        top = self._rows[self._top] if self._rows else None
        kept = self.chosen is not None and (not self._rows or self._visible(self.chosen))
        self._height = room.height
        self._lay_out(room.width - _GUTTER)
        if top is None:
            if self._wanted is not None:
                self.show_place(*self._wanted)
        else:
            row = next(n for n, row in enumerate(self._rows) if row[0::2] >= (top.block, top.start))
            self._scroll(row)
        if kept:
            self._reveal()

    def _lay_out(self, width: int) -> None:
        self._rows.clear()
        self._rows_of_fact.clear()
        self._row_of_place.clear()
        for number, block in enumerate(self.blocks):
            place = block.section, int(block.label) if block.label else None
            self._row_of_place.setdefault(place, len(self._rows))
            for start, end in wrap(block.text, width + (0 if block.label else _GUTTER)):
                for stretch in block.stretches:
                    if stretch.start < end and stretch.end > start:
                        first, _ = self._rows_of_fact.get(stretch.fact, (len(self._rows), 0))
                        self._rows_of_fact[stretch.fact] = first, len(self._rows)
                self._rows.append(_Row(number, start, end))
            self._rows.append(_Row(number, len(block.text), len(block.text)))
        # So long that the last heading, too, can be brought to the top.
        headings = (row for (_, label), row in self._row_of_place.items() if label is None)
        last_heading = max(headings, default=0)
        self.virtual_size = Size(0, max(len(self._rows), last_heading + self._height))

    def _reveal(self) -> None:
        """Scroll as little as brings the whole chosen fact into view, or else its beginning."""
        if self.chosen is None or self.chosen not in self._rows_of_fact:
            return
        first, last = self._rows_of_fact[self.chosen]
        top, height = self.scroll_offset.y, self._height
        room = max(0, min(_ROOM, height - (last - first + 1)))
        if first < top or last - first >= height:
            target = first - room
        elif last >= top + height:
            target = last + room - height + 1
        else:
            return
        self._scroll(target)

    def _scroll(self, row: int) -> None:
        # At once: a deferred scroll would let the next key or resize work with the old place.
        self.scroll_to(y=max(0, row), animate=False, force=True, immediate=True)

    def on_click(self, event: events.Click) -> None:
        fact = event.style.meta.get("fact")
        if fact is not None:
            self.post_message(self.FactClicked(fact))

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        at = self.scroll_offset.y + y
        base = self.rich_style
        if at >= len(self._rows) or self._rows[at].start == self._rows[at].end:
            return Strip.blank(width, base)
        row = self._rows[at]
        segments = self._line(row, base).render(self.app.console)
        return Strip(segments).adjust_cell_length(width, base)

    def _line(self, row: _Row, base: Style) -> Text:
        block = self.blocks[row.block]
        if not block.label:
            return Text.assemble((block.text[row.start : row.end], base + self._style("heading")))
        text = Text(block.text[row.start : row.end], base)
        self._mark(text, block, row.start)
        number = block.label if row.start == 0 and row.end else ""
        gutter = (f"{number:>{_GUTTER - 1}} ", base + self._style("number"))
        return Text.assemble(gutter, text)

    def _mark(self, text: Text, block: PaperBlock, offset: int) -> None:
        """Style what of a line are figures, marks of facts and the chosen fact."""
        figure, mark, chosen = map(self._style, ("figure", "mark", "chosen"))
        for start, end in block.figures:
            _stylize(text, figure, start - offset, end - offset)
        for stretch in block.stretches:
            start, end = stretch.start - offset, stretch.end - offset
            _stylize(text, Style(meta={"fact": stretch.fact}), start, end)
            if stretch.begins:
                _stylize(text, mark, start, start + 1)
            if stretch.fact == self.chosen:
                _stylize(text, chosen, start, end)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"paper--{name}", partial=True)


def _stylize(text: Text, style: Style, start: int, end: int) -> None:
    """Style a stretch as far as it is in the text; rich counts negative offsets from the end."""
    if end > 0:
        text.stylize(style, max(start, 0), end)
