"""`gouji mcp`: answers assistants that speak the Model Context Protocol, over the standard streams."""

from __future__ import annotations

import io
import sys

from linter.cli.console import Console


def mcp(console: Console) -> int:
    """Answers requests until the standard input ends. Only reads, and nothing goes to a network."""
    from linter.mcp.serving import serve

    if sys.stdin is None:
        return 2
    lines = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace", newline="\n")
    out = sys.stdout
    reconfigure = getattr(out, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", newline="\n")
    serve(lines, console.write, console.language)
    return 0
