"""How much of a damaged table is bound: one golden file a shape, a line for each damage. GOUJI_UPDATE_GOLDEN=1 writes
them anew; look at the difference, for a figure that is no longer bound is a loss, and one that is bound for the first
time may be bound by luck.

Counted are the addresses of the damaged table, in every table of both editions, twice each (once
for damages to columns): `figure` and `blank` are
bound cells, and anything else is the kind of miss that names the row of an address that is not bound.
"""

from __future__ import annotations

import json
import os
import random
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

import damage
import pytest
from damage import Sheet
from test_damage import ALL_WRITERS, bound, wrong_bindings

from linter.model.address import Address
from linter.model.pack import Family
from linter.model.report import BoundTable
from linter.model.template import Template

GOLDEN = Path(__file__).parent / "golden"
TIMES = 2


@pytest.mark.parametrize("writer", ALL_WRITERS, ids=lambda writer: writer.__name__)
def test_as_much_is_bound_as_the_golden_file_says(family: Family, writer: Callable[[Sheet], str]) -> None:
    templates = [pack.template for pack in family.packs]
    counts = {
        change.__name__: _counts(templates, change, writer)
        for change in (untouched, *damage.HARMLESS, *damage.LOSSY, *damage.OF_COLUMNS, *damage.OF_TABLES, three_at_once)
    }
    golden = GOLDEN / f"{writer.__name__}.json"
    if os.environ.get("GOUJI_UPDATE_GOLDEN") == "1":
        golden.parent.mkdir(exist_ok=True)
        lines = ",\n".join(f"  {json.dumps(name)}: {json.dumps(count)}" for name, count in counts.items())
        golden.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8", newline="\n")
    assert counts == json.loads(golden.read_text(encoding="utf-8"))


def untouched(rng: random.Random, sheet: Sheet) -> None:
    """No damage but the shape itself."""


def three_at_once(rng: random.Random, sheet: Sheet) -> None:
    for change in rng.sample(damage.HARMLESS + damage.LOSSY, 3):
        change(rng, sheet)


def _counts(
    templates: list[Template], change: Callable[[random.Random, Sheet], None], writer: Callable[[Sheet], str]
) -> Mapping[str, int]:
    counts: Counter[str] = Counter()
    for number, template in enumerate(templates):
        for index in range(len(template.tables)):
            for time in range(1 if change in damage.OF_COLUMNS else TIMES):
                sheet = damage.sheets(template)[index]
                change(random.Random(100 * number + 10 * index + time), sheet)
                report, text = bound(template, [sheet], writer)
                assert not wrong_bindings([sheet], report), text
                table = report.tables.get(sheet.spec.id)
                counts.update(_what_became(address, table) for address in sheet.spec.addresses())
    return dict(sorted(counts.items()))


def _what_became(address: Address, table: BoundTable | None) -> str:
    if table is None:
        return "table-missing"
    if address in table.cells:
        return table.cells[address].state.value
    misses = [miss.kind.value for miss in table.misses if address.row in miss.rows]
    misses = misses or [miss.kind.value for miss in table.misses if not miss.rows and address.column in miss.columns]
    return min(misses, default="silently-lost")
