"""A quotation that is held to the place that its citation names: a section, paragraphs, pages."""

from pathlib import Path

import pytest

from wp.errors import NotFoundError
from wp.library import Library, open_library
from wp.model import Base, Document, PageMark, Section

PARAGRAPHS = ("The port opened in May. It has nine piers.", "Each pier has a crane of its own.")
TEXT = "\n".join(PARAGRAPHS)


@pytest.fixture(scope="module")
def paged() -> Library:
    """Two sections: pages xi and 12, of which 12 begins within a paragraph and goes on; then 13."""
    marks = (PageMark(0, "xi"), PageMark(TEXT.index("It has"), "12"))
    first = Section("I", "Port", "", False, PARAGRAPHS, (), "d", marks)
    rest = ("The fees rose in June.", "The port opened in May, too.")
    pages = (PageMark(0, "12"), PageMark(len(rest[0]) + 1, "13"))
    second = Section("II", "Fees", "", False, rest, (), "d", pages)
    document = Document("d", "Ports", "", "2030", "en")
    return Library((Base(document, (first, second)),))


@pytest.mark.parametrize(
    ("quotation", "within", "verdict", "place"),
    [
        ("It has nine piers", "p. 12", "verbatim", ("I", 1)),
        ("It has nine piers", "P 12", "verbatim", ("I", 1)),
        ("It has nine piers", "page 12", "verbatim", ("I", 1)),
        ("It has nine piers", "p. xi", "missing", None),
        ("The fees rose in June", "p. 12", "verbatim", ("II", 1)),
        # The same words elsewhere do not count, nor does what runs over a page that is not named.
        ("The port opened in May", "p. 13", "verbatim", ("II", 2)),
        ("The port opened in May. It has nine piers", "pp. XI-12", "verbatim", ("I", 1)),
        ("opened in May. It has nine piers", "p. 12", "altered", ("I", 1)),
        ("Each pier has a crane", "pp. 12–13", "verbatim", ("I", 2)),
        # Paragraphs, sections.
        ("Each pier has a crane", "I:2", "verbatim", ("I", 2)),
        ("Each pier has a crane", "I ¶1", "missing", None),
        ("The fees rose in June", "Fees", "verbatim", ("II", 1)),
        ("The fees rose in June", "I", "missing", None),
    ],
)
def test_a_place(
    paged: Library, quotation: str, within: str, verdict: str, place: tuple[str, int] | None
) -> None:
    found = paged.verify(quotation, within=within)
    assert found.verdict == verdict
    assert (found.section, found.paragraph) == (place or (None, None))
    if found.verdict == "verbatim" and found.section is not None:
        text = paged.base("d").section(found.section).text
        assert text[found.start : found.end] == found.source


@pytest.mark.parametrize(
    ("within", "told"),
    [
        ("p. 14", "no page 'p. 14'; the pages are xi to 13"),
        ("pp. 12-14", "no page 'pp. 12-14'"),
        ("III", "no section 'III'"),
        ("I:3", "no paragraph 'I:3'"),
    ],
)
def test_a_place_that_is_not_there(paged: Library, within: str, told: str) -> None:
    with pytest.raises(NotFoundError) as error:
        paged.verify("The port", within=within)
    assert told in str(error.value)


def test_a_document_without_pages_has_none(small_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"p\. 12"):
        open_library([small_path]).verify("The port", within="p. 12")


def test_facts_keep_their_names_among_several_documents(small_path: Path) -> None:
    several = open_library([small_path, small_path.with_name("tern-island.facts.json")])
    words = "Two wardens watch the nets"
    assert several.verify(words).facts == ("harbour-report-2020:II.landings.wardens",)
    held = several.verify(words, within="harbour-report-2020:II")
    assert (held.facts, held.verdict) == (several.verify(words).facts, "verbatim")
