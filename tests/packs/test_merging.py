"""How one pack is laid over another."""

from __future__ import annotations

from pathlib import Path

import pytest
from pack_texts import BASE, write_packs
from stub_kinds import KINDS

from linter.model.finding import Severity
from linter.model.pack import Family, Pack
from linter.packs import BrokenPack, load, shipped_ids
from linter.packs.template_schema import MOST_MEMBERS

TITLE = "pack: {title: {zh: 我的, en: Mine}, extends: ../base}\n"


def laid_over(root: Path, overlay: str) -> Pack:
    """The pack that comes of laying `overlay` over the base."""
    write_packs(root, {"base": BASE, "mine": TITLE + overlay})
    (pack,) = load(root / "mine", cache=False, kinds=KINDS).packs
    return pack


def rows(pack: Pack) -> dict[str, str]:
    return {row.id: row.label.text for table in pack.template.tables for block in table.blocks for row in block.rows}


def test_an_overlay_that_says_nothing_changes_only_the_title(tmp_path: Path) -> None:
    mine = laid_over(tmp_path, "rules: []\ntables: []\n")
    (base,) = load(tmp_path / "base", cache=False, kinds=KINDS).packs
    assert (mine.template, mine.rules, mine.years) == (base.template, base.rules, base.years)
    assert (mine.id, mine.title.en) == ("mine", "Mine")


def test_a_rule_is_switched_off_and_nothing_requires_it_any_more(tmp_path: Path) -> None:
    mine = laid_over(tmp_path, "rules: [{id: has-requests, enabled: false}]\n")
    assert [(rule.id, rule.requires) for rule in mine.rules] == [("in-range", ())]


def test_a_rule_changes_its_severity_and_keeps_the_rest(tmp_path: Path) -> None:
    mine = laid_over(tmp_path, "rules: [{id: in-range, severity: info}]\n")
    assert [(rule.id, rule.severity, rule.source) for rule in mine.rules] == [
        ("has-requests", Severity.ERROR, "样表"),
        ("in-range", Severity.INFO, "样表"),
    ]
    assert [(test.expect, test.given) for test in mine.rules[1].tests] == [("pass", {"a": 1}), ("fail", {"a": -1})]


def test_a_new_rule_is_appended(tmp_path: Path) -> None:
    mine = laid_over(
        tmp_path,
        "rules: [{id: new, title: {zh: 新, en: new}, kind: cell-range, severity: info, source: 样表, least: 1}]\n",
    )
    assert [rule.id for rule in mine.rules] == ["has-requests", "in-range", "new"]


def test_a_label_deep_in_the_tree_is_changed_in_its_place(tmp_path: Path) -> None:
    mine = laid_over(tmp_path, "tables: [{id: requests, rows: [{id: other, label: （二）别的}]}]\n")
    assert rows(mine) == {"received": "一、新收", "granted": "（一）公开（全部）", "other": "（二）别的"}


def test_lists_without_ids_are_replaced(tmp_path: Path) -> None:
    mine = laid_over(tmp_path, "tables: [{id: requests, columns: [{id: total, aliases: [共计]}]}]\n")
    assert mine.template.tables[0].blocks[0].columns[1].label.aliases == ("共计",)


def test_a_leaf_becomes_a_group_and_stays_in_sums(tmp_path: Path) -> None:
    mine = laid_over(tmp_path, "tables: [{id: requests, rows: [{id: other, rows: [{id: lapsed, label: 1.逾期}]}]}]\n")
    (table,) = mine.template.tables
    assert list(rows(mine)) == ["received", "granted", "lapsed"]
    assert {group.id: group.rows for group in table.blocks[0].groups} == {
        "results": ("granted", "lapsed"),
        "other": ("lapsed",),
    }
    assert table.sums == {"outcomes": ("granted", "other"), "all": ("received", "granted", "other")}


def test_a_removed_entry_is_gone(tmp_path: Path) -> None:
    mine = laid_over(
        tmp_path,
        """
tables: [{id: requests, rows: [{id: other, remove: true}], sums: {outcomes: [granted]}}]
rules: [{id: in-range, remove: true}]
""",
    )
    assert list(rows(mine)) == ["received", "granted"]
    assert [rule.id for rule in mine.rules] == ["has-requests"]


def test_a_rule_that_is_switched_off_may_name_what_is_removed(tmp_path: Path) -> None:
    removed = "tables: [{id: requests, remove: true}]\n"
    with pytest.raises(BrokenPack):
        laid_over(tmp_path, removed)
    mine = laid_over(tmp_path, removed + "rules: [{id: has-requests, enabled: false}]\n")
    assert [rule.id for rule in mine.rules] == ["in-range"]


def test_names_are_the_words_of_the_form_cut_short(tmp_path: Path) -> None:
    mine = laid_over(
        tmp_path,
        """
tables:
  - id: requests
    columns:
      - {label: 法人（合计）, columns: [{id: firm, label: 企业}, {id: other_firm, label: 其他}]}
      - {label: 团体, columns: [{id: other_body, label: 其他}]}
    rows: [{id: named, label: 三、名, name: 名}]
""",
    )
    (block,) = mine.template.tables[0].blocks
    assert [row.name for row in block.rows] == ["一、新收", "（一）公开", "（二）其他", "名"]
    # The overlay's columns are groups without ids, so they replace those of the base.
    assert [column.name for column in block.columns] == ["企业", "法人·其他", "团体·其他"]


@pytest.fixture
def family(tmp_path: Path) -> Path:
    return write_packs(
        tmp_path,
        {
            "family": "pack: {title: {zh: 族, en: Family}, members: [old, new]}\nspellings: {其它: 其他}\n",
            "family/old": "pack: {title: {zh: 旧, en: Old}, extends: ../../base, years: {first: 2019, last: 2020}}\n",
            "family/new": """
                pack: {title: {zh: 新, en: New}, extends: ../../base}
                tables: [{id: requests, rows: [{id: extra, label: 三、另}]}]
                """,
            "base": BASE,
        },
    )


def family_of(folder: Path) -> Family:
    return load(folder, cache=False, kinds=KINDS)


def test_a_family_has_its_members_by_year_and_its_own_words_in_each(family: Path) -> None:
    loaded = family_of(family / "family")
    assert (loaded.id, [pack.id for pack in loaded.packs]) == ("family", ["family/old", "family/new"])
    assert [loaded.for_year(year) for year in (2018, 2020, 2030)] == [None, loaded.packs[0], loaded.packs[1]]
    assert all(pack.template.spellings == {"其它": "其他"} for pack in loaded.packs)


def test_a_pack_over_a_family_is_laid_over_each_member(family: Path) -> None:
    write_packs(
        family,
        {
            "mine": """
                pack: {title: {zh: 我的, en: Mine}, extends: ../family}
                tables: [{id: requests, rows: [{id: extra, label: 三、别的}, {id: added, label: 四、加}]}]
                rules: [{id: has-requests, enabled: false}]
                """
        },
    )
    old, new = family_of(family / "mine").packs
    assert (old.id, new.id, old.title.en) == ("mine/old", "mine/new", "Old")
    assert [rule.id for rule in old.rules] == [rule.id for rule in new.rules] == ["in-range"]
    # `extra` is a row of one member only: the other is left alone. `added` is new to both.
    assert "extra" not in rows(old)
    assert rows(new)["extra"] == "三、别的"
    assert "added" in rows(old)
    assert "added" in rows(new)


def test_what_only_one_member_has_can_be_removed(family: Path) -> None:
    overlay = """
        pack: {title: {zh: 我的, en: Mine}, extends: ../family}
        tables: [{id: requests, rows: [{id: %s, remove: true}]}]
        """
    write_packs(family, {"mine": overlay % "extra", "wrong": overlay % "extras"})
    assert all("extra" not in rows(pack) for pack in family_of(family / "mine").packs)
    with pytest.raises(BrokenPack) as broken:
        family_of(family / "wrong")
    assert len(broken.value.mistakes) == 1


def test_rows_and_columns_of_blocks_are_changed_by_id_wherever_they_are(tmp_path: Path) -> None:
    overlay = """
        pack: {title: {zh: 我的, en: Mine}, extends: cn-open-government}
        tables:
          - id: proactive
            rows: [{id: rules, aliases: [地方规章]}, {id: procurement, label: 采购}]
            columns: [{id: decisions, aliases: [决定数]}]
        """
    write_packs(tmp_path, {"mine": overlay, "wrong": overlay.replace("procurement", "procurment")})
    old, new = load(tmp_path / "mine", cache=False).packs
    assert rows(old)["procurement"] == "采购"
    assert "procurement" not in rows(new)
    for pack in (old, new):
        table = pack.template.tables[0]
        assert table.blocks[0].rows[0].label.aliases == ("地方规章",)
        decisions = [column for block in table.blocks for column in block.columns if column.id == "decisions"]
        assert [column.label.aliases for column in decisions] == [("决定数",), ("决定数",)]
    with pytest.raises(BrokenPack) as broken:
        load(tmp_path / "wrong", cache=False)
    assert "pack.blocks-and" in {mistake.message.key for mistake in broken.value.mistakes}


@pytest.mark.parametrize("id", [id for id in shipped_ids() if "/" in id])
def test_a_shipped_pack_is_extended_by_its_id(id: str, tmp_path: Path) -> None:
    overlay = """
        pack: {title: {zh: 我的, en: Mine}, extends: %s}
        sections: [{id: overview, label: 概况}]
        rules:
          - id: my-own
            title: {zh: 有表, en: tables}
            kind: required-table
            severity: info
            source: 本局要求
            tables: [requests]
        """
    write_packs(tmp_path, {"mine": overlay % id})
    (mine,) = load("mine", base=tmp_path, cache=False).packs
    (shipped,) = load(id, cache=False).packs
    assert mine.template.tables == shipped.template.tables
    assert mine.template.sections[0].label.text == "概况"
    assert [rule.id for rule in mine.rules] == [*(rule.id for rule in shipped.rules), "my-own"]


def test_every_shipped_rule_can_be_switched_off(tmp_path: Path) -> None:
    ids = {rule.id for pack in load("cn-open-government").packs for rule in pack.rules}
    off = "".join(f"  - {{id: {id}, enabled: false}}\n" for id in sorted(ids)) or "  []\n"
    write_packs(tmp_path, {"mine": "pack: {title: {zh: 我的, en: Mine}, extends: cn-open-government}\nrules:\n" + off})
    assert [pack.rules for pack in load(tmp_path / "mine", cache=False).packs] == [(), ()]


def test_a_new_notice_is_one_entry_that_ends_the_years_of_the_one_before(tmp_path: Path) -> None:
    base = BASE + (
        "documents:\n"
        "  - {id: notice-2019, names: [格式（试行）], numbers: [〔2019〕60号], years: {first: 2019}}\n"
        "  - {id: notice-2021, names: [格式], years: {first: 2021}, replaces: [notice-2019]}\n"
    )
    overlay = "documents: [{id: notice-2027, numbers: [〔2027〕8号], years: {first: 2027}, replaces: [notice-2021]}]\n"
    write_packs(tmp_path, {"base": base, "mine": TITLE + overlay})
    (pack,) = load(tmp_path / "mine", cache=False, kinds=KINDS).packs
    assert [
        (document.id, document.years.first, document.years.last, document.replaced_by)
        for document in pack.template.documents
    ] == [
        ("notice-2019", 2019, 2020, "notice-2021"),
        ("notice-2021", 2021, 2026, "notice-2027"),
        ("notice-2027", 2027, None, None),
    ]


@pytest.mark.parametrize(
    ("members", "found"),
    [
        (["old", "./old", "new"], [(1, "repeated-items")]),
        (["old"] * 500, [(1, "too-many-items")]),
        ([str(number) for number in range(MOST_MEMBERS + 1)], [(1, "too-many-items")]),
        ([str(number) for number in range(MOST_MEMBERS)], [(1, "no-such-pack")] * MOST_MEMBERS),
    ],
)
def test_members_are_named_once_and_are_few(family: Path, members: list[str], found: list[tuple[int, str]]) -> None:
    text = f"pack: {{title: {{zh: 族, en: Family}}, members: [{', '.join(members)}]}}\n"
    (family / "family" / "pack.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(BrokenPack) as broken:
        family_of(family / "family")
    mistakes = [(one.line, one.message.key.removeprefix("pack.")) for one in broken.value.mistakes]
    assert mistakes == found
