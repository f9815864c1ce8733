"""Laws of reading: nothing of a document is lost without a word, and both who read it agree."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from drafted_bases import drafted

from wp.documents import ReadDocument
from wp.documents.headings import parse_heading, split_heading
from wp.documents.read import read_document
from wp.verify.corpus import Corpus
from wp.verify.quotation import verify_quotation

TESTS = Path(__file__).parents[1]
DATA = TESTS.parent / "benchmarks" / "data"
_READ = (".html", ".md", ".txt", ".pdf")
DOCUMENTS = sorted(
    path
    for folder in (DATA, TESTS / "data", TESTS / "documents")
    for path in folder.rglob("*")
    if path.suffix in _READ and path.name != "README.md"
)
_WORD = re.compile(r"\w+")


@cache
def read(path: Path) -> ReadDocument:
    """The document, as `wp check` reads it."""
    return read_document(path)


@pytest.fixture(scope="module", params=DOCUMENTS, ids=lambda path: path.name)
def path(request: pytest.FixtureRequest) -> Path:
    """A document; all its laws are tried before those of the next."""
    given: Path = request.param
    return given


def words_of(*texts: str) -> Counter[str]:
    return Counter(_WORD.findall(" ".join(texts)))


def body(path: Path) -> Iterator[str]:
    """The text of a document, a paragraph at a time; of its headings the titles, not the numbers,
    which a base has as the ids of sections.
    """
    for block in read(path).blocks:
        text = " ".join(block.body.text.split())
        heading = split_heading(text) if block.kind == "heading" else parse_heading(text)
        yield heading.title if heading else text


def test_every_word_of_the_body_stands_in_the_base_or_is_told(path: Path) -> None:
    base, told = drafted(path)
    # A letterhead is read as the publisher, of which a user is told.
    kept = [base.document.title, base.document.publisher, told]
    for section in base.sections:
        kept += [section.title, *section.paragraphs, *(topic.title for topic in section.topics)]
    lost = words_of(*body(path)) - words_of(*kept)
    if "left out: " in told:  # of headings, which are counted and the first of which is named
        titles = [heading.title for text in body(path) if (heading := parse_heading(text))]
        marked = [b.body.text for b in read(path).blocks if b.kind == "heading"]
        lost -= words_of(*titles, *marked)
    assert +lost == Counter()


def test_every_paragraph_that_is_checked_is_verbatim_in_the_base(path: Path) -> None:
    base, _ = drafted(path)
    texts = Corpus([base])
    titles = {base.document.title, *(section.title for section in base.sections)}
    titles |= {topic.title for section in base.sections for topic in section.topics}
    for block in read(path).blocks:
        text = " ".join(block.body.text.split())
        if block.kind == "heading" or parse_heading(text) or text in titles:
            continue
        if _WORD.search(text):
            assert verify_quotation(texts, block.body.text).verdict == "verbatim", text
