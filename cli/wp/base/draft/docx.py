"""DOCX read as the page that its styles stand for."""

from pathlib import Path

from wp.base.draft.blocks import Source
from wp.base.draft.page import read_page
from wp.docx import docx_page

_STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => p:fresh"


def read_docx(path: Path, content: bytes) -> Source:
    """Read a DOCX file; headings are the paragraphs in heading styles.

    Errors are those of `wp.docx.docx_page`.
    """
    return read_page(docx_page(str(path), content, _STYLES))
