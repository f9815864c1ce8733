"""Word processors' files: archives of XML, read as the HTML page that they stand for; DOCX.

What an archive expands to is known, and its text counted, before it is read whole, which takes
forty times the room. mammoth gives the page. The main part of a DOCX file may have any name; the
relationships of the package tell which it is, and those of the main part where its notes stand.
"""

import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from wp.documents import MAX_CHARACTERS, Content, Mapped, join, literal
from wp.documents.html import read_html
from wp.errors import InputError, MissingExtraError
from wp.pattern import pattern

_MAX_XML = 64 * 1024 * 1024
_MAX_ELEMENTS = 1_000_000
"""Paragraphs, runs and the like: more than 3,000 pages have."""
SAVE_ANEW = "open it in a word processor and save it anew"
DAMAGED = (
    *(expat.ExpatError, LookupError, ValueError),  # the last two for an encoding it does not know
    *(BadZipFile, EOFError, zlib.error, NotImplementedError, RuntimeError),
)
"""What reading a damaged archive, or XML in it, raises."""


def reject_larger(path: str, size: int) -> None:
    """Raise InputError for parts that expand to more than `_MAX_XML` bytes."""
    if size > _MAX_XML:
        raise InputError(
            path, f"expands to more than {_MAX_XML // 1024**2} MB", remedy="split the file"
        )


def reject_longer(path: str, characters: int, elements: int) -> None:
    """Raise InputError for more text or more elements than are read."""
    if characters > MAX_CHARACTERS or elements > _MAX_ELEMENTS:
        raise InputError(
            path,
            f"holds more than {MAX_CHARACTERS // 1_000_000} million characters or "
            f"{_MAX_ELEMENTS // 1_000_000} million pieces of text",
            remedy="split the document",
        )


def parser_of(path: str) -> expat.XMLParserType:
    """Return a parser that refuses declared entities, which make short XML long.

    No DOCX or ODT file need have any.
    """

    def refuse(*declared: object) -> None:
        raise InputError(path, "holds a document type declaration", remedy=SAVE_ANEW)

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    return parser


def read_page(html: str, changes: int = 0) -> tuple[str, Content]:
    """Read the page that a document stands for; gives its paragraphs, a line each, and the content.

    A line number therefore is the number of a paragraph that is not empty, list items, table cells
    and notes counted. `changes` are the tracked changes, which were taken as accepted.
    """
    text, read = _as_lines(read_html(html))
    if changes:
        changed = (
            f"the file has {changes} tracked changes; it was read as if they were accepted, "
            "so accept or reject them in a word processor where that is not what was published"
        )
        read = read._replace(warnings=(changed, *read.warnings))
    return text, read


def _as_lines(page: Content) -> tuple[str, Content]:
    """Return every paragraph of the page its own line, and the blocks as they stand there."""
    lines: list[str] = []
    at = 0

    def line(body: Mapped) -> Mapped:
        nonlocal at
        lines.append(body.text.replace("\n", " "))
        placed = literal(body.text, at)
        at += len(body.text) + 1
        return placed

    blocks = []
    for block in page.blocks:
        if block.row:
            cells = tuple(line(cell) if cell.text else cell for cell in block.row.cells)
            row = block.row._replace(cells=cells)
            body = join((cell for cell in cells if cell.text), " ")
            blocks.append(block._replace(body=body, row=row))
        else:
            blocks.append(block._replace(body=line(block.body)))
    skipped = tuple(one._replace(start=-1, end=-1) for one in page.skipped)
    return "\n".join(lines), page._replace(blocks=tuple(blocks), skipped=skipped, comments=())


# DOCX

_USUAL_MAIN = "word/document.xml"
_BESIDE_MAIN = ("comments", "endnotes", "footnotes", "numbering", "styles")
_PACKAGE = ("[Content_Types].xml", "_rels/.rels")
# A title stands above the headings of the first rank; one of two paragraphs is one title.
_STYLES = (
    "p[style-name^='toc'] => p.toc:fresh",
    "p[style-name='Title'] => h1:separator(' ')",
    "p[style-name='Subtitle'] => p:fresh",
    *(
        f"p[style-name='{name}'] => blockquote > p:fresh"
        for name in ("Quote", "Intense Quote", "Block Text", "Quotations")
    ),
    *(
        f"{style} => h{min(rank + 1, 6)}:fresh"
        for rank in range(1, 7)
        for style in (f"p[style-name='heading {rank}']", f"p.Heading{rank}")
    ),
)
_STYLE_ID = pattern(r"[A-Za-z][\w-]*")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HIDDEN_RUN = pattern(rb"<w:(?:vanish|dstrike)(?=[\s/>])")
_CHANGES = frozenset(("w:ins", "w:del", "w:moveTo", "w:moveFrom"))


def read_docx(path: str, content: bytes) -> tuple[str, Content]:
    """Read a DOCX file as `read_page` gives a page.

    Images are left out, what is hidden is struck out.
    MissingExtraError without the extra; InputError naming `path` for a file that is damaged,
    encrypted, too long, or swells to over 64 MB.
    """
    try:
        import mammoth  # type: ignore[import-untyped,import-not-found,unused-ignore]
    except ImportError:
        raise MissingExtraError("reading DOCX", "docx") from None
    changes, styles, parts = _check(path, content)
    try:
        page: str = mammoth.convert_to_html(
            BytesIO(_struck(content, parts)),
            style_map="\n".join((*_STYLES, *_heading_styles(parts.get(styles, b"")))),
            include_embedded_style_map=False,  # the file is not to say what is a heading here
            convert_image=lambda image: [],
        ).value
    except Exception as error:  # mammoth lets every failure of its XML and ZIP readers through
        raise InputError(
            path, f"cannot be read as DOCX: {str(error) or type(error).__name__}", remedy=SAVE_ANEW
        ) from None
    return read_page(page, changes)


def _struck(content: bytes, parts: dict[str, bytes]) -> bytes:
    """Mark hidden text as struck out, which mammoth tells and hidden text it does not.

    `parts` are those of the file that are read; no other is unpacked.
    """
    if not any(map(_HIDDEN_RUN.search, parts.values())):
        return content
    written = BytesIO()
    with ZipFile(written, "w") as anew:
        for name, part in parts.items():
            anew.writestr(name, _HIDDEN_RUN.sub(b"<w:strike", part))
    return written.getvalue()


def _heading_styles(styles: bytes) -> list[str]:
    """Return mammoth's lines for styles that are headings by their outline level or their base."""
    from xml.etree import ElementTree

    try:
        root = ElementTree.fromstring(styles)
    except ElementTree.ParseError:
        return []
    levels: dict[str, int] = {}
    bases: dict[str, str] = {}
    for style in root.iter(f"{_WORD}style"):
        name = style.get(f"{_WORD}styleId", "")
        level = style.find(f"{_WORD}pPr/{_WORD}outlineLvl")
        base = style.find(f"{_WORD}basedOn")
        named = style.find(f"{_WORD}name")
        if not _STYLE_ID.fullmatch(name) or style.get(f"{_WORD}type") != "paragraph":
            continue
        if named is not None and named.get(f"{_WORD}val", "").lower().startswith("toc"):
            continue
        if level is not None and level.get(f"{_WORD}val", "").isdecimal():
            levels[name] = int(level.get(f"{_WORD}val", "9"))
        if base is not None:
            bases[name] = base.get(f"{_WORD}val", "")
    lines = []
    for name in {*levels, *bases}:
        based, seen = name, {name}
        while based not in levels and bases.get(based, based) not in seen:
            based = bases[based]
            seen.add(based)
        level_of = levels.get(based, 9)
        if level_of < 9:  # 9 is that of the body
            lines.append(f"p.{name} => h{min(level_of + 2, 6)}:fresh")
    return sorted(lines)


def _check(path: str, content: bytes) -> tuple[int, str, dict[str, bytes]]:
    """Refuse what is too much.

    Gives the number of tracked changes, the name of the part with the styles, and the parts that
    are read; none where one is damaged: mammoth says why.
    """
    try:
        archive = ZipFile(BytesIO(content))
    except BadZipFile:
        raise InputError(path, "is not a DOCX file", remedy=SAVE_ANEW) from None
    with archive:
        parts = _Parts(path, archive)
        parts.take(*_PACKAGE)
        mains = parts.related("", {"officeDocument": _USUAL_MAIN})
        if not mains:
            raise InputError(path, "is a ZIP archive but no DOCX file", remedy="give a DOCX file")
        beside = {kind: f"word/{kind}.xml" for kind in _BESIDE_MAIN}
        for main in mains:
            parts.take(main, _relationships(main))
            read = parts.related(main, beside)
            parts.take(*read, *map(_relationships, read))
        changes = parts.count()
        styles = next((name for name in read if "styles" in name), "")
        try:
            return changes, styles, {name: archive.read(name) for name in sorted(parts.taken)}
        except DAMAGED:
            return changes, styles, {}


def _relationships(part: str) -> str:
    """Return the name of the part that holds a part's relationships; "" is the package."""
    folder, slash, name = part.rpartition("/")
    return f"{folder}{slash}_rels/{name}.rels"


class _Parts:
    """The parts of an archive that are read as XML: every one that mammoth would open.

    Any other, such as an image or a font, is never unpacked and may have any size.
    """

    def __init__(self, path: str, archive: ZipFile) -> None:
        self._path = path
        self._archive = archive
        self._names = set(archive.namelist())
        self.taken: set[str] = set()
        self._size = 0

    def take(self, *names: str) -> None:
        """Add parts that are there; InputError when all together swell too much."""
        for name in self._names.intersection(names) - self.taken:
            self.taken.add(name)
            self._size += self._archive.getinfo(name).file_size
        reject_larger(self._path, self._size)

    def related(self, part: str, usual: dict[str, str]) -> list[str]:
        """Return the parts that stand in these relations to one, those under their usual names too.

        `usual` has a name for each kind of relation; the relationships of `part` have been taken.
        """
        found = dict.fromkeys(usual.values())
        folder = part.rpartition("/")[0]

        def note(name: str, attributes: dict[str, str]) -> None:
            if attributes.get("Type", "").rpartition("/")[2] in usual:
                target = attributes.get("Target", "")
                inside = f"{folder}/{target}" if folder and target[:1] != "/" else target
                found[inside.lstrip("/")] = None

        for _ in self._read(_relationships(part), note):
            pass
        return [name for name in found if name in self._names]

    def count(self) -> int:
        """Count text and elements of all parts taken; InputError when there are too many.

        Gives the number of tracked changes.
        """
        characters = elements = changes = 0

        def count_text(text: str) -> None:
            nonlocal characters
            characters += len(text)

        def count_element(name: str, attributes: object) -> None:
            nonlocal elements, changes
            elements += 1
            changes += name in _CHANGES

        for name in self.taken:
            for _ in self._read(name, count_element, count_text):
                reject_longer(self._path, characters, elements)
        return changes

    def _read(
        self,
        name: str,
        element: Callable[[str, dict[str, str]], None],
        text: Callable[[str], None] | None = None,
    ) -> Iterator[None]:
        """Parse a part piece by piece; what is damaged ends it: mammoth says why it cannot."""
        if name not in self._names:
            return
        parser = parser_of(self._path)
        parser.StartElementHandler = element
        parser.CharacterDataHandler = text
        try:
            with self._archive.open(name) as opened:
                while piece := opened.read(1 << 16):
                    parser.Parse(piece)
                    yield
        except DAMAGED:
            return
