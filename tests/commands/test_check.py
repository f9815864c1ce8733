"""`wp check` as a process: every form of its report, what it reads, and how it ends."""

import json
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from wp import RULES, __version__
from wp.base import builtin_path
from wp.model import Base, text_digest

RunWp = Any
SMALL = str(Path(__file__).parent.parent / "small.facts.json")

DRAFT = """\
# Norland at sea

Norland has “more than 120 harbours”, the report says. Yet it adds: "From 2010 to
March 2019, 4,600 ships called at Port Aster every year".

> The "blue lane" keeps ferries … apart.

The port handled 1,200 ferries a year. The port saw 250 tankers a year.

The paper states that “the sea rises faster than the ministry foresaw”, and that “two
wardens watch the fish”. <!-- wp: ignore a joke of the editor -->

Seven lighthouses were built in 1904.
"""
ALTERED = "I counted “Two wardens watch the fish.”\n"
CLEAN = "It says “Two wardens watch the nets.”\n"

_FIGURE = {"text", "value", "unit", "verdict", "fact", "source", "reason"}
_QUOTATION = {
    "text", "line", "column", "quotation", "verdict", "source", "section", "paragraph", "url",
    "facts", "changes", "warnings",
}  # fmt: skip
_CLAIM = {"sentence", "line", "column", "verdict", "figures", "facts", "source"}


@pytest.fixture
def check(run_wp: RunWp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RunWp:
    """Run `wp check` in a folder that holds the draft as `draft.md`, against the small base."""
    monkeypatch.chdir(tmp_path)
    Path("draft.md").write_text(DRAFT, encoding="utf-8")

    def run(*arguments: str, **settings: Any) -> Any:
        return run_wp("check", *arguments, "--facts", SMALL, **settings)

    return run


@pytest.mark.parametrize("columns", [60, 80])
def test_golden(check: RunWp, golden: Any, columns: int) -> None:
    done = check("draft.md", env={"COLUMNS": str(columns)})
    assert (done.returncode, done.stderr) == (1, "")
    assert max(map(len, done.stdout.splitlines())) <= columns
    # The version is not what this is about.
    told = done.stdout.replace(f"wp {__version__}, rules {RULES};", "wp 1.0, rules 1;")
    golden(f"check-{columns}", told)


def test_warnings_and_summary_stand_on_lines_of_their_own(check: RunWp) -> None:
    Path("open.md").write_text("It opens “here.\n", encoding="utf-8")
    lines = check("open.md").stdout.splitlines()
    assert lines[0] == "open.md" and lines[1].startswith("1:")
    assert lines[-1].startswith("Quotations:")


DRAWN = [
    (
        "4,600 ships called at Port Aster every year",
        "“[-4,600-]{+4,500+} ships called at Port Aster every year”",
        "one figure for another",
    ),
    (
        "ferries and tankers on side",
        "“ferries and tankers [-on side-]{+apart+}”",
        "the clause ends with the source's words",
    ),
    (
        "4,500 ships called at Port Norland",
        "“4,500 ships called at Port [-Norland-]” "
        "source: “From 2010 to March 2019, 4,500 ships called at Port Aster every year,",
        "“at Port Aster” breaks off in a clause: it is no correction",
    ),
]


@pytest.mark.parametrize(("quotation", "drawn", "why"), DRAWN)
def test_a_correction_is_drawn_only_where_a_whole_clause_is_left(
    check: RunWp, quotation: str, drawn: str, why: str
) -> None:
    Path("one.md").write_text(f'"{quotation}" is what the report says.\n', encoding="utf-8")
    shown = " ".join(check("one.md", env={"COLUMNS": "100"}).stdout.replace("  I ¶1", "").split())
    assert drawn in shown, why


def test_plain_lines_are_those_of_compilers(check: RunWp) -> None:
    done = check("draft.md", "--plain")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines() == [
        'draft.md:3:70: altered: "4,600" where the source has "4,500" (figure)',
        "draft.md:8:40: contradicted: 250: the source has 300 (tankers calling at Port Aster a "
        "year)",
        'draft.md:10:24: missing: no such passage in the text that is held: "the sea rises '
        'faster than the ministry foresaw"',
        "draft.md:13:1: unsupported: Seven: the base has no such figure of this",
    ]


def test_json_has_the_promised_shape(check: RunWp) -> None:
    done = check("draft.md", "--json")
    record = json.loads(done.stdout)
    assert record.keys() == {"files", "summary"}
    (file,) = record["files"]
    assert file["path"] == "draft.md"
    assert [(q["line"], q["column"], q["verdict"]) for q in file["quotations"]] == [
        (3, 14, "verbatim"),
        (3, 70, "altered"),
        (6, 3, "elided"),
        (10, 24, "missing"),
        (10, 83, "altered"),
    ]
    told = [
        (c["line"], c["verdict"], [(f["text"], f["verdict"]) for f in c["figures"]])
        for c in file["claims"]
    ]
    assert told == [
        (8, "supported", [("1,200", "supported")]),
        (8, "contradicted", [("250", "contradicted")]),
        (13, "unsupported", [("Seven", "unsupported"), ("1904", "unsupported")]),
    ]
    assert all(figure.keys() == _FIGURE for c in file["claims"] for figure in c["figures"])
    assert all(quotation.keys() >= _QUOTATION for quotation in file["quotations"])
    assert all(claim.keys() >= _CLAIM for claim in file["claims"])
    assert file["quotations"][1]["changes"] == [
        {"op": "replace", "quotation": "4,600", "source": "4,500", "kind": "figure"}
    ]
    assert "“" not in file["quotations"][0]["text"]
    summary = record["summary"]
    assert summary["quotations"] == {"verbatim": 1, "elided": 1, "altered": 2, "missing": 1}
    assert summary["claims"] == {"supported": 1, "contradicted": 1, "unsupported": 1}
    assert (summary["errors"], summary["ignored"]) == (2, 1)


def test_a_report_says_what_was_checked_against_what(check: RunWp, small_base: Base) -> None:
    """So that it can be filed: by digests, with time and version."""
    record = json.loads(check("draft.md", "--json").stdout)
    assert record["files"][0]["sha256"] == sha256(Path("draft.md").read_bytes()).hexdigest()
    digest = text_digest(small_base)
    assert {
        key: record["summary"][key] for key in ("version", "rules", "checked", "documents")
    } == {
        "version": __version__,
        "rules": RULES,
        "checked": "2030-01-01T00:00:00Z",
        "documents": [
            {
                "id": "harbour-report-2020",
                "title": "Harbours and Fisheries of Norland",
                "edition": "First edition",
                "sha256": digest,
            }
        ],
    }
    lines = check("draft.md", "--format", "markdown").stdout.splitlines()
    assert digest in lines[0]
    assert lines[1] == f"- wp {__version__}, rules {RULES}; 2030-01-01 00:00 UTC"
    assert lines[2:4] == ["", "| " + " | ".join(lines[3].strip("| ").split(" | ")) + " |"]


@pytest.mark.parametrize("seconds", ["", "now", "-1", "9" * 12, "9" * 5000])
def test_a_time_that_is_none_is_not_heeded(check: RunWp, seconds: str) -> None:
    done = check("-", "--json", stdin=CLEAN, env={"SOURCE_DATE_EPOCH": seconds})
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["summary"]["checked"].startswith("2")


def test_rows_stand_in_the_order_of_the_draft(check: RunWp) -> None:
    lines = check("draft.md", "--format", "jsonl").stdout.splitlines()
    rows = [json.loads(line) for line in lines]
    assert [row["line"] for row in rows] == sorted(row["line"] for row in rows)
    assert len(rows) == 8
    assert len(check("draft.md", "--format", "csv").stdout.splitlines()) > 8


def test_sarif_is_what_another_reader_of_it_knows(check: RunWp) -> None:
    """Types and required fields are right; of our fields the reader lacks two of the format's."""
    from pydantic import BaseModel
    from sarif_pydantic import Sarif

    def unknown(part: object) -> list[str]:
        if isinstance(part, list):
            return [name for one in part for name in unknown(one)]
        if not isinstance(part, BaseModel):
            return []
        return [
            *(part.model_extra or ()),
            *unknown([getattr(part, f) for f in part.__class__.model_fields]),
        ]

    log = Sarif.model_validate_json(check("draft.md", "--format", "sarif").stdout)
    assert [len(run.results or []) for run in log.runs] == [5]
    assert sorted({*unknown(log)}) == ["columnKind", "suppressions"]


def test_sarif_for_code_hosts(check: RunWp) -> None:
    done = check("draft.md", "--format", "sarif")
    record = json.loads(done.stdout)
    assert record["version"] == "2.1.0"
    (run,) = record["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    results = run["results"]
    assert [result["ruleId"] for result in results] == [
        "altered",
        "contradicted",
        "missing",
        "altered",
        "unsupported",
    ]
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in results)
    assert [r.get("suppressions", [{}])[0].get("justification") for r in results] == [
        None,
        None,
        None,
        "a joke of the editor",
        None,
    ]
    place = results[0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "draft.md"}
    assert place["region"] == {"startLine": 3, "startColumn": 70, "endLine": 4, "endColumn": 56}


def test_github_annotations(check: RunWp) -> None:
    lines = check("draft.md", "--format", "github").stdout.splitlines()
    kinds = ["::error", "::error", "::warning", "::notice"]
    assert [line.split(" ")[0] for line in lines[:-1]] == kinds
    assert lines[-1].startswith(
        "wp: 4 annotations, of which GitHub shows ten of a kind; quotations"
    )
    assert lines[1].startswith("::error file=draft.md,line=8,endLine=8,col=40,endColumn=72,")


@pytest.mark.skipif(not shutil.which("patch"), reason="patch is not installed")
def test_the_diff_mends_the_draft(check: RunWp, tmp_path: Path) -> None:
    done = check("draft.md", "--diff")
    assert done.returncode == 1
    left = "1 contradicted, 1 missing, 1 unsupported"
    assert done.stderr == f"wp: 1 of 4 findings corrected; left to you: {left}\n"
    assert Path("draft.md").read_text(encoding="utf-8") == DRAFT, "nothing is changed by itself"
    subprocess.run(
        ["patch", "-p0"], input=done.stdout.encode(), check=True, capture_output=True, timeout=60
    )
    mended = Path("draft.md").read_text(encoding="utf-8")
    assert mended == DRAFT.replace("4,600", "4,500")
    again = json.loads(check("draft.md", "--json").stdout)["summary"]
    assert again["quotations"]["altered"] == 1, "the silenced one stays"
    assert check("draft.md", "--diff").stdout == ""


def test_an_ignored_finding_does_not_fail(check: RunWp) -> None:
    Path("draft.md").write_text(f"{ALTERED.strip()} <!-- wp: ignore fish story -->\n", "utf-8")
    done = check("draft.md")
    assert done.returncode == 0
    assert "(altered)" in done.stdout
    assert "ignored: fish story" in done.stdout
    assert done.stdout.rstrip().endswith("1 ignored")
    assert check("draft.md", "--plain").stdout == ""


def test_an_ignore_without_a_reason_silences_nothing(check: RunWp) -> None:
    Path("draft.md").write_text(f"{ALTERED.strip()} <!-- wp: ignore -->\n", "utf-8")
    done = check("draft.md", "--plain")
    assert done.returncode == 1
    assert "gives no reason and silences nothing" in done.stdout


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (CLEAN, 0),
        (ALTERED, 1),
        ("The port saw 250 tankers a year.\n", 1),
        ("The paper says “no harbour is ever closed to anyone at all”.\n", 0),
        ("No quotation, no figure.\n", 0),
        ("", 0),
    ],
    ids=["verbatim", "altered", "contradicted", "missing", "nothing to check", "empty"],
)
def test_exit_status(check: RunWp, text: str, status: int) -> None:
    done = check("-", "--plain", stdin=text)
    assert (done.returncode, done.stderr) == (status, "")


def test_standard_input_has_a_name(check: RunWp) -> None:
    assert check("-", "--plain", stdin=ALTERED).stdout.startswith("<stdin>:1:12: altered: ")


def test_the_other_files_are_checked_all_the_same(check: RunWp) -> None:
    Path("clean.md").write_text(CLEAN, encoding="utf-8")
    done = check("nowhere.md", "draft.md", "clean.md", "--json")
    assert done.returncode == 2
    assert done.stderr == "wp: nowhere.md: no such file; check the name of the document\n"
    record = json.loads(done.stdout)
    assert [file["path"] for file in record["files"]] == ["draft.md", "clean.md"]
    assert record["summary"]["files"] == 2


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\x7fELF\x00\x01\x02 \xff\xfe", "is binary"),
        (b"caf\xe9" * 9 + b" caf\xc3\xa9", "mixes UTF-8 with"),
        (b"\xff\xfe" + "Zwei".encode("utf-16-le") + b"x", "begins as UTF-16"),
        ("“Two”".encode("utf-16-le"), "UTF-16 without a byte order mark"),
        (b"text \x1b[31m\x08", "is binary: it holds the control character U+0008"),
        (b"PK\x03\x04 no archive", "is not a DOCX file"),
    ],
    ids=["binary", "mixed", "cut UTF-16", "UTF-16 without mark", "control", "false archive"],
)
def test_what_cannot_be_read_is_told_in_one_line(
    check: RunWp, content: bytes, told: str, tmp_path: Path
) -> None:
    Path("draft").write_bytes(content)
    done = check("draft", "--plain")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith("wp: draft: ")
    assert told in done.stderr


def test_a_huge_file(check: RunWp) -> None:
    with open("huge.md", "wb") as file:
        file.truncate(40 * 1024 * 1024)
    done = check("huge.md")
    assert done.returncode == 2
    assert "more than 8 million characters" in done.stderr


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_give_the_same_verdicts(check: RunWp, encoding: str) -> None:
    Path("café.md").write_bytes(f"Café: “Two wardens watch the fish.”\n{CLEAN}".encode(encoding))
    done = check("café.md", "--json")
    assert done.returncode == 1
    (file,) = json.loads(done.stdout)["files"]
    assert [(q["text"], q["column"], q["verdict"]) for q in file["quotations"]] == [
        ("Two wardens watch the fish.", 8, "altered"),
        ("Two wardens watch the nets.", 10, "verbatim"),
    ]


def test_no_diff_for_what_a_diff_does_not_fit(check: RunWp) -> None:
    Path("draft.md").write_bytes(ALTERED.encode("utf-16"))
    done = check("draft.md", "--diff")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [
        "wp: draft.md: no diff for a file that is not UTF-8 text",
        "wp: 0 of 1 findings corrected; left to you: 1 altered",
    ]


def test_a_word_processor_file(check: RunWp, tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    pytest.importorskip("mammoth")
    document = docx.Document()
    document.add_heading("Norland at sea")
    document.add_paragraph(CLEAN.strip())
    document.add_paragraph(ALTERED.strip())
    document.save("draft.docx")
    done = check("draft.docx", "--plain")
    assert done.returncode == 1
    assert done.stdout == ('draft.docx:3:12: altered: "fish" where the source has "nets" (word)\n')


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("draft.md", "--diff", "--json"), "--diff is a form of its own"),
        (("-", "-"), "standard input can be read only once"),
        (("draft.md", "--format", "xml"), "no output format 'xml' here"),
        ((), "FILE"),
    ],
    ids=["two forms", "two inputs", "unknown form", "no file"],
)
def test_wrong_use(check: RunWp, arguments: tuple[str, ...], told: str) -> None:
    done = check(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr


def test_the_built_in_base_is_the_default(run_wp: RunWp, tmp_path: Path) -> None:
    base = json.loads(builtin_path().read_text(encoding="utf-8"))
    sentence = base["sections"]["VI"]["paragraphs"][0].split(". ")[0]
    done = run_wp("check", "-", "--json", stdin=f"It says: “{sentence}.”\n")
    (file,) = json.loads(done.stdout)["files"]
    assert file["quotations"][0]["verdict"] == "verbatim"
    assert (done.returncode, file["quotations"][0]["section"]) == (0, "VI")


@pytest.mark.parametrize(
    ("why", "draft", "usual", "strict"),
    [
        ("nothing wrong", CLEAN, 0, 0),
        ("altered", ALTERED, 1, 1),
        ("words that it lacks", "It says “the sea rises faster than foreseen”.\n", 0, 1),
        ("words that nobody puts down to it", "He shouted “the sea rises very fast”.\n", 0, 0),
        ("an unsupported claim", "Seven lighthouses were built in 1904.\n", 0, 1),
        ("the same, silenced", "Seven lights by 1904. <!-- wp: ignore mine -->\n", 0, 0),
        ("a mark without a partner", "It opens “here.\n", 0, 1),
        ("struck text may hold anything", "~~Ninety ships called.~~ It is late.\n", 0, 1),
        ("front matter is no prose", "---\nlayout: post\n---\n\nIt is late.\n", 0, 0),
    ],
)
def test_strict_fails_on_what_is_unsure(
    check: RunWp, why: str, draft: str, usual: int, strict: int
) -> None:
    Path("draft.md").write_text(draft, encoding="utf-8")
    assert check("draft.md").returncode == usual, why
    assert check("draft.md", "--strict").returncode == strict, why
    Path("wp.toml").write_text("strict = true\n")
    assert check("draft.md").returncode == strict, why
    assert check("draft.md", "--no-strict").returncode == usual, why


def test_problems_leaves_out_what_is_right_but_counts_it(check: RunWp) -> None:
    Path("clean.md").write_text(CLEAN, encoding="utf-8")
    table = check("clean.md", "draft.md", "--problems").stdout
    assert "verbatim  " not in table
    assert "(altered)" not in table, "the writer has silenced it"
    assert "clean.md" not in table
    assert "Quotations: 2 verbatim, 1 elided, 2 altered, 1 missing" in table
    record = json.loads(check("clean.md", "draft.md", "--problems", "--json").stdout)
    assert [len(file["quotations"]) for file in record["files"]] == [0, 2]
    assert record["summary"]["quotations"]["verbatim"] == 2


@pytest.mark.parametrize("form", ["plain", "github", "table"])
def test_a_figure_over_a_line_end_takes_one_line(check: RunWp, form: str) -> None:
    """`file:line:column:` is what editors read; what follows on another line they lose."""
    Path("draft.md").write_text("In 2018 the fleet landed 82\npercent of its catch.\n", "utf-8")
    printed = check("draft.md", "--format", form, env={"COLUMNS": "100"}).stdout
    assert "82 percent: the source has 81 percent" in printed
    assert "82%0A" not in printed
