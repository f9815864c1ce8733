"""Figures as a picture for a page or a paper: SVG that needs nothing else.

It has a title, a line that names its source, and the figures in words for those who do not see it.
"""

from collections.abc import Iterable, Sequence
from textwrap import wrap
from typing import NamedTuple
from xml.etree import ElementTree

from rich.cells import cell_len

from wp.cite import known, printed_date
from wp.figures import Family, FigureSeries, StatedFigure
from wp.library import Library
from wp.pattern import pattern
from wp.quantities import format_value
from wp.safe import printable
from wp.show import chart
from wp.show.figures_view import undrawn, value_text, when, where, with_unit

_WIDTH, _MARGIN = 760, 24
_PLOT = 470  # where the plots begin, right of labels and values
_PLOT_WIDTH = _WIDTH - _MARGIN - 12 - _PLOT
_LINE = 15
_INK, _SOFT, _RULE = "#1a1a1a", "#595959", "#d0d0d0"
# Okabe and Ito's palette, which people with colour-blindness tell apart.
_COLOURS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00")
_REST = "#e4e4e4"
_NO_XML = pattern("[\ufffe\uffff\ud800-\udfff]")


class _Row(NamedTuple):
    label: str
    beside: str
    stated: StatedFigure


def picture(library: Library, comparison: FigureSeries, hints: Iterable[str] = ()) -> str:
    """Return the figures that can be compared as an SVG picture; `hints` stand below it."""
    bases = library.bases
    named = len(bases) > 1
    drawing = _Drawing(f"Figures from {', '.join(base.document.title for base in bases)}")
    for family in comparison.families:
        drawing.family(family, named)
    for series in comparison.series:
        first, last = series.points[0], series.points[-1]
        drawing.heading(first.figure.measures, f"{with_unit(first)} → {with_unit(last)}")
        rows = [_Row(when(one) or "no period", where(one, named), one) for one in series.points]
        drawing.plot(rows, dots=True)
    for group in comparison.groups:
        drawing.heading(group[0].unit)
        drawing.plot([_Row(one.figure.measures, where(one, named), one) for one in group])
    drawing.notes([*undrawn(comparison), *hints, "What a figure counts is said in our words."])
    for base in bases:
        document = known(base.document)
        parts = (document.publisher, document.title, printed_date(document.published))
        edition = f". {document.edition}" if document.edition else ""
        drawing.notes([f"Source: {', '.join(filter(None, parts))}{edition}"])
    return drawing.finished()


def picture_page(svg: str) -> str:
    """Return a picture of figures as an HTML page of its own."""
    head = '<!DOCTYPE html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Figures</title>'
    return f"{head}\n{svg}</html>\n"


class _Drawing:
    """A picture that grows downwards: what is drawn next stands below what was drawn before."""

    def __init__(self, title: str) -> None:
        self._root = ElementTree.Element("svg", xmlns="http://www.w3.org/2000/svg", role="img")
        self._root.set("font-family", "Helvetica, Arial, 'Noto Sans', sans-serif")
        ElementTree.SubElement(self._root, "title").text = _safe(title)
        self._told = ElementTree.SubElement(self._root, "desc")
        self._words: list[str] = []
        self._paper = self._draw("rect", width=_WIDTH, fill="#ffffff")
        self._y = float(_MARGIN)
        self._lines(title, 74, size=18, weight="bold", gap=6)

    def heading(self, title: str, beside: str = "") -> None:
        self._words.append(": ".join(filter(None, (title, beside))) + ".")
        self._y += 18
        self._lines(title, 92, size=14, weight="bold")
        if beside:
            self._lines(beside, 92, size=13)

    def plot(self, rows: Sequence[_Row], *, dots: bool = False) -> None:
        """Draw a figure a row: a bar from nought, or a dot on a scale by powers of ten or by time.

        A bar on such a scale would show a length that means nothing.
        """
        values = [row.stated.figure.value for row in rows]
        percent = rows[0].stated.unit == "percent"
        scale = chart.scale_for(values, percent=percent)
        self._y += 8
        top = self._y
        grid = ElementTree.SubElement(self._root, "g", stroke=_RULE)
        for row in rows:
            label = _wrapped(row.label, 46)
            beside = _wrapped(row.beside, 46)
            middle = self._y + _LINE * 0.7
            at = _PLOT + scale.position(row.stated.figure.value) * _PLOT_WIDTH
            if dots or scale.log:
                ends = {"x1": _PLOT, "x2": _PLOT + _PLOT_WIDTH, "y1": middle, "y2": middle}
                self._draw("line", grid, stroke__dasharray="1 3", **ends)
                self._draw("circle", cx=at, cy=middle, r=5, fill=_COLOURS[0])
            else:
                origin = _PLOT + scale.position(0) * _PLOT_WIDTH
                left, length = min(origin, at), max(abs(at - origin), 1)
                self._draw("rect", x=left, y=middle - 6, width=length, height=12, fill=_COLOURS[0])
            value = _wrapped(value_text(row.stated), 18)
            for number, line in enumerate(value):
                self._text(_PLOT - 12, self._y + 14 + number * _LINE, line, anchor="end")
            self._column(label, beside)
            told = f"{row.label} ({row.beside})" if row.beside else row.label
            self._words.append(f"{told}: {with_unit(row.stated)}.")
        for label_, share in chart.ticks(scale):
            x = _PLOT + share * _PLOT_WIDTH
            self._draw("line", grid, x1=x, x2=x, y1=top, y2=self._y)
            self._text(x, self._y + 12, label_, size=11, anchor="middle", fill=_SOFT)
        self._y += 18
        if scale.log:
            self._text(_PLOT, self._y + 10, chart.LOG_HINT, size=11, fill=_SOFT)
            self._y += _LINE

    def family(self, family: Family, named: bool) -> None:
        """Draw a whole as a bar, parted among its parts, and what each of them is."""
        whole = family.whole
        self.heading(with_unit(whole), whole.figure.measures)
        self._lines(where(whole, named), 110, size=11, fill=_SOFT)
        self._y += 4
        width = _WIDTH - 2 * _MARGIN
        if family.rest >= 0:
            self._draw("rect", x=_MARGIN, y=self._y, width=width, height=18, fill=_REST)
        x = float(_MARGIN)
        for number, part in enumerate(family.parts):
            length = max(part.figure.value / whole.figure.value * width, 1)
            if family.rest < 0:
                # Parts that overlap stand below one another.
                self._draw("rect", x=_MARGIN, y=self._y, width=width, height=12, fill=_REST)
                x = float(_MARGIN)
            height = 18 if family.rest >= 0 else 12
            fill = _COLOURS[number % len(_COLOURS)]
            self._draw("rect", x=x, y=self._y, width=length, height=height, fill=fill)
            x += length
            self._y += 0 if family.rest >= 0 else 15
        self._y += 26 if family.rest >= 0 else 8
        for number, part in enumerate(family.parts):
            share = f"{'' if family.exact else '~'}{family.share(part.figure.value):.1f}%"
            fill = _COLOURS[number % len(_COLOURS)]
            told = f"{value_text(part)} ({share}) {part.figure.measures}"
            self._draw("rect", x=_MARGIN, y=self._y + 3, width=10, height=10, fill=fill)
            self._lines(told, 104, indent=18)
            self._words.append(f"{told}.")
        if family.rest > 0:
            told = f"{format_value(family.rest)} the rest: the whole less these parts"
            self._draw("rect", x=_MARGIN, y=self._y + 3, width=10, height=10, fill=_REST)
            self._lines(told, 104, indent=18, fill=_SOFT)

    def notes(self, notes: Iterable[str]) -> None:
        self._y += 8
        for note in notes:
            self._lines(note, 136, size=11, fill=_SOFT)

    def finished(self) -> str:
        height = f"{self._y + _MARGIN:g}"
        self._paper.set("height", height)
        self._root.set("viewBox", f"0 0 {_WIDTH} {height}")
        self._root.set("width", str(_WIDTH))
        self._root.set("height", height)
        self._told.text = _safe(" ".join(self._words))
        ElementTree.indent(self._root)
        return ElementTree.tostring(self._root, encoding="unicode") + "\n"

    def _column(self, label: Sequence[str], beside: Sequence[str]) -> None:
        for number, line in enumerate((*label, *beside)):
            fill = _INK if number < len(label) else _SOFT
            self._text(_MARGIN, self._y + 14, line, fill=fill, size=12 if fill == _INK else 11)
            self._y += _LINE
        self._y += 8

    def _lines(
        self, text: str, room: int, *, size: int = 12, indent: int = 0, gap: int = 0, **style: str
    ) -> None:
        for line in _wrapped(text, room):
            self._y += size * 1.3
            self._text(_MARGIN + indent, self._y, line, size=size, **style)
        self._y += gap

    def _text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: int = 12,
        weight: str = "normal",
        fill: str = _INK,
        anchor: str = "start",
    ) -> None:
        drawn = self._draw("text", x=x, y=y, font__size=size, font__weight=weight, fill=fill)
        drawn.set("text-anchor", anchor)
        drawn.text = text

    def _draw(
        self, name: str, parent: ElementTree.Element | None = None, **attributes: float | str
    ) -> ElementTree.Element:
        element = ElementTree.SubElement(self._root if parent is None else parent, name)
        for key, value in attributes.items():
            text = value if isinstance(value, str) else f"{value:.6g}"
            element.set(key.replace("__", "-"), text)
        return element


def _wrapped(text: str, room: int) -> list[str]:
    """Break a text into lines of so many letters; a wide sign takes two."""
    safe = _safe(text)
    return wrap(safe, room if cell_len(safe) < len(safe) * 1.5 else room // 2)


def _safe(text: str) -> str:
    return _NO_XML.sub("\ufffd", printable(text))
