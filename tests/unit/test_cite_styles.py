"""CSL styles: the manuals' forms of a government report, whatever its title holds."""

import re
import sys
from datetime import date

import pytest

from wp.cite import CitedSource, source_of
from wp.cite.markup import plain_text, write_marked
from wp.cite.styles import STYLES, render
from wp.errors import MissingExtraError
from wp.model import Base, Document, Section

# Reports cited as guides to the manuals cite them; docs/citations.md says which were read where.
# The page and the day it was read are ours.
PRINTED = [
    (
        "apa",
        ("British Columbia Ministry of Children and Family Development", "2016"),
        "Children and youth in care: Hotel placements",
        "British Columbia Ministry of Children and Family Development. (2016). *Children and youth "
        "in care: Hotel placements*. https://example.org/1.htm",
    ),
    (
        "chicago-notes",
        ("World Health Organization", "1993"),
        "WHO Editorial Style Manual",
        "World Health Organization. *WHO Editorial Style Manual*. World Health Organization, 1993. "
        "https://example.org/1.htm.",
    ),
    (
        "mla",
        ("National Endowment for the Arts", "2004-06"),
        "Reading at Risk: A Survey of Literary Reading in America",
        "*Reading at Risk: A Survey of Literary Reading in America*. National Endowment for the "
        "Arts, June 2004, https://example.org/1.htm.",
    ),
    (
        "harvard",
        ("Department of Health", "2020"),
        "COVID-19 guidelines",
        "Department of Health (2020) *COVID-19 guidelines*. Available at: "
        "https://example.org/1.htm (Accessed: 4 March 2026).",
    ),
    (
        "ieee",
        ("European Telecommunications Standards Institute", "1997"),
        "Digital Video Broadcasting",
        "[1] European Telecommunications Standards Institute, “Digital Video Broadcasting,” "
        "European Telecommunications Standards Institute, 1997. Accessed: Mar. 04, 2026. "
        "[Online]. Available: https://example.org/1.htm",
    ),
    (
        "oscola",
        ("Department for International Development", "2009"),
        "Eliminating World Poverty: Building our Common Future",
        "Department for International Development, *Eliminating World Poverty: Building our Common "
        "Future* (2009) <https://example.org/1.htm> accessed 4 March 2026",
    ),
    (
        "gb-t-7714",
        ("World Health Organization", "1970"),
        "Factors regulating the immune response: report of WHO Scientific Group",
        "[1] World Health Organization. Factors regulating the immune response: report of WHO "
        "Scientific Group[R/OL]. World Health Organization, 1970[2026-03-04]. "
        "https://example.org/1.htm.",
    ),
]


def cited(title: str, publisher: str = "Ministry", published: str = "2020-05-04") -> CitedSource:
    document = Document("d", title, publisher, published, "en")
    section = Section("VI", "Harbours", "https://example.org/1.htm", True, ("One.",), ())
    return CitedSource("d:VI.a.b", document, section, 4, 4, date(2026, 3, 4), section.url)


def straight(marked: str) -> str:
    """Give the text with one kind of quotation mark."""
    return plain_text(marked).translate(dict.fromkeys(map(ord, '"“”‘’'), "'"))


def emphasised(marked: str) -> str:
    """Show italics as `*` without escaping anything."""
    return marked.replace("\ue000", "*").replace("\ue001", "*")


@pytest.mark.parametrize(
    ("style", "body", "title", "expected"), PRINTED, ids=[c[0] for c in PRINTED]
)
def test_entries_as_printed(style: str, body: tuple[str, str], title: str, expected: str) -> None:
    assert emphasised(render([cited(title, *body)], style).entries[0]) == expected


CITATIONS = [
    ("apa", "(Ministry, 2020, Section VI, para. 4)"),
    ("chicago-author-date", "(Ministry 2020, sec. VI, para. 4)"),
    (
        "chicago-notes",
        "Ministry, *Sea* (Ministry, 2020), sec. VI, para. 4, https://example.org/1.htm.",
    ),
    ("mla", "(*Sea*, sec. VI, par. 4)"),
    ("harvard", "(Ministry, 2020, sect. VI, para. 4)"),
    ("ieee", "[1, Sec. VI, para. 4]"),
    (
        "oscola",
        "Ministry, *Sea* (2020) s VI, para 4 <https://example.org/1.htm> accessed 4 March 2026.",
    ),
    ("gb-t-7714", "[1] (section VI, paragraph 4)"),
]


@pytest.mark.parametrize(("style", "expected"), CITATIONS)
def test_citations_name_section_and_paragraph(style: str, expected: str) -> None:
    citation = render([cited("Sea")], style).citations[0]
    assert emphasised(citation).replace("\ue002", "").replace("\ue003", "") == expected


def test_every_style_is_tested() -> None:
    assert [style for style, _ in CITATIONS] == list(STYLES)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    ("why", "title"),
    [
        ("TeX specials", r"50% & $5 #1 a_b x^2 ~ \emph{no} {y}"),
        ("HTML that CSL would read", '<span class="nocase">HTML</span> <i>x</i> & &amp;'),
        ("Markdown", "*star* [link](x) `code` | cell"),
        ("ideographs", "中国人权法治化保障的新进展"),
        ("small letters that a style would raise", "the law of iPhones and eBooks"),
        ("figures that a locator would count", "1-2, 3-4"),
        ("a backslash sequence of re", r"\1 \g<0>"),
    ],
)
def test_titles_are_printed_as_they_are(style: str, why: str, title: str) -> None:
    rendered = render([cited(title)], style)
    assert straight(rendered.entries[0]).count(straight(title)) == 1
    assert straight(rendered.citations[0]).count(straight(title)) <= 1


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("title", ["Why law?", "Stop.", "Law now!"])
def test_no_two_closing_marks(style: str, title: str) -> None:
    entry = plain_text(render([cited(title)], style).entries[0])
    assert f"{title}." not in entry and title in entry


@pytest.mark.parametrize("style", STYLES)
def test_a_section_without_number_goes_by_its_title(small_base: Base, style: str) -> None:
    section = small_base.section("Closing")
    fact = next(section.facts())
    source = source_of(fact, small_base.document, section, date(2026, 3, 4))
    citation = plain_text(render([source], style).citations[0])
    assert "Closing Words, para" in citation or "Closing Words, par. " in citation
    assert "ec. Closing" not in citation and "ection Closing" not in citation


@pytest.mark.parametrize("style", STYLES)
def test_no_page_no_date_of_access(style: str) -> None:
    source = cited("Sea")
    source = source._replace(section=source.section._replace(url=""))
    rendered = render([source], style)
    assert "2026" not in rendered.entries[0] + rendered.citations[0]


@pytest.mark.parametrize("page", ["", "77", "77–78"])
@pytest.mark.parametrize("style", STYLES)
def test_an_entry_without_a_date_names_no_place_either(style: str, page: str) -> None:
    source = cited("Sea", published="")
    source = source._replace(section=source.section._replace(url=""), page=page)
    rendered = render([source], style)
    assert (page or "VI") in rendered.citations[0]
    assert not {"77", "VI", "para"} & {*re.findall(r"\w+", rendered.entries[0])}


def test_sources_on_one_page_share_an_entry() -> None:
    first, second = cited("Sea"), cited("Sea")._replace(first=5, last=6)
    other = first._replace(
        section=first.section._replace(id="VII", url="https://example.org/2.htm")
    )
    rendered = render([first, second, other], "ieee")
    assert rendered.citations == [
        "[1, Sec. VI, para. 4]",
        "[1, Sec. VI, paras. 5–6]",
        "[2, Sec. VII, para. 4]",
    ]
    assert rendered.entry_of == [0, 0, 1] and len(rendered.entries) == 2


def test_every_note_is_a_full_one() -> None:
    first, second = render([cited("Sea"), cited("Sea")], "oscola").citations
    assert first == second


def test_arabic_sections_are_one_section() -> None:
    """citeproc-py takes "3, para 4" for two numbers and would print the plural."""
    source = cited("Sea")
    source = source._replace(section=source.section._replace(id="3"))
    assert "s 3, para 4" in render([source], "oscola").citations[0]


def test_italics_reach_the_target() -> None:
    entry = render([cited("A & B")], "apa").entries[0]
    assert write_marked(entry, "html").count("<i>A &amp; B</i>") == 1
    assert write_marked(entry, "latex").count(r"\emph{A \& B}") == 1


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "citeproc", None)
    with pytest.raises(MissingExtraError, match=r"pip install '\.\[cite\]'"):
        render([cited("Sea")], "apa")


def test_private_characters_of_a_title_are_data() -> None:
    title = "Sea \ue000law\ue010"
    assert "*Sea \ufffdlaw\ufffd*" in emphasised(render([cited(title)], "apa").entries[0])
