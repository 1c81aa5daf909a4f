"""How far findings can be trusted: how many are unfounded, how many faults are found, and how much can be evaluated.

    python benchmarks/trust.py [--reports 10] [--seed 1]

Reports without a fault are made up from a seed and written in every format; then the same reports with one fault each,
of every sort in `planted.py`. Printed are, by format: findings in reports without a fault; the share of the rules that
could be evaluated in these; of the planted faults those that were found (recall), and of all findings those that are
about a planted fault (precision). Then recall by sort of fault. A fault counts as found where a rule of a fitting kind
reports something that it does not report without the fault; whatever else is reported is unfounded, remarks included.
"""

from __future__ import annotations

import argparse
import copy
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from planted import FAULTS, YEAR, Draft, Fault, correct
from sources import made
from writers import WRITERS

from linter.model.document import Source
from linter.model.finding import Finding
from linter.model.pack import Family, Pack
from linter.model.result import Checked
from linter.packs import load
from linter.run.engine import lint

Seen = Counter[tuple[str, str]]
"""Findings by rule and fingerprint."""


class Tally:
    """What was counted in one format. `clean` counts findings in reports without a fault, `about` those that are about
    a planted fault, `beside` those that are not; `asked` the rules that were asked, `undecided` those that could not
    look.
    """

    def __init__(self) -> None:
        self.planted: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.reports = self.clean = self.about = self.beside = self.asked = self.undecided = 0

    @property
    def precision(self) -> float:
        return 100 * self.about / (self.about + self.beside + self.clean or 1)

    @property
    def recall(self) -> float:
        return 100 * self.found.total() / (self.planted.total() or 1)

    @property
    def evaluated(self) -> float:
        return 100 - 100 * self.undecided / (self.asked or 1)


def each(findings: Iterable[Finding]) -> Iterator[Finding]:
    for finding in findings:
        yield finding
        yield from each(finding.related)


def checked(draft: Draft, format: str, family: Family) -> Checked:
    result = lint(Source(f"report.{format}", WRITERS[format](made(draft, family)), format), family)
    assert isinstance(result, Checked), (format, draft["organisation"])
    return result


def seen(result: Checked) -> Seen:
    return Counter((finding.rule, finding.fingerprint) for finding in each(result.findings))


def plant(tally: Tally, name: str, fault: Fault, draft: Draft, format: str, family: Family, clean: Seen) -> None:
    kinds = {rule.id: rule.kind for rule in _pack(family).rules}
    new = seen(checked(draft, format, family)) - clean
    about = [rule for rule, _ in new if kinds[rule] in fault.kinds]
    tally.planted[name] += 1
    tally.found[name] += bool(about)
    tally.about += len(about)
    tally.beside += len(new) - len(about)


def _pack(family: Family) -> Pack:
    pack = family.for_year(YEAR)
    assert pack is not None
    return pack


def run(family: Family, reports: int, seed: int) -> Mapping[str, Tally]:
    tallies = {format: Tally() for format in WRITERS}
    rules = sum(not rule.needs_previous for rule in _pack(family).rules)
    for number in range(reports):
        rng = random.Random(f"{seed} {number}")
        draft = correct(_pack(family).template, rng)
        wrong = {name: (copy.deepcopy(draft), fault) for name, fault in FAULTS.items()}
        planted = {name: given for name, given in wrong.items() if given[1].plant(given[0], rng)}
        for format, tally in tallies.items():
            clean = checked(draft, format, family)
            tally.reports += 1
            tally.clean += len(clean.findings)
            tally.asked += rules
            tally.undecided += len(clean.undecided)
            for name, (changed, fault) in planted.items():
                plant(tally, name, fault, changed, format, family, seen(clean))
    return tallies


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=10, help="without a fault; each gets every fault by itself")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    tallies = run(load("cn-open-government"), given.reports, given.seed)
    print("| | " + " | ".join(tallies) + " |\n|---|" + "---|" * len(tallies))
    rows: Mapping[str, list[str]] = {
        "reports without a fault": [f"{tally.reports}" for tally in tallies.values()],
        "findings in these": [f"{tally.clean}" for tally in tallies.values()],
        "rules evaluated in these": [f"{tally.evaluated:.1f} %" for tally in tallies.values()],
        "planted faults": [f"{tally.planted.total()}" for tally in tallies.values()],
        "found (recall)": [f"{tally.recall:.1f} %" for tally in tallies.values()],
        "unfounded findings beside them": [f"{tally.beside}" for tally in tallies.values()],
        "precision": [f"{tally.precision:.1f} %" for tally in tallies.values()],
        **{name: [f"{tally.found[name]}/{tally.planted[name]}" for tally in tallies.values()] for name in FAULTS},
    }
    for name, row in rows.items():
        print(f"| {name} | " + " | ".join(row) + " |")


if __name__ == "__main__":
    main()
