"""Notebooks (.ipynb): their Markdown cells one below another; code and its output are no text."""

import json

from wp.documents.markdown import read_markdown
from wp.documents.model import Content, Skipped
from wp.errors import InputError


def read_notebook(path: str, text: str) -> tuple[str, Content]:
    """Read a notebook; gives its Markdown, an empty line between cells, and what stands in it.

    Raw cells are passed over and named, code is not. InputError naming `path` for what is no
    notebook of format 4 (nbformat.readthedocs.io).
    """
    sources: list[str] = []
    skipped: list[Skipped] = []
    try:
        cells = json.loads(text)["cells"]
        for number, cell in enumerate(cells, 1):
            source = cell["source"]
            source = source if isinstance(source, str) else "".join(source)
            if cell["cell_type"] == "markdown":
                sources.append(source)
            elif cell["cell_type"] != "code" and source.strip():
                skipped.append(Skipped(-1, -1, "raw cell", f"cell {number} of the notebook"))
    except (ValueError, TypeError, LookupError, RecursionError):
        raise InputError(
            path, "is not a notebook of format 4", remedy="open it in Jupyter and save it anew"
        ) from None
    markdown = "\n\n".join(sources)
    content = read_markdown(markdown)
    return markdown, content._replace(skipped=(*content.skipped, *skipped))
