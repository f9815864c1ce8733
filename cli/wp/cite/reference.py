"""A place in words: the house reference, one line of plain text; a passage; a quotation to paste.

It needs no style file: publisher, title, date, section, paragraph, page.
"""

from typing import TYPE_CHECKING, NamedTuple

from wp.cite import (
    CitedSource,
    date_parts,
    is_numbered,
    known,
    label_of,
    pages,
    paragraphs,
)
from wp.cite.markup import (
    ITALIC,
    UPRIGHT,
    Target,
    clean,
    escape,
    escape_html,
    plain_text,
    safe_url,
    write_link,
    write_marked,
)
from wp.english import MONTHS
from wp.model import Base, Document, Section

if TYPE_CHECKING:
    from wp.verify.verdict import Verdict


def quotation(passage: str, citation: str, source: CitedSource, target: Target) -> str:
    """Write a passage and its citation for a target.

    `passage` holds a line feed for each paragraph break; `citation` is marked text, in brackets of
    its own or none. A passage of one paragraph stands in double quotation marks, its own marks
    become single; one of several paragraphs is set off as a block, without marks around it, and in
    plain text begins each paragraph with a mark and ends the last with one.
    """
    lines = [" ".join(line.split()) for line in passage.strip().split("\n")]
    written = with_link(citation, source, source.link, target)
    if len(lines) == 1:
        quoted = f"“{curl(lines[0], depth=1)}”"
        text = f"{escape(quoted, target)} {written}" if written else escape(quoted, target)
        return f"<p>{text}</p>" if target == "html" else text
    return _block(lines, written, source, target)


def _block(lines: list[str], citation: str, source: CitedSource, target: Target) -> str:
    if target == "plain":
        quoted = [f"“{curl(line, depth=1)}" for line in lines]
        return "\n".join(quoted) + "”" + (f" {citation}" if citation else "")
    paragraphs = [escape(curl(line), target) for line in lines]
    if citation:
        paragraphs[-1] += f" {citation}"
    if target == "markdown":
        return "\n>\n".join(f"> {paragraph}" for paragraph in paragraphs)
    if target == "latex":
        inner = "\n\n".join(paragraphs)
        return f"\\begin{{quotation}}\n{inner}\n\\end{{quotation}}"
    cited = f' cite="{escape_html(safe_url(source.link))}"' if source.link else ""
    inner = "\n".join(f"  <p>{paragraph}</p>" for paragraph in paragraphs)
    return f"<blockquote{cited}>\n{inner}\n</blockquote>"


def with_link(marked: str, source: CitedSource, link: str, target: Target) -> str:
    """Write marked text for a target, the page's URL in it as a link; LaTeX prints the page's."""
    url = source.section.url
    if not url or url not in marked:
        return write_marked(marked, target)
    before, _, after = marked.partition(url)
    linked = write_link(url, link, target)
    return write_marked(before, target) + linked + write_marked(after, target)


_OPENING = "“", "‘"
_CLOSING = "”", "’"
_DOUBLE, _SINGLE = '"“”„', "'‘’‚"
_BEFORE_OPENING = "([{<-–—/\"'“‘„‚"


def curl(text: str, depth: int = 0) -> str:
    """Return text with curly quotation marks and apostrophes.

    `depth` is how many quotations surround it: at 0 its own marks become double, at 1 single. A
    mark that opens or closes nothing keeps its direction; an apostrophe is none of them.
    """
    curled: list[str] = []
    within: list[str] = []  # the kinds of the quotations that are open
    for at, letter in enumerate(text):
        kind = _DOUBLE if letter in _DOUBLE else _SINGLE if letter in _SINGLE else ""
        if not kind:
            curled.append(letter)
        elif _opens(text, at, kind):
            curled.append(_OPENING[(depth + len(within)) % 2])
            within.append(kind)
        elif kind in within and _may_close(text, at, kind):
            del within[within.index(kind) :]
            curled.append(_CLOSING[(depth + len(within)) % 2])
        elif kind == _SINGLE:
            curled.append("’")
        else:
            opening = letter != "”" and text[at - 1 : at].isspace()
            curled.append((_OPENING if opening else _CLOSING)[(depth + len(within)) % 2])
    return "".join(curled)


def _opens(text: str, at: int, kind: str) -> bool:
    """Return whether a mark begins a quotation that ends further on."""
    if text[at] in "”’" or text[at + 1 : at + 2].isspace() or at + 1 == len(text):
        return False
    before = text[at - 1] if at else " "
    beginning = text[at] in "“‘„‚" or before.isspace() or before in _BEFORE_OPENING
    return beginning and any(
        text[end] in kind and text[end] not in "“‘„‚" and _may_close(text, end, kind)
        for end in range(at + 2, len(text))
    )


def _may_close(text: str, at: int, kind: str) -> bool:
    """Return whether a mark can end a quotation: a single one inside a word is an apostrophe."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if text[at] in "“‘„‚" or before.isspace():
        return False
    return kind == _DOUBLE or not after.isalnum()


def reference(document: Document, section: Section, paragraph: int, page: str = "") -> str:
    """Return the plain reference to a paragraph and to its page."""
    return plain_text(marked_reference(document, section, paragraph, page=page))


def marked_reference(
    document: Document, section: Section, paragraph: int, last: int = 0, page: str = ""
) -> str:
    """Return the reference to a paragraph, or to those up to `last`, with the title italic."""
    document = known(document)
    parts = [
        clean(document.publisher),
        ITALIC + curl(clean(document.title)) + UPRIGHT,
        printed_date(document.published),
        place(section, paragraph, last, page),
        clean(section.url),
    ]
    return ", ".join(filter(None, parts))


def place(section: Section, paragraph: int, last: int = 0, page: str = "") -> str:
    """Name section, paragraph and page in words: "section VI, paragraph 4, p. 12".

    A whole section has no paragraph (0); a whole document has no place at all, "".
    """
    where = paragraphs(section, paragraph, last, ("paragraph", "paragraphs"))
    parts = (section.id and section_name(section), where, page and pages(page))
    return ", ".join(part for part in parts if part)


def section_name(section: Section) -> str:
    """Name a section: "section VI", "Article 5", or by its title where it bears no number."""
    if is_numbered(section):
        return f"section {section.id}"
    return label_of(section) or clean(section.title).rstrip(":")


def imprint(document: Document) -> str:
    """Return who published a document and when, as far as known: "Ministry, 4 May 2020"."""
    document = known(document)
    return ", ".join(filter(None, (document.publisher, printed_date(document.published))))


def printed_date(iso: str) -> str:
    """Return an ISO date as precise as it is: "15 December 2017", "December 2017", "2017"."""
    if not iso:
        return ""
    year, *rest = date_parts(iso)
    if not rest:
        return str(year)
    month = MONTHS[rest[0] - 1]
    return f"{rest[1]} {month} {year}" if len(rest) > 1 else f"{month} {year}"


class CitedPassage(NamedTuple):
    """A stretch of a section: `words`, and what stands before and after them in their paragraphs.

    `place` is in words: "section VI, paragraph 4, p. 12". `link` leads to the words on the
    section's page, `page` is as it is cited; both are empty where there is none, the link also
    where nobody asked for it.
    """

    before: str
    words: str
    after: str
    place: str
    page: str
    link: str


def passage(section: Section, start: int, end: int, *, linked: bool = True) -> CitedPassage:
    """Return the stretch [start, end) of a section's text; its link, which takes time, if asked."""
    text = section.text
    page = section.page(start, end)
    numbers = text.count("\n", 0, start) + 1, text.count("\n", 0, end) + 1
    where = place(section, *numbers, page)
    link = _link(section, start, end) if linked else ""
    return CitedPassage(*in_paragraph(text, start, end), where, page, link)


def in_paragraph(text: str, start: int, end: int) -> tuple[str, str, str]:
    """Return what stands before [start, end) in its paragraphs, these words, and what follows."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    return text[first:start], text[start:end], text[end : last if last >= 0 else len(text)]


def passage_of(base: Base, verdict: "Verdict", *, linked: bool = True) -> CitedPassage | None:
    """Return the passage that a verdict found; None for a title, a heading and nothing."""
    if verdict.section is None or verdict.start is None or verdict.end is None:
        return None
    return passage(base.section(verdict.section), verdict.start, verdict.end, linked=linked)


def _link(section: Section, start: int, end: int) -> str:
    if not section.url:
        return ""
    from wp.fragment import text_directive

    directive = text_directive(section.text, start, end, section.url)
    return section.url + directive if directive else ""
