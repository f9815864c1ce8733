"""Damaged and nonsensical files: every reader answers or says in one line what is wrong.

A short run with the suite; `just fuzz` goes on for minutes with other seeds and prints each seed
that fails.
"""

import io
import os
import random
import time
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from wp.base.draft import draft_base
from wp.base.draft.source import read_source
from wp.base.load import read_checked
from wp.documents import FileKind
from wp.documents.read import read_document
from wp.errors import WpError
from wp.library import Library, open_library
from wp.verify.draft import read_draft

SECONDS = float(os.environ.get("FUZZ_SECONDS", "0"))
SMALL = Path(__file__).parents[1] / "small.facts.json"

MARKDOWN = b"""---
title: A report
---
# Harbours

It says "Norland has more than 120 harbours" and **4,500** [ships](x.html) called[^1].

> Two wardens watch the nets.
> -- White paper, II

| year | ships |
| ---- | ----- |
| 2019 | 4,500 |

<!-- wp: ignore --> `code` <b>bold</b> &amp; \xc2\xa0\xe2\x80\x9cx\xe2\x80\x9d

[^1]: A note.
"""
HTML = b"""<!doctype html><html lang="en"><head><title>A report</title><style>p {}</style></head>
<body><h1>Harbours</h1><p>It says &ldquo;Norland has more than 120 harbours&rdquo;<sup>1</sup>.
<table><tr><th>year<td>2019</table><ul><li>one<li>two</ul><![CDATA[x]]><!-- wp: ignore -->
<blockquote cite="x">Two wardens watch the nets.</blockquote><br/>&#x41;&#0;</body></html>"""
TEXT = b"HARBOURS\n\n1. Norland has more\nthan 120 har-\nbours (4,500).\n\nA    B\n1    2\n"
PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R
/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 68>>stream
BT /F 12 Tf 20 250 Td (Norland has more than 120 harbours.) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
"""
ODT = (
    b'<o:c xmlns:o="o" xmlns:text="t" xmlns:style="s"><style:style style:family="text" '
    b'style:name="up"><style:text-properties style:text-position="super 5%"/></style:style>'
    b'<office:text xmlns:office="o"><text:h text:outline-level="1">Harbours</text:h><text:p>It has '
    b'120<text:span text:style-name="up">5</text:span><text:note><text:note-citation>1'
    b"</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note>"
    b"</text:p></office:text></o:c>"
)
NOTEBOOK = (
    b'{"cells": [{"cell_type": "markdown", "source": ["# A\\n", "It says \\"120\\"."]}, '
    b'{"cell_type": "raw", "source": "x"}], "nbformat": 4}'
)
BITS = (
    *(
        b"\x00",
        b"\xff",
        b"\xed\xa0\x80",
        b"\xf0\x9f\x98\x80",
        b"\xe2\x80\xae",
        b"\r",
        b"\n\n",
        b"\t",
    ),
    *(b'"', b"'", b"<", b"<!--", b"-->", b"<![", b"&#x110000;", b"&#", b"[", b"](", b"|", b"```"),
    *(b"> ", b"---\n", b"+++\n", b"\\", b"{", b"}", b"1e999", b"9" * 40, b"-", b"\xef\xbb\xbf"),
)


def docx() -> bytes:
    """Return a Word file with a heading, a table and marks of every kind."""
    import docx as python_docx

    document = python_docx.Document()
    document.add_heading("Harbours", 1)
    document.add_paragraph("It says “Norland has more than 120 harbours”.")
    table = document.add_table(rows=2, cols=2)
    table.cell(1, 1).text = "4,500"
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def odt(xml: bytes) -> bytes:
    """Return an ODT file of this XML: damaged in the archive, hardly any would be read."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("content.xml", xml)
    return file.getvalue()


def damaged(content: bytes, chance: random.Random) -> bytes:
    """Return a file with a few places changed, cut, doubled or filled with what readers trip on."""
    for _ in range(chance.randint(1, 6)):
        at, to = sorted(chance.randrange(len(content) + 1) for _ in range(2))
        match chance.randrange(6):
            case 0:
                content = (
                    content[:at] + chance.choice(BITS) * chance.choice((1, 1, 3, 50)) + content[at:]
                )
            case 1:
                content = content[:at] + content[min(to, at + 40) :]
            case 2:
                content = content[:to] + content[at : min(to, at + 200)] + content[to:]
            case 3 if content:
                at = min(at, len(content) - 1)
                content = content[:at] + bytes((chance.randrange(256),)) + content[at + 1 :]
            case 4:
                content = content[:at] + chance.choice(BITS) + content[at + 1 :]
            case _:
                content = content[: max(at, len(content) // 2)]
    return content


def checked(library: Library, kind: FileKind, content: bytes) -> None:
    library.check(read_draft("x", content, kind))


def drafted(kind: FileKind, content: bytes) -> None:
    draft_base(read_source(f"x.{kind}", content, kind), "x")


def loaded(content: bytes) -> None:
    read_checked(Path("x.json"), content)


READERS = (
    *("markdown", "html", "text", "docx", "odt", "notebook", "pdf"),
    *("draft text", "draft html", "load"),
)


def reader(name: str, library: Library, folder: Path) -> tuple[Callable[[bytes], object], bytes]:
    """Return what reads a kind of file, and a sound file of the kind."""
    kind = name.removeprefix("draft ")
    sound = {"markdown": MARKDOWN, "html": HTML, "text": TEXT, "notebook": NOTEBOOK}.get(kind)
    match name:
        case "load":
            return loaded, SMALL.read_bytes()
        case "docx":
            return partial(read_document, "x.docx"), docx()
        case "odt":
            return lambda xml: read_document("x.odt", odt(xml)), ODT
        case "pdf":
            return partial(read_document, "x.pdf"), PDF
        case "draft text" | "draft html":
            assert sound
            return partial(drafted, kind), sound  # type: ignore[arg-type]
        case _:
            assert sound
            return partial(checked, library, kind), sound  # type: ignore[arg-type]


def seeds() -> Iterator[int]:
    """Yield the same few seeds with the suite, others for as long as asked with `just fuzz`."""
    if not SECONDS:
        yield from range(60)
        return
    end = time.monotonic() + SECONDS / len(READERS)
    seed = time.time_ns()
    while time.monotonic() < end:
        yield seed
        seed += 1


@pytest.mark.parametrize("name", READERS)
def test_a_damaged_file_is_read_or_refused(name: str, tmp_path: Path) -> None:
    library = open_library([SMALL])
    read, sound = reader(name, library, tmp_path)
    read(sound)
    for seed in seeds():
        content = damaged(sound, random.Random(seed))
        try:
            read(content)
        except WpError as error:
            assert "\n" not in str(error)
        except Exception:
            print(f"seed {seed}: {content!r}")
            raise
