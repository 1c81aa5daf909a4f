"""What is wrong with the languages of a pack, with the files of languages, and with the lines of its form."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.message import Localised

TEXTS: Mapping[str, Localised] = {
    "cli.valid-languages": Localised(
        zh="{path}：{count} 种语言，没有错误", en="{path}: {count} languages, no mistakes"
    ),
    "pack.language-of-file": Localised(
        zh="文件“{name}”写的是语言“{id}”；文件名应与 id 相同",
        en="the file “{name}” has the language “{id}”; it is named after its id",
    ),
    "pack.unknown-language": Localised(
        zh="没有语言“{name}”；现有：{known}", en="there is no language “{name}”; there are: {known}"
    ),
    "pack.form-line-needed": Localised(
        zh="“{id}”凭模式查找，测试用的报告写不出这一行；请在 form 下写明：tables: {{{id}: …}}",
        en="the table “{id}” is found by a pattern, which the reports of tests cannot print; give its line under form: "
        "{{tables: {{{id}: …}}}}",
    ),
    "pack.form-line-not-found": Localised(
        zh="“{id}”的 found-by 找不到这一行；请改为该表上方实际印出的一行",
        en="this line is not found by what “{id}” is found by; give a line as it is printed above the table",
    ),
    "pack.text-lacks-language": Localised(
        zh="缺少“{language}”的文字；规则包的 language 写明了这种语言",
        en="the text is not given in “{language}”, which the pack names as its language",
    ),
}
