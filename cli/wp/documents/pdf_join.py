"""Parts of a PDF put together: words broken at a line's end, sentences over a page's, tables.

The rows of a table get the heads of its columns and its caption, which stand above them; a bold
heading that a paragraph begins with is parted off.
"""

import re
from collections.abc import Sequence
from functools import cached_property

from wp.documents import Mapped, join
from wp.documents.pdf_columns import CAPTION
from wp.documents.pdf_headings import CAPTIONED
from wp.documents.pdf_lines import PdfLine, Spacing, is_cjk, letter_count
from wp.documents.pdf_paragraphs import BULLET, MARK, PdfPart, begins_note
from wp.documents.prose import CLAUSE_END
from wp.documents.text_lines import keeps_hyphen
from wp.pattern import pattern

_BROKEN = pattern(r"([^\W\d_]+(?:[-\u2010][^\W\d_]+)*)[-\u00ad\u2010]$")
_DASHED = pattern(r"\w[-\u00ad\u2010–/]$")
_DASHES = tuple("-\u00ad\u2010–/")
_REST = pattern(r"[^\W\d_]+")
_WORD = pattern(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")


class Joiner:
    """Joins the lines of paragraphs of one document; counts the words that it made whole."""

    def __init__(self, lines: Sequence[PdfLine]) -> None:
        self.joined = 0
        self.example = ""
        self._lines = lines

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words that stand whole in the document; few documents have a broken one."""
        whole: set[str] = set()
        broken = False
        for line in self._lines:
            words = [word.lower() for word in _WORD.findall(line.text)]
            # A line's first and last word may be halves.
            first, broken = int(broken), bool(_DASHED.search(line.text.rstrip()))
            whole.update(words[first : len(words) - broken])
        return frozenset(whole)

    def join(self, lines: Sequence[Mapped]) -> Mapped:
        """Return lines as one: blanks between, none where the script has none or a word goes on."""
        pieces: list[Mapped] = []
        text = ""
        for line in lines:
            if not line.text:
                continue
            if pieces and not self._meets(text, line.text, pieces):
                pieces.append(Mapped(" ", ()))
            pieces.append(line)
            text = line.text if len(line.text) > 40 else (text + " " + line.text)[-80:]
        return join(pieces)

    def _meets(self, text: str, following: str, pieces: list[Mapped]) -> bool:
        """Return whether nothing stands between two lines; takes off a broken word's hyphen."""
        ends = text[-1], following[0]
        if any(map(is_cjk, ends)) and all(is_cjk(end) or end.isdigit() for end in ends):
            return True
        if not text.endswith(_DASHES):
            return False
        broken = _BROKEN.search(text)
        rest = _REST.match(following)
        if broken is None or rest is None:
            return bool(_DASHED.search(text)) and (
                text[-1] in "-\u2010" or (text[-1] in "–/" and following[0].isdigit())
            ) and not (rest and rest[0] in ("and", "or", "to", "und", "oder", "bis"))  # fmt: skip
        if rest[0] in ("and", "or", "to", "nor", "und", "oder", "bzw", "et", "ou"):
            return False  # "short- and long-term"
        soft = text[-1] == "\u00ad"
        if not soft and (not rest[0][0].islower() or keeps_hyphen(broken[1], rest[0], self._words)):
            return True
        last = pieces[-1]
        pieces[-1] = last.part(0, len(last.text) - 1)
        self.joined += 1
        self.example = self.example or broken[1] + rest[0]
        return True


def joined_parts(parts: Sequence[PdfPart]) -> list[PdfPart]:
    """Put paragraphs together that run on over the end of a column or page.

    Notes, rows and their captions may stand between. A paragraph runs on where it has no full stop
    at its end, its last line is full, and what follows begins no paragraph of its own.
    """
    kept: list[PdfPart] = []
    open_: PdfPart | None = None
    note: PdfPart | None = None
    for part in parts:
        if part.kind == "note":
            if note is not None and part.lines[0].page > note.lines[0].page - 1 and (
                not begins_note(part.lines[0]) and not CLAUSE_END.search(note.text)
            ):  # fmt: skip
                note.lines += part.lines
            else:
                kept.append(part)
                note = part
            continue
        if part.kind in ("contents", "margin"):
            kept.append(part)
            continue
        if open_ is not None and part.opens and _runs_on(open_, part):
            open_.lines += part.lines
            if CLAUSE_END.search(part.text):
                open_ = None
            continue
        if part.kind == "row":
            kept.append(part)
            continue
        if open_ is not None and _floats(part):
            kept.append(part)
            continue
        goes_on = part.kind == "paragraph" and not part.opens and part.text[:1].islower()
        if open_ is not None and goes_on and _like(open_, part):
            open_.lines += part.lines
            open_ = None if CLAUSE_END.search(part.text) else open_
            continue
        kept.append(part)
        open_ = None
        if part.kind in ("paragraph", "item") and not CLAUSE_END.search(part.text):
            open_ = part
    return kept


def _floats(part: PdfPart) -> bool:
    """Return whether a part may stand in the middle of a paragraph: a caption or source line."""
    return bool(
        re.match(r"(?:table|figure|chart|box|source|note)s?\b", part.text, re.IGNORECASE)
    ) and (part.kind != "heading")


def _like(one: PdfPart, two: PdfPart) -> bool:
    return (
        two.kind in ("paragraph", "item")
        and abs(one.lines[-1].size - two.lines[0].size) < 0.06 * one.lines[-1].size
    )


def _runs_on(one: PdfPart, two: PdfPart) -> bool:
    if not _like(one, two) or one.lines[-1].page > two.lines[0].page:
        return False
    if (one.lines[-1].page, one.lines[-1].left) == (two.lines[0].page, two.lines[0].left):
        return False
    text = two.text
    if BULLET.match(text) or (MARK.match(text) and not text[:1].islower() and _short(one)):
        return False
    if text[:1].islower() or _DASHED.search(one.text):
        return True
    return not _short(one)


def _short(part: PdfPart) -> bool:
    """Return whether the last line of a part stops well before the edge of its column."""
    width = part.right - part.left
    return part.lines[-1].right < part.right - 0.3 * width


# Tables

_SCALE = pattern(r"[\[(].*[\])]$|(?:in |thousands|millions|billions|per ?cent)", re.IGNORECASE)


def head_rows(parts: Sequence[PdfPart]) -> None:
    """Give the rows of each table the heads of its columns and its caption."""
    heads: list[tuple[str, ...]] = []
    caption = ""
    body = False
    before: list[PdfPart] = []
    for part in parts:
        row = part.row
        if row is None:
            heads, body = [], False
            if part.kind not in ("note", "margin"):  # may part a caption from a table overleaf
                before.append(part)
            continue
        if before:
            caption = _caption(before)
            before = []
            heads, body = [], False
        if row.is_head and not body:
            heads.append(tuple(" ".join(line.text for line in cell) for cell in row.cells))
        else:
            body = True
        part.caption = caption
        if (
            row.sure
            and heads
            and all(len(one) == len(row.cells) for one in heads)
            and not row.is_head
        ):
            part.heads = tuple(
                " ".join(dict.fromkeys(filter(None, column))) for column in zip(*heads, strict=True)
            )


def _caption(before: Sequence[PdfPart]) -> str:
    """Return the caption that stands right above a table, its scale with it."""
    shown: list[str] = []
    for part in reversed(before[-3:]):
        if len(part.text) > 300 or part.kind == "contents":
            break
        shown.insert(0, part.text)
        if CAPTION.match(part.text):
            return " ".join(shown)
        if not _SCALE.search(part.text) and part.kind != "heading":
            break
    scales = [text for text in shown if re.fullmatch(r"[\[(].{3,80}[\])]", text)]
    return " ".join(scales)


# Headings that paragraphs begin with

_RUN_IN_END = pattern(r"[.:—–]$")
_COUNTED = pattern(r"\d[\d.,]*\s+[a-z%]")  # "25 per cent by 2035." is the end of a sentence
_RUN_IN_WORDS = 14


def with_run_in_headings(parts: Sequence[PdfPart], spacing: Spacing) -> list[PdfPart]:
    """Part bold headings off the paragraphs that they run into."""
    headed: list[PdfPart] = []
    level = 0
    for part in parts:
        if part.kind == "heading":
            level = part.level
        count = _run_in(part, spacing)
        if count:
            first = part.lines[0]
            heading = PdfPart("heading", [PdfLine(first.words[:count], first.page)], part.left, 0.0)
            heading.level = min(level + 1, 9)
            heading.opens = part.opens
            rest = PdfLine(first.words[count:], first.page)
            part.lines = [rest, *part.lines[1:]]
            part.opens = False
            headed.append(heading)
        headed.append(part)
    return headed


def _run_in(part: PdfPart, spacing: Spacing) -> int:
    """Count the words at the start of a paragraph that are its bold heading; 0 without one.

    "**Fees.** The board sets them." has one; a bold number, or a bold name in a sentence, is none.
    """
    if part.kind != "paragraph" or spacing.bold:
        return 0
    words = [word for line in part.lines[:2] for word in line.words]
    count = 0
    while count < len(words) and words[count].bold:
        count += 1
    if not 0 < count <= _RUN_IN_WORDS or count >= len(part.lines[0].words):
        return 0
    text = " ".join(word.text for word in words[:count])
    if not _RUN_IN_END.search(text) or letter_count(text) < 3 or text[:1].islower():
        return 0
    if _COUNTED.match(text) or CAPTIONED.match(text):
        return 0
    rest = " ".join(word.text for word in words[count:])
    return count if letter_count(rest) > 20 and not rest[:1].islower() else 0
