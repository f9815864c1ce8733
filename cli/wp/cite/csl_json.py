"""CSL-JSON: the form that Zotero, pandoc and every CSL processor read."""

from collections.abc import Iterable
from typing import Any

from wp.cite.reference import place, section_name
from wp.cite.source import CitedSource, date_parts

Item = dict[str, Any]


def csl_json(sources: Iterable[CitedSource]) -> str:
    """Return a CSL-JSON file of some sources."""
    import json

    items = [csl_item(source) for source in sources]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def csl_item(source: CitedSource) -> Item:
    """Return the item of a source: a report of an institution, with its date, page and place.

    `section` names the part that the page holds; `note` gives section and paragraph, since the
    locator of a quotation belongs to a citation, not to an item.
    """
    document, section = source.document, source.section
    item: Item = {
        "id": source.key,
        "type": "report",
        "title": document.title,
        "language": document.language,
    }
    if section.id:
        item["section"] = section_name(section).removeprefix("section ")
        item["note"] = sentence(place(section, source.first, source.last, source.page))
    if document.publisher:
        item["author"] = [{"literal": document.publisher}]
        item["publisher"] = document.publisher
    if document.published:
        item["issued"] = {"date-parts": [list(date_parts(document.published))]}
    if section.url:
        day = source.accessed
        item["URL"] = section.url
        item["accessed"] = {"date-parts": [[day.year, day.month, day.day]]}
    return item


def sentence(words: str) -> str:
    """Return words with a capital at their beginning."""
    return words[:1].upper() + words[1:]
