"""`gouji rules list`: the rules of a pack."""

from __future__ import annotations

from typing import Annotated

import typer

from linter.cli.console import Console
from linter.cli.options import DEFAULT_PACK, PackName, chosen, family_of
from linter.language.printable import printable
from linter.model.pack import Pack, Rule

LISTED, NOT_LISTED = 0, 2
FORMATS = ("terminal", "json")

Listed = dict[str, tuple[Rule, list[Pack]]]


def list_rules(
    context: typer.Context,
    format: Annotated[
        str, typer.Option("--format", "-f", metavar="|".join(FORMATS), help="cli.rules.list.format")
    ] = "terminal",
    pack: PackName = DEFAULT_PACK,
) -> int:
    """Prints each rule once, with its severity and its title."""
    console: Console = context.obj
    chosen("--format", format, FORMATS)
    family = family_of(pack, console)
    if family is None:
        return NOT_LISTED
    rules: Listed = {}
    for member in family.packs:
        for rule in member.rules:
            rules.setdefault(rule.id, (rule, []))[1].append(member)
    console.write(_as_json(rules, console) if format == "json" else _as_lines(rules, console))
    return LISTED


def _as_lines(rules: Listed, console: Console) -> str:
    from linter.presentation.words import SEVERITIES
    from linter.reporters.layout import Piece, hanging, left, plain_text, widest

    severities = {id: console.text(SEVERITIES[rule.severity]) for id, (rule, _) in rules.items()}
    severity_width, id_width = widest(severities.values()) + 2, widest(rules) + 2
    lines = []
    for id, (rule, _) in rules.items():
        label = left(severities[id], severity_width) + left(printable(id), id_width)
        title = printable(rule.title.in_language(console.language))
        title += console.say("cli.needs-previous") if rule.needs_previous else ""
        lines += hanging(Piece(label), title, severity_width + id_width, max(console.width, id_width + 40))
    return plain_text(lines)


def _as_json(rules: Listed, console: Console) -> str:
    from linter.reporters.exact import dumps

    return (
        dumps(
            [
                {
                    "id": id,
                    "severity": rule.severity.value,
                    "title": {"zh": rule.title.zh, "en": rule.title.en},
                    "kind": rule.kind,
                    "source": rule.source,
                    "needs_previous": rule.needs_previous,
                    "packs": [pack.id for pack in packs],
                }
                for id, (rule, packs) in rules.items()
            ],
            console.ascii,
        )
        + "\n"
    )
