"""Lines of JSON-RPC in, lines of JSON-RPC out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from linter import __version__
from linter.mcp.tools import MOST_TOKENS, TOOLS, Answer, Refused, tokens
from linter.run.crash import Crash, attempt

PROTOCOLS = ("2025-06-18", "2025-03-26", "2024-11-05")
_PARSE, _REQUEST, _METHOD, _PARAMETERS = -32700, -32600, -32601, -32602


def serve(lines: Iterable[str], write: Callable[[str], None], language: str) -> None:
    """Answer the requests in `lines` one by one until there are no more."""
    for line in lines:
        if not line.strip():
            continue
        answer = _answered(line, language)
        if answer is not None:
            write(json.dumps(answer, ensure_ascii=False, separators=(",", ":")) + "\n")


def _answered(line: str, language: str) -> Answer | None:
    try:
        request = json.loads(line)
    except (ValueError, RecursionError):
        return _error(None, _PARSE, "not JSON")
    if not isinstance(request, dict) or not isinstance(request.get("method"), str):
        return _error(None, _REQUEST, "not a request")
    if "id" not in request:
        return None  # a notification
    given = request.get("params")
    return _called(request["id"], request["method"], given if isinstance(given, dict) else {}, language)


def _called(id: Any, method: str, given: Mapping[str, Any], language: str) -> Answer:
    match method:
        case "initialize":
            asked = given.get("protocolVersion")
            about = {"name": "gouji", "version": __version__}
            version = asked if asked in PROTOCOLS else PROTOCOLS[0]
            return _result(id, {"protocolVersion": version, "capabilities": {"tools": {}}, "serverInfo": about})
        case "ping":
            return _result(id, {})
        case "tools/list":
            return _result(id, {"tools": [_listed(name) for name in TOOLS]})
        case "tools/call":
            return _tool_called(id, given, language)
    return _error(id, _METHOD, f"no such method: {method}")


def _listed(name: str) -> Answer:
    tool = TOOLS[name]
    return {
        "name": name,
        "description": tool.description,
        "inputSchema": tool.takes,
        "outputSchema": tool.gives,
        "annotations": {"readOnlyHint": True, "openWorldHint": False},
    }


def _tool_called(id: Any, given: Mapping[str, Any], language: str) -> Answer:
    tool = TOOLS.get(str(given.get("name")))
    arguments = given.get("arguments") or {}
    if tool is None or not isinstance(arguments, dict):
        return _error(id, _PARAMETERS, f"no such tool: {given.get('name')}")
    known, needed = tool.takes["properties"], tool.takes["required"]
    if not set(needed) <= set(arguments) <= set(known) or not all(isinstance(one, str) for one in arguments.values()):
        return _error(id, _PARAMETERS, f"{given.get('name')} takes texts: {', '.join(known)}")
    done = attempt(lambda: _worked(tool.work, arguments, language))
    if isinstance(done, Crash):
        return _result(id, {"content": [{"type": "text", "text": f"failed: {done.exception}"}], "isError": True})
    return _result(id, done)


def _worked(work: Callable[[Mapping[str, Any], str], Answer], arguments: Mapping[str, Any], language: str) -> Answer:
    try:
        answer = cut(work(arguments, language))
    except Refused as refused:
        return {"content": [{"type": "text", "text": str(refused)}], "isError": True}
    return {"content": [{"type": "text", "text": _written(answer)}], "structuredContent": answer}


def cut(answer: Answer) -> Answer:
    """The answer with as much of its list, or of its longest text, as there is room for; an answer is given twice, as
    data and as text, in which quotation marks are escaped.
    """
    room = MOST_TOKENS * 2 // 5
    for key in ("findings", "cells"):
        while key in answer and answer[key] and tokens(_written(answer)) > room:
            kept = len(answer[key]) * 3 // 4
            answer["left_out"] += len(answer[key]) - kept
            answer[key] = answer[key][:kept]
    while tokens(_written(answer)) > room:
        key = max(answer, key=lambda one: len(str(answer[one])))
        answer[key] = str(answer[key])[: len(str(answer[key])) * 3 // 4]
    return answer


def _written(answer: Answer) -> str:
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":"))


def _result(id: Any, result: Answer) -> Answer:
    return {"jsonrpc": "2.0", "id": id, "result": result}


def _error(id: Any, code: int, message: str) -> Answer:
    return {"jsonrpc": "2.0", "id": id, "error": {"code": code, "message": message}}
