"""A mined pack held against its own tests and against the reports that it was made from, before it is given.

What the reports themselves do not keep is left out: a rule that finds something in one of them, a test that does not go
as it should, and with its last such test the rule.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from linter.mining.mine import Mined
from linter.mining.yaml_text import yaml_of
from linter.model.document import Document, Source
from linter.model.message import Message
from linter.model.pack import Family
from linter.model.records import Record
from linter.model.result import Checked, Failed
from linter.packs import load
from linter.run.engine import lint
from linter.run.round_trip import lost_cells
from linter.run.rule_tests import run_tests

Rules = tuple[Mapping[str, Any], ...]


class LeftOut(Record):
    """A rule that was left out: what it found, and in which report; or that no test of it went as it should."""

    rule: str
    path: str
    message: Message | None


class Proved(Record):
    """The files of a pack by name, what was left out, and reports that could not be bound, with the reason."""

    files: Mapping[str, str]
    rules: int
    left_out: tuple[LeftOut, ...]
    unread: tuple[tuple[str, Message], ...]


def unreadable(mined: Mined, id: str) -> tuple[int, ...]:
    """The numbers of tables whose form does not come back when it is written and read: two rows that only their place
    tells apart, say.
    """
    with TemporaryDirectory(prefix="gouji-") as folder:
        place = Path(folder) / id
        place.mkdir()
        pack = _written(place, mined.template, ()).packs[0]
        lost = {one.address.table for one in lost_cells(pack)}
    ids = [table.id for table in mined.names.tables]
    return tuple(number for number, id in enumerate(ids) if any(f"{one}.".startswith(f"{id}.") for one in lost))


def prove(mined: Mined, id: str, reports: Sequence[tuple[Source, Document]]) -> Proved:
    """The pack as its reports and its tests leave it."""
    with TemporaryDirectory(prefix="gouji-") as folder:
        place = Path(folder) / id
        place.mkdir()
        tested, failing = _tested(mined.rules, _written(place, mined.template, mined.rules))
        family = _written(place, mined.template, tested)
        broken, unread = _found(family, reports)
        kept = tuple(rule for rule in tested if rule["id"] not in broken)
    return Proved(_files(mined.template, kept), len(kept), (*failing, *broken.values()), tuple(unread))


def _files(template: Mapping[str, Any], rules: Rules) -> dict[str, str]:
    return {"pack.yaml": yaml_of(template), "rules.yaml": yaml_of({"rules": rules})}


def _written(place: Path, template: Mapping[str, Any], rules: Rules) -> Family:
    for name, text in _files(template, rules).items():
        (place / name).write_text(text, encoding="utf-8", newline="\n")
    return load(place, cache=False)


def _tested(rules: Rules, family: Family) -> tuple[Rules, list[LeftOut]]:
    """The rules with the tests that went as they should, and those that have not one of each sort left."""
    pack = family.packs[0]
    wrong = {(outcome.rule, outcome.index) for outcome in run_tests(pack, family) if not outcome.passed}
    kept: list[Mapping[str, Any]] = []
    left_out: list[LeftOut] = []
    for rule in rules:
        tests = [test for index, test in enumerate(rule["tests"]) if (rule["id"], index) not in wrong]
        if {key for test in tests for key in test} == {"pass", "fail"}:
            kept.append({**rule, "tests": tests})
        else:
            left_out.append(LeftOut(str(rule["id"]), "", None))
    return tuple(kept), left_out


def _found(
    family: Family, reports: Sequence[tuple[Source, Document]]
) -> tuple[dict[str, LeftOut], list[tuple[str, Message]]]:
    """What rules find in the reports, the first of each; and reports that are not bound."""
    found: dict[str, LeftOut] = {}
    unread: list[tuple[str, Message]] = []
    for source, document in reports:
        result = lint(source, family, document=document)
        if isinstance(result, Failed):
            unread.append((source.name, result.error))
        for finding in result.findings if isinstance(result, Checked) else ():
            for rule in (finding.rule, *(related.rule for related in finding.related)):
                found.setdefault(rule, LeftOut(rule, source.name, finding.message))
    return found, unread
