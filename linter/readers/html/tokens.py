"""The source of a page → its tags and its pieces of text, cut as the HTML standard says, each with its place.

This is the part of the standard's tokenizer that concerns what a reader sees: comments, declarations and instructions
are left out. Repetitions in the patterns keep what they have taken (`*+`), so that each takes linear time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from linter.model.records import Record
from linter.text.regex import regex

_VALUE = r"[\t\n\f ]*+=[\t\n\f ]*+(?:\"([^\"]*+)(?:\"|\Z)|'([^']*+)(?:'|\Z)|([^\t\n\f >]*+))"
_ATTRIBUTE = regex(rf"([^\t\n\f />][^\t\n\f />=]*+)(?:{_VALUE})?+")
_TAG = regex(
    r"<(?P<closes>/?)(?P<name>[a-zA-Z][^\t\n\f />]*+)"
    rf"(?P<inside>(?:[\t\n\f /]++|{_ATTRIBUTE.pattern})*+)(?P<whole>>?)"
)
_ELSE = regex(r"<(?:!--(?:-?>|(?s:.*?)--!?>|(?s:.*+))|(?:[!?]|/(?=.))[^>]*+>?)", re.DOTALL)
_REFERENCE = regex(r"&(?:#(?:[0-9]++|[xX][0-9a-fA-F]++);?+|[A-Za-z][A-Za-z0-9]{0,31}+;?+)")
_SCRIPT = regex(r"<!(?=--)|-->|<(/?)script(?=[\t\n\f />])", re.IGNORECASE)

_WORDS_WITH_REFERENCES = ("title", "textarea")
_HOLDING_WORDS = frozenset(
    ("iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "xmp", *_WORDS_WITH_REFERENCES)
)
"""Elements in which tags are words, up to their own end tag."""


_LONG = 1_000
"""Characters of a tag that is not looked up among those before it."""


class Tag(Record):
    """What a start tag or an end tag says."""

    name: str
    closes: bool
    attributes: Mapping[str, str]


Token = tuple[int, int, Tag | str]
"""Where a part of the source begins and ends, and what it is: a tag, or the text that is meant by it."""


def tokens(source: str) -> Iterator[Token]:
    """The tags and the text of `source`, in which lines end with a line feed alone."""
    known: dict[str, Tag] = {}  # a page repeats its tags
    find = source.find
    at = written = closing = 0
    while (at := find("<", at)) >= 0:
        if closing <= at:
            closing = find(">", at) + 1 or len(source) + 1
        end = closing
        tag = known.get(source[at:end]) if end - at < _LONG else None
        if tag is None:
            tag, end = _markup(source, at)
            if end == at:
                at += 1
                continue
            if tag is not None:
                known[source[at:end]] = tag
        if written < at:
            text = source[written:at]
            if "&" in text:
                yield from _words(text, written)
            else:
                yield written, at, text
        if tag is not None:
            yield at, end, tag
            if tag.name in _HOLDING_WORDS and not tag.closes:
                at, end = end, _end_of_words(source, end, tag.name)
                if tag.name in _WORDS_WITH_REFERENCES:
                    yield from _words(source[at:end], at)
                elif at < end:
                    yield at, end, source[at:end]
        at = written = end
    yield from _words(source[written:], written)


def _markup(source: str, at: int) -> tuple[Tag | None, int]:
    """The tag that begins with the `<` at `at`, or none, and where it ends, or else the comment or the like that it
    begins: at once where it begins nothing, and with the source where it has no end.
    """
    if tag := _TAG.match(source, at):
        name = tag["name"].lower() if tag["name"].isascii() else tag["name"]
        if not tag["whole"]:
            return None, len(source)
        return Tag(name, bool(tag["closes"]), _attributes(tag["inside"])), tag.end()
    skipped = _ELSE.match(source, at)
    return None, skipped.end() if skipped else at


def _words(text: str, start: int) -> Iterator[Token]:
    """The pieces of `text`, which begins at `start`, cut at its character references."""
    done = 0
    for reference in _REFERENCE.finditer(text):
        value, length = _referred(reference[0])
        if length:
            at = reference.start()
            if done < at:
                yield start + done, start + at, text[done:at]
            done = at + length
            yield start + at, start + done, value
    if done < len(text):
        yield start + done, start + len(text), text[done:]


def _referred(reference: str) -> tuple[str, int]:
    """What a character reference stands for and how much of it is one: old names need no semicolon (`&nbsp12`)."""
    from html import unescape
    from html.entities import html5

    if reference[1] == "#":
        hexadecimal, digits = reference[2] in "xX", reference[2:].lstrip("xX0").rstrip(";")
        number = int(digits[:9] or "0", 16 if hexadecimal else 10)
        return unescape(f"&#{number};") or chr(number), len(reference)
    name = reference[1:]
    length = len(name) if name in html5 else next((n for n in range(len(name), 1, -1) if name[:n] in html5), 0)
    return (html5[name[:length]], length + 1) if length else ("", 0)


def _attributes(inside: str) -> Mapping[str, str]:
    """Name → value of what a tag gives; of two of one name the first counts."""
    found: dict[str, str] = {}
    for name, *values in _ATTRIBUTE.findall(inside):
        value = "".join(values)
        found.setdefault(name.lower(), _REFERENCE.sub(_in_value(value), value) if "&" in value else value)
    return found


def _in_value(value: str) -> Callable[[re.Match[str]], str]:
    """Replaces a reference within `value`, where one without a semicolon may belong to an address (`?a=1&copy=2`)."""

    def replaced(reference: re.Match[str]) -> str:
        meant, length = _referred(reference[0])
        part = length < len(reference[0]) or (reference[0][-1] != ";" and value[reference.end() :][:1] == "=")
        return reference[0] if not length or (part and reference[0][1] != "#") else meant

    return replaced


def _end_of_words(source: str, at: int, name: str) -> int:
    """Where the end tag of an element begins that holds words alone; the end of the source without one."""
    if name == "script":
        return _end_of_script(source, at)
    if name == "plaintext":
        return len(source)
    found = re.compile(f"</{name}(?=[\t\n\f />])", re.IGNORECASE).search(source, at)
    return found.start() if found else len(source)


def _end_of_script(source: str, at: int) -> int:
    """A script in a comment in a script ends neither of them."""
    hidden = inner = False
    for mark in _SCRIPT.finditer(source, at):
        if mark[0] == "-->":
            hidden = inner = False
        elif mark[1] is None:
            hidden = True
        elif not mark[1]:
            inner = hidden
        elif inner:
            inner = False
        else:
            return mark.start()
    return len(source)
