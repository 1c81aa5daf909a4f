"""The pages of the documentation that are made: one for each rule, of the packs, and one for each kind, of its
declaration, with a list of each.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from io import StringIO

from ruamel.yaml import YAML

from linter.kinds import KINDS
from linter.kinds.option import Options
from linter.language import render
from linter.model.message import Message
from linter.model.pack import Family, Rule
from linter.packs import load, shipped_ids
from linter.presentation.words import SEVERITIES
from linter.run.rule_tests import run_tests

FAMILIES = tuple(name for name in shipped_ids() if "/" not in name)

MOST_EXAMPLES = 3

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "name": "English",
        "home": "gouji",
        "rules": "Rules",
        "kinds": "Kinds of rules",
        "severity": "Severity",
        "source": "Source",
        "applies": "For",
        "kind": "Kind",
        "why": "Why",
        "repair": "What gouji says, and what to do",
        "repair-lead": "For example, of the reports that the rule is tested with:",
        "fails": "A report that fails, as the tests of the rule write it",
        "passes": "A report that passes",
        "off": "Waive a finding that is right and accepted, with a reason; `--ignore {id}` leaves the rule out.",
        "option": "Option",
        "type": "Type",
        "says": "What it says",
        "required": "required",
        "example": "Example",
        "used": "Rules of this kind",
        "severities": "severity",
    },
    "zh": {
        "name": "中文",
        "home": "勾稽",
        "rules": "规则",
        "kinds": "规则类型",
        "severity": "级别",
        "source": "依据",
        "applies": "适用",
        "kind": "类型",
        "why": "为什么",
        "repair": "怎样提示，怎样改",
        "repair-lead": "例如，用于测试这条规则的报告：",
        "fails": "不符合的例子（规则自带的测试）",
        "passes": "符合的例子",
        "off": "经核实可以保留的，建议写明理由予以豁免；不需要这条规则时，用 `--ignore {id}`。",
        "option": "选项",
        "type": "取值",
        "says": "说明",
        "required": "必填",
        "example": "示例",
        "used": "用到这一类型的规则",
        "severities": "级别",
    },
}


def rule_pages(language: str) -> dict[str, str]:
    """The page of each rule, by its path, and the list of all; a family's packs share the page of a rule."""
    words = WORDS[language]
    found: dict[str, str] = {}
    lists = [f"# {words['rules']}\n"]
    for family in map(load, FAMILIES):
        rules = {rule.id: rule for pack in family.packs for rule in pack.rules}
        lists += [f"\n## {family.id}\n", f"| {words['rules']} | | {words['severities']} |", "|---|---|---|"]
        for rule in rules.values():
            path = f"rule/{family.id}/{rule.id}.md"
            found[path] = "\n".join(_rule_page(rule, family, language)) + "\n"
            severity = render(SEVERITIES[rule.severity], language)
            title = _cell(rule.title.in_language(language))
            lists.append(f"| [`{rule.id}`]({family.id}/{rule.id}.md) | {title} | {severity} |")
    found["rule/index.md"] = "\n".join(lists) + "\n"
    return found


@cache
def _said(family: str) -> Mapping[str, Sequence[Message]]:
    """What is said of the reports in the first failing tests of each rule, every sentence once."""
    said: dict[str, list[Message]] = {}
    loaded = load(family)
    for pack in loaded.packs:
        for outcome in run_tests(pack.with_rules(tuple(map(_failing, pack.rules))), loaded):
            known = said.setdefault(outcome.rule, [])
            if outcome.got == "fail" and outcome.message is not None and outcome.message not in known:
                known.append(outcome.message)
    return said


def _failing(rule: Rule) -> Rule:
    return rule._replace(tests=tuple(test for test in rule.tests if test.expect == "fail")[:MOST_EXAMPLES])


def _rule_page(rule: Rule, family: Family, language: str) -> Iterator[str]:
    words = WORDS[language]
    titles = [pack.title.in_language(language) for pack in family.packs if pack.rule(rule.id)]
    yield f"# {rule.title.in_language(language)}\n"
    yield "| | |\n|---|---|"
    yield f"| {words['rules']} | `{rule.id}` |"
    yield f"| {words['severity']} | {render(SEVERITIES[rule.severity], language)} |"
    yield f"| {words['source']} | {_cell(rule.source)} |"
    yield f"| {words['applies']} | {_cell('; '.join(titles) if language == 'en' else '、'.join(titles))} |"
    yield f"| {words['kind']} | [`{rule.kind}`](../../kind/{rule.kind}.md) |\n"
    why = rule.explanation.in_language(language) if rule.explanation else ""
    yield f"## {words['why']}\n\n{why or KINDS[rule.kind].described(language)}\n"
    if said := _said(family.id).get(rule.id):
        yield f"## {words['repair']}\n\n{words['repair-lead']}\n"
        yield from (f"- {_plain(render(message, language))}" for message in said[:MOST_EXAMPLES])
        yield ""
    yield words["off"].format(id=rule.id) + "\n"
    for expect, heading in (("fail", words["fails"]), ("pass", words["passes"])):
        if test := next((test.given for test in rule.tests if test.expect == expect and test.given), None):
            yield f"## {heading}\n\n```yaml\n{_yaml(test)}\n```\n"


def kind_pages(language: str) -> dict[str, str]:
    """The page of each kind, by its path, and the list of all."""
    words = WORDS[language]
    users: dict[str, list[str]] = {}
    for family in map(load, FAMILIES):
        for rule in {rule.id: rule for pack in family.packs for rule in pack.rules}.values():
            users.setdefault(rule.kind, []).append(f"[`{rule.id}`](../rule/{family.id}/{rule.id}.md)")
    found = {}
    lists = [f"# {words['kinds']}\n", f"| {words['kind']} | {words['says']} |", "|---|---|"]
    for name, kind in sorted(KINDS.items()):
        described = kind.described(language)
        lists.append(f"| [`{name}`]({name}.md) | {_cell(described.split(chr(10) * 2)[0])} |")
        lines = [f"# {name}\n", described + "\n"]
        rows = list(_option_rows(kind.options, language, ""))
        if rows:
            lines += [f"| {words['option']} | {words['type']} | {words['says']} |", "|---|---|---|", *rows, ""]
        lines.append(f"## {words['example']}\n\n```yaml\n{kind.example.rstrip()}\n```\n")
        if name in users:
            lines.append(f"## {words['used']}\n\n{', '.join(users[name])}\n")
        found[f"kind/{name}.md"] = "\n".join(lines)
    found["kind/index.md"] = "\n".join(lists) + "\n"
    return found


def _option_rows(options: type[Options], language: str, before: str) -> Iterator[str]:
    for option in options.declared.values():
        state = f" ({WORDS[language]['required']})" if option.required else ""
        text = option.zh if language == "zh" else option.en
        yield f"| `{before}{option.key}` | {_cell(option.type.name.in_language(language))}{state} | {_cell(text)} |"
        if option.type.inner is not None:
            yield from _option_rows(option.type.inner, language, f"{before}{option.key}.")


def _yaml(value: object) -> str:
    """A test as YAML that people can read."""
    out = StringIO()
    writer = YAML(typ="safe", pure=True)
    writer.default_flow_style = False
    writer.allow_unicode = True
    writer.width = 10_000
    writer.sort_base_mapping_type_on_output = False
    writer.dump(json.loads(json.dumps(value, default=str)), out)
    return out.getvalue().rstrip()


def _cell(text: str) -> str:
    return " ".join(_plain(text).replace("|", "\\|").split())


def _plain(text: str) -> str:
    """Text in which nothing is markup."""
    return re.sub(r"([*_`<>\[\]\\])", r"\\\1", " ".join(text.split()))
