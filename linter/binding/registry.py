"""The entities that a report names: one id for each in all its tables, however it is printed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from linter.binding.label import form_of
from linter.binding.regions import compiled
from linter.model.entity import Entity, EntitySpec
from linter.model.template import Template
from linter.text.marks import RAISED, label_alone

_MARKS = RAISED + "*†‡ "
"""What may stand after a name for a footnote, beside the marks that any label may have."""


class Registry:
    """Collects the entities of one report, in the order in which they are first named."""

    def __init__(self, template: Template) -> None:
        self._specs = template.entities
        self._taken = _ids(template)
        self._found: dict[str, dict[str, Entity]] = {kind: {} for kind in template.entities}

    @property
    def entities(self) -> Mapping[str, tuple[Entity, ...]]:
        return {kind: tuple(found.values()) for kind, found in self._found.items() if found}

    def code(self, kind: str) -> str:
        """The pattern of the codes of a kind; empty where it is known by labels."""
        return self._specs[kind].code

    def entity(self, kind: str, label: str, code: str = "") -> Entity | None:
        """The entity with this label or, where the kind is known by codes, this code; None where it has neither."""
        spec, printed = self._specs[kind], " ".join(label.split())
        name = label_alone(printed).rstrip(_MARKS) or printed
        key = code if spec.code else self._key(spec, name)
        if not key:
            return None
        found = self._found[kind].get(key)
        if found is None:
            id = self._free(code if spec.code else _canonical(spec, key) or name)
            found = self._found[kind][key] = Entity(kind, id, key, name, code, _parent(spec, code))
        return found

    def _free(self, id: str) -> str:
        """An id that no row, column or set of the form has."""
        while id in self._taken:
            id += "_"
        return id

    def _key(self, spec: EntitySpec, name: str) -> str:
        words = form_of(name).words or (name if any(map(str.isalnum, name)) else "")
        return _names(tuple((own, *others) for own, others in spec.aliases.items())).get(words, words)


@lru_cache(maxsize=16)
def _names(aliases: tuple[tuple[str, ...], ...]) -> Mapping[str, str]:
    """The compared form of the name that each wording stands for."""
    return {form_of(wording).words: form_of(wordings[0]).words for wordings in aliases for wording in wordings}


def _canonical(spec: EntitySpec, key: str) -> str:
    return next((name for name in spec.aliases if form_of(name).words == key), "")


def _parent(spec: EntitySpec, code: str) -> str:
    """The code one level higher in the tree; empty at the top, and for a code of no level."""
    levels = [length for length in spec.parent if length < len(code)]
    return code[: levels[-1]] if levels and len(code) in spec.parent else ""


@lru_cache(maxsize=16)
def _ids(template: Template) -> frozenset[str]:
    """Ids of the form that no entity may have."""
    blocks = [block for table in template.tables for block in table.blocks]
    ids = {row.id for block in blocks for row in block.rows}
    ids |= {group.id for block in blocks for group in block.groups}
    ids |= {column.id for block in blocks for column in block.columns}
    return frozenset(ids | {id.partition(".")[0] for id in ids})


def coded(pattern: str, texts: list[str]) -> tuple[str, str]:
    """The code and the label in the texts left of a row's figures; either may be empty.

    A code may stand in several cells, a level in each, or before the label in one.
    """
    plain = ["".join(text.split()) for text in texts]
    for count in range(len(plain), 0, -1):
        if compiled(pattern).fullmatch("".join(plain[:count])) is not None:
            return "".join(plain[:count]), " ".join(texts[count:])
    first, _, rest = (texts[0] if texts else "").partition(" ")
    if compiled(pattern).fullmatch(first) is not None:
        return first, " ".join([rest, *texts[1:]]).strip()
    glued = re.match(r"[0-9A-Za-z.]+", first)
    if glued is not None and compiled(pattern).fullmatch(glued[0]) is not None:
        return glued[0], " ".join([first[glued.end() :], *texts[1:]]).strip()
    return "", " ".join(texts)
