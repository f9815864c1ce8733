"""The report of a check: the draft as it reads, every verdict where it stands, what was checked."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from io import BytesIO, StringIO

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from wp import RULES, __version__
from wp.documents import FileKind
from wp.export.report import report_page, text_of
from wp.export.report.explain import Look, entries_of
from wp.library import Library
from wp.model import Base, text_digest
from wp.show.check_view import check_view
from wp.show.verdict_records import summary_record
from wp.verify.check import check_draft
from wp.verify.checked import CheckedDraft, provenance
from wp.verify.draft import read_draft
from wp.verify.verdict import Claim, ClaimFigure, Verdict

DRAFT = """\
# Norland at sea

Norland has “more than 120 harbours”, the report says. Yet it adds: "From 2010 to
March 2019, 4,600 ships called at Port Aster every year".

> Two wardens watch the nets.

- The port saw 250 tankers a year.
- The paper states that “two wardens watch the fish”. <!-- wp: ignore a joke -->

| Ships | Number |
| --- | --- |
| Ferries at Port Aster | 1,200 |

It speaks of “progress” & “an open
"""


class _Reader(HTMLParser):
    """What a browser would make of a page: elements, the draft's words, the words of each entry."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.inline: dict[str, str] = {}
        self.words = ""
        self.marked: dict[str, str] = {}
        self.tags: dict[str, str] = {}
        self._open: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in ("meta", "link", "input"):
            self._open.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        around = [*self._open]
        if around and around[-1][0] in ("script", "style"):
            self.inline[around[-1][0]] = data
        for tag, attributes in around:
            if tag == "a" and (attributes.get("class") or "").startswith("tag"):
                name = (attributes["href"] or "")[2:]
                self.tags[name] = self.tags.get(name, "") + data
                return
        if any(attributes.get("class") == "passed" for _, attributes in around):
            return
        if any(tag == "article" for tag, _ in around):
            self.words += data
            for _, attributes in around:
                for number in (attributes.get("data-f") or "").split():
                    self.marked[number] = self.marked.get(number, "") + data

    def attributes(self, name: str) -> list[str]:
        return [value for _, attributes in self.elements if (value := attributes.get(name))]


@pytest.fixture(scope="module")
def library(small_base: Base) -> Library:
    return Library((small_base,))


@pytest.fixture(scope="module")
def checked(library: Library) -> CheckedDraft:
    return library.check(read_draft("draft.md", DRAFT.encode()))


@pytest.fixture(scope="module")
def read(library: Library, checked: CheckedDraft) -> _Reader:
    return _Reader(_page(library, checked))


def _page(library: Library, *checked: CheckedDraft) -> str:
    return report_page(library, checked, provenance(library.bases))


def _folded(text: str) -> str:
    return " ".join(text.split())


def test_the_draft_is_there_to_the_letter(read: _Reader, checked: CheckedDraft) -> None:
    for block in checked.draft.document.blocks:
        for body in block.row.cells if block.row else (block.body,):
            assert _folded(body.text) in _folded(read.words)


def test_every_entry_is_marked_where_it_stands_and_listed(
    read: _Reader, checked: CheckedDraft
) -> None:
    (entries,) = entries_of([checked])
    assert entries
    ids = read.attributes("id")
    assert len(ids) == len(set(ids))
    for entry in entries:
        number = str(entry.number)
        assert re.sub(r"\s", "", read.marked[number]) == re.sub(r"\s", "", entry.text)
        assert entry.label in read.tags[number]
        assert {f"m{number}", f"f{number}", f"i{number}", f"n{number}"} <= set(ids)


LOOKS: list[tuple[str, str, Look, str]] = [
    ("It says “two wardens watch the nets”.", "verbatim", "good", "the source's words"),
    ("It says “wardens watch the … nets”.", "elided", "good", "with marked omissions"),
    ("It says “two wardens watch the fish”.", "altered", "bad", "not its words"),
    ("The paper says “the sea rises quickly”.", "missing", "unsure", "given as its words"),
    ("A “boat” came.", "not attributed", "quiet", "a word held at a distance"),
    ("Norland has fewer than 120 harbours.", "contradicted", "bad", "another value"),
    ("Seven lighthouses were built in 1904.", "unsupported", "unsure", "nothing on it"),
    ("Norland has more than 120 harbours.", "supported", "good", "the very figure"),
    (
        "It says “two wardens watch the fish”. <!-- wp: ignore a joke -->",
        "altered, silenced", "quiet", "silenced by its author",
    ),
    (
        "It says “120 harbours”.",
        "verbatim, with a caution", "unsure", "“more than” stands just before it",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("draft", "label", "look", "reason"), LOOKS)
def test_a_verdict_has_its_word_and_its_colour(
    library: Library, draft: str, label: str, look: Look, reason: str
) -> None:
    (entries,) = entries_of([library.check(draft)])
    assert [(entry.label, entry.look) for entry in entries] == [(label, look)], reason


FIGURES = [
    ("Of 250 tankers 120 sank.", ["250", "120"], ["Of ", " tankers ", " sank."], "two in one"),
    ("The “12 ferries” were 12.", ["12"], ["The “12 ferries” were ", "."], "what is quoted is not"),
    ("From 112 or 12a to 12.", ["12"], ["From 112 or 12a to ", "."], "never part of another"),
    ("It rose by 3\npercent.", ["3 percent"], ["It rose by ", "."], "over the end of a line"),
    ("It rose by 3.", ["3 percent"], ["It rose by 3."], "a table's head completed it"),
]


@pytest.mark.parametrize(("draft", "figures", "beside", "reason"), FIGURES)
def test_a_figure_is_marked_where_it_stands(
    draft: str, figures: list[str], beside: list[str], reason: str
) -> None:
    found = tuple(ClaimFigure(text, None, None, "supported") for text in figures)
    checked = check_draft(
        read_draft("d.md", draft.encode()),
        lambda quotation: Verdict(quotation, "missing"),
        lambda sentence, _: Claim(sentence, "supported", found),
    )
    text = text_of(checked.draft, entries_of([checked])[0], 2)
    text = re.sub(r"<a .*?</a>|</?span[^>]*>|</?p>", "", text)
    assert re.split(r'<b class="g good">[^<]*</b>', text) == beside, reason


def test_it_says_what_was_checked_against_what_when_and_with_what(
    library: Library,
    checked: CheckedDraft,
    small_base: Base,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795751700")
    page = _page(library, checked)
    top = page[: page.index("<main>")]
    for told in (
        "draft.md",
        sha256(DRAFT.encode()).hexdigest(),
        small_base.document.title,
        "4 May 2020",
        text_digest(small_base),
        "27 November 2026, 03:55 UTC",
        f"wp {__version__}, rules {RULES}",
    ):
        assert told in top
    assert "has no partner in its paragraph" in page


def test_what_was_passed_over_is_told(library: Library) -> None:
    checked = library.check("---\ntitle: x\n---\n\nAll is well.\n")
    page = _page(library, checked)
    assert "1 thing was not checked" in page
    assert "front matter" in page
    assert "Nothing was passed over." in _page(library, library.check("Fine."))


def test_a_place_is_named_as_readers_of_the_file_count(library: Library) -> None:
    document = Document()
    for text in ("Norland", "", "It says “two wardens watch the fish”. And “an open one."):
        document.add_paragraph(text)
    written = BytesIO()
    document.save(written)
    checked = library.check(read_draft("draft.docx", written.getvalue()))
    page = _page(library, checked)
    assert page.count('<span class="line">paragraph 2</span>') == 2
    assert '<span class="line">line 3</span>' in _page(library, library.check(DRAFT))


@pytest.mark.parametrize(
    ("kind", "name", "head"),
    [("docx", "paragraph", "Para."), ("odt", "paragraph", "Para."), ("pdf", "line", "Line"),
     ("markdown", "line", "Line")],
)  # fmt: skip
def test_a_table_s_places_are_named_as_readers_of_the_file_count(
    library: Library, kind: FileKind, name: str, head: str
) -> None:
    checked = library.check(DRAFT)
    checked.draft.kind = kind
    assert f'<span class="line">{name} 3</span>' in _page(library, checked)
    drawn = StringIO()
    made = provenance(library.bases)
    parts = check_view(library, [checked], summary_record([checked]), made)
    Console(width=80, file=drawn).print(*parts)
    assert drawn.getvalue().splitlines()[2].split()[:2] == [head, "Verdict"]


def test_several_drafts_stand_in_one_report(library: Library) -> None:
    drafts = [read_draft(f"{name}.md", DRAFT.encode()) for name in ("one", "two")]
    page = _page(library, *map(library.check, drafts))
    read = _Reader(page)
    ids = read.attributes("id")
    assert len(ids) == len(set(ids))
    assert {"one.md", "two.md"} <= set(read.attributes("aria-label"))
    assert re.findall(r'<option value="\d">([^<]*)', page) == ["one.md", "two.md"]
    targets = {link[1:] for link in read.attributes("href") if link.startswith("#")}
    assert targets <= set(ids)


def test_the_page_asks_for_nothing_and_runs_its_own_script_alone(read: _Reader) -> None:
    assert not read.attributes("src")
    policy = next(value for value in read.attributes("content") if "default-src" in value)
    assert "default-src 'none'" in policy and "unsafe" not in policy
    for code in read.inline.values():
        assert b64encode(sha256(code.encode()).digest()).decode() in policy
        assert not re.search(r"url\(|@import", code)
    for _, attributes in read.elements:
        assert not [name for name in attributes if name == "style" or name[:2] == "on"]


@pytest.mark.parametrize("url", ["", "javascript:alert(1)//", "file:///etc/hosts"])
def test_only_the_web_is_linked_to(small_base: Base, url: str) -> None:
    sections = tuple(section._replace(url=url) for section in small_base.sections)
    library = Library((small_base._replace(sections=sections),))
    page = _page(library, library.check(DRAFT))
    assert not re.search(r'href="(?!#|data:,")', page)


_WORDS = st.sampled_from(
    ["“two wardens watch the fish”", "250 tankers", "“1,200 ferries”", "a < b", "in 2019", "x", "."]
)


@given(st.lists(st.lists(_WORDS, min_size=1, max_size=6), max_size=4))
def test_every_entry_of_any_draft_is_marked_once(
    library: Library, paragraphs: list[list[str]]
) -> None:
    checked = library.check("\n\n".join(map(" ".join, paragraphs)))
    (entries,) = entries_of([checked])
    read = _Reader(f"<article>{text_of(checked.draft, entries, 2)}</article>")
    assert set(read.tags) == {str(entry.number) for entry in entries}
    assert _folded(read.words) == _folded(
        "\n".join(block.body.text for block in checked.draft.document.blocks)
    )
