"""What the text of a cell is in the reports of a template: a figure, a placeholder, words and how they compare."""

from enum import IntEnum

from linter.binding.label import LabelForm, form_of
from linter.model.figure import Figure
from linter.model.template import Template
from linter.text.figures import parse_figure
from linter.text.widths import squeeze

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
        self._notation = template.notation
        self._spellings = tuple(template.spellings.items())
        self._placeholders = frozenset(squeeze(text) for table in template.tables for text in table.empty.placeholders)
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
        """The figure that a cell prints."""
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
        squeezed = squeeze(text)
        if not squeezed:
            return Content.BLANK
        if squeezed in self._placeholders:
            return Content.PLACEHOLDER
        return Content.WORDS if self.figure(text) is None else Content.FIGURE
