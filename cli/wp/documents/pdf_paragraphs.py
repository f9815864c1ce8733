"""Lines of a PDF's columns as paragraphs: parted by gaps, indents, looks and marks of lists."""

import re
from collections.abc import Sequence

from wp.documents.pdf_lines import Frame, PdfLine, Spacing, letter_count
from wp.documents.pdf_tables import PdfRow, tables_of
from wp.documents.prose import CLAUSE_END
from wp.pattern import pattern

BULLET = pattern(r"[•▪▸❖✓·◦‣∙■□○●*+–—−-]\s+(?=\S)")
# "v." stands between the parties of a case.
MARK = pattern(r"(?:\(?[a-z]{1,4}\)|\(?\d{1,3}\)|\d{1,3}\.|\([A-Z]\)|[a-uw-z]\.)\s+(?=\S)")
COUNT = pattern(r"\(?(\d{1,3})[.)]\s")
_BRACKETED_COUNT = pattern(r"\((\d{1,2})\)\s")
_NUMBERED = pattern(
    r"(?:\d{1,3}(?:\.\d{1,3})+\.?|\(?(?!v\.)[ivxIVX]{1,6}[.)]|[§¶]+\s?\d+)\s+(?=\S)"
)
_ARTICLE = pattern(
    r"(?:article|section|rule|art\.|sec\.)\s+\d+|第\s?[〇零一二三四五六七八九十百千\d]{1,8}\s?[条條章节節]",
    re.IGNORECASE,
)
_RULE = pattern(r"[_—–-]{5,}")  # drawn with signs: no text
_FAR_OUT = 7  # of the size: more than any first line is indented
_NOTE = pattern(r"(?:\d{1,3}|[*†‡§]{1,3}|[a-z])[.)]?\s+(?=\S)")


class PdfPart:
    """Lines that belong together, and what they are.

    `kind` is "paragraph", "heading", "item", "row", "note", "margin" or "contents"; `row` and
    `heads` belong to rows. `left` and `right` are the edges of its column.
    """

    __slots__ = ("caption", "heads", "kind", "left", "level", "lines", "opens", "right", "row")

    def __init__(self, kind: str, lines: list[PdfLine], left: float, right: float) -> None:
        self.kind = kind
        self.lines = lines
        self.left = left
        self.right = right
        self.level = 0
        self.row: PdfRow | None = None
        self.heads: tuple[str, ...] = ()
        self.caption = ""
        self.opens = False  # whether it is the first of its column

    @property
    def text(self) -> str:
        """Its lines with blanks between."""
        return " ".join(line.text.strip() for line in self.lines)


def parts_of(frame: Frame, spacing: Spacing, contents: set[int], marks: set[str]) -> list[PdfPart]:
    """Part a column into paragraphs, rows, notes and lists of contents.

    `marks` are the raised note marks of the page.
    """
    lines = frame.lines
    notes, last = _notes(lines, spacing, marks)
    parts: list[PdfPart] = []
    tables = {table.start: table for table in tables_of(lines[:notes])}
    at = 0
    group: list[PdfLine] = []

    def close() -> None:
        nonlocal group
        if group:
            parts.extend(_paragraphs(group, frame, spacing))
            group = []

    while at < notes:
        line = lines[at]
        if id(line) in contents:
            close()
            parts.append(PdfPart("contents", [line], frame.left, frame.right))
            at += 1
        elif at in tables and not any(id(one) in contents for one in lines[at : tables[at].stop]):
            close()
            for row in tables[at].rows:
                part = PdfPart("row", [one for cell in row.cells for one in cell], 0, 0)
                part.left, part.right = frame.left, frame.right
                part.row = row
                parts.append(part)
            at = tables[at].stop
        elif _RULE.fullmatch(line.text):
            close()
            at += 1
        else:
            group.append(line)
            at += 1
    close()
    raised = any(line.words[0].raised for line in lines[notes:last])
    for line in lines[notes:last]:
        if _RULE.fullmatch(line.text):
            continue
        begins = line.words[0].raised if raised else begins_note(line)
        if not parts or parts[-1].kind != "note" or begins:
            parts.append(PdfPart("note", [], frame.left, frame.right))
        parts[-1].lines.append(line)
    if last < len(lines):
        parts += parts_of(frame._replace(lines=lines[last:]), spacing, contents, marks)
    for number, part in enumerate(parts):
        part.opens = not number
    return parts


def _notes(lines: Sequence[PdfLine], spacing: Spacing, marks: set[str]) -> tuple[int, int]:
    """Return where the notes of a column begin and end, both at its foot without any."""
    first = len(lines)
    while first and lines[first - 1].size <= 0.93 * spacing.body:
        first -= 1
    if first == len(lines):
        return _notes_within(lines, spacing)
    return _small_notes_from(lines, first, spacing, marks), len(lines)


def _small_notes_from(
    lines: Sequence[PdfLine], first: int, spacing: Spacing, marks: set[str]
) -> int:
    """Return where the notes begin among the small lines at the foot, from `first` on."""
    small = lines[first:]
    for number in range(max(first - 1, 0), min(first + 1, len(lines) - 1)):
        if _RULE.fullmatch(lines[number].text):
            return number
    # Below columns notes stand alone, as small tables do.
    opening = [line.words[0] for line in small]
    if first == 0 and not any(
        word.raised or (word.text[-1] in ".)" and word.text[:-1] in marks) for word in opening
    ):
        return len(lines)
    for number, line in enumerate(small):
        if not begins_note(line):
            continue
        raised = line.words[0].raised
        if raised or line.words[0].text.strip(".)") in marks:
            # What stands above the first mark goes on from the page before.
            above = small[:number]
            if above and above[0].gap > 1.3 * spacing.leading(above[0]) and first:
                return first if above[0].text[:1].islower() else first + number
            return first + number
    return len(lines)


def _notes_within(lines: Sequence[PdfLine], spacing: Spacing) -> tuple[int, int]:
    """Return where notes begin and end that text may go on behind.

    They stand apart from it, each with a raised number that the text above refers to.
    """
    referred: set[str] = set()
    first = len(lines)
    for number, line in enumerate(lines):
        raised = [word.text for word in line.words if word.raised]
        apart = line.gap > 1.15 * spacing.leading(line)
        begins = line.words[0].raised and raised[0] in referred
        if first < number and apart and not begins:
            return first, number
        if apart and begins:
            first = min(first, number)
        referred.update(text for text in raised if text.isdigit())
    return first, len(lines)


def begins_note(line: PdfLine) -> bool:
    return line.words[0].raised or bool(_NOTE.match(line.text.strip()))


def _paragraphs(lines: list[PdfLine], frame: Frame, spacing: Spacing) -> list[PdfPart]:
    """Part lines without tables between them into paragraphs and items."""
    right = _right_edge(lines, frame)
    parts: list[PdfPart] = []
    for at, line in enumerate(lines):
        before = lines[at - 1] if at else None
        if (
            before is None
            or _parts(parts[-1].lines, before, line, right, frame, spacing)
            or _stands_over(lines, at, right, frame)
        ):
            parts.append(PdfPart("paragraph", [], frame.left, right))
        parts[-1].lines.append(line)
    for part in parts:
        text = part.text
        long = text[0].isdigit() and len(part.lines) > 1
        tagged = part.lines[0].tag.startswith("LI") and not long
        if tagged or BULLET.match(text) or (MARK.match(text) and not long):
            part.kind = "item"
    return parts


def _stands_over(lines: Sequence[PdfLine], at: int, right: float, frame: Frame) -> bool:
    """Return whether a short line behind a full stop, without one itself, heads what is below it.

    The last line of a paragraph ends with one: "Quay Express" above "13. Our office …" is none.
    """
    text = lines[at].text.strip()
    following = lines[at + 1].text.strip() if at + 1 < len(lines) else ""
    return (
        bool(CLAUSE_END.search(lines[at - 1].text))
        and bool(re.match(r"\(?\d{1,3}[.)]\s+\S", following))
        and not CLAUSE_END.search(text)
        and text[:1].isupper()
        and lines[at].right < frame.left + 0.6 * (right - frame.left)
    )


def _right_edge(lines: Sequence[PdfLine], frame: Frame) -> float:
    """Return how far lines reach to the right where most do; the column's edge else."""
    edges = sorted(line.right for line in lines)
    usual = edges[int(0.85 * (len(edges) - 1))]
    return max(usual, frame.left + 0.6 * (frame.right - frame.left)) if len(lines) > 5 else max(
        frame.right, usual
    )  # fmt: skip


def _parts(
    paragraph: list[PdfLine],
    before: PdfLine,
    line: PdfLine,
    right: float,
    frame: Frame,
    spacing: Spacing,
) -> bool:
    """Return whether a new paragraph begins with a line."""
    size = max(line.size, before.size)
    if abs(line.size - before.size) > 0.08 * size and not _mixed(before, line):
        return True
    gap = line.baseline - before.baseline
    if gap > 1.15 * spacing.leading(line) + 0.4 or gap < 0:
        return True
    text, last = line.text.strip(), before.text.strip()
    ended = bool(CLAUSE_END.search(last))
    if line.tag != before.tag:
        if "H" in (line.tag[:1], before.tag[:1]):
            return True
        if "LI" in (line.tag[:2], before.tag[:2]) and (ended or _room(before, line, right)):
            return True
    if line.bold != before.bold and letter_count(last) > 1 and letter_count(text) > 1:
        # A bold line above others; not the last words of a bold run within a paragraph.
        runs_on = line.words[0].bold and not ended and not _room(before, line, right)
        if before.bold and len(paragraph) <= 3 and all(one.bold for one in paragraph):
            return not runs_on
        if line.bold and (CLAUSE_END.search(last) or _room(before, line, right)):
            return True
    if BULLET.match(text) and (CLAUSE_END.search(last) or text[0] not in "-–—*+"):
        return True
    if _counts_on(paragraph, text):
        return True
    marked = bool(MARK.match(text) or _ARTICLE.match(text)) and not _counted(paragraph, text)
    numbered = bool(_NUMBERED.match(text))  # "52.1 percent of" may go on with a sentence
    if ended and (_runs_in(line) or marked or numbered):
        return True
    if marked and (last.endswith((",", " and", " or")) or _room(before, line, right)):
        return True
    if _indented(paragraph, line, right):
        return True
    large = size > 1.15 * spacing.body or (line.bold and before.bold and not spacing.bold)
    if _room(before, line, right):
        if ended and not large:
            return True
        if not large and before.right < right - 0.35 * (right - frame.left):
            return not text[:1].islower()
    return False


def _counts_on(paragraph: Sequence[PdfLine], text: str) -> bool:
    """Return whether a paragraph begins with "4." and a line with "5."."""
    first, now = COUNT.match(paragraph[0].text.strip()), COUNT.match(text)
    return bool(first and now and int(now[1]) == int(first[1]) + 1)


def _counted(paragraph: Sequence[PdfLine], text: str) -> bool:
    """Return whether a line's "(2)" goes on after a "(1)" that stands within the paragraph."""
    now = _BRACKETED_COUNT.match(text)
    before = f"({int(now[1]) - 1})" if now else ""
    return bool(now) and any(line.text.find(before) > 0 for line in paragraph)


def _runs_in(line: PdfLine) -> bool:
    """Return whether a line begins with a bold heading that ends in a colon, stop or dash."""
    bold = 0
    while bold < len(line.words) and line.words[bold].bold:
        bold += 1
    return 0 < bold < len(line.words) and line.words[bold - 1].text[-1] in ".:—–" and letter_count(
        "".join(word.text for word in line.words[:bold])
    ) > 2  # fmt: skip


def _mixed(before: PdfLine, line: PdfLine) -> bool:
    """Return whether the lines have words of both sizes: one has a few words in another one."""
    sizes = {word.size for word in before.words} & {word.size for word in line.words}
    return any(abs(size - max(before.size, line.size)) < 0.3 for size in sizes)


def _room(before: PdfLine, line: PdfLine, right: float) -> bool:
    """Return whether the first word of a line would have had room on the line before."""
    first = line.words[0]
    return before.right + 0.35 * line.size + (first.right - first.left) < right - line.size


def _indented(paragraph: list[PdfLine], line: PdfLine, right: float) -> bool:
    """Return whether a line stands further in or out than its paragraph's lines do."""
    first, last, reach = paragraph[0], paragraph[-1], 0.8 * line.size
    centred = abs((last.left + last.right) - (line.left + line.right)) < 0.6 * line.size
    if len(paragraph) == 1:
        if line.left < first.left - _FAR_OUT * line.size and not centred:
            return True  # what stands above was centred, or to the right
        if line.left > first.left + reach and not centred:
            hanging = BULLET.match(first.text) or MARK.match(first.text)
            hanging = hanging or _NUMBERED.match(first.text)
            return not hanging and _room(first, line, right)
        return False
    rest = paragraph[1].left
    if line.left > rest + reach and not centred:
        return True
    return line.left < rest - reach and not centred and bool(CLAUSE_END.search(paragraph[-1].text))
