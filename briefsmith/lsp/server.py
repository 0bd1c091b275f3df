"""The server: the protocol's requests, answered in the order in which they came, and findings after each pause.

All reading and checking happens in one thread of its own, so that the server hears the next keystroke meanwhile.
"""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer

from briefsmith import __version__
from briefsmith.lsp.completing import complete
from briefsmith.lsp.diagnosing import FIX_ALL, actions, workspace_edit
from briefsmith.lsp.going import definition, hover, references
from briefsmith.lsp.outline import symbols
from briefsmith.lsp.publishing import Publisher
from briefsmith.lsp.renaming import NoRename, renamable_at, rename
from briefsmith.lsp.sites import Desk, Document, View

T = TypeVar("T")

PAUSE = 0.04
"""Seconds without a keystroke after which the sheet is checked."""
_WATCHED = ("**/*.yml", "**/*.yaml", "**/*.txt", "**/*.md")


class Server(LanguageServer):
    """One editor's server."""

    def __init__(self) -> None:
        # A whole text with each change: it is small, and its lines need not be counted as someone else counts them.
        super().__init__("briefsmith", __version__, types.TextDocumentSyncKind.Full)
        self.desk, self.publisher = Desk(), Publisher()
        self.with_keys = False
        self._thread = ThreadPoolExecutor(1, "briefsmith")
        self._pause: asyncio.TimerHandle | None = None
        self._round: asyncio.Future[None] | None = None
        self._is_round_wanted = False

    async def ask(self, uri: str, answer: Callable[[View, str], T]) -> T | None:
        """An answer about a file as it is now; None outside of all sites."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._answer, uri, answer)

    def tell(self, change: Callable[[], None]) -> None:
        """Take a change, and check once no other follows it at once."""
        loop = asyncio.get_running_loop()
        self._thread.submit(change)
        if self._pause:
            self._pause.cancel()
        self._pause = loop.call_later(PAUSE, self.start_round)

    def start_round(self) -> None:
        """Check now, or once the check under way ends: who types on waits for one check, never for a row of them."""
        self._pause = None
        self._is_round_wanted = True
        if self._round is None:
            self._round = asyncio.ensure_future(self._rounds())

    async def settled(self) -> None:
        """Until everything is told that was found."""
        if self._round:
            await self._round

    def supports_versions(self) -> bool:
        """Whether the editor takes edits that are bound to a version."""
        workspace = self.client_capabilities.workspace
        edit = workspace.workspace_edit if workspace else None
        return bool(edit and edit.document_changes)

    def for_client(self, edit: types.WorkspaceEdit) -> types.WorkspaceEdit:
        """An edit in the form that the editor understands."""
        if self.supports_versions():
            return edit
        changes = {
            each.text_document.uri: [one for one in each.edits if isinstance(one, types.TextEdit)]
            for each in edit.document_changes or ()
            if isinstance(each, types.TextDocumentEdit)
        }
        return types.WorkspaceEdit(changes)

    def _answer(self, uri: str, answer: Callable[[View, str], T]) -> T | None:
        opened = self.desk.find(uri)
        view = self.desk.view(opened.site) if opened else None
        return answer(view, opened.path) if opened and view else None

    async def _rounds(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            while self._is_round_wanted:
                self._is_round_wanted = False
                for told in await loop.run_in_executor(self._thread, self.publisher.round, self.desk):
                    self.text_document_publish_diagnostics(told)
                if not gc.get_freeze_count():
                    # What the first check read stays; looking through it for garbage would hold up the later ones.
                    gc.freeze()
        finally:
            self._round = None


def make_server() -> Server:
    """A server with everything that it can do."""
    server = Server()
    _listen(server)
    _look_up(server)
    _change(server)
    return server


def _listen(server: Server) -> None:
    """What the editor tells."""

    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        options = params.initialization_options
        server.with_keys = isinstance(options, dict) and options.get("keysAndWords") is True

    @server.feature(types.INITIALIZED)
    def initialized(_: types.InitializedParams) -> None:
        server.desk.codec = server.workspace.position_codec
        workspace = server.client_capabilities.workspace
        if workspace and workspace.did_change_watched_files and workspace.did_change_watched_files.dynamic_registration:
            watchers = [types.FileSystemWatcher(pattern) for pattern in _WATCHED]
            options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
            wanted = types.Registration("files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            server.client_register_capability(types.RegistrationParams([wanted]))

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        told = params.text_document
        server.tell(lambda: server.desk.put(Document(told.uri, told.text, told.version)))

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        name, text = params.text_document, params.content_changes[-1].text
        server.tell(lambda: server.desk.put(Document(name.uri, text, name.version)))

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.tell(lambda: server.desk.drop(params.text_document.uri))

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(_: types.DidSaveTextDocumentParams) -> None:
        server.tell(server.desk.touch)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files_changed(_: types.DidChangeWatchedFilesParams) -> None:
        server.tell(server.desk.touch)


def _look_up(server: Server) -> None:
    """What the editor asks without changing anything."""

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=["#", '"', "'", "&"]))
    async def completion(params: types.CompletionParams) -> types.CompletionList | None:
        def answer(view: View, path: str) -> types.CompletionList:
            offset = view.lines(path).offset(params.position)
            return complete(view, path, offset, with_keys=server.with_keys)

        return await server.ask(params.text_document.uri, answer)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def on_hover(params: types.HoverParams) -> types.Hover | None:
        def answer(view: View, path: str) -> types.Hover | None:
            return hover(view, path, view.lines(path).offset(params.position))

        return await server.ask(params.text_document.uri, answer)

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    async def on_definition(params: types.DefinitionParams) -> list[types.Location] | None:
        def answer(view: View, path: str) -> list[types.Location]:
            return definition(view, path, view.lines(path).offset(params.position))

        return await server.ask(params.text_document.uri, answer)

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    async def on_references(params: types.ReferenceParams) -> list[types.Location] | None:
        def answer(view: View, path: str) -> list[types.Location]:
            offset = view.lines(path).offset(params.position)
            return references(view, path, offset, with_declarations=params.context.include_declaration)

        return await server.ask(params.text_document.uri, answer)

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def on_symbols(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol] | None:
        return await server.ask(params.text_document.uri, symbols)


def _change(server: Server) -> None:
    """What the editor asks in order to change something."""

    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    async def on_prepare(params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
        def answer(view: View, path: str) -> types.PrepareRenamePlaceholder:
            lines = view.lines(path)
            pointed = renamable_at(view, path, lines.offset(params.position))
            return types.PrepareRenamePlaceholder(lines.range(*pointed.span), pointed.thing.id)

        return await _refusable(server.ask(params.text_document.uri, answer))

    @server.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    async def on_rename(params: types.RenameParams) -> types.WorkspaceEdit | None:
        def answer(view: View, path: str) -> types.WorkspaceEdit:
            offset = view.lines(path).offset(params.position)
            return server.for_client(workspace_edit(view, rename(view, path, offset, params.new_name)))

        return await _refusable(server.ask(params.text_document.uri, answer))

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions([types.CodeActionKind.QuickFix, FIX_ALL]))
    async def on_actions(params: types.CodeActionParams) -> list[types.CodeAction] | None:
        def answer(view: View, path: str) -> list[types.CodeAction]:
            found = actions(view, path, params.range, list(params.context.only or []))
            for each in found:
                each.edit = server.for_client(each.edit) if each.edit else None
            return found

        return await server.ask(params.text_document.uri, answer)


async def _refusable(answer: Awaitable[T]) -> T:
    """An answer, or the reason why there is none, as the protocol says it."""
    try:
        return await answer
    except NoRename as refusal:
        raise JsonRpcInvalidParams(str(refusal)) from None


def serve() -> None:
    """Talk to the editor that started this process, over its pipes."""
    logging.getLogger("pygls.protocol.json_rpc").addFilter(_is_no_refusal)
    make_server().start_io()


def _is_no_refusal(record: logging.LogRecord) -> bool:
    """A refused rename is an answer like any other, and no fault to be logged."""
    return not (record.exc_info and isinstance(record.exc_info[1], JsonRpcInvalidParams))
