"""Splitting a document into sections; subheadings stay with the text below them."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from wp.base.draft.facts import find_figures
from wp.base.draft.source import DraftBlock, DraftRow, promote
from wp.base.schema import slug, unique
from wp.documents import PageStart
from wp.documents.headings import CLOSED, NUMBER_WORDS, HeadingLine, parse_heading, split_heading
from wp.pattern import pattern

# "99/214. Access to safe drinking water", below a letterhead
_RESOLUTION = pattern(
    r"(?:(?:resolution|decision|recommendation|opinion|regulation|directive)\s+)?(?:no\.?\s*)?"
    r"\d+/\d+[.:]?\s+[^\W\d_]{3}",
    re.IGNORECASE,
)
_TITLE_PAGE = 3  # lines
_BELOW = 2  # headings


class DraftPassage(NamedTuple):
    """A paragraph, list item or table row of a section, and the subheading above it, if any.

    `pages` is where pages begin in its text; empty in documents without pages.
    """

    text: str
    item: bool = False
    under: str = ""
    row: DraftRow | None = None
    pages: tuple[PageStart, ...] = ()


class DraftSection(NamedTuple):
    """A section: its id as the document numbers it, its title, its text, the headings in it."""

    id: str
    title: str
    passages: tuple[DraftPassage, ...]
    headings: tuple[str, ...] = ()


class DraftOutline(NamedTuple):
    """A document parted: its title as printed or empty, the lines before its text, its sections.

    The lines before the text stand in the first section too, all but the title. `left_out` are the
    headings that no text stands under.
    """

    title: str
    front: tuple[str, ...]
    parts: tuple[DraftSection, ...]
    left_out: tuple[str, ...] = ()


_PREAMBLES = ("preamble", "preámbulo", "préambule", "präambel")


class _Run(NamedTuple):
    """A heading of section rank (None before the first) and the blocks below it."""

    heading: DraftBlock | None
    blocks: tuple[DraftBlock, ...]


def outline(blocks: Sequence[DraftBlock]) -> DraftOutline:
    """Part a document into its sections.

    The headings of the highest rank head the sections; one that stands alone above all others is
    the document's title. Lower ones become subheadings. A document without headings is one section.
    """
    title, blocks = _title(tuple(blocks))
    if not any(block.kind == "heading" for block in blocks):
        blocks = _ranked(promote(blocks))
        title, blocks = (title, blocks) if title else _title(blocks)
    runs = _runs(blocks)
    if [_heads_section(run.heading) for run in runs if run.heading] == [True]:
        runs = _runs(_ranked(blocks))  # "Introduction", larger than the chapters below it
    opening = runs[0].blocks if runs[0].heading is None else ()
    front = _short_lines(opening)
    if len(runs) == 1 and len(front) == len(opening):
        front = ()
    if front and not title:
        at = next((at for at, line in enumerate(front) if _RESOLUTION.match(line)), 0)
        if len(front) > _TITLE_PAGE and len(front[at].split()) == 1:
            # "SPEECH", then what the speech is
            at = next((at for at, line in enumerate(front) if len(line.split()) > 1), at)
        title = front[at]
        # A title that is only guessed, and that may be a figure's only place, stays text as well.
        if not _counts(title):
            runs[0] = _Run(None, (*opening[:at], *opening[at + 1 :]))
    parts, bare = _parts(runs)
    return DraftOutline(title, front, parts, bare)


def _ranked(blocks: tuple[DraftBlock, ...]) -> tuple[DraftBlock, ...]:
    """Raise headings known by name, and annexes, to the rank of the highest other ones."""
    headings = [block for block in blocks if block.kind == "heading"]
    styles = {block.text: parse_heading(block.text) for block in headings}
    loose = {
        text for text, heading in styles.items() if heading and heading.style in ("named", "annex")
    }
    others = [block.level for block in headings if block.text not in loose]
    if not others or len(headings) == len(others):
        return blocks
    numbered = [
        block.level
        for block in headings
        if block.text not in loose and (found := styles[block.text]) and found.number
    ]
    top = min(numbered or others)
    return tuple(
        block._replace(level=top) if block.kind == "heading" and block.text in loose else block
        for block in blocks
    )


def _title(blocks: tuple[DraftBlock, ...]) -> tuple[str, tuple[DraftBlock, ...]]:
    """Split off the document's title: the only heading of the highest rank, or capitals on top.

    Smaller lines above it, such as the publisher's name, and a subtitle right below become text.
    """
    headings = [block for block in blocks if block.kind == "heading"]
    if not headings:
        return "", blocks
    top = min(block.level for block in headings)
    title = next(block for block in headings if block.level == top)
    at = blocks.index(title)
    alone = at <= _TITLE_PAGE and sum(block.level == top for block in headings) == 1
    # Behind sentences it is a title where further headings stand below it.
    alone = alone and (len(headings) > _BELOW or all(map(_is_line, blocks[:at])))
    if not alone or _heads_section(title):
        title, at = blocks[0], 0  # in capitals above all others
        if title.kind != "heading" or title.level <= top or _heads_section(title):
            return "", blocks
    above = [*map(_as_text, blocks[:at])]
    below = [*blocks[at + 1 :]]
    levels = Counter(block.level for block in below if block.kind == "heading")
    subtitle = below and below[0].kind == "heading" and not _heads_section(below[0])
    if (
        subtitle
        and len(levels) > 1
        and below[0].level == min(levels)
        and levels[below[0].level] == 1
    ):
        below[0] = _as_text(below[0])
    return title.text, (*above, *below)


def _heads_section(heading: DraftBlock) -> bool:
    """Return whether a heading is numbered or of a name that sections have, such as "Summary"."""
    named = parse_heading(heading.text)
    numbered = split_heading(heading.text).number
    return bool(numbered) or (named is not None and named.style == "named")


def _as_text(block: DraftBlock) -> DraftBlock:
    return block._replace(kind="paragraph", level=0) if block.kind == "heading" else block


def _runs(blocks: Sequence[DraftBlock]) -> list[_Run]:
    levels = [block.level for block in blocks if block.kind == "heading"]
    top = min(levels, default=0)
    runs: list[_Run] = []
    heading: DraftBlock | None = None
    below: list[DraftBlock] = []
    for block in blocks:
        if block.kind == "heading" and block.level == top:
            if heading or below:
                runs.append(_Run(heading, tuple(below)))
            heading, below = block, []
        else:
            below.append(block)
    runs.append(_Run(heading, tuple(below)))
    return runs


def _short_lines(blocks: Sequence[DraftBlock]) -> tuple[str, ...]:
    """Return the lines before the first sentence or list."""
    lines: list[str] = []
    for block in blocks:
        if not _is_line(block) or block.kind != "paragraph":
            break
        lines.append(block.text)
    return tuple(lines)


def _is_line(block: DraftBlock) -> bool:
    """Return whether a block is a short line and no sentence."""
    return len(block.text) <= 200 and not CLOSED.search(block.text)


def _counts(line: str) -> bool:
    """Return whether a line has a figure of something: an ordinal or "Agenda item 14" has none."""
    figures = find_figures(line).figures
    return any(figure["unit"] not in ("ordinal", "count") for figure in figures)


def _parts(runs: Sequence[_Run]) -> tuple[tuple[DraftSection, ...], tuple[str, ...]]:
    """Name the sections; gives them, and the headings that no text stands under."""
    styles = [
        split_heading(block.text)
        for run in runs
        for block in (*filter(None, (run.heading,)), *run.blocks)
        if block.kind == "heading"
    ]
    articles = any(style.style == "article" for style in styles)
    headed = any(style.title.lower() in _PREAMBLES for style in styles)
    parts: list[DraftSection] = []
    bare: list[str] = []
    ids: set[str] = set()
    above: list[str] = []
    for run in runs:
        passages, unused = _passages(run.blocks)
        headings = [block.text for block in run.blocks if block.kind == "heading"]
        if passages:
            bare += unused
        else:
            texts = [block.text for block in (*filter(None, (run.heading,)), *run.blocks)]
            bare += texts
            above += texts
            continue
        if run.heading is None:
            name = "Opening" if len(runs) > 1 else "Text"
            name = "Preamble" if articles and not headed else name
            id_, title = name, name
        else:
            heading = split_heading(run.heading.text)
            id_ = _id(heading, ids, len(parts) + 1)
            labelled = heading.style in ("part", "chapter", "article")
            title = run.heading.text if labelled else heading.title or run.heading.text
        ids.add(id_)
        parts.append(DraftSection(id_, title, passages, (*above, *headings)))
        above = []
    return tuple(parts), tuple(bare)


def _passages(blocks: Sequence[DraftBlock]) -> tuple[tuple[DraftPassage, ...], list[str]]:
    """Return the text under a heading, and the subheadings that no text stands right under.

    One of those that tells a figure is text all the same.
    """
    passages: list[DraftPassage] = []
    bare: list[str] = []
    under = ""
    for at, block in enumerate(blocks):
        if block.kind != "heading":
            text = block.text
            passages.append(DraftPassage(text, block.kind == "item", under, block.row, block.pages))
        elif at + 1 < len(blocks) and blocks[at + 1].kind != "heading":
            under = block.text
        elif _counts(block.text):
            passages.append(DraftPassage(block.text, under=under, pages=block.pages))
        else:
            bare.append(block.text)
    return tuple(passages), bare


def _id(heading: HeadingLine, taken: set[str], place: int) -> str:
    """Return a section's id: its printed number, else its title's words."""
    number = re.sub(r"\W+", "-", heading.number).strip("-")
    if number.lower() in NUMBER_WORDS:
        number = str(NUMBER_WORDS.index(number.lower()) + 1)
    elif re.fullmatch(r"[ivxlc]+", number):
        number = number.upper()
    style = heading.style.capitalize()
    if heading.style == "annex":
        return unique(f"{style}-{number}" if number else style, taken)
    if number and number.isascii():
        return number if number not in taken else unique(f"{style}-{number}", taken)
    words = slug(heading.title)
    return unique(words.capitalize() if words else f"Section-{place}", taken)
