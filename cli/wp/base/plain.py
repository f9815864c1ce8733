"""Bases as plain data that can be stored, and the model rebuilt from it fact by fact.

Facts and paragraphs of all bases are one long row each, of which a section or topic knows its
stretch: what nobody asks for is never made (see `wp.packing`).
"""

from collections.abc import Mapping, Sequence
from itertools import starmap
from typing import Any

from wp.model import Base, Document, Fact, Figure, Heading, PageMark, Period, Section, Topic
from wp.packing import Made, PackedStretch


def plain_parts(bases: Sequence[Base]) -> dict[str, Any]:
    """Return the parts that `bases_of` makes the bases of, and all ids in lower case."""
    facts: list[Any] = []
    paragraphs: list[str] = []
    heads = []
    for base in bases:
        sections = []
        for section in base.sections:
            topics = []
            for topic in section.topics:
                first = len(facts)
                facts += map(_plain, topic.facts)
                head = (topic.key, topic.section, topic.title, topic.aliases)
                topics.append((*head, (first, len(facts)), topic.document))
            first = len(paragraphs)
            paragraphs += section.paragraphs
            stretch = (first, len(paragraphs))
            sections.append(
                (*section[:4], stretch, topics, section.document, _plain(section.pages))
            )
        heads.append((_plain(base.document), sections, base.digest))
    ids = " ".join(fact[0].lower() for fact in facts)
    return {"bases": heads, "quoted": facts, "ids": ids, "paragraphs": paragraphs}


def bases_of(parts: Mapping[str, Any]) -> tuple[tuple[Base, ...], Sequence[Fact]]:
    """Return the bases, and the facts of all of them in their order."""
    facts = Made(parts["quoted"], _fact)
    paragraphs: Sequence[str] = parts["paragraphs"]

    def topic_of(plain: Any) -> Topic:
        key, section, title, aliases, stretch, document = plain
        return Topic(key, section, title, aliases, PackedStretch(facts, *stretch), document)

    def section_of(plain: Any) -> Section:
        id_, title, url, url_confirmed, stretch, topics, document, pages = plain
        return Section(
            id_,
            title,
            url,
            url_confirmed,
            PackedStretch(paragraphs, *stretch),
            tuple(map(topic_of, topics)),
            document,
            tuple(starmap(PageMark, pages)),
        )

    return tuple(
        Base(_document(document), tuple(map(section_of, sections)), digest)
        for document, sections, digest in parts["bases"]
    ), facts


def _plain(value: Any) -> Any:
    """Return named tuples as tuples, which can be stored."""
    return tuple(map(_plain, value)) if isinstance(value, tuple) else value


def _document(plain: Any) -> Document:
    document = Document(*plain)
    return document._replace(contents=tuple(starmap(Heading, document.contents)))


def _fact(plain: Any) -> Fact:
    fact = Fact(*plain)
    if not fact.figures and not fact.dates:
        return fact
    figures = tuple(map(_figure, fact.figures))
    return fact._replace(figures=figures, dates=tuple(starmap(Period, fact.dates)))


def _figure(plain: Any) -> Figure:
    figure = Figure(*plain)
    return figure._replace(
        period=figure.period and Period(*figure.period),
        context_period=figure.context_period and Period(*figure.context_period),
    )
