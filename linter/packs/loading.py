"""Loading a pack or a family: from the cache where nothing changed, else by reading, merging and validating it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from linter.kinds.option import OptionErrors
from linter.model.pack import Family
from linter.model.records import Record
from linter.packs.building import build_family
from linter.packs.cache import Digests, cached, keep
from linter.packs.files import is_file, is_folder
from linter.packs.mistakes import BrokenPack, Mistake, Place, in_order, mistake, with_suggestion
from linter.packs.placed import PlacedMapping
from linter.packs.references import folder_of, joined, known_references, pack_id, shipped_ids
from linter.packs.rule_keys import Kinds, shipped_kinds


def load(reference: str | Path, base: Path | None = None, cache: bool = True, kinds: Kinds | None = None) -> Family:
    """The family that `reference` names: the id of a shipped pack (`cn-open-government`, `cn-open-government/2021`)
    or the path of a folder, from `base` (the working folder). A single pack gives a family of one.

    A pack may extend another, and is then laid over it: mappings merge by key, lists whose entries have ids by id (in
    trees of rows and columns at any depth, and in all blocks of a table); a new id is appended, `remove: true` takes an
    entry out, all else replaces. `enabled: false` switches a rule off. A pack that extends a family is a family: it is
    laid over each member, and changes only those that have the entry; so is what a family says beside `members`, and
    so are packs that follow in `reference` after a plus sign (`cn-open-government + ./our-rules`).

    Raises `BrokenPack` with all mistakes. With `kinds`, a registry in place of gouji's own, the cache is left alone.
    """
    base = Path.cwd() if base is None else base
    folders = _existing_folders(reference, base)
    use_cache = cache and kinds is None
    if use_cache:
        family = _from_cache(folders)
        if family is not None:
            return family
    registry = shipped_kinds() if kinds is None else kinds
    fresh = _validated(folders, registry)
    if use_cache:
        keep(folders, fresh.digests, fresh.data)
    return build_family(fresh.data, registry)


def content_digest(reference: str | Path, base: Path | None = None) -> bytes:
    """What stands for all that a valid pack says, with what it extends. Raises `BrokenPack` as `load` does."""
    folders = _existing_folders(reference, Path.cwd() if base is None else base)
    data = cached(*folders)
    if data is None:
        data = _validated(folders, shipped_kinds()).data
    return sha256(json.dumps(data, sort_keys=True).encode("utf-8", "surrogatepass")).digest()


class Fresh(Record):
    """A family as its files are now, and notes on what is written in words that go with the next release."""

    family: Family
    notes: tuple[Mistake, ...]


def read_anew(reference: str | Path, base: Path | None = None) -> Fresh:
    """The family that `reference` names, past the cache. Raises `BrokenPack` with all mistakes."""
    written = read_written(reference, base)
    return Fresh(written.family, written.notes)


class Written(Record):
    """A family as its files are now, with the notes on it, and the data of each of its packs, in which everything
    has its place.
    """

    family: Family
    notes: tuple[Mistake, ...]
    data: tuple[PlacedMapping, ...]


def read_written(reference: str | Path, base: Path | None = None) -> Written:
    """The family that `reference` names, as for `read_anew`, with the places of what is written."""
    registry = shipped_kinds()
    fresh = _validated(_existing_folders(reference, Path.cwd() if base is None else base), registry)
    return Written(build_family(fresh.data, registry), fresh.notes, fresh.members)


class Validated(Record):
    """Merged data without mistakes, as plain as JSON has it, the digests of the files that it was read from, and the
    data of its members with the places of everything.
    """

    data: Any
    digests: Digests
    notes: tuple[Mistake, ...]
    members: tuple[PlacedMapping, ...]


def _existing_folders(reference: str | Path, base: Path) -> tuple[Path, ...]:
    """The folder of the pack, and those of packs that are laid over it."""
    return tuple(_existing_folder(name, base) for name in joined(reference, base))


def _existing_folder(reference: str | Path, base: Path) -> Path:
    name = str(reference)
    folder = folder_of(reference, base)
    if is_folder(folder):
        return folder
    if is_file(folder):
        raise BrokenPack([mistake(Place(name), "no-folder")])
    found = mistake(Place(name), "unknown-reference", reference=name, known=shipped_ids())
    raise BrokenPack([with_suggestion(found, name, known_references(base))])


def _from_cache(folders: tuple[Path, ...]) -> Family | None:
    data = cached(*folders)
    if data is None:
        return None
    try:
        return build_family(data, shipped_kinds())
    except (LookupError, TypeError, ValueError, AttributeError, OptionErrors):
        return None  # not what this code keeps: validated anew, it gives a family or the mistakes


def _validated(folders: tuple[Path, ...], kinds: Kinds) -> Validated:
    """Read, merge and validate. The libraries for that are imported here, and only here."""
    from linter.packs.assembling import Assembler
    from linter.packs.expanding import check_uses, expanded
    from linter.packs.former_words import renew, renew_values
    from linter.packs.schema import pack_schema
    from linter.packs.shape import Shape

    assembler = Assembler(Shape(pack_schema(kinds)))
    assembled = assembler.assemble_all(folders)
    mistakes = list(assembler.mistakes)
    notes = list(assembler.notes)
    members: tuple[tuple[str, Any], ...] = ()
    if assembled is not None and assembler.whole:
        for _, data in assembled.members:
            notes.extend((*renew(data), *renew_values(data)))
        words: list[Mistake] = []
        members = tuple((name, expanded(data, kinds, words)) for name, data in assembled.members)
        mistakes.extend((*words, *_mistakes_of_members(members, assembler, kinds, parse=not words)))
    if not mistakes:
        mistakes.extend(check_uses(folder.data for folder in assembler.folders.values()))
    if mistakes or assembled is None:
        raise BrokenPack(mistakes)
    id = pack_id(folders[0])
    packs = [_apart(f"{id}/{name}" if name else id, data) for name, data in members]
    plain = json.loads(json.dumps({"id": id, "packs": packs}))
    digests = {str(path): dict(read.digests) for path, read in assembler.folders.items()}
    return Validated(plain, digests, in_order(notes), tuple(data for _, data in members))


def _apart(id: str, data: Mapping[str, Any]) -> Mapping[str, Any]:
    """The data of a pack with its rules as JSON text: of a family, only those of the pack that is used are parsed."""
    rules = json.dumps(data.get("rules", ()), ensure_ascii=False, separators=(",", ":"))
    return {
        "id": id,
        "data": {key: value for key, value in data.items() if key not in ("rules", "vocabulary")},
        "rules": rules,
    }


def _mistakes_of_members(
    members: tuple[tuple[str, Any], ...], assembler: Any, kinds: Kinds, parse: bool
) -> Iterator[Mistake]:
    from linter.packs.form_lines import check_form_lines
    from linter.packs.rule_checks import check_rules
    from linter.packs.template_checks import check_overlaps, check_template
    from linter.packs.text_languages import check_texts

    for _, data in members:
        yield from check_template(data)
        yield from check_texts(data)
        yield from check_form_lines(data)
        yield from check_rules(data, assembler.shape, kinds, parse=parse and not assembler.ids_lost)
    yield from check_overlaps(members)
