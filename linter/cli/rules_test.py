"""`gouji rules test`: the tests that stand beside the rules of a pack."""

from __future__ import annotations

import typer

from linter.cli.console import Console
from linter.cli.options import Lang, Packs
from linter.cli.rules_validate import load_anew, references

PASSED, FAILED, BROKEN = 0, 1, 2


def test(context: typer.Context, packs: Packs = None, lang: Lang = None) -> int:
    """Runs the tests of packs and prints those that failed."""
    console: Console = context.obj
    return max(_test(pack, console) for pack in references(packs))


def _test(pack: str, console: Console) -> int:
    from linter.rule_tests import run_tests

    family = load_anew(pack, console)
    if family is None:
        return BROKEN
    results = run_tests(family)
    failed = [result for result in results if result.failure is not None]
    return FAILED if failed else PASSED
