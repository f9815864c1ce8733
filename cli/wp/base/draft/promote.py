"""Headings and lists in text without markup: told by the words and by what stands around them."""

import re
from collections.abc import Sequence

from wp.base.draft.blocks import Block
from wp.documents.headings import Heading, parse_heading

_UNSURE = ("decimal", "letter", "capitals")
_TITLE_WORDS = 15
_ENDED = re.compile(r"[.;:,!?。！？；：][\"'”’)\]]*$")
_GOES_ON = re.compile(r"(?:[;,]|[;,]?\s(?:and|or))$")


def promote(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Mark the headings and list items among blocks that only their words tell apart.

    A bare number or capitals make a heading only in a style whose lines mostly have text of their
    own below them; otherwise they are a list.
    """
    blocks = _titled(blocks)
    headings = [_candidate(block) for block in blocks]
    for style in _UNSURE:
        if not _carries_text(headings, style):
            headings = [None if h and h.style == style else h for h in headings]
    return _with_lists(
        [
            Block("heading", block.text, heading.rank) if heading else block
            for block, heading in zip(blocks, headings, strict=True)
        ]
    )


def _titled(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Join the bare "Article 5" or "CHAPTER II" and the title that stands below it."""
    titled: list[Block] = []
    for block in blocks:
        if titled and _titles(titled[-1], block):
            titled[-1] = titled[-1]._replace(text=f"{titled[-1].text}. {block.text}")
        else:
            titled.append(block)
    return tuple(titled)


def _candidate(block: Block) -> Heading | None:
    # "1. Scope" looks like a list item until its surroundings are known.
    return None if block.kind in ("heading", "row") else parse_heading(block.text)


def _carries_text(headings: Sequence[Heading | None], style: str) -> bool:
    """Whether at least two in three headings of a style have text below them."""
    places = [at for at, heading in enumerate(headings) if heading and heading.style == style]
    carrying = sum(at + 1 < len(headings) and headings[at + 1] is None for at in places)
    return 3 * carrying >= 2 * len(places)


def _titles(heading: Block, block: Block) -> bool:
    """Whether a block is the title of the bare heading above it."""
    parsed = parse_heading(heading.text)
    if parsed is None or parsed.title or not (parsed.number or parsed.style == "annex"):
        return False
    own = parse_heading(block.text)
    return (
        block.kind == "paragraph"
        and (own is None or own.style in ("capitals", "named"))
        and not _ENDED.search(block.text)
        and len(block.text.split()) <= _TITLE_WORDS
        and not block.text[0].islower()
    )


def _with_lists(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Mark the items of a list that a colon opens: each but the last ends as if it went on."""
    listed: list[Block] = []
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
