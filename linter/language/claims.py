"""Texts about figures in sentences, held against the tables and against each other."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.message import Localised

TEXTS: Mapping[str, Localised] = {
    "claim.unequal": Localised(
        zh="文中写“{quote}”，但表中{cells}，相差 {difference}；请核对哪一处有误",
        en="the text says “{quote}”, but the table has {cells}; the difference is {difference}: see which of the two "
        "is wrong",
    ),
    "claim.none-fits": Localised(
        zh="文中写“{quote}”，但表中{cells}，都不是“{figure}”；请核对哪一处有误",
        en="the text says “{quote}”, but the table has {cells}, none of which is “{figure}”: see which of the two is "
        "wrong",
    ),
    "claim.less": Localised(
        zh="文中写“{quote}”，少于表中的{cells}，相差 {difference}；请核对哪一处有误",
        en="the text says “{quote}”, which is less than {cells} in the table; the difference is {difference}: see "
        "which of the two is wrong",
    ),
    "claim.more": Localised(
        zh="文中写“{quote}”，多于表中的{cells}，相差 {difference}；请核对哪一处有误",
        en="the text says “{quote}”, which is more than {cells} in the table; the difference is {difference}: see "
        "which of the two is wrong",
    ),
    "claim.untrue": Localised(
        zh="文中写“{quote}”，但表中{cells}；请核对哪一处有误",
        en="the text says “{quote}”, but the table has {cells}: see which of the two is wrong",
    ),
    "claim.undecided": Localised(
        zh="无法与文中的说法核对：表中没有{cells}的数字",
        en="what the text says could not be checked: the table has no figure for {cells}",
    ),
    "claim.one-relation": Localised(
        zh="每项要有且只有一个核对关系（{keys} 之一）", en="a claim has one of {keys}, and no more than one"
    ),
    "stated.no-figure": Localised(
        zh="模式中没有 {{figure}}；没有数字的说法要用 states 写明它表示多少",
        en="the pattern has no {{figure}}; for words without a figure, say with states what they mean",
    ),
    "stated.figure-too": Localised(
        zh="模式中有 {{figure}}，就不能再写 states", en="the pattern has {{figure}}, so there is no room for states"
    ),
    "stated.named-group": Localised(zh="这里的模式不能有命名分组", en="patterns have no named groups here"),
    "required-mention.no-figure": Localised(
        zh="表中没有{cells}的数字，无法核对是否应当提到",
        en="the table has no figure for {cells}, so whether this must be spoken of could not be checked",
    ),
    "same-quantity.differs": Localised(
        zh="同一数量前后不一致：“{before}”与“{found}”；请核对",
        en="one quantity has two figures: “{before}” and “{found}”; see which is right",
    ),
}
