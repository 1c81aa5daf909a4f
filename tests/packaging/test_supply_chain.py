"""What the program is made of stands in the lock file, and a release is built and published as it is said to be."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from ruamel.yaml import YAML

ROOT = Path(__file__).parents[2]
LOCK = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
ENTRY = re.compile(r"^([a-z][a-z0-9.-]*)==(\S+)[^\n]*((?:\n    --hash=sha256:[0-9a-f]{64}[ \\]*)*)", re.MULTILINE)
LOCKED = {canonicalize_name(name): (version, hashes.count("--hash=")) for name, version, hashes in ENTRY.findall(LOCK)}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PYTHONS = ("3.11", "3.12", "3.13", "3.14")


def needed(requirements: list[str]) -> Iterator[Requirement]:
    """Those that apply on some system; extras are of no account here."""
    for one in map(Requirement, requirements):
        environments = (
            {"python_version": python, "python_full_version": f"{python}.0", "sys_platform": system, "extra": ""}
            for python in PYTHONS
            for system in ("linux", "darwin", "win32")
        )
        if one.marker is None or any(one.marker.evaluate(where) for where in environments):
            yield one


@pytest.mark.parametrize("one", list(needed(PROJECT["dependencies"])), ids=lambda one: one.name)
def test_what_the_project_needs_is_locked_in_a_version_that_it_takes(one: Requirement) -> None:
    version, hashes = LOCKED[canonicalize_name(one.name)]
    assert one.specifier.contains(version)
    assert hashes


def test_what_that_needs_in_turn_is_locked_too() -> None:
    for name in LOCKED:
        try:
            requirements = metadata.requires(name) or []
        except metadata.PackageNotFoundError:
            continue  # of another system
        assert {canonicalize_name(one.name) for one in needed(requirements)} <= LOCKED.keys(), name


def test_every_entry_has_hashes_and_nothing_stands_beside_them() -> None:
    assert LOCKED and all(hashes for _, hashes in LOCKED.values())
    lines = [line for line in LOCK.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    assert len(lines) == sum(1 + hashes for _, hashes in LOCKED.values())
    assert "://" not in LOCK


@pytest.fixture(scope="module")
def workflow() -> Any:
    return YAML(typ="safe").load((ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8"))


def test_a_release_stores_no_password_and_grants_each_job_what_it_needs(workflow: Any) -> None:
    assert workflow["permissions"] == {}
    allowed = {name: set(job["permissions"].items()) for name, job in workflow["jobs"].items()}
    assert ("id-token", "write") in allowed["publish"]
    assert [name for name, rights in allowed.items() if ("contents", "write") in rights] == ["release"]
    assert "secrets." not in (ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")


def test_a_release_is_tested_attested_and_published_as_it_was_built(workflow: Any) -> None:
    jobs = workflow["jobs"]
    uses = {name: [step.get("uses", "").partition("@")[0] for step in job["steps"]] for name, job in jobs.items()}
    assert {"actions/attest-build-provenance", "actions/attest-sbom"} <= set(uses["build"])
    assert jobs["publish"]["needs"] == "build"
    assert jobs["publish"]["environment"]["name"] == "pypi"
    (publish,) = [step for step in jobs["publish"]["steps"] if step["uses"].startswith("pypa/gh-action-pypi-publish@")]
    assert publish["with"]["attestations"] is True
    assert "actions/checkout" not in uses["publish"]  # nothing is built again where the right to publish is
    scripts = [step.get("run", "") for step in jobs["build"]["steps"]]
    assert ".ci/run" in scripts
    assert any("--require-hashes" in script for script in scripts)
    assert any("packaging/supply_chain.py sbom" in script for script in scripts)
