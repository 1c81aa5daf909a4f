"""What is wrong with the entities of a pack."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.message import Localised

TEXTS: Mapping[str, Localised] = {
    "pack.unknown-entity": Localised(
        zh="entities 中没有“{name}”；现有：{known}", en="there is no entity “{name}”; there are: {known}"
    ),
    "pack.entity-without-total": Localised(
        zh="“{name}”没有写明合计的名称；请在 entities 中写 total，或在此写 label",
        en="the entity “{name}” has no name for its total; give it a total, or give a label here",
    ),
    "pack.entity-names-itself": Localised(
        zh="“{name}”是它自己的别名；请删去", en="“{name}” is given as another wording of itself; take it out"
    ),
    "pack.entity-alias-twice": Localised(
        zh="“{name}”在“{id}”中指两个不同的名称；一个写法只能指一个",
        en="“{name}” stands for two different names of “{id}”; a wording can stand for one only",
    ),
    "pack.entity-without-code": Localised(
        zh="“{id}”没有编码，不能写 parent；请写 key: {{code: …}}",
        en="“{id}” has no codes, so it can have no parent; give key: {{code: …}}",
    ),
    "pack.entity-parent-order": Localised(
        zh="“{id}”的编码长度应由短到长，且不重复",
        en="the lengths of codes of “{id}” go from the shortest to the longest, each once",
    ),
    "pack.entity-samples": Localised(
        zh="“{id}”以编码为准；请把 samples 写作“编码: 名称”",
        en="“{id}” is known by its codes; give samples as code: name",
    ),
}
