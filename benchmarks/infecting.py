"""What `cluster.py` gives to the workers of a cluster: their processes do harm where a file says so."""

from __future__ import annotations

import poison  # noqa: F401, who has this module has the harm

import linter.clusters.dask as cluster


class Harmful(cluster.Parts):
    """Makes the rows of a result, where this module is at hand."""


def infect() -> None:
    """Let a worker give its processes this module."""
    cluster.Parts = Harmful  # type: ignore[misc]
