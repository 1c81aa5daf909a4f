"""What is said of a group: which figure, what it should be, why, and what else is possible."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from linter.localisation.groups import Group
from linter.localisation.network import PRICE_OF_PUBLISHED, Change, Explanation
from linter.localisation.reasons import CONVINCING, Reason, Scene, against, is_shift, of_all, of_change, strength
from linter.model.address import Address
from linter.model.finding import Suspect
from linter.model.message import CellName, Message, Value

MOST_CELLS = 3
"""Of more cells than this only the number is given: nobody corrects so many on a program's word."""

MOST_ALTERNATIVES = 3
MOST_EXAMPLES = 2
MOST_BLANKS = 6


def in_order(explanation: Explanation, scene: Scene) -> list[Change]:
    """The changes in the order of the form."""
    return sorted(explanation, key=lambda change: scene.figures.place(change.address))


def suspect(change: Change, scene: Scene, sure: bool = False) -> Suspect:
    """The change as a finding states it."""
    reason = of_change(change, scene)
    name = scene.figures.name(change.address)
    return Suspect(
        change.address, name, change.value, change.suggested, reason.message if reason else None, certain=sure
    )


def suspect_of(group: Group) -> Suspect | None:
    """The one cell that is wrong, where one stands out that can be changed."""
    if group.standing_out and group.alternatives:
        (first, *more) = group.alternatives[0]
        if not more and not first.address.previous:
            return suspect(first, group.scene, group.sure)
    return None


def hint(group: Group, count: int) -> Message | None:
    """What to say below the first of `count` findings of this group; None where nothing helps."""
    if group.contradictory:
        return Message("group.contradiction")
    if not group.alternatives:
        return _at_least(group, count)
    best = group.alternatives[0]
    if group.cause is not None:
        return group.cause._replace(values={**group.cause.values, "count": count})
    if len(group.alternatives) == 1 and is_shift(best, group.scene):
        first, *_, last = in_order(best, group.scene)
        ends = {"first": _name(first, group.scene), "last": _name(last, group.scene)}
        return Message("group.shifted", {**ends, "cells": len(best), "count": count})
    if len(best) > MOST_CELLS:
        return Message("group.count", {"count": count, "cells": len(best)})
    if group.standing_out or len(group.alternatives) == 1:
        return _best(group, best, count)
    if len(group.alternatives) <= MOST_ALTERNATIVES:
        return _either(group, group.alternatives, count)
    telling = [one for one in group.alternatives if strength(one, group.scene) >= CONVINCING]
    if telling and len(telling) <= MOST_ALTERNATIVES and len(best) == 1:
        return _either(group, telling, count)
    return _either(group, group.alternatives[:MOST_EXAMPLES], count) if count > 1 else None


def _at_least(group: Group, count: int) -> Message | None:
    """How many cells have to change; nothing where it is all between this report and last year's."""
    if all(equation.published for equation in group.failing):
        return None
    published = any(equation.published for equation in group.scene.network.equations)
    cells = -(-group.price // PRICE_OF_PUBLISHED) if published else group.price
    return Message("group.at-least", {"count": count, "cells": cells})


def _best(group: Group, best: Explanation, count: int) -> Message:
    (first, *more) = in_order(best, group.scene)
    why = _why(best, group.scene)
    if more:
        values: dict[str, Value] = {"changes": _changes(best, group.scene, apart=True), "why": why, "count": count}
        if len(group.alternatives) > 1:
            return Message("group.likely-cells", {**values, "others": _others(group)})
        return Message("group.cells", values)
    values = {"cell": _name(first, group.scene), "suggested": first.suggested, "value": first.value, "why": why}
    if first.address.previous:
        return Message("group.published", {**values, "count": count})
    if group.sure or not group.standing_out:
        return Message("group.suspect" if count > 1 else "group.suspect-of-one", {**values, "count": count})
    return Message("group.likely", {**values, "count": count, "others": _others(group)})


def _others(group: Group) -> Value:
    """What else is possible beside the most likely."""
    others = group.alternatives[1:]
    if not others:
        return ""
    if len(others) < MOST_ALTERNATIVES:
        return Message("group.others", {"alternatives": tuple(_alternative(one, group.scene) for one in others)})
    return Message("group.others-many", {"count": len(others), "example": _alternative(others[0], group.scene)})


def _either(group: Group, shown: Sequence[Explanation], count: int) -> Message:
    key = "group.either" if len(shown) == len(group.alternatives) else "group.either-such-as"
    texts = [_alternative(one, group.scene) for one in shown]
    numbered = [Message("group.numbered", {"number": number, "text": text}) for number, text in enumerate(texts, 1)]
    listed = tuple(numbered if len(texts) > 1 else texts)
    return Message(key, {"ways": len(group.alternatives), "alternatives": listed, "count": count})


def _alternative(explanation: Explanation, scene: Scene) -> Message:
    together = of_all(explanation, scene)
    if together is not None and together.message.key == "why.moved":
        return together.message._replace(key="group.move")
    values = {"changes": _changes(explanation, scene, apart=False), "why": _why(explanation, scene)}
    return Message("group.alternative", values)


def _changes(explanation: Explanation, scene: Scene, apart: bool) -> Value:
    """The changes of an explanation, with the reason of each where `apart`."""
    return tuple(
        Message(
            "group.change",
            {"cell": _name(one, scene), "suggested": one.suggested, "value": one.value}
            | {"why": _clause(of_change(one, scene)) if apart and len(explanation) > 1 else ""},
        )
        for one in in_order(explanation, scene)
    )


def _name(change: Change, scene: Scene) -> Value:
    key = "group.last-year" if change.address.previous else "group.cell"
    return Message(key, {"cell": scene.figures.name(change.address)})


def _why(explanation: Explanation, scene: Scene) -> Value:
    """The strongest of what speaks for an explanation as a whole."""
    reasons = [reason for reason in (*against(explanation, scene), of_all(explanation, scene)) if reason]
    if len(explanation) == 1:
        reasons += [reason for change in explanation if (reason := of_change(change, scene))]
    return _clause(max((one for one in reasons if one.strength > 0), key=lambda one: one.strength, default=None))


def _clause(reason: Reason | None) -> Value:
    return Message("group.why", {"reason": reason.message}) if reason else ""


def blanks_message(values: Mapping[Address, Decimal], names: Mapping[Address, CellName]) -> Message:
    """What blank cells come to."""
    alike: dict[tuple[str, Decimal], list[CellName]] = {}
    for address, value in values.items():
        alike.setdefault((names[address].row, value), []).append(names[address])
    said = [_blank(cells, value) for (_, value), cells in alike.items()]
    hidden = sum(map(len, list(alike.values())[MOST_BLANKS:]))
    more = Message("group.blanks-more", {"count": hidden}) if hidden else ""
    return Message("group.blanks", {"cells": tuple(said[:MOST_BLANKS]), "more": more})


def _blank(cells: Sequence[CellName], value: Decimal) -> Message:
    """What one blank cell comes to, or several of a row."""
    if len(cells) > 1:
        return Message("group.blank-row", {"row": cells[0].row, "count": len(cells), "value": value})
    return Message("group.blank", {"cell": cells[0], "value": value})
