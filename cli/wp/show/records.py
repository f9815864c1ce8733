"""Facts, figures, topics and sections as plain records: the fields that programs get.

The field names are promised to callers; see "JSON" in docs/formats.md.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, cast

from wp.library import Library
from wp.model import Base, Fact, Figure, Period, Section, Topic

if TYPE_CHECKING:
    from wp.editions import Difference
    from wp.figures import StatedFigure
    from wp.figures.timeline import DatedFact
    from wp.search import Hit
    from wp.search.naming import SectionPlace
    from wp.search.passages import Occurrence
    from wp.show import record_types as types

# Of a table of facts, figures or dates: the columns of its flat form.
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


def fact_record(library: Library, fact: Fact) -> "types.FactRecord":
    """Return a fact with every field, as `search`, `section`, `topic` and `show` print it."""
    base = library.base_of(fact)
    section = base.section(fact.section)
    is_fact = fact.kind == "fact"
    record: types.FactRecord = {
        "id": library.qualify(fact),
        "kind": fact.kind,
        "document": fact.document,
        "section": fact.section,
        "section_title": section.title,
        "topic": fact.topic or None,
        "topic_title": base.topic(fact.section, fact.topic).title if is_fact else None,
        "statement": fact.statement or None,
        "quote": fact.quote,
        "figures": [figure_record(figure) for figure in fact.figures],
        "dates": [period_record(period) for period in fact.dates],
        "aliases": list(fact.aliases),
        "context": fact.context or None,
        "paragraph": fact.paragraph,
        "page": section.page(fact.start, fact.end) or None,
        "url": section.url or None,
        "text_fragment_url": section.link(fact) or None,
    }
    if fact.draft:
        record["draft"] = True
    return record


def hit_record(library: Library, hit: "Hit") -> "types.FoundFact":
    """Return a found fact: its record, its score and why it was found."""
    return {
        **fact_record(library, hit.fact),
        "score": hit.score,
        "matches": [cast("types.MatchRecord", match._asdict()) for match in hit.matches],
    }


def figure_record(figure: Figure) -> "types.FigureRecord":
    """Return a figure; what the text does not print is null."""
    return {
        "text": figure.text,
        "value": figure.value,
        "unit": figure.unit,
        "qualifier": figure.qualifier,
        "measures": figure.measures,
        "period": period_record(figure.period) if figure.period else None,
        "context_period": period_record(figure.context_period) if figure.context_period else None,
        "part_of": figure.part_of,
    }


def period_record(period: Period) -> "types.PeriodRecord":
    """Return a date or span."""
    return cast("types.PeriodRecord", period._asdict())


def topic_record(topic: Topic) -> "types.TopicRecord":
    """Return a topic without its facts."""
    return {
        "document": topic.document,
        "section": topic.section,
        "topic": topic.key,
        "title": topic.title,
        "aliases": list(topic.aliases),
        "facts": len(topic.facts),
    }


def _section(base: Base, section: Section) -> "types.SectionRecord":
    return {
        "document": base.document.id,
        "section": section.id,
        "title": section.title,
        "included": True,
        "paragraphs": len(section.paragraphs),
        "topics": [topic.key for topic in section.topics],
        "facts": sum(len(topic.facts) for topic in section.topics),
        "url": section.url or None,
        "url_confirmed": section.url_confirmed,
    }


def contents_records(bases: Iterable[Base]) -> "list[types.SectionRecord]":
    """Return every part of each document in its order, the parts without text included."""
    return [
        _section(base, section)
        if section
        else {"document": base.document.id, "section": id_, "title": title, "included": False}
        for base in bases
        for id_, title, section in base.parts()
    ]


_SELECTOR_MARGIN = 32


def full_record(library: Library, fact: Fact) -> "types.FullFact":
    """Return a fact as `show` prints it: with its citation and the W3C selector of its quote.

    `selector` is a TextQuoteSelector of the Web Annotation Data Model: the words as printed and up
    to 32 characters before and behind them.
    """
    from wp.cite import reference

    base = library.base_of(fact)
    section = base.section(fact.section)
    page = section.page(fact.start, fact.end)
    text = section.text
    return {
        **fact_record(library, fact),
        "citation": reference(base.document, section, fact.paragraph, page),
        "selector": {
            "type": "TextQuoteSelector",
            "exact": text[fact.start : fact.end],
            "prefix": text[max(0, fact.start - _SELECTOR_MARGIN) : fact.start],
            "suffix": text[fact.end : fact.end + _SELECTOR_MARGIN],
        },
    }


def paragraph_records(
    library: Library, places: Iterable["SectionPlace"]
) -> "list[types.ParagraphRecord]":
    """Return the text of places, a paragraph a record, with the facts that begin in it."""
    records: list[types.ParagraphRecord] = []
    for section, first, last in places:
        facts = list(section.facts())
        for number, paragraph in enumerate(section.paragraphs[first - 1 : last], first):
            records.append(
                {
                    "document": section.document,
                    "section": section.id,
                    "paragraph": number,
                    "text": paragraph,
                    "facts": [library.qualify(f) for f in facts if f.paragraph == number],
                }
            )
    return records


def occurrence_record(library: Library, one: "Occurrence") -> "types.PlaceRecord":
    """Return a place as a record: `found` is what stands there, `text` its sentence."""
    from wp.fragment import text_directive

    section = library.base(one.document).section(one.section)
    text, (start, end) = text_of_occurrence(library, one), one.sentence
    page = section.url
    link = text_directive(section.text, one.start, one.end, page) if one.paragraph else ""
    return {
        "document": one.document,
        "section": one.section,
        "section_title": section.title,
        "paragraph": one.paragraph or None,
        "page": (section.page(one.start, one.end) if one.paragraph else "") or None,
        "text": " ".join(text[start:end].split()),
        "found": " ".join(text[one.start : one.end].split()),
        "url": section.url or None,
        "text_fragment_url": page + link if page and link else None,
    }


def text_of_occurrence(library: Library, one: "Occurrence") -> str:
    """Return the text that a place stands in: its section's, or that section's title."""
    section = library.base(one.document).section(one.section)
    return section.text if one.paragraph else section.title


def difference_record(difference: "Difference") -> "types.DifferenceRecord":
    """Return what differs between two editions."""
    changes = [
        {"op": op, "old": old, "new": new, "kind": kind}
        for op, old, new, kind in difference.changes
    ]
    figures = {
        name: figure_record(figure) if figure else None
        for name, figure in (
            ("old_figure", difference.old_figure), ("new_figure", difference.new_figure)
        )
    }  # fmt: skip
    return cast("types.DifferenceRecord", difference._asdict() | {"changes": changes} | figures)


def stated_record(library: Library, stated: "StatedFigure") -> "types.StatedRecord":
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


def dated_record(library: Library, dated: "DatedFact") -> "types.DatedRecord":
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
    from wp.figures import figures_of
    from wp.figures.timeline import dates_of

    if rows == "figures":
        return [stated_record(library, one) for one in figures_of(library.facts)], FIGURE_FIELDS
    if rows == "dates":
        dated = [one for fact in library.facts for one in dates_of(fact)]
        return [dated_record(library, one) for one in dated], DATE_FIELDS
    return [fact_record(library, fact) for fact in library.facts], FACT_FIELDS


def _origin(from_context: bool) -> Literal["quote", "context"]:
    return "context" if from_context else "quote"
