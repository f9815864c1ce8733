"""A library for OpenSearch, for those whose bases outgrow one machine.

The facts go into the bulk format: a line that says what to do, a line with the document, a line
feed behind each, the last one too. The index they go into is made first, from the mapping: its
analysis does what `wp search` does to words (stop words, stems, general synonyms); aliases are
searched as the quotes are, figures and periods by value.
"""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from wp.library import Library
from wp.model import Fact, Figure, Period
from wp.words import STOP_WORDS
from wp.words.dictionary import lines_with

INDEX = "wp-facts"

_DATES = {"type": "date", "format": "strict_year||strict_year_month||strict_date"}
_KEYWORD = {"type": "keyword"}
_PERIOD = {"properties": {"text": _KEYWORD, "start": _DATES, "end": _DATES}}
_TEXT = {"type": "text", "analyzer": "wp_text", "search_analyzer": "wp_query"}


def bulk(library: Library) -> Iterator[str]:
    """Yield the lines, with their line feeds, of a bulk request that indexes every fact."""
    for fact in library.facts:
        action = {"index": {"_index": INDEX, "_id": library.qualify(fact)}}
        yield json.dumps(action, ensure_ascii=False) + "\n"
        yield json.dumps(_document(library, fact), ensure_ascii=False) + "\n"


def mapping() -> str:
    """Return the body of the request that makes the index (`PUT /wp-facts`)."""
    figure = {
        "type": "nested",
        "properties": {
            "text": _KEYWORD,
            "value": {"type": "double"},
            "unit": _KEYWORD,
            "qualifier": _KEYWORD,
            "measures": _TEXT,
            "period": _PERIOD,
            "context_period": _PERIOD,
            "part_of": _KEYWORD,
        },
    }
    names = ("document", "section", "topic", "url")
    texts = ("statement", "quote", "context", "aliases", "topic_title", "topic_aliases")
    properties: dict[str, Any] = {
        "document_title": _TEXT,
        "section_title": _TEXT,
        "paragraph": {"type": "integer"},
        "draft": {"type": "boolean"},
        "figures": figure,
        "dates": {"type": "nested", **_PERIOD},
        **dict.fromkeys(names, _KEYWORD),
        **dict.fromkeys(texts, _TEXT),
    }
    body = {
        "settings": {"analysis": _analysis()},
        "mappings": {"dynamic": "strict", "properties": properties},
    }
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"


def _analysis() -> dict[str, Any]:
    before = ["lowercase", "wp_possessive", "wp_stop"]
    return {
        "filter": {
            "wp_possessive": {"type": "stemmer", "language": "possessive_english"},
            "wp_stop": {"type": "stop", "stopwords": sorted(STOP_WORDS)},
            "wp_stem": {"type": "stemmer", "language": "english"},
            "wp_synonyms": {"type": "synonym_graph", "lenient": True, "synonyms": list(_groups())},
        },
        "analyzer": {
            "wp_text": {"type": "custom", "tokenizer": "standard", "filter": [*before, "wp_stem"]},
            "wp_query": {
                "type": "custom",
                "tokenizer": "standard",
                "filter": [*before, "wp_synonyms", "wp_stem"],
            },
        },
    }


@cache
def _groups() -> tuple[str, ...]:
    """Return the thesaurus as synonym rules: names of one thing, and what readers say for these."""
    rules = []
    for words, sayings in lines_with(""):
        names, said = ", ".join(words), ", ".join(sayings)
        rules += [names] if len(words) > 1 else []
        rules += [f"{said} => {said}, {names}"] if said else []
    return tuple(rules)


def _document(library: Library, fact: Fact) -> dict[str, Any]:
    base = library.base_of(fact)
    section = base.section(fact.section)
    topic = base.topic(fact.section, fact.topic)
    return _without_nothing(
        {
            "document": fact.document,
            "document_title": base.document.title,
            "section": fact.section,
            "section_title": section.title,
            "topic": fact.topic,
            "topic_title": topic.title,
            "topic_aliases": list(topic.aliases),
            "statement": fact.statement,
            "quote": fact.quote,
            "context": fact.context,
            "aliases": list(fact.aliases),
            "paragraph": fact.paragraph,
            "url": section.link(fact) or None,
            "draft": fact.draft,
            "figures": [_figure(figure) for figure in fact.figures],
            "dates": [_period(period) for period in fact.dates],
        }
    )


def _figure(figure: Figure) -> dict[str, Any]:
    told = figure._asdict()
    for name in ("period", "context_period"):
        told[name] = _period(told[name]) if told[name] else None
    return _without_nothing(told)


def _period(period: Period) -> dict[str, Any]:
    return _without_nothing(period._asdict())


def _without_nothing(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in (None, "", [])}
