"""Reporting bodies, as a rule pack tells them apart."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.message import Localised
from linter.model.records import Record


class AgencyKind(Record):
    """A kind of reporting body, recognised by an RE2 pattern on its name; not `sure` where the name leaves it open."""

    id: str
    title: Localised
    pattern: str
    sure: bool = True


class AgencyNames(Record):
    """What in the names of reporting bodies does not tell them apart.

    `endings` maps an ending to what it comes to (人民政府 to nothing); `area` is an RE2 pattern of what may stand
    before a name in one year and be left out in the next (the county before its town); empty, nothing may.
    """

    endings: Mapping[str, str] = {}
    area: str = ""
