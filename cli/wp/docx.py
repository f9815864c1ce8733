"""DOCX files as HTML pages, through mammoth.

A DOCX file is a ZIP archive of XML: what it swells to is known, and its text counted, before it is
read whole, which takes forty times the room of its text. The main part may have any name; the
relationships of the package tell which it is, and those of the main part where its notes stand.
"""

import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from wp.errors import InputError, MissingExtraError

MOST_CHARACTERS = 8_000_000
"""The most text that a file may hold: some 3,000 pages."""

_MOST_XML = 64 * 1024 * 1024
_MOST_ELEMENTS = 1_000_000  # paragraphs, runs and the like: more than 3,000 pages have
_USUAL_MAIN = "word/document.xml"
_BESIDE_MAIN = ("comments", "endnotes", "footnotes", "numbering", "styles")
_PACKAGE = ("[Content_Types].xml", "_rels/.rels")
_ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_ANEW = "open it in a word processor and save it anew"
_DAMAGED = (
    *(expat.ExpatError, LookupError, ValueError),  # the last two for an encoding it does not know
    *(BadZipFile, EOFError, zlib.error, NotImplementedError, RuntimeError),
)


def docx_page(path: str, content: bytes, styles: str) -> str:
    """Give the text of a DOCX file as HTML, its images left out.

    `styles` tells which paragraph styles become which elements, in mammoth's notation.
    MissingExtraError without the extra; InputError naming `path` for a file that is damaged,
    encrypted, too long, or swells to over 64 MB.
    """
    try:
        import mammoth  # type: ignore[import-untyped,import-not-found,unused-ignore]
    except ImportError:
        raise MissingExtraError("reading DOCX", "docx") from None
    _check(path, content)
    try:
        page: str = mammoth.convert_to_html(
            BytesIO(content),
            style_map=styles,
            include_embedded_style_map=False,  # the file is not to say what is a heading here
            convert_image=lambda image: [],
        ).value
    except Exception as error:  # mammoth lets every failure of its XML and ZIP readers through
        raise InputError(
            path,
            f"cannot be read as DOCX: {str(error) or type(error).__name__}",
            remedy=_SAVE_ANEW,
        ) from None
    return page


def _check(path: str, content: bytes) -> None:
    if content.startswith(_ENCRYPTED):
        raise InputError(
            path, "is encrypted, or a DOC file of old", remedy="save it as DOCX without a password"
        )
    try:
        archive = ZipFile(BytesIO(content))
    except BadZipFile:
        raise InputError(path, "is not a DOCX file", remedy=_SAVE_ANEW) from None
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
        parts.count()


def _relationships(part: str) -> str:
    """Give the name of the part that holds a part's relationships; "" is the package."""
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
        self._taken: set[str] = set()
        self._size = 0

    def take(self, *names: str) -> None:
        """Add parts that are there; InputError when all together swell too much."""
        for name in self._names.intersection(names) - self._taken:
            self._taken.add(name)
            self._size += self._archive.getinfo(name).file_size
        if self._size > _MOST_XML:
            raise InputError(
                self._path, f"swells to more than {_MOST_XML // 1024**2} MB", remedy="split it"
            )

    def related(self, part: str, usual: dict[str, str]) -> list[str]:
        """Give the parts that stand in these relations to one, those under their usual names too.

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

    def count(self) -> None:
        """Count text and elements of all parts taken; InputError when there are too many."""
        characters = elements = 0

        def count_text(text: str) -> None:
            nonlocal characters
            characters += len(text)

        def count_element(name: str, attributes: object) -> None:
            nonlocal elements
            elements += 1

        for name in self._taken:
            for _ in self._read(name, count_element, count_text):
                if characters > MOST_CHARACTERS or elements > _MOST_ELEMENTS:
                    raise InputError(
                        self._path,
                        f"holds more than {MOST_CHARACTERS // 1_000_000} million characters or "
                        f"{_MOST_ELEMENTS // 1_000_000} million pieces of text",
                        remedy="split the document",
                    )

    def _read(
        self,
        name: str,
        element: Callable[[str, dict[str, str]], None],
        text: Callable[[str], None] | None = None,
    ) -> Iterator[None]:
        """Parse a part piece by piece; what is damaged ends it: mammoth says why it cannot."""
        if name not in self._names:
            return
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        parser.StartElementHandler = element
        parser.CharacterDataHandler = text
        try:
            with self._archive.open(name) as opened:
                while piece := opened.read(1 << 16):
                    parser.Parse(piece)
                    yield
        except _DAMAGED:
            return

    def _refuse_doctype(self, *declared: object) -> None:
        """No part of a DOCX file may declare entities, which make short XML long."""
        raise InputError(
            self._path, "holds a document type declaration, as no DOCX file does", remedy=_SAVE_ANEW
        )
