"""The report of a check as one page: what was found and where, for people who use no terminal."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path, PurePath
from string import Template

from wp.export import html_page, read
from wp.export.report import explain
from wp.export.report.explain import GRAVEST, Look, ReportEntry, entries_of, meaning
from wp.export.report.text import html, text_of, verdict_html
from wp.library import Library
from wp.verify.checked import CheckedDraft, CheckedQuotation, Provenance
from wp.verify.diff import word_diff
from wp.verify.draft import Draft

_SHOWN = 200
_TAGS = {"quotation": ("<del>", "</del>"), "source": ("<ins>", "</ins>"), "same": ("", "")}


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


_FOLDER = Path(__file__).parent


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
    entries = [entry for some in found for entry in some]
    title = PurePath(checked[0].draft.path).name if len(checked) == 1 else f"{len(checked)} drafts"
    several = len(checked) > 1
    body = Template(read(_FOLDER, "report.html")).substitute(
        heading=html(title),
        short=html(explain.in_short([e for some in entries_of(counted) for e in some] or entries)),
        about="\n".join(map(_line, explain.about(library, checked, made))),
        passed_over=_passed_over_in_all(checked),
        texts="\n".join(
            _draft(one, some, number, several)
            for number, (one, some) in enumerate(zip(checked, found, strict=True))
        ),
        filters=_filters(entries),
        legend=_legend(entries),
        drafts=_choice(checked) if several else "",
        lists="\n".join(
            (f"<h3>{html(one.draft.path)}</h3>\n" if several else "")
            + _list_of(library, one.draft, some, number)
            for number, (one, some) in enumerate(zip(checked, found, strict=True))
        ),
    )
    return html_page(
        f"Check of {title}",
        "wp check",
        body,
        read(_FOLDER, "report.css"),
        [read(_FOLDER, "report.js")],
    )


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
        f"<dd>{html(meaning(label))}</dd></div>"
        for look, label, _ in _counts(entries)
    )


def _choice(checked: Sequence[CheckedDraft]) -> str:
    rows = "".join(
        f'<option value="{number}">{html(one.draft.path)}</option>'
        for number, one in enumerate(checked)
    )
    return f'<label>Draft <select id="draft"><option value="">All</option>{rows}</select></label>'
