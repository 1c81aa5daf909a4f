"""Sentences in the manner of annual reports, each put into a correct report and labelled by hand.

A case is a mapping: `id`; `text`, put into the section `section` (default `overview`) as paragraphs after its own, or
in their place where `instead` is true; in `title` it takes the place of the title, in `closing` it ends the report.
`replace` changes words of the written report. `year` (2023) and `organisation` (青溪镇人民政府) are the report's.
Figures: `cells` by address; `requests`, `reviews` and `norms` in short, which keep the tables consistent.
`expect` lists the topics that have to be reported (`a|b`: either will do), `may` those that are allowed besides;
`quote` are the words that a finding has to point at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ruamel.yaml import YAML

from linter.model.address import Address
from linter.model.pack import Family, Pack
from linter.run.form import write

FOLDER = Path(__file__).parent
TOPICS: Mapping[str, list[str]] = YAML(typ="safe").load(FOLDER / "topics.yaml")
KEYS = {"id", "text", "section", "instead", "replace", "year", "organisation", "cells", "requests", "reviews", "norms"}
LABELS = {"expect", "may", "quote"}
REVIEWS = ("review", "litigation_direct", "litigation_after_review")
NO_OUTCOME = ("new_received", "carried_in", "carried_out", "processed_total")


class Case(NamedTuple):
    """One labelled text. Each entry of `expect` is a set of topics of which one has to be reported."""

    id: str
    given: Mapping[str, Any]
    expect: tuple[frozenset[str], ...]
    may: frozenset[str]
    quote: str

    @property
    def topics(self) -> frozenset[str]:
        return frozenset().union(*self.expect)


class Draft(NamedTuple):
    """A written report: `plain` without the text of its case, `changed` with it, standing from `start` to `end`."""

    plain: str
    changed: str
    start: int
    end: int


def cases() -> Iterator[Case]:
    """All cases of the files beside this one, in order."""
    for path in sorted(FOLDER.glob("*.yaml")):
        if path.name != "topics.yaml":
            for entry in YAML(typ="safe").load(path):
                yield _case(entry, path.name)


def _case(entry: Mapping[str, Any], file: str) -> Case:
    unknown = set(entry) - KEYS - LABELS
    assert not unknown, f"{file}, {entry['id']}: unknown keys {unknown}"
    expect = tuple(frozenset(topics.split("|")) for topics in entry["expect"])
    case = Case(entry["id"], entry, expect, frozenset(entry.get("may", ())), entry.get("quote", ""))
    assert case.topics | case.may <= set(TOPICS), f"{file}, {case.id}: a topic that topics.yaml lacks"
    assert case.quote in entry.get("text", ""), f"{file}, {case.id}: the quote is not in the text"
    return case


def draft(case: Case, family: Family) -> Draft:
    """The report that a case describes, and the same report before its text was put in."""
    year = case.given.get("year", 2023)
    pack = family.for_year(year)
    assert pack is not None, case.id
    organisation = case.given.get("organisation", "青溪镇人民政府")
    plain = write(pack.template, year, organisation, _cells(case.given, pack))
    changed = "\n".join(_with_text(plain.split("\n"), case.given, pack))
    for old, new in case.given.get("replace", {}).items():
        assert old in changed, f"{case.id}: the report has no {old!r}"
        changed = changed.replace(old, new)
    text = case.given.get("text", "").strip("\n")
    start = changed.rfind(text) if text else 0
    return Draft(plain, changed, start, start + len(text) if text else len(changed))


def _with_text(lines: list[str], given: Mapping[str, Any], pack: Pack) -> list[str]:
    if "text" not in given:
        return lines
    section, text = given.get("section", "overview"), [given["text"].strip("\n"), ""]
    if section == "title":
        return [text[0], *lines[1:]]
    if section == "closing":
        return [*lines, *text]
    at, own = 2, True
    if section != "lead":
        spec = next(spec for spec in pack.template.sections if spec.id == section)
        at, own = lines.index(spec.number + spec.label.text) + 2, section in pack.template.form.sections
    end = at + 2 if own else at
    return [*lines[: at if given.get("instead") else end], *text, *lines[end:]]


def _cells(given: Mapping[str, Any], pack: Pack) -> Mapping[Address, str]:
    cells: dict[str, Any] = {}
    rows = _whole(given.get("requests", {}), pack)
    cells |= {f"requests.{row}.{column}": rows[row] for row in rows for column in ("natural_person", "total")}
    for place, number in given.get("reviews", {}).items():
        row = place.split(".")[0]
        cells[f"review_litigation.{place}"] = number
        cells[f"review_litigation.{row}.total"] = cells.get(f"review_litigation.{row}.total", 0) + number
    cells |= {f"proactive.normative_docs.{column}": number for column, number in given.get("norms", {}).items()}
    cells |= given.get("cells", {})
    known = [address for table in pack.template.tables for address in table.addresses()]
    strange = set(cells) - set(map(str, known))
    assert not strange, f"{given['id']}: no such cells: {strange}"
    return {address: str(cells[str(address)]) for address in known if str(address) in cells}


def _whole(rows: Mapping[str, int], pack: Pack) -> dict[str, int]:
    """The rows of table 3 with what is missing: requests whose outcome is not told were granted."""
    if not rows:
        return {}
    told = sum(number for row, number in rows.items() if row not in NO_OUTCOME)
    done = rows.get("new_received", 0) + rows.get("carried_in", 0) - rows.get("carried_out", 0)
    return {"granted": done - told, "processed_total": done, **rows}
