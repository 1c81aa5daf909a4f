"""Which commands there are."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from linter.cli.declared import Command

COMMANDS: Mapping[str, str] = {
    "cli.check": "linter.cli.check:check",
    "cli.annotate": "linter.cli.annotate:annotate",
    "cli.desk": "linter.cli.desk:desk",
    "cli.extract": "linter.cli.extract:extract",
    "cli.new": "linter.cli.new:new",
    "cli.explain": "linter.cli.explain:explain",
    "cli.schema": "linter.cli.schema:schema",
    "cli.mcp": "linter.cli.mcp:mcp",
    "cli.lsp": "linter.cli.lsp:lsp",
}
"""Help text, whose key ends in the name → module and function.

Only the command that is called is loaded: most runs are short, and check reports.
"""

RULES: Mapping[str, str] = {
    "cli.rules.new": "linter.cli.rules_new:new",
    "cli.rules.trace": "linter.cli.rules_trace:trace",
    "cli.rules.list": "linter.cli.rules:list_rules",
    "cli.rules.validate": "linter.cli.rules:validate",
    "cli.rules.test": "linter.cli.rules:test",
    "cli.rules.schema": "linter.cli.rules:schema",
}
"""The same for the commands below `rules`."""


STORE: Mapping[str, str] = {
    "cli.store.info": "linter.cli.stores:info",
    "cli.store.clear": "linter.cli.stores:clear",
}
"""The same for those below `store`."""


CONFIG: Mapping[str, str] = {
    "cli.config.show": "linter.cli.config:show",
}
"""The same for those below `config`."""


BASELINE: Mapping[str, str] = {
    "cli.baseline.write": "linter.cli.baseline:write",
    "cli.baseline.prune": "linter.cli.baseline:prune",
}
"""The same for those below `baseline`."""

GROUPS: Mapping[str, Mapping[str, str]] = {
    "cli.rules": RULES,
    "cli.store": STORE,
    "cli.config": CONFIG,
    "cli.baseline": BASELINE,
}
"""Commands with commands below them: help text → these."""


def loaded(place: str) -> Command:
    """The function at `module:function`."""
    module, _, name = place.partition(":")
    function: Command = getattr(import_module(module), name)
    return function
