"""Texts of the findings, by the kind of rule that makes them."""

from __future__ import annotations

from collections.abc import Mapping

from linter.language import figures, rule_options, structure
from linter.model.message import Localised

TEXTS: Mapping[str, Localised] = {**structure.TEXTS, **figures.TEXTS, **rule_options.TEXTS}
