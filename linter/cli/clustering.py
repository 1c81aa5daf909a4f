"""`gouji check --cluster`: the same jobs on the machines of a Dask cluster."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec

from linter.cli.console import Console, WrongUse
from linter.cli.options import DEFAULT_PACK
from linter.model.message import Message
from linter.run.worker import Limits


def on_cluster(
    paths: Sequence[str],
    address: str,
    results: str | None,
    pack: str | None,
    seconds: int | None,
    others: Sequence[str],
    console: Console,
) -> int:
    """Has the files behind paths checked by the workers of a cluster, which write the results; 0 when all is written.
    `others` are options that were asked for and have no meaning there. Raises WrongUse.
    """
    if results is None:
        raise WrongUse(Message("cluster.no-results"))
    if others:
        raise WrongUse(Message("cluster.not-there", {"options": tuple(others)}))
    if find_spec("distributed") is None:
        raise WrongUse(Message("cluster.library"))
    from linter.clusters.dask import over

    limit = int(Limits().seconds) if seconds is None else seconds
    try:
        done = over(paths, results, address, pack or DEFAULT_PACK, console.language, limit)
    except OSError as error:
        reason = error.strerror or str(error) or type(error).__name__
        raise WrongUse(Message("cluster.failed", {"address": address, "reason": reason})) from None
    console.complain(console.say("cluster.done", count=done.files, written=done.written, folder=results))
    return 0
