"""Texts about fixes, and about checking again and again."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.message import Localised

TEXTS: Mapping[str, Localised] = {
    "cli.check.fix": Localised(
        zh="先在原稿中改正毫无疑问的差错（如词语重复、表格文字的错字），再检查；只限文本、Markdown 和网页，不改数字。",
        en="First put right in the drafts what is wrong beyond doubt (a doubled word, a misspelt label), then check; "
        "in text, Markdown and web pages only, and never a figure.",
    ),
    "cli.check.diff": Localised(
        zh="只显示 --fix 会作的改动，不写入；有改动时退出码为 1。",
        en="Only show what --fix would change; the exit code is 1 where it would change anything.",
    ),
    "cli.check.unsafe-fixes": Localised(
        zh="连同需要人工核对的改动（与 --fix 或 --diff 合用）。",
        en="Also make the fixes that somebody should look at (with --fix or --diff).",
    ),
    "cli.check.watch": Localised(
        zh="持续检查：报告、配置或规则一保存就再检查一次，按 Ctrl+C 结束。",
        en="Check again whenever a report, a configuration or a pack is saved, until Ctrl+C.",
    ),
    "cli.watched": Localised(zh="—— 有改动，重新检查", en="-- changed, checking again"),
    "cli.no-watchfiles": Localised(
        zh="--watch 需要另行安装：pip install 'gouji[watch]'",
        en="--watch needs more to be installed: pip install 'gouji[watch]'",
    ),
    "cli.cannot-watch": Localised(
        zh="--watch 只能用于已有的文件和文件夹", en="--watch takes files and folders that are there"
    ),
    "fixes.write": Localised(zh="改为“{text}”", en="Write “{text}”"),
    "fixes.fixed": Localised(zh="已改正：{path}", en="fixed: {path}"),
    "fixes.not-staged": Localised(
        zh="--fix 和 --diff 不能与 --staged 合用", en="--fix and --diff do not go with --staged"
    ),
    "fixes.not-standard-input": Localised(
        zh="--fix 和 --diff 只用于文件，不能用于标准输入", en="--fix and --diff take files, not the standard input"
    ),
    "fixes.unsafe-alone": Localised(
        zh="--unsafe-fixes 要与 --fix 或 --diff 合用", en="--unsafe-fixes needs --fix or --diff"
    ),
    "fixes.changed-meanwhile": Localised(
        zh="“{path}”在检查过程中被改动，没有写入。请再运行一次",
        en="“{path}” was changed in the meantime and was not written. Run it again",
    ),
}
