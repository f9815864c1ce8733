"""A library as rows of tables that refer to each other: one table for each kind of thing.

Where several bases are loaded, ids carry their document's id ("harbour-report:VI"), as everywhere.
"""

import json
from collections.abc import Iterator
from typing import NamedTuple

from wp.figures.timeline import dates_of
from wp.library import Library
from wp.model import Base, Fact, Figure

Cell = str | int | float | None
ExportRow = tuple[Cell, ...]
_NO_PERIOD = (None, None, None)


class Tables(NamedTuple):
    """The rows of every table; the columns are those of `wp.export.sqlite.SCHEMA`, in its order."""

    documents: list[ExportRow]
    sections: list[ExportRow]
    paragraphs: list[ExportRow]
    topics: list[ExportRow]
    facts: list[ExportRow]
    figures: list[ExportRow]
    dates: list[ExportRow]


def tables(library: Library) -> Tables:
    """Return everything in a library as rows, in the order of the text and of the bases."""
    rows = Tables([], [], [], [], [], [], [])
    numbers = _figure_numbers(library)
    for base in library.bases:
        document = base.document
        known = document.id, document.title, document.publisher, document.published
        unsure = document.edition or None, document.rights or None, base.digest or None
        rows.documents.append((*known, document.language, *unsure))
        rows.sections.extend(_sections(library, base))
        for section in base.sections:
            place = library.name(document.id, section.id)
            for number, paragraph in enumerate(section.paragraphs, 1):
                rows.paragraphs.append((f"{place}:{number}", place, number, paragraph))
            for topic in section.topics:
                id_ = f"{place}.{topic.key}"
                aliases = _list(topic.aliases)
                rows.topics.append((id_, document.id, place, topic.key, topic.title, aliases))
        for fact in base.facts():
            rows.facts.append(_fact(library, base, fact))
            for figure in fact.figures:
                number = len(rows.figures) + 1
                rows.figures.append((number, *_figure(library, fact, figure, numbers)))
            for dated in dates_of(fact):
                origin = "context" if dated.from_context else "quote"
                when = (*dated.period, int(dated.vague), origin)
                rows.dates.append((len(rows.dates) + 1, library.qualify(fact), *when))
    return rows


def _sections(library: Library, base: Base) -> Iterator[ExportRow]:
    """Every part of the document in its order, those whose text is not here included."""
    for id_, title, section in base.parts():
        yield (
            library.name(base.document.id, id_),
            base.document.id,
            id_,
            title,
            int(section is not None),
            section.url or None if section else None,
            int(section.url_confirmed) if section and section.url else None,
        )


def _fact(library: Library, base: Base, fact: Fact) -> ExportRow:
    section = base.section(fact.section)
    place = library.name(fact.document, fact.section)
    link = section.url + fact.fragment if section.url and fact.fragment else None
    places = place, f"{place}.{fact.topic}", f"{place}:{fact.paragraph}"
    said = fact.statement, fact.quote, fact.context or None, _list(fact.aliases)
    return (library.qualify(fact), fact.document, *places, *said, link, int(fact.draft))


def _figure_numbers(library: Library) -> dict[tuple[str, str, str], int]:
    """Number the figures from 1, to be found by document, fact and text; the first of twins."""
    numbers: dict[tuple[str, str, str], int] = {}
    number = 0
    for fact in library.facts:
        for figure in fact.figures:
            number += 1
            numbers.setdefault((fact.document, fact.id, figure.text), number)
    return numbers


def _figure(
    library: Library, fact: Fact, figure: Figure, numbers: dict[tuple[str, str, str], int]
) -> ExportRow:
    whole: int | None = None
    if figure.part_of is not None:
        id_, _, text = figure.part_of.rpartition("#")
        whole = numbers.get((fact.document, id_ or fact.id, text))
    counted = figure.text, figure.value, figure.unit, figure.qualifier, figure.measures
    periods = *(figure.period or _NO_PERIOD), *(figure.context_period or _NO_PERIOD)
    return (library.qualify(fact), *counted, *periods, whole)


def _list(values: tuple[str, ...]) -> str:
    return json.dumps(values, ensure_ascii=False)
