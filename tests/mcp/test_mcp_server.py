"""The Model Context Protocol: what is answered, that answers keep to their schemas and their length, and that all is
read-only.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from linter.mcp.serving import cut, serve
from linter.mcp.tools import MOST_TOKENS, TOOLS, tokens

ROOT = Path(__file__).parents[2]
FAULTY = ROOT / "tests" / "reports" / "2021-wrong-sums" / "report.md"


def asked(*requests: Any, language: str = "en") -> list[dict[str, Any]]:
    said: list[str] = []
    serve([one if isinstance(one, str) else json.dumps(one) for one in requests], said.append, language)
    assert all(line.endswith("\n") and line.count("\n") == 1 for line in said)
    return [json.loads(line) for line in said]


def request(method: str, id: int = 1, **params: Any) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "id": id, "method": method, "params": params}


def called(name: str, **arguments: Any) -> dict[str, Any]:
    (answer,) = asked(request("tools/call", name=name, arguments=arguments))
    return answer


def test_a_client_is_greeted_and_told_of_the_tools() -> None:
    hello, tools = asked(
        request("initialize", protocolVersion="2025-03-26", capabilities={}),
        {"jsonrpc": "2.0", "method": "notifications/initialized"},
        request("tools/list", 2),
    )
    assert hello["result"]["protocolVersion"] == "2025-03-26"
    assert [tool["name"] for tool in tools["result"]["tools"]] == ["check", "explain", "extract"]
    for tool in tools["result"]["tools"]:
        assert tool["annotations"]["readOnlyHint"] is True
        jsonschema.Draft202012Validator.check_schema(tool["inputSchema"])
        jsonschema.Draft202012Validator.check_schema(tool["outputSchema"])


@pytest.mark.parametrize(
    ("name", "arguments", "key", "value"),
    [
        ("check", {"path": str(FAULTY)}, "year", 2022),
        ("extract", {"path": str(FAULTY)}, "year", 2022),
        ("extract", {"path": str(FAULTY), "table": "proactive"}, "left_out", 0),
        ("explain", {"rule": "requests-balance"}, "rule", "requests-balance"),
        ("explain", {"rule": "equation"}, "rule", "equation"),
    ],
)
def test_an_answer_keeps_to_its_schema_and_its_length(
    name: str, arguments: dict[str, str], key: str, value: Any
) -> None:
    result = called(name, **arguments)["result"]
    jsonschema.validate(result["structuredContent"], TOOLS[name].gives)
    assert result["structuredContent"][key] == value
    assert json.loads(result["content"][0]["text"]) == result["structuredContent"]
    written = json.dumps(result, ensure_ascii=False, separators=(",", ":"))
    assert tokens(written) <= MOST_TOKENS


def test_findings_are_those_of_check() -> None:
    found = called("check", path=str(FAULTY))["result"]["structuredContent"]
    assert "review-totals" in {one["rule"] for one in found["findings"]}
    assert all(one["location"]["line"] > 1 for one in found["findings"])


@pytest.mark.parametrize("count", [0, 1, 1000])
def test_what_there_is_no_room_for_is_counted(count: int) -> None:
    answer = cut({"path": "长" * 5000, "findings": [{"message": "字" * 50}] * count, "left_out": 0})
    assert len(answer["findings"]) + answer["left_out"] == count
    assert tokens(json.dumps(answer, ensure_ascii=False, separators=(",", ":"))) <= MOST_TOKENS * 2 // 5


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("{", -32700),
        ("[" * 100_000, -32700),
        ("[]", -32600),
        ('{"id": 1}', -32600),
        (json.dumps(request("nothing")), -32601),
        (json.dumps(request("tools/call", name="write")), -32602),
        (json.dumps(request("tools/call", name="check", arguments={})), -32602),
        (json.dumps(request("tools/call", name="check", arguments={"path": 1})), -32602),
        (json.dumps(request("tools/call", name="check", arguments={"path": "a", "fix": "b"})), -32602),
    ],
)
def test_a_wrong_request_is_answered_and_the_next_one_too(line: str, code: int) -> None:
    wrong, ping = asked(line, request("ping", 9))
    assert wrong["error"]["code"] == code
    assert ping == {"jsonrpc": "2.0", "id": 9, "result": {}}


@pytest.mark.parametrize(
    ("name", "arguments"),
    [("check", {"path": "no.md"}), ("explain", {"rule": "no-such-rule"}), ("extract", {"path": __file__})],
)
def test_what_cannot_be_done_is_said(name: str, arguments: dict[str, str]) -> None:
    assert called(name, **arguments)["result"]["isError"] is True


def test_the_command_answers_line_by_line(tmp_path: Path) -> None:
    before = FAULTY.read_bytes()
    lines = "".join(
        json.dumps(one) + "\n"
        for one in (request("initialize"), request("tools/call", 2, name="check", arguments={"path": str(FAULTY)}))
    )
    done = subprocess.run(
        [sys.executable, "-m", "linter", "mcp"], cwd=ROOT, input=lines.encode(), capture_output=True, check=True
    )
    hello, found = map(json.loads, done.stdout.decode().splitlines())
    assert hello["result"]["serverInfo"]["name"] == "gouji"
    assert found["result"]["structuredContent"]["findings"]
    assert (FAULTY.read_bytes(), done.stderr) == (before, b"")


@pytest.mark.parametrize(
    ("content", "table", "said"), [("", None, "empty"), (None, "nowhere", "it has: proactive"), (None, "requests", "")]
)
def test_why_there_are_no_figures_is_said(tmp_path: Path, content: str | None, table: str | None, said: str) -> None:
    path = FAULTY
    if content is not None:
        path = tmp_path / "draft.txt"
        path.write_text(content, encoding="utf-8")
    result = called("extract", path=str(path), **({} if table is None else {"table": table}))["result"]
    assert (result.get("isError", False), said in result["content"][0]["text"]) == (bool(said), True)
