"""Texts of runs over many files: the store of results, and what is met on a walk."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.message import Localised


def _left(key: str, zh: str, en: str) -> dict[str, Localised]:
    """What is said of files of which all are named, and of those of which some are."""
    return {
        key: Localised(zh=zh + "：{paths}", en=en + ": {paths}"),
        f"{key}-more": Localised(zh=zh + "：{paths} 等", en=en + ": {paths} and others"),
    }


TEXTS: Mapping[str, Localised] = {
    "cli.check.time-limit": Localised(
        zh="每个文件最多检查多少秒，超过即中止该文件。默认：60。",
        en="Seconds that a file may take at most; what takes longer is ended. Default: 60.",
    ),
    "cli.check.store": Localised(
        zh="把结果存入该文件；再次检查时，内容未变的文件直接取用结果。结果中引有草稿原文，请妥善保管。",
        en="Keep results in this file, and take them from it for files that did not change. They quote the drafts, so "
        "keep it where those are safe.",
    ),
    "cli.check.exclude": Localised(
        zh='遍历文件夹时略去符合该模式的文件和文件夹，写法同 .gitignore，例如 "存档/"、"*草稿*"；可以多次使用。',
        en="Leave out of folders what fits this pattern, written as in .gitignore: archive/, *draft*. May be repeated.",
    ),
    "system.nothing-there": Localised(zh="没有这个文件或文件夹", en="there is no such file or folder"),
    "system.folder": Localised(zh="这是文件夹，不是文件", en="it is a folder and no file"),
    "system.file": Localised(zh="这是文件，不是文件夹", en="it is a file and no folder"),
    "system.no-permission": Localised(
        zh="没有权限，或者正被其他程序占用", en="it may not be used, or another program has it open"
    ),
    "system.read-only": Localised(zh="所在的磁盘只能读取", en="the disk can only be read"),
    "system.disk-full": Localised(zh="磁盘已满", en="the disk is full"),
    "system.name-too-long": Localised(zh="文件名过长", en="the name is too long"),
    "walk.note": Localised(zh="说明：{note}", en="note: {note}"),
    **_left(
        "walk.spreadsheets",
        zh="有 {count} 个电子表格没有检查，表格文件不是报告",
        en="{count} spreadsheets were not checked",
    ),
    **_left("walk.marked", zh="略去 {count} 个标注件（*.marked.*）", en="{count} marked copies were skipped"),
    **_left("walk.ignored", zh="按 .gitignore 略去 {count} 项", en="{count} were left out by .gitignore"),
    **_left("walk.excluded", zh="按 --exclude 略去 {count} 项", en="{count} were left out by --exclude"),
    **_left(
        "walk.open",
        zh="有 {count} 个文件正在 Word 或 WPS 中打开，检查的是上次保存的内容",
        en="{count} are open in Word or WPS, and were checked as they were last saved",
    ),
    **_left(
        "walk.locks", zh="略去 {count} 个 Word 或 WPS 的临时文件", en="{count} lock files of Word or WPS were skipped"
    ),
    **_left(
        "report.twice",
        zh="有 {count} 个文件是同一报告的另一种格式，两种格式都检查了，合计时只算一次",
        en="{count} files are another format of the same report: both were checked, and are counted once",
    ),
    "cli.check.children": Localised(
        zh="把报告的各项数据与该文件夹中各单位报告之和对照，例如县级报告与所属各单位的报告。",
        en="Hold each figure of the report against the sum over the reports in this folder, as a county's against "
        "those of its agencies.",
    ),
    "children.none-of-year": Localised(
        zh="所属各单位没有同一年度的报告，无法与各单位之和对照",
        en="no report of an agency below is for the same year, so there is no sum to compare with",
    ),
    "cli.check.expect": Localised(
        zh="应当报送的单位名单，每行一个；检查后列出未报送的和重复报送的单位。",
        en="A list of agencies that were to report, one a line: who has not, and who has twice, is said at the end.",
    ),
    "cli.check.cluster": Localised(
        zh="由这个 Dask 集群的各台机器检查，例如 tcp://scheduler:8786；须用 --results 指定结果位置。",
        en="Have the files checked by the machines of this Dask cluster: tcp://scheduler:8786. Needs --results.",
    ),
    "cli.check.results": Localised(
        zh="集群各台机器写结果（Parquet 文件）的文件夹。",
        en="The folder where the machines of a cluster write the results, as Parquet.",
    ),
    "cluster.no-results": Localised(
        zh="--cluster 须用 --results FOLDER 指定写结果的文件夹，各台机器都应能写入",
        en="--cluster needs --results FOLDER, where all machines can write",
    ),
    "cluster.results-alone": Localised(zh="--results 须与 --cluster 合用", en="--results goes with --cluster"),
    "cluster.not-there": Localised(
        zh="在集群上检查时不能使用：{options}", en="these options have no meaning on a cluster: {options}"
    ),
    "cluster.library": Localised(
        zh="--cluster 需要先安装 Dask：pip install 'gouji[dask]'", en="--cluster needs Dask: pip install 'gouji[dask]'"
    ),
    "cluster.failed": Localised(
        zh="集群 {address} 未能使用：{reason}", en="the cluster {address} cannot be used: {reason}"
    ),
    "cluster.done": Localised(
        zh="{count} 个文件，本次写了 {written} 个结果文件，在 {folder} 中",
        en="{count} files; {written} files of results were written now, in {folder}",
    ),
    "children.title": Localised(zh="汇总数应等于所属各单位之和", en="totals are the sums over the agencies below"),
    "children.cell": Localised(zh="{name}为 {value}，各单位之和为 {sum}", en="{name} is {value}, the sum is {sum}"),
    "children.cell-of": Localised(
        zh="{name}为 {value}，各单位之和为 {sum}（{parts}）", en="{name} is {value}, the sum is {sum} ({parts})"
    ),
    "children.cell-of-more": Localised(
        zh="{name}为 {value}，各单位之和为 {sum}（{parts} 等）",
        en="{name} is {value}, the sum is {sum} ({parts} and others)",
    ),
    "children.part": Localised(zh="{agency} {value}", en="{agency} {value}"),
    "children.lacking": Localised(
        zh="没有{name}，各单位之和为 {sum}", en="there is no {name}, of which the sum is {sum}"
    ),
    "children.missing": Localised(
        zh="所属单位缺 {count} 份报告：{names}", en="{count} of the agencies below have no report: {names}"
    ),
    "children.missing-more": Localised(
        zh="所属单位缺 {count} 份报告：{names} 等",
        en="{count} of the agencies below have no report: {names} and others",
    ),
    "children.may-be-missing": Localised(
        zh="差额可能是没有报告的单位的数", en="the difference may be that of agencies that have no report"
    ),
    "children.open": Localised(
        zh="有 {count} 个数没有对照：{names}的报告中没有填写或读不出",
        en="{count} figures were not compared, since these reports leave them open: {names}",
    ),
    "children.open-more": Localised(
        zh="有 {count} 个数没有对照：{names} 等单位的报告中没有填写或读不出",
        en="{count} figures were not compared, since these reports and others leave them open: {names}",
    ),
    "children.itself": Localised(
        zh="{folder} 中有本机关自己的报告，没有对照", en="the report of this agency itself is in {folder}"
    ),
    "children.differs": Localised(
        zh="有 {count} 个数与所属 {children} 个单位之和不符：{cells}",
        en="{count} figures differ from the sums over {children} agencies: {cells}",
    ),
    "children.differs-more": Localised(
        zh="有 {count} 个数与所属 {children} 个单位之和不符：{cells} 等",
        en="{count} figures differ from the sums over {children} agencies: {cells} and others",
    ),
    "children.none": Localised(zh="{folder} 中没有可以汇总的报告", en="there is no report in {folder} to sum up"),
    "children.read": Localised(
        zh="与 {folder} 中 {count} 份报告之和对照", en="held against the sums over {count} reports in {folder}"
    ),
    "children.twice": Localised(
        zh="同一单位同一年度的报告只计一份，没有计入：{paths}",
        en="of several reports of one agency and year one is counted; left out: {paths}",
    ),
    "children.unread": Localised(
        zh="这些文件未能读取，没有计入：{paths}", en="these could not be read, and are not counted: {paths}"
    ),
    "expect.unreadable": Localised(
        zh="“{path}”不能作名单（应是文本文件，每行一个单位）：{reason}",
        en="“{path}” is no list (a text file with an agency on each line): {reason}",
    ),
    "expect.empty": Localised(
        zh="名单“{path}”里没有单位。请每行写一个单位", en="the list “{path}” names nobody. Write an agency on each line"
    ),
    "expect.reported": Localised(
        zh="应报送 {total} 个单位，已报送 {count} 个", en="{count} of {total} agencies have reported"
    ),
    "expect.missing": Localised(zh="未报送 {count} 个：{names}", en="{count} have not reported: {names}"),
    "expect.twice": Localised(zh="重复报送：{name}（{paths}）", en="reported twice: {name} ({paths})"),
    "expect.others": Localised(zh="不在名单中：{names}", en="not on the list: {names}"),
    "cli.store": Localised(zh="查看或清除结果存储文件。", en="What is in a store of results, and an end to it."),
    "cli.store.info": Localised(zh="显示存有多少结果、占多少空间。", en="Show how many results it holds."),
    "cli.store.clear": Localised(zh="删除存储文件及其中的全部结果。", en="Delete the store with all results in it."),
    "cli.store.file": Localised(
        zh="check --store 所用的存储文件。", en="The store, as it was named for check --store."
    ),
    "store.info": Localised(zh="{path}：{count} 个结果，{kilobytes} KB", en="{path}: {count} results, {kilobytes} kB"),
    "store.cleared": Localised(zh="已删除 {path}", en="deleted {path}"),
    "store.refused": Localised(zh="{path}：{reason}", en="{path}: {reason}"),
    "store.not-used": Localised(
        zh="未使用存储文件 {path}：{reason}。检查照常进行，结果没有保存",
        en="the store {path} is not used: {reason}. Everything is checked, and no result is kept",
    ),
    "store.absent": Localised(zh="没有这个文件", en="there is no such file"),
    "store.no-file": Localised(zh="不是普通文件", en="it is no regular file"),
    "store.no-store": Localised(
        zh="不是 gouji 的存储文件，没有改动它", en="it is no store of gouji, and was left as it is"
    ),
    "store.not-private": Localised(
        zh="归其他用户所有，或者其他用户可以改写", en="it belongs to another user, or others may write to it"
    ),
    "store.no-folder": Localised(zh="所在的文件夹不存在", en="its folder does not exist"),
    "store.unreadable": Localised(zh="读不了（{reason}）", en="it cannot be read ({reason})"),
    "store.damaged": Localised(zh="已经损坏，可以删除", en="it is damaged, and may be deleted"),
}
