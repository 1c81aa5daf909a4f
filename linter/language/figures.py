"""Texts about cells, their figures, and what must hold between them."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.message import Localised

TEXTS: Mapping[str, Localised] = {
    "filled-cells.blank": Localised(
        zh="“{row}”有 {count} 格未填（{columns}）；没有的填 0",
        en="“{row}” has {count} blank cell(s) ({columns}); where there is nothing, write 0",
    ),
    "filled-cells.placeholder": Localised(
        zh="“{row}”有 {count} 格填的是{texts}（{columns}）；没有的填 0",
        en="“{row}” has {texts} in {count} cell(s) ({columns}); where there is nothing, write 0",
    ),
    "filled-cells.both": Localised(
        zh="“{row}”有 {count} 格未填或填的是{texts}（{columns}）；没有的填 0",
        en="“{row}” has {count} cell(s) blank or with {texts} ({columns}); where there is nothing, write 0",
    ),
    "filled-cells.incomplete": Localised(
        zh="{table}填报不完整：{all} 格中有 {count} 格未填；没有的填 0",
        en="{table} is incomplete: of {all} cells, {count} are not filled in; where there is nothing, write 0",
    ),
    "filled-cells.placeholders-throughout": Localised(
        zh="{table}的 {all} 格中有 {count} 格填的是{texts}；没有的填 0",
        en="{table} has {texts} in {count} of its {all} cells; where there is nothing, write 0",
    ),
    "blank-zeros.columns": Localised(
        zh="{table}的{columns}全列空白（{count} 格），已按 0 计算；建议填 0",
        en="{table} has nothing in {columns} ({count} cells), which was taken for 0; better write 0",
    ),
    "blank-zeros.taken": Localised(
        zh="{table}有 {count} 个空格，已按 0 计算；建议填 0",
        en="{table} has {count} empty cell(s), which were taken for 0; better write 0",
    ),
    "cell-value.cell": Localised(zh="“{column}”为“{text}”", en="“{column}” is “{text}”"),
    "cell-value.negative": Localised(
        zh="“{row}”有负数：{cells}；应为 0 或正数",
        en="“{row}” has a negative figure: {cells}; it should be 0 or more",
    ),
    "cell-value.decimal": Localised(
        zh="“{row}”有小数：{cells}；应为整数",
        en="“{row}” has a decimal figure: {cells}; it should be a whole number",
    ),
    "cell-value.unreadable": Localised(
        zh="“{row}”填的不是数字：{cells}；应填数字，没有的填 0",
        en="“{row}” has something that is not a figure: {cells}; write a number, or 0 where there is nothing",
    ),
    "cell-notation.cell": Localised(zh="“{name}”为“{text}”，读作 {value}", en="“{name}” is “{text}”, for {value}"),
    "cell-notation.amount": Localised(
        zh="金额的单位写在了格内：{cells}；表头未列单位，注明单位即可，录入系统时只取数字",
        en="the unit of an amount stands in its cell: {cells}; where the header states none, that is the place for it",
    ),
    "cell-notation.amount-and-more": Localised(
        zh="金额的单位写在了格内：{cells}，另有 {more} 格；表头未列单位，注明单位即可，录入系统时只取数字",
        en="units of amounts stand in cells: {cells}, and {more} more; where the header states none, that is the place",
    ),
    "cell-notation.unit": Localised(
        zh="单元格中带有单位：{cells}；只填数字即可",
        en="a unit stands in the cell: {cells}; the bare figure is enough",
    ),
    "cell-notation.unit-and-more": Localised(
        zh="单元格中带有单位：{cells}，另有 {more} 格；只填数字即可",
        en="units stand in cells: {cells}, and {more} more; the bare figure is enough",
    ),
    "cell-notation.separators": Localised(
        zh="数字带有千分位分隔符：{cells}；只填数字即可",
        en="thousands are separated: {cells}; the bare figure is enough",
    ),
    "cell-notation.separators-and-more": Localised(
        zh="数字带有千分位分隔符：{cells}，另有 {more} 格；只填数字即可",
        en="thousands are separated: {cells}, and {more} more; the bare figure is enough",
    ),
    "cell-notation.sign-word": Localised(
        zh="用文字表示增减：{cells}；应用“+”“-”号",
        en="a word stands for the sign: {cells}; use + or -",
    ),
    "cell-notation.sign-word-and-more": Localised(
        zh="用文字表示增减：{cells}，另有 {more} 格；应用“+”“-”号",
        en="words stand for signs: {cells}, and {more} more; use + or -",
    ),
    "cell-unit.unstated": Localised(
        zh="“{name}”为“{text}”，没有注明单位；请注明是 {units} 中的哪一个",
        en="“{name}” is “{text}” without a unit; say which of {units} it is in",
    ),
    "cell-unit.unaccepted": Localised(
        zh="“{name}”为“{text}”，单位是“{unit}”；应为 {units} 之一",
        en="“{name}” is “{text}”, in “{unit}”; it should be in one of {units}",
    ),
    "cell-unit.stated-twice": Localised(
        zh="“{name}”为“{text}”，表头已规定单位为“{stated}”，格中又写了“{unit}”；请换算后只填数字",
        en="“{name}” is “{text}”; the header asks for “{stated}” and the cell says “{unit}”: convert it and write "
        "the bare figure",
    ),
    "agency-permission.cell": Localised(zh="“{name}”为 {text}", en="“{name}” is {text}"),
    "agency-permission.not-nought": Localised(
        zh="{cells}；本机关为{agency}，这些格应为 0",
        en="{cells}; the agency is a {agency}, for which these cells should be 0",
    ),
    "agency-permission.unknown": Localised(
        zh="{cells}；无法从名称确定本机关属于哪一类机关，请自行核对是否应为 0",
        en="{cells}; the name of the agency does not tell what kind it is, so see whether these should be 0",
    ),
    "agency-permission.unsure": Localised(
        zh="{cells}；仅凭名称（{agency}）不能确定本机关有无此项权限，请自行核对是否应为 0",
        en="{cells}; the name alone ({agency}) does not tell whether the agency has this power, so see whether these "
        "should be 0",
    ),
    "relation.for": Localised(zh="{name}：", en="{name}: "),
    "relation.total": Localised(
        zh="{where}{found}，各项合计为 {total}（{terms}），相差 {difference}",
        en="{where}{found}, but its parts add up to {total} ({terms}); the difference is {difference}",
    ),
    "relation.total-of-noughts": Localised(
        zh="{where}{found}，但各项均为 0，相差 {difference}",
        en="{where}{found}, but all its parts are 0; the difference is {difference}",
    ),
    "relation.unequal": Localised(
        zh="{where}{left}，不等于 {right}，相差 {difference}",
        en="{where}{left} does not equal {right}; the difference is {difference}",
    ),
    "relation.equal": Localised(
        zh="{where}{left}，等于 {right}，两者不应相等，相差 {difference}",
        en="{where}{left} equals {right}, which it should not; the difference is {difference}",
    ),
    "relation.more": Localised(
        zh="{where}{left}，大于 {right}，多 {difference}",
        en="{where}{left} is more than {right}; the difference is {difference}",
    ),
    "relation.less": Localised(
        zh="{where}{left}，小于 {right}，少 {difference}",
        en="{where}{left} is less than {right}; the difference is {difference}",
    ),
    "relation.not-more": Localised(
        zh="{where}{left}，应大于 {right}，相差 {difference}",
        en="{where}{left} should be more than {right}; the difference is {difference}",
    ),
    "relation.not-less": Localised(
        zh="{where}{left}，应小于 {right}，相差 {difference}",
        en="{where}{left} should be less than {right}; the difference is {difference}",
    ),
    "relation.untrue": Localised(
        zh="{where}{cells}；请核对",
        en="{where}{cells}; see which of them is wrong",
    ),
    "relation.undecided": Localised(zh="无法核算：{reasons}", en="could not be worked out: {reasons}"),
    "relation.in": Localised(zh="（{instances}）", en=" ({instances})"),
    "relation.because-missing": Localised(zh="没有找到{names}{where}", en="{names} was not found{where}"),
    "relation.because-blank": Localised(zh="{names}未填{where}", en="{names} is blank{where}"),
    "relation.because-placeholder": Localised(zh="{names}填的不是数字{where}", en="{names} holds a placeholder{where}"),
    "relation.because-unreadable": Localised(zh="{names}填的不是数字{where}", en="{names} is not a figure{where}"),
    "relation.because-figure": Localised(
        zh="{names}的数字不能用于计算{where}", en="{names} cannot be reckoned with{where}"
    ),
    "relation.more-reasons": Localised(zh="另有 {count} 处", en="and {count} more"),
}
