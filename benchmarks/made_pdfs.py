# ruff: noqa: E501  (sentences are read best on one line)
"""PDF documents of the benchmark's own make, each with what a reader should find in it.

A document is written twice: as elements (headings, paragraphs, notes, tables), and as a PDF in
which a small typesetter has put them on pages: columns, justified lines, hyphenated words, notes at
the foot, running heads. What was written is what should be read.
"""

import io
import random
import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

A4 = (595.0, 842.0)


class Heading(NamedTuple):
    """A heading and its rank, 1 the highest."""

    text: str
    level: int


class Paragraph(NamedTuple):
    """A paragraph; `{1}` stands for the mark of note 1, `**Fees.**` is a bold head at its start.

    `^2^` is raised. `item` is the mark of a list's item, printed before it.
    """

    text: str
    item: str = ""


class Table(NamedTuple):
    """A table: caption, heads of its columns, rows of cells."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Cover(NamedTuple):
    """A page of lines in the middle: text and size."""

    lines: tuple[tuple[str, float], ...]


class Contents(NamedTuple):
    """The list of contents, made of the document's headings."""

    dots: bool = True


class NewPage(NamedTuple):
    """The end of a page."""


Element = Heading | Paragraph | Table | Cover | Contents | NewPage


class Style(NamedTuple):
    """How pages look."""

    columns: int = 1
    size: float = 10.5
    leading: float = 1.25
    family: str = "Times"
    head_family: str = "Helvetica"
    head_sizes: tuple[float, ...] = (16, 13, 11)
    bold_heads: bool = True
    gap: float = 6.0
    indent: float = 0.0
    justified: bool = True
    hyphens: bool = False
    margin: float = 72.0
    gutter: float = 18.0
    number_at: str = "foot"
    first_number: int = 1
    breaks: bool = False


class Made(NamedTuple):
    """A document: its name, elements, notes by their number, style, and what its pages repeat.

    `head` gives the running head of a page: its number, and the chapter it is in.
    """

    name: str
    elements: tuple[Element, ...]
    notes: dict[str, str]
    style: Style
    head: Callable[[int, str], str] | None = None
    outline: bool = False
    published: str = ""


class _Piece(NamedTuple):
    text: str
    font: str
    size: float
    rise: float = 0.0
    glued: bool = False
    note: str = ""


_INLINE = re.compile(r"\*\*(.+?)\*\*|\{(\d+)\}|\^(.+?)\^")


class _Setter:
    """Puts elements on the pages of a PDF."""

    def __init__(self, made: Made) -> None:
        from reportlab.pdfgen import canvas

        self._made = made
        self._style = made.style
        self._buffer = io.BytesIO()
        self._canvas = canvas.Canvas(self._buffer, pagesize=A4, invariant=True)
        self._canvas.setTitle("untitled")
        self._width, self._height = A4
        style = made.style
        inner = self._width - 2 * style.margin
        self._column_width = (inner - style.gutter * (style.columns - 1)) / style.columns
        self._page = 0
        self._column = 0
        self._y = 0.0
        self._foot: list[list[_Piece]] = []
        self._carried: list[list[_Piece]] = []
        self._chapter = ""
        self.pages_of: dict[str, int] = {}

    def set(self, pages_of: dict[str, int]) -> bytes:
        """Give the PDF's bytes; `pages_of` are the pages of headings, known from a first setting."""
        self._begin_page()
        for element in self._made.elements:
            match element:
                case Cover():
                    self._cover(element)
                case Contents():
                    self._contents(element, pages_of)
                case NewPage():
                    self._end_page()
                    self._begin_page()
                case Heading():
                    self._heading(element)
                case Table():
                    self._table(element)
                case Paragraph():
                    self._paragraph(element)
        self._end_page()
        self._canvas.save()
        return self._buffer.getvalue()

    def _begin_page(self) -> None:
        self._page += 1
        self._column = 0
        self._begin_column()

    def _begin_column(self) -> None:
        self._y = self._height - self._style.margin
        self._foot = self._carried
        self._carried = []

    def _end_page(self) -> None:
        self._end_column()
        number = self._page + self._style.first_number - 1
        head = self._made.head(number, self._chapter) if self._made.head else ""
        if self._page > 1 or not isinstance(self._made.elements[0], Cover):
            self._canvas.setFont("Helvetica", 8.5)
            top = self._height - 40
            if head:
                if number % 2:
                    self._canvas.drawRightString(self._width - self._style.margin, top, head)
                else:
                    self._canvas.drawString(self._style.margin, top, head)
            if self._style.number_at == "foot":
                self._canvas.drawCentredString(self._width / 2, 34, str(number))
            elif self._style.number_at == "outer":
                x = self._width - 40 if number % 2 else 40
                self._canvas.drawCentredString(x, 34, str(number))
        self._canvas.showPage()

    def _end_column(self) -> None:
        y = self._style.margin + self._note_height() - self._note_leading
        for line in self._foot:
            self._draw(line, self._x, y, 0.0)
            y -= self._note_leading

    @property
    def _note_leading(self) -> float:
        return (self._style.size - 2) * 1.2

    @property
    def _x(self) -> float:
        return self._style.margin + self._column * (self._column_width + self._style.gutter)

    def _note_height(self) -> float:
        return len(self._foot) * self._note_leading

    def _room(self, height: float) -> None:
        """Go to the next column where a height does not fit."""
        note = self._note_height() + (8 if self._foot else 0)
        if self._y - height < self._style.margin + note:
            self._end_column()
            self._column += 1
            if self._column == self._style.columns:
                self._column -= 1
                self._foot, foot = [], self._foot
                del foot
                self._close_page()
            else:
                self._begin_column()

    def _close_page(self) -> None:
        self._end_page()
        self._begin_page()

    def _cover(self, cover: Cover) -> None:
        y = self._height - 220
        for text, size in cover.lines:
            self._canvas.setFont("Helvetica-Bold" if size > 16 else "Helvetica", size)
            self._canvas.drawCentredString(self._width / 2, y, text)
            y -= max(size * 1.6, 26)
        self._close_page()

    def _contents(self, contents: Contents, pages_of: dict[str, int]) -> None:
        style = self._style
        self._canvas.setFont("Helvetica-Bold", 14)
        self._canvas.drawString(self._x, self._y - 14, "Contents")
        self._y -= 36
        right = self._width - style.margin
        for element in self._made.elements:
            if not isinstance(element, Heading):
                continue
            self._canvas.setFont("Helvetica", 10)
            x = self._x + 12 * (element.level - 1)
            number = str(pages_of.get(element.text, 1) + style.first_number - 1)
            self._canvas.drawString(x, self._y, element.text)
            self._canvas.drawRightString(right, self._y, number)
            if contents.dots:
                start = x + self._measure(element.text, "Helvetica", 10) + 6
                stop = right - 24
                dots = "." * int((stop - start) / self._measure(".", "Helvetica", 10))
                self._canvas.drawString(start, self._y, dots)
            self._y -= 15
        self._close_page()

    def _heading(self, heading: Heading) -> None:
        style = self._style
        size = style.head_sizes[min(heading.level, len(style.head_sizes)) - 1]
        font = f"{style.head_family}-Bold" if style.bold_heads else style.head_family
        pieces = [_Piece(word, font, size) for word in heading.text.split()]
        lines = list(self._lines(pieces, self._column_width))
        if heading.level == 1:
            self._chapter = heading.text
        full = self._y < self._height - style.margin - 1
        self._room(size * 1.9 + len(lines) * size * 1.2 + 2.2 * style.size * style.leading)
        if full:
            self._y -= size * 0.9
        self.pages_of.setdefault(heading.text, self._page)
        if self._made.outline:
            key = f"h{len(self.pages_of)}"
            self._canvas.bookmarkPage(key)
            self._canvas.addOutlineEntry(heading.text, key, heading.level - 1)
        for line in lines:
            self._y -= size * 1.2
            self._draw(line, self._x, self._y, 0.0)
        self._y -= max(style.gap, 4)

    def _paragraph(self, paragraph: Paragraph) -> None:
        style = self._style
        pieces = self._pieces(paragraph.text, style.size)
        left = 0.0
        if paragraph.item:
            left = 16.0
        lines = list(self._lines(pieces, self._column_width - left, style.indent * (not left)))
        for number, line in enumerate(lines):
            notes = [note for piece in line if piece.note for note in self._note(piece.note)]
            height = style.size * style.leading
            self._room(height + min(len(notes), 2) * self._note_leading)
            self._y -= height
            x = self._x + left
            if not number and paragraph.item:
                self._canvas.setFont(_face(style.family, False), style.size)
                self._canvas.drawString(x - left, self._y, paragraph.item)
            indent = style.indent if not number and not left else 0.0
            width = self._column_width - left - indent
            last = number == len(lines) - 1
            self._draw(line, x + indent, self._y, 0.0 if last or not style.justified else width)
            for note in notes:
                free = self._y - style.margin - self._note_height() - 8
                (self._foot if free >= self._note_leading else self._carried).append(note)
        self._y -= style.gap

    def _note(self, number: str) -> list[list[_Piece]]:
        size = self._style.size - 2
        pieces = self._pieces(self._made.notes[number], size)
        mark = _Piece(number, _face(self._style.family, False), size * 0.7, size * 0.35)
        pieces[0] = pieces[0]._replace(glued=True)
        return list(self._lines([mark, *pieces], self._column_width))

    def _table(self, table: Table) -> None:
        style = self._style
        size = style.size - 1
        leading = size * 1.35
        self._room(leading * (len(table.rows) + 4))
        self._y -= leading
        self._canvas.setFont(_face(style.family, True), size)
        caption = [_Piece(word, _face(style.family, True), size) for word in table.caption.split()]
        for line in self._lines(caption, self._column_width):
            self._draw(line, self._x, self._y, 0.0)
            self._y -= leading
        width = self._column_width
        first = max(self._measure(row[0], _face(style.family, False), size) for row in table.rows)
        step = (width - first - 8) / max(len(table.heads) - 1, 1)
        for number, row in enumerate((table.heads, *table.rows)):
            self._canvas.setFont(_face(style.family, number == 0), size)
            for place, cell in enumerate(row):
                if place:
                    self._canvas.drawRightString(self._x + first + 8 + step * place, self._y, cell)
                else:
                    self._canvas.drawString(self._x, self._y, cell)
            self._y -= leading
        self._y -= style.gap + leading * 0.5

    def _pieces(self, text: str, size: float) -> list[_Piece]:
        family = self._style.family
        pieces: list[_Piece] = []
        at = 0

        def plain(part: str, bold: bool = False) -> None:
            glued = bool(part) and not part[0].isspace() and bool(pieces)
            for number, word in enumerate(part.split() if not _cjk(part) else part):
                pieces.append(
                    _Piece(
                        word, _face(family, bold), size, 0.0, glued if not number else _cjk(part)
                    )
                )

        for match in _INLINE.finditer(text):
            plain(text[at : match.start()])
            if match[1]:
                plain(match[1], bold=True)
            elif match[2]:
                face = _face(family, False)
                pieces.append(_Piece(match[2], face, size * 0.65, size * 0.35, True, match[2]))
            else:
                pieces.append(
                    _Piece(match[3], _face(family, False), size * 0.65, size * 0.35, True)
                )
            at = match.end()
        plain(text[at:])
        return pieces

    def _lines(
        self, pieces: Sequence[_Piece], width: float, indent: float = 0.0
    ) -> Iterator[list[_Piece]]:
        line: list[_Piece] = []
        used = 0.0
        room = width - indent
        waiting = list(reversed(pieces))
        while waiting:
            piece = waiting.pop()
            blank = self._measure(" ", piece.font, piece.size) if line and not piece.glued else 0.0
            long = self._measure(piece.text, piece.font, piece.size)
            following = waiting[-1] if waiting else None
            tail = (
                self._measure(following.text, following.font, following.size)
                if following and following.glued and not _cjk(following.text)
                else 0.0
            )
            if used + blank + long + tail <= room or not line:
                line.append(piece)
                used += blank + long
                continue
            cut = self._cut(piece, room - used - blank) if not tail else 0
            if cut:
                head = piece.text[:cut]
                line.append(piece._replace(text=head if head.endswith("-") else head + "-"))
                waiting.append(piece._replace(text=piece.text[cut:], glued=False))
            else:
                waiting.append(piece._replace(glued=False) if not piece.note else piece)
            yield line
            line, used, room = [], 0.0, width
        if line:
            yield line

    def _cut(self, piece: _Piece, room: float) -> int:
        """Give where a word is broken at the line's end; 0 where it is not."""
        text = piece.text
        if "-" in text[2:-2] and not any(sign.isdigit() for sign in text):
            cut = text.index("-", 2) + 1
            if self._measure(text[:cut], piece.font, piece.size) <= room:
                return cut
        if not self._style.hyphens or not text.isalpha() or not text.islower() or len(text) < 8:
            return 0
        for cut in range(len(text) - 3, 2, -1):
            vowels = "aeiou"
            if text[cut - 1] in vowels and text[cut] not in vowels and (
                self._measure(text[:cut] + "-", piece.font, piece.size) <= room
            ):  # fmt: skip
                return cut
        return 0

    def _draw(self, line: Sequence[_Piece], x: float, y: float, width: float) -> None:
        line = _together(line)
        used = sum(self._measure(piece.text, piece.font, piece.size) for piece in line)
        gaps = sum(not piece.glued for piece in line[1:])
        blank = self._measure(" ", line[0].font, line[0].size)
        if width and gaps:
            blank = (width - used) / gaps
        for number, piece in enumerate(line):
            if number and not piece.glued:
                x += blank
            self._canvas.setFont(piece.font, piece.size)
            self._canvas.drawString(x, y + piece.rise, piece.text)
            x += self._measure(piece.text, piece.font, piece.size)

    def _measure(self, text: str, font: str, size: float) -> float:
        from reportlab.pdfbase import pdfmetrics

        return float(pdfmetrics.stringWidth(text, font, size))


def _together(line: Sequence[_Piece]) -> list[_Piece]:
    """Put characters without blanks between them together, as typesetters write them."""
    runs: list[_Piece] = []
    for piece in line:
        last = runs[-1] if runs else None
        same = last is not None and piece.glued and piece[1:4] == last[1:4]
        if last and same and (_cjk(piece.text) or _cjk(last.text)):
            runs[-1] = last._replace(text=last.text + piece.text)
        else:
            runs.append(piece)
    return runs


def _cjk(text: str) -> bool:
    return bool(re.match("[\u3000-\u9fff\uff00-\uffef]", text))


def _face(family: str, bold: bool) -> str:
    if family.startswith("ST"):
        return family
    plain = {"Times": "Times-Roman"}.get(family, family)
    return f"{family}-Bold" if bold else plain


def pdf_of(made: Made) -> bytes:
    """Give a document as a PDF; set twice, since the contents list names pages."""
    if made.style.family.startswith("ST"):
        from reportlab.pdfbase import cidfonts, pdfmetrics

        pdfmetrics.registerFont(cidfonts.UnicodeCIDFont("STSong-Light"))
    first = _Setter(made)
    first.set({})
    return _Setter(made).set(first.pages_of)


def made_documents() -> list[Made]:
    """Give the documents of the benchmark."""
    return [build(random.Random(number)) for number, build in enumerate(_BUILDERS)]


_NOUNS = (
    "harbour fleet council ministry island reservoir district programme inspector survey railway "
    "clinic orchard census library cooperative regulation settlement workshop agreement apprentice "
    "laboratory municipality fishery container infrastructure environment vaccination"
).split()
_VERBS = (
    "inspected approved extended counted repaired financed surveyed registered measured published "
    "completed coordinated recommended administered"
).split()
_QUALITIES = (
    "northern annual regional independent provisional low-skilled long-term coastal municipal "
    "full-time comprehensive reliable voluntary"
).split()


class _Writer:
    """Writes sentences, each with a word of its own, so that none is taken for another."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._count = 0

    def sentence(self) -> str:
        pick = self._chance.choice
        self._count += 1
        number = self._chance.choice([f"{self._chance.randint(1, 99)},{self._chance.randint(100, 999)}",
                                      str(self._chance.randint(11, 990)),
                                      f"{self._chance.randint(1, 99)}.{self._chance.randint(1, 9)} percent of"])  # fmt: skip
        year = self._chance.randint(2001, 2029)
        forms = (
            f"The {pick(_QUALITIES)} {pick(_NOUNS)} {pick(_VERBS)} {number} {pick(_NOUNS)} units in {year}.",
            f"In {year}, the {pick(_NOUNS)} and the {pick(_QUALITIES)} {pick(_NOUNS)} {pick(_VERBS)} "
            f"{number} entries of the {pick(_NOUNS)}, which the {pick(_NOUNS)} had {pick(_VERBS)} before.",
            f"Under the {pick(_QUALITIES)} {pick(_NOUNS)} agreement, {number} members of the "
            f"{pick(_NOUNS)} were {pick(_VERBS)} by the {pick(_NOUNS)} of {_name(self._chance)}.",
            f"No {pick(_NOUNS)} was {pick(_VERBS)} without the consent of {_name(self._chance)} Council.",
        )
        return self._chance.choice(forms)

    def paragraph(self, least: int = 2, most: int = 6) -> str:
        return " ".join(self.sentence() for _ in range(self._chance.randint(least, most)))

    def title(self) -> str:
        pick = self._chance.choice
        return f"{pick(_QUALITIES).capitalize()} {pick(_NOUNS)} and {pick(_NOUNS)} of {_name(self._chance)}"

    def noted(self, notes: dict[str, str], text: str) -> str:
        """Put the mark of a new note behind a sentence."""
        number = str(len(notes) + 1)
        notes[number] = (
            f"See {_name(self._chance)} Papers, vol. {self._chance.randint(2, 40)}, {self.sentence()}"
        )
        ends = [match.end() for match in re.finditer(r"\.(?= |$)", text)]
        end = self._chance.choice(ends)
        return f"{text[:end]}{{{number}}}{text[end:]}"

    def table(self, number: int, scale: str = "in thousands of tons", rows: int = 6) -> Table:
        years = ("2019", "2020", "2021")
        return Table(
            f"Table {number}. {self.title()} ({scale})",
            ("District", *years),
            tuple(
                (
                    f"{_name(self._chance)} {place}",
                    *(f"{self._chance.uniform(1, 999):,.1f}" for _ in years),
                )
                for place in ("North", "South", "East", "West", "Quay", "Hill")[:rows]
            ),
        )


def _name(chance: random.Random) -> str:
    first = "Ost Bran Kel Tor Vin Mar Sel Hal Nor Ald Fen Rav".split()
    last = "wick haven mouth ford stad holm bury dale".split()
    return chance.choice(first) + chance.choice(last)


def _sections(
    writer: _Writer,
    notes: dict[str, str],
    *,
    chapters: int,
    numbered: bool = False,
    tables: bool = False,
    noted: bool = True,
    paragraphs: int = 4,
) -> list[Element]:
    elements: list[Element] = []
    count = 0
    for chapter in range(1, chapters + 1):
        elements.append(Heading(f"{f'{chapter}. ' * numbered}{writer.title()}", 1))
        for section in range(1, 3):
            if section > 1 or chapter % 2:
                label = f"{chapter}.{section} " * numbered
                elements.append(Heading(f"{label}{writer.title()}", 2))
            for place in range(paragraphs):
                text = writer.paragraph()
                if noted and place % 2:
                    text = writer.noted(notes, text)
                elements.append(Paragraph(text))
            if tables and section == 2:
                count += 1
                elements.append(writer.table(count))
                elements.append(Paragraph(writer.paragraph()))
    return elements


def _report(chance: random.Random) -> Made:
    writer, notes = _Writer(chance), {}  # type: _Writer, dict[str, str]
    body = _sections(writer, notes, chapters=5, tables=True, paragraphs=6)
    cover = Cover(
        (
            ("Annual Report on the Harbours", 26),
            ("Ministry of Fish", 14),
            ("Friday, 10 October 2025", 12),
        )
    )
    annex: list[Element] = [Heading("Annex A. Sources", 1), Paragraph(writer.paragraph(5, 8))]
    return Made(
        "report",
        (cover, Contents(), *body, *annex),
        notes,
        Style(number_at="outer"),
        head=lambda number, chapter: chapter if number % 2 else "Annual Report on the Harbours",
        outline=True,
        published="2025-10-10",
    )


def _paper(chance: random.Random) -> Made:
    writer, notes = _Writer(chance), {}  # type: _Writer, dict[str, str]
    body = _sections(writer, notes, chapters=5, numbered=True, paragraphs=3)
    style = Style(columns=2, size=9.5, head_sizes=(12, 10.5), hyphens=True, margin=54, indent=10, gap=0,
                  leading=1.2)  # fmt: skip
    return Made(
        "paper", tuple(body), notes, style, head=lambda number, _: f"Journal of Quays {number}"
    )


def _speech(chance: random.Random) -> Made:
    writer = _Writer(chance)
    elements: list[Element] = [
        Cover(
            (("SPEECH", 20), ("FOURTH HARBOUR BUDGET", 14), ("by the Minister of Fish", 12),
             ("14 March 2026", 12))
        )
    ]  # fmt: skip
    for number in range(1, 31):
        if number % 5 == 1:
            elements.append(Heading(writer.title(), 1))
        elements.append(Paragraph(f"{number}. {writer.paragraph(1, 4)}"))
    style = Style(
        size=12, leading=2.0, head_sizes=(12,), head_family="Times", justified=False, gap=10
    )
    return Made("speech", tuple(elements), {}, style, published="2026-03-14")


def _bulletin(chance: random.Random) -> Made:
    writer = _Writer(chance)
    elements: list[Element] = []
    for number in range(1, 5):
        elements.append(Heading(writer.title(), 1))
        for _ in range(4):
            head = f"{chance.choice(_NOUNS).capitalize()} {chance.choice(_NOUNS)}."
            elements.append(Paragraph(f"**{head}** {writer.paragraph()}"))
        elements.append(writer.table(number, "in millions of crowns", rows=5))
        elements.append(Paragraph(writer.paragraph()))
    style = Style(
        columns=2, size=9, head_sizes=(14,), family="Helvetica", justified=False, margin=50
    )
    return Made(
        "bulletin", tuple(elements), {}, style, head=lambda number, _: "Fish Bulletin / Vol. 12"
    )


def _law(chance: random.Random) -> Made:
    writer = _Writer(chance)
    elements: list[Element] = []
    article = 0
    for chapter in ("I", "II", "III", "IV"):
        elements.append(Heading(f"Chapter {chapter}. {writer.title()}", 1))
        for _ in range(5):
            article += 1
            elements.append(Heading(f"Article {article}", 2))
            elements.append(Paragraph(writer.paragraph(1, 3)))
            for letter in "abc"[: chance.randint(0, 3)]:
                elements.append(Paragraph(writer.sentence(), item=f"({letter})"))
    style = Style(size=11, head_sizes=(12, 11), head_family="Times", gap=5, justified=True)
    return Made("law", tuple(elements), {}, style, head=lambda number, chapter: chapter.upper())


def _statistics(chance: random.Random) -> Made:
    writer = _Writer(chance)
    elements: list[Element] = [Heading("Landings by District", 1), Paragraph(writer.paragraph())]
    for number in range(1, 13):
        elements.append(writer.table(number, "in thousands"))
        if number % 3 == 0:
            elements.append(Paragraph(writer.paragraph(1, 2)))
    style = Style(family="Helvetica", size=10, head_sizes=(15,))
    return Made(
        "statistics", tuple(elements), {}, style, head=lambda number, _: "Statistical Yearbook"
    )


def _judgment(chance: random.Random) -> Made:
    writer, notes = _Writer(chance), {}  # type: _Writer, dict[str, str]
    elements: list[Element] = []
    for number in range(1, 41):
        if number % 8 == 1:
            elements.append(Heading(writer.title(), 1))
        text = writer.paragraph(2, 5)
        if number % 2:
            text = writer.noted(notes, text)
        if number % 6 == 0:
            text = writer.noted(notes, text)
        elements.append(Paragraph(f"{number}. {text}"))
    style = Style(size=11.5, head_sizes=(11.5,), head_family="Times", gap=7, leading=1.35)
    return Made(
        "judgment", tuple(elements), notes, style, head=lambda number, _: "Fisher v Harbour Board"
    )


def _gazette(chance: random.Random) -> Made:
    writer, notes = _Writer(chance), {}  # type: _Writer, dict[str, str]
    body = _sections(writer, notes, chapters=6, paragraphs=4)
    style = Style(columns=3, size=8.5, head_sizes=(10, 9), margin=45, gutter=10, hyphens=True,
                  indent=9, gap=0, leading=1.15, first_number=47698)  # fmt: skip
    return Made("gazette", tuple(body), notes, style,
                head=lambda number, _: f"Harbour Gazette / Vol. 85, No. 152 / {number}")  # fmt: skip


def _release(chance: random.Random) -> Made:
    writer = _Writer(chance)
    elements: list[Element] = [Heading("Harbour Board Cuts Fees for Small Boats", 1)]
    elements += [Paragraph(writer.paragraph()) for _ in range(14)]
    elements += [Paragraph(writer.sentence(), item="•") for _ in range(5)]
    style = Style(family="Helvetica", size=11, head_sizes=(17,), justified=False, gap=9)
    return Made("release", tuple(elements), {}, style)


def _manual(chance: random.Random) -> Made:
    writer, notes = _Writer(chance), {}  # type: _Writer, dict[str, str]
    elements: list[Element] = []
    for _ in range(1, 7):
        elements.append(Heading(writer.title(), 1))
        for _ in range(2):
            elements.append(Heading(writer.title(), 2))
            area = chance.randint(20, 900)
            elements.append(
                Paragraph(
                    f"{writer.paragraph(1, 3)} The hall has {area} m^2^ of floor, and the "
                    f"1^st^ quay takes 10^{chance.randint(3, 6)}^ crates."
                )
            )
            elements.append(Heading(writer.title(), 3))
            elements += [Paragraph(writer.sentence(), item="•") for _ in range(4)]
            elements += [
                Paragraph(writer.paragraph(1, 3), item=f"{place}.") for place in range(1, 4)
            ]
    style = Style(
        family="Helvetica", size=10, head_sizes=(18, 14, 11), bold_heads=False, justified=False
    )
    return Made(
        "manual", tuple(elements), notes, style, head=lambda number, _: f"Page {number} of 9"
    )


def _chinese(chance: random.Random) -> Made:
    words = "国家渔港管理办法人民政府应当保障渔民权利建立健全海洋环境监督制度组织开展调查统计工作"
    elements: list[Element] = []
    count = 0

    def clause() -> str:
        return "".join(chance.choice(words) for _ in range(chance.randint(9, 24)))

    for chapter in "一二三四":
        elements.append(Heading(f"第{chapter}章{clause()[:6]}", 1))
        for _ in range(6):
            count += 1
            number = "一二三四五六七八九十"[(count - 1) % 10]
            label = number if count <= 10 else f"{'二' * (count > 20)}十{number}"
            text = "".join(
                f"{clause()},{clause()}{chance.randint(2, 99)}条,{clause()}。" for _ in range(3)
            )
            elements.append(Paragraph(f"第{label}条{text}".replace(",", "，")))
    style = Style(family="STSong-Light", head_family="STSong-Light", bold_heads=False, size=11,
                  head_sizes=(14,), justified=False, indent=22, gap=4)  # fmt: skip
    return Made("chinese", tuple(elements), {}, style)


def _plain(chance: random.Random) -> Made:
    """Headings in the letters of the text, told by space and words alone."""
    writer = _Writer(chance)
    elements: list[Element] = []
    for number in range(1, 7):
        elements.append(Heading(f"{'I II III IV V VI'.split()[number - 1]}. {writer.title()}", 1))
        elements += [Paragraph(writer.paragraph()) for _ in range(5)]
    style = Style(family="Times", head_family="Times-Roman", bold_heads=False, size=11, head_sizes=(11,),
                  gap=11)  # fmt: skip
    return Made(
        "plain", tuple(elements), {}, style, head=lambda number, _: f"Report of the Board {number}"
    )


_BUILDERS: tuple[Callable[[random.Random], Made], ...] = (
    _report, _paper, _speech, _bulletin, _law, _statistics, _judgment, _gazette, _release, _manual,
    _chinese, _plain,
)  # fmt: skip


def large_document(pages: int = 500) -> Made:
    """Give a report of about so many pages, for time and memory."""
    chance = random.Random(99)
    writer, notes = _Writer(chance), {}  # type: _Writer, dict[str, str]
    body: list[Element] = []
    while len(body) < pages * 9.8:
        body += _sections(writer, notes, chapters=6, tables=True, paragraphs=8)
    return Made("large", tuple(body), notes, Style(), head=lambda number, chapter: chapter)
