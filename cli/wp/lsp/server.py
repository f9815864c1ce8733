"""The server: what an editor opens and changes is checked, over standard input and output."""

import asyncio
import gc
from collections.abc import Sequence
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from wp.documents.model import FileKind
from wp.errors import WpError
from wp.lsp import answers
from wp.lsp.desk import Desk
from wp.lsp.positions import ENCODINGS, Encoding
from wp.safe import one_line
from wp.version import __version__

_KINDS: dict[str, FileKind] = {"markdown": "markdown", "plaintext": "text", "text": "text"}
# Until an editor falls silent for so long, a change is thought to go on.
_PAUSE = 0.05


def serve(facts: Sequence[Path]) -> None:
    """Serve an editor until it says goodbye or standard input ends."""
    gc.enable()  # the console entry has switched it off, for commands that end at once
    build_server(facts).start_io()


class Server(LanguageServer):
    """Keeps for each open draft what was last found in it."""

    def __init__(self, facts: Sequence[Path]) -> None:
        super().__init__("wp", __version__)
        self.desk = Desk(facts)
        self.views: dict[str, answers.View] = {}
        self._waiting: dict[str, asyncio.TimerHandle] = {}

    def check_later(self, uri: str, pause: float = _PAUSE) -> None:
        """Check a draft when nothing more is changed in it."""
        self.forget(uri)
        loop = asyncio.get_running_loop()
        self._waiting[uri] = loop.call_later(pause, self.check, uri)

    def forget(self, uri: str) -> None:
        """Check no more what was to be checked later."""
        if waiting := self._waiting.pop(uri, None):
            waiting.cancel()

    def check(self, uri: str) -> None:
        """Check a draft and publish what is to be looked at.

        What keeps it from being checked, such as a source that cannot be read, is told at its top.
        """
        self.forget(uri)
        document = self.workspace.get_text_document(uri)
        kind = _KINDS.get(document.language_id or "markdown")
        if kind is None:
            return
        try:
            # What was never saved has no folder and no project.
            path = Path(to_fs_path(uri) or "draft")
            view = answers.View(*self.desk.check(path, document.source, kind), self.encoding)
        except WpError as error:
            self.views.pop(uri, None)
            found = [
                types.Diagnostic(
                    types.Range(types.Position(0, 0), types.Position(0, 1)),
                    one_line(str(error), answers.LONGEST_MESSAGE),
                    severity=types.DiagnosticSeverity.Error,
                    source="wp",
                )
            ]
        else:
            self.views[uri] = view
            found = answers.diagnostics(view)
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri, found, document.version)
        )

    def view(self, uri: str) -> answers.View | None:
        """Return what is found in a draft as it stands now; None where it could not be checked."""
        view = self.views.get(uri)
        if view and view.draft.text != self.workspace.get_text_document(uri).source:
            self.check(uri)
            view = self.views.get(uri)
        return view

    @property
    def encoding(self) -> Encoding:
        chosen = types.PositionEncodingKind(self.server_capabilities.position_encoding or "utf-16")
        return next(one for one in ENCODINGS if one == chosen.value)


def build_server(facts: Sequence[Path]) -> Server:
    """Make the server; nothing is opened before a draft is."""
    server = Server(facts)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def opened(params: types.DidOpenTextDocumentParams | types.DidSaveTextDocumentParams) -> None:
        server.check_later(params.text_document.uri, 0)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        server.check_later(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        server.forget(uri)
        server.views.pop(uri, None)
        server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        view = server.view(params.text_document.uri)
        return answers.hover(view, params.position) if view else None

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix]),
    )
    def code_action(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        view = server.view(uri)
        if not view:
            return []
        path = Path(view.draft.path)
        kind = view.draft.kind
        return answers.actions(
            view, uri, params.range, lambda text: server.desk.check(path, text, kind)[0]
        )

    @server.feature(
        types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=[" "])
    )
    def completion(params: types.CompletionParams) -> types.CompletionList:
        view = server.view(params.text_document.uri)
        items = answers.completions(view, params.position) if view else []
        return types.CompletionList(is_incomplete=True, items=items)

    return server
