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
from collections.abc import Iterator
from pathlib import Path

from site_pages import WORDS, kind_pages, rule_pages

DOCS = Path(__file__).parent
ROOT = DOCS.parent
BESIDE = ("CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md")
"""Pages outside this folder that its pages name."""

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


if __name__ == "__main__":
    raise SystemExit(main())
