"""A fact base as its file has it (docs/fact-base.md): its types, the schema, the model built of it.

Loading checks the shape; a look-up opens a base in prepared form and needs none of this.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable
from functools import cache
from pathlib import Path
from typing import Any, NotRequired, TypedDict

from wp.base import wrong_shape
from wp.model import Base, Document, Fact, Figure, Heading, PageMark, Period, Section, Topic
from wp.pattern import pattern


class RawPeriod(TypedDict):
    """A date or span; `start` and `end` in ISO 8601, as precise as printed."""

    text: str
    start: NotRequired[str | None]
    end: NotRequired[str | None]


class RawFigure(TypedDict):
    """A figure as printed, its value and what it counts."""

    text: str
    value: int | float
    unit: str
    measures: str
    qualifier: NotRequired[str]
    period: NotRequired[RawPeriod]
    context_period: NotRequired[RawPeriod]
    part_of: NotRequired[str]


class RawFact(TypedDict):
    """A statement and the stretch of text that it stands on."""

    statement: str
    quote: str
    context: NotRequired[str]
    context_of: NotRequired[str]
    """The key of an earlier fact of the topic whose quote is the context."""
    aliases: NotRequired[list[str]]
    figures: NotRequired[list[RawFigure]]
    dates: NotRequired[list[RawPeriod]]
    draft: NotRequired[bool]


class RawTopic(TypedDict):
    """Facts by their keys."""

    title: str
    aliases: NotRequired[list[str]]
    facts: dict[str, RawFact]


class RawPage(TypedDict):
    """Where a page begins: a paragraph (1-based) and an offset in it."""

    paragraph: int
    offset: int
    page: str


class RawSection(TypedDict):
    """A part of the text, one paragraph a string, and its topics by their keys."""

    title: str
    url: NotRequired[str]
    url_confirmed: NotRequired[bool]
    paragraphs: list[str]
    pages: NotRequired[list[RawPage]]
    topics: dict[str, RawTopic]


class RawHeading(TypedDict):
    """A part of the document; `included` tells whether the base has its text.

    `headings` are those within it, as printed.
    """

    id: str
    title: str
    included: bool
    headings: NotRequired[list[str]]


class RawDocument(TypedDict):
    """What is known of the document itself."""

    id: str
    title: str
    publisher: str
    published: str
    language: str
    edition: NotRequired[str]
    rights: NotRequired[str]
    contents: NotRequired[list[RawHeading]]


class RawBase(TypedDict):
    """The whole file; sections by their ids."""

    schema_version: int
    document: RawDocument
    sections: dict[str, RawSection]


QuotePlace = tuple[int, int, int, str]
"""Paragraph (1-based), start and end offset in the section's text, text directive."""


def assemble(raw: RawBase, places: list[QuotePlace], digest: str) -> Base:
    """Build the model from checked raw data and the place of every fact, in the file's order."""
    document = assemble_document(raw["document"])
    place = iter(places)
    sections = []
    for section_id, section in raw["sections"].items():
        topics = []
        for topic_key, topic in section["topics"].items():
            facts = tuple(
                _assemble_fact(document.id, section_id, topic_key, fact_key, fact, next(place))
                for fact_key, fact in topic["facts"].items()
            )
            aliases = tuple(topic.get("aliases", ()))
            topics.append(Topic(topic_key, section_id, topic["title"], aliases, facts, document.id))
        sections.append(
            Section(
                section_id,
                section["title"],
                section.get("url", ""),
                section.get("url_confirmed", False),
                tuple(section["paragraphs"]),
                tuple(topics),
                document.id,
                _page_marks(section) if "pages" in section else (),
            )
        )
    return Base(document, tuple(sections), digest)


def _page_marks(section: RawSection) -> tuple[PageMark, ...]:
    """Return where pages begin in a section's text, from its checked raw data."""
    begins = [0]
    for paragraph in section["paragraphs"]:
        begins.append(begins[-1] + len(paragraph) + 1)
    return tuple(
        PageMark(begins[mark["paragraph"] - 1] + mark["offset"], mark["page"])
        for mark in section["pages"]
    )


def assemble_document(raw: RawDocument) -> Document:
    """Build the model of the document's data from checked raw data."""
    contents = tuple(
        Heading(
            heading["id"],
            heading["title"],
            heading["included"],
            tuple(heading.get("headings", ())),
        )
        for heading in raw.get("contents", ())
    )
    return Document(
        raw["id"],
        raw["title"],
        raw["publisher"],
        raw["published"],
        raw["language"],
        raw.get("edition", ""),
        raw.get("rights", ""),
        contents,
    )


def _assemble_fact(
    document: str, section: str, topic: str, key: str, raw: RawFact, place: QuotePlace
) -> Fact:
    """Build a fact of this document, section, topic and key from checked raw data."""
    return Fact(
        f"{section}.{topic}.{key}",
        document,
        section,
        topic,
        raw["statement"],
        raw["quote"],
        *place,
        tuple(raw.get("aliases", ())),
        tuple(map(_figure, raw.get("figures", ()))),
        tuple(map(_period, raw.get("dates", ()))),
        raw.get("context", ""),
        raw.get("draft", False),
    )


def _figure(raw: RawFigure) -> Figure:
    period = raw.get("period")
    context_period = raw.get("context_period")
    return Figure(
        raw["text"],
        raw["value"],
        raw["unit"],
        raw["measures"],
        raw.get("qualifier"),
        _period(period) if period else None,
        _period(context_period) if context_period else None,
        raw.get("part_of"),
    )


def _period(raw: RawPeriod) -> Period:
    return Period(raw["text"], raw.get("start"), raw.get("end"))


# The JSON Schema, which loading checks, and keys as it wants them

_PATH = Path(__file__).with_name("facts.schema.json")


def schema_text() -> str:
    """Return the JSON Schema (draft 7) of a fact base as text."""
    return _PATH.read_text(encoding="utf-8")


@cache
def validator() -> Callable[[Any], Any]:
    """Compile the schema: a function that raises fastjsonschema.JsonSchemaValueException."""
    import fastjsonschema

    check: Callable[[Any], Any] = fastjsonschema.compile(json.loads(schema_text()))
    return check


def check_shape(path: Path, raw: Any) -> None:
    """Hold a base against the schema; InputError names a place in it and what is asked there."""
    from fastjsonschema import JsonSchemaValueException

    try:
        validator()(raw)
    except JsonSchemaValueException as error:
        place = tuple(str(step) for step in error.path[1:])
        raise wrong_shape(path, _told(error), place) from None


_TYPES = {
    "string": "text in quotation marks",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list",
    "object": "an object",
}


def _told(error: Any) -> str:
    """Return what the schema asks of a value, for people who never read a schema."""
    rule, wanted, value = error.rule, error.rule_definition, error.value
    if rule == "required":
        return f"lacks {_listed(key for key in wanted if key not in value)}"
    if rule == "additionalProperties":
        unknown = _listed(key for key in value if key not in error.definition["properties"])
        return f"has {unknown}, which no fact base has there"
    if rule == "propertyNames":
        bad = next(key for key in value if not re.fullmatch(wanted["pattern"], key))
        return f"the key {_form(bad, wanted)}"
    if rule in ("minProperties", "minItems"):
        return "must not be empty"
    if rule == "type":
        return f"must be {_TYPES.get(wanted, wanted)}"
    if rule == "minimum":
        return f"must be {wanted} or more"
    if rule == "const":
        return f"must be {wanted}"
    if rule == "pattern":
        if not value.strip():
            return "must not be blank"
        if "\n" in value and r"[^\n]" in wanted:
            return "holds a line break: `wp base validate --fix` puts a blank there"
        return _form(value, error.definition)
    if rule == "anyOf":
        return _form(value, wanted[0]) + ", or null"
    return str(error.message).removeprefix(str(error.name)).strip()


def _listed(keys: Iterable[str]) -> str:
    return ", ".join(repr(key[:40]) for key in keys)


def _form(value: object, definition: dict[str, Any]) -> str:
    form = definition.get("description", definition.get("pattern", "")).rstrip(".")
    if form[1:2].islower():
        form = form[0].lower() + form[1:]
    return f"{str(value)[:40]!r} does not match the required form: {form}"


KEY = pattern("[a-z0-9]+(?:-[a-z0-9]+)*")
_DROPPED = frozenset(
    "a an the this that these those its it their our his her we they he she i you s and or of in "
    "on at to for from by with as is are was were be been being has have had will would shall "
    "must should can may into over under about more than also such all both which who whom whose "
    "not no there where when since".split()
)
_LONGEST = 48


def slug(text: str, most_words: int = 4) -> str:
    """Return the first telling words of a text, lower-case and joined by hyphens; "" for none.

    Accents are left off; letters without an ASCII form are passed over.
    """
    plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
    ascii_ = re.sub(r"'s?\b", "", plain.encode("ascii", "ignore").decode().lower())
    words = re.findall(r"[a-z0-9]+", re.sub(r"(?<=\d),(?=\d)", "", ascii_))
    telling = [word for word in words if word not in _DROPPED] or words
    key = ""
    for word in telling[:most_words]:
        longer = f"{key}-{word}" if key else word[:_LONGEST]
        if len(longer) > _LONGEST:
            break
        key = longer
    return key


def unique(key: str, taken: Collection[str]) -> str:
    """Return the key, with a number behind it where it is taken."""
    if key not in taken:
        return key
    number = 2
    while f"{key}-{number}" in taken:
        number += 1
    return f"{key}-{number}"
