"""What is installed is what the lock files name: each file by its hash, and nothing beside it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PYPROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
EXTRAS = {
    "requirements.lock": [],
    "deploy/requirements-postgres.lock": ["postgres"],
    "tests/requirements.lock": ["postgres", "dev"],
}
"""Each lock file, with the extras of the bot that it installs."""

FILES = pytest.mark.parametrize("file", EXTRAS)


def entries(file: str) -> list[str]:
    """What stands in a lock file, each requirement with its hashes as one line."""
    return (ROOT / file).read_text("utf-8").replace("\\\n", " ").splitlines()


def locked(file: str) -> dict[str, Requirement]:
    """The requirements of a lock file by their names, without their hashes."""
    found = [Requirement(entry.partition(" --hash=")[0]) for entry in entries(file)]
    return {each.name: each for each in found}


def declared(file: str) -> list[Requirement]:
    """What the project says that it needs, to be built and to run, with the extras of a file."""
    project = PYPROJECT["project"]
    lines = [*PYPROJECT["build-system"]["requires"], *project["dependencies"]]
    for extra in EXTRAS[file]:
        lines += project["optional-dependencies"][extra]
    return [each for each in map(Requirement, lines) if each.name != project["name"]]


@FILES
def test_each_requirement_is_one_version_with_the_hashes_of_its_files_and_no_address(
    file: str,
) -> None:
    for entry in entries(file):
        assert re.fullmatch(
            r"[a-z0-9-]+==[\w.]+( ; [^@#/]+?)?( +--hash=sha256:[0-9a-f]{64})+", entry
        )


@FILES
def test_a_lock_file_has_a_version_that_fits_for_all_that_the_project_declares(file: str) -> None:
    found = locked(file)
    for each in declared(file):
        (pin,) = found[canonicalize_name(each.name)].specifier
        assert each.specifier.contains(pin.version), each


@FILES
def test_the_bot_is_tested_with_the_versions_that_are_installed_elsewhere(file: str) -> None:
    tested = locked("tests/requirements.lock")
    for name, each in locked(file).items():
        assert each.specifier == tested[name].specifier


def test_whoever_installs_the_bot_alone_gets_no_driver_of_postgresql_and_no_tools() -> None:
    assert locked("requirements.lock").keys().isdisjoint({"asyncpg", "greenlet", "pytest", "ruff"})
    assert "pytest" not in locked("deploy/requirements-postgres.lock")
