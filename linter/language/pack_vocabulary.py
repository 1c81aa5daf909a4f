"""Texts about the vocabularies of packs."""

from linter.model.message import Catalogue, Localised

TEXTS: Catalogue = {
    "pack.unknown-word": Localised(
        zh="词汇（vocabulary）中没有“{name}”；现有：{known}",
        en="there is no “{name}” in the vocabulary; there are: {known}",
    ),
    "pack.word-names-itself": Localised(
        zh="词汇“{name}”引用了它自己；请改写其中一处", en="the word “{name}” of the vocabulary comes to use itself"
    ),
    "pack.word-unused": Localised(
        zh="词汇“{name}”没有任何模式使用；请删去，或改正使用它的名称",
        en="no pattern uses the word “{name}”; take it out, or correct the name where it was meant",
    ),
    "pack.word-reserved": Localised(
        zh="“{name}”由程序代入模式（figure 为数字，year 为报告年度），词汇须另取名称",
        en="“{name}” is what the program itself puts into patterns (figure, year); give the word another name",
    ),
    "pack.word-too-wide": Localised(
        zh="词汇“{name}”展开后超过 {limit} 种说法；请拆成几个较短的词组",
        en="the phrase “{name}” can be said in more than {limit} ways; make several shorter phrases of it",
    ),
    "pack.word-too-long": Localised(
        zh="词汇“{name}”展开后有 {count} 个字符，超过上限 {limit}；请减少其中重复使用的词组",
        en="the phrase “{name}” comes to {count} characters, and {limit} is the most; let it use fewer phrases",
    ),
    "pack.word-no-list": Localised(
        zh="词汇“{name}”是一个模式，不是词语列表，不能用在词语列表中",
        en="the word “{name}” is a pattern and no list of words, so it cannot stand in one",
    ),
    "pack.pattern-too-long": Localised(
        zh="模式展开后有 {count} 个字符，超过上限 {limit}；请减少其中使用的词组",
        en="the pattern comes to {count} characters, and {limit} is the most; let it use fewer phrases",
    ),
}
