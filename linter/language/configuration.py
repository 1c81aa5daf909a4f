"""Texts about the configuration: what is wrong with it, and what applies to a file."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.message import Localised

TEXTS: Mapping[str, Localised] = {
    "cli.baseline": Localised(
        zh="基线：记下现有的问题，以后只有新的问题才算数。",
        en="Baselines: the findings of a day, after which only new ones count.",
    ),
    "cli.baseline.write": Localised(
        zh="把现有的问题写入基线文件。", en="Write the findings that there are to a baseline."
    ),
    "cli.baseline.prune": Localised(
        zh="从基线文件中删去已经改好的问题。", en="Take out of a baseline what is no longer found."
    ),
    "cli.baseline.file": Localised(
        zh="基线文件。默认取配置文件所写的，其次是 .gouji-baseline.json。",
        en="The baseline. Default: that of the configuration, then .gouji-baseline.json.",
    ),
    "cli.config": Localised(zh="查看配置文件中的设置。", en="See what the configuration says."),
    "cli.config.show": Localised(
        zh="显示对一个文件适用的设置，以及各项设置写在何处。",
        en="Print what applies to a file, and where each setting is written.",
    ),
    "cli.config.show.path": Localised(zh="一个文件，可以尚不存在。", en="A file, which need not exist yet."),
    "cli.baseline-file": Localised(
        zh="基线文件：其中已有的问题不再算数，只有新的问题才影响退出码。",
        en="A baseline: findings that are in it fail nothing; only new ones do.",
    ),
    "cli.config-file": Localised(
        zh="使用这个配置文件，不再自动查找（默认：从文件所在文件夹逐级向上找 .gouji.yaml 或 pyproject.toml）。",
        en="Use this configuration, and look for none (default: .gouji.yaml or pyproject.toml in the folder of each "
        "file or the nearest above).",
    ),
    "cli.no-config": Localised(zh="不使用任何配置文件。", en="Use no configuration."),
    "cli.check.changed-since": Localised(
        zh="只检查自这个 git 版本（分支、标签或提交）以来改动过的报告，包括新文件。",
        en="Check only reports that changed since this revision of git (a branch, a tag, a commit), new ones included.",
    ),
    "cli.check.changed-lines": Localised(
        zh="与 --changed-since 合用：对文本、Markdown 和网页，只报告改动过的行上的问题。",
        en="With --changed-since: of text, Markdown and web pages, report only findings in lines that changed.",
    ),
    "cli.check.staged": Localised(
        zh="检查 git 暂存区中的报告，以暂存的内容为准。",
        en="Check the reports that are staged in git, as they are staged.",
    ),
    "changes.no-git": Localised(
        zh="--changed-since 和 --staged 需要 git，但没有找到，或者它没有回应",
        en="--changed-since and --staged need git, which is not there or does not answer",
    ),
    "changes.git-failed": Localised(zh="git 报错：{reason}", en="git says: {reason}"),
    "changes.no-revision": Localised(
        zh="git 里没有版本“{name}”（在构建服务器上，请取回完整的历史，例如 fetch-depth: 0）",
        en="git has no revision “{name}” (on a build server, fetch the whole history, as with fetch-depth: 0)",
    ),
    "changes.not-below": Localised(
        zh="“{path}”不在这个 git 仓库中（{folder}），不能与 --changed-since、--staged 合用",
        en="“{path}” is not in this repository of git ({folder}), as --changed-since and --staged need it to be",
    ),
    "changes.nothing-there": Localised(
        zh="没有“{path}”这个文件或文件夹，git 里也没有", en="there is no file or folder “{path}”, nor has git one"
    ),
    "changes.both": Localised(
        zh="--changed-since 与 --staged 只能用一个", en="--changed-since and --staged do not go together"
    ),
    "changes.lines-of-what": Localised(
        zh="--changed-lines 要与 --changed-since 合用", en="--changed-lines needs --changed-since"
    ),
    "cli.mcp": Localised(
        zh="为支持 MCP 协议的助手提供 check、explain、extract 三个只读工具（经标准输入输出）。",
        en="Serve check, explain and extract, read-only, to assistants that speak MCP, over the standard streams.",
    ),
    "cli.lsp": Localised(
        zh="为编辑器提供语言服务器（经标准输入输出）：边写边查文本、Markdown、网页草稿和规则包。",
        en="Serve an editor over the standard streams: drafts in text, Markdown and HTML, and packs.",
    ),
    "lsp.not-installed": Localised(
        zh="语言服务器需要另行安装：pip install 'gouji[lsp]'",
        en="the language server needs more to be installed: pip install 'gouji[lsp]'",
    ),
    "lsp.waive": Localised(zh="接受“{rule}”，并写明理由", en="Accept “{rule}” with a reason"),
    "config.broken": Localised(zh="配置文件“{file}”有 {count} 处错误", en="configuration “{file}”: {count} mistakes"),
    "config.broken-once": Localised(
        zh="配置文件“{file}”有 {count} 处错误", en="configuration “{file}”: {count} mistake"
    ),
    "config.toml": Localised(
        zh="此处不是有效的 TOML；请检查引号、括号和等号",
        en="this is not valid TOML; check quotes, brackets and equals signs",
    ),
    "config.no-such-day": Localised(
        zh="“{value}”不是日历上的日期；请写作 2024-01-17 这样的形式",
        en="“{value}” is no day of the calendar; give it like 2024-01-17",
    ),
    "config.no-such-agency-kind": Localised(
        zh="所用规则包没有机关类别“{name}”，可以是：{known}",
        en="the pack has no kind of agency “{name}”; it can be: {known}",
    ),
    "config.no-such-agency-kind-near": Localised(
        zh="所用规则包没有机关类别“{name}”，是否指“{nearest}”？",
        en="the pack has no kind of agency “{name}”. Did you mean “{nearest}”?",
    ),
    "pack.family-laid-over": Localised(
        zh="有 members 的规则包（一组规则包）不能叠加在另一个规则包上",
        en="a family (a pack with members) cannot be laid over another pack",
    ),
    "config.none": Localised(
        zh="“{path}”没有配置文件，按默认设置检查", en="“{path}” has no configuration and is checked by default"
    ),
    "config.of-file": Localised(zh="“{path}”的设置：", en="What applies to “{path}”:"),
    "config.entries": Localised(zh="{count} 项", en="{count} entries"),
    "config.by-default": Localised(zh="默认", en="default"),
    "config.by-profile": Localised(zh="{place}（profile: {profile}）", en="{place} (profile: {profile})"),
    "config.command-line": Localised(
        zh="命令行上写明的选项优先于以上设置。", en="Options on the command line win over these."
    ),
    "expected.title-agency": Localised(
        zh="报告应是配置文件所写机关的报告", en="the report is of the agency that the configuration names"
    ),
    "expected.title-year": Localised(
        zh="报告应是配置文件所写年度的报告", en="the report is of the year that the configuration names"
    ),
    "expected.agency": Localised(
        zh="报告写的是“{stated}”，配置文件写的是“{expected}”",
        en="the report is of “{stated}”, the configuration says “{expected}”",
    ),
    "expected.year": Localised(
        zh="报告写的是 {stated} 年，配置文件写的是 {expected} 年",
        en="the report is of {stated}, the configuration says {expected}",
    ),
    "expected.hint": Localised(
        zh="请确认文件没有放错位置；如果文件无误，请修改配置文件",
        en="see whether this is the right file in the right place; if it is, change the configuration",
    ),
}
