"""What the aligner says of a table's rows."""

from typing import NamedTuple

from linter.binding.lexicon import Entry


class Claim(NamedTuple):
    """Line `line` bears an exact label, `seen`, of any of `entries`; its figures stand in line `figures_in` behind
    the cell `after`. It is `doubtful` where it cannot be told which figures beside it are its own.
    """

    line: int
    entries: tuple[Entry, ...]
    figures_in: int
    after: int
    seen: str
    doubtful: bool = False


class Match(NamedTuple):
    """Line `line` is the template row (or group) `entry`; its figures stand in line `figures_in` behind cell `after`.

    `seen` is the label as printed; `misspelt` and `outdated` say that it is not one of the accepted wordings,
    `displaced` that it stands out of the form's order, `doubtful` that its figures cannot be told.
    """

    line: int
    entry: Entry
    figures_in: int
    after: int
    seen: str
    misspelt: bool = False
    outdated: bool = False
    displaced: bool = False
    doubtful: bool = False


class RowMatches(NamedTuple):
    """The rows of a table that were recognised, and those that were not.

    `groups` are rows with figures that bear a group's own label; `twice` are rows that two lines claim with
    different figures; `unknown` are lines with figures that nothing explains.
    """

    matches: tuple[Match, ...]
    groups: tuple[Match, ...]
    twice: tuple[tuple[Entry, int], ...]
    unknown: tuple[int, ...]
