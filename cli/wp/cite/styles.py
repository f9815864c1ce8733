"""Citations in the styles of journals and schools: CSL files rendered by citeproc-py.

citeproc-py is the optional extra `cite`. What it is told and what it leaves undone is mended here,
see docs/citations.md: every text is handed to it as one private character, which it cannot
re-case, split or take for markup, and put in its place afterwards.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Literal, NamedTuple

from wp.cite import CitedSource, date_parts, is_numbered, paragraphs, place, section_name
from wp.cite.markup import ITALIC, LEVEL, RAISED, UPRIGHT, clean, curl
from wp.errors import needs_extra
from wp.pattern import pattern

_FOLDER = Path(__file__).with_name("styles")
_TITLE, _AUTHOR, _PUBLISHER, _URL, _LOCATOR = "\ue010\ue011\ue012\ue013\ue014"
_PLACE = pattern(rf"[,;]? (?:\w{{1,4}}\.? )?{_LOCATOR}")


class Style(NamedTuple):
    """A style: its CSL file and what its manual says of a body that publishes its own report.

    `omit` is the part left out when author and publisher are one body. `paragraph` are its words
    for one paragraph and for several. `type` is the CSL type whose form the manual gives to
    government publications. `quotes` says that a report's title stands in American quotation marks.
    """

    file: str
    kind: Literal["in-text", "note", "number"]
    omit: Literal["author", "publisher", ""] = ""
    paragraph: tuple[str, str] = ("para.", "paras.")
    locale: str | None = None
    type: str = "report"
    quotes: bool = False


STYLES = {
    "apa": Style("apa", "in-text", omit="publisher"),  # 7th edition
    "chicago-author-date": Style("chicago-author-date", "in-text"),  # 18th edition
    "chicago-notes": Style("chicago-notes-bibliography", "note"),
    "mla": Style(  # 9th edition
        "modern-language-association", "in-text", omit="author", paragraph=("par.", "pars.")
    ),
    # Cite Them Right, 12th edition
    "harvard": Style("harvard-cite-them-right", "in-text", omit="publisher", locale="en-GB"),
    "ieee": Style("ieee", "number", quotes=True),
    "oscola": Style(  # 4th edition
        "oscola", "note", omit="publisher", paragraph=("para", "paras"), type="book"
    ),
    "gb-t-7714": Style("china-national-standard-gb-t-7714-2015-numeric", "number"),
}


class Rendered(NamedTuple):
    """Citations, one a source, and the entries of the list of references, as marked text.

    `entry_of` gives for each source the number of its entry.
    """

    citations: list[str]
    entries: list[str]
    entry_of: list[int]


def render(sources: Sequence[CitedSource], name: str) -> Rendered:
    """Cite sources in the style of this name.

    Sources on one page share an entry. MissingExtraError when citeproc-py is not installed.
    """
    with needs_extra(f"the citation style {name!r}", "cite"):
        from citeproc import Citation, CitationItem, CitationStylesBibliography, Locator
        from citeproc import CitationStylesStyle as CslStyle
        from citeproc.source.json import CiteProcJSON
    style = STYLES[name]
    pages = list(dict.fromkeys((source.document.id, source.section.url) for source in sources))
    entry_of = [pages.index((source.document.id, source.section.url)) for source in sources]
    first = [sources[entry_of.index(number)] for number in range(len(pages))]
    csl = CslStyle(str(_FOLDER / f"{style.file}.csl"), locale=style.locale, validate=False)
    items = [_item(source, style, str(number)) for number, source in enumerate(first)]
    # Places on one page differ in texts alone, which are put in afterwards.
    kinds = [(number, _label(one)) for number, one in zip(entry_of, sources, strict=True)]
    located = {label: {"locator": Locator(label, _LOCATOR)} if label else {} for _, label in kinds}
    cited = {
        (number, label): Citation([CitationItem(str(number), **located[label])])
        for number, label in kinds
    }

    def bibliography() -> Any:
        made = CitationStylesBibliography(csl, CiteProcJSON(items), _FORMATTER)
        for citation in cited.values():
            made.register(citation)
        return made

    # A bibliography that has not cited yet: every note is a full one, whatever stands first.
    texts = {kind: str(bibliography().cite(one, lambda item: None)) for kind, one in cited.items()}
    citations = [
        _mend(_placed(texts[kind], source), source, style)
        for source, kind in zip(sources, kinds, strict=True)
    ]
    # OSCOLA's style puts the place into the entry of what has no date.
    entries = [_PLACE.sub("", str(entry)) for entry in bibliography().bibliography()]
    mended = [_mend(entry, source, style) for entry, source in zip(entries, first, strict=True)]
    return Rendered(citations, mended, entry_of)


def _placed(text: str, source: CitedSource) -> str:
    """Return a citation with the place that its style left out."""
    where = place(source.section, source.first, source.last, source.page)
    return f"{text} ({where})" if where and _LOCATOR not in text else text


def _label(source: CitedSource) -> str:
    """Return the kind of locator that tells a source's place; a whole document has none."""
    if not source.section.id:
        return ""
    return "page" if source.page else "section" if is_numbered(source.section) else "custom"


def _item(source: CitedSource, style: Style, key: str) -> dict[str, Any]:
    """Return the CSL item with a private character for each text."""
    day = source.accessed
    item: dict[str, Any] = {
        "id": key,
        "type": style.type,
        "title": _TITLE,
        "language": source.document.language,
    }
    if source.document.published:
        item["issued"] = {"date-parts": [list(date_parts(source.document.published))]}
    if style.omit != "author" and source.document.publisher:
        item["author"] = [{"literal": _AUTHOR}]
    if style.omit != "publisher" and source.document.publisher:
        item["publisher"] = _PUBLISHER
    if source.section.url:
        item |= {"URL": _URL, "accessed": {"date-parts": [[day.year, day.month, day.day]]}}
    return item


def _mend(text: str, source: CitedSource, style: Style) -> str:
    """Do what citeproc-py leaves undone, then put the texts in their places."""
    # A title in the author's place is not suppressed in its own.
    title = f"{ITALIC}?{_TITLE}{UPRIGHT}?"
    text = re.sub(rf"({title})[.,] \1", r"\1", text)
    # The number of an entry, set off by a column in a word processor.
    text = re.sub(r"^(\[\d+\])(?=\S)", r"\1 ", text) if style.kind == "number" else text
    # American quotation marks close behind a comma or full stop.
    if style.quotes:
        text = re.sub("”([,.])", r"\1”", text)
    # Pages are not told from a page.
    if "–" in source.page:
        text = re.sub(rf"\bp(\.?\s?{_LOCATOR})", r"pp\1", text)
    for mark, value in _values(source, style).items():
        # "Why?." would be printed for a title that ends in a mark of its own.
        ended = value.endswith((".", "?", "!"))
        text = re.sub(rf"{mark}({UPRIGHT}?)\.", rf"{mark}\1", text) if ended else text
        text = text.replace(mark, value)
    return text


def _values(source: CitedSource, style: Style) -> dict[str, str]:
    section = source.section
    where = paragraphs(section, source.first, source.last, style.paragraph)
    name = section.id if is_numbered(section) else section_name(section)
    return {
        _TITLE: curl(clean(source.document.title), depth=int(style.quotes)),
        _AUTHOR: clean(source.document.publisher),
        _PUBLISHER: clean(source.document.publisher),
        _URL: clean(section.url),
        _LOCATOR: clean(source.page or (f"{name}, {where}" if where else name)),
    }


_ITALIC = f"{ITALIC}{{}}{UPRIGHT}".format
# What citeproc-py asks of a formatter.
_FORMATTER = SimpleNamespace(
    **dict.fromkeys(("preformat", "Bold", "Light", "Underline", "Subscript", "SmallCaps"), str),
    Italic=_ITALIC,
    Oblique=_ITALIC,
    Superscript=f"{RAISED}{{}}{LEVEL}".format,
)
