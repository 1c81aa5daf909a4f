"""Words in tables of any form, by which a report that no pack describes is understood: totals, rates, units, dashes."""

from __future__ import annotations

TOTAL = r"[总合小共]计|总[数额量]|^(?:grand |sub-?)?totals?\b|\btotal$|^(?:all|overall|sum)\b|\boverall$"
"""A pattern of labels of totals, in lower case."""

NO_SUM = (
    r"率|平均|人均|均值|中位|占比|比[例重]|[%％]|百分|\b(?:averages?|mean|median|percent\w*|rate|share|per|ratio)\b"
)
"""A pattern of labels under which figures do not add up."""

UNITS = ("元", "万元", "亿元", "件", "条", "人", "次")
"""Units that are printed after figures."""

NOTHING = frozenset({"-", "--", "—", "——", "–", "/", "n/a", "na", "..", "…", "无", "不适用"})
"""Texts of cells that stand for no figure."""

ZEROS = frozenset({"-", "--", "—", "——", "–", "/"})
"""Those of them that stand for zero in most tables."""

CURRENCIES = ("$", "£", "€", "¥", "￥")
"""What is printed before amounts of money."""

SHARE = r"(.*[0-9].*?)[(（]([0-9.]+[%％])[)）]"
"""A pattern of a figure, and of the percentage in brackets after it."""

YEAR = r"(?:19|20)[0-9]{2}年?"
"""A pattern of a year alone."""

BREAKS = r"[0-9]+[年月日]?|[:：,，–—\-|()（）]"
"""A pattern of what parts the words of titles that are the same in all reports from those that are not."""

OF_DATES = "年月日"
"""Characters that are left of a date."""

ENDS = tuple("。；;：:，,.?？!！")
"""What a sentence ends with, or goes on after, and a heading does not."""

NOTE = r"(?<=.)[(（].*$"
"""A pattern of a note after a label."""

NUMBER = r"^\s*(?:\([0-9一二三四五六七八九十]{1,3}\)|[0-9一二三四五六七八九十]{1,3}[.、:)])[.、,:]?\s*(?![0-9])"
"""A pattern of the number before a label."""

OPENING = "(（“《"
"""Marks that a text may begin with."""
