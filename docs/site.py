"""Build the documentation as a site, in English and in Chinese: `python docs/site.py FOLDER [--base URL]`.

The pages of this folder, a page for every rule made from the packs and one for every kind made from its declaration
→ a folder of Markdown for each language → Zensical, which fails on a link that leads nowhere. Needs `gouji[docs]`.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from io import StringIO
from pathlib import Path

from ruamel.yaml import YAML

from linter.kinds import KINDS
from linter.kinds.option import Options
from linter.language import render
from linter.model.message import Message
from linter.model.pack import Family, Rule
from linter.packs import load, shipped_ids
from linter.presentation.words import SEVERITIES
from linter.run.rule_tests import run_tests

DOCS = Path(__file__).parent
ROOT = DOCS.parent
BESIDE = ("CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md")
"""Pages outside this folder that its pages name."""

FAMILIES = tuple(name for name in shipped_ids() if "/" not in name)

MOST_EXAMPLES = 3

_OTHER_LANGUAGE = ".zh-CN.md"
_LINK = re.compile(r"(\]\()(?!https?:|#|mailto:)([^)#\s]+)")
_FENCED = re.compile(r"(```.*?```)", re.DOTALL)

MARKDOWN = """[project.markdown_extensions]
attr_list = {}
tables = {}
[project.markdown_extensions.toc]
permalink = true
slugify = {object = "pymdownx.slugs.slugify", kwds = {case = "lower"}}
[project.markdown_extensions.pymdownx]
highlight = {pygments_lang_class = true}
superfences = {}
"""
"""What the pages are written in: anchors keep the letters of every language, as a host of repositories has them."""

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


def main() -> int:
    """Build the site; the exit code is that of the builder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="where the site goes; what is there is replaced")
    parser.add_argument("--base", default="", help="the address that it will have")
    given = parser.parse_args()
    shutil.rmtree(given.folder, ignore_errors=True)
    given.folder.mkdir(parents=True)
    for language, place in (("en", given.folder), ("zh", given.folder / "zh")):
        with tempfile.TemporaryDirectory() as work:
            pages(language, Path(work, "pages"))
            settings(language, given.base, Path(work))
            command = [sys.executable, "-m", "zensical", "build", "--strict", "-f", str(Path(work, "zensical.toml"))]
            if code := subprocess.run(command, cwd=work, check=False).returncode:
                return code
            shutil.copytree(Path(work, "site"), place, dirs_exist_ok=True)
    return 0


def settings(language: str, base: str, work: Path) -> None:
    """Write what Zensical is told. Strings of TOML that hold no control characters are those of JSON."""
    words = WORDS[language]
    alternatives = "".join(
        f'[[project.extra.alternate]]\nname = "{WORDS[other]["name"]}"\nlink = "{link}"\nlang = "{other}"\n'
        for other, link in (("en", base or "/"), ("zh", f"{base.rstrip('/')}/zh/"))
    )
    nav = ",\n  ".join(
        f"{{ {json.dumps(title, ensure_ascii=False)} = {json.dumps(page)} }}" for title, page in _nav(work)
    )
    Path(work, "zensical.toml").write_text(
        f'[project]\nsite_name = "{words["home"]}"\n'
        f'docs_dir = "pages"\nsite_dir = "site"\nuse_directory_urls = true\n'
        + (f'site_url = "{base}"\n' if base else "")
        + f"nav = [\n  {nav}\n]\n"
        f'[project.theme]\nlanguage = "{language}"\nfont = false\n'
        f'features = ["navigation.top", "search.highlight", "content.code.copy"]\n'
        f"{alternatives}{MARKDOWN}",
        encoding="utf-8",
    )


def _nav(work: Path) -> Iterator[tuple[str, str]]:
    """Title and path of each page that the menu names: those of this folder, then the lists of rules and kinds."""
    folder = work / "pages"
    first = ["index.md", "commands.md", "rules.md"]
    rest = sorted(page.name for page in folder.glob("*.md") if page.name not in first)
    for name in (*first, *rest, "tutorial/README.md", "rule/index.md", "kind/index.md"):
        if (page := folder / name).exists():
            yield _title(page.read_text(encoding="utf-8")), name


def _title(text: str) -> str:
    return next((line[2:].strip() for line in text.splitlines() if line.startswith("# ")), "—")


def pages(language: str, folder: Path) -> None:
    """Write every page of a language below `folder`."""
    shutil.copytree(DOCS, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__", "*" + _OTHER_LANGUAGE))
    for name in BESIDE:
        shutil.copy(ROOT / name, folder / name)
    readme = ROOT / ("README.md" if language == "en" else "README" + _OTHER_LANGUAGE)
    shutil.copy(readme, folder / "index.md")
    if language == "zh":
        for page in DOCS.rglob("*" + _OTHER_LANGUAGE):
            there = folder / page.relative_to(DOCS)
            shutil.copy(page, there.with_name(there.name.replace(_OTHER_LANGUAGE, ".md")))
    for page in folder.rglob("*.md"):
        page.write_text(linked(page.read_text(encoding="utf-8"), page, folder), encoding="utf-8")
    for path, text in {**rule_pages(language), **kind_pages(language)}.items():
        there = folder / path
        there.parent.mkdir(parents=True, exist_ok=True)
        there.write_text(text, encoding="utf-8")


def linked(text: str, page: Path, folder: Path) -> str:
    """The text with the links that hold in the checkout leading where the pages stand; a link to a file that is no
    page is the name alone.
    """

    def replaced(match: re.Match[str]) -> str:
        name = match[2].removeprefix("docs/").removeprefix("./").replace(_OTHER_LANGUAGE, ".md")
        name = {"README.md": "index.md", "../README.md": "index.md"}.get(name, name) if page.parent == folder else name
        name = name.removeprefix("../") if page.parent == folder else name
        return match[1] + name

    parts = _FENCED.split(text)
    parts[::2] = [_without_dead(_LINK.sub(replaced, part), page) for part in parts[::2]]
    return "".join(parts)


def _without_dead(text: str, page: Path) -> str:
    def kept(match: re.Match[str]) -> str:
        target = match[2].partition("#")[0]
        return (
            match[0]
            if not target or re.match(r"https?:|mailto:", target) or (page.parent / target).exists()
            else match[1]
        )

    return re.sub(r"(?<!!)\[([^\]]+)\]\(([^)\s]+)\)", kept, text)


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


if __name__ == "__main__":
    raise SystemExit(main())
