"""`gouji rules new`: a pack made from reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from linter.cli.console import Console, WrongUse, output_failed, save
from linter.cli.declared import Argument, Option
from linter.language.printable import printable
from linter.model.message import Message, Value

if TYPE_CHECKING:
    from linter.mining.agreements import CellOf
    from linter.mining.identities import Identity
    from linter.mining.mine import Mined
    from linter.mining.outlines import Outline
    from linter.mining.proving import Proved
    from linter.mining.shares import Share
    from linter.model.document import Document, Source

DONE, REFUSED = 0, 2
FOLDER = "new-pack"
MOST_REPORTS = 500
MOST_LABELS = 4
"""Terms of a sum that are printed; of more, the first and the last."""


def new(
    console: Console,
    more: Annotated[list[str] | None, Argument(metavar="[REPORT]...", help="cli.rules.new.more")] = None,
    sources: Annotated[list[str] | None, Option("--from", metavar="REPORT", help="cli.rules.new.from")] = None,
    output: Annotated[Path | None, Option("--output", "-o", metavar="FOLDER", help="cli.rules.new.output")] = None,
    force: Annotated[bool, Option("--force", help="cli.rules.new.force")] = False,
) -> int:
    """Writes pack.yaml and rules.yaml, and says what was found, what needs more reports, and what was left out."""
    from linter.mining import MiningRefused, mine
    from linter.mining.outlines import outline_of
    from linter.mining.proving import prove, unreadable

    if not sources:
        raise WrongUse(Message("mining.needs-from"))
    folder = output or Path(FOLDER)
    if not force and any((folder / name).exists() for name in ("pack.yaml", "rules.yaml")):
        raise WrongUse(Message("mining.exists", {"path": str(folder)}))
    read = _read([*sources, *(more or ())], console)
    if read is None:
        return REFUSED
    outlines = [outline_of(document) for _, document in read]
    try:
        mined = mine(outlines, folder.name or FOLDER, _source(outlines, console))
    except MiningRefused as refused:
        raise WrongUse(refused.message) from None
    lost = unreadable(mined, folder.resolve().name)
    left_out = tuple(mined.names.tables[number].title for number in lost)
    if lost:
        mined = mine(outlines, folder.name or FOLDER, _source(outlines, console), lost)
    proved = prove(mined, folder.resolve().name, read)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise output_failed(str(folder), error) from None
    for name, text in proved.files.items():
        save(folder / name, text.encode(), lambda: None, 0o644)
    told = [*(console.say("mining.table-left-out", table=title) for title in left_out)]
    told += _told(mined, proved, folder, console)
    console.write("".join(f"{line}\n" for line in told))
    return DONE


def _source(outlines: Sequence[Outline], console: Console) -> str:
    key = "mining.source" if len(outlines) > 1 else "mining.source-one"
    speaker = Console(outlines[0].language if outlines else console.language)
    return speaker.say(key, count=len(outlines))


def _read(paths: Sequence[str], console: Console) -> list[tuple[Source, Document]] | None:
    """The reports, or None after saying which files could not be read."""
    from linter.formats.refusals import ReadFailure
    from linter.model.result import Failed
    from linter.readers import read
    from linter.run.walk import expand, open_source

    found: list[tuple[Source, Document]] = []
    wrong: list[tuple[str, Message]] = []
    files = expand(paths)
    if len(files) > MOST_REPORTS:
        raise WrongUse(Message("mining.too-many", {"count": len(files), "limit": MOST_REPORTS}))
    for item in files:
        if isinstance(item, Failed):
            wrong.append((item.head.path, item.error))
            continue
        source = open_source(item)
        if isinstance(source, Message):
            wrong.append((item.name, source))
            continue
        try:
            found.append((source, read(source)))
        except ReadFailure as failure:
            wrong.append((source.name, failure.message))
    for path, message in wrong:
        console.complain(console.say("mining.file-error", path=path, message=message))
    return None if wrong else found


def _told(mined: Mined, proved: Proved, folder: Path, console: Console) -> Iterator[str]:
    """What is said of the pack, line by line."""
    tables = len(mined.form.tables)
    yield console.say("mining.read", count=mined.reports, sections=len(mined.form.headings), tables=tables)
    if mined.reports == 1:
        yield console.say("mining.one-report")
    for table in mined.names.tables:
        for part in table.parts:
            if part.entity:
                title = mined.template["entities"][part.entity]["title"]["zh"]
                yield console.say("mining.rows-differ", table=table.title, entity=title)
    yield ""
    yield from _sums(mined, console)
    for out in proved.left_out:
        key = "mining.left-out" if out.message is not None else "mining.untested"
        values: dict[str, Value] = {"path": out.path, "message": out.message} if out.message is not None else {}
        yield console.say(key, rule=out.rule, **values)
    for path, message in proved.unread:
        yield console.say("mining.unread", path=path, message=message)
    path = (
        str(folder) if len(folder.parts) > 1 or folder.is_absolute() else f"./{folder}"
    )  # a bare name is a shipped pack
    yield console.say("mining.written", path=path, count=proved.rules)


def _sums(mined: Mined, console: Console) -> Iterator[str]:
    held = list(_held(mined, console))
    waiting = [identity for id, identity in mined.sums if not id]
    if held:
        yield console.say("mining.sums", count=mined.held)
        yield from (f"  {line}" for line in held)
    else:
        yield console.say("mining.all-zero" if mined.all_zero else "mining.no-sums")
    if waiting:
        yield console.say("mining.waiting", count=len(waiting))
        for identity in waiting:
            key = "mining.one-more" if identity.missing == 1 else "mining.more"
            yield f"  {printable(_text(identity, mined))}: {console.say(key, count=identity.missing)}"
    yield ""


def _held(mined: Mined, console: Console) -> Iterator[str]:
    for id, identity in mined.sums:
        if id:
            part = mined.form.tables[identity.table].parts[identity.part]
            where = _where(identity.of_rows, 0 if part.open else identity.times)
            yield _line(_text(identity, mined), where, identity.reports, console)
    for total in mined.totals:
        table = mined.names.tables[total.table]
        label = mined.form.tables[total.table].parts[total.part].rows[0].path[-1]
        yield _line(f"{table.title}: {label} = Σ", _where(True, len(total.columns)), total.reports, console)
    for share in mined.shares:
        yield _line(_share(share, mined), _where(False, 0), share.reports, console)
    for join in mined.joins:
        sides = (f"{mined.names.tables[table].title}·{line.path[-1]}" for table, _, line in (join.left, join.right))
        yield _line(" = ".join(sides), _where(False, 0), join.reports, console)
    for pair in mined.agreements:
        sum = f"{_cell(pair.left, mined)} = {_cell(pair.right, mined)}"
        yield _line(sum, Message("mining.in-one"), pair.reports, console)


def _where(of_rows: bool, times: int) -> Message:
    """In how many columns or rows a sum holds; 0 stands for every row that a report has."""
    if not times:
        return Message("mining.in-each")
    word = "column" if of_rows else "row"
    return Message(f"mining.in-{word}s" if times > 1 else f"mining.in-one-{word}", {"count": times})


def _share(share: Share, mined: Mined) -> str:
    labels = [line.path[-1] for line in (share.share, share.of, share.base)]
    return f"{mined.names.tables[share.table].title}: {labels[0]} = 100 × {labels[1]} ÷ {labels[2]}"


def _cell(cell: CellOf, mined: Mined) -> str:
    return f"{mined.names.tables[cell.table].title}·{cell.row.path[-1]}·{cell.column.path[-1]}"


def _line(sum: str, times: Message, reports: int, console: Console) -> str:
    borne_out = Message("mining.borne-out", {"count": reports})
    return f"{printable(sum)}  ({console.text(times)}; {console.text(borne_out)})"


def _text(identity: Identity, mined: Mined) -> str:
    title = mined.names.tables[identity.table].title
    sides = []
    for side in (identity.left, identity.right):
        labels = [line.path[-1] for line in side]
        sides.append(" + ".join(labels if len(labels) <= MOST_LABELS else [labels[0], "…", labels[-1]]))
    return f"{title}: {' = '.join(sides)}"
