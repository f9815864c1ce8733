"""`wp lsp`, asked by pygls' own client as an editor would."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from lsp_editor import Editor, Server
    from lsprotocol import types

WP = Path(sys.executable).with_name("wp")

DRAFT = """\
# On peace 𝕏

The paper writes 𝕏 “the 47 resident teams must not treat their own word as the law”.

It sent 36,000 peacekeepers abroad. It built a peacekeeping standby force of 9,000 troops in 2017.
"""


Edit = Callable[[Callable[["Editor"], Awaitable[Any]]], Any]


@pytest.fixture(scope="module")
def served(cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The server, started once."""
    from lsp_editor import Server

    no_bases = tmp_path_factory.mktemp("data") / "no-bases"
    started = Server({**os.environ, "WP_CACHE": str(cache), "WP_DATA": str(no_bases)})
    yield started
    started.stop()


@pytest.fixture
def edit(served: Server, tmp_path: Path) -> Edit:
    """Let an editor with a draft of this test's talk with the server."""
    from lsp_editor import Editor

    return lambda talk: served.run(talk(Editor(served, (tmp_path / "draft.md").as_uri())))


def _text_of(where: types.Range, text: str) -> str:
    line = text.split("\n")[where.start.line].encode("utf-16-le")
    assert where.start.line == where.end.line
    return line[2 * where.start.character : 2 * where.end.character].decode("utf-16-le")


def _applied(text: str, edits: list[types.TextEdit]) -> str:
    lines = text.split("\n")
    for one in sorted(edits, key=lambda e: (e.range.start.line, e.range.start.character))[::-1]:
        row = lines[one.range.start.line].encode("utf-16-le")
        start, end = 2 * one.range.start.character, 2 * one.range.end.character
        row = row[:start] + one.new_text.encode("utf-16-le") + row[end:]
        lines[one.range.start.line] = row.decode("utf-16-le")
    return "\n".join(lines)


def test_findings_stand_where_they_are_and_go_when_they_are_mended(edit: Edit) -> None:
    async def write(editor: Editor) -> tuple[Any, Any, Any]:
        found = await editor.open(DRAFT)
        changed = await editor.put(DRAFT.replace("9,000", "8,000"))
        ignored = DRAFT.replace("law”.", "law”. <!-- wp: ignore of old -->")
        return found, changed, await editor.put(ignored)

    found, changed, ignored = edit(write)
    assert [(one.code, _text_of(one.range, DRAFT)) for one in found] == [
        ("altered", "the 47 resident teams must not treat their own word as the law"),
        (
            "contradicted",
            "It built a peacekeeping standby force of 9,000 troops in 2017.",
        ),
    ]
    assert found[1].severity.name == "Error" and "8,000" in found[1].message
    assert [one.code for one in changed] == ["altered"]
    assert [one.code for one in ignored] == ["contradicted"]


def test_the_hover_shows_the_difference_and_the_passage(edit: Edit) -> None:
    async def point(editor: Editor) -> tuple[str, str, str]:
        await editor.open(DRAFT)
        return await editor.hover(2, 40), await editor.hover(4, 60), await editor.hover(0, 3)

    quotation, claim, heading = edit(point)
    assert quotation.startswith("**altered**")
    assert "> " in quotation and "must not treat their own word as law" in quotation
    assert "section V, paragraph 22" in quotation and "#:~:text=" in quotation
    assert claim.startswith("**contradicted**") and "9,000" in claim and "8,000" in claim
    assert heading == ""


def test_a_correction_makes_the_quotation_exact(edit: Edit) -> None:
    text = "𝕏 writes “from 1990 to August 2017, 63,000 Chinese military peacekeeping personnel”.\n"

    async def mend(editor: Editor) -> tuple[str, str, list[types.Diagnostic]]:
        found = await editor.open(text)
        actions = await editor.actions(found[0].range)
        correct, silence = actions
        assert correct.is_preferred and correct.title == "Put the source's words here"
        edits = correct.edit.changes[editor.uri]  # type: ignore[union-attr, index]
        corrected = _applied(text, list(edits))
        remark = _applied(text, list(silence.edit.changes[editor.uri]))  # type: ignore[union-attr, index]
        return corrected, remark, await editor.put(corrected)

    corrected, silenced, left = edit(mend)
    assert corrected == text.replace("63,000", "36,000")
    assert left == []
    # The reason is the writer's to give: a comment without one silences nothing.
    assert silenced == text.replace("”.", "”. <!-- wp: ignore  -->")


@pytest.mark.parametrize(
    ("typed", "goes_on"),
    [
        ("He said “must not treat", "treat their own word as law"),
        ('He said "must not treat ', "their own word as law"),
        ("“China built a peacekeeping standby", "standby force of 8,000 troops"),
    ],
    ids=["within a word", "behind a space", "at the start"],
)
def test_a_quotation_is_completed_to_the_end_of_its_sentence(
    edit: Edit, typed: str, goes_on: str
) -> None:
    async def complete(editor: Editor) -> list[types.CompletionItem]:
        await editor.open(typed)
        return await editor.completions(0, len(typed))

    put = [item.text_edit.new_text for item in edit(complete)]
    assert any(text.startswith(goes_on) for text in put), put


@pytest.mark.parametrize(
    "typed",
    [
        "must not treat",
        "“must not",
        "“must not treat their own word as law” must not treat",
        "“no such words here",
    ],
    ids=["no quotation", "two words", "closed", "not the source's"],
)
def test_nothing_is_completed_that_is_no_quotation_of_the_source(edit: Edit, typed: str) -> None:
    async def complete(editor: Editor) -> list[types.CompletionItem]:
        await editor.open(typed)
        return await editor.completions(0, len(typed))

    assert not edit(complete)


def test_a_source_that_cannot_be_read_is_told_at_the_top(edit: Edit, tmp_path: Path) -> None:
    settings = tmp_path / "wp.toml"
    settings.write_text('facts = ["lost.json"]\n', encoding="utf-8")

    async def write(editor: Editor) -> tuple[Any, Any]:
        found = await editor.open(DRAFT)
        settings.unlink()
        return found, await editor.put(DRAFT + "\n")

    lost, found = edit(write)
    assert [(one.range.start.line, "lost.json" in one.message) for one in lost] == [(0, True)]
    assert [one.code for one in found] == ["altered", "contradicted"]


def test_a_language_that_is_not_read_is_left_alone(edit: Edit) -> None:
    async def write(editor: Editor) -> bool:
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(editor.open(DRAFT, "latex"), 1)
        return await editor.hover(2, 40) == ""

    assert edit(write)


def test_verdicts_are_written_when_a_draft_is_saved_or_closed_and_in_the_end(
    tmp_path: Path,
) -> None:
    from lsp_editor import Editor, Server

    cache = tmp_path / "cache"
    server = Server({**os.environ, "WP_CACHE": str(cache)})
    editor = Editor(server, (tmp_path / "draft.md").as_uri())

    def written() -> bool:
        server.run(editor.hover(0, 0))  # what came before it is done when it is answered
        found = list(cache.glob("*.verdicts"))
        for file in found:
            file.unlink()
        return bool(found)

    async def close() -> None:
        editor.close()

    server.run(editor.open(DRAFT))
    seen = [written()]
    server.run(editor.save())
    seen.append(written())
    server.run(editor.put(f"{DRAFT}It took 12 days."))
    seen.append(written())
    server.run(close())
    seen.append(written())
    editor = Editor(server, (tmp_path / "draft.md").as_uri())
    server.run(editor.open(f"{DRAFT}It took 13 days."))
    seen.append(written())
    server.stop()
    assert seen == [False, True, False, True, False]
    assert list(cache.glob("*.verdicts"))


def _message(**told: Any) -> bytes:
    body = json.dumps({"jsonrpc": "2.0", **told}).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def test_it_ends_in_silence_when_the_editor_says_so(tmp_path: Path) -> None:
    asked = (
        _message(id=1, method="initialize", params={"capabilities": {}}),
        _message(method="initialized", params={}),
        _message(id=2, method="shutdown"),
        _message(method="exit"),
    )
    env = {**os.environ, "WP_CACHE": str(tmp_path)}
    done = subprocess.run(
        [WP, "lsp"], input=b"".join(asked), capture_output=True, env=env, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, b"")
