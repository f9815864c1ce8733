"""DOCX read as the page that its styles stand for."""

from pathlib import Path

from wp.base.draft.blocks import Source
from wp.base.draft.page import read_page
from wp.docx import docx_page

# A title stands above the headings of the first rank; one of two paragraphs is one title.
_STYLES = "\n".join(
    (
        "p[style-name='Title'] => h1:separator(' ')",
        "p[style-name='Subtitle'] => p:fresh",
        *(
            f"{style} => h{min(rank + 1, 6)}:fresh"
            for rank in range(1, 7)
            for style in (f"p[style-name='heading {rank}']", f"p.Heading{rank}")
        ),
    )
)


def read_docx(path: Path, content: bytes) -> Source:
    """Read a DOCX file; headings are the paragraphs in heading styles.

    Errors are those of `wp.docx.docx_page`.
    """
    return read_page(docx_page(str(path), content, _STYLES))
