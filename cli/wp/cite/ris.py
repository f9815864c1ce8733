"""RIS records, as EndNote, Zotero and Mendeley read them.

Written here rather than by rispy: a record is a dozen lines of a tag and a value, and a value's
line breaks, which would begin a new tag, are what a library leaves alone.
"""

from collections.abc import Iterable

from wp.cite.csl_json import sentence
from wp.cite.reference import place
from wp.cite.source import CitedSource, date_parts


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
