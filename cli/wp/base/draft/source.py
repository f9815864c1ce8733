"""A document as the source of a draft: plain blocks, mended where extraction broke them.

Headings and list items of text without markup are found by their wording and surroundings.
"""

import re
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise, zip_longest
from pathlib import Path
from typing import Literal, NamedTuple

from wp.documents import Block as ReadBlock
from wp.documents import FileKind, Metadata, PageStart, Progress, ReadDocument, Skipped
from wp.documents.headings import CLOSED, HeadingLine, breaks_off, parse_heading
from wp.documents.read import read_document
from wp.errors import InputError
from wp.pattern import pattern
from wp.text import LETTER, plain_form, squeeze

DraftBlockKind = Literal["heading", "paragraph", "item", "row"]

_MOVED_AT_MOST = 400
_ENOUGH_TO_FIND = 24


class DraftRow(NamedTuple):
    """A table's row: its cells, the head of each cell's column, or none where that is not sure.

    `head` marks a row that is itself the heads; `caption` is that of the table, where it has one.
    """

    cells: tuple[str, ...]
    heads: tuple[str, ...] = ()
    head: bool = False
    caption: str = ""


class DraftBlock(NamedTuple):
    """A heading, paragraph, list item or table row; white space folded.

    `level` is a heading's rank, 1 the highest; 0 where only its words can tell. The text of a row
    is that of its cells, one behind the other. `pages` is where pages begin in the text.
    """

    kind: DraftBlockKind
    text: str
    level: int = 0
    row: DraftRow | None = None
    pages: tuple[PageStart, ...] = ()

    def reworded(self, change: Callable[[str], str]) -> "DraftBlock":
        """Return the block with its words changed, in the cells of a row too."""
        row = self.row and DraftRow(
            tuple(map(change, self.row.cells)),
            tuple(map(change, self.row.heads)),
            self.row.head,
            change(self.row.caption),
        )
        text = change(self.text)
        pages = tuple(_moved(page, self.text, text) for page in self.pages)
        return self._replace(text=text, row=row, pages=pages)


def _moved(page: PageStart, old: str, new: str) -> PageStart:
    """Find a page's beginning again in a text whose words were changed a little."""
    if old == new or not page.offset:
        return page
    least = max(0, page.offset - _MOVED_AT_MOST)
    at = new.find(old[page.offset : page.offset + _ENOUGH_TO_FIND], least)
    return page._replace(offset=at if at >= 0 else min(page.offset, len(new)))


class DraftSource(NamedTuple):
    """A document that was read: its blocks, what the file says of itself, what looks broken.

    `heads` are the running heads of its pages, each once.
    """

    blocks: tuple[DraftBlock, ...]
    metadata: Metadata = Metadata()
    warnings: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()


_LIGATURE = pattern("[\ufb00-\ufb06]")
_BROKEN_WORD = pattern(r"\b[^\W\d_]{2,}- [a-zß-ÿ]{2,}\b(?! (?:or|and)\b)")
_HANGING = pattern(r"- (?:and|or|to|nor|but|as)\b")
_LOST = pattern("[\ufffd\ue000-\uf8ff]")
_SPACED_OUT = pattern(r"(?:\b[^\W\d_] ){5,}[^\W\d_]\b")


def mend(blocks: tuple[DraftBlock, ...]) -> tuple[tuple[DraftBlock, ...], tuple[str, ...]]:
    """Undo ligatures; give the blocks and a warning for each trace of broken extraction."""
    warnings = [
        f"{'once' if count == 1 else f'{count} times'} {what}, first in “{example}”; {remedy}"
        for find, what, remedy in _TRACES
        for count, example in [_count(blocks, find)]
        if count
    ]
    if any(_LIGATURE.search(block.text) for block in blocks):
        written_out = partial(_LIGATURE.sub, lambda ligature: plain_form(ligature[0]))
        blocks = tuple(block.reworded(written_out) for block in blocks)
    return blocks, tuple(warnings)


def _broken_words(text: str) -> list[re.Match[str]]:
    """Find "govern- ment", but not "short- and long-term"."""
    return [
        match
        for match in _BROKEN_WORD.finditer(text)
        if not _HANGING.search(text, match.start(), match.end())
    ]


def _found(pattern: re.Pattern[str]) -> Callable[[str], list[re.Match[str]]]:
    return lambda text: list(pattern.finditer(text))


_TRACES: tuple[tuple[Callable[[str], list[re.Match[str]]], str, str], ...] = (
    (_broken_words, "a word looks broken by a hyphen at a line end", "join its halves in the text"),
    (_found(_LIGATURE), "a ligature stood for several letters", "it was written out"),
    (_found(_LOST), "a character was lost in extraction", "compare with the original"),
    (_found(_SPACED_OUT), "a word stands letter by letter", "join its letters in the text"),
)


def _count(
    blocks: tuple[DraftBlock, ...], find: Callable[[str], list[re.Match[str]]]
) -> tuple[int, str]:
    total, example = 0, ""
    for block in blocks:
        matches = find(block.text)
        if matches and not total:
            first = matches[0]
            near = block.text[max(first.start() - 15, 0) : first.end() + 15]
            example = near.strip() if len(near) < 80 else near[:79].rstrip() + "…"
        total += len(matches)
    return total, example


_KINDS: dict[str, DraftBlockKind] = {"heading": "heading", "item": "item", "row": "row"}
_TOLD_BY_READER = frozenset(("running head", "page number"))
_EXAMPLE = 60


def read_source(
    path: Path | str,
    content: bytes | None = None,
    kind: FileKind | None = None,
    progress: Progress | None = None,
) -> DraftSource:
    """Read a document to draft from; all is as in `wp.documents.read.read_document`.

    InputError also for one without text.
    """
    document = read_document(path, content, kind, progress)
    if not document.text.strip() and not document.blocks:
        raise InputError(path, "is empty", remedy="give the document to draft from")
    return source_of(document)


def source_of(document: ReadDocument) -> DraftSource:
    """Return a document's blocks as plain text, and warnings about it and what is left out."""
    blocks, warnings = mend(tuple(filter(None, map(_plain, document.blocks))))
    if not any(LETTER.search(block.text) for block in blocks):
        raise InputError(document.path, "holds no text", remedy="give a document with words in it")
    heads = dict.fromkeys(
        document.text[one.start : one.end] for one in document.skipped if one.what == "running head"
    )
    warnings = (*document.warnings, *_skipped_warnings(document), *warnings)
    return DraftSource(blocks, document.metadata, warnings, tuple(heads))


def _plain(block: ReadBlock) -> DraftBlock | None:
    body = block.body.text
    text = squeeze(body)
    row = block.row and DraftRow(
        tuple(squeeze(cell.text) for cell in block.row.cells),
        block.row.heads,
        block.row.is_head,
        squeeze(block.row.caption),
    )
    kind = _KINDS.get(block.kind, "paragraph")
    if not text:
        return None
    read = DraftBlock(kind, body, block.level, row, block.pages)
    return read if body == text else read.reworded(squeeze)


def _skipped_warnings(document: ReadDocument) -> list[str]:
    """Return a warning for each kind of thing that is no part of the body."""
    if document.kind == "pdf":
        return []  # its reader tells how much of each page it is
    kinds: dict[str, list[Skipped]] = {}
    for one in document.skipped:
        kinds.setdefault(one.what, []).append(one)
    warnings = []
    for what, found in kinds.items():
        if what == "mark of a note":
            warnings.append(f"marks of notes left out of the text: {len(found)}")
        elif what == "front matter":
            if found[0].why:
                warnings.append(f"fields of the front matter left out: {found[0].why}")
        elif what not in _TOLD_BY_READER:
            words = squeeze(found[0].why)
            shown = words if len(words) <= _EXAMPLE else words[:_EXAMPLE].rstrip() + "…”"
            warnings.append(f"{what} left out: {len(found)}, first {shown}")
    return warnings


# Headings and list items in text without markup

_UNSURE = ("decimal", "letter", "capitals")
_TITLE_WORDS = 15
_NUMBERED = pattern(r"\d{1,3}\.\s")
_IN_BRACKETS = pattern(r"\([^()]*\)\s[a-zß-ÿ]")
_HEAD_OF_NUMBERS = 9  # below numbered headings, above lettered ones
_TITLE_PAGE = 3  # lines that are no headings
_GOES_ON = pattern(r"(?:[;,]|[;,]?\s(?:and|or))$")


def promote(blocks: tuple[DraftBlock, ...]) -> tuple[DraftBlock, ...]:
    """Mark the headings and list items among blocks that only their words tell apart.

    A bare number or capitals make a heading only in a style whose lines mostly have text of their
    own below them; otherwise they are a list.
    """
    blocks = _titled(blocks)
    headings = [
        # "1. Scope" looks like a list item until its surroundings are known.
        None
        if block.kind in ("heading", "row") or (below and _goes_on(below.text))
        else parse_heading(block.text)
        for block, below in zip_longest(blocks, blocks[1:])
    ]
    if _numbers_paragraphs(blocks, headings):
        headings = [None if h and h.style == "decimal" else h for h in headings]
    headings = _without_title_page(blocks, _with_heads_of_numbers(blocks, headings))
    for style in _UNSURE:
        if not _carries_text(headings, style):
            headings = [None if h and h.style == style else h for h in headings]
    return _with_lists(
        [
            DraftBlock("heading", block.text, heading.rank) if heading else block
            for block, heading in zip(blocks, headings, strict=True)
        ]
    )


def _titled(blocks: Sequence[DraftBlock]) -> tuple[DraftBlock, ...]:
    """Join the bare "Article 5" or "CHAPTER II" and the title that stands below it."""
    titled: list[DraftBlock] = []
    for block in blocks:
        if titled and _titles(titled[-1], block):
            titled[-1] = titled[-1]._replace(text=f"{titled[-1].text}. {block.text}")
        else:
            titled.append(block)
    return tuple(titled)


def _goes_on(below: str) -> bool:
    """Return whether the block below goes on with a sentence: the one above is no heading."""
    return below[0].islower() or bool(_IN_BRACKETS.match(below))


def _numbers_paragraphs(
    blocks: Sequence[DraftBlock], headings: Sequence[HeadingLine | None]
) -> bool:
    """Return whether numbers stand before paragraphs: "154. This is because …" is one broken
    off."""
    paragraphs = sum(
        heading is None and bool(_NUMBERED.match(block.text))
        for block, heading in zip(blocks, headings, strict=True)
    )
    numbered = sum(bool(h) and h.style == "decimal" for h in headings if h)
    return paragraphs > numbered


def _with_heads_of_numbers(
    blocks: Sequence[DraftBlock], headings: Sequence[HeadingLine | None]
) -> list[HeadingLine | None]:
    """Add as a heading each short line above a numbered paragraph."""
    headed = list(headings)
    for at, (block, below) in enumerate(pairwise(blocks)):
        if (
            at
            and headings[at] is None
            and block.kind == "paragraph"
            and headings[at + 1] is None
            and _NUMBERED.match(below.text)
            and not _NUMBERED.match(block.text)
            and not CLOSED.search(block.text)
            and not breaks_off(block.text)
            and len(block.text.split()) <= _TITLE_WORDS
            and block.text[0].isupper()
        ):
            headed[at] = HeadingLine("plain", "", block.text, _HEAD_OF_NUMBERS)
    return headed


def _without_title_page(
    blocks: Sequence[DraftBlock], headings: Sequence[HeadingLine | None]
) -> list[HeadingLine | None]:
    """Drop the headings of a title page but the last one, which heads the text.

    It is lines before the first sentence, several of which are no headings in any case.
    """
    first = next(
        (
            at
            for at, (block, heading) in enumerate(zip(blocks, headings, strict=True))
            if heading is None
            and (block.kind != "paragraph" or CLOSED.search(block.text) or len(block.text) > 200)
        ),
        0,
    )
    plain = sum(heading is None for heading in headings[:first])
    if plain < _TITLE_PAGE or first < 2:
        return list(headings)
    capitals = [
        None if heading and heading.style in ("capitals", "plain") else heading
        for heading in headings[: first - 1]
    ]
    return [*capitals, *headings[first - 1 :]]


def _carries_text(headings: Sequence[HeadingLine | None], style: str) -> bool:
    """Return whether at least two in three headings of a style have text below them."""
    places = [at for at, heading in enumerate(headings) if heading and heading.style == style]
    carrying = sum(at + 1 < len(headings) and headings[at + 1] is None for at in places)
    return 3 * carrying >= 2 * len(places)


def _titles(heading: DraftBlock, block: DraftBlock) -> bool:
    """Return whether a block is the title of the bare heading above it."""
    parsed = parse_heading(heading.text)
    if parsed is None or parsed.title or not (parsed.number or parsed.style == "annex"):
        return False
    own = parse_heading(block.text)
    return (
        block.kind == "paragraph"
        and (own is None or own.style in ("capitals", "named"))
        and not CLOSED.search(block.text)
        and len(block.text.split()) <= _TITLE_WORDS
        and not block.text[0].islower()
    )


def _with_lists(blocks: Sequence[DraftBlock]) -> tuple[DraftBlock, ...]:
    """Mark the items of a list that a colon opens: each but the last ends as if it went on."""
    listed: list[DraftBlock] = []
    opened = False
    for block in blocks:
        if block.kind != "paragraph":
            opened = False
        elif opened:
            opened = bool(_GOES_ON.search(block.text))
            block = block._replace(kind="item")
        elif block.text.endswith(":"):
            opened = True
        listed.append(block)
    return tuple(listed)
