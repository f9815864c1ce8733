"""One table of hostile texts through every output: what a document says is text everywhere.

The base says each payload in every field that it has, the draft in its quotations, sentences and
name. A terminal gets nothing that it would obey, a spreadsheet no formula, a page no script, CI no
command; JSON stays JSON with the same data.
"""

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from docx import Document
from waiting import answering

from wp.__main__ import main
from wp.show.terminal import console

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"'><b onclick=alert(1)>",
    "<!-- --> ]]> </style></script>",
    "[/x] [red]r[/red] [link=x]",  # markup of rich
    "$(touch ran) `touch ran` \\$(touch ran)",
    "\u202etxt.exe\u202c \u2066y",  # turns the order of what follows around
    '=cmd|"/c calc"!A1',
    "@SUM(1)",
    "| a | b | ![x](https://evil.example/x)",
    "](javascript:alert(1)) <javascript:alert(1)>",
    "::error file=x::y",
    "%0A::warning::z",
    "\\input{x} \\write18{touch ran} $x$ # & ~ ^",
    "@article{x, } }{ title",
    "ER  - \tTY  - X",
    "\u2028line \u2029paragraph \ttab",
    "'; DROP TABLE facts; --",
)
CONTROLS = "\x1b[31m\x7f\x9b31m"
"""Refused in a base; a draft, a query and a name may hold them."""

_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def evil(small_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base that says every payload wherever it may say anything, and two drafts beside it."""
    everything = " ".join(PAYLOADS)
    raw = json.loads(small_path.read_text("utf-8"))
    document = raw["document"]
    for name in ("title", "publisher", "edition", "rights"):
        document[name] = f"{document.get(name, '')} {everything}"
    for heading in document["contents"]:
        heading["title"] += f" {everything}"
    for section in raw["sections"].values():
        section["title"] += f" {everything}"
        section["url"] = "https://example.org/" + re.sub(r"\s", "", everything)
        section["paragraphs"] = [f"{text} {everything}" for text in section["paragraphs"]]
        for topic in section["topics"].values():
            topic["title"] += f" {everything}"
            topic["aliases"] = [*topic.get("aliases", ()), everything, *PAYLOADS]
            for fact in topic["facts"].values():
                fact["statement"] = f"={everything} {fact['statement']}"
                fact["aliases"] = [everything, *PAYLOADS]
                for figure in fact.get("figures", ()):
                    figure["unit"], figure["measures"] = everything, f"={everything}"
    folder = tmp_path_factory.mktemp("evil")
    (folder / "evil.json").write_text(json.dumps(raw), "utf-8")
    text = f"""# T {CONTROLS}

It says "Norland has more than 121 harbours {CONTROLS} {everything}" there. In 2019 4,501 ships
{CONTROLS} called at Port Aster every year {everything}. "Two wardens watched the nets," it says.

<!-- wp: ignore {CONTROLS} -->
"Three wardens watch the nets."
"""
    for name in ("draft.md", "x\n::error::y\x1b]0;t\x07\u202e.md"):
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture
def run(
    evil: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Any]:
    """Run a command on the hostile base in this process; give what it printed."""
    monkeypatch.chdir(evil)
    monkeypatch.setenv("WP_FACTS", "evil.json")
    monkeypatch.setenv("WP_CACHE", str(cache))
    drafts = sorted(file.name for file in evil.iterdir() if file.suffix == ".md")

    def answer(*arguments: str) -> str:
        console.cache_clear()
        words = [word for one in arguments for word in (drafts if one == "DRAFTS" else [one])]
        assert main(words) in (0, 1), capsys.readouterr().err
        printed, told = capsys.readouterr()
        assert_obeyed_by_none(told)
        return printed

    yield answer
    console.cache_clear()


def assert_obeyed_by_none(text: str) -> None:
    found = _OBEYED.search(text.replace("\r\n", "\n"))
    assert not found, repr(text[max(0, found.start() - 50) : found.end() + 20])


QUESTIONS = (
    ("search", "wardens watch nets"),
    ("search", f"{CONTROLS}\u202ewardens watch"),
    ("section",),
    ("section", "II"),
    ("topic",),
    ("topic", "landings"),
    ("show", "wardens", "harbours"),
    ("read", "II"),
    ("grep", "wardens"),
    ("figures",),
    ("timeline",),
    ("verify", f"Two wardens watch the boats {CONTROLS}\u202e"),
    ("verify", "Two wardens watch the nets"),
    ("cite", "wardens", "harbours"),
    ("base", "list"),
    ("base", "validate"),
    ("check", "DRAFTS"),
)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda words: " ".join(words)[:20])
@pytest.mark.parametrize("form", ["table", "plain", "json", "jsonl", "csv", "markdown"])
def test_a_terminal_a_reader_a_spreadsheet_gets_text(
    run: Any, question: tuple[str, ...], form: str
) -> None:
    if question[0] == "check" and form == "jsonl":
        form = "json"
    printed = run(*question, "--format", form)
    assert printed or CONTROLS in question[1]
    assert_obeyed_by_none(printed)
    if form == "json":
        json.loads(printed)
    elif form == "jsonl":
        assert all(json.loads(line) for line in printed.split("\n")[:-1])
    elif form == "csv":
        header, *rows = csv.reader(io.StringIO(printed))
        assert all(len(row) == len(header) for row in rows)
        for cell in (cell for row in rows for cell in row):
            assert not re.match(r"[=@\t\r]|[+-](?![0-9.]+$)", cell)
    elif form == "markdown":
        head, _, *lines = (line for line in printed.splitlines() if line.startswith("|"))
        beside = [line for line in printed.splitlines() if not line.startswith("|")]
        assert not re.search(r"(?<!\\)[<\[`|]", "".join(beside))
        assert all(len(re.findall(r"(?<!\\)\|", line)) == head.count("|") for line in lines)
        assert not re.search(r"(?<!\\)[<\[`]", "".join(lines))
    elif form == "plain":
        tabs = {line.count("\t") for line in printed.splitlines()}
        assert question[0] in ("cite", "check", "base") or len(tabs) <= 1


def test_json_has_the_same_data_however_it_is_written(run: Any, evil: Path) -> None:
    (fact,) = json.loads(run("show", "wardens", "--json"))
    raw = json.loads((evil / "evil.json").read_text("utf-8"))
    stored = raw["sections"]["II"]["topics"]["landings"]["facts"]["wardens"]
    assert (fact["statement"], fact["aliases"]) == (stored["statement"], stored["aliases"])


def test_ci_gets_no_command_of_a_draft(run: Any) -> None:
    printed = run("check", "DRAFTS", "--format", "github")
    assert_obeyed_by_none(printed)
    *lines, total = printed.splitlines()
    assert total.startswith("wp: ")
    for line in lines:
        assert re.match(r"::(?:error|warning|notice) file=[^:,]+,line=\d+,", line), line


def test_sarif_stays_json(run: Any) -> None:
    printed = run("check", "DRAFTS", "--format", "sarif")
    assert_obeyed_by_none(printed)
    assert json.loads(printed)["runs"][0]["results"]


def test_a_report_for_gitlab_stays_json(run: Any) -> None:
    printed = run("check", "DRAFTS", "--format", "gitlab")
    assert_obeyed_by_none(printed)
    assert {one["check_name"] for one in json.loads(printed)} >= {"wp: altered", "wp: draft"}


def test_a_baseline_and_a_folder_tell_of_drafts_on_a_line(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "base.json"
    run("check", ".", "--baseline", str(file), "--write-baseline")
    assert_obeyed_by_none(file.read_text("utf-8"))
    file.write_text(file.read_text("utf-8").replace("Norland", "Nordland"), "utf-8")
    assert_obeyed_by_none(run("check", ".", "--baseline", str(file), "--plain"))


@pytest.mark.parametrize(
    "settings",
    ['"\\u001b[2J\\u202e" = 1', 'format = "\\u001b[2J\\n::error::"', 'facts = "../\\u001b[2J\\n"'],
)
def test_a_project_file_speaks_to_no_terminal(
    evil: Path, tmp_path: Path, settings: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "wp.toml"
    file.write_text(settings, "utf-8")
    assert main(["check", str(evil / "draft.md"), "--config", str(file)]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert_obeyed_by_none(told)


def test_a_diff_names_its_file_on_one_line(run: Any) -> None:
    printed = run("check", "DRAFTS", "--diff")
    heads = [line for line in printed.split("\n") if line.startswith(("--- ", "+++ "))]
    assert len(heads) == 4
    for head in heads:
        assert_obeyed_by_none(head)


class Page(HTMLParser):
    """What of a page could run."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if name.startswith("on") or (value or "").strip().lower().startswith("javascript:"):
                self.found.append(f"{tag} {name}")
        if tag in ("img", "iframe", "object"):
            self.found.append(tag)


@pytest.mark.parametrize("words", [("export",), ("check", "DRAFTS")], ids=" ".join)
def test_a_page_runs_nothing(run: Any, words: tuple[str, ...]) -> None:
    printed = run(*words, "--format", "html")
    page = Page()
    page.feed(printed)
    assert page.found == []
    assert "alert(1)" in printed
    assert printed.count("<script") == printed.count("</script")
    assert "<script>alert" not in printed


def test_a_report_shows_what_cannot_be_seen(run: Any) -> None:
    printed = run("check", "DRAFTS", "--format", "html")
    assert_obeyed_by_none(printed)
    assert "\\x1b[31m\\x7f" in printed


def test_comments_in_a_word_file_are_text(run: Any, evil: Path, tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph(f"It says “Two wardens watched the nets {' '.join(PAYLOADS)}”.")
    document.save(str(evil / "draft.docx"))
    run("check", "draft.docx", "-o", str(tmp_path / "checked.docx"))
    first, *others = Document(str(tmp_path / "checked.docx")).comments
    assert "alert(1)" in first.text
    for comment in (first, *others):
        assert_obeyed_by_none(comment.text)


def test_markdown_is_no_html_and_no_link(run: Any) -> None:
    printed = run("export", "--format", "markdown")
    printed = re.sub(r"<https://example\.org/[^<>\s]*>", "", printed)
    assert not re.search(r"(?<!\\)<", printed)
    assert not re.search(r"(?<!\\)\]\(javascript", printed)


@pytest.mark.parametrize("form", ["markdown", "html", "latex", "plain"])
def test_a_ready_quotation_is_text_in_its_format(run: Any, form: str) -> None:
    printed = run("cite", "wardens", "--as", form)
    assert_obeyed_by_none(printed)
    if form == "html":
        page = Page()
        page.feed(printed)
        assert page.found == []
    elif form == "latex":
        assert not re.search(r"\\(?:input|write18)\b", printed)


@pytest.mark.parametrize("style", ["bibtex", "biblatex", "ris", "csl-json"])
def test_a_reference_is_one_record(run: Any, style: str) -> None:
    printed = run("cite", "wardens", "--style", style)
    assert_obeyed_by_none(printed)
    if style.startswith("bib"):
        assert len(re.findall(r"^@", printed, re.MULTILINE)) == 1
        assert not re.search(r"\\(?:input|write18)\b", printed)
    elif style == "ris":
        assert len(re.findall(r"^ER  - ", printed, re.MULTILINE)) == 1
    else:
        assert len(json.loads(printed)) == 1


def test_an_assistant_gets_the_same_data_a_message_a_line(run: Any, evil: Path) -> None:
    """Over raw JSON-RPC: what a base says ends no message, and an error obeys no one."""
    pytest.importorskip("mcp.server.mcpserver")
    text = f'It says "Two wardens watch the boats {CONTROLS} {" ".join(PAYLOADS)}".'
    calls = [
        ("get_fact", {"id": "wardens"}),
        ("search_facts", {"query": f"wardens {PAYLOADS[0]}"}),
        ("list_topics", {}),
        ("get_section", {"section": "II"}),
        ("verify_quotation", {"quotation": f"Two wardens watch the boats {CONTROLS}"}),
        ("check_text", {"text": text}),
        ("cite", {"id": "wardens"}),
        ("get_fact", {"id": f"{CONTROLS}\u202e\u2028"}),
        ("get_fact", {"id": "wardens", f"{CONTROLS}\u202e": 1}),
    ]
    hello = {"protocolVersion": "2025-06-18", "capabilities": {}}
    hello["clientInfo"] = {"name": "test", "version": "0"}
    messages: list[dict[str, Any]] = [
        {"id": 0, "method": "initialize", "params": hello},
        {"method": "notifications/initialized"},
        *(
            {"id": at, "method": "tools/call", "params": {"name": name, "arguments": arguments}}
            for at, (name, arguments) in enumerate(calls, 1)
        ),
    ]
    server = subprocess.Popen(
        [Path(sys.executable).with_name("wp"), "mcp", "--facts", str(evil / "evil.json")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert server.stdin and server.stdout
    with server, answering(server):
        for message in messages:
            server.stdin.write(json.dumps({"jsonrpc": "2.0", **message}).encode() + b"\n")
        server.stdin.flush()
        answers = [json.loads(server.stdout.readline()) for _ in range(len(calls) + 1)]
        server.stdin.close()
    given = {answer["id"]: answer["result"] for answer in answers}
    (fact,) = json.loads(run("show", "wardens", "--json"))
    assert given[1]["structuredContent"] == fact
    assert all(not given[at]["isError"] for at in range(1, 8))
    for at in (8, 9):
        assert given[at]["isError"]
        assert_obeyed_by_none(given[at]["content"][0]["text"])


def test_a_picture_is_xml_that_runs_nothing(run: Any) -> None:
    printed = run("figures", "--chart", "--format", "svg")
    assert_obeyed_by_none(printed)
    root = ElementTree.fromstring(printed)
    names = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert names <= {"svg", "title", "desc", "g", "rect", "line", "circle", "text"}
    assert "<script>alert(1)</script>" in "".join(root.itertext())
    page = Page()
    page.feed(run("figures", "--chart", "--format", "html"))
    assert page.found == []


def test_an_editor_is_told_text(evil: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pygls")
    from lsprotocol import types

    from wp.lsp import Desk, answers

    monkeypatch.chdir(evil)
    desk, path = Desk([evil / "evil.json"]), evil / "draft.md"
    text = path.read_text("utf-8") + "\nIt says “Two wardens watch the"
    view = answers.View(*desk.check(path, text, "markdown"), "utf-16")

    told = answers.diagnostics(view)
    assert {one.code for one in told} >= {"altered", "unsupported", "missing"}
    for one in told:
        assert_obeyed_by_none(one.message)
        assert "\n" not in one.message

    hovers = [_markdown_of(answers.hover(view, one.range.start)) for one in told]
    assert sum(map(bool, hovers)) > 2
    for hover in hovers:
        assert_obeyed_by_none(hover)
        hover = re.sub(r"\]\(<https://example\.org/[^<>\s]*>\)", "]", hover)
        assert not re.search(r"(?<!\\)(?:<|\]\()", hover)

    lines = text.split("\n")
    everywhere = types.Range(types.Position(0, 0), types.Position(len(lines), 0))
    titles = {
        one.title
        for one in answers.actions(
            view, path.as_uri(), everywhere, lambda text: desk.check(path, text, "markdown")[0]
        )
    }
    assert titles <= {"Put the source's words here", "Silence in this line: write the reason"}

    end = types.Position(len(lines) - 1, len(lines[-1]))
    (item,) = answers.completions(view, end)
    for shown in (item.label, item.detail, item.documentation):
        assert_obeyed_by_none(str(shown))


def _markdown_of(hover: Any) -> str:
    return str(hover.contents.value) if hover else ""


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
@pytest.mark.parametrize("line", ["section ", "topic ", "show ", "read ", "search -t "])
def test_a_shell_is_offered_names_and_plain_words(
    evil: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any, shell: str, line: str
) -> None:
    """As the scripts of the four shells ask; the shells themselves are asked in test_completion."""
    asked = f"wp {line}"
    for name, value in {
        "WP_FACTS": "evil.json",
        "WP_CACHE": str(cache),
        "_WP_COMPLETE": f"complete_{shell}",
        "_TYPER_COMPLETE_ARGS": asked,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": "",
        "COMP_WORDS": asked.replace(" ", "\n"),
        "COMP_CWORD": str(asked.count(" ")),
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(evil)
    assert main([]) == 0
    printed = capsys.readouterr().out
    if shell == "zsh":
        opening, closing = "_arguments '*: :((", "))'"
        assert printed.startswith(opening) and printed.rstrip().endswith(closing)
        printed = printed.strip().removeprefix(opening).removesuffix(closing)
        form = r'"(?P<name>[^"]*)"(?::"(?P<help>[^"]*)")?'
    else:
        parted = {"bash": "", "fish": "\t", "powershell": ":::"}[shell]
        form = "(?P<name>[^\t]*?)" + (f"(?:{parted}(?P<help>.*))?" if parted else "")
    for one in printed.splitlines():
        found = re.fullmatch(form, one)
        assert found, one
        assert re.fullmatch(r"[\w.:-]+", found["name"]), one
        assert re.fullmatch(r"[\w ,.–—’-]*", found.groupdict().get("help") or ""), one
    assert printed
