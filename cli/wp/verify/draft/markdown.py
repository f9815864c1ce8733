"""Markdown through markdown-it: its tokens say which lines are prose, we find the columns.

CommonMark with tables. Front matter, code, comments, link addresses and images are left out;
headings, lists, tables, notes and block quotations are read.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

from wp.verify.draft.blocks import Block, BlockKind, Comment, Content, line_starts
from wp.verify.draft.cut import cut
from wp.verify.draft.inline import read_inline
from wp.verify.draft.mapped import Mapped, Run, join, literal, standing_for

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"(---|\+\+\+)[ \t]*\n(?:.*\n)*?(?:\1|\.\.\.)[ \t]*(?:\n|$)")
_NOTE = re.compile(r"\[\^[^\]\s]+\]:")
_ALERT = re.compile(r"\[!\w+\]")


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import reference

    def reference_but_no_note(
        state: "StateBlock", start_line: int, end_line: int, silent: bool
    ) -> bool:
        start = state.bMarks[start_line] + state.tShift[start_line]
        if state.src.startswith("[^", start):
            return False
        return reference(state, start_line, end_line, silent)

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    # Escapes and entities stay tokens of their own, so that their place in the file is known.
    parser.disable("text_join")
    parser.block.ruler.at("reference", reference_but_no_note)
    return parser


def read_markdown(text: str) -> Content:
    """Read a Markdown draft."""
    reader = _Reader(text)
    for token in _parser().parse(_prepared(reader.lines)):
        reader.take(token)
    return Content(tuple(reader.blocks), tuple(reader.comments))


def _prepared(lines: list[str]) -> str:
    """Blank the front matter and move the later paragraphs of a note to the margin, line by line.

    To CommonMark, which knows no notes, these would be indented code.
    """
    source = "\n".join(lines)
    front = _FRONT_MATTER.match(source)
    if front:
        source = "\n" * front[0].count("\n") + source[front.end() :]
    if "\n[^" not in "\n" + source:
        return source
    prepared = []
    in_note = False
    for line in source.split("\n"):
        if _NOTE.match(line):
            in_note = True
        elif in_note and line.startswith("    "):
            line = line[4:]
        elif line.strip():
            in_note = False
        prepared.append(line)
    return "\n".join(prepared)


class _Reader:
    """Turns the tokens, one after another, into blocks."""

    def __init__(self, text: str) -> None:
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []
        self._starts = line_starts(text)
        ends = [*self._starts[1:], len(text)]
        self.lines = [
            text[start:end].rstrip("\r\n") for start, end in zip(self._starts, ends, strict=True)
        ]
        self._kind: BlockKind = "paragraph"
        self._quotes = 0
        self._quoted: list[Mapped] = []
        self._cell = (0, 0)

    def take(self, token: "Token") -> None:
        """Read one token of a block."""
        match token.type:
            case "inline":
                self._prose(token)
            case "html_block":
                self._html(token)
            case "heading_open":
                self._kind = "heading"
            case "th_open" | "td_open":
                self._kind = "cell"
            case "paragraph_open":
                self._kind = "paragraph"
            case "blockquote_open":
                self._quotes += 1
            case "blockquote_close":
                self._quotes -= 1
                if not self._quotes:
                    self._end_quote()

    def _prose(self, token: "Token") -> None:
        body, comments = read_inline(token.children or [], self._source(token))
        self.comments.extend(comments)
        body = cut(body).strip()
        if not body.text:
            return
        if self._quotes:
            self._quoted.append(body)
        else:
            self.blocks.append(Block(self._kind, body))

    def _end_quote(self) -> None:
        bodies, self._quoted = self._quoted, []
        if not bodies:
            return
        if _ALERT.match(bodies[0].text):
            self.blocks.extend(Block("paragraph", body) for body in bodies)
        else:
            self.blocks.append(Block("quote", join(bodies, "\n\n")))

    def _html(self, token: "Token") -> None:
        """Read a block of HTML where it stands; in a quotation it belongs to the quotation."""
        from wp.verify.draft.html import read_html

        first, last = token.map or [0, 0]
        start = self._starts[first]
        page = read_html("\n".join(self.lines[first:last]), start)
        # Lines may end in two characters in the file: measure from each line's own start.
        self.comments.extend(
            Comment(
                comment.text, self._moved(first, comment.start), self._moved(first, comment.end)
            )
            for comment in page.comments
        )
        for block in page.blocks:
            body = Mapped(
                block.body.text,
                tuple(run._replace(at=self._moved(first, run.at)) for run in _by_line(block.body)),
            )
            if self._quotes:
                self._quoted.append(body)
            else:
                self.blocks.append(Block(block.kind, body))

    def _moved(self, first: int, offset: int) -> int:
        """Turn an offset into lines joined by one character into the file's own."""
        line, at = first, self._starts[first]
        while line + 1 < len(self.lines) and offset - at > len(self.lines[line]):
            at += len(self.lines[line]) + 1
            line += 1
        return self._starts[line] + offset - at

    def _source(self, token: "Token") -> Mapped:
        """Find the lines of an inline token in the file."""
        line, _ = token.map or [0, 0]
        pieces = []
        for number, content in enumerate(token.content.split("\n"), line):
            pieces.append(self._line(content, number))
        return join(pieces, "\n")

    def _line(self, content: str, number: int) -> Mapped:
        printed = self.lines[number] if number < len(self.lines) else ""
        if self._kind == "cell":
            known, after = self._cell
            column = printed.find(content, after if known == number else 0)
            if column < 0:
                column = printed.find(content.replace("|", "\\|"))
            self._cell = (number, max(column, 0) + len(content))
        elif self._kind == "heading":
            column = printed.find(content)
        elif printed.endswith(content):
            column = len(printed) - len(content)
        else:
            column = printed.rfind(content.strip())
        at = self._starts[min(number, len(self._starts) - 1)]
        if column < 0:  # a tab that was opened out: the line is known, the columns are not
            return standing_for(content, at, len(printed))
        return literal(content, at + column)


def _by_line(body: Mapped) -> list[Run]:
    """Part the literal runs at line breaks: each line has its own distance to the file."""
    runs = []
    for run in body.runs:
        if not run.literal:
            runs.append(run)
            continue
        done = 0
        for line in body.text[run.start : run.start + run.width].splitlines(keepends=True):
            runs.append(Run(run.start + done, len(line), run.at + done, len(line)))
            done += len(line)
    return runs
