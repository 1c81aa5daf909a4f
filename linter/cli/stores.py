"""`gouji store`: what is in a store of results, and an end to it; and the store that a run asks for."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from linter.cli.console import Console, WrongUse
from linter.cli.declared import Argument

if TYPE_CHECKING:
    from linter.cli.lines import Line, Lines
    from linter.run.batch import Batch
    from linter.run.plans import Plan
    from linter.run.remembering import Memory

StoreFile = Annotated[Path, Argument(metavar="FILE", help="cli.store.file")]


def info(console: Console, file: StoreFile) -> int:
    """Prints how many results a store holds, and how large it is."""
    from linter.run.store import Store

    _refuse(file)
    store = Store(file)
    contents = store.contents()
    store.close()
    if contents is None:
        raise _unreadable(file)
    console.write(
        console.say("store.info", path=str(file), count=contents.results, kilobytes=contents.bytes // 1024) + "\n"
    )
    return 0


def clear(console: Console, file: StoreFile) -> int:
    """Deletes a store. Reports and results that were written elsewhere stay."""
    from linter.run.store import delete

    _refuse(file)
    delete(file)
    console.write(console.say("store.cleared", path=str(file)) + "\n")
    return 0


def _refuse(file: Path) -> None:
    from linter.model.message import Message
    from linter.run.store import refusal

    refused = refusal(file) if file.exists() or file.is_symlink() else Message("store.absent")
    if refused is not None:
        raise WrongUse(Message("store.refused", {"path": str(file), "reason": refused}))


def _unreadable(file: Path) -> WrongUse:
    from linter.model.message import Message

    return WrongUse(Message("store.refused", {"path": str(file), "reason": Message("store.damaged")}))


def memory_of(
    file: Path | None, batch: Batch, plans: Iterable[Plan], lines: Lines, console: Console
) -> Memory[Line] | None:
    """The memory of a run in a store at `file`. What can be no store is left as it is, and complained of."""
    if file is None:
        return None
    from linter.cli.lines import packed, unpacked
    from linter.packs import content_digest
    from linter.run.remembering import Memory, basis, files_digest
    from linter.run.store import Store, refusal

    refused = refusal(file)
    if refused is not None:
        console.complain(console.say("store.not-used", path=str(file), reason=refused))
        return None
    ways = [
        (content_digest(plan.pack), plan.options, files_digest(() if plan.previous is None else plan.previous.paths))
        for plan in plans
    ]
    return Memory(Store(file), basis(*ways, batch.adjust, batch.below, lines.formats), packed, unpacked)
