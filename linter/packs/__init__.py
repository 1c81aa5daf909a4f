"""Rule packs: folders of YAML, read, laid over one another, validated, and built into a `Family`.

`load` gives a family, or raises `BrokenPack` with every mistake at its file, line and column.
"""

from linter.packs.loading import load, read_anew
from linter.packs.mistakes import BrokenPack, Mistake
from linter.packs.references import shipped_ids, shipped_root

__all__ = ["BrokenPack", "Mistake", "load", "read_anew", "shipped_ids", "shipped_root"]
