"""Of how many reports of one agency and year it is looked whether they are copies of each other."""

from __future__ import annotations

import pytest

from linter.model.document import Document
from linter.model.report import BoundReport, Fact
from linter.model.result import Head
from linter.model.span import TextSpan
from linter.model.template import Template
from linter.run.pairing import Candidate, EarlierReport, Shelf, from_shelf

AGENCY = "云岭县青溪镇人民政府"


def report(year: int) -> BoundReport:
    facts = {name: Fact(value, TextSpan(1, 1, 0)) for name, value in (("year", str(year)), ("organisation", AGENCY))}
    return BoundReport(Document("report.txt", "txt", ()), Template("form", (), (), ()), facts)


@pytest.mark.parametrize(("copies", "found"), [(1, "0.txt"), (5, "0.txt"), (6, None)])
def test_up_to_five_reports_may_be_copies(copies: int, found: str | None) -> None:
    shelf = Shelf("folder", tuple(Candidate(f"{number}.txt", AGENCY, 2022) for number in range(copies)))
    pair = from_shelf(report(2023), shelf, lambda path: EarlierReport(Head(path), report(2022)))
    assert pair.path == found
    assert (pair.reason.key if pair.reason else None) == (None if found else "previous.several-in-folder")
