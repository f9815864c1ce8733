"""BibTeX and BibLaTeX entries.

Written here rather than by a library: an entry is ten known fields, and neither bibtexparser nor
pybtex escapes what TeX would take for commands.
"""

from collections.abc import Iterable

from wp.cite.csl_json import sentence
from wp.cite.markup import clean, escape_latex, safe_url
from wp.cite.quotation_marks import curl
from wp.cite.reference import place
from wp.cite.source import CitedSource, date_parts
from wp.english import MONTHS_SHORT
from wp.pattern import pattern

# BibTeX's own names of the months: a style prints them in its way.
_KEY_UNSAFE = pattern(r"[^0-9A-Za-z:._/+-]")


def bibtex(sources: Iterable[CitedSource]) -> str:
    """Return BibTeX entries of type `techreport`, a blank line between two."""
    return "\n".join(_entry("techreport", source, _bibtex_fields(source)) for source in sources)


def biblatex(sources: Iterable[CitedSource]) -> str:
    """Return BibLaTeX entries of type `report`, a blank line between two."""
    return "\n".join(_entry("report", source, _biblatex_fields(source)) for source in sources)


def _bibtex_fields(source: CitedSource) -> dict[str, str]:
    fields = _common_fields(source) | {"type": "{Report}"}
    date = date_parts(source.document.published)
    if date:
        fields["year"] = f"{{{date[0]}}}"
    if len(date) > 1:
        fields["month"] = MONTHS_SHORT[date[1] - 1].lower()
    return fields | _page(source)


def _biblatex_fields(source: CitedSource) -> dict[str, str]:
    # An empty type keeps "Tech. rep." and the like away.
    fields = _common_fields(source) | {"type": "{}"}
    if date := date_parts(source.document.published):
        fields["date"] = f"{{{'-'.join(f'{part:02}' for part in date)}}}"
    return fields | _page(source)


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


def _page(source: CitedSource) -> dict[str, str]:
    if not source.section.url:
        return {}
    return {
        "url": f"{{{safe_url(source.section.url)}}}",
        "urldate": f"{{{source.accessed.isoformat()}}}",
    }


def _value(text: str) -> str:
    return escape_latex(curl(clean(text)))


def _entry(kind: str, source: CitedSource, fields: dict[str, str]) -> str:
    lines = [f"@{kind}{{{_KEY_UNSAFE.sub('-', source.key)},"]
    lines += [f"  {name} = {value}," for name, value in fields.items()]
    return "\n".join([*lines, "}", ""])
