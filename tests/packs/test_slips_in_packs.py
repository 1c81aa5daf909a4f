"""No slip of the hand in a pack makes the program fail: it is a mistake at a place, or a pack that can be used."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from slips import Bench, Case, cases

from linter.packs import BrokenPack, load

SEED = 20
MOST = 150
FEW = 3  # a slip in a form is held against a rule of each kind, which takes longer


@pytest.fixture(scope="module")
def bench() -> Bench:
    return Bench()


@pytest.fixture(scope="module")
def every(bench: Bench) -> list[Case]:
    return list(cases(bench.data))


@pytest.fixture(scope="module")
def sample(every: list[Case]) -> list[Case]:
    choose = random.Random(SEED)
    rules = [case for case in every if case.index is not None]
    forms = [case for case in every if case.index is None]
    assert len(rules) > 40_000 and len(forms) > 10_000
    return choose.sample(rules, MOST) + choose.sample(forms, FEW)


def test_slips_are_mistakes_at_a_place(bench: Bench, sample: list[Case]) -> None:
    found = {f"{case.edition} {case.index} {case.slip}": bench.result(case) for case in sample}
    assert {slip: failure for slip, failure in found.items() if failure} == {}


INCOMPLETE = ("advice", "aspects", "claims", "what", "exceptions", "explained", "when", "unless")


def test_what_is_left_out_deep_within_a_rule(bench: Bench, every: list[Case]) -> None:
    """The keys that options of several kinds hold in mappings of their own."""
    deep = [
        Case(edition, index, slip)
        for edition, index, slip in every
        if index is not None and slip.done == "deleted" and len(slip.path) > 3 and slip.path[2] in INCOMPLETE
    ]
    chosen = random.Random(SEED).sample(deep, 60)
    assert {str(case.slip): failure for case in chosen if (failure := bench.result(case))} == {}


OVERLAY = """
pack: {{title: {{zh: 甲, en: a}}, extends: cn-open-government/2021}}
rules:
  - {{id: own, title: {{zh: 甲, en: a}}, kind: {kind}, severity: warning, source: x, {options}}}
"""
IN_FILES = {
    "a language of advice": ("unwanted-text", "pattern: 甲, advice: {en: change it}", [(4, "text-lacks-language")]),
    "the pattern of a claim": ("claim", "claims: [{equals: [requests.new_received.total]}]", [(4, "missing-key")]),
    "a misspelt key": ("claim", "claims: [{patern: 甲, equals: [requests.new_received.total]}]", [(4, "did-you-mean")]),
    "a language of an aspect": (
        "required-mention",
        "aspects: [{what: {zh: 甲}, pattern: 甲}]",
        [(4, "text-lacks-language")],
    ),
}


@pytest.mark.parametrize(("kind", "options", "found"), IN_FILES.values(), ids=IN_FILES)
def test_slips_in_files(kind: str, options: str, found: list[tuple[int, str]], tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text(OVERLAY.format(kind=kind, options=options), encoding="utf-8")
    with pytest.raises(BrokenPack) as broken:
        load(tmp_path, cache=False)
    assert [(one.line, one.message.key) for one in broken.value.mistakes] == [
        (line, f"pack.{key}") for line, key in found
    ]
