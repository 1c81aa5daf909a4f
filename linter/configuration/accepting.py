"""What a configuration accepts: the waivers that it lists or names a file of, and its baseline."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from linter.acceptance.baseline import WrongBaseline, read_baseline
from linter.acceptance.ledger import Ledger
from linter.configuration.locating import LARGEST, shown
from linter.configuration.reading import read_waivers
from linter.configuration.resolving import Unusable, broken
from linter.configuration.settings import BrokenConfiguration, Configuration
from linter.formats.opening import contents, reason
from linter.model.message import Message
from linter.packs.mistakes import Place


def ledger_of(configuration: Configuration, day: str, with_baselines: bool = True) -> Ledger:
    """What is accepted on a day, as 2024-01-17, `with_baselines` or without. Raises BrokenConfiguration, also for a
    file that it names.
    """
    data, folder = configuration.data, configuration.folder
    waivers, file = configuration.waivers, configuration.file
    if isinstance(data.get("waivers"), str):
        file = folder / data["waivers"]
        if not file.is_file():
            raise broken(data.places["waivers"], Message("run.not-found"))
        waivers = read_waivers(file)
    ledger = Ledger(str(folder), waivers, shown(file), today=day)
    if "baseline" not in data or not with_baselines:
        return ledger
    return with_baseline(ledger, folder / data["baseline"], data.places["baseline"])


def files_of(configuration: Configuration) -> Iterator[Path]:
    """The files that a configuration names and that are read for it."""
    for key in ("waivers", "baseline"):
        if isinstance(configuration.data.get(key), str):
            yield configuration.folder / configuration.data[key]


def with_baseline(ledger: Ledger, file: Path, place: Place | None) -> Ledger:
    """The ledger with the baseline in `file`, which is named at `place`, or on the command line. Raises
    BrokenConfiguration, or `Unusable` for the command line.
    """
    try:
        baseline = read_baseline(contents(file, most=LARGEST))
    except WrongBaseline as wrong:
        raise _refused(wrong.message._replace(values={**wrong.message.values, "path": shown(file)}), place) from None
    except OSError as error:
        about = {"path": shown(file), "reason": reason(error)}
        raise _refused(Message("baseline.unreadable", about), place) from None
    return ledger._replace(baseline=baseline, baseline_folder=os.path.abspath(file.parent))  # noqa: PTH100


def _refused(message: Message, place: Place | None) -> BrokenConfiguration | Unusable:
    return Unusable(message) if place is None else broken(place, message)


def today() -> str:
    """The day of the place; builds that are to come out the same every time set SOURCE_DATE_EPOCH."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    if fixed.isascii() and fixed.isdecimal() and len(fixed) < 12:
        return datetime.fromtimestamp(int(fixed), UTC).date().isoformat()
    return date.today().isoformat()
