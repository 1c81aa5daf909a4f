"""A run over millions of files on a Dask cluster: its workers take chunks of files and write the results as Parquet.

    python -m linter.clusters.dask s3://bucket/reports/ --out s3://bucket/results/ --cluster tcp://scheduler:8786

A chunk is done as any run is: each worker reads its files in a supervised process of its own, so a file that kills,
hangs or exhausts that process costs itself alone. Where a whole worker is lost, its chunk is given out again file by
file. The name of a result is made of what its chunk depends on: what is there already is not done again.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Any

from linter.formats.opening import reason
from linter.model.message import Message
from linter.model.records import Record
from linter.model.result import Failed, Head, Result
from linter.packs import content_digest
from linter.readers import KNOWN_SUFFIXES
from linter.reporters.parquet import Report
from linter.reporters.reporter import Look
from linter.run.batch import Batch, lint_each
from linter.run.processes import family_in_process
from linter.run.remembering import basis
from linter.run.walk import Input, suffix

CHUNK = 200
"""Files that are given out at a time."""


class Job(Record):
    """Files of a chunk, and how they are checked; the result is written to `target`."""

    names: tuple[str, ...]
    pack: str
    language: str
    seconds: int
    target: str


class Parts:
    """Makes the rows of a result, in whatever process it was checked."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, result: Result) -> list[list[Any]]:
        return Report(Look(self.language)).part(result)


def listed(paths: Sequence[str]) -> Iterator[str]:
    """The files behind paths that fsspec knows: those of a folder, in their order, or the lines of a list (`@list`)."""
    from fsspec.core import open as opened
    from fsspec.core import url_to_fs

    for path in paths:
        if path.startswith("@"):
            with opened(path[1:], "rt", encoding="utf-8") as lines:
                yield from (line.strip() for line in lines if line.strip())
            continue
        system, root = url_to_fs(path)
        for name in sorted(system.find(root)):
            if suffix(name) in KNOWN_SUFFIXES:
                yield system.unstrip_protocol(name)


def jobs(names: Sequence[str], pack: str, language: str, seconds: int, out: str, size: int = CHUNK) -> Iterator[Job]:
    """The files in chunks. The name of a result depends on the files, the pack and the program."""
    depends = basis(content_digest(pack), language, seconds)
    for start in range(0, len(names), size):
        chunk = tuple(names[start : start + size])
        id = sha256(depends + "\n".join(chunk).encode("utf-8", "surrogatepass")).hexdigest()[:32]
        yield Job(chunk, pack, language, seconds, f"{out.rstrip('/')}/part-{id}.parquet")


def work(job: Job) -> str:
    """Check the files of a job, and write their rows; what was written. Called on a worker."""
    return _write(job, rows(job))


def rows(job: Job) -> Iterator[list[list[Any]]]:
    """The rows for each file of a job, in the columns of `linter.reporters.table_rows.COLUMNS`. Called on a worker."""
    import multiprocessing

    # A worker of Dask that is a daemon may start no processes otherwise; ours end with it all the same.
    multiprocessing.current_process()._config["daemon"] = False  # type: ignore[attr-defined]
    items = [_item(name) for name in job.names]
    batch = Batch((), job.pack, family_in_process(job.pack), jobs=1, seconds=job.seconds)
    return lint_each(batch, items, Parts(job.language))


def lost(job: Job) -> str:
    """Write that the only file of a job could not be checked, since every worker that had it was lost."""
    results = (Failed(Head(name), Message("run.process-died")) for name in job.names)
    return _write(job, map(Parts(job.language), results))


def _item(name: str) -> Input | Failed:
    from fsspec.core import url_to_fs

    try:
        system, path = url_to_fs(name)
        return Input(name, None, named=False, data=system.cat_file(path))
    except OSError as error:
        return Failed(Head(name), Message("run.unreadable", {"reason": reason(error)}))


def _write(job: Job, parts: Iterator[list[list[Any]]]) -> str:
    """Write rows to a file that is there when it is whole."""
    from fsspec.core import url_to_fs

    from linter.model.tally import Tally

    report = Report(Look(job.language))
    report.begin()
    for part in parts:
        report.add(part)
    data = b"".join(piece.encode() if isinstance(piece, str) else piece for piece in report.end(Tally()))
    system, path = url_to_fs(job.target)
    system.pipe_file(f"{path}.tmp", data)
    system.mv(f"{path}.tmp", path)
    return job.target


def run(todo: Sequence[Job], client: Any, retries: int = 0) -> Iterator[str]:
    """What was written, as it is. A chunk that was lost with its worker is given out again file by file; any other
    failure is one of the whole run, and is raised.
    """
    from dask.distributed import KilledWorker, as_completed

    waiting = {client.submit(work, job, pure=False, retries=retries): job for job in todo}
    course: Any = as_completed(list(waiting))  # type: ignore[no-untyped-call]
    for future in course:
        job = waiting.pop(future)
        if future.status == "finished":
            yield future.result()
        elif not isinstance(future.exception(), KilledWorker):
            raise future.exception()
        elif len(job.names) == 1:
            yield lost(job)
        else:
            for one in one_by_one(job):
                again = client.submit(work, one, pure=False, retries=0)
                waiting[again] = one
                course.add(again)


def one_by_one(job: Job) -> Iterator[Job]:
    """A job for each file of one."""
    for number, name in enumerate(job.names):
        yield job._replace(names=(name,), target=job.target.replace(".parquet", f"-{number:04}.parquet"))


def missing(todo: Sequence[Job], out: str) -> list[Job]:
    """The jobs of which nothing is there yet."""
    from fsspec.core import url_to_fs

    system, root = url_to_fs(out)
    system.makedirs(root, exist_ok=True)
    there = {name.rpartition("/")[2] for name in system.find(root)}
    return [job for job in todo if job.target.rpartition("/")[2] not in there]


class Written(Record):
    """How many files there were, in how many chunks, and how many results of these were written now."""

    files: int
    chunks: int
    written: int


def over(
    paths: Sequence[str],
    out: str,
    address: str | None,
    pack: str,
    language: str,
    seconds: int,
    chunk: int = CHUNK,
    workers: int = 2,
) -> Written:
    """Check all files behind the paths on the cluster at an address; without one, on a cluster of this machine. Raises
    OSError where there is none.
    """
    from dask.distributed import Client

    names = list(listed(paths))
    chunks = list(jobs(names, pack, language, seconds, out, chunk))
    todo = missing(chunks, out)
    own = {"n_workers": workers, "threads_per_worker": 1, "dashboard_address": None}
    make: Any = Client
    with make(address) if address else make(**own) as client:
        return Written(len(names), len(chunks), sum(1 for _ in run(todo, client)))


def main(arguments: Sequence[str] | None = None) -> int:
    """Check all files behind the paths on a cluster; without `--cluster` on one of this machine."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--out", required=True)
    parser.add_argument("--cluster")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--pack", default="cn-open-government")
    parser.add_argument("--lang", default="zh")
    parser.add_argument("--time-limit", type=int, default=60)
    parser.add_argument("--chunk", type=int, default=CHUNK)
    asked = parser.parse_args(arguments)
    done = over(
        asked.paths, asked.out, asked.cluster, asked.pack, asked.lang, asked.time_limit, asked.chunk, asked.workers
    )
    print(f"{done.files} files, {done.chunks} chunks, {done.written} results written")
    return 0


if __name__ == "__main__":
    from linter.clusters.dask import main as of_module  # what is sent to workers must not belong to `__main__`

    sys.exit(of_module())
