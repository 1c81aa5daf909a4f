"""Texts of the commands, of a run, and of the reports in the terminal."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.message import Localised

TEXTS: Mapping[str, Localised] = {
    "run.crashed": Localised(
        zh="程序内部出错（{crashes}）。其他规则的结果仍然有效；请把此文件和这句话报告给开发者。",
        en="the program failed inside ({crashes}). The results of the other rules hold; please report this sentence.",
    ),
}
