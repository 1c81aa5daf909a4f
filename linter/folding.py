"""One cause, one finding."""

from linter.localisation.folding import fold

__all__ = ["fold"]
