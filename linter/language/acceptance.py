"""Texts about findings that are accepted, and about what accepts them."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.message import Localised

TEXTS: Mapping[str, Localised] = {
    "waiver.title-without-reason": Localised(zh="接受一处问题应当写明理由", en="whoever accepts a finding says why"),
    "waiver.title-misspelt": Localised(
        zh="豁免应写对规则、文件和单元格", en="a waiver names a rule, a file and a cell that there are"
    ),
    "waiver.title-expired": Localised(zh="豁免应在有效期内", en="a waiver is not over"),
    "waiver.title-unused": Localised(zh="豁免应当有所针对的问题", en="a waiver has a finding to accept"),
    "waiver.title-outdated": Localised(
        zh="被豁免的数字改动后应当重新核对", en="a waived figure that was changed is looked at anew"
    ),
    "waiver.comment-without-reason": Localised(
        zh="这条注释没有写理由，不起作用。请写作 gouji: allow 规则 -- 理由",
        en="this comment gives no reason and accepts nothing. Write gouji: allow RULE -- REASON",
    ),
    "waiver.comment-unused": Localised(
        zh="规则“{rule}”在此处没有发现问题，请删去这条注释",
        en="“{rule}” finds nothing here; take the comment out",
    ),
    "waiver.no-such-rule": Localised(zh="没有规则“{name}”", en="there is no rule “{name}”"),
    "waiver.no-such-rule-near": Localised(
        zh="没有规则“{name}”，是否指“{nearest}”？", en="there is no rule “{name}”. Did you mean “{nearest}”?"
    ),
    "waiver.no-such-file": Localised(zh="没有文件“{name}”", en="there is no file “{name}”"),
    "waiver.no-such-file-near": Localised(
        zh="没有文件“{name}”，是否指“{nearest}”？", en="there is no file “{name}”. Did you mean “{nearest}”?"
    ),
    "waiver.no-address": Localised(
        zh="“{value}”不是单元格的地址，应写作 表.行.列，例如 requests.new_received.total",
        en="“{value}” is no address of a cell; write table.row.column, such as requests.new_received.total",
    ),
    "waiver.expired": Localised(
        zh="对“{file}”规则“{rule}”的豁免已于 {until} 到期，不再起作用（负责人：{owner}）",
        en="the waiver of “{rule}” for “{file}” ended on {until} and accepts nothing any more (owner: {owner})",
    ),
    "waiver.unused": Localised(
        zh="规则“{rule}”在“{file}”已没有这处问题，请删去这项豁免（负责人：{owner}）",
        en="“{rule}” no longer finds this in “{file}”; take the waiver out (owner: {owner})",
    ),
    "waiver.outdated": Localised(
        zh="豁免时单元格 {address} 为“{value}”，现在不同，问题重新报告（负责人：{owner}）",
        en="the cell {address} said “{value}” when it was waived and no longer does; the finding is reported anew "
        "(owner: {owner})",
    ),
    "waiver.more": Localised(
        zh="此处以下还有 {count} 项豁免有同样的问题", en="from here on, {count} more waivers have the same fault"
    ),
    "waiver.missing-key": Localised(zh="这项豁免缺少“{key}”", en="this waiver lacks the key “{key}”"),
    "waiver.both": Localised(zh="waivers 下面既有列表又写了文件", en="waivers are given as a list and as a file"),
    "baseline.none": Localised(
        zh="“{path}”不是 gouji baseline write 写出的基线文件",
        en="“{path}” is no baseline that gouji baseline write wrote",
    ),
    "baseline.damaged": Localised(
        zh="基线文件“{path}”已损坏。请用 gouji baseline write 重新写出",
        en="the baseline “{path}” is damaged. Write it anew with gouji baseline write",
    ),
    "baseline.other-version": Localised(
        zh="基线文件“{path}”的版本是 {found}，本程序用的是 {wanted}。请用 gouji baseline write 重新写出",
        en="the baseline “{path}” has version {found}, and this program takes {wanted}. Write it anew with "
        "gouji baseline write",
    ),
    "baseline.unreadable": Localised(
        zh="无法读取基线文件“{path}”（{reason}）", en="the baseline “{path}” cannot be read ({reason})"
    ),
    "baseline.nothing-checked": Localised(
        zh="没有一份报告可以检查，基线文件“{path}”没有改动",
        en="no report could be checked, so the baseline “{path}” was left as it is",
    ),
    "baseline.written": Localised(
        zh="已写入 {path}：{files} 个文件、{count} 处问题",
        en="written: {path}, with {count} findings in {files} files",
    ),
    "accepted.comment": Localised(zh="注释接受", en="accepted by a comment"),
    "accepted.waiver": Localised(zh="豁免", en="waived"),
    "accepted.baseline": Localised(zh="基线之内", en="in the baseline"),
    "accepted.why": Localised(zh="理由：{reason}", en="reason: {reason}"),
    "accepted.owner": Localised(zh="负责人：{owner}", en="owner: {owner}"),
    "accepted.until": Localised(zh="至 {until}", en="until {until}"),
    "accepted.about": Localised(zh="{rule}，{means}", en="{rule}, {means}"),
    "accepted.in-baseline": Localised(
        zh="基线之内的问题 {count} 处，不影响结果", en="findings in the baseline, which fail nothing: {count}"
    ),
    "accepted.count": Localised(zh="已接受 {count} 处", en="{count} accepted"),
    "accepted.label": Localised(zh="已接受", en="accepted"),
}
