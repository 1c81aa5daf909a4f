"""What is mined from reports: exactly the sums that were planted in them, and a pack that they keep."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from decimal import Decimal

import pytest
from made_reports import chinese_report, chinese_reports, markdown, outline

from linter.mining import Mined, MiningRefused, mine
from linter.mining.proving import prove, unreadable
from linter.mining.sums import Matrix, sums_of
from linter.model.document import Source
from linter.readers import read

REQUESTS = 1
"""The number of the table of requests among the tables of the Chinese form."""


def borne_out(mined: Mined, table: int) -> list[tuple[str, int]]:
    """The sums of one table that are borne out, in the ids of their rules' expressions, and how often each holds."""
    rules = {rule["id"]: rule for rule in mined.rules}
    return [(rules[id]["check"], one.times) for id, one in mined.sums if id and one.table == table]


@pytest.mark.parametrize(("large", "count"), [(False, 30), (True, 3)], ids=["30 small agencies", "3 cities"])
@pytest.mark.parametrize("seed", range(3))
def test_exactly_the_39_identities_of_the_form(large: bool, count: int, seed: int) -> None:
    mined = mine(chinese_reports(random.Random(seed), count, large), "mined", "")
    found = borne_out(mined, REQUESTS)
    assert sorted(times for _, times in found) == [7, 7, 25]
    assert sum(times for _, times in found) == 39
    sides = {check.partition(" == ")[0] for check, _ in found}
    assert sides == {"总计", "本年度办理结果总计", "本年新收政府信息公开申请数量 + 上年结转政府信息公开申请数量"}
    others = [one for id, one in mined.sums if id and one.table != REQUESTS]
    assert [one.times for one in others] in ([], [3])  # what came of reviews and suits, where there were enough
    assert (mined.agreements, mined.totals, mined.shares) == ((), (), ())


def test_few_small_agencies_need_more_reports() -> None:
    mined = mine(chinese_reports(random.Random(1), 2, False), "mined", "")
    waiting = [one for id, one in mined.sums if not id]
    assert waiting
    assert all(one.missing > 0 for one in waiting)


def test_the_pack_is_sound_and_its_reports_keep_it() -> None:
    rng = random.Random(2)
    sources = [Source(f"{number}.txt", chinese_report(rng, True, number).encode(), "txt") for number in range(3)]
    read_in = [(source, read(source)) for source in sources]
    mined = mine([outline(source.data.decode(), source.name) for source in sources], "mined", "3")
    assert unreadable(mined, "mined") == ()
    proved = prove(mined, "mined", read_in)
    assert (proved.left_out, proved.unread) == ((), ())
    assert proved.rules == len(mined.rules)


def wards(seed: int, names: Sequence[str]) -> str:
    rng = random.Random(seed)
    rows = [[name, rng.randrange(9, 90), rng.randrange(9, 90), rng.randrange(5, 9)] for name in names]
    flow = [[name, start, admitted, left, start + admitted - left] for name, start, admitted, left in rows]
    total = ["All wards", *(sum(row[column] for row in flow) for column in range(1, 5))]
    urgent = [[name, admitted, rng.randrange(admitted)] for name, _, admitted, _ in rows]
    shares = [[*row, f"{100 * row[2] / row[1]:.1f}%"] for row in urgent]
    return markdown(
        f"Ward report of month {seed} 2025",
        {
            "Patients": [["Ward", "At start", "Admitted", "Discharged", "At end"], *flow, total],
            "Emergencies": [["Ward", "Admitted", "Urgent", "Share"], *shares],
        },
    )


def test_rows_that_differ_are_of_a_kind() -> None:
    pool = ["Ash", "Birch", "Cedar", "Elm", "Fir", "Hazel", "Larch", "Maple", "Oak", "Pine", "Rowan", "Yew"]
    texts = [wards(seed, random.Random(seed).sample(pool, 4)) for seed in range(5)]
    mined = mine([outline(text, f"{number}.md") for number, text in enumerate(texts)], "wards", "5 reports")
    assert set(mined.template["entities"]) == {"ward"}
    rules = {rule["id"]: rule for rule in mined.rules}
    checks = {rule["check"] for rule in rules.values() if "check" in rule}
    assert checks == {
        "patients.at_start + patients.admitted == patients.discharged + patients.at_end",
        "emergencies.share == 100 * emergencies.urgent / emergencies.admitted",
        "patients.admitted == emergencies.admitted",
    }
    assert rules["totals-add-up"]["tables"] == ["patients"]
    sources = [Source(f"{number}.md", text.encode(), "md") for number, text in enumerate(texts)]
    proved = prove(mined, "wards", [(source, read(source)) for source in sources])
    assert (proved.left_out, proved.unread) == ((), ())


def stock(number: int, figures: Sequence[int]) -> str:
    rows = [[name, figure] for name, figure in zip(("Books", "Maps", "Discs", "Total"), figures, strict=True)]
    return markdown(f"Return of the archive {2000 + number}", {"Stock": [["What", "Held"], *rows]})


REFUSED: Mapping[str, tuple[list[str], str]] = {
    "nothing in it": ([stock(1, (1, 2, 3, 6)), "Good morning."], "mining.nothing"),
    "no table": (["# Report\n\n## One\n\nText.\n", "# Report\n\n## One\n\nOther.\n"], "mining.no-tables"),
    "two kinds": ([stock(1, (1, 2, 3, 6)), wards(1, ["Ash", "Elm"])], "mining.nothing-in-common"),
    "one of another kind": (
        [stock(1, (1, 2, 3, 6)), stock(2, (4, 1, 1, 6)), stock(3, (5, 0, 1, 6)), wards(1, ["Ash", "Elm"])],
        "mining.strangers",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_bad_input_is_refused_with_a_sentence(name: str) -> None:
    texts, key = REFUSED[name]
    with pytest.raises(MiningRefused) as refused:
        mine([outline(text, f"{number}.md") for number, text in enumerate(texts)], "mined", "")
    assert refused.value.message.key == key


def test_figures_that_are_all_zero_give_no_sum() -> None:
    mined = mine([outline(stock(number, (0, 0, 0, 0))) for number in range(5)], "mined", "")
    assert mined.all_zero
    assert mined.sums == ()


def test_a_copy_bears_nothing_out() -> None:
    once = mine([outline(stock(1, (1, 0, 2, 3)))], "mined", "")
    often = mine([outline(stock(1, (1, 0, 2, 3)))] * 40, "mined", "")
    assert [one.missing for _, one in once.sums] == [one.missing for _, one in often.sums]


def test_a_hundred_reports() -> None:
    rng = random.Random(5)
    texts = []
    for number in range(100):
        parts = [rng.randrange(50) for _ in range(3)]
        texts.append(stock(number, (*parts, sum(parts))))
    mined = mine([outline(text) for text in texts], "mined", "")
    assert [(one.times, one.reports, one.missing) for _, one in mined.sums] == [(1, 100, 0)]


def matrix(*vectors: Sequence[int], labels: Sequence[str] = "abcdefgh") -> Matrix:
    lines = tuple((label,) for label in labels[: len(vectors)])
    values = tuple(tuple(map(Decimal, vector)) for vector in vectors)
    return Matrix(lines, values, tuple(range(len(vectors[0]))), (True,) * len(vectors[0]))


def planted(rng: random.Random, reports: int) -> Matrix:
    """Eight rows: a + b = c + d, and g is the sum of e and f; h is of its own."""
    rows = [[rng.randrange(10, 999) for _ in range(reports)] for _ in range(6)]
    a, b, c, e, f, h = rows
    d = [one + other - third for one, other, third in zip(a, b, c, strict=True)]
    g = [one + other for one, other in zip(e, f, strict=True)]
    return matrix(a, b, c, d, e, f, g, h)


@pytest.mark.parametrize("seed", range(20))
def test_what_is_planted_is_found_and_nothing_else(seed: int) -> None:
    found = {(one.left, one.right) for one in sums_of(planted(random.Random(seed), 6)) if not one.missing}
    assert found == {((6,), (4, 5)), ((0, 1), (2, 3))}


@pytest.mark.parametrize("seed", range(20))
def test_sparse_rows_that_have_nothing_to_do_with_each_other_give_nothing(seed: int) -> None:
    rng = random.Random(seed)
    rows = [[int(rng.random() < 0.04) for _ in range(60)] for _ in range(20)]
    labels = [chr(97 + number) for number in range(20)]
    assert [one for one in sums_of(matrix(*rows, labels=labels)) if not one.missing] == []


def test_a_sum_but_for_the_rounding() -> None:
    """Three figures that were rounded may miss their total by four halves of the last place, and by no more."""

    def found(total: str) -> int:
        rows = [["0.4", "21.7", "3.3", "8.1"], ["0.4", "5.2", "9.9", "4.6"], ["0.4", "7.1", "5.5", "3.3"]]
        rows.append([total, "34.0", "18.7", "16.0"])
        vectors = tuple(tuple(map(Decimal, row)) for row in rows)
        lines = (("a",), ("b",), ("c",), ("Total",))
        return len(sums_of(Matrix(lines, vectors, (0, 1, 2, 3), (True,) * 4, rounded=1)))

    assert (found("1.2"), found("1.4"), found("1.5")) == (1, 1, 0)


def test_what_bears_out_a_sum_lies_at_a_limit() -> None:
    """Two parts and a total in few reports: with a figure more the sum is borne out, with one less it is not."""

    def missing(reports: int) -> int:
        rows = [[index % 3 + 1 for index in range(reports)], [1] * reports]
        rows.append([one + other for one, other in zip(*rows, strict=True)])
        (only,) = sums_of(matrix(*rows, labels=("a", "b", "Total")))
        return only.missing

    first = next(reports for reports in range(2, 60) if not missing(reports))
    assert missing(first - 1) > 0
    assert first > 3


def test_a_heading_too_long_for_a_section_is_the_line_above_its_table() -> None:
    long = "A table of all the things that were held and lent by every archive of the county"
    texts = [
        markdown(f"Return of the archive {2000 + number}", {long: [["What", "Held"], ["Books", number], ["Maps", 7]]})
        for number in range(3)
    ]
    mined = mine([outline(text, f"{number}.md") for number, text in enumerate(texts)], "archive", "3 reports")
    assert mined.template["sections"] == []
    assert mined.template["tables"][0]["found-by"] == {"title": long}
    sources = [Source(f"{number}.md", text.encode(), "md") for number, text in enumerate(texts)]
    assert prove(mined, "archive", [(source, read(source)) for source in sources]).unread == ()


def test_a_table_with_no_column_in_common_is_no_table_of_the_form() -> None:
    """Its columns are other years in every report; the other table is mined all the same."""
    texts = []
    for number in range(3):
        years = [["What", *(str(2000 + 3 * number + year) + " plan" for year in range(3))], ["Books", 1, 2, 3]]
        stock = [["What", "Held"], ["Books", number], ["Maps", 5], ["Total", number + 5]]
        texts.append(markdown(f"Return of the archive {2000 + number}", {"Plans": years, "Stock": stock}))
    mined = mine([outline(text) for text in texts], "archive", "3 reports")
    assert [table["id"] for table in mined.template["tables"]] == ["stock"]
