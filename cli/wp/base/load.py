"""Loading a fact base's file into the model: shape checked, quotes found in the text."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wp.base.assemble import QuotePlace, assemble
from wp.base.contexts import resolve_contexts
from wp.base.quotes import QuotableText, not_printed
from wp.base.read import parse
from wp.base.schema import check_shape, validator
from wp.errors import InputError
from wp.files import digest, read_bytes
from wp.fragment import text_directive
from wp.model import Base
from wp.pattern import pattern

if TYPE_CHECKING:
    from wp.base.raw import RawBase, RawFact, RawSection

    CheckedBase = tuple[RawBase, list[QuotePlace], str]

_CONTROL = pattern("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
# What holds none of these holds no control character: as it is, or as an escape. Single bytes are
# looked for one after the other, a tenth of the time of one expression for all.
_CONTROL_BYTES = tuple(bytes((byte,)) for byte in (*range(0x09), *range(0x0B, 0x20), 0x7F))
_CONTROL_PAIRS = (pattern(rb"\xc2[\x80-\x9f]"), pattern(rb"\\[bfru]"))


def load(path: Path) -> Base:
    """Read a fact base; InputError names the file and the place of whatever is wrong in it."""
    return assemble(*read_checked(path))


def read_checked(path: Path, content: bytes | None = None) -> "CheckedBase":
    """Read and check a fact base: its raw data, the place of every quote, the SHA-256 of the file.

    `content` spares reading the file when the caller holds its bytes already.
    """
    if content is None:
        content = read_bytes(path)
    raw: Any = parse(path, content)
    check_shape(path, validator(), raw, ())
    if any(byte in content for byte in _CONTROL_BYTES) or any(
        pair.search(content) for pair in _CONTROL_PAIRS
    ):
        check_characters(path, raw, ())
    for id_, section in raw["sections"].items():
        _check_pages(path, id_, section)
    resolve_contexts(path, raw)
    return raw, locate(path, raw), digest(content)


def check_characters(path: Path, value: Any, place: tuple[str, ...]) -> None:
    """Refuse control characters: no document prints them, and terminals obey them."""
    if isinstance(value, str):
        found = _CONTROL.search(value)
        if found:
            raise InputError(
                path,
                f"holds the control character U+{ord(found.group()):04X}",
                place=".".join(place),
                remedy="take it out",
            )
    elif isinstance(value, dict):
        for key, member in value.items():
            check_characters(path, key, (*place, "(key)"))
            check_characters(path, member, (*place, key))
    elif isinstance(value, list):
        for number, member in enumerate(value):
            check_characters(path, member, (*place, str(number)))


def _check_pages(path: Path, id_: str, section: "RawSection") -> None:
    """Refuse a page that begins outside the section's text, or before the page above it."""
    last = (0, 0)
    for number, mark in enumerate(section.get("pages", ())):
        at = mark["paragraph"], mark["offset"]
        is_outside = at[0] > len(section["paragraphs"]) or at[1] > len(
            section["paragraphs"][at[0] - 1]
        )
        if is_outside or at < last:
            problem = "begins outside the text" if is_outside else "begins before the page above it"
            raise InputError(
                path,
                f"page {mark['page']} {problem}",
                place=f"sections.{id_}.pages.{number}",
                remedy="give paragraph and offset in the order of the text",
            )
        last = at


def raw_facts(raw: "RawBase") -> "Iterator[tuple[str, str, str, RawFact]]":
    """Return section id, topic key, fact key and raw fact of every fact, in the file's order."""
    for section_id, section in raw["sections"].items():
        for topic_key, topic in section["topics"].items():
            for fact_key, fact in topic["facts"].items():
                yield section_id, topic_key, fact_key, fact


def locate(path: Path, raw: "RawBase") -> list[QuotePlace]:
    """Find every fact's quote in its section's text; InputError for one that is not there."""
    places: list[QuotePlace] = []
    within, text, quotes, page = "", "", QuotableText(""), ""
    for section_id, topic_key, fact_key, fact in raw_facts(raw):
        if section_id != within:
            section = raw["sections"][section_id]
            within, text = section_id, "\n".join(section["paragraphs"])
            page = section.get("url") or ""
            quotes = QuotableText(text)
        place = quotes.find(fact["quote"].split())
        if place is None:
            raise not_printed(path, section_id, topic_key, fact_key)
        start, end, paragraph = place
        # It takes most of the time of loading, and leads nowhere without a page.
        directive = text_directive(text, start, end, page) if page else ""
        places.append((paragraph, start, end, directive))
    return places
