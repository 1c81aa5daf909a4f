"""The server itself: diagnostics when a text is opened, changed or saved; explanations; fixes and waivers."""

from __future__ import annotations

from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from linter import __version__
from linter.fixes.offering import fixes_of
from linter.language import render
from linter.lsp.diagnosing import SOURCE, Shown, edit, shown, units
from linter.model.message import Message
from linter.model.span import TextSpan


def server(language: str) -> LanguageServer:
    """A language server that speaks `language`."""
    made = LanguageServer(SOURCE, __version__)
    known: dict[str, tuple[Shown, ...]] = {}

    def look(uri: str) -> None:
        path, text = _path(uri), made.workspace.get_text_document(uri).source
        known[uri] = shown(path, text, language)
        found = [one.diagnostic for one in known[uri]]
        made.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found))

    @made.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(given: types.DidOpenTextDocumentParams) -> None:
        look(given.text_document.uri)

    @made.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(given: types.DidChangeTextDocumentParams) -> None:
        look(given.text_document.uri)

    @made.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(given: types.DidSaveTextDocumentParams) -> None:
        look(given.text_document.uri)

    @made.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(given: types.HoverParams) -> types.Hover | None:
        at = given.position
        here = [one for one in known.get(given.text_document.uri, ()) if _holds(one.diagnostic.range, at)]
        text = "\n\n".join(explained(one, language) for one in here if one.finding is not None)
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text)) if text else None

    @made.feature(types.TEXT_DOCUMENT_CODE_ACTION)
    def actions(given: types.CodeActionParams) -> list[types.CodeAction]:
        uri = given.text_document.uri
        text = made.workspace.get_text_document(uri).source
        here = [one for one in known.get(uri, ()) if _meet(one.diagnostic.range, given.range)]
        return [action for one in here for action in _actions(one, uri, text, language)]

    return made


def explained(one: Shown, language: str) -> str:
    """What there is to say of the rule of a finding."""
    finding = one.finding
    if finding is None:
        return ""
    title = f"**{finding.title.in_language(language)}** (`{finding.rule}`)"
    return "\n\n".join(part for part in (title, render(finding.message, language), finding.source) if part)


def _actions(one: Shown, uri: str, text: str, language: str) -> list[types.CodeAction]:
    finding = one.finding
    if finding is None:
        return []
    found = []
    for fix in fixes_of(finding):
        if fix.fits(text):
            title = render(Message("fixes.write", {"text": fix.new}), language)
            found.append(_action(title, one, uri, types.TextEdit(_range_of(fix.span, text), fix.new), fix.safe))
    waive = render(Message("lsp.waive", {"rule": finding.rule}), language)
    return [*found, _action(waive, one, uri, edit(_path(uri), finding, text), False)]


def _action(title: str, one: Shown, uri: str, change: types.TextEdit, preferred: bool) -> types.CodeAction:
    return types.CodeAction(
        title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[one.diagnostic],
        is_preferred=preferred,
        edit=types.WorkspaceEdit(changes={uri: [change]}),
    )


def _range_of(span: TextSpan, text: str) -> types.Range:
    line = text.split("\n")[span.line - 1]
    start = units(line[: span.column - 1])
    end = start + units(text[span.offset : span.offset + span.length])
    return types.Range(types.Position(span.line - 1, start), types.Position(span.line - 1, end))


def _path(uri: str) -> Path:
    return Path(to_fs_path(uri) or "untitled.txt")


def _holds(where: types.Range, at: types.Position) -> bool:
    return where.start <= at <= where.end


def _meet(one: types.Range, other: types.Range) -> bool:
    return one.start <= other.end and other.start <= one.end
