"""Files that are no text themselves, read as the HTML page they stand for: a line a paragraph."""

from wp.documents.html import read_html
from wp.documents.mapped import Mapped, join, literal
from wp.documents.model import Content


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
