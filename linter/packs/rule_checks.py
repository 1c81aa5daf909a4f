"""What a JSON Schema of one file cannot see in rules: whether they are complete once merged, and their options."""

from __future__ import annotations

from collections.abc import Iterator

from linter.kinds.option import OptionErrors
from linter.model.template import Template
from linter.packs.mistakes import Mistake, mistake, with_suggestion
from linter.packs.placed import PlacedList, PlacedMapping, lacks_something, place_of
from linter.packs.rule_keys import Kinds, own_keys
from linter.packs.shape import Shape
from linter.packs.template_building import build_template
from linter.packs.template_checks import check_years


def check_rules(data: PlacedMapping, shape: Shape, kinds: Kinds, parse: bool) -> Iterator[Mistake]:
    """All mistakes in the merged rules of a pack. Without `parse` the kinds do not look at their options: they would
    complain of rows and columns whose own entries are mistaken. Those of a rule that is switched off may name what an
    overlay has removed.
    """
    rules: PlacedList = data.get("rules", PlacedList(data.place))
    alone = PlacedMapping(data.place)
    alone.put("rules", rules, data.place, data.place)
    described = shape.mistakes(alone)
    yield from (found for _, found in described)
    broken = {path[1] for path, _ in described if len(path) > 1}
    yield from _check_requires(rules)
    template = build_template(data) if parse else None
    for index, rule in enumerate(rules):
        yield from check_years(rule)
        if "kind" not in rule:
            if "kind" not in rule.lost:
                yield _change_of_nothing(rule)
        elif template is not None and index not in broken and rule.get("enabled", True):
            yield from _check_options(rule, template, kinds)


def _change_of_nothing(rule: PlacedMapping) -> Mistake:
    """An entry without a kind that changes no rule: a misspelt id, or a new rule that is not complete."""
    return mistake(rule.places["id"], "rule-without-kind", id=rule["id"])


def _check_requires(rules: PlacedList) -> Iterator[Mistake]:
    needs: dict[str, list[str]] = {rule["id"]: list(rule.get("requires", ())) for rule in rules}
    circles: set[str] = set()  # a circle is reported once
    for rule in rules:
        for required, place in rule.get("requires", PlacedList(rule.place)).pairs():
            if required not in needs:
                yield with_suggestion(mistake(place, "unknown-rule", name=required), required, needs)
            elif rule["id"] not in circles and rule["id"] in (needed := _needed(required, needs)):
                circles |= needed
                yield mistake(place, "circular-requires", id=rule["id"], name=required)


def _needed(id: str, needs: dict[str, list[str]]) -> set[str]:
    """The rule and all that it requires, directly or not."""
    needed = {id}
    waiting = [id]
    while waiting:
        for other in needs.get(waiting.pop(), ()):
            if other not in needed:
                needed.add(other)
                waiting.append(other)
    return needed


def _check_options(rule: PlacedMapping, template: Template, kinds: Kinds) -> Iterator[Mistake]:
    kind = kinds[rule["kind"]]
    options = own_keys(rule)
    if rule.lost & set(kind.schema.get("properties", {})) or any(map(lacks_something, options.values())):
        return
    try:
        kind.parse(options, template)
    except OptionErrors as errors:
        for error in errors.errors:
            place = place_of(rule, error.path) if error.path else rule.place
            yield Mistake(place.file, place.line, place.column, error.message)
