"""Texts about the wording of a report: leftovers, repetitions, self-names, and sections that say nothing."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.message import Localised

TEXTS: Mapping[str, Localised] = {
    "self-name.other": Localised(
        zh="文中自称“{seen}”，与本机关“{organisation}”不符，请核对是否照搬了其他单位的内容",
        en=(
            "the text says “{seen}” of itself, but the agency is “{organisation}”; "
            "see whether it was copied from another’s"
        ),
    ),
    "self-name.other-often": Localised(
        zh="文中 {count} 处自称“{seen}”，与本机关“{organisation}”不符，请核对是否照搬了其他单位的内容",
        en=(
            "the text says “{seen}” of itself {count} times, but the agency is “{organisation}”; "
            "see whether it was copied from another’s"
        ),
    ),
    "self-name.unknown": Localised(
        zh="文中自称“{seen}”，但没有读到本机关的名称，无法核对",
        en="the text says “{seen}” of itself, but the name of the agency was not found",
    ),
    "repeated-text.in-part": Localised(
        zh="“{seen}”在本部分前文已经出现，请删去一处",
        en="“{seen}” stands in this part already; take one of the two out",
    ),
    "repeated-text.in-paragraph": Localised(
        zh="“{seen}”在同一段中重复出现，请删去一处",
        en="“{seen}” stands in this paragraph twice; take one of the two out",
    ),
    "repeated-text.in-other-part": Localised(
        zh="“{seen}”在{part}已经出现，请删去一处", en="“{seen}” stands in {part} already; take one of the two out"
    ),
    "repeated-words.found": Localised(
        zh="“{seen}”中“{word}”重复，请删去一个", en="“{seen}” says “{word}” twice; take one of the two out"
    ),
    "section-content.no-section": Localised(
        zh="没有找到“{title}”，无法核对", en="“{title}” was not found, so there was nothing to check"
    ),
    "section-content.empty": Localised(zh="“{title}”没有内容，请补写", en="“{title}” is empty; write it"),
    "section-content.only": Localised(
        zh="“{title}”只写了“{seen}”，请按要求写明具体内容",
        en="“{title}” says no more than “{seen}”; write what is asked for",
    ),
    "section-content.short": Localised(
        zh="“{title}”只有 {count} 字，内容过于简单，请充实",
        en="“{title}” has no more than {count} characters; say more",
    ),
    "section-content.long": Localised(
        zh="“{title}”共 {count} 字，要求不超过 {limit} 字，请精简",
        en="“{title}” has {count} characters; {limit} are the most that are asked for",
    ),
    "section-content.boilerplate": Localised(
        zh="“{title}”只有编制依据、组成部分一类的说明，没有写本年工作，请补写",
        en="“{title}” only says how the report was made; write what was done in the year",
    ),
    "paired-marks.not-closed": Localised(
        zh="“{seen}”的“{opening}”没有对应的“{closing}”，请补上",
        en="the “{opening}” of “{seen}” is not closed by “{closing}”",
    ),
    "paired-marks.odd": Localised(
        zh="“{seen}”处的“{mark}”没有成对，像是转换时留下的，请删去",
        en="the “{mark}” at “{seen}” has no partner; it seems to be left from a conversion, take it out",
    ),
    "paired-marks.not-opened": Localised(
        zh="“{seen}”的“{closing}”没有对应的“{opening}”，请补上或删去",
        en="the “{closing}” of “{seen}” has no “{opening}” before it",
    ),
}
