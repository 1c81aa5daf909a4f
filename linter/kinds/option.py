"""How the options of a kind are declared: name, type, default and description, once. Schema and parsing come from that.

```python
class Spacing(Options):
    in_ = Option(PARTS, zh="查看的部分", en="The parts of the report that are looked at.")
    min = Option(whole(1), zh="至少几个字", en="Characters at the least.", default=2)
```

A rule writes such an option under the attribute's name in kebab-case (`in`, `min`). `Spacing(written, template)` has
the values that the types make of what is written. Building a declaration costs next to nothing; the schema of a kind
is put together when somebody asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar, Generic, NoReturn, TypeVar, overload

from linter.model.message import Localised, Message
from linter.model.records import Record
from linter.model.template import Template

Schema = Mapping[str, Any]
Path = tuple[str | int, ...]
T = TypeVar("T", covariant=True)  # noqa: PLC0105
Value = TypeVar("Value")
O = TypeVar("O", bound="Options")  # noqa: E741 - read as the letter of Options

_UNSET: Any = object()


class OptionError(Record):
    """A mistake in a rule's options. `path` leads to it inside the rule: keys and list indices."""

    path: Path
    message: Message


class OptionErrors(Exception):
    """All mistakes that a kind found in the options of one rule."""

    def __init__(self, errors: Iterable[OptionError]) -> None:
        self.errors = tuple(errors)
        super().__init__(*(f"{'.'.join(map(str, error.path))}: {error.message.key}" for error in self.errors))

    def under(self, step: str | int) -> list[OptionError]:
        """The mistakes, as seen from what holds the value at `step`."""
        return [OptionError((step, *error.path), error.message) for error in self.errors]


class OptionType(Record, Generic[T]):
    """What an option may hold.

    `name` is what people call it, `schema` the JSON Schema 2020-12 of what is written. `read` turns what satisfies the
    schema into a value for reports of one form, and raises `OptionErrors`, with paths from the value on, for what a
    schema cannot see. `absent` gives the value where nothing is written. `inner` are the options of a mapping's keys.
    """

    name: Localised
    schema: Schema
    read: Callable[[Any, Template], T]
    absent: Callable[[Template], T] | None = None
    inner: type[Options] | None = None


class Option(Generic[Value]):
    """One option of a kind: an attribute of a class of `Options`.

    It is required where it says so, and where neither a `default` nor its type says what holds without it.
    """

    __slots__ = ("default", "en", "key", "required", "type", "zh")

    def __init__(
        self, type: OptionType[Value], zh: str, en: str, default: Value = _UNSET, required: bool = False
    ) -> None:
        self.type, self.zh, self.en, self.default = type, zh, en, default
        self.required = required or (default is _UNSET and type.absent is None)

    def __set_name__(self, owner: type[Options], name: str) -> None:
        self.key = name.rstrip("_").replace("_", "-")

    @overload
    def __get__(self, instance: None, owner: type[Options]) -> Option[Value]: ...
    @overload
    def __get__(self, instance: Options, owner: type[Options]) -> Value: ...
    def __get__(self, instance: Options | None, owner: type[Options]) -> Option[Value] | Value:
        if instance is None:
            return self
        raise AttributeError(self.key)  # a value that was read stands before this in the instance

    @property
    def schema(self) -> Schema:
        described = {**self.type.schema, "description": self.en}
        return described if self.default in (_UNSET, None) else {**described, "default": self.default}

    def read(self, written: Mapping[str, Any], template: Template) -> Value:
        """The value, from the keys of a rule. Raises `OptionErrors`."""
        if self.key in written:
            return self.type.read(written[self.key], template)
        if self.default is not _UNSET:
            return self.default
        if self.type.absent is None or self.required:
            raise KeyError(self.key)
        return self.type.absent(template)


class Options:  # noqa: PLW1641 - they are compared, and are no keys
    """The options of a kind as a rule gives them; they do not change. `declared` has those of a class by attribute, and
    `language` is the id of that in which reports are written.
    """

    declared: ClassVar[Mapping[str, Option[Any]]] = {}
    language: str

    def __init_subclass__(cls) -> None:
        declared = {name: value for name, value in vars(cls).items() if isinstance(value, Option)}
        for base in cls.__bases__:
            declared.update(getattr(base, "declared", {}))
        cls.declared = declared

    def __init__(self, written: Mapping[str, Any], template: Template) -> None:
        """From keys that satisfy the schema. Raises `OptionErrors` with all mistakes."""
        errors: list[OptionError] = []
        for name, option in self.declared.items():
            try:
                self.__dict__[name] = option.read(written, template)
            except OptionErrors as found:
                errors += found.under(option.key)
        if errors:
            raise OptionErrors(errors)
        self.__dict__["language"] = template.language
        self.__dict__.update(self.derived(template))

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self.declared)

    def derived(self, _template: Template, /) -> Mapping[str, Any]:
        """Further attributes, computed once. Raises `OptionErrors` where the options do not fit together."""
        return {}

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"options do not change: {name}")

    @classmethod
    def schema(cls) -> Schema:
        """JSON Schema 2020-12 of the keys, without the other keys of a rule: `properties` and `required`."""
        options = cls.declared.values()
        return {
            "properties": {option.key: option.schema for option in options},
            "required": [option.key for option in options if option.required],
        }


def record(options: type[O], zh: str, en: str) -> OptionType[O]:
    """A mapping with options of its own."""
    schema = {"type": "object", **options.schema(), "additionalProperties": False}
    return OptionType(Localised(zh, en), schema, options, inner=options)


def records(options: type[O], zh: str, en: str) -> OptionType[tuple[O, ...]]:
    """A list of such mappings."""
    one = record(options, zh, en)
    schema = {"type": "array", "minItems": 1, "items": one.schema}
    return OptionType(one.name, schema, each(options), inner=options)


def each(read: Callable[[Any, Template], T]) -> Callable[[Any, Template], tuple[T, ...]]:
    """The reading of a list whose items are read by `read`; the mistakes of all items are raised together."""

    def read_all(written: Iterable[Any], template: Template) -> tuple[T, ...]:
        values: list[T] = []
        errors: list[OptionError] = []
        for index, item in enumerate(written):
            try:
                values.append(read(item, template))
            except OptionErrors as found:
                errors += found.under(index)
        if errors:
            raise OptionErrors(errors)
        return tuple(values)

    return read_all
