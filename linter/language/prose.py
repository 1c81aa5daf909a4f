"""Texts about what the running text of a report says."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.message import Localised

TEXTS: Mapping[str, Localised] = {
    "prose.title": Localised(zh="标题", en="the title"),
    "prose.lead": Localised(zh="引言", en="the introduction"),
    "prose.other": Localised(zh="其余部分", en="the rest of the report"),
    "unwanted-text.found": Localised(zh="文中有“{seen}”：{advice}", en="the text has “{seen}”: {advice}"),
    "required-mention.no-part": Localised(
        zh="没有找到{parts}，无法核对", en="{parts} was not found, so there was nothing to check"
    ),
    "required-mention.missing-anywhere": Localised(
        zh="报告没有写明{missing}，请补写", en="the report does not speak of {missing}; add it"
    ),
    "required-mention.missing": Localised(
        zh="{parts}没有提到{missing}，请补写", en="{parts} does not speak of {missing}; add it"
    ),
}
