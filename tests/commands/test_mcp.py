"""`wp mcp` as an assistant sees it: a spawned process and the SDK's own client."""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from waiting import answering

# Slow to import, and every worker collects this file: the tests import it when they are run.
if TYPE_CHECKING:
    from anyio.from_thread import BlockingPortal
    from mcp import Client
    from mcp.types import CallToolResult

WP = str(Path(sys.executable).with_name("wp"))
assert sys.__stderr__
# The default is what standard error was when the SDK was imported: perhaps what a test captured.
_STDERR = sys.__stderr__
DOCUMENT = "wp://document/harbour-report-2020"


@pytest.fixture(scope="module")
def environment(cache: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    pytest.importorskip("mcp.server.mcpserver")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("WP_")}
    data = str(tmp_path_factory.mktemp("data"))
    return {**kept, "WP_CACHE": str(cache), "WP_DATA": data}


class Session:
    """A client of one running server, called from tests that are not asynchronous."""

    def __init__(self, client: Client, portal: BlockingPortal) -> None:
        self._client = client
        self._portal = portal

    def ask(self, method: Callable[[Client], Awaitable[Any]]) -> Any:
        return self._portal.call(lambda: method(self._client))

    def call(self, tool: str, **arguments: Any) -> CallToolResult:
        return self.ask(lambda client: client.call_tool(tool, arguments))  # type: ignore[no-any-return]

    def give(self, tool: str, **arguments: Any) -> dict[str, Any]:
        result = self.call(tool, **arguments)
        assert not result.is_error, result.content
        content = result.structured_content
        assert isinstance(content, dict)
        return content

    def fail(self, tool: str, **arguments: Any) -> str:
        from mcp.types import TextContent

        result = self.call(tool, **arguments)
        assert result.is_error
        (content,) = result.content
        assert isinstance(content, TextContent)
        return content.text

    def read(self, address: str) -> str:
        from mcp.types import TextResourceContents

        result = self.ask(lambda client: client.read_resource(address))
        (content,) = result.contents
        assert isinstance(content, TextResourceContents)
        return content.text


@pytest.fixture(scope="module")
def session(small_path: Path, environment: dict[str, str]) -> Iterator[Session]:
    from anyio.from_thread import start_blocking_portal
    from mcp import Client, StdioServerParameters, stdio_client

    parameters = StdioServerParameters(
        command=WP, args=["mcp", "--facts", str(small_path)], env=environment
    )
    with (
        start_blocking_portal() as portal,
        portal.wrap_async_context_manager(
            Client(stdio_client(parameters, errlog=_STDERR))
        ) as client,
    ):
        yield Session(client, portal)


def test_the_tools_say_what_they_take_and_give(session: Session) -> None:
    tools = {tool.name: tool for tool in session.ask(lambda client: client.list_tools()).tools}
    assert list(tools) == [
        "search_facts", "get_fact", "list_topics", "get_section",
        "verify_quotation", "check_text", "cite",
    ]  # fmt: skip
    for tool in tools.values():
        assert tool.description
        assert tool.output_schema["type"] == "object"
        assert tool.annotations.read_only_hint
        assert not tool.annotations.open_world_hint
        assert tool.input_schema["additionalProperties"] is False
        for field in tool.input_schema["properties"].values():
            assert field["description"]
            assert field["type"]
    assert tools["check_text"].input_schema["properties"]["text"]["maxLength"] == 100_000


def test_a_fact_is_found_quoted_and_cited(session: Session) -> None:
    (found, *_) = session.give("search_facts", query="how many wardens")["facts"]
    assert found["id"] == "II.landings.wardens"
    assert found["matches"]
    fact = session.give("get_fact", id=found["id"])
    assert fact["quote"] == fact["selector"]["exact"] == "Two wardens watch the nets."
    assert fact["figures"][0]["value"] == 2
    cited = session.give("cite", id="wardens")
    assert "“Two wardens watch the nets.”" in cited["quotation"]
    assert "section II, paragraph 1" in cited["citation"]
    assert cited["reference"] is None


def test_the_results_are_those_of_the_commands(
    session: Session, small_path: Path, run_wp: Any
) -> None:
    """Nothing of a record is lost where a result type lacks a field."""
    for tool, arguments, command in (
        ("get_fact", {"id": "share-required"}, ("show", "share-required")),
        ("verify_quotation", {"quotation": "Three wardens watch the nets"},
         ("verify", "Three wardens watch the nets")),
    ):  # fmt: skip
        printed = json.loads(run_wp(*command, "--json", "--facts", str(small_path)).stdout)
        given = session.give(tool, **arguments)
        assert given == (printed[0] if isinstance(printed, list) else printed)


def test_a_checked_text_keeps_every_field_of_the_commands(
    session: Session, small_path: Path, run_wp: Any
) -> None:
    text = 'It says "Three wardens watch the nets". In 2018 it landed 82 percent of the catch. "'
    printed = json.loads(
        run_wp("check", "-", "--json", "--facts", str(small_path), stdin=text).stdout
    )
    given = session.give("check_text", text=text)
    assert given.pop("errors") == printed["summary"]["errors"] >= 1
    assert given.pop("left_out") == 0
    assert given == {name: printed["files"][0][name] for name in given}
    assert given["quotations"][0]["verdict"] == "altered"
    assert given["claims"]
    assert given["warnings"]


def test_a_text_is_held_against_a_text_that_is_given(session: Session) -> None:
    """Passages that an assistant was given otherwise; nothing of the loaded documents counts."""
    source = "The board sets 40 fees.\nIn 2030 the harbour took 312 ships."
    exact = session.give("verify_quotation", quotation="harbour took 312 ships", source=source)
    assert (exact["verdict"], exact["paragraph"], exact["url"]) == ("verbatim", 2, None)
    for quotation, verdict in (("took 321 ships", "altered"), ("watch the nets", "missing")):
        given = session.give(
            "verify_quotation", quotation=f"the harbour {quotation}", source=source
        )
        assert given["verdict"] == verdict
    assert session.give("verify_quotation", quotation="watch the nets")["verdict"] == "verbatim"
    text = (
        'It says "the harbour took 321 ships". In 2030 the harbour took 321 ships. '
        "The board sets 40 fees."
    )
    checked = session.give("check_text", text=text, source=source)
    assert checked["errors"] == 2
    assert [one["verdict"] for one in checked["quotations"]] == ["altered"]
    assert [one["verdict"] for one in checked["claims"]] == ["contradicted", "supported"]
    assert all(one["facts"] == [] for one in checked["claims"]), "none that could be looked up"
    html = "<p>It <q>took 312 ships</q>.</p>"
    assert session.give("check_text", text=html, form="html", source=source)["errors"] == 0


def test_a_query_that_the_base_does_not_answer(session: Session) -> None:
    assert session.give("search_facts", query="zebra crossings")["facts"] == []


def test_the_contents_name_what_is_not_held(session: Session) -> None:
    contents = session.give("list_topics")
    held = {entry["section"]: entry["included"] for entry in contents["sections"]}
    assert held == {"I": True, "II": True, "III": False, "Closing": True}
    assert [topic["topic"] for topic in session.give("list_topics", section="2")["topics"]] == [
        "landings"
    ]


def test_a_section_goes_on_at_a_paragraph(session: Session) -> None:
    whole = session.give("get_section", section="Harbours")
    rest = session.give("get_section", section="I", first_paragraph=2)
    assert rest["paragraphs"] == whole["paragraphs"][1:]
    assert whole["next_paragraph"] is None
    assert whole["paragraphs"][0]["facts"][0] == "I.ship-calls.harbours"


def test_the_document_and_its_sections_are_resources(session: Session) -> None:
    listed = session.ask(lambda client: client.list_resources()).resources
    sections = [f"{DOCUMENT}/section/{id_}" for id_ in ("I", "II", "Closing")]
    assert [str(resource.uri) for resource in listed] == [DOCUMENT, *sections]
    assert "Two wardens watch the nets." in session.read(sections[1])
    assert all(session.read(section) in session.read(DOCUMENT) for section in sections)


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "wp://document/../../etc/passwd",
        "wp://document/harbour-report-2020/section/III",
        "wp://document/harbour-report-2020/section/%2e%2e",
        "https://example.org/harbours/1.htm",
    ],
)
def test_no_other_address_is_read(session: Session, address: str) -> None:
    from mcp import MCPError

    with pytest.raises(MCPError, match="Unknown resource"):
        session.read(address)


@pytest.mark.parametrize(
    ("tool", "arguments", "told"),
    [
        ("search_facts", {"query": " \n"}, "query is empty"),
        ("search_facts", {"query": "x" * 1001}, "1,001 characters, and 1,000 is the most"),
        ("search_facts", {"query": "fish", "sections": ["III"]}, "not of this base"),
        ("search_facts", {"query": "fish", "sections": ["I"] * 51}, "50 is the most"),
        ("search_facts", {"query": "fish", "topics": ["x" * 301]}, "300 is the most"),
        ("get_fact", {"id": "wardans"}, "nearest: II.landings.wardens"),
        ("get_fact", {"id": "zzz"}, "find ids with search_facts"),
        ("search_facts", {"query": "fish", "topics": ["zzz"]}, "list_topics lists them all"),
        ("get_fact", {"id": "\x1b[2J\u202e"}, r"\x1b[2J"),
        ("get_section", {"section": "../../etc/passwd"}, "no section"),
        ("get_section", {"section": "II", "first_paragraph": 2}, "has 1 paragraph"),
        ("list_topics", {"section": "x" * 301}, "300 is the most"),
        ("verify_quotation", {"quotation": ""}, "quotation is empty"),
        ("verify_quotation", {"quotation": "x " * 5001}, "10,000 is the most"),
        ("check_text", {"text": "x" * 100_001}, "100,000 is the most; give it in parts"),
        ("check_text", {"text": "\0"}, "binary"),
        ("check_text", {"text": "x", "source": "x" * 200_001}, "200,000 is the most"),
        ("check_text", {"text": "8 ships.", "source": "a port\0"}, "binary"),
        ("verify_quotation", {"quotation": "x", "source": " "}, "source is empty"),
        ("cite", {"id": "wardens", "style": "../apa"}, "choose one of plain"),
        ("cite", {"id": "wardens", "accessed": "yesterday"}, "is no date"),
        (
            "search_facts",
            {"query": "fish", "section": "I"},
            "no argument 'section'; it takes query",
        ),
        ("get_fact", {"id": "wardens", "\x1b[2J": 1}, r"no argument '\x1b[2J'"),
        ("search_facts", {}, "search_facts: query: Field required"),
        ("search_facts", {"query": "fish", "limit": 10**9}, "limit: Input should be less than"),
        ("search_facts", {"query": "fish", "sections": {"a": 1}}, "sections: Input should be"),
        ("list_topics", {"first_topic": 9}, "there are 4 topics; begin at one of them"),
    ],
)
def test_a_foreseen_failure_is_one_clear_line(
    session: Session, tool: str, arguments: dict[str, Any], told: str
) -> None:
    line = session.fail(tool, **arguments)
    assert told in line
    assert "\n" not in line
    assert len(line) < 1200


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("search_facts", {}),
        ("search_facts", {"query": ["fish"]}),
        ("search_facts", {"query": "fish", "limit": 10**9}),
        ("check_text", {"text": "x", "form": "docx"}),
        ("get_section", {"section": "I", "first_paragraph": 0}),
        ("read_file", {"path": "/etc/passwd"}),
    ],
)
def test_a_call_that_fits_no_schema_is_refused(
    session: Session, tool: str, arguments: dict[str, Any]
) -> None:
    assert session.fail(tool, **arguments)


@pytest.mark.parametrize("sections", ["I", ["I"], '["I"]', None, []])
def test_a_name_will_do_where_a_list_is_meant(session: Session, sections: Any) -> None:
    given = session.give("search_facts", query="harbours", sections=sections, limit="1")
    assert [fact["section"] for fact in given["facts"]] == ["I"]
    assert given["left_out"] >= 1


def test_the_name_of_a_file_is_taken_for_a_text(session: Session, small_path: Path) -> None:
    checked = session.give("check_text", text=str(small_path))
    assert checked["quotations"] == checked["claims"] == []


@pytest.mark.parametrize(
    "text",
    ["\u202e“ \ufeff”" * 500, "[[(" * 2000, "e" + "\u0301" * 5000, "9" * 5000, '"' * 5001],
    ids=["bidirectional", "brackets", "accents", "digits", "marks"],
)
@pytest.mark.parametrize("form", ["markdown", "text", "html"])
def test_a_hostile_text_gets_an_answer(session: Session, text: str, form: str) -> None:
    assert session.give("check_text", text=text, form=form)["errors"] == 0


def test_standard_output_carries_the_protocol_alone(
    environment: dict[str, str], small_path: Path
) -> None:
    """Noise on standard input neither ends the server nor makes it print anything else."""
    hello = {
        "protocolVersion": "2025-06-18",
        "capabilities": {},
        "clientInfo": {"name": "test", "version": "0"},
    }
    messages = [
        b"no json\n",
        b"\xff\xfe\x00\n",
        b'{"jsonrpc": "2.0", "id": 7}\n',
        b"[" * 10_000 + b"\n",
        _message(1, "initialize", hello),
        b'{"jsonrpc": "2.0", "method": "notifications/initialized"}\n',
        _message(2, "tools/call", {"name": "get_fact", "arguments": {"id": "wardens"}}),
    ]
    server = subprocess.Popen(
        [WP, "mcp", "--facts", str(small_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
    )
    assert server.stdin
    assert server.stdout
    answers: dict[Any, Any] = {}
    with server, answering(server):
        server.stdin.write(b"".join(messages))
        server.stdin.flush()
        while 2 not in answers:
            line = json.loads(server.stdout.readline())
            assert line["jsonrpc"] == "2.0"
            answers[line.get("id")] = line
        server.stdin.close()
        assert server.stdout.read() == b""
        assert server.wait(timeout=20) == 0
    assert answers[1]["result"]["serverInfo"]["name"] == "wp"
    assert "Harbours and Fisheries" in answers[1]["result"]["instructions"]
    assert "Two wardens" in answers[2]["result"]["structuredContent"]["quote"]


def _message(number: int, method: str, parameters: dict[str, Any]) -> bytes:
    message = {"jsonrpc": "2.0", "id": number, "method": method, "params": parameters}
    return json.dumps(message).encode() + b"\n"


def test_a_large_base_is_served(
    small_raw: dict[str, Any], environment: dict[str, str], tmp_path: Path
) -> None:
    """The index is opened where the server starts, and asked where it answers."""
    from anyio.from_thread import start_blocking_portal
    from mcp import Client, StdioServerParameters, stdio_client

    text = "-" * 2_200_000
    small_raw["sections"]["II"]["paragraphs"].append(text)
    (tmp_path / "large.json").write_text(json.dumps(small_raw))
    parameters = StdioServerParameters(
        command=WP, args=["mcp", "--facts", str(tmp_path / "large.json")], env=environment
    )
    with (
        start_blocking_portal() as portal,
        portal.wrap_async_context_manager(
            Client(stdio_client(parameters, errlog=_STDERR))
        ) as client,
    ):
        session = Session(client, portal)
        for _ in range(2):
            (found, *_) = session.give("search_facts", query="how many wardens")["facts"]
            assert found["id"] == "II.landings.wardens"
        assert session.give("get_fact", id="wardens")["quote"] == "Two wardens watch the nets."
        assert session.give("list_topics")["topics"]
        verdict = session.give("verify_quotation", quotation="Two wardens watch the nets.")
        assert verdict["verdict"] == "verbatim"


@pytest.mark.parametrize(
    "work",
    [
        lambda: re.match("(a+)+$", "a" * 60 + "b"),  # one call into C that would take years
        lambda: [None for _ in itertools.count()],
        lambda: time.sleep(60),
    ],
    ids=["regular expression", "loop", "wait"],
)
def test_a_call_that_takes_too_long_is_ended(
    work: Callable[[], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    from mcp.server.mcpserver.exceptions import ToolError

    from wp.mcp import _answering, limits

    def is_timed() -> bool:
        return signal.getitimer(signal.ITIMER_REAL)[0] > 0

    before = is_timed()
    monkeypatch.setattr(limits, "SECONDS", 0.2)
    answer = _answering(lambda: work())
    with pytest.raises(ToolError, match=r"took longer than 0\.2 seconds and was ended; give less"):
        answer().send(None)
    monkeypatch.setattr(limits, "SECONDS", 20.0)
    # A coroutine that waits for nothing needs no event loop; a browser's may run in this thread.
    with pytest.raises(StopIteration, match="the next call"):
        _answering(lambda: "the next call")().send(None)
    assert is_timed() == before, "a timer of the caller's runs on"


@pytest.fixture
def broad(small_raw: Any) -> Any:
    """The tools on a base of 3,000 topics, one of its paragraphs very long."""
    from wp.base.load import locate
    from wp.base.schema import assemble
    from wp.library import Library
    from wp.mcp.tools import Tools

    section = small_raw["sections"]["II"]
    section["paragraphs"].append("Nothing is told of here. " * 20_000)
    topics = {
        f"topic-{number}": {"title": f"Topic {number}", "aliases": ["fish"] * 20, "facts": {}}
        for number in range(3_000)
    }
    section["topics"] |= topics
    base = assemble(small_raw, locate(Path("broad.json"), small_raw), "")
    return Tools(Library((base,)))


def test_every_answer_is_bounded_and_says_what_it_left_out(broad: Any) -> None:
    from wp.mcp import limits, resources

    seen, first = 0, 1
    while first:
        contents = limits.check_answer(broad.list_topics(first_topic=first))
        seen += len(contents["topics"])
        first = contents["next_topic"]
    assert seen == 3_004

    (paragraph,) = broad.get_section("II", 2)["paragraphs"]
    whole = len("Nothing is told of here. ") * 20_000
    assert len(paragraph["text"]) + paragraph["characters_left_out"] in (whole, whole - 1)
    assert limits.check_answer(paragraph)

    read = {resource.name: asyncio.run(resource.read()) for resource in resources(broad._library)}
    assert "Two wardens watch the nets." in read["harbour-report-2020"]
    assert "[Left out here: " in read["harbour-report-2020"]
    assert len(read["harbour-report-2020"]) < limits.RESOURCE


def test_what_is_wrong_with_a_long_text_is_told_before_what_is_right(session: Session) -> None:
    right, wrong = "In 2018 it landed 81 percent of it.\n\n", "In 2018 it landed 82 percent.\n\n"
    given = session.give("check_text", text=right * 300 + wrong * 2)
    assert given["left_out"] == 302 - len(given["claims"]) > 0
    assert all(claim["verdict"] != "supported" for claim in given["claims"])


@pytest.mark.skipif(sys.platform == "win32", reason="has no pseudo-terminal")
@pytest.mark.parametrize(("number", "status"), [("SIGINT", 130), ("SIGTERM", 143)])
def test_an_interrupt_ends_it(
    environment: dict[str, str], small_path: Path, number: str, status: int
) -> None:
    import pexpect

    child = pexpect.spawn(
        WP, ["mcp", "--facts", str(small_path)], env=environment, timeout=20, echo=False
    )
    child.expect("Ctrl-C")
    time.sleep(1)  # so that it waits for standard input
    child.kill(getattr(signal, number))
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == status


def test_without_the_sdk_the_extra_is_named(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "mcp.py").write_text("", encoding="utf-8")
    done = subprocess.run(
        [WP, "mcp"],
        env={**environment, "PYTHONPATH": str(tmp_path)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 2
    assert done.stderr == (
        "wp: wp mcp needs the optional extra 'mcp'; install it with: pip install '.[mcp]' "
        "in the clone\n"
    )
    assert done.stdout == ""
