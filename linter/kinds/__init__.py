"""Rule kinds by the name that a rule gives in `kind`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from linter.kinds.kind import Kind

KINDS: Mapping[str, Kind[Any]] = {}
