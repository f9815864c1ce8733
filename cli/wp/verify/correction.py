"""The unified diff that would give a draft the source's words where its quotations alter them.

Word by word, so that line breaks, markup and the draft's own style of quotation marks stay.
"""

import os
import re
from collections.abc import Callable, Iterator
from difflib import unified_diff
from html import escape
from typing import NamedTuple

from wp.documents import Mapped
from wp.pattern import pattern
from wp.verify.checked import CheckedDraft, CheckedQuotation
from wp.verify.diff import CLOSING, DiffWord, diff_words, in_doubt, steps
from wp.verify.draft import Draft
from wp.verify.tokens import is_dense
from wp.verify.verdict import CLEAN

_OMISSION = pattern(r"[\[(]?(?:…|\.\s?\.\s?\.)[\])]?[.,;:]?")
_CURLY = pattern("[“”‘’]")
_INNER = (('"', '"'), ("“", "”"))


class Edit(NamedTuple):
    """Characters [start, end) of the file to be replaced."""

    start: int
    end: int
    text: str


class Corrections(NamedTuple):
    """A unified diff, how many quotations it corrects, and the altered ones that it leaves."""

    diff: str
    made: int
    left_out: tuple[CheckedQuotation, ...]


def correct(checked: CheckedDraft, recheck: Callable[[str], CheckedDraft]) -> Corrections:
    """Return the unified diff of those corrections that make a quotation exact, and name the
    others.

    `recheck` checks the draft's text with the corrections in it: what is still altered then is left
    out. Silenced quotations are left alone. A draft that is not UTF-8 text (`Draft.patchable`)
    gives "".
    """
    sure = sure_edits(checked, recheck)
    left_out = tuple(
        one
        for number, one in enumerate(checked.quotations)
        if _to_correct(one) and number not in sure
    )
    edits = [edit for found in sure.values() for edit in found]
    return Corrections(_diff(checked, edits), len(sure), left_out)


def sure_edits(
    checked: CheckedDraft, recheck: Callable[[str], CheckedDraft]
) -> dict[int, list[Edit]]:
    """Return, by a quotation's number in the draft, the edits that make it exact.

    `recheck` is as `correct` takes it. Nothing for a draft that is not UTF-8 text.
    """
    if not checked.draft.patchable:
        return {}
    found = {
        number: [*_edits(checked.draft, one)]
        for number, one in enumerate(checked.quotations)
        if _to_correct(one) and not in_doubt(one.verdict, quotation=one.body.text)
    }
    if not found:
        return {}
    edits = [edit for some in found.values() for edit in some]
    again = recheck(_edited(checked.draft.text, edits)).quotations
    if len(again) != len(checked.quotations):
        return {}
    return {n: some for n, some in found.items() if again[n].verdict.verdict in CLEAN}


def _to_correct(quotation: CheckedQuotation) -> bool:
    return bool(quotation.level == "error" and not quotation.ignored and quotation.verdict.source)


def _diff(checked: CheckedDraft, edits: list[Edit]) -> str:
    draft = checked.draft
    if not edits:
        return ""
    mark = "\ufeff" if draft.encoding == "utf-8-sig" else ""
    name = draft.path
    if not name.isprintable():
        # As git and patch read it; the plain name would end the line, or speak to a terminal.
        name = f'"{"".join(map(_quoted, os.fsencode(name)))}"'
    elif any(character.isspace() for character in name):
        name += "\t"  # so that patch knows where the name ends
    lines = unified_diff(
        _lines(mark + draft.text), _lines(mark + _edited(draft.text, edits)), name, name
    )
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _lines(text: str) -> list[str]:
    """Split at line feeds alone, as patch does."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _edited(text: str, edits: list[Edit]) -> str:
    pieces = []
    kept = 0
    for edit in sorted(edits):
        if edit.start < kept:
            continue
        pieces += [text[kept : edit.start], edit.text]
        kept = edit.end
    return "".join([*pieces, text[kept:]])


def _edits(draft: Draft, quotation: CheckedQuotation) -> Iterator[Edit]:
    body = quotation.body
    ours, theirs = diff_words(body.text), diff_words(quotation.verdict.source or "")
    style = _Style(draft, body)
    for operation, first, last, source_first, source_last in steps(ours, theirs):
        if operation == "equal":
            continue
        new = [style.of(word.text) for word in theirs[source_first:source_last]]
        if new and last == len(ours):
            new[-1] = new[-1].rstrip(CLOSING) + _closing(ours)
        marks = [at for at in range(first, last) if _OMISSION.fullmatch(ours[at].text)]
        if not marks:
            yield from _replace(body, ours, first, last, new)
            continue
        # What a marked omission leaves out stays out: only the words beside it are put right.
        before, after = marks[0] - first, last - marks[-1] - 1
        yield from _replace(body, ours, first, marks[0], new[:before])
        yield from _replace(body, ours, marks[-1] + 1, last, new[len(new) - after :])


def _closing(ours: list[DiffWord]) -> str:
    """Return the draft's own closing punctuation, which belongs to its sentence."""
    text = ours[-1].text
    return text[len(text.rstrip(CLOSING)) :]


def _replace(
    body: Mapped, ours: list[DiffWord], first: int, last: int, new: list[str]
) -> Iterator[Edit]:
    """Replace words one for one, so that what stands between them stays; then the surplus."""
    if first == last and not new:
        return
    both = min(last - first, len(new))
    for word, text in zip(ours[first : first + both], new, strict=False):
        extra = new[both:] if word is ours[first + both - 1] else []
        start, end = _span(body, word)
        yield Edit(start, end, _run([text, *extra]))
    if not both and new:
        if first < len(ours):
            start, _ = _span(body, ours[first])
            yield Edit(start, start, _run([*new, ours[first].text])[: -len(ours[first].text)])
        else:
            _, end = _span(body, ours[-1])
            yield Edit(end, end, _run([ours[-1].text, *new])[len(ours[-1].text) :])
    if last - first > both:
        yield _deletion(body, ours, first + both, last)


def _run(texts: list[str]) -> str:
    """Join words, with no blank beside a letter of a script without spaces."""
    joined = ""
    for text in texts:
        glued = not joined or is_dense(joined[-1]) or is_dense(text[:1])
        joined += text if glued else f" {text}"
    return joined


def _deletion(body: Mapped, ours: list[DiffWord], first: int, last: int) -> Edit:
    """Take words out with the space before them, or behind them at the start of a line."""
    start, end = _span(body, ours[first])[0], _span(body, ours[last - 1])[1]
    begins_line = first == 0 or "\n" in body.text[ours[first - 1].end : ours[first].start]
    ends_line = last == len(ours) or "\n" in body.text[ours[last - 1].end : ours[last].start]
    if first > 0 and (not begins_line or ends_line):
        return Edit(_span(body, ours[first - 1])[1], end, "")
    if last < len(ours):
        return Edit(start, _span(body, ours[last])[0], "")
    return Edit(start, end, "")


def _span(body: Mapped, word: DiffWord) -> tuple[int, int]:
    part = body.part(word.start, word.end)
    return part.at(0), part.end()


class _Style:
    """How a draft prints quotation marks inside a quotation and spells what is markup."""

    def __init__(self, draft: Draft, body: Mapped) -> None:
        outer = draft.text[body.at(0) - 1 : body.at(0)]
        self._curly = (bool(outer) and outer in "“‘") or bool(_CURLY.search(draft.text[:100_000]))
        # The other one of a pair may stand among the words that stay.
        printed = next((pair for pair in _INNER if {*pair} & {*body.text}), None)
        self._inner = printed or (("‘", "’") if outer != "‘" else ("“", "”"))
        straight = outer == "'" or not outer.strip() or printed == ('"', '"')
        self._straight = '"' if straight else "'"
        self._html = draft.kind == "html"

    def of(self, word: str) -> str:
        """Print a word of the source in the draft's style."""
        if self._curly:
            opening, closing = self._inner
            word = re.sub(r'^([(\[]*)["“]', rf"\1{opening}", word)
            word = re.sub('["”]', closing, word).replace("'", "’")
        else:
            word = re.sub('["“”]', self._straight, word).replace("’", "'")
        return escape(word, quote=False) if self._html else word


def _quoted(byte: int) -> str:
    character = chr(byte)
    if character in '"\\':
        return "\\" + character
    return character if 32 <= byte < 127 else f"\\{byte:03o}"
