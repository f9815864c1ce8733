"""A baseline: what it knows again, what is new beside it, and what is no longer there."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from wp.errors import InputError
from wp.model import Base
from wp.verify.check import check_draft
from wp.verify.checked import CheckedDraft, findings
from wp.verify.corpus import Corpus
from wp.verify.draft import read_draft
from wp.verify.finding_files import renewed, silence
from wp.verify.quotation import verify_quotation
from wp.verify.verdict import Claim

Check = Callable[..., CheckedDraft]
ALTERED = "It says “Two wardens watch the fish.”"
TANKERS = "The port saw 250 tankers a year."
FILE = Path("base.json")


@pytest.fixture
def check(small_base: Base, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    """Check a text as a file of an empty folder; every tanker is contradicted."""
    monkeypatch.chdir(tmp_path)
    held = Corpus([small_base])

    def run(text: str, name: str = "d.md") -> CheckedDraft:
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text, "utf-8")
        return check_draft(
            read_draft(name),
            lambda quotation: verify_quotation(held, quotation),
            lambda said, _: Claim(said, "contradicted") if "tankers" in said else None,
        )

    return run


def open_rules(draft: CheckedDraft) -> list[str]:
    """Give the rules of what is not silenced."""
    return [finding.rule for finding in findings(draft) if not finding.ignored]


@pytest.mark.parametrize(
    ("before", "now", "left", "known", "gone"),
    [
        (f"{ALTERED}\n\n{TANKERS}", f"{ALTERED}\n\n{TANKERS}", [], 2, 0),
        # It may move, and lines may break elsewhere.
        (f"{ALTERED}\n\n{TANKERS}", f"# New\n\n{TANKERS}\n\n{ALTERED}", [], 2, 0),
        (ALTERED, ALTERED.replace("watch the", "watch\nthe"), [], 1, 0),
        # Other words are another finding, and the old one is gone.
        (TANKERS, TANKERS.replace("250", "251"), ["contradicted"], 0, 1),
        (ALTERED, ALTERED.replace("fish", "boats"), ["altered"], 0, 1),
        # So is a second one of the same words.
        (ALTERED, f"{ALTERED}\n\n{ALTERED}", ["altered"], 1, 0),
        (f"{ALTERED}\n\n{ALTERED}", ALTERED, [], 1, 1),
        (ALTERED, "Nothing is said.", [], 0, 1),
        (ALTERED, f"{ALTERED}\n\n{TANKERS}", ["contradicted"], 1, 0),
        ("The paper says “no harbour is closed to anyone”.", "Nothing is said.", [], 0, 1),
        # What no line silences in the draft, a mark without a partner.
        ("It opens “here.", "New.\n\nIt opens “here.", [], 1, 0),
        # What is silenced in the draft is not in the baseline, and needs none.
        (f"{ALTERED} <!-- wp: ignore a joke -->", ALTERED, ["altered"], 0, 0),
    ],
)
def test_what_is_known_again(
    check: Check, before: str, now: str, left: list[str], known: int, gone: int
) -> None:
    FILE.write_text(renewed([check(before)], FILE)[0], "utf-8")
    found = silence([check(now)], FILE)
    assert (open_rules(found.drafts[0]), found.known, len(found.gone)) == (left, known, gone)
    assert found.drafts[0].failed == bool(set(left) & {"altered", "contradicted"})


def test_another_verdict_is_another_finding(check: Check) -> None:
    text = renewed([check(ALTERED)], FILE)[0].replace('"altered"', '"missing"')
    FILE.write_text(text, "utf-8")
    assert open_rules(silence([check(ALTERED)], FILE).drafts[0]) == ["altered"]


def test_a_file_of_drafts_seen_from_its_folder(check: Check) -> None:
    """Drafts that were not checked keep their entries; those that are no more lose them."""
    baseline = Path("ci/base.json")
    baseline.parent.mkdir()
    drafts = [check(ALTERED, name) for name in ("d/b.md", "d/a.md", "d/c.md")]
    text, count = renewed(drafts, baseline)
    assert (list(json.loads(text)["findings"]), count) == (
        ["../d/a.md", "../d/b.md", "../d/c.md"],
        3,
    )
    baseline.write_text(text, "utf-8")
    Path("d/c.md").unlink()
    assert [entry.path for entry in silence([drafts[0]], baseline).gone] == ["../d/c.md"]
    text, count = renewed([check("All is well.", "d/b.md")], baseline)
    assert (list(json.loads(text)["findings"]), count) == (["../d/a.md"], 0)


def test_its_text_is_the_same_for_the_same_findings(check: Check) -> None:
    one = renewed([check(f"{ALTERED}\n\n{TANKERS}"), check(ALTERED, "a.md")], FILE)[0]
    two = renewed([check(ALTERED, "a.md"), check(f"# A\n\n{TANKERS}\n\n{ALTERED}")], FILE)[0]
    assert one == two
    assert one.endswith("}\n")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is no baseline"),
        (b"\xff\xfe", "is no baseline"),
        (b"[]", "is no baseline"),
        (b"[" * 100_000, "is no baseline"),
        (b'{"findings": {}}', "is no baseline"),
        (b'{"wp_baseline": 2}', "is a baseline of another form than 1"),
        (b'{"wp_baseline": 1, "findings": []}', "is no baseline"),
        (b'{"wp_baseline": 1, "findings": {"a": [3]}}', "is no baseline"),
        (b'{"wp_baseline": 1, "findings": {"a": [{"verdict": 1, "text": ""}]}}', "is no baseline"),
        (b'{"wp_baseline": 1, "findings": {"a\\u0000b": [{"verdict": "", "text": ""}]}}', ""),
        (None, "cannot be read: No such file"),
    ],
)
def test_a_file_that_is_none(check: Check, content: bytes | None, told: str) -> None:
    if content is not None:
        FILE.write_bytes(content)
    if not told:
        assert len(silence([check(ALTERED)], FILE).gone) == 1
        return
    with pytest.raises(InputError) as error:
        silence([check(ALTERED)], FILE)
    assert str(error.value).startswith(f"base.json: {told}")
    assert "\n" not in str(error.value)
