"""Facts cited in a style: their citations, the list of references, and ready quotations."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from wp.cite.entries import biblatex, bibtex, csl_json, ris
from wp.cite.markup import Target
from wp.cite.quotation import quotation, with_link
from wp.cite.reference import marked_reference
from wp.cite.source import CitedSource
from wp.cite.styles import STYLES

HOUSE_STYLE = "plain"


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


# Files for a reference manager, written without any extra.
FILE_FORMATS: dict[str, Callable[[Sequence[CitedSource]], str]] = {
    "csl-json": csl_json,
    "bibtex": bibtex,
    "biblatex": biblatex,
    "ris": ris,
}
STYLE_NAMES = (HOUSE_STYLE, *STYLES, *FILE_FORMATS)
