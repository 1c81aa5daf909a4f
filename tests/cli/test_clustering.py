"""`gouji check --cluster`: what is refused, and what is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_files import Gouji


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--cluster", "tcp://localhost:1"), "--results FOLDER"),
        (("--results", "out"), "--results 须与 --cluster 合用"),
        (("--cluster", "tcp://localhost:1", "--results", "out", "--fix", "--store", "s"), "--store、--fix"),
    ],
)
def test_what_makes_no_sense_is_refused(gouji: Gouji, options: tuple[str, ...], said: str) -> None:
    code, _, err = gouji("check", "good.txt", *options)
    assert (code, said in err) == (2, True)


def test_the_workers_of_a_cluster_write_what_is_found(gouji: Gouji, folder: Path) -> None:
    distributed = pytest.importorskip("distributed")
    parquet = pytest.importorskip("pyarrow.parquet")
    own = {"n_workers": 1, "threads_per_worker": 1, "processes": False, "dashboard_address": None}
    with distributed.LocalCluster(**own, protocol="tcp", host="127.0.0.1") as cluster:
        options = ("--cluster", cluster.scheduler_address, "--results", "out")
        code, _, err = gouji("check", "good.txt", "faulty.txt", *options)
        assert (code, "2 个文件，本次写了 1 个结果文件" in err) == (0, True)
        rows = parquet.read_table(folder / "out").to_pylist()
        assert {(Path(row["path"]).name, row["verdict"]) for row in rows} == {
            ("good.txt", "passes"),
            ("faulty.txt", "fails"),
        }
        assert "本次写了 0 个结果文件" in gouji("check", "good.txt", "faulty.txt", *options)[2]
