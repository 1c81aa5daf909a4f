"""What is said of findings that have one cause, of the cells that may be wrong, and of blank cells."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.message import Localised

TEXTS: Mapping[str, Localised] = {
    "group.suspect": Localised(
        zh="{cell}现为 {value}，改为 {suggested} 后，{count} 处不符即可全部对上{why}",
        en="change {cell} from {value} to {suggested}: the {count} failing sums then agree{why}",
    ),
    "group.suspect-of-one": Localised(
        zh="{cell}现为 {value}，改为 {suggested} 后，两边即可对上{why}",
        en="change {cell} from {value} to {suggested}: both sides then agree{why}",
    ),
    "group.shifted": Localised(
        zh="疑为从{first}到{last}的数字整体错了一格（共 {cells} 格）；移回后，{count} 处不符即可全部对上，请核对",
        en="the figures from {first} to {last} ({cells} cells) seem to be shifted by one cell; check, and move them "
        "back: the {count} failing sums then agree",
    ),
    "group.line-of-one-figure": Localised(
        zh="疑{line}未填实数（各格都是 {value}）；按其他数字填写后，{count} 处不符即可全部对上，请核对",
        en="{line} seems not to have been counted (every figure is {value}); with what the other figures give, the "
        "{count} failing sums would agree; please check",
    ),
    "group.line-of-last-year": Localised(
        zh="疑{line}沿用了上年数字（各格都相同）；按本年其他数字填写后，{count} 处不符即可全部对上，请核对",
        en="{line} seems to be last year's (every figure is the same); with what the other figures of this year give, "
        "the {count} failing sums would agree; please check",
    ),
    "group.line-copied": Localised(
        zh="疑{line}照抄了相邻的{other}（各格都相同）；按其他数字填写后，{count} 处不符即可全部对上，请核对",
        en="{line} seems to be copied from {other} beside it (every figure is the same); with what the other figures "
        "give, the {count} failing sums would agree; please check",
    ),
    "group.lines-exchanged": Localised(
        zh="疑{line}与{other}的数字整体填反；互换后，{count} 处不符即可全部对上，请核对",
        en="the figures of {line} and {other} seem to have changed places; exchanged, the {count} failing sums would "
        "agree; please check",
    ),
    "group.row": Localised(zh="“{name}”一行", en="row “{name}”"),
    "group.column": Localised(zh="“{name}”一列", en="column “{name}”"),
    "group.one-of-lines": Localised(zh="{lines}之一", en="one of {lines}"),
    "group.likely": Localised(
        zh="最可能是{cell}有误：现为 {value}，改为 {suggested} 后，{count} 处不符即可对上{why}{others}；请核对",
        en="{cell} is most likely wrong: with {suggested} instead of {value}, the {count} failing sum(s) agree"
        "{why}{others}; please check",
    ),
    "group.published": Localised(
        zh="本表数字之间没有矛盾，与上年报告对不上：{cell}现为 {value}，改为 {suggested} 后，{count} 处不符即可对上"
        "{why}；请核对是上年报告有误，还是本年沿用有误",
        en="the figures of this report agree with each other, but not with last year's: with {suggested} instead of "
        "{value} in {cell}, the {count} failing sum(s) agree{why}; check which of the two reports is wrong",
    ),
    "group.cells": Localised(
        zh="不止一格有误：把{changes}后，{count} 处不符即可全部对上{why}；请核对",
        en="more than one cell is wrong: with {changes}, the {count} failing sums agree{why}; please check",
    ),
    "group.likely-cells": Localised(
        zh="不止一格有误，最可能的改法：{changes}，改后 {count} 处不符即可全部对上{why}{others}；请核对",
        en="more than one cell is wrong, most likely: {changes}; the {count} failing sums then agree"
        "{why}{others}; please check",
    ),
    "group.others": Localised(zh="；也可能是{alternatives}", en="; it may also be {alternatives}"),
    "group.others-many": Localised(
        zh="；此外还有 {count} 种可能，如{example}", en="; there are {count} other ways, such as {example}"
    ),
    "group.either": Localised(
        zh="可能是下面 {ways} 处之一填错：{alternatives}；请对照台账核实",
        en="one of these {ways} is probably wrong: {alternatives}; check against the records",
    ),
    "group.either-such-as": Localised(
        zh="有 {ways} 种改法都能对上，如{alternatives}；请对照台账核实",
        en="there are {ways} ways to make the sums agree, such as {alternatives}; check against the records",
    ),
    "group.count": Localised(
        zh="只改一两格对不上，{count} 处不符至少要改 {cells} 格；请对照台账重新核对",
        en="one or two changes are not enough: for the {count} failing sums to agree, at least {cells} cells have to "
        "change; check against the records",
    ),
    "group.at-least": Localised(
        zh="连同其他共 {count} 处不符，至少要改 {cells} 格才能对上；请对照台账重新核对",
        en="for the {count} failing sum(s) to agree, at least {cells} cell(s) have to change; check against the "
        "records",
    ),
    "group.contradiction": Localised(
        zh="规则中的等式互相矛盾，无论怎样改数字都不能全部成立；请检查规则",
        en="the equations of the rules contradict each other: no figures satisfy all of them; check the rules",
    ),
    "group.change": Localised(
        zh="{cell}改为 {suggested}（现为 {value}{why}）", en="{suggested} instead of {value} in {cell}{why}"
    ),
    "group.cell": Localised(zh="{cell}", en="{cell}"),
    "group.last-year": Localised(zh="上年报告的{cell}", en="{cell} of last year's report"),
    "group.alternative": Localised(zh="{changes}{why}", en="{changes}{why}"),
    "group.move": Localised(zh="把{to}中的 {difference} 移到{from}", en="move {difference} from {to} to {from}"),
    "group.numbered": Localised(zh="（{number}）{text}", en="({number}) {text}"),
    "group.why": Localised(zh="，{reason}", en=", {reason}"),
    "group.blanks": Localised(
        zh="按其他数字推算，{cells}{more}（请核实）",
        en="calculated from the other figures: {cells}{more} (please check)",
    ),
    "group.blank-row": Localised(
        zh="“{row}”行未填的 {count} 格都应为 {value}", en="{value} in all {count} blank cells of row “{row}”"
    ),
    "group.blank": Localised(zh="{cell}应为 {value}", en="{value} in {cell}"),
    "group.blanks-more": Localised(zh="，另有 {count} 格", en=", and {count} more"),
    "why.sign": Localised(zh="疑为正负号写反", en="perhaps with the wrong sign"),
    "why.digits-exchanged": Localised(zh="疑为相邻两位数字颠倒", en="perhaps two digits were exchanged"),
    "why.digit-dropped": Localised(zh="疑为漏了一位数字", en="perhaps a digit was dropped"),
    "why.digit-doubled": Localised(zh="疑为同一位数字重复输入", en="perhaps a digit was typed twice"),
    "why.digit-added": Localised(zh="疑为多了一位数字", en="perhaps a digit was added"),
    "why.digit-mistyped": Localised(zh="疑为有一位数字打错", en="perhaps one digit was mistyped"),
    "why.neighbour": Localised(zh="疑为照抄了相邻的{cell}", en="perhaps copied from {cell} beside it"),
    "why.last-year": Localised(zh="疑为沿用了上年的数字", en="perhaps last year's figure"),
    "why.blank": Localised(zh="此格空白，按 0 计算", en="it is blank and was taken for 0"),
    "why.prose": Localised(zh="正文所写的数字与改后一致", en="a sentence of the report says the same"),
    "why.swapped": Localised(zh="疑为两格数字填反", en="perhaps the two figures changed places"),
    "why.moved": Localised(
        zh="疑为应填在{from}的 {difference} 填到了{to}",
        en="perhaps {difference} that belong in {from} were put in {to}",
    ),
    "why.shifted": Localised(zh="疑为整行数字错了一格", en="perhaps a whole row was shifted by one cell"),
}
