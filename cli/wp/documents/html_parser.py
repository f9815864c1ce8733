"""HTML cut into tags, words and comments, each with its place in the file."""

import re
from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from wp.documents import Comment, Mapped, spelt
from wp.pattern import pattern

if TYPE_CHECKING:
    from wp.documents.html import Tags

_COMMENT = "<!--"
_OPENING = pattern(r"<(?=[a-zA-Z/!?])")


def parse(source: Mapped, tags: "Tags") -> None:
    """Hand the tags and words of a piece to `tags`; they stand where `source` says."""
    parser = _Parser(tags, source)
    parser.feed(_without_open_marks(source.text))
    parser.close()


def _without_open_marks(text: str) -> str:
    """Blank what begins comments and tags that never close: each would be read to the end."""
    closed = text.rfind("-->") + 1
    text = text[:closed] + text[closed:].replace(_COMMENT, " " * len(_COMMENT))
    closed = text.rfind(">") + 1
    return text[:closed] + _OPENING.sub(" ", text[closed:])


class _Parser(HTMLParser):
    """Says where in the file each tag and each stretch of words stands."""

    def __init__(self, tags: "Tags", source: Mapped) -> None:
        super().__init__(convert_charrefs=False)
        self._tags = tags
        self._source = source
        self._lines = [0, *(match.end() for match in re.finditer("\n", source.text))]

    def _piece(self, length: int) -> Mapped:
        line, column = self.getpos()
        start = self._lines[line - 1] + column
        return self._source.part(start, start + length)

    def _tag(self) -> Mapped:
        return self._piece(len(self.get_starttag_text() or "<"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._tags.start(tag, {name: value or "" for name, value in attrs}, self._tag())

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self._tags.is_never_text(tag):
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self._tags.finish(tag, self._piece(len(tag) + len("</>")))

    def handle_data(self, data: str) -> None:
        self._tags.words(self._piece(len(data)))

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def _reference(self, source: str) -> None:
        if self._piece(len(source) + 1).text.endswith(";"):
            source += ";"
        self._tags.words(spelt(unescape(source), self._piece(len(source))))

    def handle_comment(self, data: str) -> None:
        piece = self._piece(len(data) + len("<!---->"))
        if piece.text.startswith(_COMMENT) and piece.runs:
            self._tags.comments.append(Comment(data, piece.at(0), piece.end()))

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Read `<![sic]>` as browsers do; the parser has no more than CDATA and conditions."""
        return self.parse_bogus_comment(i, report)
