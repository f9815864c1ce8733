"""Claims held against a base that was drafted from a document, by no curator."""

from functools import cache
from pathlib import Path

import pytest

from wp.base.assemble import assemble
from wp.base.canonical import checked_text
from wp.base.draft import draft_base, read_source
from wp.base.load import read_checked
from wp.verify.claims import ClaimIndex, judge_sentence

TRADE = """# Harbour bulletin

The second quarter saw more trade than the first.

**Table 1. Workers by trade, second quarter of 2031 (thousands)**

| Trade | Workers | Change on year |
|---|---:|---:|
| Nets | 688.9 | -14.7 |
| All trades | 4,318.0 | 61.9 |

**Table 2. Staff projections (annual percentage change)**

| Indicator | 2027 | 2028 |
|---|---:|---:|
| Unemployment rate (% of workers) | 7.7 | 7.1 |
"""

ELECTION = """# Election report

Of the 180 seats, 81 went to women. Some 9,300 people were turned away because they had no card;
about 6,100 of them came back later with one. An estimated 43,180 people aged 15 to 74 were
entitled to vote.

The time that a ship spent at berth rose from 19 to 23 hours, because of the strike of crane drivers
in May, which lasted eleven days.
"""


@cache
def index_of(text: str) -> ClaimIndex:
    path = Path("bulletin.md")
    drafted = checked_text(path, draft_base(read_source(path, text.encode()), path.stem).raw)
    return ClaimIndex([assemble(*read_checked(path, drafted.encode()))])


CLAIMS = [
    (TRADE, "Net trades had 688,900 workers in the second quarter of 2031.", "supported",
     "a table's scale is in its figures' unit, its caption's time is theirs"),
    (TRADE, "All trades had 61,900 fewer workers on the year.", "contradicted",
     "a column of changes says which way by its sign"),
    (TRADE, "The unemployment rate was 7.7 percent.", "unsupported",
     "of a row of times the earlier is not meant where no time is told"),
    (TRADE, "The unemployment rate will be 7.7 percent in 2027.", "supported", "but it is there"),
    (ELECTION, "Women now hold 45 percent of the 180 seats.", "supported", "a part's share"),
    (ELECTION, "Of the 9,300 people who were turned away, some 3,200 did not come back.",
     "supported", "what is left of a whole"),
    (ELECTION, "An estimated 43,180 people aged 15 to 74 could vote.", "supported", "an age"),
    (ELECTION, "An estimated 43,180 people aged 18 to 74 could vote.", "unsupported",
     "another age tells others apart"),
    (ELECTION, "The strike in May kept the cranes idle for eleven days.", "unsupported",
     "a value that the same sentence has is held against no other of it"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "claim", "verdict"), [case[:3] for case in CLAIMS], ids=[case[3] for case in CLAIMS]
)
def test_claims_against_a_drafted_document(text: str, claim: str, verdict: str) -> None:
    judged = judge_sentence(claim, index_of(text))
    assert judged
    assert judged.verdict == verdict, judged.figures
