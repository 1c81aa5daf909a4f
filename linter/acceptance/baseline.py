"""A baseline: the findings there were on a day, so that only new ones fail a run."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from linter.model.finding import Finding
from linter.model.message import Message
from linter.model.records import Record

VERSION = 1


class Known(Record):
    """A finding of a baseline: its rule, what its cells said, and how many like it there were."""

    rule: str
    values: tuple[str, ...]
    times: int = 1


Baseline = Mapping[str, Mapping[str, Known]]
"""File, from the folder of the baseline on → fingerprint → what was there."""


class WrongBaseline(Exception):
    """A file that is no baseline of this version, and why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.key)
        self.message = message


def read_baseline(data: bytes) -> Baseline:
    """What `data` holds. Raises WrongBaseline."""
    try:
        whole = json.loads(data.decode("utf-8-sig"))
        version = whole["gouji-baseline"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise WrongBaseline(Message("baseline.none")) from None
    if version != VERSION:
        raise WrongBaseline(Message("baseline.other-version", {"found": str(version)[:20], "wanted": str(VERSION)}))
    try:
        return {file: {id: _known(entry) for id, entry in found.items()} for file, found in whole["files"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        raise WrongBaseline(Message("baseline.damaged")) from None


def _known(entry: Any) -> Known:
    if not isinstance(entry["times"], int) or entry["times"] < 1:
        raise ValueError
    return Known(str(entry["rule"]), tuple(map(str, entry["values"])), entry["times"])


def is_baseline(data: bytes) -> bool:
    """Whether a file holds a baseline, of whichever version."""
    return data.lstrip().startswith(b'{\n "gouji-baseline":')


def write_baseline(baseline: Baseline) -> bytes:
    """The file, with an entry a line so that changes of it can be read."""
    lines = ['{\n "gouji-baseline": 1,\n "files": {']
    files = [(file, found) for file, found in sorted(baseline.items()) if found]
    for number, (file, found) in enumerate(files):
        entries = [f"   {json.dumps(id)}: {_written(known)}" for id, known in sorted(found.items())]
        end = "," if number + 1 < len(files) else ""
        lines.append(f"  {json.dumps(file, ensure_ascii=False)}: {{\n" + ",\n".join(entries) + f"\n  }}{end}")
    return ("\n".join(lines) + "\n }\n}\n").encode("utf-8", "replace")


def _written(known: Known) -> str:
    entry = {"rule": known.rule, "values": known.values, "times": known.times}
    return json.dumps(entry, ensure_ascii=False)


def of_findings(findings: Iterable[Finding]) -> Mapping[str, Known]:
    """What a baseline keeps of the findings of a file, those that are folded under others too."""
    found: dict[str, Known] = {}
    for finding in with_related(findings):
        earlier = found.get(finding.fingerprint)
        found[finding.fingerprint] = Known(finding.rule, values_of(finding), 1 + (earlier.times if earlier else 0))
    return found


class Allowance:
    """What is left of the baseline of a file while its findings are gone through, in their order."""

    def __init__(self, known: Mapping[str, Known]) -> None:
        self._known, self._left = known, Counter({id: one.times for id, one in known.items()})

    def takes(self, finding: Finding) -> bool:
        """Whether a finding was there, with all that is folded under it, and says what it said; it is then used up."""
        wanted = list(with_related((finding,)))
        for one in wanted:
            known = self._known.get(one.fingerprint)
            if known is None or known.values != values_of(one):
                return False
        if any(self._left[id] < count for id, count in Counter(one.fingerprint for one in wanted).items()):
            return False
        self._left.subtract(one.fingerprint for one in wanted)
        return True


def values_of(finding: Finding) -> tuple[str, ...]:
    """What the cells of a finding say."""
    return tuple(cell.text for cell in finding.cells)


def with_related(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings, each with those that are folded under it."""
    for finding in findings:
        yield finding
        yield from with_related(finding.related)
