"""Texts about rule packs that are broken: what is wrong, in the words of the file, and what to do."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.message import Localised

_YAML: Mapping[str, Localised] = {
    "pack.yaml-tab": Localised(
        zh="此处用了制表符缩进；YAML 只能用空格缩进", en="a tab indents this line; YAML is indented with spaces only"
    ),
    "pack.yaml-second-colon": Localised(
        zh="此处不应再有冒号；文字中含有“: ”时请加引号，否则请检查缩进",
        en="a second colon is not expected here; put a text that contains “: ” in quotes, or check the indentation",
    ),
    "pack.yaml-no-colon": Localised(
        zh="这一项缺少冒号；应写作“键: 值”", en="this entry lacks its colon; write “key: value”"
    ),
    "pack.yaml-open-quote": Localised(
        zh="此处的引号或括号没有闭合，直到文件末尾", en="this quote or bracket is opened and never closed"
    ),
    "pack.yaml-indentation": Localised(
        zh="此处缩进与上文不一致；同一层的各项应左对齐",
        en="the indentation does not fit the lines above; align the entries of one level",
    ),
    "pack.yaml-open-mapping": Localised(
        zh="此处的花括号没有正确闭合：第 {line} 行缺少逗号或右花括号“}}”",
        en="this brace is not closed: a comma or the closing “}}” is missing in line {line}",
    ),
    "pack.yaml-open-list": Localised(
        zh="此处的方括号没有正确闭合：第 {line} 行缺少逗号或右方括号“]”",
        en="this bracket is not closed: a comma or the closing “]” is missing in line {line}",
    ),
    "pack.yaml-unknown-alias": Localised(
        zh="此处“*”引用的名称在本文件前文中没有用“&”定义；若是普通文字请加引号",
        en="no “&” before this place in the file defines the name after “*”; put it in quotes if it is a text",
    ),
    "pack.yaml-escape": Localised(
        zh="双引号内的反斜杠写法无效；请改用单引号，其中的反斜杠按原样保留",
        en="this backslash means nothing in double quotes; use single quotes, which keep a backslash as it is",
    ),
    "pack.yaml-documents": Localised(
        zh="一个文件只能有一份内容；请删去“---”分隔线或另存为一个文件",
        en="a file holds one document only; take out the “---” line or make another file",
    ),
    "pack.yaml-quote-needed": Localised(
        zh="文字不能以此字符开头；请给文字加引号", en="a text cannot begin with this character; put it in quotes"
    ),
    "pack.yaml-character": Localised(
        zh="此处有不可用的字符（{code}）；请删去", en="the character {code} is not allowed here; take it out"
    ),
    "pack.yaml-syntax": Localised(
        zh="此处不是有效的 YAML；请检查引号、括号和缩进",
        en="this is not valid YAML; check quotes, brackets and indentation",
    ),
    "pack.yaml-deep": Localised(
        zh="层次过深（至多 {limit} 层），或锚点引用了自身",
        en="this is nested too deeply (at most {limit} levels), or an anchor contains itself",
    ),
    "pack.yaml-many": Localised(
        zh="文件内容过多：展开引用后超过 {limit} 项；请拆分为几个文件",
        en="with its aliases written out the file has more than {limit} values; divide it into several files",
    ),
    "pack.yaml-no-mapping": Localised(
        zh="文件应由“键: 值”组成，例如“rules:”；此处却不是",
        en="the file has to be made of “key: value” entries such as “rules:”, and this is not one",
    ),
    "pack.yaml-key": Localised(zh="键只能是文字，不能是列表或映射", en="a key has to be a text, not a list or mapping"),
    "pack.yaml-merge": Localised(
        zh="“<<”之后应是映射，或由映射组成的列表", en="a mapping, or a list of mappings, has to follow “<<”"
    ),
    "pack.yaml-key-twice": Localised(
        zh="键“{key}”重复，第 {line} 行已有；请删去其一",
        en="the key “{key}” is given twice, first in line {line}; take one out",
    ),
    "pack.yaml-type": Localised(
        zh="不支持类型标记“{tag}”；请删去", en="the type tag “{tag}” is not supported; take it out"
    ),
    "pack.yaml-number": Localised(
        zh="“{text}”不是可用的数字；若是文字请加引号",
        en="“{text}” is not a usable number; put it in quotes if it is a text",
    ),
}

_FILES: Mapping[str, Localised] = {
    "pack.file-large": Localised(
        zh="文件过大：{size} 字节，上限 {limit} 字节；请拆分",
        en="the file is too large: {size} bytes, the limit is {limit}; divide it",
    ),
    "pack.file-encoding": Localised(
        zh="文件不是 UTF-8 编码；请另存为 UTF-8", en="the file is not in UTF-8 from here on; save it as UTF-8"
    ),
    "pack.unreadable": Localised(
        zh="无法读取（{reason}）；请检查文件是否存在、是否有权限",
        en="this cannot be read ({reason}); check that it exists and that you may read it",
    ),
    "pack.no-folder": Localised(
        zh="规则包应是文件夹，而这里是一个文件；请给出它所在的文件夹",
        en="a pack is a folder, and this is a file; give the folder that it lies in",
    ),
    "pack.no-files": Localised(
        zh="文件夹中没有 *.yaml 文件，不是规则包", en="the folder has no *.yaml files, so it is no pack"
    ),
    "pack.no-pack": Localised(
        zh="各文件中都没有“pack:”；请在其中一个文件里写明 title",
        en="none of the files has the key “pack”; state the title under it in one of them",
    ),
    "pack.given-twice": Localised(
        zh="“{key}”已在 {first} 给出；一个规则包中只能给出一次",
        en="“{key}” is given already at {first}; a pack can give it only once",
    ),
    "pack.unknown-reference": Localised(
        zh="没有名为“{reference}”的规则包或文件夹；现有：{known}",
        en="there is no pack or folder “{reference}”; there are: {known}",
    ),
    "pack.no-such-pack": Localised(
        zh="找不到规则包“{reference}”：没有文件夹 {looked}",
        en="there is no pack “{reference}”: the folder {looked} does not exist",
    ),
    "pack.circular": Localised(
        zh="“{reference}”又引回到本规则包；请去掉这一循环",
        en="“{reference}” leads back to this pack; break the circle",
    ),
    "pack.member-is-family": Localised(
        zh="成员“{member}”本身又有成员；成员应是单个规则包",
        en="the member “{member}” has members itself; a member has to be a single pack",
    ),
    "pack.members-and-extends": Localised(
        zh="有 members 的规则包不能再有 extends；请写在各成员中",
        en="a pack with members cannot have “extends” too; give it in each member",
    ),
    "pack.not-for-family": Localised(
        zh="“{key}”只能用于单个规则包，不能用于由几个规则包组成的一组；请写在各成员中",
        en="“{key}” belongs to a single pack, not to a family of packs; give it in each member",
    ),
}

_SHAPE: Mapping[str, Localised] = {
    "pack.did-you-mean": Localised(
        zh="{message}。是否应为“{suggestion}”？", en="{message}. Did you mean “{suggestion}”?"
    ),
    "pack.unknown-key": Localised(
        zh="没有“{key}”这个键；此处可用：{known}", en="there is no key “{key}” here; the keys are: {known}"
    ),
    "pack.missing-key": Localised(zh="此项缺少“{key}”", en="this entry lacks the key “{key}”"),
    "pack.unknown-kind": Localised(
        zh="没有“{value}”这种规则；可用：{known}", en="there is no rule kind “{value}”; the kinds are: {known}"
    ),
    "pack.unknown-value": Localised(
        zh="此处不能是“{value}”；可用：{known}", en="“{value}” is not possible here; the choice is: {known}"
    ),
    "pack.type": Localised(
        zh="此处是{found}“{value}”，应为{wanted}", en="this is {found} “{value}”, expected {wanted}"
    ),
    "pack.type-quote": Localised(
        zh="此处是{found}“{value}”，应为{wanted}；请加引号",
        en="this is {found} “{value}”, expected {wanted}; put it in quotes",
    ),
    "pack.type-object": Localised(zh="映射（键: 值）", en="a mapping"),
    "pack.type-array": Localised(zh="列表", en="a list"),
    "pack.type-string": Localised(zh="文字", en="a text"),
    "pack.type-integer": Localised(zh="整数", en="a whole number"),
    "pack.type-number": Localised(zh="数字", en="a number"),
    "pack.type-boolean": Localised(zh="真假值（true 或 false）", en="a truth value (true or false)"),
    "pack.type-null": Localised(zh="空值", en="an empty value"),
    "pack.not-snake-case": Localised(
        zh="“{value}”不能作标识：只用小写字母、数字、下划线或汉字，不以数字开头",
        en="“{value}” cannot be an id here: use lower-case letters, digits, _ or Chinese characters, no digit first",
    ),
    "pack.not-kebab-case": Localised(
        zh="“{value}”不能作标识：只用小写字母和数字，以连字符“-”相连",
        en="“{value}” cannot be an id here: use lower-case letters and digits, joined by “-”",
    ),
    "pack.unsuitable": Localised(
        zh="此处不能是“{value}”；请查看该键的说明", en="“{value}” does not fit here; see what the key is for"
    ),
    "pack.unsuitable-key": Localised(zh="“{value}”不能作此处的键", en="“{value}” cannot be a key here"),
    "pack.empty-text": Localised(zh="此处不能为空", en="this text is empty; fill it in or take the key out"),
    "pack.too-small": Localised(zh="“{value}”过小，至少为 {limit}", en="“{value}” is too small, the least is {limit}"),
    "pack.too-large": Localised(zh="“{value}”过大，至多为 {limit}", en="“{value}” is too large, the most is {limit}"),
    "pack.not-above": Localised(zh="“{value}”应大于 {limit}", en="“{value}” has to be more than {limit}"),
    "pack.not-below": Localised(zh="“{value}”应小于 {limit}", en="“{value}” has to be less than {limit}"),
    "pack.too-few-items": Localised(
        zh="列表“{value}”项数不足，至少 {limit} 项",
        en="the list “{value}” is too short, it needs {limit} or more items",
    ),
    "pack.too-many-items": Localised(
        zh="列表“{value}”项数过多，至多 {limit} 项", en="the list “{value}” is too long, it may have {limit} items"
    ),
    "pack.too-few-keys": Localised(
        zh="“{value}”的键不足，至少 {limit} 个", en="“{value}” has too few keys, it needs {limit} or more"
    ),
    "pack.too-many-keys": Localised(
        zh="“{value}”的键过多，至多 {limit} 个", en="“{value}” has too many keys, it may have {limit}"
    ),
    "pack.repeated-items": Localised(zh="列表中有重复的项", en="the list has the same item twice"),
}

_MEANING: Mapping[str, Localised] = {
    "pack.id-twice": Localised(
        zh="标识“{id}”重复，{first} 已用", en="the id “{id}” is used already at {first}; choose another"
    ),
    "pack.nothing-to-remove": Localised(zh="没有“{id}”可删去", en="there is no “{id}” to remove"),
    "pack.pattern": Localised(zh="不是有效的 RE2 正则表达式：{reason}", en="this is not a valid RE2 pattern: {reason}"),
    "pack.pattern-group": Localised(
        zh="正则表达式中缺少名为“{group}”的分组；请写作“(?P<{group}>…)”",
        en="the pattern lacks a group named “{group}”; write “(?P<{group}>…)” around what is wanted",
    ),
    "pack.unknown-layout": Localised(
        zh="layouts 中没有“{name}”；现有：{known}", en="there is no layout “{name}”; there are: {known}"
    ),
    "pack.unknown-section": Localised(
        zh="没有章节“{name}”；现有：{known}", en="there is no section “{name}”; there are: {known}"
    ),
    "pack.unknown-row": Localised(
        zh="表“{table}”中没有名为“{name}”的行、行组或合计",
        en="the table “{table}” has no row, group or sum “{name}”",
    ),
    "pack.unknown-row-or-column": Localised(
        zh="表“{table}”中没有名为“{name}”的行或列", en="the table “{table}” has no row or column “{name}”"
    ),
    "pack.unknown-value-type": Localised(
        zh="没有数值类型“{name}”；已有的有：{known}", en="there is no value type “{name}”; there are {known}"
    ),
    "pack.value-needs": Localised(zh="“{key}”须与“{other}”一起写", en="“{key}” needs “{other}” beside it"),
    "pack.value-two-sorts": Localised(
        zh="一种数值类型不能既是日期又是文字", en="a value type cannot be of dates and of text at once"
    ),
    "pack.value-range": Localised(
        zh="范围的下限 {low} 大于上限 {high}", en="the range begins above its end: {low}, {high}"
    ),
    "pack.value-negative": Localised(
        zh="“{form}”不是 -1 的写法；应为 -1、(1) 等", en="“{form}” is no way to print -1; write -1 or (1), say"
    ),
    "pack.unknown-rule": Localised(zh="没有规则“{name}”", en="there is no rule “{name}”"),
    "pack.circular-requires": Localised(
        zh="规则“{id}”与“{name}”互为前提；请去掉其一",
        en="the rules “{id}” and “{name}” require one another; take one requirement out",
    ),
    "pack.former-word": Localised(
        zh="“{old}”现在写作“{new}”；旧的写法只在这一版中仍可使用",
        en="“{old}” is written “{new}” now; the former word is read in this release for the last time",
    ),
    "pack.former-option": Localised(
        zh="“{key}”已不起作用，请删去；下一版不再接受",
        en="“{key}” has no effect any more; take it out before the next release",
    ),
    "pack.rule-without-kind": Localised(
        zh="规则“{id}”没有 kind，被扩展的规则包中也没有这条规则可改；请核对标识或写明 kind",
        en="the rule “{id}” has no kind, and no extended pack has a rule of that id; check the id or add a kind",
    ),
    "pack.years-order": Localised(
        zh="起始年份 {first} 晚于终止年份 {last}", en="the first year, {first}, is after the last, {last}"
    ),
    "pack.years-overlap": Localised(
        zh="成员“{member}”的年份与“{other}”重叠；每个年份只能属于一个成员",
        en="the years of the member “{member}” overlap those of “{other}”; a year belongs to one member",
    ),
    "pack.blocks-and": Localised(
        zh="有 blocks 的表不能再有“{key}”；请写在 blocks 的各项中",
        en="a table with blocks cannot have “{key}” too; give it in one of the blocks",
    ),
    "pack.empty-group": Localised(
        zh="组“{id}”下没有任何一项；请一并删去该组", en="nothing is left in the group “{id}”; remove the group too"
    ),
    "pack.cell-twice": Localised(
        zh="前面的 blocks 中已有行“{row}”（列：{columns}）；同一单元格只能出现一次",
        en="an earlier block has the row “{row}” already (columns: {columns}); a cell can be stated only once",
    ),
    "pack.sum-is-row": Localised(
        zh="合计“{name}”与一个行或行组同名；请另取名称",
        en="the sum “{name}” has the name of a row or group; choose another",
    ),
    "pack.circular-sum": Localised(
        zh="合计“{name}”包含其自身；请去掉这一循环", en="the sum “{name}” contains itself; break the circle"
    ),
    "pack.document-unnamed": Localised(
        zh="文件“{id}”既没有 names 也没有 numbers，无法查找",
        en="the document “{id}” has neither names nor numbers; give one",
    ),
    "pack.document-replaces-when": Localised(
        zh="文件“{id}”取代了其他文件，却没有写明起始年份；请写 years: {{first: …}}",
        en="the document “{id}” replaces others, but not from a year on; give years: {{first: …}}",
    ),
    "pack.unknown-document": Localised(zh="documents 中没有“{name}”", en="there is no document “{name}” to replace"),
    "pack.document-replaced-twice": Localised(
        zh="“{name}”已由“{other}”取代；一份文件只能由一份文件取代",
        en="“{name}” is replaced by “{other}” already; a document is replaced by one other",
    ),
}

TEXTS: Mapping[str, Localised] = {**_YAML, **_FILES, **_SHAPE, **_MEANING}
