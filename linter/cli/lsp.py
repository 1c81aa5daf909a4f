"""`gouji lsp`: the language server, over the standard streams."""

from __future__ import annotations

from linter.cli.console import Console, WrongUse
from linter.model.message import Message


def lsp(console: Console) -> int:
    """Serves an editor until it says goodbye. Nothing is written; the editor makes the changes that are chosen."""
    try:
        from linter.lsp.server import server
    except ModuleNotFoundError:
        raise WrongUse(Message("lsp.not-installed")) from None
    server(console.language).start_io()
    return 0
