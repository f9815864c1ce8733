"""Facts cited in a style: citations, references, ready quotations; entries for reference managers.

The entries are CSL-JSON, BibTeX and BibLaTeX, RIS.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from wp.cite import CitedSource, date_parts, marked_reference, place, section_name
from wp.cite.markup import Target, clean, curl, escape_latex, quotation, safe_url, with_link
from wp.cite.styles import STYLES
from wp.english import MONTHS_SHORT
from wp.pattern import pattern

HOUSE_STYLE = "plain"
_KEY_UNSAFE = pattern(r"[^0-9A-Za-z:._/+-]")


class Cited(NamedTuple):
    """A passage with its citation and its entry in the list of references, as marked text.

    `entry` is empty in the house style, which says everything in the citation. `note` tells that
    the citation is a footnote rather than a part of the sentence.
    """

    source: CitedSource
    passage: str
    citation: str
    entry: str = ""
    note: bool = False

    def citation_for(self, target: Target) -> str:
        """Write the citation for a target."""
        return with_link(self.citation, self.source, self.source.link, target)

    def entry_for(self, target: Target) -> str:
        """Write the entry in the list of references, which leads to the page, not the passage."""
        return with_link(self.entry, self.source, self.source.section.url, target)

    def quotation_for(self, target: Target) -> str:
        """Write the passage in its marks with the citation for a target."""
        if self.note:
            bare = quotation(self.passage, "", self.source, target)
            return f"{bare}\n\n{_paragraph(self.citation_for(target), target)}"
        citation = self.citation if self.entry else f"({self.citation})"
        return quotation(self.passage, citation, self.source, target)


def cite_passages(
    sources: Sequence[CitedSource], passages: Sequence[str], style: str
) -> list[Cited]:
    """Cite passages in the house style or in one of `wp.cite.styles.STYLES`.

    A passage holds a line feed for each paragraph break. MissingExtraError when the style needs
    the extra.
    """
    pairs = list(zip(sources, passages, strict=True))
    if style == HOUSE_STYLE:
        return [
            Cited(
                source,
                passage,
                marked_reference(
                    source.document, source.section, source.first, source.last, source.page
                ),
            )
            for source, passage in pairs
        ]
    from wp.cite.styles import render

    rendered = render(sources, style)
    note = STYLES[style].kind == "note"
    return [
        Cited(source, passage, citation, rendered.entries[number], note)
        for (source, passage), citation, number in zip(
            pairs, rendered.citations, rendered.entry_of, strict=True
        )
    ]


def cited_text(cited: Sequence[Cited], target: Target | None) -> str:
    """Return ready quotations for a target, else citations, one a line; then each reference once.

    Citations are plain text.
    """
    if target:
        parts = "\n\n".join(one.quotation_for(target) for one in cited)
    else:
        parts = "\n".join(one.citation_for("plain") for one in cited)
    written_for = target or "plain"
    entries = dict.fromkeys(one.entry_for(written_for) for one in cited if one.entry)
    return "\n\n".join([parts, *(_paragraph(entry, written_for) for entry in entries)]) + "\n"


def _paragraph(text: str, target: Target) -> str:
    return f"<p>{text}</p>" if target == "html" else text


def csl_json(sources: Iterable[CitedSource]) -> str:
    """Return a CSL-JSON file of some sources."""
    import json

    items = [csl_item(source) for source in sources]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def csl_item(source: CitedSource) -> dict[str, Any]:
    """Return the item of a source: a report of an institution, with its date, page and place.

    `section` names the part that the page holds; `note` gives section and paragraph, since the
    locator of a quotation belongs to a citation, not to an item.
    """
    document, section = source.document, source.section
    item: dict[str, Any] = {
        "id": source.key,
        "type": "report",
        "title": document.title,
        "language": document.language,
    }
    if section.id:
        item["section"] = section_name(section).removeprefix("section ")
        item["note"] = _sentence(place(section, source.first, source.last, source.page))
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


def _sentence(words: str) -> str:
    """Return words with a capital at their beginning."""
    return words[:1].upper() + words[1:]


def bibtex(sources: Iterable[CitedSource]) -> str:
    """Return BibTeX entries of type `techreport`, a blank line between two.

    Months have BibTeX's own names: a style prints them in its way.
    """
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
        "note": f"{{{_value(_sentence(where))}}}",
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
        ("N1", _sentence(place(source.section, source.first, source.last, source.page))),
    ]
    if source.section.url:
        tags += [("UR", source.section.url), ("Y2", source.accessed.strftime("%Y/%m/%d/"))]
    lines = [f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in tags if value]
    return "".join([*lines, "ER  - \r\n"])


# Files for a reference manager, written without any extra.
FILE_FORMATS: dict[str, Callable[[Sequence[CitedSource]], str]] = {
    "csl-json": csl_json,
    "bibtex": bibtex,
    "biblatex": biblatex,
    "ris": ris,
}
STYLE_NAMES = (HOUSE_STYLE, *STYLES, *FILE_FORMATS)
