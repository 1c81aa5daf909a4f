"""Rule packs: folders of YAML, read, laid over one another, validated, and built into a `Family`.

`load` gives a family, or raises `BrokenPack` with every mistake at its file, line and column.
"""

from linter.packs.cache import code_version
from linter.packs.loading import Written, content_digest, load, read_anew, read_written
from linter.packs.mistakes import BrokenPack, Mistake
from linter.packs.references import shipped_ids, shipped_root

__all__ = [
    "BrokenPack",
    "Mistake",
    "Written",
    "code_version",
    "content_digest",
    "load",
    "read_anew",
    "read_written",
    "shipped_ids",
    "shipped_root",
]
