"""From a folder to merged data: what it extends, its members, and itself laid over them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from linter.model.records import Record
from linter.packs.files import is_folder
from linter.packs.folders import Folder, read_folder
from linter.packs.merging import lay_over
from linter.packs.mistakes import Mistake, Place, mistake, with_suggestion
from linter.packs.placed import PlacedMapping
from linter.packs.references import folder_of, known_references
from linter.packs.shape import Shape


class Assembled(Record):
    """The merged data of a pack, or of each member of a family, by the member's name (empty for a single pack)."""

    members: tuple[tuple[str, PlacedMapping], ...]
    family: bool = False


@dataclass(slots=True)
class Assembler:
    """Reads each folder once and keeps the mistakes of all."""

    shape: Shape
    folders: dict[Path, Folder] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        """False where a part of the pack could not be had at all, so that missing things prove nothing."""
        return all(folder.whole for folder in self.folders.values())

    @property
    def notes(self) -> Iterator[Mistake]:
        return (note for folder in self.folders.values() for note in folder.notes)

    @property
    def ids_lost(self) -> bool:
        return any(folder.ids_lost for folder in self.folders.values())

    def assemble_all(self, folders: Sequence[Path]) -> Assembled | None:
        """The merged data of the first of `folders`, with the others laid over it: of these only what they say
        themselves, since what they build on is there already.
        """
        base = self.assemble(folders[0])
        for folder in folders[1:]:
            read = self._read(folder)
            pack = read.data.get("pack", {})
            if "members" in pack:
                self.mistakes.append(mistake(pack.key_places["members"], "family-laid-over"))
            elif base is not None:
                base = self._over_family(base, read.data.without("pack"))._replace(family=base.family)
        return base

    def assemble(self, folder: Path, below: tuple[Path, ...] = ()) -> Assembled | None:
        """The merged data of `folder`, or None where what it builds on is not to be had; `below` led here."""
        read = self._read(folder)
        pack = read.data.get("pack", PlacedMapping(read.data.place))
        below = (*below, folder.resolve())
        own = _without_pack(read.data)
        if "members" in pack:
            return self._family(folder, pack, own, below)
        if "extends" not in pack:
            return Assembled((("", self._laid(PlacedMapping(read.data.place), read.data)),))
        name = str(pack["extends"])
        base = self._follow(folder_of(name, folder), name, pack.places["extends"], below)
        if base is None:
            return None
        if base.family:
            self.mistakes.extend(_keys_of_a_single_pack(pack))
            return self._over_family(base, own)
        return Assembled((("", _without_links(self._laid(base.members[0][1], read.data))),))

    def _read(self, folder: Path) -> Folder:
        key = folder.resolve()
        if key not in self.folders:
            self.folders[key] = read_folder(folder, self.shape)
            self.mistakes.extend(self.folders[key].mistakes)
        return self.folders[key]

    def _follow(self, target: Path, name: str, place: Place, below: tuple[Path, ...]) -> Assembled | None:
        if not is_folder(target):
            found = mistake(place, "no-such-pack", reference=name, looked=str(target))
            self.mistakes.append(with_suggestion(found, name, known_references(below[-1])))
            return None
        if target.resolve() in below:
            self.mistakes.append(mistake(place, "circular", reference=name))
            return None
        return self.assemble(target, below)

    def _family(
        self, folder: Path, pack: PlacedMapping, own: PlacedMapping, below: tuple[Path, ...]
    ) -> Assembled | None:
        self.mistakes.extend(_keys_of_a_single_pack(pack))
        if "extends" in pack:
            self.mistakes.append(mistake(pack.key_places["extends"], "members-and-extends"))
        members: list[tuple[str, PlacedMapping]] = []
        seen: set[Path] = set()
        for written, place in pack["members"].pairs():
            name = str(written)
            target = folder_of(Path(name), folder).resolve()
            if target in seen:
                self.mistakes.append(mistake(place, "repeated-items"))
                continue
            seen.add(target)
            member = self._follow(folder_of(Path(name), folder), name, place, below)
            if member is not None and member.family:
                self.mistakes.append(mistake(place, "member-is-family", member=name))
            elif member is not None:
                members.append((Path(name).name, member.members[0][1]))
        if len(members) < len(pack["members"]):
            return None
        return self._over_family(Assembled(tuple(members), family=True), own)

    def _over_family(self, base: Assembled, own: PlacedMapping) -> Assembled:
        peers = [data for _, data in base.members]
        laid = ((name, lay_over(data, own, peers, self.mistakes)) for name, data in base.members)
        return Assembled(tuple(laid), family=True)

    def _laid(self, base: PlacedMapping, overlay: PlacedMapping) -> PlacedMapping:
        return lay_over(base, overlay, (), self.mistakes)


def _keys_of_a_single_pack(pack: PlacedMapping) -> Iterator[Mistake]:
    for key in ("layout", "years"):
        if key in pack:
            yield mistake(pack.key_places[key], "not-for-family", key=key)


def _without_pack(data: PlacedMapping) -> PlacedMapping:
    """The data without what it says of itself alone: its language is also that of what it is laid over."""
    own, pack = data.without("pack"), data.get("pack", PlacedMapping(data.place))
    if "language" in pack:
        own.take("pack", data, pack.without(*(key for key in pack if key != "language")))
    return own


def _without_links(data: PlacedMapping) -> PlacedMapping:
    """The data without the key that says where it came from."""
    if "pack" not in data:
        return data
    copy = data.without()
    copy.take("pack", data, data["pack"].without("extends"))
    return copy
