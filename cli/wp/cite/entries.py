"""Entries for reference managers: CSL-JSON, BibTeX and BibLaTeX, RIS."""

from collections.abc import Iterable
from typing import Any

from wp.cite.markup import clean, escape_latex, safe_url
from wp.cite.quotation import curl
from wp.cite.reference import place, section_name
from wp.cite.source import CitedSource, date_parts
from wp.english import MONTHS_SHORT
from wp.pattern import pattern

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


# BibTeX's own names of the months: a style prints them in its way.
_KEY_UNSAFE = pattern(r"[^0-9A-Za-z:._/+-]")


def bibtex(sources: Iterable[CitedSource]) -> str:
    """Return BibTeX entries of type `techreport`, a blank line between two."""
    return "\n".join(_entry("techreport", "{Report}", source, _year(source)) for source in sources)


def biblatex(sources: Iterable[CitedSource]) -> str:
    """Return BibLaTeX entries of type `report`, a blank line between two."""
    # An empty type keeps "Tech. rep." and the like away.
    return "\n".join(_entry("report", "{}", source, _day(source)) for source in sources)


def _year(source: CitedSource) -> dict[str, str]:
    date = date_parts(source.document.published)
    year = {"year": f"{{{date[0]}}}"} if date else {}
    return year | ({"month": MONTHS_SHORT[date[1] - 1].lower()} if len(date) > 1 else {})


def _day(source: CitedSource) -> dict[str, str]:
    date = date_parts(source.document.published)
    return {"date": f"{{{'-'.join(f'{part:02}' for part in date)}}}"} if date else {}


def _common_fields(source: CitedSource) -> dict[str, str]:
    document = source.document
    where = place(source.section, source.first, source.last, source.page)
    body = f"{{{{{_value(document.publisher)}}}}}"
    # Double braces keep a body's name in one piece and a title's capitals as they are.
    fields = {
        "author": body,
        "title": f"{{{{{_value(document.title)}}}}}",
        "institution": body,
        "note": f"{{{_value(sentence(where))}}}",
    }
    return {name: value for name, value in fields.items() if value not in ("{}", "{{}}")}


def _value(text: str) -> str:
    return escape_latex(curl(clean(text)))


def _entry(kind: str, printed: str, source: CitedSource, date: dict[str, str]) -> str:
    fields = _common_fields(source) | {"type": printed} | date
    if url := source.section.url:
        fields |= {"url": f"{{{safe_url(url)}}}", "urldate": f"{{{source.accessed.isoformat()}}}"}
    lines = [f"@{kind}{{{_KEY_UNSAFE.sub('-', source.key)},"]
    lines += [f"  {name} = {value}," for name, value in fields.items()]
    return "\n".join([*lines, "}", ""])


def ris(sources: Iterable[CitedSource]) -> str:
    """Return RIS records of type `RPRT`, each ended by `ER`; lines end in CR LF, as RIS asks."""
    return "".join(_record(source) for source in sources)


def _record(source: CitedSource) -> str:
    document = source.document
    year, month, day = [*(f"{part:02}" for part in date_parts(document.published)), "", "", ""][:3]
    tags = [
        ("TY", "RPRT"),
        ("ID", source.key),
        ("AU", document.publisher),
        ("TI", document.title),
        ("PB", document.publisher),
        ("PY", year),
        ("DA", f"{year}/{month}/{day}/" if year else ""),
        ("LA", document.language),
        ("N1", sentence(place(source.section, source.first, source.last, source.page))),
    ]
    if source.section.url:
        tags += [("UR", source.section.url), ("Y2", source.accessed.strftime("%Y/%m/%d/"))]
    lines = [f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in tags if value]
    return "".join([*lines, "ER  - \r\n"])
