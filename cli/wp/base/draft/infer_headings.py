"""Finding headings and list items in text without markup, by wording and surroundings."""

from collections.abc import Sequence
from itertools import pairwise

from wp.base.draft.source import DraftBlock
from wp.documents.headings import CLOSED, HeadingLine, breaks_off, parse_heading
from wp.pattern import pattern

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
        None if at + 1 < len(blocks) and _goes_on(blocks[at + 1].text) else _candidate(block)
        for at, block in enumerate(blocks)
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


def _candidate(block: DraftBlock) -> HeadingLine | None:
    # "1. Scope" looks like a list item until its surroundings are known.
    return None if block.kind in ("heading", "row") else parse_heading(block.text)


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
