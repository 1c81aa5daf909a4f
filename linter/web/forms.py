"""Empty forms, as the page asks for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from linter.forms.make import BLANK, FORMATS, ZERO
from linter.model.message import Message
from linter.model.records import Record, by_class
from linter.run.new_form import NewForm, new_form
from linter.run.pairing import EarlierReport
from linter.run.processes import family_in_process
from linter.web.settings import year_of

LONGEST_NAME = 200


@by_class
class Make(Record):
    """A form to be made of a pack."""

    pack: str
    wanted: NewForm


def form_asked(given: Mapping[str, Any], pack: str, earlier: Mapping[str, EarlierReport]) -> Make | Message:
    """The form that the page asks for, or what is wrong with that; `earlier` are reports of the year before by id."""
    text = {name: str(value).strip() for name, value in given.items()}
    year = year_of(text.get("year", ""))
    if not isinstance(year, int):
        return year if isinstance(year, Message) else Message("desk.bad-year", {"value": ""})
    format, id = text.get("format", ""), text.get("earlier", "")
    if format not in FORMATS or (id and id not in earlier):
        return Message("desk.bad-request")
    cell = ZERO if text.get("cells") == "zero" else BLANK
    return Make(pack, NewForm(year, format, text.get("organisation", "")[:LONGEST_NAME], cell, earlier.get(id)))


def make(job: Make) -> bytes | Message:
    """The form, or why there is none."""
    return new_form(family_in_process(job.pack), job.wanted)
