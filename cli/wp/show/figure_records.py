"""Figures and dates as records, and which columns the rows of a flat table have."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from wp.figures.select import StatedFigure, figures_of
from wp.figures.timeline import DatedFact, dates_of
from wp.library import Library
from wp.show.records import fact_record, figure_record, period_record

if TYPE_CHECKING:
    from wp.show.record_types import DatedRecord, StatedRecord

FACT_FIELDS = tuple(
    "id document section section_title topic topic_title paragraph statement quote context aliases "
    "figures dates url text_fragment_url".split()
)
FIGURE_FIELDS = tuple(
    "value unit qualifier measures start end period_from id section paragraph text part_of quote "
    "url".split()
)
DATE_FIELDS = tuple(
    "start end text vague date_from id section paragraph statement quote url".split()
)


def stated_record(library: Library, stated: StatedFigure) -> "StatedRecord":
    """Return a figure with the fact that states it."""
    fact = stated.fact
    section = library.section_of(fact)
    period = stated.period
    return {
        "id": library.qualify(fact),
        "document": fact.document,
        "section": fact.section,
        "topic": fact.topic,
        "paragraph": fact.paragraph,
        "page": section.page(fact.start, fact.end) or None,
        **figure_record(stated.figure),
        "start": period and period.start,
        "end": period and period.end,
        "period_from": _origin(stated.from_context) if period else None,
        "statement": fact.statement,
        "quote": fact.quote,
        "url": section.url or None,
        "text_fragment_url": section.link(fact) or None,
    }


def dated_record(library: Library, dated: DatedFact) -> "DatedRecord":
    """Return a date with every field of its fact."""
    return {
        **period_record(dated.period),
        "vague": dated.period.is_vague,
        "date_from": _origin(dated.from_context),
        **fact_record(library, dated.fact),
    }


def export_rows(
    library: Library, rows: str
) -> tuple[Sequence[Mapping[str, object]], tuple[str, ...]]:
    """Return the records of "facts", "figures" or "dates", and the columns of their flat form."""
    if rows == "figures":
        return [stated_record(library, one) for one in figures_of(library.facts)], FIGURE_FIELDS
    if rows == "dates":
        dated = [one for fact in library.facts for one in dates_of(fact)]
        return [dated_record(library, one) for one in dated], DATE_FIELDS
    return [fact_record(library, fact) for fact in library.facts], FACT_FIELDS


def _origin(from_context: bool) -> Literal["quote", "context"]:
    return "context" if from_context else "quote"
