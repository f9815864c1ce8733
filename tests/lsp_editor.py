"""An editor that talks to `wp lsp`, as pygls' own client does.

In a module of its own, which is slow to import: every worker collects the tests.
"""

import asyncio
import sys
import threading
from collections.abc import Awaitable
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient
from waiting import joined

WP = Path(sys.executable).with_name("wp")


class Server:
    """One running server, talked to in an event loop in a thread of its own.

    Another test's browser may run a loop in this thread.
    """

    def __init__(self, env: dict[str, str]) -> None:
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()
        self.client = LanguageClient("test", "1")
        self.told: dict[str, asyncio.Queue[types.PublishDiagnosticsParams]] = {}

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator]
        def published(params: types.PublishDiagnosticsParams) -> None:
            self.told[params.uri].put_nowait(params)

        self.run(self._start(env))

    async def _start(self, env: dict[str, str]) -> None:
        await self.client.start_io(str(WP), "lsp", env=env)
        capabilities = types.ClientCapabilities()
        await self.client.initialize_async(types.InitializeParams(capabilities))
        self.client.initialized(types.InitializedParams())

    async def _stop(self) -> None:
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()  # type: ignore[no-untyped-call]

    def run(self, talk: Awaitable[Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(talk, self.loop).result(60)  # type: ignore[arg-type]

    def stop(self) -> None:
        self.run(self._stop())
        self.loop.call_soon_threadsafe(self.loop.stop)
        joined([self.thread])
        self.loop.close()


class Editor:
    """An editor with one draft open."""

    def __init__(self, server: Server, uri: str) -> None:
        self.client = server.client
        self.uri = uri
        self.told = server.told[uri] = asyncio.Queue()
        self.version = 1

    async def open(self, text: str, language: str = "markdown") -> list[types.Diagnostic]:
        item = types.TextDocumentItem(self.uri, language, self.version, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return await self.findings()

    async def put(self, text: str) -> list[types.Diagnostic]:
        self.version += 1
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self.version, self.uri),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )
        return await self.findings()

    async def save(self) -> list[types.Diagnostic]:
        self.client.text_document_did_save(types.DidSaveTextDocumentParams(self.document))
        return await self.findings()

    def close(self) -> None:
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(self.document))

    async def findings(self) -> list[types.Diagnostic]:
        told = await asyncio.wait_for(self.told.get(), 30)
        assert told.version == self.version
        return list(told.diagnostics)

    @property
    def document(self) -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier(self.uri)

    async def hover(self, line: int, column: int) -> str:
        asked = types.HoverParams(self.document, types.Position(line, column))
        found = await self.client.text_document_hover_async(asked)
        return found.contents.value if found else ""  # type: ignore[union-attr]

    async def actions(self, where: types.Range) -> list[types.CodeAction]:
        asked = types.CodeActionParams(self.document, where, types.CodeActionContext([]))
        return list(await self.client.text_document_code_action_async(asked) or ())  # type: ignore[arg-type]

    async def completions(self, line: int, column: int) -> list[types.CompletionItem]:
        asked = types.CompletionParams(self.document, types.Position(line, column))
        found = await self.client.text_document_completion_async(asked)
        return found.items  # type: ignore[union-attr, return-value]
