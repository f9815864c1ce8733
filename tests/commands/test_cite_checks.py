"""The law that what `wp cite --as` prints passes `wp check`: every fact, style and target."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from drafted_bases import drafted

from wp.base import builtin_path
from wp.base.load import load
from wp.cite import CitedSource, source_of
from wp.cite.cited import Cited, cite_passages, cited_text
from wp.cite.markup import Target
from wp.cite.styles import STYLES
from wp.documents import FileKind
from wp.model import Base
from wp.verify.check import check_draft
from wp.verify.checked import CheckedClaim
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.judge import judge_sentence
from wp.verify.corpus import Corpus
from wp.verify.draft import read_draft
from wp.verify.quotation import verify_quotation
from wp.verify.verdict import Verdict

DAY = date(2026, 3, 4)
DOCUMENTS = Path(__file__).parents[2] / "benchmarks" / "data" / "documents"
KINDS: dict[Target, FileKind] = {"plain": "text", "markdown": "markdown", "html": "html"}


@cache
def built_in() -> Base:
    return load(builtin_path())


@cache
def texts() -> Corpus:
    return Corpus([built_in()])


@cache
def verify(words: str) -> Verdict:
    """Verify each quotation once: styles and targets print the same words."""
    return verify_quotation(texts(), words)


@cache
def cited(style: str) -> list[Cited]:
    """Cite every fact, and passages that are no fact's: whole paragraphs, and several of them."""
    base = built_in()
    facts = list(base.facts())
    sources = [source_of(fact, base.document, base.section(fact.section), DAY) for fact in facts]
    passages = [s.section.text[f.start : f.end] for f, s in zip(facts, sources, strict=True)]
    for source in {source.section.id: source for source in sources}.values():
        sources += [source, source]
        passages += [source.section.paragraphs[0], "\n".join(source.section.paragraphs[:3])]
    return cite_passages(sources, passages, style)


@pytest.mark.parametrize("style", ["plain", *STYLES])
@pytest.mark.parametrize("target", KINDS)
def test_what_is_cited_passes(target: Target, style: str) -> None:
    # LaTeX is left out: a draft of that kind is refused, with a word on how to convert it.
    text = cited_text(cited(style), target)
    draft = read_draft("cited", text.encode(), KINDS[target])
    checked = check_draft(draft, verify, lambda *_: None)
    given = [(q.verdict.verdict, q.text) for q in checked.quotations]
    clean = [one for one in given if one[0] in ("verbatim", "elided")]
    assert [one for one in given if one[0] == "altered"] == []
    assert [q.text for q in checked.quotations if q.level != "none"] == []
    assert checked.warnings == ()
    assert len(clean) >= len(cited(style))


@pytest.mark.parametrize("name", ["bank/bank.html", "forest/forest.md", "farms/farms.html"])
def test_a_citation_of_a_drafted_document_claims_nothing(name: str) -> None:
    """Its sections are named by their titles, beside the day on which it came out; titles have
    years and numbers in them ("Census of Agriculture 2033: first results")."""
    base, _ = drafted(DOCUMENTS / name)
    index = ClaimIndex([base])
    facts = list(base.facts())
    sources = [source_of(fact, base.document, base.section(fact.section), DAY) for fact in facts]
    cited = cite_passages(sources, [fact.quote for fact in facts], "plain")
    text = cited_text(cited, "plain")
    assert claims_of(text, base, index) == []
    # Another year than the document's is one.
    year = base.document.published[:4]
    assert claims_of(text.replace(year, "1907"), base, index)


def first_cited() -> tuple[list[CitedSource], list[str]]:
    base = built_in()
    fact = next(iter(base.facts()))
    return [source_of(fact, base.document, base.section(fact.section), DAY)], [fact.quote]


@pytest.mark.parametrize("style", STYLES)
def test_a_reference_claims_nothing(style: str) -> None:
    """Not the number of its entry, nor the day on which an address was opened."""
    index = ClaimIndex([built_in()])
    text = cited_text(cite_passages(*first_cited(), style), "plain")
    # What is quoted is no claim; the label is all that is left of a plain text.
    assert claims_of(text, built_in(), index) == []
    other = text.replace(built_in().document.published[:4], "1907")
    assert other == text or claims_of(other, built_in(), index)


def claims_of(text: str, base: Base, index: ClaimIndex) -> list[CheckedClaim]:
    words = Corpus([base])
    checked = check_draft(
        read_draft("cited", text.encode(), "text"),
        lambda quotation: verify_quotation(words, quotation),
        lambda sentence, context: judge_sentence(sentence, index, context),
    )
    return [*checked.claims]
