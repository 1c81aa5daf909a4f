"""Rows in which words stand where the figures should: the row is there, and its cells hold no figure."""

from __future__ import annotations

import pytest
from small_forms import bound, seen

WORDS = (
    "不涉及",
    "十二",
    "零",
    "未统计",
    "未开展",
    "见附件",
    "见第六部分说明",
    "由县馆统一办理",
    "暂无数据",
    "本馆无此业务",
)
AMONG_DIGITS = ("none", "约5册", "若干", "无（未开展）", "5册以上", "？")
FORM = {"rows": ["图书借出册数", {"期刊": ["中文期刊", "外文期刊"]}], "columns": ["成人", "儿童", "合计"]}
HEADER = "项目 | | 成人 | 儿童 | 合计\n"
ACROSS = {"rows": ["总馆", "分馆"], "columns": ["成人", "儿童"], "across": True}


@pytest.mark.parametrize("word", WORDS + AMONG_DIGITS)
def test_the_row_is_there(word: str) -> None:
    """Each cell of a row, one for all of them, and one of several; no row lacks, and none takes another's figures."""
    for cells in (f"{word} | {word} | {word}", f"3>{word}", f"{word} | |"):
        draft = f"{HEADER}图书借出册数 | | 5 | 2 | 7\n期刊 | 中文期刊 | {cells}\n | 外文期刊 | 1 | 0 | 1"
        found = seen(bound(FORM, draft))
        assert found["rows"]["图书借出册数"] == "5 2 7" and found["rows"]["期刊/外文期刊"] == "1 0 1", (cells, found)
        assert found["rows"]["期刊/中文期刊"] == " ".join([word] * 3) and "misses" not in found, (cells, found)


@pytest.mark.parametrize("word", WORDS)
def test_rows_side_by_side(word: str) -> None:
    header = "2>总馆 | 2>分馆\n成人 | 儿童 | 成人 | 儿童\n"
    for cells in (" | ".join([word] * 4), f"4>{word} |"):
        found = seen(bound(ACROSS, header + cells))
        assert found == {"rows": dict.fromkeys(("总馆", "分馆"), f"{word} {word}")}, (cells, found)


@pytest.mark.parametrize(
    "line",
    [
        "图书借出册数 | | 中文期刊 | |",  # a row of labels
        "图书借出册数 | | 中文期列 | |",  # nearly one
        "图书借出册数 | | 成人 | 儿童 | 合计",  # a header
        "图书借出册数 | | 大人 | 儿童 | 合计",
    ],
)
def test_labels_are_no_answers(line: str) -> None:
    draft = f"{HEADER}{line}\n期刊 | 中文期刊 | 4 | 4 | 8\n | 外文期刊 | 1 | 0 | 1"
    assert "图书借出册数" not in seen(bound(FORM, draft))["rows"]


def test_figures_go_before_words() -> None:
    """A table of explanations has the same labels; the row with figures is the one that counts."""
    words = "图书借出册数 | | 由总馆统计 | |\n"
    for first, last in (("", words), (words, "")):
        draft = f"{HEADER}{first}图书借出册数 | | 5 | 2 | 7\n{last}期刊 | 中文期刊 | 4 | 4 | 8\n | 外文期刊 | 1 | 0 | 1"
        assert seen(bound(FORM, draft))["rows"]["图书借出册数"] == "5 2 7"
