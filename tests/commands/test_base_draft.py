"""`wp base draft` and `wp base review` as processes: files, messages, exit status."""

import json
import os
import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

RunWp = Any

TEXT = "I. Money\nThe Fund paid 12 grants in 2016. It lent 4 boats.\nII. People\nIt has 30 men.\n"


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "paper.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def base(run_wp: RunWp, document: Path, tmp_path: Path) -> Path:
    path = tmp_path / "paper.facts.json"
    known = ("--publisher", "The Fund", "--published", "2017")
    done = run_wp("base", "draft", str(document), "-o", str(path), *known)
    assert done.returncode == 0
    return path


def facts(path: Path) -> list[dict[str, Any]]:
    raw = json.loads(path.read_text(encoding="utf-8"))
    return [
        fact
        for section in raw["sections"].values()
        for topic in section["topics"].values()
        for fact in topic["facts"].values()
    ]


def test_a_draft_is_written_and_validate_says_what_is_left(run_wp: RunWp, base: Path) -> None:
    assert [fact["draft"] for fact in facts(base)] == [True] * 3
    done = run_wp("base", "validate", str(base), "--json")
    assert done.returncode == 1
    problems = json.loads(done.stdout)
    assert [problem["rule"] for problem in problems] == ["drafts-reviewed"] * 3
    assert problems[0]["remedy"] == "go over it with `wp base review`"


def test_a_draft_without_output_is_printed_and_the_summary_is_not(
    run_wp: RunWp, document: Path
) -> None:
    done = run_wp("base", "draft", str(document))
    assert json.loads(done.stdout)["document"]["published"] == "0001"
    assert "give --published" in done.stderr
    assert "3 draft facts in 2 topics and 2 sections" in done.stderr
    assert "give --publisher" in done.stderr


REFUSED = [
    ("the output exists", ["{document}", "-o", "{base}"], "exists already"),
    (
        "the output is the document",
        ["{document}", "-o", "{document}", "--force"],
        "is what is read",
    ),
    ("no such folder", ["{document}", "-o", "{folder}/no/x.json"], "folder does not exist"),
    ("the output is a folder", ["{document}", "-o", "{folder}"], "is a directory"),
    ("no such document", ["{folder}/none.txt"], "no such file"),
    ("a bad date", ["{document}", "--published", "2017-13"], "not a date"),
    ("a day that no month has", ["{document}", "--published", "2017-02-31"], "not a date"),
    ("a date in words", ["{document}", "--published", "May 2017"], "not a date such as"),
    (
        "a title with an escape",
        ["{document}", "--title", "a\x1b[31m"],
        "--title 'a\\x1b[31m' holds",
    ),
    ("a bad id", ["{document}", "--id", "A B"], "not lower-case words"),
]


@pytest.mark.parametrize(
    ("arguments", "problem"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_wrong_use_is_one_line_and_writes_nothing(
    run_wp: RunWp, document: Path, base: Path, arguments: list[str], problem: str
) -> None:
    names = {"document": document, "base": base, "folder": document.parent}
    before = {file: file.read_bytes() for file in document.parent.iterdir() if file.is_file()}
    done = run_wp("base", "draft", *(argument.format(**names) for argument in arguments))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert problem in done.stderr
    after = {file: file.read_bytes() for file in document.parent.iterdir() if file.is_file()}
    assert after == before


UNREADABLE = [
    ("a.txt", b"", "is empty"),
    ("a.txt", bytes(range(256)), "is binary"),
    (
        "a.txt",
        lambda: b"The fund paid 12 grants in 2016. " * 1_600_000,
        "more than 8 million characters",
    ),
    ("a.txt", b"It has 30 men.\xe2\x80\xa8\xff\xfe\xff\xfe", "mixes UTF-8 with another encoding"),
    ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is encrypted"),
    ("a.docx", b"PK\x03\x04 cut off", "is not a DOCX file"),
    ("a.pdf", b"%PDF-1.4 and nothing else", "cannot be read as PDF"),
]


@pytest.mark.parametrize(
    ("name", "content", "problem"), UNREADABLE, ids=[case[2] for case in UNREADABLE]
)
def test_what_cannot_be_drafted_from_is_one_line_and_writes_nothing(
    run_wp: RunWp, tmp_path: Path, name: str, content: bytes | Callable[[], bytes], problem: str
) -> None:
    if name.endswith((".docx", ".pdf")):
        pytest.importorskip("mammoth" if name.endswith(".docx") else "pypdfium2")
    path = tmp_path / name
    # What is large is made here: it would lie in the memory of each worker.
    path.write_bytes(content() if callable(content) else content)
    done = run_wp("base", "draft", str(path), "-o", str(tmp_path / "base.json"))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert problem in done.stderr
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_text_of_any_script_and_with_mixed_line_ends_is_drafted(
    run_wp: RunWp, tmp_path: Path
) -> None:
    path = tmp_path / "paper.txt"
    lines = (
        "I. Money",
        "The fund paid 12 grants.",
        "קרן שילמה 143 מענקים.",
        "基金“依法支付了赠款”。",
    )
    path.write_bytes(lines[0].encode() + b"\r\n" + "\r\r\n\n".join(lines[1:]).encode())
    output = tmp_path / "paper.json"
    assert run_wp("base", "draft", str(path), "-o", str(output)).returncode == 0
    assert [fact["quote"] for fact in facts(output)] == list(lines[1:])


def test_force_writes_over(run_wp: RunWp, document: Path, base: Path) -> None:
    document.write_text("It has 7 boats.", encoding="utf-8")
    assert run_wp("base", "draft", str(document), "-o", str(base), "--force").returncode == 0
    assert [fact["quote"] for fact in facts(base)] == ["It has 7 boats."]


@pytest.mark.skipif(sys.platform == "win32", reason="no such file names there")
@pytest.mark.parametrize("name", ["pa\x1b[31mper.txt", "pa\nper.txt", "\x1b.txt", b"pa\xff.txt"])
def test_a_file_name_with_control_characters_is_drafted_from(
    run_wp: RunWp, tmp_path: Path, name: str | bytes
) -> None:
    document = tmp_path / os.fsdecode(name)
    document.write_text("The port has 12 boats.", encoding="utf-8")
    output = tmp_path / "base.json"
    done = run_wp("base", "draft", str(document), "-o", str(output))
    assert done.returncode == 0
    assert "\x1b" not in done.stderr + output.read_text(encoding="utf-8")
    assert [fact["quote"] for fact in facts(output)] == ["The port has 12 boats."]


def test_the_next_command_can_be_copied(run_wp: RunWp, document: Path, tmp_path: Path) -> None:
    output = tmp_path / "my base's.json"
    told = run_wp("base", "draft", str(document), "-o", str(output)).stderr.splitlines()[-1]
    assert shlex.split(told)[-4:] == ["wp", "base", "review", str(output)]


def test_piped_keys_settle_facts_and_the_next_review_goes_on(run_wp: RunWp, base: Path) -> None:
    done = run_wp("base", "review", str(base), stdin="a s\nq")
    assert done.returncode == 0
    assert "1 accepted, 1 skipped; 2 drafts left" in done.stdout
    assert ["draft" in fact for fact in facts(base)] == [False, True, True]
    done = run_wp("base", "review", str(base), stdin="da")
    assert "It lent 4 boats." in done.stdout
    assert [fact["quote"] for fact in facts(base)] == [
        "The Fund paid 12 grants in 2016.",
        "It has 30 men.",
    ]
    assert "No fact is a draft" in run_wp("base", "review", str(base)).stdout
    assert run_wp("base", "validate", str(base)).returncode == 0


def test_the_editor_changes_a_fact(run_wp: RunWp, base: Path, tmp_path: Path) -> None:
    editor = tmp_path / "editor.py"
    editor.write_text(
        "import pathlib, sys\n"
        "p = pathlib.Path(sys.argv[1])\n"
        "p.write_text(p.read_text(encoding='utf-8').replace('It lent', 'The Fund lent', 1),"
        " encoding='utf-8')\n",
        encoding="utf-8",
    )
    env = {"EDITOR": f'"{sys.executable}" "{editor}"', "VISUAL": ""}
    done = run_wp("base", "review", str(base), stdin="seaq", env=env)
    assert "1 edited, 1 accepted" in done.stdout
    assert facts(base)[1]["statement"] == "The Fund lent 4 boats"


@pytest.mark.parametrize(
    ("editor", "said"),
    [
        ("no-such-editor-here", "cannot be run: No such file or directory; set EDITOR"),
        ('"not closed', "cannot be run: No closing quotation; set EDITOR"),
        (f'"{sys.executable}" -c "exit(3)"', "status 3"),
    ],
)
def test_an_editor_that_fails_changes_nothing(
    run_wp: RunWp, base: Path, editor: str, said: str
) -> None:
    before = base.read_bytes()
    done = run_wp("base", "review", str(base), stdin="eq", env={"EDITOR": editor, "VISUAL": ""})
    assert done.returncode == 0
    assert said in " ".join(done.stdout.split())
    assert base.read_bytes() == before


def test_all_of_a_kind_and_undo(run_wp: RunWp, base: Path) -> None:
    before = base.read_bytes()
    done = run_wp("base", "review", str(base), stdin="u x u a u s u q")
    assert "There is no step to undo." in done.stdout
    assert "u undoes it" in done.stdout
    assert "no step taken; 3 drafts left" in done.stdout
    assert base.read_bytes() == before
    done = run_wp("base", "review", str(base), stdin="kkk")
    assert "accepted; 0 drafts left" in done.stdout


def test_without_a_terminal_or_keys_the_review_says_so(run_wp: RunWp, base: Path) -> None:
    done = run_wp("base", "review", str(base))
    assert (done.returncode, done.stdout) == (2, "")
    assert "no terminal" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")
def test_on_a_terminal_each_key_counts_at_once_and_ctrl_c_loses_nothing(base: Path) -> None:
    import pexpect

    wp = str(Path(sys.executable).with_name("wp"))
    child = pexpect.spawn(wp, ["base", "review", str(base)], encoding="utf-8", timeout=30)
    try:
        child.expect("1 of 3")
        child.send("a")
        child.expect("2 of 3")
        child.send("\x03")
        child.expect(pexpect.EOF)
    finally:
        child.close()
    assert child.exitstatus == 130
    assert ["draft" in fact for fact in facts(base)] == [False, True, True]


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")
def test_keys_pressed_in_a_row_all_count(base: Path) -> None:
    """Also those before the program listens, and arrow keys send several characters as one key."""
    import pexpect

    wp = str(Path(sys.executable).with_name("wp"))
    child = pexpect.spawn(wp, ["base", "review", str(base)], encoding="utf-8", timeout=30)
    try:
        child.send("s\x1b[Aa\r z")
        child.expect(r"no key '\\x1b\[a' here")
        child.expect("no key 'z' here")
        assert "no key" not in child.before, "Enter behind a key, and the space bar, ask nothing"
        child.send("\x04")
        child.expect("1 skipped, 1 accepted; 2 drafts left")
        child.expect(pexpect.EOF)
    finally:
        child.close(force=True)
    assert ["draft" in fact for fact in facts(base)] == [True, False, True]


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")
def test_the_terminal_is_the_editors_while_it_runs_and_left_as_it_was(base: Path) -> None:
    import pexpect

    ask = f'"{sys.executable}" -c "print(input().upper())"'
    child = pexpect.spawn("sh", encoding="utf-8", timeout=30, env=os.environ | {"VISUAL": ask})
    wp = Path(sys.executable).with_name("wp")
    try:
        child.sendline(f"'{wp}' base review '{base}'; echo ended")
        child.expect("a accept")
        child.send("e")
        child.sendline("typed here")
        child.expect("typed here.*TYPED HERE.*Nothing was changed")
        child.send("q")
        child.expect("ended")
        child.sendline("stty -a")
        child.expect(r"\bisig icanon\b.* echo ")
    finally:
        child.close(force=True)


def test_a_draft_breaks_no_rule_and_its_drafts_are_told_in_a_line(
    run_wp: RunWp, tmp_path: Path
) -> None:
    """The caption of a table is where the time of its figures is printed."""
    (tmp_path / "r.md").write_text(
        "# Harbours\n\n**Table 1. Ships by port, second quarter of 2031 (thousands)**\n\n"
        "| Port | Ships | Share (%) |\n|---|---:|---:|\n| North | 171.2 | 4.0 |\n"
        "| South | 688.9 | 16.0 |\n| West | 342.6 | 7.9 |\n| East | 262.3 | 6.1 |\n",
        encoding="utf-8",
    )
    options = ("--published", "2031-08-01", "--publisher", "Port")
    run_wp("base", "draft", str(tmp_path / "r.md"), *options, "-o", str(tmp_path / "r.json"))
    done = run_wp("base", "validate", str(tmp_path / "r.json"))
    told = " ".join(done.stdout.split())
    assert told.endswith("r.json: 4 facts are drafts; go over them with `wp base review`")
    assert told.count("r.json") == 1
