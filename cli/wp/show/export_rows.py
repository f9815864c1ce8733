"""What a row of an exported table is: a fact, a figure or a date."""

from wp.figures.select import figures_of
from wp.figures.timeline import dates_of
from wp.library import Library
from wp.show.figure_records import DATE_FIELDS, FIGURE_FIELDS, dated_record, stated_record
from wp.show.records import Record, fact_record

FACT_FIELDS = (
    "id",
    "document",
    "section",
    "section_title",
    "topic",
    "topic_title",
    "paragraph",
    "statement",
    "quote",
    "context",
    "aliases",
    "figures",
    "dates",
    "url",
    "text_fragment_url",
)


def export_rows(library: Library, rows: str) -> tuple[list[Record], tuple[str, ...]]:
    """Return the records of "facts", "figures" or "dates", and the columns of their flat form."""
    if rows == "figures":
        return [stated_record(library, one) for one in figures_of(library.facts)], FIGURE_FIELDS
    if rows == "dates":
        dated = [one for fact in library.facts for one in dates_of(fact)]
        return [dated_record(library, one) for one in dated], DATE_FIELDS
    return [fact_record(library, fact) for fact in library.facts], FACT_FIELDS
