"""The words of a PDF's pages with their places and looks, taken through pdfium."""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from wp.pattern import pattern

_TOKEN = pattern(r"[^\s\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
_BOLD = pattern(r"bold|black|heavy|semibold|demi(?!on)|\bbd\b", re.IGNORECASE)
_ITALIC = pattern(r"ital|obli", re.IGNORECASE)
_FORCE_BOLD = 1 << 18
_ITALIC_FLAG = 1 << 6
_LEAST_WEIGHT = 600
_SEEN = 1.5  # points: no letters of this size are seen
_TEXT = 1  # FPDF_PAGEOBJ_TEXT
_MANY = 20
LOST = "\ufffd"  # stands for what the file does not tell
_PRIVATE = pattern(r"[\ue000-\uf8ff]")  # alone: a bullet of a font of its own
# Within a word: two letters of a font of its own; "di↵erent" where TeX's codes are kept.
_WITHIN = pattern(r"(?<=[^\W\d_])[\ue000-\uf8ff↵]|[\ue000-\uf8ff↵](?=[^\W\d_])")
_UNREAD = pattern(r"[\x01\x03-\x08\x0b\x0c\x0e-\x1f]")
# Written out, for a reader types the letters: ligatures, and bullets that only a symbol font has.
_SPELLED = {
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st",
    0xFB06: "st", 0x02: "-", 0xFFFE: "-", 0x00: LOST, 0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "▸",
    0xF076: "❖", 0xF0FC: "✓",
}  # fmt: skip


class PdfWord(NamedTuple):
    """Characters without a blank between them and of one look.

    Places are in points, `baseline` from the top of the page. `glued` tells that no
    blank parts it from the word before; `raised` that it stands above its line, and smaller.
    `tag` is what the file's structure says it belongs to, "H2" or "TD", where it says so.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool
    italic: bool
    glued: bool = False
    raised: bool = False
    tag: str = ""


class Page(NamedTuple):
    """A page: its words in the order of the file, those that stand sideways apart.

    `hidden` are words too small to be seen, which some programs lay tables out with. `pictured`
    tells that something is drawn on it and no text, `unread` that there are characters which pdfium
    does not give, since the file lacks their font.
    """

    width: float
    height: float
    words: tuple[PdfWord, ...]
    turned: tuple[PdfWord, ...] = ()
    pictured: bool = False
    unread: bool = False
    hidden: tuple[PdfWord, ...] = ()


class _Look(NamedTuple):
    size: float
    bold: bool
    italic: bool
    angle: int  # quarter turns
    tag: str


# A word in the places of the file: its text, where it begins and ends along its line, its baseline,
# its look, whether it is glued. A plain tuple: there is one for each word of a document.
_Piece = tuple[str, float, float, float, _Look, bool]


def _direct(function: Any, *types: Any) -> Any:
    """Return a function of pdfium that takes and gives addresses as numbers, in half the time."""
    return ctypes.CFUNCTYPE(*types)(ctypes.cast(function, ctypes.c_void_p).value or 0)


class PageReader:
    """Reads pages of one document; keeps what it learned of its fonts."""

    def __init__(self) -> None:
        import pypdfium2.raw as raw

        address, number = ctypes.c_void_p, ctypes.c_int
        self._raw = raw
        self._fonts: dict[int, tuple[bool, bool]] = {}
        self._looks: dict[tuple[Any, ...], _Look] = {}
        self._rect = raw.FS_RECTF()
        self._matrix = raw.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._object_of = _direct(raw.FPDFText_GetTextObject, address, address, number)
        self._box = _direct(raw.FPDFText_GetLooseCharBox, number, address, number, address)
        self._origin = _direct(
            raw.FPDFText_GetCharOrigin, number, address, number, address, address
        )
        self._matrix_of = _direct(raw.FPDFText_GetMatrix, number, address, number, address)
        self._size_of = _direct(raw.FPDFText_GetFontSize, ctypes.c_double, address, number)
        self._font_of = _direct(raw.FPDFTextObj_GetFont, address, address)
        self._mark_of = _direct(raw.FPDFPageObj_GetMarkedContentID, number, address)

    def read(self, page: Any) -> Page:
        """Read one page of pypdfium2."""
        text_page = page.get_textpage()
        try:
            count = text_page.count_chars()
            text = text_page.get_text_range() if count else ""
            get = self._raw.FPDFText_GetUnicode
            if len(text) != count:
                codes = (get(text_page, at) for at in range(count))
                text = "".join(chr(code) if 0 < code < 0x110000 else LOST for code in codes)
            unread = len(_UNREAD.findall(text)) > _MANY
            # A hyphen at a line's end has a code; a sign that the file does not name has none.
            named = [LOST if sign == "\ufffe" and not get(text_page, at) else sign
                     for at, sign in enumerate(text)] if "\ufffe" in text else text  # fmt: skip
            text = _UNREAD.sub(LOST, "".join(named))
            tags = self._tags(page) if count else {}
            pieces = self._pieces(text_page.raw, text, tags)
        finally:
            text_page.close()
        left, bottom, right, top = page.get_cropbox()
        width, height = right - left, top - bottom
        turns = Counter[int]()
        for word, _, _, _, look, _ in pieces:
            turns[look.angle] += len(word)
        main = turns.most_common(1)[0][0] if turns else 0
        words = [piece for piece in pieces if piece[4].angle == main and piece[4].size > _SEEN]
        hidden = [piece for piece in pieces if piece[4].angle == main and piece[4].size <= _SEEN]
        turned = [piece for piece in pieces if piece[4].angle != main]
        box = (left, bottom, right, top)
        if main % 2:
            width, height = height, width
        return Page(
            width,
            height,
            _upright(words, main, box),
            _upright(turned, 1, (0.0, 0.0, 0.0, 0.0)),
            pictured=not words and any(page.get_objects(max_depth=1)),
            unread=unread or self._lacks_text(page, len(text)),
            hidden=_upright(hidden, main, box),
        )

    def _lacks_text(self, page: Any, characters: int) -> bool:
        """Return whether a page has far more pieces of text than characters came of them."""
        raw = self._raw
        count = raw.FPDFPage_CountObjects(page)
        if count < characters + _MANY:
            return False
        kinds = (raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(page, at)) for at in range(count))
        return bool(sum(kind == _TEXT for kind in kinds) > 1.5 * characters + _MANY)

    def _pieces(self, text_page: Any, text: str, tags: dict[int, str]) -> list[_Piece]:
        """Return the words in the order of the file."""
        page = ctypes.cast(text_page, ctypes.c_void_p).value
        object_of, get_box, get_origin = self._object_of, self._box, self._origin
        rect, x, y = self._rect, self._x, self._y
        to_rect, to_x, to_y = map(ctypes.addressof, (rect, x, y))
        looks: dict[int | None, _Look] = {}
        found: list[_Piece] = []

        def add(start: int, stop: int, key: int | None, glued: bool) -> None:
            look = looks.get(key)
            if look is None:
                look = looks[key] = self._look(page, start, key, tags)
            get_origin(page, start, to_x, to_y)
            across = look.angle % 2
            get_box(page, start, to_rect)
            low, high = (rect.bottom, rect.top) if across else (rect.left, rect.right)
            if stop - start > 1:
                get_box(page, stop - 1, to_rect)
                one, two = (rect.bottom, rect.top) if across else (rect.left, rect.right)
                low, high = min(low, one), max(high, two)
            word = text[start:stop]
            if not (word.isascii() and word.isprintable()):
                word = word.translate(_SPELLED)
                word = "•" if _PRIVATE.fullmatch(word) else _WITHIN.sub(LOST, word)
            found.append((word, low, high, x.value if across else y.value, look, glued))

        for match in _TOKEN.finditer(text):
            start, stop = match.span()
            first = object_of(page, start)
            if stop - start == 1 or object_of(page, stop - 1) == first:
                add(start, stop, first, glued=False)
                continue
            begun = start
            for at in range(start + 1, stop + 1):
                key = object_of(page, at) if at < stop else -1
                if key != first:
                    add(begun, at, first, glued=begun > start)
                    begun, first = at, key
        return found

    def _look(self, page: int | None, at: int, key: int | None, tags: dict[int, str]) -> _Look:
        """Return the look of the text object at an address, of which a character is given."""
        matrix = self._matrix
        self._matrix_of(page, at, ctypes.addressof(matrix))
        font = self._font_of(key) if key else None
        tag = tags.get(self._mark_of(key), "") if tags and key else ""
        shape = (matrix.a, matrix.b, matrix.c, matrix.d)
        known = (*shape, self._size_of(page, at), font, tag)
        look = self._looks.get(known)
        if look is None:
            look = self._looks[known] = _look_of(*known[:5], *self._font(font), tag)
        return look

    def _font(self, font: int | None) -> tuple[bool, bool]:
        """Return whether the font at an address is bold, and whether it is italic."""
        if font is None:
            return False, False
        if font not in self._fonts:
            raw = self._raw
            pointer = ctypes.cast(font, raw.FPDF_FONT)
            needed = raw.FPDFFont_GetBaseFontName(pointer, None, 0)
            buffer = ctypes.create_string_buffer(needed)
            raw.FPDFFont_GetBaseFontName(pointer, buffer, needed)
            name = buffer.value.decode("utf-8", "replace")
            flags = max(raw.FPDFFont_GetFlags(pointer), 0)
            bold = bool(_BOLD.search(name)) or bool(flags & _FORCE_BOLD)
            bold = bold or raw.FPDFFont_GetWeight(pointer) >= _LEAST_WEIGHT
            italic = bool(_ITALIC.search(name)) or bool(flags & _ITALIC_FLAG)
            self._fonts[font] = bold, italic
        return self._fonts[font]

    def _tags(self, page: Any) -> dict[int, str]:
        """Return what the file's structure says of the page's marked contents, by their number."""
        raw = self._raw
        tree = raw.FPDF_StructTree_GetForPage(page)
        if not tree:
            return {}
        tags: dict[int, str] = {}
        # An element, the kind it is or stands in; the tree is walked without recursion.
        waiting = [
            (raw.FPDF_StructTree_GetChildAtIndex(tree, number), "")
            for number in range(raw.FPDF_StructTree_CountChildren(tree))
        ]
        seen = 0
        while waiting and seen < _MOST_ELEMENTS:
            element, inside = waiting.pop()
            seen += 1
            if not element:
                continue
            kind = self._kind(element)
            if kind == "LI":
                kind = f"LI{seen}"  # each item a tag of its own
            elif kind not in _TAGS:
                kind = inside
            if kind:
                for number in range(raw.FPDF_StructElement_GetMarkedContentIdCount(element)):
                    tags[raw.FPDF_StructElement_GetMarkedContentIdAtIndex(element, number)] = kind
            waiting += [
                (raw.FPDF_StructElement_GetChildAtIndex(element, number), kind)
                for number in range(raw.FPDF_StructElement_CountChildren(element))
            ]
        raw.FPDF_StructTree_Close(tree)
        tags.pop(-1, None)
        return tags

    def _kind(self, element: Any) -> str:
        buffer = ctypes.create_string_buffer(64)
        self._raw.FPDF_StructElement_GetType(element, buffer, 64)
        return buffer.raw.decode("utf-16-le", "replace").split("\0", 1)[0]


_TAGS = frozenset("H H1 H2 H3 H4 H5 H6 Title Note FENote TH TD TOC TOCI".split())
_MOST_ELEMENTS = 20_000


def _look_of(
    a: float, b: float, c: float, d: float, size: float, bold: bool, italic: bool, tag: str
) -> _Look:
    """Return the look of characters of a size that a matrix scales and turns."""
    angle = round(math.atan2(b, a) / (math.pi / 2)) % 4
    return _Look(round(size * (math.hypot(c, d) or 1.0), 2), bold, italic, angle, tag)


def _upright(
    pieces: Sequence[_Piece], turns: int, box: tuple[float, float, float, float]
) -> tuple[PdfWord, ...]:
    """Turn words so that their lines run to the right, their places measured from the top left."""
    left, bottom, right, top = box
    begin, above = ((-left, top), (-bottom, -left), (right, -bottom), (top, right))[turns]
    down = 1 if turns in (1, 2) else -1
    if turns > 1:
        pieces = [(piece[0], -piece[2], -piece[1], *piece[3:]) for piece in pieces]
    return tuple(
        PdfWord(
            text, begin + low, begin + high, above + down * baseline, look.size, look.bold,
            look.italic, glued, False, look.tag,
        )
        for text, low, high, baseline, look, glued in pieces
    )  # fmt: skip
