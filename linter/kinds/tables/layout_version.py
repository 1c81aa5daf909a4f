"""The edition of the form that a report is written in.

```yaml
id: layout-of-the-year
title: {zh: 应使用当年的报告格式, en: the report is in the layout of its year}
kind: layout-version
severity: error
source: 国办公开办函〔2021〕30号
```

One finding says which layout it is, which one the year asks for, and which sections and tables are not there.
"""

from __future__ import annotations

from collections.abc import Iterable

from linter.kinds.kind import Kind
from linter.kinds.naming import quoted
from linter.kinds.option import Options
from linter.model.finding import Outcome, Problem, Undecided
from linter.model.message import Catalogue, Localised, Message, Value
from linter.model.report import BoundReport
from linter.model.template import Template

_SHOWN = 6
"""Words of the report that are quoted as evidence."""


def check(_options: Options, report: BoundReport) -> Iterable[Outcome]:
    evidence, template = report.layout, report.template
    if evidence.layout is None:
        if not any(evidence.seen.values()) and not report.sections and not report.tables:
            yield Undecided(Message("layout-version.no-evidence"))
        return
    if evidence.layout == template.layout:
        return
    seen = evidence.seen.get(evidence.layout, ())
    values: dict[str, Value] = {
        "found": layout_title(template, evidence.layout),
        "expected": layout_title(template, template.layout),
        "seen": quoted(dict.fromkeys(seen))[:_SHOWN],
    }
    yield Problem(_message(report, values), span=report.start)


def _message(report: BoundReport, values: dict[str, Value]) -> Message:
    """The finding, with the year if it is known and what is missing if anything is."""
    found = {section.spec.id for section in report.sections}
    missing: list[Value] = [
        f"“{section.number}{section.label.text}”" for section in report.template.sections if section.id not in found
    ]
    missing += [table.title for table in report.template.tables if table.id not in report.tables]
    what = Message("layout-version.lacks", {"missing": tuple(missing)}) if missing else ""
    values["lacks"] = what
    if report.year is None:
        return Message("layout-version.other", values)
    return Message("layout-version.other-year", {**values, "year": str(report.year)})


def layout_title(template: Template, id: str) -> Value:
    """The title of a layout; an id that the template lacks stands for itself."""
    titles: dict[str, Localised] = {layout.id: layout.title for layout in template.layouts}
    return titles.get(id, id)


MESSAGES: Catalogue = {
    "layout-version.no-evidence": Localised(
        zh="没有找到可以判断报告格式的章节标题或表格文字",
        en="there are no section titles or table labels that tell the layout of the report",
    ),
    "layout-version.other": Localised(
        zh="本报告用的是“{found}”（见{seen}），应使用“{expected}”{lacks}",
        en="the report is in {found} (see {seen}); it should be in {expected}{lacks}",
    ),
    "layout-version.other-year": Localised(
        zh="本报告用的是“{found}”（见{seen}），{year} 年度报告应使用“{expected}”{lacks}",
        en="the report is in {found} (see {seen}); a report on {year} should be in {expected}{lacks}",
    ),
    "layout-version.lacks": Localised(zh="；缺少：{missing}", en="; it lacks: {missing}"),
}

KIND = Kind(
    __doc__,
    "报告使用哪一年度的格式。一条结果写明用的是哪种格式、当年应当用哪种，以及缺少哪些部分和表。",
    Options,
    check,
    MESSAGES,
)
