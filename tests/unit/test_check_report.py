"""The forms in which a checked draft is given to editors, services and programs."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from wp.library import open_library
from wp.show.verdict_records import draft_record, summary_record
from wp.show.verdict_view import difference
from wp.verify.check import check_draft
from wp.verify.checked import CheckedDraft, findings, plain_line
from wp.verify.correction import correct
from wp.verify.draft import read_draft
from wp.verify.finding_files import github_line, gitlab_record, sarif_record
from wp.verify.verdict import Change, Claim, ClaimFigure, Verdict

CHANGE = Change("replace", "bad", "good", "word")
EIGHT = ClaimFigure("8", 8, "count", "contradicted")


def check(
    text: str, source: str = "", path: str = "d.md", *, content: bytes | None = None
) -> CheckedDraft:
    """Check a draft of which every quotation is altered and every 8 contradicted."""
    draft = read_draft(path, content if content is not None else text.encode())
    return check_draft(
        draft,
        lambda quotation: Verdict(quotation, "altered", source, changes=(CHANGE,)),
        lambda sentence, _: Claim(sentence, "contradicted", (EIGHT,)) if "8" in sentence else None,
    )


def correction(checked: CheckedDraft) -> str:
    """Give the diff, every corrected quotation being exact."""

    def recheck(text: str) -> CheckedDraft:
        draft = read_draft(checked.draft.path, text.encode(), checked.draft.kind)
        return check_draft(draft, lambda words: Verdict(words, "verbatim"), lambda *_: None)

    return correct(checked, recheck).diff


def test_plain_lines_are_those_of_compilers() -> None:
    lines = [plain_line(finding) for finding in findings(check('a\n\nx "bad law"\n\nIs 8.'))]
    assert lines == [
        'd.md:3:4: altered: "bad" where the source has "good" (word)',
        "d.md:5:1: contradicted: the base says nothing on 8",
    ]


def test_every_report_carries_the_warnings_of_a_clean_quotation() -> None:
    draft = read_draft("d.md", b'x "a good law"')
    warned = Verdict("a good law", "verbatim", "a good law", warnings=('it has "not" just before',))
    (finding,) = findings(check_draft(draft, lambda _: warned, lambda *_: None))
    told = 'it has "not" just before: "a good law"'
    assert plain_line(finding) == f"d.md:1:4: warning: {told}"
    assert github_line(finding).startswith("::warning ")
    assert github_line(finding).endswith(f"::{told}")
    (result,) = sarif_record([finding], "1.0")["runs"][0]["results"]
    assert (result["ruleId"], result["message"]["text"]) == ("caution", told)


def test_github_annotations_escape_what_is_special_there() -> None:
    (finding,) = findings(check('"bad law"', path="a,b:c%.md"))
    line = github_line(finding._replace(message="50%\nof it"))
    assert line == (
        "::error file=a%2Cb%3Ac%25.md,line=1,endLine=1,col=2,endColumn=9,title=wp%3A altered"
        "::50%25%0Aof it"
    )
    assert github_line(finding._replace(ignored="known")) == ""


def test_gitlab_knows_a_finding_again_by_all_but_its_line() -> None:
    before = gitlab_record(findings(check('"bad law"\n\n"bad law"\n\nAnd 8.', path="./d/a b.md")))
    assert [set(one) for one in before] == [
        {"description", "check_name", "fingerprint", "severity", "location"}
    ] * 3
    assert [one["location"] for one in before] == [
        {"path": "d/a b.md", "lines": {"begin": line}} for line in (1, 3, 5)
    ]
    assert [one["severity"] for one in before] == ["major"] * 3
    assert [one["check_name"] for one in before] == ["wp: altered"] * 2 + ["wp: contradicted"]
    told = [one["fingerprint"] for one in before]
    assert len(set(told)) == 3
    after = gitlab_record(
        findings(check('New.\n\n"bad law"\n\n"bad law"\n\nAnd 8.', path="d/a b.md"))
    )
    assert [one["fingerprint"] for one in after] == told
    silenced = check('"bad law" <!-- wp: ignore known -->')
    assert gitlab_record(findings(silenced)) == []


def test_sarif_names_rule_place_and_reason() -> None:
    checked = check('“a\nb” <!-- wp: ignore known -->\n\n"c"', path="my draft.md")
    record = sarif_record(findings(checked), "1.0")
    run = record["runs"][0]
    assert record["version"] == "2.1.0"
    first, second = run["results"]
    assert first["suppressions"] == [{"kind": "inSource", "justification": "known"}]
    assert "suppressions" not in second
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "my%20draft.md"
    assert place["region"] == {"startLine": 1, "startColumn": 2, "endLine": 2, "endColumn": 2}
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == first["ruleId"] == "altered"


def test_record_has_the_promised_fields(small_path: Path) -> None:
    checked = check('"bad law" and 8.')
    file = draft_record(open_library([small_path]), checked)
    assert file["path"] == "d.md"
    (quotation,), (claim,) = file["quotations"], file["claims"]
    assert {"text", "line", "column", "verdict"} <= set(quotation)
    assert {"sentence", "line", "column", "verdict", "figures", "facts", "source"} <= set(claim)
    summary = summary_record([checked])
    assert summary["quotations"]["altered"] == summary["claims"]["contradicted"] == 1
    json.dumps(file)


CORRECTIONS = [
    # one word; everything else stays
    ('x "a bad law" y\n', "a good law", 'x "a good law" y\n'),
    # words left out, words too many
    ('x "a law" y\n', "a good law", 'x "a good law" y\n'),
    ('x "a very bad law" y\n', "a law", 'x "a law" y\n'),
    # at the ends
    ('x "a law" y\n', "a good law", 'x "a good law" y\n'),
    ('x "a good very law" y\n', "a good law", 'x "a good law" y\n'),
    # the draft's line breaks, quotation prefix and markup stay
    ('"a\nbad law"\n', "a good law", '"a\ngood law"\n'),
    ("> a\n> bad law\n", "a good law", "> a\n> good law\n"),
    ('"a **bad** law"\n', "a good law", '"a **good** law"\n'),
    # closing punctuation belongs to the draft
    ('"a bad law," it says.\n', "a law.", '"a law," it says.\n'),
    ('"a bad law," it says.\n', "a good law.", '"a good law," it says.\n'),
    # the draft's style of marks within a quotation
    ("“a ‘good’ law’s man”\n", 'a "good" law\'s "kind" man', "“a ‘good’ law’s ‘kind’ man”\n"),
    ('"a law\'s man"\n', 'a law\'s "kind" man', "\"a law's 'kind' man\"\n"),
    # a marked omission stays
    ('"a … bad man"\n', "a law for a good man", '"a … good man"\n'),
    # letters are words in a script without spaces
    ("“全市发生重大事故”。\n", "全市未发生重大事故", "“全市未发生重大事故”。\n"),
    ("“人口增加3人”。\n", "人口减少3人", "“人口减少3人”。\n"),
    ("“人口又减少了3人”。\n", "人口减少3人", "“人口减少3人”。\n"),
    ("“人口\n减3人”。\n", "人口减少3人", "“人口\n减少3人”。\n"),
    # no newline at the end of the file; other line ends
    ('"a bad law"', "a good law", '"a good law"'),
    ('x\r\n"a bad law"\r\ny\r\n', "a good law", 'x\r\n"a good law"\r\ny\r\n'),
]


@pytest.mark.parametrize(
    ("quotation", "source", "drawn"),
    [
        ("a bad law", "a good law", "a [-bad-]{+good+} law"),
        ("全市发生重大事故", "全市未发生重大事故", "全市{+未+}发生重大事故"),
        ("人口，比上年增加3万人", "人口，比上年减少3万人", "人口，比上年[-增加-]{+减少+}3万人"),
        ("与 EU 谈判", "与 ASEAN 谈判", "与 [-EU-]{+ASEAN+} 谈判"),
    ],
)
def test_a_difference_is_drawn_by_the_words_of_the_script(
    quotation: str, source: str, drawn: str
) -> None:
    assert difference(quotation, source).plain == drawn


@pytest.mark.parametrize(("text", "source", "corrected"), CORRECTIONS)
@pytest.mark.parametrize("name", ["d.md", "my draft.md"])
def test_patch_applies_the_correction(
    text: str, source: str, corrected: str, name: str, tmp_path: Path
) -> None:
    if not shutil.which("patch"):
        pytest.skip("patch is not installed")
    (tmp_path / name).write_bytes(text.encode())
    diff = correction(check(text, source, name))
    run = subprocess.run(
        ["patch", "-p0", "--binary"],
        input=diff.encode(),
        cwd=tmp_path,
        capture_output=True,
        timeout=60,
    )
    assert run.returncode == 0, run.stdout
    assert (tmp_path / name).read_bytes().decode() == corrected


def test_a_correction_in_html_is_escaped() -> None:
    diff = correction(check("<p>“a bad law”</p>", "a <good> law", "d.html"))
    assert "+<p>“a &lt;good&gt; law”</p>" in diff


def test_silenced_and_unpatchable_drafts_are_left_alone() -> None:
    assert correction(check('"a bad law" <!-- wp: ignore so -->', "a good law")) == ""
    utf16 = '"a bad law"'.encode("utf-16")
    assert correction(check("", "a good law", content=utf16)) == ""
    assert correction(check("no quotation")) == ""
