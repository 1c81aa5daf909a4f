"""gouji (勾稽): a linter that checks whether the figures of a draft report agree."""

__version__ = "0.1.0"
