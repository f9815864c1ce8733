"""The entries of a report as a list: each with the source's passage, the reason, room for notes."""

from collections.abc import Sequence

from wp.export.report import explain
from wp.export.report.about import where
from wp.export.report.entries import ReportEntry
from wp.export.report.text import html, verdict_html
from wp.library import Library
from wp.verify.checked import CheckedQuotation
from wp.verify.diff import word_diff
from wp.verify.draft import Draft

_SHOWN = 200
_TAGS = {"quotation": ("<del>", "</del>"), "source": ("<ins>", "</ins>"), "same": ("", "")}


def list_of(library: Library, draft: Draft, entries: Sequence[ReportEntry], number: int) -> str:
    """Return the list of a draft's entries as HTML; `number` is the draft's."""
    if not entries:
        return ""
    rows = "\n".join(
        _entry(library, entry, number, where(draft, entry.checked.place.line)) for entry in entries
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
