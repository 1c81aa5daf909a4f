"""What the text of a cell is in the reports of a template: a figure, a placeholder, words and how they compare."""

from collections.abc import Iterable
from enum import IntEnum

from linter.binding.label import LabelForm, form_of
from linter.binding.values import Reading, as_compared, read_value, share_apart
from linter.model.figure import Figure, Notation
from linter.model.template import Template
from linter.model.value import EmptyMeaning, ValueSpec
from linter.text.figures import parse_figure

REMEMBERED = 2000
"""Different texts of cells whose reading is remembered: a few fill most cells of all reports."""


class Content(IntEnum):
    """What a cell holds."""

    BLANK = 0
    WORDS = 1
    PLACEHOLDER = 2
    FIGURE = 3


class CellTexts:
    """Reads the texts of cells, and remembers the few that fill most of them."""

    def __init__(self, template: Template) -> None:
        types = {spec.id: spec for table in template.tables for spec in table.value_types()}.values()
        self._notation = _all_of(types)
        self._spellings = tuple([(one.casefold(), own.casefold()) for one, own in template.spellings.items()])
        self._placeholders = frozenset(text for type in types for text in type.missing)
        self._intervals = frozenset(text for type in types for text in type.intervals)
        self._shares = any(type.share for type in types)
        self._readings: dict[tuple[str, str, EmptyMeaning, str], Reading] = {}
        self._forms: dict[str, LabelForm] = {}
        self._figures: dict[str, Figure | None] = {}
        self._contents: dict[str, Content] = {}

    def form(self, text: str) -> LabelForm:
        """The compared form, with the template's variant spellings put right."""
        try:
            return self._forms[text]
        except KeyError:
            form = self._form(text)
            if len(self._forms) < REMEMBERED:
                self._forms[text] = form
            return form

    def _form(self, text: str) -> LabelForm:
        form = form_of(text)
        for variant, own in self._spellings:
            if variant in form.words:
                form = LabelForm(
                    form.words.replace(variant, own), form.brief.replace(variant, own), form.number, form.mark
                )
        return form

    def figure(self, text: str) -> Figure | None:
        """The figure that a cell of any type prints."""
        try:
            return self._figures[text]
        except KeyError:
            figure = parse_figure(text, self._notation)
            if len(self._figures) < REMEMBERED:
                self._figures[text] = figure
            return figure

    def content(self, text: str) -> Content:
        """What a cell with this text holds."""
        try:
            return self._contents[text]
        except KeyError:
            content = self._content(text)
            if len(self._contents) < REMEMBERED:
                self._contents[text] = content
            return content

    def _content(self, text: str) -> Content:
        compared = as_compared(text)
        if not compared:
            return Content.BLANK
        if compared in self._placeholders:
            return Content.PLACEHOLDER
        if compared in self._intervals or (self._shares and share_apart(text)[1] is not None):
            return Content.FIGURE
        return Content.WORDS if self.figure(text) is None else Content.FIGURE

    def reading(self, text: str, type: ValueSpec, blank: EmptyMeaning, said: str) -> Reading:
        """What a cell of a value type says."""
        key = text, type.id, blank, said
        try:
            return self._readings[key]
        except KeyError:
            reading = read_value(text, type, blank, said)
            if len(self._readings) < REMEMBERED:
                self._readings[key] = reading
            return reading


def _all_of(types: Iterable[ValueSpec]) -> Notation:
    """How figures of any of these types are written."""
    each = [type.notation for type in types]
    return Notation(
        tuple(dict.fromkeys(unit for one in each for unit in one.units)),
        {word: sign for one in each for word, sign in (one.signs or {}).items()},
        tuple(dict.fromkeys(mark for one in each for mark in one.prefixes)),
        tuple(dict.fromkeys(pair for one in each for pair in one.around)),
        any(one.comma for one in each),
    )
