"""From what the command line asks for and what configurations say to how each file is checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from linter.configuration.locating import Finder
from linter.configuration.resolving import Asked, Unusable, broken, pack_of, resolved
from linter.configuration.settings import Applied, Configuration, Settings, applied, entries_for, settings_of
from linter.model.below import SUM_OF_CHILDREN
from linter.model.message import Message
from linter.model.pack import Family
from linter.packs.mistakes import BrokenPack
from linter.run.plans import Plan
from linter.run.previous import Previous, open_previous
from linter.run.processes import family_in_process
from linter.run.walk import Input

if TYPE_CHECKING:
    from linter.acceptance.ledger import Ledger, Ledgers


class Plans:
    """How files are checked: each configuration is read once, and files to which the same applies have one plan.

    Raises BrokenConfiguration for what is wrong in a configuration or with what it names, BrokenPack for a pack, and
    `Unusable` for what is wrong with what the command line asks for.
    """

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._finder = Finder()
        self._configurations: dict[Path, Configuration] = {}
        self._plans: dict[tuple[Path | None, tuple[int, ...]], Plan] = {}
        self.with_baselines = True
        """Whether findings of baselines are accepted, as they are but where one is written."""
        self._others: set[Path] = set() if asked.baseline is None else {asked.baseline}
        self._previous: dict[tuple[str, str], Previous] = {}

    def __call__(self, item: Input) -> Plan:
        return self.for_file(item.path or Path(item.name))

    @property
    def reads(self) -> Iterator[str]:
        """The paths of the configurations and of last year's reports."""
        yield from map(str, self._configurations)
        yield from map(str, self._others)
        for previous in self._previous.values():
            yield from previous.paths

    @property
    def adjust(self) -> Ledgers | None:
        """What is accepted of the files that have plans; None where nothing is."""
        if not self._configurations and self._asked.baseline is None:
            return None
        from linter.acceptance.ledger import Ledger, Ledgers
        from linter.configuration.accepting import with_baseline

        ledgers = [self._ledger(configuration) for configuration in self._configurations.values()]
        if self._asked.baseline is not None and not ledgers:
            ledgers = [with_baseline(Ledger(""), self._asked.baseline, None)]
        alone = self._asked.file is not None or not self._configurations
        return Ledgers(ledgers, alone) if not all(ledger.is_empty for ledger in ledgers) else None

    def _ledger(self, configuration: Configuration) -> Ledger:
        from linter.configuration.accepting import files_of, ledger_of, with_baseline

        ledger = ledger_of(configuration, self._today, self.with_baselines)
        self._others.update(files_of(configuration))
        if self._asked.baseline is not None:
            return with_baseline(ledger, self._asked.baseline, None)
        return ledger

    @cached_property
    def _today(self) -> str:
        from linter.configuration.accepting import today

        return today()

    @property
    def rules(self) -> frozenset[str]:
        """The ids of the rules of all packs that files are checked by, and of those that no pack has."""
        from linter.configuration.choosing import rules_of
        from linter.run.expected import EXPECTED_RULES

        packs = {plan.pack for plan in self._plans.values()}
        own = frozenset((*EXPECTED_RULES, SUM_OF_CHILDREN))
        return own.union(*(rules_of(family_in_process(pack)) for pack in packs))

    @property
    def baseline(self) -> Path | None:
        """The baseline that the first configuration names."""
        first = next(iter(self._configurations.values()), None)
        return None if first is None or "baseline" not in first.data else first.folder / first.data["baseline"]

    @property
    def store(self) -> Path | None:
        """The store that the first configuration names."""
        first = next(iter(self._configurations.values()), None)
        return None if first is None or "store" not in first.data else first.folder / first.data["store"]

    @property
    def configurations(self) -> tuple[Configuration, ...]:
        """Those that were read."""
        return tuple(self._configurations.values())

    def configuration_of(self, file: Path) -> Configuration | None:
        """The configuration that applies to a file, read and found right."""
        if self._asked.isolated:
            return None
        path = self._asked.file or self._finder.of(file)
        if path is None:
            return None
        if path not in self._configurations:
            from linter.configuration.reading import read_configuration

            self._configurations[path] = read_configuration(path)
        return self._configurations[path]

    def for_file(self, file: Path) -> Plan:
        """The plan for a file, which need not exist."""
        configuration = self.configuration_of(file)
        return self._plan_for(configuration, () if configuration is None else entries_for(configuration, file))

    def for_folder(self, folder: Path) -> Plan:
        """The plan for files in a folder that have no settings of their own."""
        return self._plan_for(self.configuration_of(folder / "file"), ())

    def _plan_for(self, configuration: Configuration | None, entries: tuple[int, ...]) -> Plan:
        key = (None if configuration is None else configuration.file, entries)
        if key not in self._plans:
            said = {} if configuration is None else applied(configuration, entries)
            self._plans[key] = self._plan(said, Path() if configuration is None else configuration.folder)
        return self._plans[key]

    def _plan(self, said: Mapping[str, Applied], folder: Path) -> Plan:
        settings = settings_of(said)
        asked = self._asked.pack
        pack = pack_of(settings, said, folder) if asked is None else asked
        options = resolved(self._asked, settings, said, self._family(pack))
        return Plan(pack, options, self._reports_before(settings, said, folder, pack))

    def _family(self, pack: str) -> Family:
        try:
            return family_in_process(pack)
        except BrokenPack as error:
            raise BrokenPack(error.mistakes, pack) from None

    def _reports_before(
        self, settings: Settings, said: Mapping[str, Applied], folder: Path, pack: str
    ) -> Previous | None:
        """The reports of the year before, looked for once for each pack."""
        asked = self._asked.previous
        path = str(folder / settings.previous) if asked is None and settings.previous is not None else asked
        if path is None:
            return None
        if (path, pack) not in self._previous:
            found = open_previous(path, pack, family_in_process(pack), self._asked.jobs)
            if isinstance(found, Message):
                raise Unusable(found) if asked is not None else broken(said["previous"].place, found)
            self._previous[path, pack] = found
        return self._previous[path, pack]
