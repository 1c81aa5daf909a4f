"""Texts of the command line: what the commands and options do, and what is wrong with how they were used."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.message import Localised

HELP: Mapping[str, Localised] = {
    "cli.gouji": Localised(
        zh="勾稽：检查报告草稿——该有的部分是否齐全，数字之间是否相符。",
        en="Check draft reports: are the sections and rows there, and do the figures agree?",
    ),
    "cli.usage": Localised(zh="用法：{command} [选项] {arguments}", en="Usage: {command} [OPTIONS] {arguments}"),
    "cli.with-default": Localised(zh="{help}默认：{default}。", en="{help} Default: {default}."),
    "cli.commands": Localised(zh="命令", en="Commands"),
    "cli.arguments": Localised(zh="参数", en="Arguments"),
    "cli.options": Localised(zh="选项", en="Options"),
    "cli.help": Localised(zh="显示帮助。", en="Show this help."),
    "cli.version": Localised(zh="显示版本号。", en="Show the version."),
    "cli.install-completion": Localised(
        zh="为当前的命令行环境安装自动补全。", en="Install completion for the current shell."
    ),
    "cli.show-completion": Localised(
        zh="显示当前命令行环境的自动补全脚本，以便复制或修改。",
        en="Show completion for the current shell, to copy it or customise the installation.",
    ),
    "cli.lang": Localised(
        zh="输出语言：zh 或 en，zh-CN 一类的写法也可以。默认取环境变量 GOUJI_LANG，其次取系统语言。",
        en="Language of the output: zh or en, or a tag such as zh-CN. Default: GOUJI_LANG, then the language of the "
        "system.",
    ),
    "cli.debug": Localised(
        zh="程序自身出错时，在标准错误输出上显示出错的位置，供反馈之用。",
        en="Where the program itself fails, show on the standard error where, to be reported.",
    ),
    "cli.no-cache": Localised(
        zh="不使用、也不保存校验过的规则包。", en="Neither use nor keep packs that were validated before."
    ),
    "cli.interrupted": Localised(
        zh="已中断：{total} 个文件检查了 {done} 个，以上是这些文件的结果",
        en="interrupted: {done} of {total} files were checked, and these are their results",
    ),
    "cli.pack": Localised(
        zh="规则包：内置规则包的名称，或者规则包文件夹。",
        en="Rule pack: the id of a shipped one, or a folder.",
    ),
    "cli.year": Localised(
        zh="报告年度，代替报告自己写明的年度。", en="The year of the report, in place of the one it states."
    ),
    "cli.publish-date": Localised(
        zh="公布日期，代替报告落款的日期，用来核对公布期限。",
        en="The day of publication, in place of the date under the report; deadlines are checked against it.",
    ),
    "cli.jobs": Localised(
        zh="同时使用的进程数；0 为全部处理器核心。默认：文件较多时用全部核心。",
        en="Processes to use; 0 is one per core. Default: all cores where there are many files.",
    ),
    "cli.stdin-name": Localised(
        zh="从标准输入读取时使用的文件名，例如 draft.md，后缀决定格式。",
        en="Name for the standard input, such as draft.md; its suffix tells the format.",
    ),
    "cli.output": Localised(
        zh="把结果写入文件，而不是显示出来。只覆盖本程序以前写出的同种结果；不会覆盖被检查的文件。",
        en="Write the result to a file instead. Only an earlier result in the same format is overwritten, and never a "
        "file that is checked.",
    ),
    "cli.force": Localised(
        zh="文件已存在也覆盖它。原稿在任何情况下都不会被覆盖。",
        en="Overwrite the file if it exists. What is read is never overwritten.",
    ),
    "cli.check": Localised(zh="检查报告，指出问题和位置。", en="Check reports and say what is wrong, and where."),
    "cli.check.paths": Localised(
        zh="文件、文件夹，或者 -（标准输入）。默认：当前文件夹。",
        en="Files, folders, or - for the standard input. Default: this folder.",
    ),
    "cli.check.format": Localised(
        zh="结果的格式：terminal（默认）、json、jsonl、markdown、csv、xlsx、html、parquet、sarif、junit、checkstyle、github、"
        "gitlab、rdjson；"
        "写成“格式=文件”即存入该文件，可以多次使用。不写时按 --output 的后缀。",
        en="Format of the result: terminal (default), json, jsonl, markdown, csv, xlsx, html, parquet, sarif, junit, "
        "checkstyle, github, gitlab or rdjson; FORMAT=FILE writes it to that file. May be repeated. "
        "Without it, the suffix of --output decides.",
    ),
    "cli.check.annotations": Localised(
        zh="在 GitHub Actions 或 GitLab CI 中运行时，是否同时给出平台所用的标注。默认给出。",
        en="Whether a run in GitHub Actions or GitLab CI also gives what these show beside the changes. It does "
        "by default.",
    ),
    "cli.check.select": Localised(
        zh="只报告这些规则，如 requests-*；可以多次使用，也可以用逗号分隔。",
        en="Report only these rules, such as requests-*; may be repeated, or take several with commas.",
    ),
    "cli.check.ignore": Localised(
        zh="不报告这些规则；用法同 --select。", en="Do not report these rules; given like --select."
    ),
    "cli.check.fail-on": Localised(
        zh="发现这一级或更严重的问题时，退出码为 1：error、warning、info 或 never（从不）。",
        en="Exit with 1 for findings of this severity or worse: error, warning, info or never.",
    ),
    "cli.check.strict": Localised(
        zh="有规则未能判断时，退出码也为 1。", en="Exit with 1 also where a rule is undecided."
    ),
    "cli.check.verbose": Localised(
        zh="每处问题都写全：规则、所涉数字、位置；没有核对的规则也全部列出。",
        en="Say all there is to say of each finding: rule, figures, place; and name every rule that was not checked.",
    ),
    "cli.check.skip-other": Localised(
        zh="指名的文件如果不是报告，跳过而不报错。",
        en="Skip named files that are no reports, instead of failing.",
    ),
    "cli.desk": Localised(
        zh="在浏览器中打开检查页面：把草稿拖进去，边看原文边改。文件只在本机检查，不会上传；关闭页面后程序自行结束。",
        en="Open a page in the browser on which drafts are dropped and read beside their findings. Files are checked "
        "on this machine only; once the page is closed, the program ends by itself.",
    ),
    "cli.desk.paths": Localised(zh="一开始就放到页面上的草稿。", en="Drafts that lie on the page from the start."),
    "cli.desk.no-browser": Localised(
        zh="不打开浏览器，只显示页面地址。", en="Open no browser, and only print the address of the page."
    ),
    "cli.desk-needs-extra": Localised(
        zh="检查页面需要另外的组件（{module}）。请运行 pip install 'gouji[desk]'，或者使用便携版",
        en="the page needs more than is installed ({module}). Run pip install 'gouji[desk]', or use the portable "
        "folder",
    ),
    "cli.desk-open": Localised(
        zh="检查页面：{address}\n关闭该页面，或者按 Ctrl+C，程序即结束。",
        en="The page is at {address}\nClose it, or press Ctrl+C, to end the program.",
    ),
    "cli.desk-asked": Localised(zh="已按页面上的“结束”退出。", en="Ended, as was asked on the page."),
    "cli.desk-closed": Localised(zh="页面已经关闭，程序结束。", en="The page was closed; the program has ended."),
    "cli.desk-interrupted": Localised(zh="已中断，程序结束。", en="Interrupted; the program has ended."),
    "cli.extract": Localised(
        zh="输出从报告表格中读到的数字。", en="Print the figures that were read from the tables of reports."
    ),
    "cli.extract.paths": Localised(
        zh="文件、文件夹，或者 -（标准输入）。", en="Files, folders, or - for the standard input."
    ),
    "cli.extract.format": Localised(
        zh="json、csv（每个数字一行，可以直接用 Excel 打开）或 xlsx。默认：按 --output 的后缀，否则为 json。",
        en="json, csv (a line per figure; opens in Excel as it is) or xlsx. Default: what the suffix of --output says, "
        "else json.",
    ),
    "cli.explain": Localised(
        zh="说明一条规则：检查什么、为什么、依据和示例；或者一种规则（kind）：作用、选项和示例。",
        en="Explain a rule: what it checks, why, its source and an example; or a kind of rule: what it does, its "
        "options and an example.",
    ),
    "cli.explain.rule": Localised(zh="规则名称，或者规则的种类。", en="The id of the rule, or a kind."),
    "cli.schema": Localised(
        zh="输出 JSON Schema：结果的格式（json）或规则包文件（pack）。",
        en="Print a JSON Schema: of the JSON format (json), or of the files of a pack (pack).",
    ),
    "cli.schema.what": Localised(zh="哪一个：json 或 pack。", en="Which: json or pack."),
    "cli.rules": Localised(zh="列出、校验、测试规则包。", en="List, validate and test rule packs."),
    "cli.rules.list": Localised(zh="列出规则。", en="List the rules."),
    "cli.rules.list.format": Localised(zh="terminal 或 json。", en="terminal or json."),
    "cli.rules.validate": Localised(
        zh="校验规则包，一次指出全部错误。", en="Validate rule packs and report all mistakes at once."
    ),
    "cli.rules.test": Localised(zh="运行规则自带的测试。", en="Run the tests that stand beside the rules."),
    "cli.rules.packs": Localised(
        zh="规则包名称、文件夹，或者其中的 YAML 文件。默认：内置规则包。",
        en="Ids of packs, folders, or YAML files in them. Default: the shipped pack.",
    ),
    "cli.rules.schema": Localised(
        zh="输出规则包的 JSON Schema，供编辑器使用。", en="Print the JSON Schema of rule packs, for editors."
    ),
}

USE: Mapping[str, Localised] = {
    "cli.error": Localised(zh="gouji：{message}", en="gouji: {message}"),
    "cli.file-error": Localised(zh="{path}：{message}", en="{path}: {message}"),
    "cli.see-help": Localised(zh="用法见 {command} --help", en="See {command} --help"),
    "cli.crashed": Localised(
        zh="程序自身出错（{exception}）。请加上 --debug 再运行一次，把显示的内容反馈到 gouji 的问题页面（见 README）",
        en="the program itself failed ({exception}). Please run it again with --debug and report what it shows on the "
        "issue page of gouji (see the README)",
    ),
    "cli.no-working-folder": Localised(
        zh="当前文件夹已经不存在。请先转到别的文件夹，再运行一次",
        en="the working folder is not there any more. Go to another, and run it again",
    ),
    "cli.no-such-time": Localised(
        zh="环境变量 SOURCE_DATE_EPOCH 的值“{value}”不是可用的时间；应为自 1970 年起的秒数，例如 1705311000",
        en="“{value}” in the variable SOURCE_DATE_EPOCH is no time that can be used; it takes the seconds since 1970, "
        "such as 1705311000",
    ),
    "cli.no-rule-left": Localised(
        zh="按 --select 和 --ignore 的要求，没有一条规则可以检查。请少排除一些规则",
        en="--select and --ignore leave no rule to check with. Leave fewer out",
    ),
    "cli.wrong-use": Localised(zh="命令行有误", en="the command line is wrong"),
    "cli.no-command": Localised(zh="没有写命令；可以是：{commands}", en="no command is given; it can be: {commands}"),
    "cli.no-such-command": Localised(
        zh="没有命令或文件“{name}”；命令可以是：{commands}", en="no command or file “{name}”; commands are: {commands}"
    ),
    "cli.no-such-command-but": Localised(
        zh="没有命令“{name}”，是否指 {near}？", en="there is no command “{name}”. Did you mean {near}?"
    ),
    "cli.too-many": Localised(zh="多出了“{words}”", en="“{words}” is too much"),
    "cli.needs-value": Localised(zh="{name} 后面缺少值：{value}", en="{name} needs a value: {value}"),
    "cli.takes-no-value": Localised(zh="{name} 后面不能有值", en="{name} takes no value"),
    "cli.no-such-option": Localised(zh="没有选项 {name}", en="there is no option {name}"),
    "cli.no-such-option-but": Localised(
        zh="没有选项 {name}，是否指 {near}？", en="there is no option {name}. Did you mean {near}?"
    ),
    "cli.missing": Localised(zh="缺少 {name}", en="{name} is missing"),
    "cli.bad-value": Localised(
        zh="{option} 的值不对，应为 {value}（见帮助）", en="the value of {option} does not fit; it takes {value}"
    ),
    "cli.no-number": Localised(zh="{option} 应为整数，{range}", en="{option} takes a whole number, {range}"),
    "cli.no-such-day": Localised(
        zh="--publish-date 的值“{value}”不是日期；请写作 2024-01-17 这样的形式",
        en="“{value}” after --publish-date is no day of the calendar; give it like 2024-01-17",
    ),
    "cli.no-such-choice": Localised(
        zh="{option} 不能是“{value}”，可以是：{choices}",
        en="{option} cannot be “{value}”; it can be: {choices}",
    ),
    "cli.no-such-rule": Localised(
        zh="没有规则“{name}”。全部规则见 gouji rules list",
        en="there is no rule “{name}”. All rules: gouji rules list",
    ),
    "cli.no-such-rule-near": Localised(
        zh="没有规则“{name}”，是否指“{nearest}”？全部规则见 gouji rules list",
        en="there is no rule “{name}”. Did you mean “{nearest}”? All rules: gouji rules list",
    ),
    "cli.output-is-input": Localised(
        zh="“{path}”正是本次要读取的文件。为免覆盖，未写入；请用 -o 换一个文件名",
        en="“{path}” is one of the files that are read. Nothing was written; give another name with -o",
    ),
    "cli.output-exists": Localised(
        zh="“{path}”已经存在，而且不是本程序写出的同种结果，未写入。要覆盖它请加 --force，否则请用 -o 换一个文件名",
        en="“{path}” exists and is no earlier result in this format, so nothing was written. Add --force to overwrite "
        "it, or give another name with -o",
    ),
    "cli.output-is-no-folder": Localised(
        zh="“{path}”是文件，多份标注稿要放进文件夹。请用 -o 指定文件夹",
        en="“{path}” is a file, and several copies go into a folder. Name a folder with -o",
    ),
    "cli.output-without-format": Localised(
        zh="每种格式都已写明文件，--output 指定的“{path}”没有内容可写",
        en="every format has a file of its own, so there is nothing to write to “{path}”, which --output names",
    ),
    "cli.one-place-two-formats": Localised(
        zh="有两种格式都要写到{place}。请给每种格式各指定一个文件，例如 --format sarif=结果.sarif",
        en="two formats would go to {place}. Give each a file of its own, for example --format sarif=found.sarif",
    ),
    "cli.file-named": Localised(zh="“{path}”", en="“{path}”"),
    "cli.standard-output": Localised(zh="屏幕（标准输出）", en="the standard output"),
    "cli.format-without-file": Localised(
        zh="--format {format}= 的等号后面没有文件名", en="there is no file name after --format {format}="
    ),
    "cli.output-failed": Localised(
        zh="无法写入“{path}”（{reason}）。请检查文件夹是否存在、是否有写入权限",
        en="cannot write “{path}” ({reason}). See whether the folder exists and may be written to",
    ),
    "cli.checking": Localised(zh="正在检查", en="Checking"),
    "cli.no-pack-there": Localised(
        zh="{path}：该文件不属于任何规则包（所在文件夹及其上级没有写明 pack: 的 YAML 文件）",
        en="{path}: belongs to no rule pack (no YAML file here or in a folder above says pack:)",
    ),
    "cli.mistake": Localised(zh="{place}：{message}", en="{place}: {message}"),
    "cli.mistakes": Localised(zh="规则包“{pack}”有 {count} 处错误", en="rule pack “{pack}”: {count} mistakes"),
    "cli.one-mistake": Localised(zh="规则包“{pack}”有 {count} 处错误", en="rule pack “{pack}”: {count} mistake"),
    "cli.valid": Localised(
        zh="规则包“{pack}”没有错误（{count} 条规则）", en="rule pack “{pack}” is valid ({count} rules)"
    ),
    "cli.test-failed": Localised(
        zh="{place}：应为 {expected}，实为 {got}", en="{place}: got {got}, expected {expected}"
    ),
    "cli.tests-passed": Localised(
        zh="规则包“{pack}”：{count} 项测试全部通过", en="rule pack “{pack}”: all {count} tests passed"
    ),
    "cli.tests-failed": Localised(
        zh="规则包“{pack}”：{count} 项测试中有 {failed} 项未通过",
        en="rule pack “{pack}”: {failed} of {count} tests failed",
    ),
    "cli.severity": Localised(zh="级别", en="severity"),
    "cli.source": Localised(zh="依据", en="source"),
    "cli.kind": Localised(zh="类型", en="kind"),
    "cli.applies": Localised(zh="适用", en="applies to"),
    "cli.why": Localised(zh="说明", en="why"),
    "cli.requires": Localised(zh="前提", en="requires"),
    "cli.kind-of-rule": Localised(zh="规则种类 {name}", en="kind {name}"),
    "cli.kind-options": Localised(zh="选项：", en="Options:"),
    "cli.kind-example": Localised(zh="示例：", en="An example:"),
    "cli.option-required": Localised(zh="{type}，必填。{description}", en="{type}, required. {description}"),
    "cli.option-default": Localised(
        zh="{type}，默认 {default}。{description}", en="{type}, default {default}. {description}"
    ),
    "cli.option-optional": Localised(zh="{type}。{description}", en="{type}. {description}"),
    "cli.passing-example": Localised(zh="符合的例子：", en="An example that passes:"),
    "cli.failing-example": Localised(zh="不符合的例子：", en="An example that fails:"),
}

OPTIONS: Mapping[str, Localised] = {**HELP, **USE}
