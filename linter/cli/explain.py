"""`gouji explain`: what a rule checks, why, where it comes from, and an example; or what a kind of rule does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from linter.cli.console import Console
from linter.cli.declared import Argument
from linter.cli.options import DEFAULT_PACK, PackName, family_of, no_such_rule
from linter.language.printable import printable
from linter.model.message import Message
from linter.model.pack import Pack, Rule

EXPLAINED, NOT_EXPLAINED = 0, 2


def explain(
    console: Console,
    rule: Annotated[str, Argument(metavar="RULE|KIND", help="cli.explain.rule")],
    pack: PackName = DEFAULT_PACK,
) -> int:
    """Prints all that is known of one rule, or of one kind; where both have the name, of both."""
    from linter.kinds import KINDS

    family = family_of(pack, console)
    if family is None:
        return NOT_EXPLAINED
    holders = [(member, found) for member in family.packs if (found := member.rule(rule)) is not None]
    if not holders and rule not in KINDS:
        raise no_such_rule(rule, {known.id for member in family.packs for known in member.rules} | set(KINDS))
    lines = list(_page(holders, console)) if holders else []
    if rule in KINDS:
        from linter.cli.explain_kind import kind_page

        lines += [*([""] if lines else []), *kind_page(rule, KINDS[rule], console)]
    console.write("".join(line.rstrip() + "\n" for line in lines))
    return EXPLAINED


def _page(holders: list[tuple[Pack, Rule]], console: Console) -> Iterator[str]:
    """The lines about a rule; where the packs of a family word it differently, the last of them speaks."""
    from linter.reporters.layout import Piece, plain_text

    rule = holders[-1][1]
    ruler, width = console.ruler, min(console.width, 100)
    yield printable(rule.id)
    yield from ruler.wrap(printable(rule.title.in_language(console.language)), width)
    yield ""
    facts = {
        console.say("cli.severity"): console.text(severity_word(rule)),
        console.say("cli.source"): rule.source,
        console.say("cli.applies"): console.say("report.list", items=tuple(pack.title for pack, _ in holders)),
        console.say("cli.kind"): rule.kind,
    }
    if rule.requires:
        facts[console.say("cli.requires")] = ", ".join(rule.requires)
    if rule.needs_previous:
        facts[console.say("cli.needs")] = console.say("cli.last-years-report")
    if rule.explanation is not None:
        facts[console.say("cli.why")] = rule.explanation.in_language(console.language)
    indent = ruler.widest(facts) + 2
    for label, text in facts.items():
        yield plain_text(ruler.hanging(Piece(label), printable(text), indent, width)).removesuffix("\n")
    for expect, key in (("fail", Message("cli.failing-example")), ("pass", Message("cli.passing-example"))):
        example = next((test.given for test in rule.tests if test.expect == expect and test.given), None)
        if example is not None:
            yield ""
            yield console.text(key)
            yield from _example(example, "  ")


def severity_word(rule: Rule) -> Message:
    """The word for a rule's severity."""
    from linter.presentation.words import SEVERITIES

    return SEVERITIES[rule.severity]


def _example(given: Mapping[str, Any], indent: str) -> Iterator[str]:
    """A rule test as it stands in the pack, more or less."""
    for key, value in given.items():
        if isinstance(value, Mapping):
            yield f"{indent}{printable(str(key))}:"
            yield from _example(value, indent + "  ")
        elif isinstance(value, str) and "\n" in value:
            yield f"{indent}{printable(str(key))}:"
            yield from (f"{indent}  {printable(line)}" for line in value.splitlines())
        else:
            yield f"{indent}{printable(str(key))}: {printable(str(value))}"
