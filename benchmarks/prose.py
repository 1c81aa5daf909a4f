"""Whether the work for running text grows with its length alone: sentences of up to a megabyte, full of figures.

    python benchmarks/prose.py [--rule PATTERN] [--sizes 10000 100000 1000000] [--limit 3]

Each text is one sentence, a few words over and over, in the first section of an otherwise empty report. For each rule
that reads running text: microseconds for a thousand characters at the smallest size, and how many times that at the
others. What is printed are the rules whose cost grows most, and the same for reading and binding. With --limit the exit
code says whether anything costs more than that many times as much for each character in the longest text.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from linter.binding import bind
from linter.kinds import KINDS
from linter.model.document import Source
from linter.model.pack import Pack, Rule
from linter.model.report import BoundReport
from linter.packs import load
from linter.prose import enumerations
from linter.prose.breakdowns import breakdowns
from linter.readers import read
from linter.run.form import write
from linter.text import numerals

SHOWN = 12
KEPT = (breakdowns, enumerations.clause_starts, numerals.runs)
"""What is kept of the last text for the next rule; a round begins without it."""
UNITS = {
    "requests": "收到政府信息公开申请12件，",
    "verbs without a figure": "收到受理接到新收",
    "requests without a comma": "收到政府信息公开申请12件收到",
    "none came in": "未收到任何公民提出的",
    "reviews": "未发生行政复议1件行政诉讼",
    "outcomes": "其中予以公开3件、无法提供2件、",
    "years": "2022年，较上年增加12件，2023年",
    "parts": "其中政策类12条、动态类8条，占60%，",
    "totals after their parts": "甲类2条、乙类3条、丙类5条、共计9条，",
    "parts in brackets": "公开9条（其中甲类2条、乙类3条、丙类5条），",
    "enumeration": "一是加强领导；二是健全制度；三是",
    "first items": "三个方面：一是甲，",
    "parts of the report": "由总体情况、主动公开政府信息情况、",
    "figures alone": "12345678 ",
    "one long number": "1234567890",
    "Chinese numerals": "一百二十三万四千五百六十七",
    "digits of other scripts": "١٢٣४५६１２３",
    "open brackets": "（《〔“",
    "brackets in brackets": "（其中（",
    "percentages": "占12.5%，",
    "fees": "收取信息处理费12万元",
    "documents": "《关于印发",
    "titles": "《办法》《规定》等3件，",
    "measure words": "接到2条群众提出的政府信息公开申请，",
    "other years": "2021年我局制定制度，",
    "nothing much": "认真贯彻落实各项工作部署",
}


def report(unit: str, size: int, pack: Pack) -> Source:
    sentence = (unit * (size // len(unit) + 1))[:size]
    heading = next(section for section in pack.template.sections if section.id in pack.template.form.sections)
    text = write(pack.template, 2023, "青溪镇人民政府")
    first = heading.number + heading.label.text
    return Source("long.txt", text.replace(first, f"{first}\n\n{sentence}", 1).encode(), "txt")


def clocked(work: Callable[[], Any], repeat: int) -> float:
    """The least of a few times, in seconds."""
    best = float("inf")
    for _ in range(repeat):
        for kept in KEPT:
            kept.cache_clear()
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def measured(source: Source, size: int, pack: Pack, rules: list[Rule]) -> Iterator[tuple[str, float]]:
    """What is done and its microseconds for a thousand characters."""
    repeat = 3 if size <= 100_000 else 1
    yield "(read and bind)", clocked(lambda: bind(read(source), pack.template), repeat) * 1e9 / size
    bound: BoundReport = bind(read(source), pack.template)
    bound.prose.joined(())
    for rule in rules:
        check = KINDS[rule.kind].check

        def work(rule: Rule = rule, check: Callable[..., Any] = check) -> None:
            for _ in check(rule.options, bound):
                pass

        work() if size <= 100_000 else None  # patterns are compiled once
        yield rule.id, clocked(work, repeat) * 1e9 / size


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rule", default="*")
    parser.add_argument("--text", default="*")
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--limit", type=float)
    options = parser.parse_args()
    pack = load("cn-open-government").packs[-1]
    rules = [rule for rule in pack.rules if fnmatchcase(rule.id, options.rule)]
    rows: list[tuple[float, str, str, list[float]]] = []
    for name, unit in UNITS.items():
        if fnmatchcase(name, options.text):
            costs: dict[str, list[float]] = {}
            for size in options.sizes:
                for what, cost in measured(report(unit, size, pack), size, pack, rules):
                    costs.setdefault(what, []).append(cost)
            rows += [(times[-1] / max(times[0], 1.0), name, what, times) for what, times in costs.items()]
            print(
                f"{name}: {sum(times[-1] for times in costs.values()) / 1000:.2f} ms for a thousand characters",
                flush=True,
            )
    rows.sort(key=lambda row: row[0], reverse=True)
    print(f"\n{'text':26}{'rule':34}{'µs/1000':>9}" + "".join(f"{f'{size:,}':>12}" for size in options.sizes[1:]))
    for _, name, what, times in rows[:SHOWN]:
        print(
            f"{name:26}{what:34}{times[0]:9.1f}" + "".join(f"{cost / max(times[0], 1.0):12.2f}" for cost in times[1:])
        )
    return int(options.limit is not None and bool(rows) and rows[0][0] > options.limit)


if __name__ == "__main__":
    sys.exit(main())
