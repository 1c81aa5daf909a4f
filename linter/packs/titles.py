"""What a pack or a family of them calls itself."""

from __future__ import annotations

from pathlib import Path

from linter.model.message import Localised
from linter.packs.files import pack_file
from linter.packs.placed import PlacedMapping
from linter.packs.references import PACK_FILE, folder_of
from linter.packs.table_building import localised


def title_of(reference: str, base: Path | None = None) -> Localised:
    """The title in the pack's own file, which a family has beside those of its members; the reference where there is
    none. The pack may be broken otherwise.
    """
    from linter.packs.yaml_reading import read_yaml

    file = folder_of(reference, Path.cwd() if base is None else base) / PACK_FILE
    try:
        data, _ = read_yaml(pack_file(file), str(file))
    except OSError:
        data = None
    pack = data.get("pack") if data is not None else None
    title = pack.get("title") if isinstance(pack, PlacedMapping) else None
    return localised(title) if isinstance(title, PlacedMapping) else Localised(reference, reference)
