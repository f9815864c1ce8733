"""Lines of a text at a width, as offsets: what stands where on the screen."""

from collections.abc import Iterator

from rich.cells import cell_len

from wp.pattern import pattern

_WORD = pattern(r"\S+")


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Break a text into lines of at most `width` terminal cells; give each as offsets [start, end).

    White space at a break belongs to no line. A word that is wider than a line is broken. `width`
    is 2 at least, since a character may take two cells.
    """
    width = max(width, 2)
    lines: list[tuple[int, int]] = []
    for match in _WORD.finditer(text):
        for start, end in _pieces(text, *match.span(), width):
            if lines and cell_len(text[lines[-1][0] : end]) <= width:
                lines[-1] = lines[-1][0], end
            else:
                lines.append((start, end))
    return lines


def _pieces(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """Cut a word into pieces that fit into a line, as few as can be."""
    if cell_len(text[start:end]) <= width:
        yield start, end
        return
    at = start
    for place in range(start, end):
        # Of the whole piece, since a mark may widen the character before it.
        if cell_len(text[at : place + 1]) > width and place > at:
            yield at, place
            at = place
    yield at, end
