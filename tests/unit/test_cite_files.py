"""Entries for reference managers, read back by readers that are not ours."""

import json
import re
from datetime import date

import pytest

from wp.cite import CitedSource, source_of
from wp.cite.cited import FILE_FORMATS, biblatex, bibtex, csl_item, ris
from wp.model import Base

HOSTILE = [
    ("TeX specials", r"50% & $5 #1 a_b x^2 ~ \emph{no} {open"),
    ("a brace that never opened", "a} b"),
    ("HTML", '<b>bold</b> & <script>alert("x")</script>'),
    ("Markdown", "*star* [link](x) `code` # head | cell"),
    ("CSL's own markup", '<span class="nocase">HTML</span> <i>x</i>'),
    ("marks", "The \"Blue\" 'Lane' and “curly” ones"),
    ("ideographs", "中国人权法治化保障的新进展"),
    ("an at sign and a comma", "@report{x, y = z}"),
    ("white space", "two\r\nlines\tand  blanks"),
    ("ends in a mark", "Why?"),
    ("TeX ligatures", "a--b ?` '' ,,"),
]
TITLES = pytest.mark.parametrize(("why", "title"), HOSTILE, ids=[case[0] for case in HOSTILE])


@pytest.fixture
def source(small_base: Base) -> CitedSource:
    fact = next(fact for fact in small_base.facts() if fact.id == "I.ship-calls.calls")
    section = small_base.section(fact.section)
    return source_of(fact, small_base.document, section, date(2026, 3, 4))


def titled(source: CitedSource, title: str) -> CitedSource:
    return source._replace(document=source.document._replace(title=title, publisher=title))


# What LaTeX prints for the commands by name; pdfTeX has shown it.
PRINTED = {
    "textbackslash": "\\",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textasciigrave": "`",
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
}


def printed(tex: str) -> str:
    """Give what LaTeX prints; any command not known here stays and spoils the comparison."""
    named = re.sub(r"\\([a-z]+)\{\}", lambda found: PRINTED.get(found[1], found[0]), tex)
    return re.sub(r"\\([%&#$_,])", r"\1", named).replace("{}", "")


def evened(text: str) -> str:
    """Even out quotation marks, which LaTeX writes in its own way, and white space."""
    marks = str.maketrans(dict.fromkeys("\"'“”‘’`", "'"))
    return " ".join(text.translate(marks).replace("''", "'").split())


def test_bibtex(source: CitedSource) -> None:
    assert bibtex([source]) == (
        "@techreport{harbour-report-2020:I.ship-calls.calls,\n"
        "  author = {{Ministry of the Sea of Norland}},\n"
        "  title = {{Harbours and Fisheries of Norland}},\n"
        "  institution = {{Ministry of the Sea of Norland}},\n"
        "  note = {Section I, paragraph 1},\n"
        "  type = {Report},\n"
        "  year = {2020},\n"
        "  month = may,\n"
        "  url = {https://example.org/harbours/1.htm},\n"
        "  urldate = {2026-03-04},\n"
        "}\n"
    )


def test_biblatex(source: CitedSource) -> None:
    written = biblatex([source])
    assert written.startswith("@report{harbour-report-2020:I.ship-calls.calls,\n")
    assert "  date = {2020-05-04},\n" in written and "month" not in written


@TITLES
@pytest.mark.parametrize("name", ["bibtex", "biblatex"])
def test_pybtex_reads_the_title_back(source: CitedSource, why: str, title: str, name: str) -> None:
    database = pytest.importorskip("pybtex.database")
    written = FILE_FORMATS[name]([titled(source, title)])
    entries = database.parse_string(written, "bibtex").entries
    assert list(entries) == [source.key]
    entry = entries[source.key]
    assert evened(printed(entry.fields["title"][1:-1])) == evened(title)
    assert len(entry.persons["author"]) == 1
    assert entry.fields["url"] == source.section.url


@TITLES
def test_rispy_reads_the_title_back(source: CitedSource, why: str, title: str) -> None:
    rispy = pytest.importorskip("rispy")
    written = ris([titled(source, title), source])
    assert written.count("\r\n") == written.count("\n")
    first, second = rispy.loads(written)
    assert first["title"] == " ".join(title.split())
    assert first["authors"] == [" ".join(title.split())]
    assert second["title"] == source.document.title
    assert (second["type_of_reference"], second["year"]) == ("RPRT", "2020")
    assert second["urls"] == [source.section.url]


@TITLES
def test_csl_json_keeps_the_title(source: CitedSource, why: str, title: str) -> None:
    (item,) = json.loads(FILE_FORMATS["csl-json"]([titled(source, title)]))
    assert item["title"] == title and item["author"] == [{"literal": title}]


def test_csl_item(source: CitedSource) -> None:
    assert csl_item(source) == {
        "id": "harbour-report-2020:I.ship-calls.calls",
        "type": "report",
        "title": "Harbours and Fisheries of Norland",
        "author": [{"literal": "Ministry of the Sea of Norland"}],
        "publisher": "Ministry of the Sea of Norland",
        "issued": {"date-parts": [[2020, 5, 4]]},
        "language": "en",
        "section": "I",
        "note": "Section I, paragraph 1",
        "URL": "https://example.org/harbours/1.htm",
        "accessed": {"date-parts": [[2026, 3, 4]]},
    }


@pytest.mark.parametrize(
    ("published", "expected"),
    [("2020", "PY  - 2020\r\nDA  - 2020///"), ("2020-05", "DA  - 2020/05//")],
)
def test_ris_dates_are_as_precise_as_printed(
    source: CitedSource, published: str, expected: str
) -> None:
    document = source.document._replace(published=published)
    assert expected in ris([source._replace(document=document)])


@pytest.mark.parametrize("name", FILE_FORMATS)
def test_without_a_page_nothing_was_accessed(source: CitedSource, name: str) -> None:
    written = FILE_FORMATS[name]([source._replace(section=source.section._replace(url=""))])
    assert "2026" not in written and "http" not in written
