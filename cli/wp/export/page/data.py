"""What the page's script works with: every fact with its words, place, citation and quotation."""

from datetime import date

from wp.cite.markup import plain_text
from wp.cite.quotation import quotation
from wp.cite.reference import marked_reference, place
from wp.cite.source import source_of
from wp.export.page.numbering import Numbered, numbered, short_place
from wp.library import Library
from wp.model import Figure


def page_data(library: Library) -> list[dict[str, object]]:
    """Return the facts in the order of their numbers on the page; empty fields are left out."""
    return [
        {name: value for name, value in _record(library, one).items() if value}
        for one in numbered(library)
    ]


def _record(library: Library, one: Numbered) -> dict[str, object]:
    fact, section = one.fact, one.section
    document = one.base.document
    topic = one.base.topic(fact.section, fact.topic)
    # The plain reference has no day of access, and a page that is read later could not know it.
    source = source_of(fact, document, section, date.min)
    cited = marked_reference(document, section, source.first, source.last)
    passage = section.text[fact.start : fact.end]
    return {
        "id": library.qualify(fact),
        "statement": fact.statement,
        "quote": fact.quote,
        "context": fact.context,
        "aliases": fact.aliases,
        "topic": topic.title,
        "topicAliases": topic.aliases,
        "section": section.title,
        "short": short_place(section, fact.paragraph),
        "place": place(section, source.first, source.last),
        "figures": [_figure(figure) for figure in fact.figures],
        "dates": [period.text for period in fact.dates],
        "link": section.url + fact.fragment if section.url and fact.fragment else section.url,
        "inferred": bool(section.url and not section.url_confirmed),
        "reference": plain_text(cited),
        "quotation": quotation(passage, f"({cited})", source, "plain"),
    }


def _figure(figure: Figure) -> dict[str, object]:
    return {
        "text": figure.text,
        "value": figure.value,
        "unit": figure.unit,
        "measures": figure.measures,
    }
