"""Document × template → BoundReport: whose report it is, and what stands at every address."""

from linter.binding.bind import bind
from linter.binding.grounding import sample
from linter.binding.identity import Identity, identify

__all__ = ["Identity", "bind", "identify", "sample"]
