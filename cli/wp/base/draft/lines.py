"""Plain text as blocks: one paragraph a line, or wrapped lines put together again."""

import re
from collections.abc import Sequence
from itertools import pairwise

from wp.base.draft.blocks import Block, Source
from wp.base.draft.pages import two_columns, without_running_heads
from wp.documents.headings import parse_heading

_BULLET = re.compile(r"[•·▪◦‣∙■□○●*+–—-]\s+(?=\S)")
_MARK = re.compile(r"(?:\(?[a-z]{1,4}\)|\(?\d{1,3}\)|\d{1,3}\.)\s+(?=\S)|\([A-Z]\)\s+(?=\S)")
_ENDED = re.compile(r"[.!?:;。！？：；][\"'”’)\]]*$")
_RULE = re.compile(r"[=\-_*~]{3,}")
_TABULATED = re.compile(r"\S\s{3,}\S.*\S\s{3,}\S")
_HYPHENED = re.compile(r"([^\W\d_]+)[-\u00ad‐]$")
_DIGIT = re.compile(r"\d")
_FEWEST_ROWS = 2
_WIDEST = 130


def read_lines(text: str) -> Source:
    """Read plain text; form feeds part its pages."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return read_pages([page.split("\n") for page in text.split("\f")])


def read_pages(pages: Sequence[Sequence[str]]) -> Source:
    """Read the lines of pages: running heads left out, wrapped lines put together."""
    lines, warnings = without_running_heads(pages)
    warnings += two_columns(lines) or _tabulated(lines)
    groups = _groups(lines)
    width = _wrapped_width(groups)
    reader = _Joiner("\n".join(lines))
    blocks: list[Block] = []
    for group in groups:
        parts = _parts(group, width) if width else [[line] for line in group]
        blocks += [_block(reader.join(part)) for part in parts]
    if reader.joined:
        warnings.append(
            f"words broken by a hyphen at a line end: {reader.joined}, first "
            f"“{reader.example}”; they were joined, so compare with the original"
        )
    return Source(tuple(blocks), warnings=tuple(warnings))


def _tabulated(lines: Sequence[str]) -> list[str]:
    """Warn about lines of figures in columns: nothing tells which heads stand above them."""
    rows = [
        " ".join(line.split())
        for line in lines
        if _TABULATED.search(line.strip()) and _DIGIT.search(line)
    ]
    if len(rows) < _FEWEST_ROWS:
        return []
    return [
        f"lines that look like rows of a table: {len(rows)}, first “{rows[0][:60]}”; put in what "
        "its heading and columns say of their figures"
    ]


def _groups(lines: Sequence[str]) -> list[list[str]]:
    """Part lines at blank lines; rules drawn under headings are left out."""
    groups: list[list[str]] = [[]]
    for line in lines:
        if not line.strip():
            groups.append([])
        elif not _RULE.fullmatch(line.strip()):
            groups[-1].append(line.rstrip())
    return [group for group in groups if group]


def _wrapped_width(groups: Sequence[Sequence[str]]) -> int:
    """Give the width that lines are wrapped at; 0 where a line is a paragraph."""
    pairs = [line for group in groups for line, _ in pairwise(group)]
    if not pairs:
        return 0
    widths = sorted(len(line) for line in pairs)
    width = widths[int(0.9 * (len(widths) - 1))]
    running = sum(not _ENDED.search(line) for line in pairs)
    return width if width <= _WIDEST and running >= 0.5 * len(pairs) else 0


def _parts(group: Sequence[str], width: int) -> list[list[str]]:
    """Part a group of wrapped lines into headings, list items and paragraphs."""
    parts: list[list[str]] = []
    for number, line in enumerate(group):
        before = group[number - 1] if number else ""
        if (
            not number
            or _BULLET.match(line.strip())
            or (_MARK.match(line.strip()) and _ENDED.search(before))
            or _TABULATED.search(before.strip())
            or (_ENDED.search(before) and len(before) < 0.8 * width)
            or (_indent(line) > _indent(before) + 1 and _ENDED.search(before))
            or (parse_heading(line) and (_ENDED.search(before) or _is_heading(before)))
            or _is_heading(before)
            or (len(before) < 0.8 * width and _is_heading(line))
        ):
            parts.append([])
        parts[-1].append(line)
    return parts


def _is_heading(line: str) -> bool:
    """Whether a line is a heading whatever stands below it: labelled or named."""
    heading = parse_heading(line)
    return bool(heading) and heading is not None and heading.style not in (
        "decimal", "letter", "capitals"
    )  # fmt: skip


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _block(text: str) -> Block:
    text = text.strip()
    bullet = _BULLET.match(text)
    if bullet:
        return Block("item", text[bullet.end() :])
    return Block("item" if _MARK.match(text) else "paragraph", text)


class _Joiner:
    """Joins wrapped lines; a word broken by a hyphen is looked up in the rest of the text."""

    def __init__(self, text: str) -> None:
        self.joined = 0
        self.example = ""
        self._words = frozenset(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.lower()))

    def join(self, lines: Sequence[str]) -> str:
        """Give the lines as one; "govern-" and "ment" become one word, "long-" and "term" do not
        where the text has "long-term" elsewhere and not "longterm".
        """
        text = ""
        for line in lines:
            following = line.strip()
            broken = _HYPHENED.search(text)
            if not broken:
                text = f"{text} {following}" if text else following
                continue
            rest = re.match(r"[a-zß-ÿ]+", following)
            if rest is None or self._hyphened(broken[1], rest[0]):
                text += following
            else:
                text = text[: broken.end(1)] + following
                self.joined += 1
                self.example = self.example or broken[1] + rest[0]
        return text

    def _hyphened(self, one: str, two: str) -> bool:
        """Whether the text prints the two halves with a hyphen elsewhere, and never as one word."""
        return f"{one}-{two}".lower() in self._words and (one + two).lower() not in self._words
