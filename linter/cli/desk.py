"""`gouji desk`: the page on which drafts are dropped, checked, and read beside what was found in them."""

from __future__ import annotations

from typing import Annotated

from linter.cli.console import Console, WrongUse
from linter.cli.declared import Argument, Option
from linter.cli.options import DEFAULT_PACK, PackName, PublishDate, Year, day_of, family_of
from linter.model.document import Source
from linter.model.message import Message
from linter.run.walk import Input, expand, open_source

ENDED, NOT_BEGUN = 0, 2


def desk(
    console: Console,
    paths: Annotated[list[str] | None, Argument(metavar="[PATH]...", help="cli.desk.paths")] = None,
    no_browser: Annotated[bool, Option("--no-browser", help="cli.desk.no-browser")] = False,
    pack: PackName = DEFAULT_PACK,
    year: Year = None,
    publish_date: PublishDate = None,
) -> int:
    """Serves the page on this machine until it is closed, and says why it has ended."""
    try:
        from linter.web.serve import Sitting, open_browser, serve
    except ModuleNotFoundError as error:
        raise WrongUse(Message("cli.desk-needs-extra", {"module": error.name or ""})) from None
    from linter.web.settings import Settings

    if pack != DEFAULT_PACK and family_of(pack, console) is None:
        return NOT_BEGUN
    settings = Settings(pack, console.language, year, published=day_of(publish_date))
    sources = tuple(_sources(paths or (), console))

    def opened(address: str, once: str) -> None:
        console.write(console.say("cli.desk-open", address=address) + "\n")
        if not no_browser:
            open_browser(once)

    ending = serve(Sitting(settings, _packs(pack), sources), opened)
    console.write(console.say(f"cli.desk-{ending.value}") + "\n")
    return ENDED


def _packs(asked: str) -> tuple[str, ...]:
    """The packs that the settings offer: the shipped families, and the one that was asked for."""
    from linter.packs import shipped_ids

    families = tuple(id for id in shipped_ids() if "/" not in id)
    return families if asked in families else (asked, *families)


def _sources(paths: list[str] | tuple[()], console: Console) -> list[Source]:
    """The drafts at `paths`; one that cannot be opened is named on the standard error, and keeps nobody waiting."""
    sources = []
    for item in expand(paths):
        source = open_source(item) if isinstance(item, Input) else item.error
        if isinstance(source, Source):
            name = source.name.replace("\\", "/").rpartition("/")[2]
            sources.append(source._replace(name=name))
        else:
            name = item.name if isinstance(item, Input) else item.head.path
            console.complain(console.say("cli.file-error", path=name, message=source))
    return sources
