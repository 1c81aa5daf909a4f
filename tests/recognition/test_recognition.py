"""What is a report of the family and what only speaks of one, and whose it is, from title and structure alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from linter.binding import Identity, identify
from linter.model.document import Source
from linter.model.pack import Family
from linter.readers import read

FOLDER = Path(__file__).parent
BODY = ["一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况"]


def cases(name: str) -> list[dict[str, object]]:
    return list(YAML(typ="safe").load((FOLDER / name).read_text(encoding="utf-8")))


def identified(text: str, family: Family, suffix: str = "txt") -> Identity:
    return identify(read(Source(f"draft.{suffix}", text.encode(), suffix)), family.packs[0].template)


@pytest.mark.parametrize("case", cases("not_reports.yaml"), ids=lambda case: str(case["name"]))
@pytest.mark.parametrize("suffix", ["txt", "md"])
def test_a_text_that_only_speaks_of_reports_is_none(case: dict[str, str], suffix: str, family: Family) -> None:
    assert not identified(case["text"], family, suffix).recognised


@pytest.mark.parametrize("case", cases("titles.yaml"), ids=lambda case: str(case["above"]))
def test_agency_and_year_are_those_of_the_title(case: dict[str, list[str]], family: Family) -> None:
    lines = [*case["above"], *BODY, *case.get("after", [])]
    found = identified("\n\n".join(lines), family)
    assert found.recognised
    assert {name: found.facts[name].value for name in ("organisation", "year")} == {
        "organisation": case["organisation"],
        "year": str(case["year"]),
    }


@pytest.mark.parametrize(("sections", "recognised"), [(BODY[:2], False), (BODY, True)])
def test_three_signs_of_structure_make_a_report_without_a_title(
    sections: list[str], recognised: bool, family: Family
) -> None:
    assert identified("\n\n".join(["草稿", *sections]), family).recognised is recognised


@pytest.mark.parametrize(("titles", "recognised"), [(["石桥镇"], True), (["石桥镇", "青溪镇"], False)])
def test_a_title_alone_makes_a_report_but_two_are_a_list(titles: list[str], recognised: bool, family: Family) -> None:
    text = "\n\n".join(f"{name}2023年政府信息公开工作年度报告" for name in titles)
    assert identified(text, family).recognised is recognised


@pytest.mark.parametrize(("lines", "found"), [(4, True), (5, False)])
def test_a_title_may_be_broken_over_four_lines(lines: int, found: bool, family: Family) -> None:
    pieces = ["白鹭县", "教育局", "2023年", "政府信息公开", "工作年度报告"]
    title = [*pieces[: lines - 1], "".join(pieces[lines - 1 :])]
    organisation = identified("\n\n".join([*title, *BODY, "白鹭县教育局"]), family).facts.get("organisation")
    assert (organisation is not None and organisation.value == "白鹭县教育局") is found
