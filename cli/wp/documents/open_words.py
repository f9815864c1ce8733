"""The words of the block that is open: bold, code, raised text, links; marks of notes left out."""

from typing import NamedTuple

from wp.documents.mapped import Mapped, join, spelt
from wp.documents.model import Skipped
from wp.documents.prose import BREAK
from wp.documents.raised_marks import BACK, raised

_REACH = 8  # pieces before a superscript that tell what it is raised behind


class _Superscript(NamedTuple):
    first: int  # its first piece
    linked: bool


class OpenWords:
    """Takes what a driver finds within a block, in order; see `wp.documents.assemble`."""

    def __init__(self) -> None:
        self.skipped: list[Skipped] = []
        self._pieces: list[Mapped] = []
        self._code: list[tuple[int, int]] = []
        self._coded = 0
        self._bold_depth = 0
        self._plain_words = False
        self._superscript: _Superscript | None = None
        self._links: list[tuple[int, bool]] = []

    def text(self, piece: Mapped) -> None:
        """Take words of the block that is open."""
        self._plain_words = self._plain_words or not (self._bold_depth or piece.text.isspace())
        if self._coded:
            self.code(piece)
        else:
            self._pieces.append(piece)

    def code(self, piece: Mapped) -> None:
        """Take words that are printed as code."""
        self._plain_words = True
        if piece.runs:
            self._code.append((piece.at(0), piece.end()))
        self._pieces.append(piece)

    def open_bold(self) -> None:
        """Begin words in bold."""
        self._bold_depth += 1

    def close_bold(self) -> None:
        """End words in bold."""
        self._bold_depth = max(self._bold_depth - 1, 0)

    def open_code_words(self) -> None:
        """Begin words that are printed as code."""
        self._coded += 1

    def close_code_words(self) -> None:
        """End words that are printed as code."""
        self._coded = max(self._coded - 1, 0)

    def line_break(self) -> None:
        """Break the line; twice in a row, begin a new paragraph."""
        self._pieces.append(Mapped(BREAK, ()))

    def skip(self, start: int, end: int, what: str, why: str) -> None:
        """Note what is no part of the body."""
        self.skipped.append(Skipped(start, end, what, why))

    def open_superscript(self, *, linked: bool = False) -> None:
        """Begin raised text; `linked` where it is known to be a note's mark."""
        inner = bool(self._links and self._links[-1][1])
        self._superscript = _Superscript(len(self._pieces), linked or inner)

    def close_superscript(self) -> None:
        """End raised text: written as plain text, or left out as the mark of a note."""
        if self._superscript is None:
            return
        (first, linked), self._superscript = self._superscript, None
        before = join(self._pieces[max(first - _REACH, 0) : first]).text
        whole = join(self._pieces[first:])
        del self._pieces[first:]
        text = raised(whole.text, before.rpartition(BREAK)[2], linked=linked)
        if text is None:
            self.leave_out_mark(whole)
        elif text == whole.text:
            self._pieces.append(whole)
        else:
            self._pieces.append(spelt(text, whole))

    def open_link(self, *, inner: bool) -> None:
        """Begin a link; an inner one leads to a place of the same document."""
        self._links.append((len(self._pieces), inner))
        if self._superscript:
            first, linked = self._superscript
            self._superscript = _Superscript(first, linked or inner)

    def close_link(self) -> None:
        """End a link; the way back from a note to its mark is left out."""
        if self._links:
            first, inner = self._links.pop()
            short = len(self._pieces) - first <= 2
            if inner and short and join(self._pieces[first:]).text.strip() in BACK:
                del self._pieces[first:]

    def leave_out_mark(self, mark: Mapped) -> None:
        """Note a note's mark that is left out of the text."""
        if mark.runs:
            self.skip(mark.at(0), mark.end(), "mark of a note", "it is no part of the sentence")
