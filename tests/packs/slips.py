"""Slips of the hand in the shipped packs: an entry left out, a value of another type, a misspelt word.

`python tests/packs/slips.py` from the checkout makes every one of them, which takes a while; the tests make a sample.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any, NamedTuple

from linter.packs.assembling import Assembler
from linter.packs.building import build_family
from linter.packs.folders import repeated_ids
from linter.packs.mistakes import BrokenPack, Mistake, Place
from linter.packs.placed import Path, PlacedList, PlacedMapping
from linter.packs.references import shipped_root
from linter.packs.rule_checks import check_rules
from linter.packs.rule_keys import shipped_kinds
from linter.packs.schema import pack_schema
from linter.packs.shape import Shape, prune_all
from linter.packs.template_checks import check_template

KINDS = shipped_kinds()
SHAPE = Shape(pack_schema(KINDS))
EDITIONS = ("2019", "2021")
OTHER_TYPES: tuple[Any, ...] = (None, 7, "", "x", [], ["x"], {}, {"x": "y"})


class Slip(NamedTuple):
    """One change: the path to the value, what is done, and what then stands there (nothing: it is left out)."""

    path: Path
    done: str
    value: Any = None

    def __str__(self) -> str:
        return f"{'.'.join(map(str, self.path))}: {self.done} {self.value!r}"


def slips(value: Any, path: Path = ()) -> Iterator[Slip]:
    """Every slip within `value`."""
    if path:
        yield Slip(path, "deleted")
        yield from (Slip(path, "typed", other) for other in OTHER_TYPES if type(other) is not type(value) or not other)
    if isinstance(value, dict):
        for key, inner in value.items():
            yield Slip((*path, key), "renamed", misspelt(key))
            yield from slips(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from slips(inner, (*path, index))
    elif isinstance(value, str):
        yield Slip(path, "misspelt", misspelt(value))


def misspelt(word: str) -> str:
    return word[1] + word[0] + word[2:] if len(word) > 1 and word[0] != word[1] else word + "x"


def with_slip(data: PlacedMapping, slip: Slip) -> PlacedMapping:
    """A copy of `data` with the slip in it, as it is read from a file."""
    changed = deepcopy(data)
    parent: Any = changed
    for step in slip.path[:-1]:
        parent = parent[step]
    last = slip.path[-1]
    if slip.done == "deleted":
        del parent[last]
        del parent.places[last]
    elif slip.done == "renamed":
        value, place, key_place = parent.pop(last), parent.places.pop(last), parent.key_places.pop(last)
        parent.put(slip.value, value, key_place, place)
    else:
        parent[last] = placed(slip.value, parent.places[last])
    return changed


def placed(value: Any, place: Place) -> Any:
    """Plain data, as the reader of packs gives it: all of it at one place."""
    if isinstance(value, dict):
        mapping = PlacedMapping(place)
        for key, inner in value.items():
            mapping.put(key, placed(inner, place), place, place)
        return mapping
    if isinstance(value, list):
        items = PlacedList(place)
        for inner in value:
            items.add(placed(inner, place), place)
        return items
    return value


def shipped(edition: str) -> PlacedMapping:
    """The merged data of a shipped pack."""
    assembled = Assembler(SHAPE).assemble(shipped_root() / "cn-open-government" / edition)
    assert assembled is not None
    return assembled.members[0][1]


def mistakes_in(form: PlacedMapping) -> tuple[list[Mistake], bool]:
    """What is wrong with a form, and whether its rules can be looked at then; what is wrong is taken out of it.

    The steps are those of `load`, without the files.
    """
    described = SHAPE.mistakes(form)
    ids_lost = prune_all(form, described)
    return [*(found for _, found in described), *repeated_ids(form), *check_template(form)], not ids_lost


def mistakes_with(
    form: PlacedMapping, rules: PlacedMapping, parse: bool = True, before: Sequence[Mistake] = ()
) -> list[Mistake]:
    """What is wrong with the rules of a pack that has this form, with its mistakes `before`; where nothing is wrong at
    all, the rules have to be usable.
    """
    described = SHAPE.mistakes(rules)
    prune_all(rules, described)
    data = form.without()
    for key in rules:
        data.take(key, rules, rules[key])
    mistakes = [*(found for _, found in described), *repeated_ids(rules), *check_rules(data, SHAPE, KINDS, parse)]
    if not mistakes and not before:
        pack = {"id": "slip", "data": form, "rules": json.dumps(rules["rules"])}
        for member in build_family({"id": "slip", "packs": [pack]}, KINDS).packs:
            assert member.rules is not None
    return mistakes


def together(chosen: Sequence[PlacedMapping], data: PlacedMapping) -> PlacedMapping:
    """A file with some of the rules of a pack, which require none of the others."""
    rules = PlacedList(data.places["rules"])
    for rule in chosen:
        rules.add(deepcopy(rule).without("requires"), rule.place)
    file = PlacedMapping(data.place)
    file.put("rules", rules, data.key_places["rules"], data.places["rules"])
    return file


class Case(NamedTuple):
    """A slip in the form of an edition or in one of its rules (`index`), and how to look what happens."""

    edition: str
    index: int | None
    slip: Slip


def cases(datas: Mapping[str, PlacedMapping]) -> Iterator[Case]:
    """All slips in the rules of the editions, then all in their forms; what editions share is changed in the first."""
    seen: set[str] = set()
    for edition, data in datas.items():
        for index, rule in enumerate(data["rules"]):
            if (text := json.dumps(rule)) not in seen:
                seen.add(text)
                yield from (Case(edition, index, slip) for slip in slips(together([rule], data)) if len(slip.path) > 2)
    for edition, data in datas.items():
        yield from (Case(edition, None, slip) for slip in slips(data.without("rules")))


class Bench:
    """The shipped packs, ready to be changed."""

    def __init__(self) -> None:
        self.data = {edition: shipped(edition) for edition in EDITIONS}

    def result(self, case: Case) -> str:
        """What is wrong with the program where a slip is made; empty where nothing is."""
        try:
            mistakes = BrokenPack(self.mistakes(case)).mistakes
        except Exception as error:
            return f"{type(error).__name__}: {error}"
        return "".join(f"{found.message.key} has no place" for found in mistakes if not (found.file and found.line))

    def mistakes(self, case: Case) -> list[Mistake]:
        data = self.data[case.edition]
        form = data.without("rules")
        if case.index is not None:
            return mistakes_with(form, with_slip(together([data["rules"][case.index]], data), case.slip))
        form = with_slip(form, case.slip)
        mistakes, parse = mistakes_in(form)
        kinds = {rule["kind"]: rule for rule in reversed(data["rules"])}
        return mistakes + mistakes_with(form, together(list(kinds.values()), data), parse, mistakes)


def main() -> None:
    """Make every slip, and print what the program makes a crash of."""
    bench = Bench()
    total = failed = 0
    for case in cases(bench.data):
        total += 1
        if found := bench.result(case):
            failed += 1
            print(f"{case.edition} {case.index} {case.slip}: {found}", flush=True)
    print(f"{total} slips, {failed} of them badly answered")
    raise SystemExit(failed > 0)


if __name__ == "__main__":
    main()
