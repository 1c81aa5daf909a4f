"""Waivers, comments and baselines: what they accept, what they never hide, and what is wrong with them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from linter.acceptance.comments import comments_in
from linter.cli import main
from linter.configuration.waivers import plain_waivers
from linter.model.address import Address
from linter.model.document import Source
from linter.packs import load
from linter.packs.yaml_reading import read_yaml
from linter.readers import read
from linter.run.form import write

TEMPLATE = load("cn-open-government").packs[-1].template
AGENCY = "青溪镇人民政府"
REVIEW = "review_litigation.review.total"
Check = Callable[..., tuple[int, dict[str, Any]]]


def report(**totals: str) -> str:
    """A right report but for totals of table four, which the other cells of their rows leave at 0."""
    cells = {Address("review_litigation", row, "total"): text for row, text in totals.items()}
    return write(TEMPLATE, 2023, AGENCY, cells)


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Check:
    """Checks with a configuration; the exit code, and the JSON, in which findings are by rule."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GOUJI_LANG", "en")
    for name in ("GITHUB_ACTIONS", "GITLAB_CI", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)

    def run(configuration: str | None = None, *line: str) -> tuple[int, dict[str, Any]]:
        if configuration is not None:
            (tmp_path / ".gouji.yaml").write_text(configuration, encoding="utf-8")
        code = main(["check", "--format", "json", *(line or ["."])])
        out, err = capsys.readouterr()
        return code, json.loads(out) if out else {"err": err}

    return run


def rules(found: dict[str, Any], key: str = "findings") -> list[str]:
    of = (lambda one: one["rule"]) if key == "findings" else (lambda one: one["finding"]["rule"])
    return sorted(of(one) for file in found["files"] for one in file[key])


def put(folder: Path, text: str, name: str = "a.txt") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def waiver(**change: str) -> str:
    entry = {
        "rule": "review-totals",
        "file": "a.txt",
        "address": REVIEW,
        "value": "7",
        "reason": "已核实",
        "owner": "张三",
    }
    lines = [f"{key}: {value}" for key, value in (entry | change).items() if value]
    return "waivers:\n  - " + "\n    ".join(lines) + "\n"


def test_the_address_is_the_one_of_the_fault(check: Check, tmp_path: Path) -> None:
    put(tmp_path, report(review="7"))
    (one,) = check()[1]["files"][0]["findings"]
    assert one["rule"] == "review-totals"
    assert REVIEW in [f"{cell['table']}.{cell['row']}.{cell['column']}" for cell in one["cells"]]


@pytest.mark.parametrize(
    ("change", "code", "open", "accepted"),
    [
        ({}, 0, [], ["review-totals"]),
        ({"value": ""}, 0, [], ["review-totals"]),
        ({"address": "", "value": ""}, 0, [], ["review-totals"]),
        ({"rule": "'review-*'"}, 0, [], ["review-totals"]),
        ({"file": "'*.txt'"}, 0, [], ["review-totals"]),
        ({"value": "7.0"}, 0, [], ["review-totals"]),
        ({"until": "2099-12-31"}, 0, [], ["review-totals"]),
        ({"value": "8"}, 1, ["review-totals", "waiver-outdated"], []),
        ({"until": "2020-01-01"}, 1, ["review-totals", "waiver-expired"], []),
        ({"address": "review_litigation.litigation_direct.total"}, 1, ["review-totals", "waiver-unused"], []),
        ({"rule": "requests-balance"}, 1, ["review-totals", "waiver-unused"], []),
        ({"rule": "review-total"}, 1, ["review-totals", "waiver-misspelt"], []),
        ({"address": "review.total"}, 1, ["review-totals", "waiver-misspelt"], []),
        ({"file": "b.txt"}, 1, ["review-totals", "waiver-misspelt"], []),
        ({"file": "'b*.txt'"}, 1, ["review-totals"], []),
    ],
)
def test_a_waiver(
    check: Check, tmp_path: Path, change: dict[str, str], code: int, open: list[str], accepted: list[str]
) -> None:
    put(tmp_path, report(review="7"))
    done, found = check(waiver(**change))
    assert (done, rules(found), rules(found, "accepted")) == (code, open, accepted)
    assert found["summary"]["accepted"] == len(accepted)
    assert found["summary"]["files"] == 1


def test_the_last_day_of_a_waiver_counts(check: Check, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, report(review="7"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1704067199")  # the last second of 2023
    assert check(waiver(until="2023-12-31"))[0] == 0
    assert check(waiver(until="2023-12-30"))[0] == 1


def test_a_waiver_hides_no_other_finding(check: Check, tmp_path: Path) -> None:
    put(tmp_path, report(review="7", litigation_direct="3"))
    code, found = check(waiver())
    assert (code, rules(found), rules(found, "accepted")) == (1, ["review-totals"], ["review-totals"])


def test_a_waiver_says_where_its_fault_is(check: Check, tmp_path: Path) -> None:
    put(tmp_path, report(review="7"))
    found = check("# one\n" + waiver(until="2020-01-01"))[1]["files"][-1]
    assert (found["path"], found["format"], found["pack"]) == (".gouji.yaml", "settings", None)
    assert found["findings"][0]["location"] == {"line": 3, "column": 5}


def test_what_was_not_looked_at_is_not_called_unused(check: Check, tmp_path: Path) -> None:
    """Neither where the rule was left out, nor where another file was checked."""
    put(tmp_path, report())
    put(tmp_path, report(), "b.txt")
    assert rules(check(waiver(), "a.txt")[1]) == ["waiver-unused"]
    assert rules(check(waiver(), "a.txt", "--ignore", "review-totals")[1]) == []
    assert rules(check(waiver(), "b.txt")[1]) == []
    assert rules(check(waiver(file="'*.txt'"), "b.txt")[1]) == []
    assert rules(check(waiver(file="'*.txt'"), ".")[1]) == ["waiver-unused"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("waivers: [{rule: a, file: b, reason: c}]", "1:11: this entry lacks the key “owner”"),
        ("waivers:\n  - rule: a\n    file: b\n    owner: c", "2:5: this waiver lacks the key “reason”"),
        (
            "waivers:\n  - rule: a\n    file: b\n    owner: c\n    reason: ' '",
            "5:5: this waiver lacks the key “reason”",
        ),
        ("waivers:\n  - rule: a\n    fil: b\n    owner: c\n    reason: d", "3:5: there is no key “fil”"),
        (waiver(until="2024-02-30"), "8:5: “2024-02-30” is no day"),
        ("waivers: none.yaml", "1:10: no such file"),
    ],
)
def test_a_waiver_that_says_too_little(check: Check, tmp_path: Path, text: str, said: str) -> None:
    put(tmp_path, report())
    code, found = check(text)
    assert code == 2
    assert f".gouji.yaml:{said}" in " ".join(found["err"].split())


def test_waivers_in_a_file_of_their_own(check: Check, tmp_path: Path) -> None:
    put(tmp_path, report(review="7"))
    (tmp_path / "waivers.yaml").write_text(waiver(), encoding="utf-8")
    assert check("waivers: waivers.yaml")[0] == 0
    (tmp_path / "waivers.yaml").write_text(waiver(value="8"), encoding="utf-8")
    code, found = check("waivers: waivers.yaml")
    assert (code, found["files"][-1]["path"]) == (1, "waivers.yaml")


def test_plain_lists_are_read_as_yaml_reads_them() -> None:
    texts = [
        waiver(),
        "a: 1\nwaivers:  # all\n\n  # one\n- rule: a b\n  file: 'x: y'\n  reason: \"q\"\n  owner: o#1\n\nb: 2\n",
        "waivers:\n-   rule: a\n    file: http://x\n    until: 2024-01-01\n",
    ]
    for text in texts:
        found = plain_waivers(text, "f")
        whole, mistakes = read_yaml(text.encode(), "f")
        assert found is not None and whole is not None and mistakes == []
        assert [{key: value for key, (value, _) in entry.items()} for entry in found.entries] == [
            {key: str(value) for key, value in entry.items()} for entry in whole["waivers"]
        ]
        assert [place for entry in found.entries for _, place in entry.values()] == [
            place for entry in whole["waivers"] for place in entry.key_places.values()
        ]
        rest = read_yaml(found.rest.encode(), "f")[0]
        assert rest == whole.without("waivers")
        assert all(rest.key_places[key] == whole.key_places[key] for key in rest)
    for text in (
        "waivers:\n- rule: {a: b}\n",
        "waivers:\n- rule: a\n   file: b\n",
        "waivers:\n- rule: |\n    a\n",
        "a: 1\n",
    ):
        assert plain_waivers(text, "f") is None


def test_a_hundred_thousand_waivers_are_read_in_seconds(check: Check, tmp_path: Path) -> None:
    put(tmp_path, report(review="7"))
    entries = waiver().removeprefix("waivers:\n") + "".join(
        f"  - rule: review-totals\n    file: gone-{number}.txt\n    reason: 已核实\n    owner: 张三\n"
        for number in range(100_000)
    )
    start = process_time()
    code, found = check("waivers:\n" + entries)
    assert process_time() - start < 20
    assert (code, rules(found, "accepted")) == (1, ["review-totals"])
    assert len(rules(found)) == 21
    assert "99980 more" in found["files"][-1]["findings"][-1]["message"]


BASELINE = ("--baseline", ".gouji-baseline.json")


def baseline(capsys: pytest.CaptureFixture[str], *line: str) -> str:
    code = main(["baseline", *line])
    out, err = capsys.readouterr()
    assert code == 0, err
    return out


def test_only_new_findings_fail_after_a_baseline(
    check: Check, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path, report(review="7"))
    assert "1 findings in 1 files" in baseline(capsys, "write", ".")
    code, found = check(None, "a.txt", *BASELINE)
    assert (code, rules(found), rules(found, "accepted")) == (0, [], ["review-totals"])
    put(tmp_path, report(review="7", litigation_direct="3"))
    assert (check(None, "a.txt", *BASELINE)[0], rules(check(None, "a.txt", *BASELINE)[1])) == (1, ["review-totals"])
    put(tmp_path, report(litigation_direct="3"))  # swapped for another of the same rule
    assert check(None, "a.txt", *BASELINE)[0] == 1
    put(tmp_path, report(review="8"))  # the same cells say something else
    assert check(None, "a.txt", *BASELINE)[0] == 1
    put(tmp_path, report(review="7"), "b.txt")  # and another file has it too
    assert check(None, "b.txt", *BASELINE)[0] == 1


@pytest.mark.usefixtures("check")
def test_what_could_not_be_checked_stays_in_the_baseline(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(tmp_path, report(review="7"))
    put(tmp_path, report(review="7"), "b.txt")
    baseline(capsys, "write", ".")
    file = tmp_path / ".gouji-baseline.json"
    before = file.read_bytes()
    (tmp_path / "b.txt").write_text("", encoding="utf-8")
    assert (main(["baseline", "write", "."]), file.read_bytes()) == (2, before)
    for path in ("b.txt", "nowhere.txt"):
        assert (main(["baseline", "write", path]), file.read_bytes()) == (2, before)
        assert "was left as it is" in capsys.readouterr().err
    put(tmp_path, report(), "b.txt")
    assert "1 findings in 1 files" in baseline(capsys, "write", ".")


def test_a_baseline_is_pruned(check: Check, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        put(tmp_path, report(review="7", litigation_direct="3"), name)
    baseline(capsys, "write", ".")
    assert main(["baseline", "write", "."]) == 0  # what this program wrote before gives way
    put(tmp_path, report(review="7"))
    (tmp_path / "b.txt").unlink()
    capsys.readouterr()
    assert "3 findings in 2 files" in baseline(capsys, "prune", "a.txt")
    code, found = check("baseline: .gouji-baseline.json")
    assert (code, len(rules(found, "accepted"))) == (0, 3)
    put(tmp_path, report(review="7", litigation_direct="3"))
    assert check()[0] == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"gouji-baseline": 2, "files": {}}', "has version 2, and this program takes 1"),
        ("[]", "is no baseline"),
        ("", "is no baseline"),
        ('{"gouji-baseline": 1, "files": {"a.txt": {"f": {}}}}', "is damaged"),
        ('{"gouji-baseline": 1, "files": []}', "is damaged"),
    ],
)
def test_what_is_no_baseline(check: Check, tmp_path: Path, text: str, said: str) -> None:
    put(tmp_path, report())
    put(tmp_path, text, "old.json")
    for configuration, line in (("{}", ("a.txt", "--baseline", "old.json")), ("baseline: old.json", ("a.txt",))):
        code, found = check(configuration, *line)
        assert code == 2
        assert said in found["err"]
    assert main(["baseline", "write", ".", "--baseline", "a.txt"]) == 2
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == report()


COMMENTS = [
    ("txt", "# gouji: allow review-totals -- 已核实", [], ["review-totals"]),
    ("txt", "// gouji: allow review-totals, requests-balance：已核实", ["waiver-unused"], ["review-totals"]),
    ("txt", "# gouji: allow review-totals", ["review-totals", "waiver-without-reason"], []),
    ("txt", "# gouji: allow review-total -- 已核实", ["review-totals", "waiver-misspelt"], []),
    ("txt", "# gouji: allow requests-balance -- 已核实", ["review-totals", "waiver-unused"], []),
    ("md", "<!-- gouji: allow review-totals -- 已核实 -->", [], ["review-totals"]),
    ("md", "<!-- gouji: allow review-* —— 已\n核实 -->", [], ["review-totals"]),
    ("md", "<!-- gouji: allow review-totals -->", ["review-totals", "waiver-without-reason"], []),
    ("md", "<!-- gouji：allow review-totals -->", ["review-totals"], []),
    ("html", "<!-- gouji: allow review-totals -- 已核实 -->", [], ["review-totals"]),
    ("html", "<!-- gouji: allow-file review-totals -- 已核实 -->", [], ["review-totals"]),
]
ROOT = Path(__file__).parents[2]


def draft(format: str, comment: str) -> str:
    """A report with a wrong total in table four, and a comment above that table."""
    text = (ROOT / "tests" / "reports" / "2021-wrong-sums" / f"report.{format}").read_text(encoding="utf-8")
    lines = text.split("\n")
    wrong = next(number for number, line in enumerate(lines) if "尚未审结" in line)
    start = {"txt": "四、政府信息公开行政复议", "md": "|", "html": "<table"}[format]
    while not lines[wrong].lstrip().startswith(start) and start not in lines[wrong]:
        wrong -= 1
    while format == "md" and lines[wrong - 1].startswith("|"):
        wrong -= 1
    wrong += format == "txt"
    return "\n".join([*lines[:wrong], comment, *([""] if format == "md" else []), *lines[wrong:]])


@pytest.mark.parametrize(("format", "comment", "open", "accepted"), COMMENTS)
def test_a_comment(
    check: Check, tmp_path: Path, format: str, comment: str, open: list[str], accepted: list[str]
) -> None:
    put(tmp_path, draft(format, comment), f"a.{format}")
    others = ("--select", "review-totals,requests-balance")
    before = [rule for rule in rules(check("{}", f"a.{format}", *others)[1]) if rule != "requests-balance"]
    assert before == open
    assert rules(check("{}", f"a.{format}", *others)[1], "accepted") == accepted


@pytest.mark.parametrize("format", ["txt", "md", "html"])
def test_a_comment_changes_nothing_else(format: str) -> None:
    """What is read of a report is the same with a comment in it, wherever that stands on a line of its own."""
    text = draft(format, "")
    comment = "# gouji: allow x -- y" if format == "txt" else "<!-- gouji: allow x -- y -->"
    plain = list(read(Source("a", text.encode(), format)).blocks)
    document = read(Source("a", draft(format, comment).encode(), format))
    assert [_words(block) for block in document.blocks] == [_words(block) for block in plain]
    assert len(comments_in(document)) == 1


def _words(block: Any) -> Any:
    if hasattr(block, "text"):
        return block.text.value
    return [[cell.text.value for cell in row.cells] for row in block.rows]


def test_what_is_accepted_stands_in_every_report(
    check: Check, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path, report(review="7"))
    check(waiver(until="2099-12-31"))
    shown = {}
    for format in ("terminal", "sarif", "junit", "markdown", "github", "gitlab", "checkstyle", "rdjson", "jsonl"):
        assert main(["check", "--format", format, "."]) == 0
        shown[format] = capsys.readouterr().out
    for format in ("terminal", "sarif", "junit", "markdown", "jsonl"):
        assert "张三" in shown[format], format
        assert "2099" in shown[format], format
    assert "1 accepted" in shown["terminal"]
    (result,) = json.loads(shown["sarif"])["runs"][0]["results"]
    (suppression,) = result["suppressions"]
    assert (suppression["kind"], suppression["status"]) == ("external", "accepted")
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] > 1
    assert "<failure" not in shown["junit"]
    assert "review-totals" not in shown["github"] + shown["gitlab"] + shown["checkstyle"] + shown["rdjson"]
