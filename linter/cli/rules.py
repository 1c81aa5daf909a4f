"""`gouji rules`: the rules of a pack listed, packs validated and tested, and the schema of their files."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from linter.cli.console import Console, WrongUse
from linter.cli.declared import Option
from linter.cli.options import DEFAULT_PACK, PackName, Packs, chosen, complain_of, family_of
from linter.language.printable import printable
from linter.model.message import Message
from linter.model.pack import Pack, Rule
from linter.text.regex import regex

if TYPE_CHECKING:
    from linter.packs import Written

DONE, FAILED, BROKEN = 0, 1, 2
FORMATS = ("terminal", "json")
SUFFIXES = frozenset({".yaml", ".yml"})

_SAYS_PACK = regex(r"^pack\s*:", re.MULTILINE)

Listed = dict[str, tuple[Rule, list[Pack]]]


def list_rules(
    console: Console,
    format: Annotated[
        str, Option("--format", "-f", metavar="|".join(FORMATS), help="cli.rules.list.format")
    ] = "terminal",
    pack: PackName = DEFAULT_PACK,
) -> int:
    """Prints each rule once, with its severity and its title."""
    format = chosen("--format", format, FORMATS)
    family = family_of(pack, console)
    if family is None:
        return BROKEN
    rules: Listed = {}
    for member in family.packs:
        for rule in member.rules:
            rules.setdefault(rule.id, (rule, []))[1].append(member)
    console.write(_as_json(rules, console) if format == "json" else _as_lines(rules, console))
    return DONE


def _as_lines(rules: Listed, console: Console) -> str:
    from linter.presentation.words import SEVERITIES
    from linter.reporters.layout import Piece, plain_text

    ruler = console.ruler
    severities = {id: console.text(SEVERITIES[rule.severity]) for id, (rule, _) in rules.items()}
    severity_width, id_width = ruler.widest(severities.values()) + 2, ruler.widest(rules) + 2
    lines = []
    for id, (rule, _) in rules.items():
        label = ruler.left(severities[id], severity_width) + ruler.left(printable(id), id_width)
        title = printable(rule.title.in_language(console.language))
        title += console.say("cli.needs-previous") if rule.needs_previous else ""
        lines += ruler.hanging(Piece(label), title, severity_width + id_width, max(console.width, id_width + 40))
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


def validate(console: Console, packs: Packs = None) -> int:
    """Reads packs anew, prints every mistake at its file, line and column, and says which packs are right."""
    return max(_validate(pack, console) for pack in references(packs))


def _validate(pack: str, console: Console) -> int:
    from linter.packs.languages import holds_languages

    if holds_languages(Path(pack)):
        return _validate_languages(Path(pack), console)
    from linter.packs import BrokenPack
    from linter.run.pack_trial import mistakes_of

    written = load_anew(pack, console, notes=True)
    if written is None:
        return BROKEN
    mistakes = mistakes_of(written)
    if mistakes:
        complain_of(BrokenPack(mistakes), pack, console)
        return BROKEN
    rules = {rule.id for member in written.family.packs for rule in member.rules}
    console.write(console.say("cli.valid", pack=pack, count=len(rules)) + "\n")
    return DONE


def _validate_languages(folder: Path, console: Console) -> int:
    """Prints every mistake in the files of languages."""
    from linter.packs import BrokenPack
    from linter.packs.languages import read_languages

    read = read_languages(folder)
    if read.mistakes:
        complain_of(BrokenPack(read.mistakes), str(folder), console)
        return BROKEN
    console.write(console.say("cli.valid-languages", path=str(folder), count=len(read.data)) + "\n")
    return DONE


def load_anew(pack: str, console: Console, notes: bool = False) -> Written | None:
    """The pack as its files are now, or None after saying all that is wrong with it; with `notes`, says too what is
    written in words that go with the next release.
    """
    from linter.packs import BrokenPack, read_written

    try:
        written = read_written(pack)
    except BrokenPack as broken:
        complain_of(broken, pack, console)
        return None
    for note in written.notes if notes else ():
        console.complain(console.say("cli.mistake", place=str(note.place), message=note.message))
    return written


def references(given: Iterable[str] | None) -> tuple[str, ...]:
    """The packs that are meant, each once: a YAML file stands for the pack that it belongs to."""
    packs = [_pack_of(Path(name)) if Path(name).suffix in SUFFIXES else name for name in given or (DEFAULT_PACK,)]
    return tuple(dict.fromkeys(packs))


def _pack_of(file: Path) -> str:
    """The nearest folder above `file` that says `pack:`. Files in a folder without it are parts that others lay over.

    Raises WrongUse where there is no such folder.
    """
    from linter.packs.languages import holds_languages

    for folder in file.parents:
        if holds_languages(folder) or any(_says_pack(other) for other in sorted(folder.glob("*.yaml"))):
            return str(folder)
    raise WrongUse(Message("cli.no-pack-there", {"path": str(file)}))


def _says_pack(file: Path) -> bool:
    from linter.packs.files import pack_file

    try:
        return _SAYS_PACK.search(pack_file(file).decode("utf-8", "replace")) is not None
    except OSError:
        return False


def test(console: Console, packs: Packs = None) -> int:
    """Runs the tests of packs and prints those that failed, and those that are lacking."""
    return max([_test(pack, console) for pack in references(packs)])


def _test(reference: str, console: Console) -> int:
    from linter.run.pack_trial import place_of_test
    from linter.run.rule_tests import run_tests

    written = load_anew(reference, console)
    if written is None:
        return BROKEN
    family = written.family
    outcomes = [
        (place_of_test(data, outcome.rule, outcome.index), outcome)
        for pack, data in zip(family.packs, written.data, strict=True)
        for outcome in run_tests(pack, family)
    ]
    failed = [(at, outcome) for at, outcome in outcomes if not outcome.passed]
    for at, outcome in {(at, one.index, one.got): (at, one) for at, one in failed}.values():  # packs share rules
        place = f"{at} {outcome.rule} #{outcome.index + 1}"
        line = console.say("cli.test-failed", place=place, expected=outcome.expected, got=outcome.got)
        message = f"\n    {console.text(outcome.message)}" if outcome.message else ""
        console.write(f"{line}{message}\n")
    if failed:
        console.write(console.say("cli.tests-failed", pack=reference, count=len(outcomes), failed=len(failed)) + "\n")
        return FAILED
    console.write(console.say("cli.tests-passed", pack=reference, count=len(outcomes)) + "\n")
    return DONE


def schema(console: Console) -> int:
    """Prints the schema of one file of a pack."""
    import json

    from linter.packs.schema import pack_schema

    console.write(json.dumps(pack_schema(tested=True), ensure_ascii=console.ascii, indent=2) + "\n")
    return DONE
