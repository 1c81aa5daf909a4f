"""`gouji rules test`: the tests that stand beside the rules of a pack."""

from __future__ import annotations

import typer

from linter.cli.console import Console
from linter.cli.options import Packs
from linter.cli.rules_validate import load_anew, references

PASSED, FAILED, BROKEN = 0, 1, 2


def test(context: typer.Context, packs: Packs = None) -> int:
    """Runs the tests of packs and prints those that failed, and those that are lacking."""
    console: Console = context.obj
    return max([_test(pack, console) for pack in references(packs)])


def _test(reference: str, console: Console) -> int:
    from linter.run.rule_tests import run_tests

    family = load_anew(reference, console)
    if family is None:
        return BROKEN
    outcomes = [(pack, outcome) for pack in family.packs for outcome in run_tests(pack, family)]
    failed = [(pack, outcome) for pack, outcome in outcomes if not outcome.passed]
    for pack, outcome in failed:
        place = f"{pack.id} {outcome.rule} #{outcome.index + 1}"
        line = console.say("cli.test-failed", place=place, expected=outcome.expected, got=outcome.got)
        said = f"\n    {console.text(outcome.message)}" if outcome.message else ""
        console.write(f"{line}{said}\n")
    if failed:
        console.write(console.say("cli.tests-failed", pack=reference, count=len(outcomes), failed=len(failed)) + "\n")
        return FAILED
    console.write(console.say("cli.tests-passed", pack=reference, count=len(outcomes)) + "\n")
    return PASSED
