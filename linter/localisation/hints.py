"""What is said of a cause: which figure, what it should be, why, and what else is possible."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from linter.localisation.causes import Cause
from linter.localisation.explaining import Explanation
from linter.localisation.network import PRICE_OF_PUBLISHED, Change
from linter.localisation.reasons import CONVINCING, Reason, Scene, against, is_shift, of_all, of_change, strength
from linter.model.address import Address
from linter.model.finding import Suspect
from linter.model.message import Message, Value

MOST_CELLS = 3
"""Of more cells than this only the number is told: nobody corrects so many on a program's word."""

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


def culprit(cause: Cause) -> Suspect | None:
    """The one cell that is wrong, where one stands out that can be changed."""
    if cause.standing_out and cause.alternatives:
        (first, *more) = cause.alternatives[0]
        if not more and not first.address.previous:
            return suspect(first, cause.scene, cause.sure)
    return None


def hint(cause: Cause, count: int) -> Message | None:
    """What to say below the first of `count` findings that have this cause; None where nothing helps."""
    if cause.contradictory:
        return Message("fold.contradiction")
    if not cause.alternatives:
        return _at_least(cause, count)
    best = cause.alternatives[0]
    if len(cause.alternatives) == 1 and is_shift(best, cause.scene):
        first, *_, last = in_order(best, cause.scene)
        ends = {"first": _name(first, cause.scene), "last": _name(last, cause.scene)}
        return Message("fold.shifted", {**ends, "cells": len(best), "count": count})
    if len(best) > MOST_CELLS:
        return Message("fold.count", {"count": count, "cells": len(best)})
    if cause.standing_out or len(cause.alternatives) == 1:
        return _best(cause, best, count)
    if len(cause.alternatives) <= MOST_ALTERNATIVES:
        return _either(cause, cause.alternatives, count)
    telling = [one for one in cause.alternatives if strength(one, cause.scene) >= CONVINCING]
    if telling and len(telling) <= MOST_ALTERNATIVES and len(best) == 1:
        return _either(cause, telling, count)
    return _either(cause, cause.alternatives[:MOST_EXAMPLES], count) if count > 1 else None


def _at_least(cause: Cause, count: int) -> Message | None:
    """How many cells have to change; nothing where it is all between this report and last year's."""
    if all(equation.published for equation in cause.failing):
        return None
    published = any(equation.published for equation in cause.scene.network.equations)
    cells = -(-cause.price // PRICE_OF_PUBLISHED) if published else cause.price
    return Message("fold.at-least", {"count": count, "cells": cells})


def _best(cause: Cause, best: Explanation, count: int) -> Message:
    (first, *more) = in_order(best, cause.scene)
    why = _why(best, cause.scene)
    if more:
        values: dict[str, Value] = {"changes": _changes(best, cause.scene, apart=True), "why": why, "count": count}
        if len(cause.alternatives) > 1:
            return Message("fold.likely-cells", {**values, "others": _others(cause)})
        return Message("fold.cells", values)
    values = {"cell": _name(first, cause.scene), "suggested": first.suggested, "value": first.value, "why": why}
    if first.address.previous:
        return Message("fold.published", {**values, "count": count})
    if cause.sure or not cause.standing_out:
        return Message("fold.suspect" if count > 1 else "fold.suspect-of-one", {**values, "count": count})
    return Message("fold.likely", {**values, "count": count, "others": _others(cause)})


def _others(cause: Cause) -> Value:
    """What else is possible beside the most likely."""
    others = cause.alternatives[1:]
    if not others:
        return ""
    if len(others) < MOST_ALTERNATIVES:
        return Message("fold.others", {"alternatives": tuple(_alternative(one, cause.scene) for one in others)})
    return Message("fold.others-many", {"count": len(others), "example": _alternative(others[0], cause.scene)})


def _either(cause: Cause, shown: Sequence[Explanation], count: int) -> Message:
    key = "fold.either" if len(shown) == len(cause.alternatives) else "fold.either-such-as"
    texts = [_alternative(one, cause.scene) for one in shown]
    numbered = [Message("fold.numbered", {"number": number, "text": text}) for number, text in enumerate(texts, 1)]
    listed = tuple(numbered if len(texts) > 1 else texts)
    return Message(key, {"ways": len(cause.alternatives), "alternatives": listed, "count": count})


def _alternative(explanation: Explanation, scene: Scene) -> Message:
    together = of_all(explanation, scene)
    if together is not None and together.message.key == "why.moved":
        return together.message._replace(key="fold.move")
    values = {"changes": _changes(explanation, scene, apart=False), "why": _why(explanation, scene)}
    return Message("fold.alternative", values)


def _changes(explanation: Explanation, scene: Scene, apart: bool) -> Value:
    """The changes of an explanation, with the reason of each where `apart`."""
    return tuple(
        Message(
            "fold.change",
            {"cell": _name(one, scene), "suggested": one.suggested, "value": one.value}
            | {"why": _clause(of_change(one, scene)) if apart and len(explanation) > 1 else ""},
        )
        for one in in_order(explanation, scene)
    )


def _name(change: Change, scene: Scene) -> Value:
    key = "fold.last-year" if change.address.previous else "fold.cell"
    return Message(key, {"cell": scene.figures.name(change.address)})


def _why(explanation: Explanation, scene: Scene) -> Value:
    """The strongest of what speaks for an explanation as a whole."""
    reasons = [reason for reason in (*against(explanation, scene), of_all(explanation, scene)) if reason]
    if len(explanation) == 1:
        reasons += [reason for change in explanation if (reason := of_change(change, scene))]
    return _clause(max((one for one in reasons if one.strength > 0), key=lambda one: one.strength, default=None))


def _clause(reason: Reason | None) -> Value:
    return Message("fold.why", {"reason": reason.message}) if reason else ""


def blanks(values: Mapping[Address, Decimal], names: Mapping[Address, str]) -> Message:
    """What blank cells come to."""
    cells = tuple(
        Message("fold.blank", {"cell": names[address], "value": value})
        for address, value in list(values.items())[:MOST_BLANKS]
    )
    more = Message("fold.blanks-more", {"count": len(values) - MOST_BLANKS}) if len(values) > MOST_BLANKS else ""
    return Message("fold.blanks", {"cells": cells, "more": more})
