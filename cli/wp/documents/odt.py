"""ODT files (OpenDocument text): their XML written as the HTML page that its styles stand for.

The names of elements and attributes are those of OpenDocument 1.3, part 3.
"""

from html import escape
from io import BytesIO
from zipfile import ZipFile

from wp.documents import Content
from wp.documents.docx import (
    DAMAGED,
    SAVE_ANEW,
    parser_of,
    read_page,
    reject_larger,
    reject_longer,
)
from wp.errors import InputError
from wp.pattern import pattern

_QUOTED = frozenset(("Quotations", "Quote", "Intense_20_Quote", "Block_20_Text"))
_HEADING_STYLE = pattern(r"Heading_20_(\d)")
_SILENT = frozenset(
    "text:tracked-changes office:annotation text:sequence-decls office:forms svg:title svg:desc "
    "text:ruby-text".split()
)  # what was deleted, and what stands beside the text
_QUOTATION_ENDS = "</p></blockquote>"
_AS_HTML = {
    "text:list": "ul", "text:list-item": "li", "text:list-header": "li", "table:table": "table",
    "table:table-row": "tr", "table:table-cell": "td", "draw:text-box": "div",
    "text:table-of-content": "nav", "text:illustration-index": "nav", "text:table-index": "nav",
    "text:alphabetical-index": "nav",
}  # fmt: skip


def read_odt(path: str, content: bytes) -> tuple[str, Content]:
    """Read an ODT file as `wp.documents.docx.read_page` gives a page.

    InputError naming `path` for a file that is damaged, encrypted, too long, or swells to over
    64 MB.
    """
    try:
        with ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
            if "META-INF/manifest.xml" in names and b":encryption-data" in _part(
                path, archive, "META-INF/manifest.xml"
            ):
                raise InputError(path, "is encrypted", remedy="save it without a password")
            writer = _Writer(path)
            if "styles.xml" in names:
                writer.feed(_part(path, archive, "styles.xml"))
            writer.feed(_part(path, archive, "content.xml"))
    except DAMAGED as error:
        raise InputError(
            path, f"cannot be read as ODT: {error or type(error).__name__}", remedy=SAVE_ANEW
        ) from None
    return read_page(writer.html(), writer.changes)


def _part(path: str, archive: ZipFile, name: str) -> bytes:
    reject_larger(path, archive.getinfo(name).file_size)
    return archive.read(name)


class _Style:
    """What a style, or one that it is made from, says of its text."""

    def __init__(self, name: str, parent: "_Style | None") -> None:
        self.quotes: bool = name in _QUOTED or bool(parent and parent.quotes)
        self.level: int = parent.level if parent else 0
        self.tags: dict[str, str] = dict(parent.tags) if parent else {}


class _Writer:
    """Writes HTML while it reads the XML."""

    def __init__(self, path: str) -> None:
        self.changes = 0
        self._path = path
        self._pieces: list[str] = []
        self._notes: list[str] = []
        self._aside: list[list[str]] = []  # where text goes on behind a note
        self._styles: dict[tuple[str, str], _Style] = {}
        self._style: _Style | None = None
        self._open: list[str] = []  # what closes each open element
        self._silent = 0
        self._in_body = False
        self._paragraphs = 0
        self._elements = self._characters = 0

    def feed(self, xml: bytes) -> None:
        """Read one of the file's parts; a later one knows the styles of those before it."""
        parser = parser_of(self._path)
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(xml, True)

    def html(self) -> str:
        """Return the page, its notes at the end."""
        notes = "".join(
            f'<li id="footnote-{at}">{note}</li>' for at, note in enumerate(self._notes)
        )
        return f"{''.join(self._pieces)}<ol>{notes}</ol>"

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        reject_longer(self._path, self._characters, self._elements)
        self.changes += name == "text:changed-region"
        if name.startswith("style:"):
            self._note_style(name, attributes)
        before, after = "", ""
        if name == "office:text":
            self._in_body = True
        elif not self._in_body:
            pass
        elif self._silent or name in _SILENT:
            self._silent += 1
        elif name in ("text:p", "text:h"):
            before, after = self._paragraph(name, attributes)
            self._paragraphs += 1
        elif name == "text:span":
            tags = self._styles_of("text", attributes).tags.values()
            before = "".join(f"<{tag}>" for tag in tags)
            after = "".join(f"</{tag.split()[0]}>" for tag in reversed(tags))
        elif name == "text:note":
            self._aside.append(self._pieces)
            self._pieces = []
        elif name == "text:note-citation":
            self._silent += 1  # counted by the program, as the mark is written below
        elif name in ("text:s", "text:tab", "text:line-break"):
            before = "<br>" if name == "text:line-break" else " "
        elif tag := _AS_HTML.get(name):
            span = attributes.get("table:number-columns-spanned", "1")
            before = f'<{tag} colspan="{escape(span)}">' if tag == "td" else f"<{tag}>"
            after = f"</{tag}>"
        if before:
            self._pieces.append(before)
        self._open.append(after)

    def _end(self, name: str) -> None:
        after = self._open.pop()
        self._style = None if name == "style:style" else self._style
        if self._silent:
            self._silent -= 1
            return
        if not self._in_body:
            return
        if after:
            self._pieces.append(after)
        self._paragraphs -= name in ("text:p", "text:h")
        if name == "office:text":
            self._in_body = False
        elif name == "text:note":
            self._notes.append("".join(self._pieces))
            self._pieces = self._aside.pop()
            self._pieces.append(f'<sup class="noteref">{len(self._notes)}</sup>')

    def _text(self, text: str) -> None:
        self._characters += len(text)
        reject_longer(self._path, self._characters, self._elements)
        if self._in_body and self._paragraphs and not self._silent:
            self._pieces.append(escape(text, quote=False))

    def _paragraph(self, name: str, attributes: dict[str, str]) -> tuple[str, str]:
        """Return the tags around a paragraph: those of its style, inside them those of its text."""
        style = self._styles_of("paragraph", attributes)
        outline = attributes.get("text:outline-level", "")
        level = int(outline) if name == "text:h" and outline.isdecimal() and len(outline) < 3 else 0
        if level or style.level:
            # A title stands above the headings of the first rank.
            tag = f"h{min(level + 1 if level else style.level, 6)}"
            return f"<{tag}>", f"</{tag}>"
        if style.quotes:
            if self._pieces[-1:] == [_QUOTATION_ENDS]:
                self._pieces[-1] = "</p>"
                return "<p>", _QUOTATION_ENDS
            return "<blockquote><p>", _QUOTATION_ENDS
        return "<p>", "</p>"

    def _styles_of(self, family: str, attributes: dict[str, str]) -> _Style:
        name = attributes.get("text:style-name", "")
        return self._styles.get((family, name)) or _Style(name, None)

    def _note_style(self, name: str, attributes: dict[str, str]) -> None:
        if name == "style:style":
            family, own = attributes.get("style:family", ""), attributes.get("style:name", "")
            parent = attributes.get("style:parent-style-name", "")
            base = self._styles.get((family, parent)) or (_Style(parent, None) if parent else None)
            self._style = self._styles[family, own] = _Style(own, base)
            outline = attributes.get("style:default-outline-level", "")
            named = _HEADING_STYLE.fullmatch(own) or _HEADING_STYLE.fullmatch(parent)
            if "Title" in (own, parent):
                self._style.level = 1
            elif named or (outline.isdecimal() and len(outline) < 3):
                self._style.level = int(named[1] if named else outline) + 1
        elif name == "style:text-properties" and self._style:
            tags = self._style.tags
            raised = attributes.get("style:text-position", "")
            if raised.startswith("super") or (raised[:1].isdigit() and raised[0] != "0"):
                tags["raised"] = "sup"
            if attributes.get("text:display") == "none":
                tags["hidden"] = "span hidden"
            if attributes.get("style:text-line-through-style", "none") != "none":
                tags["struck"] = "s"
            if attributes.get("fo:font-weight") == "bold":
                tags["bold"] = "b"
