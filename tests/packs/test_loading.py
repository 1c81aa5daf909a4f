"""Finding packs, reading any text at all, and the schema that editors use."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pack_texts import BASE, write_packs
from ruamel.yaml import YAML
from stub_kinds import KINDS

from linter.language import render
from linter.packs import BrokenPack, load, shipped_ids, shipped_root
from linter.packs.rule_keys import SHARED_KEYS
from linter.packs.schema import SCHEMA_FILE, pack_schema, rule_keys

WHOLE = """
marks: [年报]
layouts: [{id: new, title: {zh: 新, en: new}, years: {first: 2021}, labels: [新收]}]
notation: {units: [件], signs: {增: "+"}}
spellings: {其它: 其他}
facts: {year: [{region: title, pattern: (?P<value>20)}]}
agencies: [{id: town, title: {zh: 镇, en: town}, pattern: 镇$, sure: true}]
form: {title: "{year}", lead: 本, sections: {requests: 无}}
"""


def test_the_shipped_packs_load() -> None:
    family = load("cn-open-government", cache=False)
    assert [pack.id for pack in family.packs] == ["cn-open-government/2019", "cn-open-government/2021"]
    assert {"cn-open-government", *(pack.id for pack in family.packs)} <= set(shipped_ids())
    assert "cn-open-government/common" not in shipped_ids()
    sizes = {pack.id[-4:]: [len(table.addresses()) for table in pack.template.tables] for pack in family.packs}
    assert sizes == {"2019": [22, 161, 15], "2021": [10, 175, 15]}


@pytest.mark.parametrize("id", shipped_ids())
def test_a_shipped_pack_is_the_same_by_id_and_by_path(id: str) -> None:
    assert load(id, cache=False) == load(shipped_root() / id, cache=False)


@pytest.mark.parametrize(
    "reference", ["cn-open-goverment", "./cn-open-government", "nowhere/at/all", "a\0b", "a" * 5000]
)
def test_an_unknown_reference_is_one_mistake(reference: str, tmp_path: Path) -> None:
    with pytest.raises(BrokenPack) as broken:
        load(reference, base=tmp_path)
    (found,) = broken.value.mistakes
    assert found.line == 0
    if reference == "cn-open-goverment":
        assert "Did you mean “cn-open-government”?" in render(found.message, "en")


def test_a_file_is_no_pack(tmp_path: Path) -> None:
    write_packs(tmp_path, {"base": BASE})
    with pytest.raises(BrokenPack) as broken:
        load("base/pack.yaml", base=tmp_path)
    assert [mistake.message.key for mistake in broken.value.mistakes] == ["pack.no-folder"]


@pytest.mark.parametrize("text", [BASE, BASE + WHOLE])
def test_a_byte_order_mark_is_no_mistake(tmp_path: Path, text: str) -> None:
    write_packs(tmp_path, {"base": text})
    file = tmp_path / "base" / "pack.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert load(tmp_path / "base", cache=False, kinds=KINDS).packs


def test_the_schema_file_is_current() -> None:
    """If this fails: python -m linter.packs.schema."""
    assert json.loads((shipped_root() / SCHEMA_FILE).read_text(encoding="utf-8")) == pack_schema(tested=True)


def test_the_schema_is_a_schema() -> None:
    from jsonschema import Draft202012Validator

    Draft202012Validator.check_schema(pack_schema(tested=True))
    assert {*rule_keys(), "kind"} == set(SHARED_KEYS)


KEYS = ["pack", "title", "members", "extends", "years", "marks", "facts", "agencies", "sections", "tables", "rows"]
KEYS += ["columns", "blocks", "sums", "rules", "id", "kind", "severity", "requires", "label", "tests", "remove", "zh"]
WORDS = ["a", "b", "required-table", "cell-range", "error", "(?P<value>", "..", ".", "2021", 2021, -1, 0.5, True, None]
VALUES = st.recursive(
    st.sampled_from(WORDS),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5),
    max_leaves=25,
)
PACKS = st.fixed_dictionaries(
    {"pack": st.just({"title": {"zh": "表", "en": "Tables"}}) | VALUES},
    optional=dict.fromkeys(KEYS[5:], VALUES),
)


@st.composite
def damaged_packs(draw: st.DrawFn) -> str:
    """A correct pack in which values were taken out, replaced, or written twice, at any depth."""
    data = YAML(typ="safe", pure=True).load(BASE + WHOLE)
    for _ in range(draw(st.integers(1, 3))):
        parent, step = data, draw(st.sampled_from(sorted(data)))
        while draw(st.integers(0, 5)) and isinstance(parent[step], list | dict) and parent[step]:
            parent = parent[step]
            step = draw(st.sampled_from(sorted(parent) if isinstance(parent, dict) else range(len(parent))))
        match draw(st.sampled_from(["out", "replaced", "twice"])):
            case "out" if parent is not data or len(data) > 1:
                del parent[step]
            case "twice" if isinstance(parent, list):
                parent.append(parent[step])
            case _:
                parent[step] = draw(VALUES)
    return json.dumps(data)


YAML_TEXT = st.text(
    st.sampled_from("abc: -[]{}&*!|>'\"#%@`,?\n\t\\<=0129~.表\ufeff\x07") | st.characters(), max_size=60
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(
        damaged_packs(), damaged_packs(), PACKS.map(json.dumps), YAML_TEXT, YAML_TEXT.map(lambda text: BASE + text)
    )
)
@example("[" * 5000)
@example("&a [*a]")
@example("a: !!python/object:os.system x")
@example("a: 0x\nb: 1_\nc: " + "9" * 5000)
@example('a: "\\ud800"')
def test_no_text_raises_anything_but_its_mistakes(tmp_path: Path, text: str) -> None:
    (tmp_path / "pack.yaml").write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        load(tmp_path, cache=False, kinds=KINDS)
    except BrokenPack as broken:
        assert broken.mistakes
        assert all(render(mistake.message, language) for mistake in broken.mistakes for language in ("zh", "en"))


def test_mistakes_in_the_options_of_the_real_kinds_have_their_places(tmp_path: Path) -> None:
    rules = """
        pack: {title: {zh: 我的, en: Mine}, extends: cn-open-government/2021}
        rules:
          - {id: a, title: {zh: 甲, en: a}, kind: required-table, severity: info, source: s, tables: [reqests]}
          - id: b
            title: {zh: 乙, en: b}
            kind: equation
            severity: info
            source: 样表
            for-each: requests.columns
            check: new_received == carried_inn
          - {id: c, title: {zh: 丙, en: c}, kind: equatoin, severity: info, source: 样表}
        """
    write_packs(tmp_path, {"mine": rules})
    with pytest.raises(BrokenPack) as broken:
        load(tmp_path / "mine", cache=False)
    lines = (tmp_path / "mine" / "pack.yaml").read_text(encoding="utf-8").splitlines()
    pointed_at = [lines[mistake.line - 1][mistake.column - 1 :] for mistake in broken.value.mistakes]
    assert [text.split(",")[0].rstrip("]}") for text in pointed_at] == [
        "reqests",
        "new_received == carried_inn",
        "equatoin",
    ]
    assert all(render(mistake.message, "en") for mistake in broken.value.mistakes)
