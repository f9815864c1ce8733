"""A draft's text as HTML, with every quotation and figure marked in place."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from wp.documents import Block, Mapped
from wp.export import Placed, stretches
from wp.export.report.explain import GRAVEST, SIGNS, Look, ReportEntry, figure_spans
from wp.pattern import pattern
from wp.safe import printable
from wp.text import QUOTATION_MARKS
from wp.verify.checked import CheckedClaim
from wp.verify.draft import Draft

_CLOSING = pattern(f"[{re.escape(QUOTATION_MARKS)}.,;:!?)]*")
# A table that is too wide is scrolled, with the keyboard too.
_TABLE = '<div class="wide" tabindex="0" role="group" aria-label="Table"><table>'
_NOTHING = 0  # the number of a stretch that is no entry's, but has to be cut


def text_of(draft: Draft, entries: Sequence[ReportEntry], level: int) -> str:
    """Return the draft's text as HTML; `level` is the rank of its highest heading.

    Behind the last word of each entry stands its verdict, which leads to the entry.
    """
    return "\n".join(_Text(draft, entries, level).blocks(draft.document.blocks))


def html(text: str) -> str:
    """Write text for a page: what would be markup or cannot be seen is shown as it is spelt."""
    return escape(printable(text))


def _inside(body: Mapped, start: int, end: int) -> tuple[int, int] | None:
    """Return which stretch of a text stands at [start, end) of the file; None where none does."""
    low = high = None
    for run in body.runs:
        if run.at >= end or run.at + run.extent <= start:
            continue
        first, last = run.start, run.start + run.width
        if run.literal:
            first += max(start - run.at, 0)
            last -= max(run.at + run.extent - end, 0)
        low = first if low is None else min(low, first)
        high = last if high is None else max(high, last)
    return None if low is None or high is None else (low, high)


class _Text:
    def __init__(self, draft: Draft, entries: Sequence[ReportEntry], level: int) -> None:
        self._entries = {entry.number: entry for entry in entries}
        self._level = level
        self._bodies = [
            (body.at(0), body.end(), body)
            for block in draft.document.blocks
            for body in _bodies(block)
            if body.runs
        ]
        self._placed: dict[int, list[Placed]] = defaultdict(list)
        self._ends: dict[int, dict[int, list[ReportEntry]]] = defaultdict(lambda: defaultdict(list))
        # Figures are numbered below zero.
        self._figures: dict[int, Look] = {}
        quoted = [e.span for e in entries if not isinstance(e.checked, CheckedClaim)]
        for entry in entries:
            if (last := self._place(entry.number, *entry.span)) is not None:
                self._tag(*last, entry)
            if isinstance(entry.checked, CheckedClaim):
                low, high = entry.span
                near = [span for span in quoted if span[0] < high and span[1] > low]
                for start, end, look in figure_spans(entry.checked, near):
                    number = -len(self._figures) - 1
                    self._figures[number] = look if entry.look != "quiet" else "quiet"
                    self._place(number, start, end)

    def _place(self, number: int, start: int, end: int) -> tuple[Mapped, int] | None:
        """Note where a stretch of the file stands; return the last body that has it, and its end.

        Bodies are told apart by identity: two cells may say the same.
        """
        last = None
        for first, behind, body in self._bodies:
            if first < end and behind > start and (found := _inside(body, start, end)):
                self._placed[id(body)].append(Placed(number, *found))
                last = body, found[1]
        return last

    def _tag(self, body: Mapped, end: int, entry: ReportEntry) -> None:
        """Note an entry's tag: behind the marks and the punctuation that close its words."""
        closing = _CLOSING.match(body.text, end)
        at = closing.end() if closing else end
        if at > end:
            self._placed[id(body)].append(Placed(_NOTHING, end, at))
        self._ends[id(body)][at].insert(0, entry)  # what stands inside another comes first

    def blocks(self, blocks: Sequence[Block]) -> Iterator[str]:
        """Yield the blocks, those of one quotation, list or table together."""
        for quotation, group in groupby(blocks, key=lambda block: block.quotation):
            lines = self._group(list(group))
            yield from ("<blockquote>", *lines, "</blockquote>") if quotation else lines

    def _group(self, blocks: Sequence[Block]) -> Iterator[str]:
        for kind, group in groupby(blocks, key=lambda block: block.kind):
            if kind == "item":
                yield from ("<ul>", *(f"<li>{self._marked(b.body)}</li>" for b in group), "</ul>")
            elif kind == "row":
                yield from (_TABLE, *map(self._row, group), "</table></div>")
            else:
                yield from map(self._block, group)

    def _block(self, block: Block) -> str:
        words = self._marked(block.body)
        if block.kind == "heading":
            rank = min(self._level + max(block.level, 1) - 1, 6)
            return f"<h{rank}>{words}</h{rank}>"
        if block.kind == "code":
            return f"<pre><code>{words}</code></pre>"
        return f'<p class="foot">{words}</p>' if block.kind == "note" else f"<p>{words}</p>"

    def _row(self, block: Block) -> str:
        tag = "th" if block.row and block.row.is_head else "td"
        cells = (f"<{tag}>{self._marked(body)}</{tag}>" for body in _bodies(block))
        return f"<tr>{''.join(cells)}</tr>"

    def _marked(self, body: Mapped) -> str:
        placed = self._placed.get(id(body))
        if not placed:
            return html(body.text)
        ends = self._ends[id(body)]
        parts = []
        for piece in stretches(0, len(body.text), placed):
            words = html(body.text[piece.start : piece.end])
            figures = [self._figures[number] for number in piece.within if number < 0]
            here = [self._entries[number] for number in piece.within if number > 0]
            if figures:
                words = f'<b class="g {min(figures, key=GRAVEST.index)}">{words}</b>'
            if here:
                quotations = [e.look for e in here if not isinstance(e.checked, CheckedClaim)]
                look = min(quotations, key=GRAVEST.index) if quotations else "said"
                numbers = " ".join(str(entry.number) for entry in here)
                words = f'<span class="f {look}" data-f="{numbers}">{words}</span>'
            parts += [words, *map(_tag, ends.get(piece.end, ()))]
        return "".join(parts)


def _bodies(block: Block) -> tuple[Mapped, ...]:
    """Return the texts of a block: the cells of a row, else its own."""
    return block.row.cells if block.row else (block.body,)


def verdict_html(look: Look, label: str) -> str:
    """Write a verdict: its sign, which is for eyes alone, and its word."""
    return f'<span aria-hidden="true">{SIGNS[look]}</span> {html(label)}'


def _tag(entry: ReportEntry) -> str:
    """Return the verdict that stands behind an entry's words and leads to it in the list."""
    number, look = entry.number, entry.look
    return (
        f'<a class="tag {look}" id="m{number}" href="#f{number}">'
        f'<span class="no">{number}</span> {verdict_html(look, entry.label)}</a>'
    )
