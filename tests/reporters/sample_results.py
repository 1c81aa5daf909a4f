"""Results as the engine makes them, about agencies that do not exist."""

from __future__ import annotations

from decimal import Decimal

from linter.model.address import Address
from linter.model.finding import Calculation, CellReference, Finding, Severity, Suspect, Term, UndecidedRule
from linter.model.message import CellName, Localised, Message
from linter.model.result import Checked, Failed, Head, RunResult, Skipped
from linter.model.span import TextSpan

TABLE = Localised("表三 收到和处理政府信息公开申请情况", "Table 3: requests received and processed")
SOURCE = "表三表头注；国办公开办函〔2021〕30号"


def says(text: str) -> Message:
    """A message that reads as `text` in both languages."""
    return Message("report.list", {"items": text})


def address(row: str, column: str = "natural_person") -> Address:
    return Address("requests", row, column)


def term(name: str, text: str, row: str, sign: int = 1) -> Term:
    return Term(name, text, Decimal(text or 0), address(row), sign)


def finding(rule: str, zh: str, en: str, **values: object) -> Finding:
    defaults: dict[str, object] = {
        "severity": Severity.ERROR,
        "message": says(zh),
        "source": SOURCE,
        "span": TextSpan(88, 3, 1200, 2),
        "fingerprint": "0" * 32,
        "section": "requests",
        "table": "requests",
        "table_title": TABLE,
    }
    return Finding(rule=rule, title=Localised(zh, en), **{**defaults, **values})  # type: ignore[arg-type]


BALANCE = finding(
    "requests-balance",
    "第一项加第二项不等于第三项加第四项（自然人）",
    "items one and two do not equal items three and four (natural persons)",
    message=says("“自然人”列：左边 15，右边 14，差 1"),
    cells=tuple(
        CellReference(
            address(row), CellName(name, "自然人"), text, TextSpan(88 + index, 3, 1200 + index, 0 if index else 2)
        )
        for index, (row, name, text) in enumerate(
            [("new_received", "一、本年新收", "12"), ("processed_total", "（七）总计", "13")]
        )
    ),
    calculation=Calculation(
        left=(term("一、本年新收政府信息公开申请数量", "12", "new_received"), term("二、上年结转", "3", "carried_in")),
        right=(term("（七）总计", "13", "processed_total"), term("四、结转下年度继续办理", "1", "carried_out")),
        left_total=Decimal(15),
        right_total=Decimal(14),
        operator="==",
    ),
    suspect=Suspect(address("processed_total"), CellName("（七）总计", "自然人"), Decimal(13), Decimal(14)),
    related=(finding("requests-row-totals", "各行“总计”应等于各列之和", "row totals equal the sum of their columns"),),
)

LONG_SUM = finding(
    "requests-processed-total",
    "办理结果总计应等于各项之和",
    "the total of results equals the sum of its parts",
    calculation=Calculation(
        left=(term("（七）总计", "5", "processed_total"),),
        right=(
            term("（一）予以公开", "4", "granted"),
            *(term(f"（三）{index}.其他情形", "0", f"denied_{index}") for index in range(1, 8)),
        ),
        left_total=Decimal(5),
        right_total=Decimal(4),
        operator="==",
    ),
)

COMPARISON = finding(
    "disclosed-within-total",
    "新公开数量不应大于公开总数量",
    "what was newly disclosed is within the total",
    severity=Severity.WARNING,
    table="proactive",
    table_title=Localised("表二 主动公开政府信息情况", "Table 2: proactive disclosure"),
    calculation=Calculation(
        left=(term("规范性文件·本年新公开数量", "7", "normative_docs"),),
        right=(term("规范性文件·对外公开总数量", "5", "normative_docs"),),
        left_total=Decimal(7),
        right_total=Decimal(5),
        operator="<=",
    ),
    hint=says("若“规范性文件·对外公开总数量”为 7，则两数相符"),
)

BLANKS = finding(
    "cells-filled-in",
    "每一格都应填写，没有的填 0",
    "no cell is left blank; nothing is written 0",
    severity=Severity.WARNING,
    cells=tuple(
        CellReference(
            address("granted", column),
            CellName("（一）予以公开", name),
            text,
            TextSpan(88, 3 + index, 1200 + index, 0 if index else 2),
        )
        for index, (column, name, text) in enumerate(
            [("natural_person", "自然人", ""), ("commercial", "商业企业", " "), ("total", "总计", "８808257.32元")]
        )
    ),
)

HOSTILE = finding(
    "section-titles",
    "标题应与规定格式一致",
    "section titles read as the form prints them",
    severity=Severity.INFO,
    message=says(
        "标题为“\x1b]0;x\x07[bold]存在\u202e的问题\x9b31m[/bold]\u2028”，应为“存在的主要问题及改进情况”"
        + "很长的文字，" * 30
    ),
    table=None,
    table_title=None,
    section="problems",
    source="无",
    span=TextSpan(120, 1, 2000, 4),
)

WAITING = Message("run.requires", {"rules": ("“报告应使用当年格式”",)})

UNDECIDED = tuple(
    UndecidedRule(rule, Localised("题", "title"), reason)
    for rule, reason in [
        ("rows-present", WAITING),
        ("columns-present", WAITING),
        ("review-totals", says("没有找到表四")),
    ]
)

FAULTY = Checked(
    Head(
        "报告/青溪镇2023.txt",
        "txt",
        "cn-open-government/2021",
        2023,
        "青溪镇人民政府",
        notes=(says("文件中有一处无法解码的字符"),),
    ),
    findings=(BALANCE, LONG_SUM, COMPARISON, BLANKS, HOSTILE),
    undecided=UNDECIDED,
)

UNREADABLE = Failed(Head("云岭县发展和改革局.txt"), Message("run.no-permission"))

CLEAN = Checked(Head("松湖街道办事处2022.md", "md", "cn-open-government/2021", 2022))

OTHER = Skipped(Head("通知.txt"))

RESULTS = {
    "faulty": RunResult((FAULTY,)),
    "mixed": RunResult((FAULTY, CLEAN, UNREADABLE, OTHER)),
    "clean": RunResult((CLEAN,)),
    "unreadable": RunResult((UNREADABLE,)),
}
