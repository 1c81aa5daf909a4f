"""Messages as the desk says them: what the command line calls `--year` is a field of the settings here."""

from __future__ import annotations

from linter.language import of_desk, render
from linter.model.message import Message, Value
from linter.presentation.words import clean

DESK = "desk."


def spoken(message: Message, language: str) -> str:
    """The text of a message, on one line, in the desk's own words where there are any."""
    return clean(render(for_desk(message), language))


def for_desk(message: Message) -> Message:
    """The message with the desk's words for it, and for all that it holds: `desk.run.no-year` for `run.no-year`."""
    key = DESK + message.key if DESK + message.key in of_desk() else message.key
    return Message(key, {name: _value(value) for name, value in message.values.items()})


def _value(value: Value) -> Value:
    match value:
        case Message():
            return for_desk(value)
        case tuple():
            return tuple(_value(part) for part in value)
        case _:
            return value


def page_texts(language: str) -> dict[str, str]:
    """The texts of the page by their keys, without what stands before all of them; the page fills them in."""
    before = f"{DESK}page."
    texts = of_desk().items()
    return {key.removeprefix(before): text.in_language(language) for key, text in texts if key.startswith(before)}
