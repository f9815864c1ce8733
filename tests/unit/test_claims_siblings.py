"""Figures that count nearly the same thing, and years that stand beside several figures."""

import pytest

from wp.model import Base, Document, Fact, Figure, Period, Section, Topic
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.judge import judge_sentence

IN_2001, IN_2011 = Period("in 2001", "2001", "2001"), Period("in 2011", "2011", "2011")


def fact(key: str, quote: str, *figures: Figure) -> Fact:
    dates = tuple(figure.period for figure in figures if figure.period)
    return Fact(f"I.ferries.{key}", "ferries", "I", "ferries", quote, quote, 1, 0, 0, "",
                figures=figures, dates=dates)  # fmt: skip


FACTS = (
    fact("sail", "Permits for sailing ferries were given to 24 owners, 15 of them islanders.",
         Figure("24", 24, "owners", "Owners given permits for sailing ferries"),
         Figure("15", 15, "owners", "Islanders given permits for sailing ferries", part_of="24")),
    fact("steam", "Permits for steam ferries were given to 38 owners, 31 of them islanders.",
         Figure("38", 38, "owners", "Owners given permits for steam ferries"),
         Figure("31", 31, "owners", "Islanders given permits for steam ferries", part_of="38")),
    fact("share", "The share of safe ferries rose from 61 percent in 2001 to 83.5 percent in 2011.",
         Figure("61 percent", 61, "percent", "Share of safe ferries", period=IN_2001),
         Figure("83.5 percent", 83.5, "percent", "Share of safe ferries", period=IN_2011)),
    fact("pacts", "The port is in 14 fishing pacts.",
         Figure("14", 14, "pacts", "Fishing pacts of the port")),
    fact("crew", "They carry 900 children.", Figure("900", 900, "people", "Children carried")),
    fact("rise", "The pier rose by 2.5 meters and the quay by 4 meters.",
         Figure("2.5 meters", 2.5, "meters", "Rise of the pier"),
         Figure("4 meters", 4, "meters", "Rise of the quay")),
)  # fmt: skip
TOPIC = Topic("ferries", "I", "Ferries", (), FACTS)
SECTION = Section("I", "One", "", False, tuple(f.quote for f in FACTS), (TOPIC,))
INDEX = ClaimIndex([Base(Document("port", "Report", "Port", "2012", "en"), (SECTION,))])


@pytest.mark.parametrize("sentence", [fact.quote for fact in FACTS])
def test_the_sources_own_words_are_supported(sentence: str) -> None:
    claim = judge_sentence(sentence, INDEX)
    assert claim is not None
    assert claim.verdict == "supported", claim.reasons


@pytest.mark.parametrize(
    ("sentence", "verdict", "why"),
    [
        ("Permits for steam ferries went to 24 owners.", "contradicted", "that of sailing ferries"),
        ("Permits for sailing ferries went to 38 owners.", "contradicted", "that of steam ferries"),
        ("Permits for ferries went to 38 owners.", "supported", "neither kind is named"),
        ("Permits for steam and sailing ferries went to 24 owners.", "supported",
         "both kinds are named: what is meant is not clear"),
        ("Permits went to 24 owners of ferries and, for steam ferries, to 38 owners.", "supported",
         "the sibling is reported beside it"),
        ("Some 24 owners were given permits, islanders among them.", "supported",
         "a part is named beside its whole"),
        ("The share of safe ferries rose from 61 percent in 2011 to 83.5 percent in 2001.",
         "contradicted", "the years are exchanged"),
        ("The share of safe ferries was 83.5 percent in 2001.", "contradicted", "another year"),
        ("In 2012 it was told that the share of safe ferries was 70 sevenths, and 61 percent in "
         "2001.", "unsupported", "a year may be that of a figure that the base lacks"),
        ("The 14 pacts protect children.", "supported", "the verb parts pacts from children"),
    ],
)  # fmt: skip
def test_verdicts(sentence: str, verdict: str, why: str) -> None:
    claim = judge_sentence(sentence, INDEX)
    assert claim is not None
    assert claim.verdict == verdict, (why, claim.reasons)
