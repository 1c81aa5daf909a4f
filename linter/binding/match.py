"""What the aligner says of a table's rows."""

from __future__ import annotations

from linter.binding.lexicon import Entry
from linter.binding.lines import Line
from linter.binding.texts import Content
from linter.model.records import Record


class Claim(Record):
    """`line` bears an exact label, `seen`, of any of `entries`; its figures stand in `figures_in` after the cell
    `after`. It is `doubtful` where it is not clear which figures beside it are its own.
    """

    line: Line
    entries: tuple[Entry, ...]
    figures_in: Line
    after: int
    seen: str
    doubtful: bool = False

    @property
    def has_figures(self) -> bool:
        return self.figures_in.has_figures(self.after)


class Match(Record):
    """`line` is the template row (or group) `entry`; its figures stand in `figures_in` after the cell `after`.

    `seen` is the label as printed; `misspelt` and `outdated` say that it is not one of the accepted wordings,
    `displaced` that it stands out of the form's order, `doubtful` that it is not clear which figures are its own.
    """

    line: Line
    entry: Entry
    figures_in: Line
    after: int
    seen: str
    misspelt: bool = False
    outdated: bool = False
    displaced: bool = False
    doubtful: bool = False

    @property
    def in_one(self) -> bool:
        """Whether label and figures stand in one line."""
        return self.line is self.figures_in

    @property
    def label(self) -> int:
        """The cell with the row's label; of a label cut in two, the first part."""
        return self.after if self.in_one else self.line.words[-1]

    @property
    def filled(self) -> tuple[int, ...]:
        """The cells of `figures_in` that may be its figures."""
        return self.figures_in.values(self.after)

    @property
    def says_one_thing(self) -> bool:
        """Whether words stand once for the figures of all columns (不涉及), right after the label."""
        filled = self.filled
        return filled == (self.after + 1,) and self.figures_in.contents[filled[0]] is Content.WORDS

    @property
    def has_figures(self) -> bool:
        return self.figures_in.has_figures(self.after)


class RowMatches(Record):
    """The rows of a table that were recognised, and those that were not.

    `groups` are rows with figures that bear a group's own label; `twice` are rows that two lines claim with
    different figures; `unknown` are lines with figures that nothing explains.
    """

    matches: tuple[Match, ...]
    groups: tuple[Match, ...]
    twice: tuple[tuple[Entry, Line], ...]
    unknown: tuple[Line, ...]

    @property
    def recognised(self) -> tuple[Match, ...]:
        """The rows and then the groups."""
        return (*self.matches, *self.groups)
