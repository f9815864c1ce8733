"""Figures and dates as plain records: the fields that programs get."""

from wp.figures.select import StatedFigure
from wp.figures.timeline import Dated
from wp.library import Library
from wp.model import page_of
from wp.show.records import Record, fact_record, figure_record

FIGURE_FIELDS = (
    "value",
    "unit",
    "qualifier",
    "measures",
    "start",
    "end",
    "period_from",
    "id",
    "section",
    "paragraph",
    "text",
    "part_of",
    "quote",
    "url",
)
DATE_FIELDS = (
    "start",
    "end",
    "text",
    "vague",
    "date_from",
    "id",
    "section",
    "paragraph",
    "statement",
    "quote",
    "url",
)


def stated_record(library: Library, stated: StatedFigure) -> Record:
    """Return a figure with the fact that states it.

    `start` and `end` are those of `period`, or of `context_period` where the quote gives none;
    `period_from` says which: "quote", "context" or null.
    """
    fact = stated.fact
    section = library.base_of(fact).section(fact.section)
    period = stated.period
    return {
        "id": library.qualify(fact),
        "document": fact.document,
        "section": fact.section,
        "topic": fact.topic,
        "paragraph": fact.paragraph,
        "page": page_of(section.pages, fact.start, fact.end) or None,
        **figure_record(stated.figure),
        "start": period and period.start,
        "end": period and period.end,
        "period_from": _origin(stated.from_context) if period else None,
        "statement": fact.statement,
        "quote": fact.quote,
        "url": section.url or None,
        "text_fragment_url": section.url + fact.fragment if section.url and fact.fragment else None,
    }


def dated_record(library: Library, dated: Dated) -> Record:
    """Return a date with every field of its fact.

    `vague` is true where the text names no year; `date_from` is "quote" or "context".
    """
    return {
        "text": dated.period.text,
        "start": dated.period.start,
        "end": dated.period.end,
        "vague": dated.vague,
        "date_from": _origin(dated.from_context),
    } | fact_record(library, dated.fact)


def _origin(from_context: bool) -> str:
    return "context" if from_context else "quote"
