"""Facts, topics and sections as plain records: the fields that programs get.

The field names are promised to callers; see "JSON" in docs/formats.md.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from wp.library import Library
from wp.model import Base, Fact, Figure, Period, Section, Topic

if TYPE_CHECKING:
    from wp.cite.passage import CitedPassage
    from wp.editions import Difference
    from wp.search.answer import Hit
    from wp.search.places import SectionPlace
    from wp.show import record_types as types
    from wp.verify.verdict import Verdict


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


def topic_record(library: Library, topic: Topic) -> "types.TopicRecord":
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
    from wp.cite.reference import reference

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


def passage_of_verdict(
    library: Library, verdict: "Verdict", *, linked: bool = True
) -> "CitedPassage | None":
    """Return the passage that a verdict found; None where it found none, or what has no page."""
    from wp.cite.passage import passage_of

    if not verdict.document:
        return None
    return passage_of(library.base(verdict.document), verdict, linked=linked)


def page_of_verdict(library: Library, verdict: "Verdict") -> str:
    """Return the page of the passage that a verdict found, as it is cited; empty without one."""
    if not verdict.document or verdict.section is None or verdict.start is None:
        return ""
    section = library.base(verdict.document).section(verdict.section)
    return section.page(verdict.start, verdict.end or verdict.start)


def verdict_record(library: Library, verdict: "Verdict") -> "types.VerdictRecord":
    """Return what is said of a quotation, as `verify` prints it and `check` for each quotation."""
    sections = library.base(verdict.document).sections if verdict.document else ()
    # The heading of a part that the base does not hold has no page.
    url = next((one.url for one in sections if one.id == verdict.section and one.url), None)
    passage = passage_of_verdict(library, verdict)
    nearest = verdict.nearest
    return {
        "quotation": verdict.quotation,
        "verdict": verdict.verdict,
        "source": verdict.source,
        "document": verdict.document,
        "section": verdict.section,
        "paragraph": verdict.paragraph,
        "page": (passage and passage.page) or None,
        "url": url,
        "text_fragment_url": (passage and passage.link) or None,
        "facts": list(verdict.facts),
        "changes": [cast("types.ChangeRecord", change._asdict()) for change in verdict.changes],
        "warnings": list(verdict.warnings),
        "places": verdict.places if verdict.source else 0,
        "nearest": cast("types.NearestRecord", nearest._asdict()) if nearest else None,
        "not_searched": library.not_searched if verdict.verdict == "missing" else [],
    }


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
