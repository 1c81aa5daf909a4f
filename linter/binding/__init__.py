"""Document × template → BoundReport: whose report it is, and what stands at every address."""

from linter.binding.bind import bind
from linter.binding.grounding import sample
from linter.binding.identity import Identity, agency_named, identify
from linter.binding.same_entities import after

__all__ = ["Identity", "after", "agency_named", "bind", "identify", "sample"]
