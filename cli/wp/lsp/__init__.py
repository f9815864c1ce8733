"""The server for editors: what they open and change is checked, over standard input and output.

Verdicts are kept as those of `wp check` are, so that a change costs the reading of the draft and
the checking of what was changed; they are written when a draft is saved or closed, and in the end.
Only this room knows pygls.
"""

import asyncio
import gc
from collections.abc import Sequence
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from wp import __version__
from wp.base import chosen_bases
from wp.documents import FileKind
from wp.errors import WpError
from wp.files import stamp_of
from wp.library import Library, open_chosen
from wp.lsp import answers
from wp.lsp.answers import ENCODINGS, Encoding
from wp.project import Project, project_of
from wp.safe import one_line
from wp.verify.checked import CheckedDraft
from wp.verify.draft import read_draft

_KINDS: dict[str, FileKind] = {"markdown": "markdown", "plaintext": "text", "text": "text"}
# Until an editor falls silent for so long, a change is thought to go on.
_PAUSE = 0.05
_Stamp = tuple[tuple[int, int, int] | None, ...]


def serve(facts: Sequence[Path]) -> None:
    """Serve an editor until it says goodbye or standard input ends."""
    gc.enable()  # the console entry has switched it off, for commands that end at once
    server = build_server(facts)
    try:
        server.start_io()
    finally:
        server.desk.keep()


class Desk:
    """Checks drafts against the sources of their project, else against those it was given."""

    def __init__(self, facts: Sequence[Path] = ()) -> None:
        self._facts = tuple(facts)
        self._opened: dict[tuple[str, ...], tuple[_Stamp, Library]] = {}

    def check(self, path: Path, text: str, kind: FileKind) -> tuple[CheckedDraft, Library]:
        """Check a draft that an editor holds; return what was found and what it was held against.

        WpError where a source or setting cannot be read.
        """
        project = project_of(path.parent)
        library = self._library(project)
        draft = read_draft(str(path), text.encode("utf-8", "surrogatepass"), kind, project.names)
        return library.check(draft, keep=False), library

    def keep(self) -> None:
        """Write the verdicts that were given."""
        for _, library in self._opened.values():
            library.keep_verdicts()

    def _library(self, project: Project) -> Library:
        """Return the sources of a project, opened anew where a file of theirs has changed."""
        chosen = chosen_bases(self._facts or project.facts)
        names = tuple(map(str, chosen.paths))
        stamp = tuple(map(stamp_of, names))
        before = self._opened.get(names)
        if before and before[0] == stamp:
            return before[1]
        library = open_chosen(chosen)
        self._opened[names] = stamp, library
        return library


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
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.check_later(params.text_document.uri, 0)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        server.check(params.text_document.uri)
        server.desk.keep()

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        server.check_later(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        server.forget(uri)
        server.views.pop(uri, None)
        server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))
        server.desk.keep()

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
