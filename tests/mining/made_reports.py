"""Reports made for the miner: of the Chinese form, with the figures of small or of large agencies, and others."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from linter.mining.outlines import Outline, outline_of
from linter.model.address import Address
from linter.model.document import Source
from linter.packs import load
from linter.readers import read
from linter.run.form import write

APPLICANTS = ("natural_person", "commercial", "research", "public_welfare", "legal_service", "other_organisation")
IN_AND_OUT = ("new_received", "carried_in", "processed_total", "carried_out")
OUTCOMES = ("upheld", "corrected", "other_result", "pending")
USUAL = {"granted": 0.4, "partially_granted": 0.1, "unable_not_held": 0.3}


def chinese_reports(rng: random.Random, count: int, large: bool) -> list[Outline]:
    """Outlines of so many correct reports in the form of 2021."""
    return [outline(chinese_report(rng, large, number), f"{number}.txt") for number in range(count)]


def chinese_report(rng: random.Random, large: bool, number: int) -> str:
    """A correct report: a city has hundreds of requests of every sort, a small agency a few, nearly all of one sort."""
    template = load("cn-open-government/2021").packs[0].template
    requests = template.table("requests")
    assert requests is not None
    rows = [row.id for row in requests.blocks[0].rows]
    figures: dict[tuple[str, str], int] = {}
    for applicant in APPLICANTS:
        usual = (400 if large else 6) if applicant == "natural_person" else (40 if large else 0.3)
        outcomes = {row: _some(rng, usual * USUAL.get(row, 0.02)) for row in rows if row not in IN_AND_OUT}
        carried_in, carried_out = (_some(rng, usual * 0.1) for _ in range(2))
        processed = sum(outcomes.values())
        carried_in = min(carried_in, processed + carried_out)
        new = processed + carried_out - carried_in
        flow = dict(zip(IN_AND_OUT, (new, carried_in, processed, carried_out), strict=True))
        figures.update({(row, applicant): value for row, value in {**outcomes, **flow}.items()})
    for row in rows:
        figures[row, "total"] = sum(figures[row, applicant] for applicant in APPLICANTS)
    cells = {Address("requests", row, column): str(value) for (row, column), value in figures.items()}
    for row in ("review", "litigation_direct", "litigation_after_review"):
        values = [_some(rng, 8 if large else 0.04) for _ in OUTCOMES]
        for column, value in zip((*OUTCOMES, "total"), (*values, sum(values)), strict=True):
            cells[Address("review_litigation", row, column)] = str(value)
    for row in ("admin_license", "admin_penalty", "admin_coercion"):
        cells[Address("proactive", row, "decisions")] = str(_some(rng, 5000 if large else 4))
    for column in ("issued", "repealed", "in_force"):
        cells[Address("proactive", "normative_docs", column)] = str(_some(rng, 20 if large else 1))
    return write(template, 2023, f"第{number}镇人民政府", cells)


def _some(rng: random.Random, usual: float) -> int:
    """A count that is as a rule about `usual`."""
    if usual > 30:
        return max(0, round(rng.gauss(usual, usual**0.5)))
    return sum(rng.random() < usual / 60 for _ in range(60))


def outline(text: str, name: str = "report.md") -> Outline:
    """The outline of a report in Markdown or plain text."""
    return outline_of(read(Source(name, text.encode(), name.rpartition(".")[2])))


def markdown(title: str, tables: Mapping[str, Sequence[Sequence[object]]]) -> str:
    """A report with a heading for each table, whose first row is its header."""
    lines = [f"# {title}", ""]
    for heading, (head, *rows) in tables.items():
        lines += [f"## {heading}", "", _row(head), _row(["---"] * len(head)), *map(_row, rows), ""]
    return "\n".join(lines)


def _row(cells: Sequence[object]) -> str:
    return "| " + " | ".join(map(str, cells)) + " |"
