"""What is said of findings that have one cause."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.message import Localised

TEXTS: Mapping[str, Localised] = {
    "fold.suspect-of-one": Localised(
        zh="若“{cell}”为 {suggested}（现为 {value}），则两边相符",
        en="if “{cell}” were {suggested} (it is {value}), both sides would agree",
    ),
    "fold.suspect": Localised(
        zh="若“{cell}”为 {suggested}（现为 {value}），则不符的 {count} 处全部相符",
        en="if “{cell}” were {suggested} (it is {value}), all {count} sums that fail would agree",
    ),
}
