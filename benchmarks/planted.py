"""Correct reports made up from a seed, and the faults that `trust.py` puts into them, one at a time."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), *(str(ROOT / "tests" / folder) for folder in ("localisation", "formats"))]

import tables  # noqa: E402

from linter.model.address import Address  # noqa: E402
from linter.model.template import Template  # noqa: E402

Draft = dict[str, Any]
"""What `tests/formats/sources.py` makes a report of: `cells` by address, `prose` by section, `faults`."""

AGENCIES = (
    "青溪镇人民政府",
    "松湖街道办事处",
    "云岭县民政局",
    "云岭县水务局",
    "竹亭乡人民政府",
    "岚桥区市场监督管理局",
)
YEAR = 2023
TOPICS = ("机构职能", "财政资金", "工作动态", "乡村建设", "通知公告", "政策解读", "安全生产")
SUMS = frozenset({"equation", "comparison", "claim"})
"""Kinds of rules that a wrong figure of a table may break."""


def correct(template: Template, rng: random.Random) -> Draft:
    """A report in which nothing is wrong: figures that agree, and sentences that say the same."""
    figures = tables.consistent(template, rng, *tables.SIZES[rng.choice(("nearly all zeros", "small", "large"))])
    cells = {str(address): str(value) for address, value in figures.items()}
    issued, repealed, more = (rng.randrange(6) for _ in range(3))
    cells |= {
        "proactive.normative_docs.issued": str(issued),
        "proactive.normative_docs.repealed": str(repealed),
        "proactive.normative_docs.in_force": str(issued + more),
        "proactive.admin_license.decisions": str(rng.randrange(400)),
        "proactive.admin_penalty.decisions": str(rng.randrange(60)),
        "proactive.admin_fees.amount": f"{rng.randrange(9000) / 100:.2f}",
    }
    prose = {"overview": _overview(figures, issued, repealed, rng), "problems": _problems(rng)}
    return {"form": "2021", "year": YEAR, "organisation": rng.choice(AGENCIES), "cells": cells, "prose": prose}


def _overview(figures: tables.Figures, issued: int, repealed: int, rng: random.Random) -> str:
    new, natural = (figures[Address("requests", "new_received", one)] for one in ("total", "natural_person"))
    carried = figures[Address("requests", "carried_in", "total")]
    review = figures[Address("review_litigation", "review", "total")]
    parts = {topic: rng.randrange(11, 90) for topic in rng.sample(TOPICS, 4)}
    listed = "、".join(f"{topic}类{count}条" for topic, count in parts.items())
    return (
        f"全年主动公开政府信息{sum(parts.values())}条，其中{listed}。制发行政规范性文件{issued}件，废止{repealed}件。"
        f"全年新收政府信息公开申请{new}件，上年结转{carried}件。"
        f"其中自然人申请{natural}件，法人或其他组织申请{new - natural}件。"
        f"因政府信息公开被申请行政复议{review}件。{YEAR}年{rng.randrange(1, 12)}月召开推进会，按时答复率达100%。"
    )


def _problems(rng: random.Random) -> str:
    found = rng.sample(
        ("部分栏目更新不够及时", "政策解读的形式比较单一", "基层业务培训开展较少", "目录与档案衔接不够"), 3
    )
    return f"主要存在三个方面的问题：一是{found[0]}；二是{found[1]}；三是{found[2]}。"


class Fault(NamedTuple):
    """A sort of fault. `plant` changes a copy of a draft and gives False where it cannot; `kinds` are those of rules
    that may report it.
    """

    plant: Callable[[Draft, random.Random], bool]
    kinds: frozenset[str]


def _figure(table: str, *kinds: str) -> Fault:
    """Another figure in a cell of a table whose figures must agree."""

    def plant(draft: Draft, rng: random.Random) -> bool:
        name = rng.choice(sorted(name for name in draft["cells"] if name.startswith(table)))
        draft["cells"][name] = str(int(draft["cells"][name]) + rng.choice((1, 2, 9, 10, 90)))
        return True

    return Fault(plant, SUMS | set(kinds))


def _cell(text: str, *kinds: str) -> Fault:
    """Something else than a figure in a cell."""

    def plant(draft: Draft, rng: random.Random) -> bool:
        draft["cells"][rng.choice(sorted(draft["cells"]))] = text
        return True

    return Fault(plant, frozenset(kinds))


def _exchange(draft: Draft, rng: random.Random) -> bool:
    names = sorted(name for name in draft["cells"] if name.startswith("requests."))
    one = rng.choice(names)
    row = one.rpartition(".")[0]
    others = [name for name in names if name.startswith(f"{row}.") and draft["cells"][name] != draft["cells"][one]]
    if not others:
        return False
    other = rng.choice(others)
    draft["cells"][one], draft["cells"][other] = draft["cells"][other], draft["cells"][one]
    return True


def _moved(draft: Draft, rng: random.Random) -> bool:
    """A request counted under another outcome, in all its sums: nothing in the report contradicts that."""
    rows = rng.sample(("denied_admin_query", "unable_not_held", "unprocessed_repeat"), 2)
    for column in ("natural_person", "total"):
        names = [f"requests.{row}.{column}" for row in rows]
        one, other = (int(draft["cells"][name]) for name in names)
        draft["cells"] |= {names[0]: str(one + 1), names[1]: str(other - 1)}
        if not other:
            return False
    return True


def _licences(draft: Draft, rng: random.Random) -> bool:
    """A figure that stands in no sum and in no sentence."""
    name = "proactive.admin_license.decisions"
    draft["cells"][name] = str(int(draft["cells"][name]) + rng.randrange(1, 90))
    return True


def _words(kinds: str, *changes: tuple[str, str]) -> Fault:
    """Other words for some that stand anywhere in the draft: one of `changes`."""

    def plant(draft: Draft, rng: random.Random) -> bool:
        old, new = rng.choice(changes)
        draft.setdefault("faults", []).append({"replace": {old: new}})
        return True

    return Fault(plant, frozenset(kinds.split()))


def _number(before: str, after: str, kinds: str, *sections: str) -> Fault:
    """Another number between two stretches of words in a paragraph."""

    def plant(draft: Draft, rng: random.Random) -> bool:
        for section in sections or ("overview",):
            text = draft["prose"][section]
            start = text.index(before) + len(before)
            end = text.index(after, start)
            wrong = str(int(text[start:end]) + rng.choice((1, 2, 7)))
            draft["prose"][section] = text[:start] + wrong + text[end:]
        return True

    return Fault(plant, frozenset(kinds.split()))


def _sentence(kinds: str, *sentences: str) -> Fault:
    """One of `sentences` at the end of section one or five."""

    def plant(draft: Draft, rng: random.Random) -> bool:
        draft["prose"][rng.choice(("overview", "problems"))] += rng.choice(sentences)
        return True

    return Fault(plant, frozenset(kinds.split()))


def _given(fault: Mapping[str, Any], *kinds: str) -> Fault:
    """A fault of structure that `tests/formats/faults.py` makes."""

    def plant(draft: Draft, _: random.Random) -> bool:
        draft.setdefault("faults", []).append(fault)
        return True

    return Fault(plant, frozenset(kinds))


FAULTS: Mapping[str, Fault] = {
    "a wrong figure in table 3": _figure("requests."),
    "a wrong figure in table 4": _figure("review_litigation."),
    "two figures of a row exchanged": Fault(_exchange, SUMS),
    "a cell left blank": _cell("", "filled-cells", "blank-zeros"),
    "a stroke for zero": _cell("/", "filled-cells"),
    "words in a cell": _cell("不涉及", "cell-value"),
    "a negative figure": _cell("-3", "cell-value", *SUMS),
    "a row left out": _given({"remove-row": {"table": "requests", "label": "2.重复申请"}}, "required-rows"),
    "a column left out": _given({"remove-column": {"table": "requests", "label": "科研机构"}}, "required-columns"),
    "a label misspelt": _words("label-spelling", ("保护第三方", "保户第三方"), ("重复申请", "重覆申请")),
    "a section left out": _given({"remove-section": {"section": "problems"}}, "required-section"),
    "a heading reworded": _words("section-title", ("存在的主要问题及改进情况", "存在的主要问题及努力方向")),
    "last year in the title": _words(
        "stated-year statistics-period work-year claim date-range", ("2023年政府信息公开", "2022年政府信息公开")
    ),
    "a wrong period": _words(
        "statistics-period", ("2023年12月31日", "2023年11月30日"), ("2023年1月1日", "2022年1月1日")
    ),
    "a former decree": _sentence("cited-document", "依据《政府信息公开条例》（国务院令第492号）办理。"),
    "requests received": _number("新收政府信息公开申请", "件", "claim breakdown"),
    "applicants": _number("自然人申请", "件", "claim breakdown"),
    "requests carried over": _number("上年结转", "件", "claim"),
    "reviews": _number("行政复议", "件", "claim"),
    "documents issued": _number("制发行政规范性文件", "件", "claim"),
    "parts and their total": _number("主动公开政府信息", "条", "breakdown"),
    "a part above its total": _sentence(
        "breakdown", "开通专栏4个，其中民生类专栏6个。", "编印手册300册，其中条例读本420册。"
    ),
    "two parts and their total": _sentence(
        "breakdown", "接待来访12件、来信9件，共22件。", "发布图解17篇、视频8篇，共计26篇。"
    ),
    "a number left out of a list": _words("enumeration stated-count", ("二是", "四是"), ("三是", "四是")),
    "as many things as announced": _words("stated-count", ("三个方面", "四个方面"), ("三个方面", "两个方面")),
    "work of an earlier year": _sentence("work-year", "2022年，主动公开信息41条。", "2021年度，共收到建议15条。"),
    "a day that does not exist": _sentence("unwanted-text", "2月30日完成核查。", "11月31日前完成整改。"),
    "a share above a hundred": _sentence("unwanted-text", "群众满意度达103%。", "按期办结率为110%。"),
    "a bracket left open": _sentence(
        "paired-marks", "更新公开指南（2023年版，方便查询。", "公布《公开目录，方便查询。"
    ),
    "a place left to fill in": _sentence("unwanted-text", "组织培训XX次。", "回复留言____条。", "发布解读……篇。"),
    "a word twice": _sentence("unwanted-text repeated-words", "今后将将加强培训。", "确保确保按时公开。"),
    "a request under another outcome": Fault(_moved, SUMS),
    "a figure in no sum": Fault(_licences, SUMS),
}
