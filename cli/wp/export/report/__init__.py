"""The report of a check as one page: the text, what was found marked in it, and a list of that.

It is for people who use no terminal.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from pathlib import Path, PurePath
from string import Template

from wp.documents import Block, Mapped
from wp.export import Placed, html_page, read, stretches
from wp.export.report import explain
from wp.export.report.explain import GRAVEST, SIGNS, Look, ReportEntry, entries_of
from wp.library import Library
from wp.pattern import pattern
from wp.safe import printable
from wp.text import QUOTATION_MARKS
from wp.verify.checked import CheckedClaim, CheckedDraft, CheckedQuotation, Provenance
from wp.verify.diff import word_diff
from wp.verify.draft import Draft

_FOLDER = Path(__file__).parent
_SHOWN = 200
_TAGS = {"quotation": ("<del>", "</del>"), "source": ("<ins>", "</ins>"), "same": ("", "")}
_CLOSING = pattern(f"[{re.escape(QUOTATION_MARKS)}.,;:!?)]*")
# A table that is too wide is scrolled, with the keyboard too.
_TABLE = '<div class="wide" tabindex="0" role="group" aria-label="Table"><table>'
_NOTHING = 0  # the number of a stretch that is no entry's, but has to be cut


def report_page(
    library: Library,
    checked: Sequence[CheckedDraft],
    made: Provenance,
    counted: Sequence[CheckedDraft] = (),
) -> str:
    """Return the report of some drafts as one HTML page.

    All of it is there without scripts too, but for the filters and the saving of notes. What is
    `counted` is that of the drafts as a whole, where not all of it is to be shown.
    """
    found = entries_of(checked)
    drafts = list(zip(checked, found, strict=True))
    entries = [entry for some in found for entry in some]
    title = PurePath(checked[0].draft.path).name if len(checked) == 1 else f"{len(checked)} drafts"
    several = len(checked) > 1
    body = Template(read(_FOLDER, "report.html")).substitute(
        heading=html(title),
        short=html(explain.in_short([e for some in entries_of(counted) for e in some] or entries)),
        about="\n".join(map(_line, explain.about(library, checked, made))),
        passed_over=_passed_over_in_all(checked),
        texts="\n".join(
            _draft(one, some, number, several) for number, (one, some) in enumerate(drafts)
        ),
        filters=_filters(entries),
        legend=_legend(entries),
        drafts=_choice(checked) if several else "",
        lists="\n".join(
            (f"<h3>{html(one.draft.path)}</h3>\n" if several else "")
            + _list_of(library, one.draft, some, number)
            for number, (one, some) in enumerate(drafts)
        ),
    )
    style, script = (read(_FOLDER, f"report.{kind}") for kind in ("css", "js"))
    return html_page(f"Check of {title}", "wp check", body, style, [script])


def _line(line: explain.AboutLine) -> str:
    digest = f' <span class="digest">{line.digest}</span>' if line.digest else ""
    return f"<div><dt>{line.name}</dt><dd>{html(line.told)}{digest}</dd></div>"


def _draft(draft: CheckedDraft, entries: Sequence[ReportEntry], number: int, several: bool) -> str:
    path = html(draft.draft.path)
    name = f"<h2>{path}</h2>\n" if several else ""
    rows = "\n".join(
        f'<li><span class="line">{place}</span> {html(text)}</li>'
        for place, text in explain.passed_over(draft)
    )
    rank = 3 if several else 2
    not_checked = (
        f'<section class="passed" id="p{number}" tabindex="-1">\n'
        f"<h{rank}>Not checked</h{rank}>\n<ul>\n{rows}\n</ul>\n</section>\n"
    )
    return (
        f'<article dir="auto" aria-label="{path}">\n{name}'
        f"{text_of(draft.draft, entries, rank)}\n{not_checked if rows else ''}</article>"
    )


def _passed_over_in_all(checked: Sequence[CheckedDraft]) -> str:
    counts = [len(explain.passed_over(one)) for one in checked]
    if not (total := sum(counts)):
        return "Nothing was passed over."
    first = next(number for number, some in enumerate(counts) if some)
    things = "1 thing was" if total == 1 else f"{total} things were"
    return f'<a href="#p{first}">{things} not checked or could not be read for sure.</a>'


def _counts(entries: Sequence[ReportEntry]) -> list[tuple[Look, str, int]]:
    """Count the verdicts that were given, the gravest first."""
    counts: Counter[tuple[Look, str]] = Counter((e.look, e.label) for e in entries)
    return sorted(
        ((*kind, count) for kind, count in counts.items()),
        key=lambda row: (GRAVEST.index(row[0]), row[1]),
    )


def _filters(entries: Sequence[ReportEntry]) -> str:
    """Return a button for each verdict."""
    return "\n".join(
        f'<button type="button" class="chip {look}" aria-pressed="false" '
        f'data-label="{html(label)}">{verdict_html(look, label)} <b>{count}</b></button>'
        for look, label, count in _counts(entries)
    )


def _legend(entries: Sequence[ReportEntry]) -> str:
    return "\n".join(
        f'<div><dt class="verdict {look}">{verdict_html(look, label)}:</dt> '
        f"<dd>{html(explain.meaning(label))}</dd></div>"
        for look, label, _ in _counts(entries)
    )


def _choice(checked: Sequence[CheckedDraft]) -> str:
    rows = "".join(
        f'<option value="{number}">{html(one.draft.path)}</option>'
        for number, one in enumerate(checked)
    )
    return f'<label>Draft <select id="draft"><option value="">All</option>{rows}</select></label>'


def _list_of(library: Library, draft: Draft, entries: Sequence[ReportEntry], number: int) -> str:
    """Return the list of a draft's entries as HTML; `number` is the draft's."""
    if not entries:
        return ""
    rows = "\n".join(
        _entry(library, entry, number, explain.where(draft, entry.checked.place.line))
        for entry in entries
    )
    return f'<ol class="entries" aria-label="{html(draft.path)}">\n{rows}\n</ol>'


def _entry(library: Library, entry: ReportEntry, draft: int, place: str) -> str:
    number, look = entry.number, entry.look
    shown = html(entry.text if len(entry.text) <= _SHOWN else f"{entry.text[: _SHOWN - 1]}…")
    if isinstance(entry.checked, CheckedQuotation):
        shown = f"“{shown}”"
    body = "\n".join(map(_part, explain.explained(library, entry)))
    return f"""<li id="e{number}" data-label="{html(entry.label)}" data-draft="{draft}">
<details class="entry {look}" id="f{number}">
<summary><span class="no">{number}</span>
<span class="verdict {look}">{verdict_html(look, entry.label)}</span>
<span class="line">{place}</span>
<span class="words">{shown}</span></summary>
<div class="body">
{body}
<p class="back"><a href="#m{number}">In the text</a></p>
</div>
</details>
<div class="notes">
<label for="i{number}">Initials<span class="hidden"> on {number}</span></label>
<input id="i{number}" size="4" maxlength="12" autocomplete="off" value="">
<label for="n{number}">Note<span class="hidden"> on {number}</span></label>
<textarea id="n{number}" rows="1" maxlength="2000"></textarea>
</div>
</li>"""


def _part(part: explain.Part) -> str:
    match part:
        case explain.Told(text):
            return f'<p class="told">{html(text)}</p>'
        case explain.ShownVerdict(text, look, verdict):
            told = f'<span class="verdict {look}">{verdict_html(look, verdict)}</span>'
            return f'<p class="figure"><b>{html(text)}</b> {told}</p>'
        case explain.ShownDifference(quotation, source):
            return f'<p class="diff">{_difference(quotation, source)}</p>'
        case explain.Points(texts):
            return f"<ul>{''.join(f'<li>{html(text)}</li>' for text in texts)}</ul>"
        case explain.Quoted():
            return _quoted(part)


def _quoted(part: explain.Quoted) -> str:
    link = ""
    if part.link:
        link = f' · <a href="{html(part.link)}" rel="noreferrer">on the publisher’s page</a>'
    return (
        f'<blockquote><span class="beside">{html(part.before)}</span><mark>{html(part.words)}'
        f'</mark><span class="beside">{html(part.after)}</span></blockquote>\n'
        f'<p class="place">{html(part.place)}{link}</p>'
    )


def _difference(quotation: str, source: str) -> str:
    """Return the words of both: the quotation's own struck out, the source's own put in."""
    drawn = ""
    for piece in word_diff(quotation, source):
        opening, closing = _TAGS[piece.side]
        blank = " " if drawn and not piece.glued else ""
        drawn += f"{blank}{opening}{html(piece.text)}{closing}"
    return drawn


# The text


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
                for start, end, look in explain.figure_spans(entry.checked, near):
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
