"""requirements.lock names every dependency with hashes, and a wrong hash is refused."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT

LOCK = ROOT / "requirements.lock"
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def locked() -> list[tuple[Requirement, int]]:
    """Each requirement of the lock, and how many hashes it has."""
    text = "".join(line for line in LOCK.read_text("utf-8").splitlines(True) if not line.startswith("#"))
    entries = re.sub(r"\\\n\s*", " ", text).splitlines()
    return [(Requirement(HASH.sub("", entry).strip()), len(HASH.findall(entry))) for entry in entries]


def test_every_package_has_one_version_and_hashes() -> None:
    for requirement, hashes in locked():
        assert [specifier.operator for specifier in requirement.specifier] == ["=="], requirement.name
        assert hashes > 0, requirement.name


def test_every_dependency_is_locked_to_a_version_that_it_allows() -> None:
    versions: dict[str, list[str]] = {}
    for requirement, _ in locked():
        found = versions.setdefault(canonicalize_name(requirement.name), [])
        found.extend(specifier.version for specifier in requirement.specifier)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for dependency in map(Requirement, project["dependencies"]):
        chosen = versions.get(canonicalize_name(dependency.name), [])
        assert chosen, dependency.name
        assert all(dependency.specifier.contains(version) for version in chosen), dependency.name


def test_lock_names_no_place_to_fetch_from() -> None:
    assert re.findall(r"https?://|--index-url|--find-links", LOCK.read_text("utf-8")) == []


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def install(wheel: Path, sha256: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """What pip says when it is to install our own wheel, and only with this hash."""
    version = wheel.name.split("-")[1]
    requirements = folder / "requirements.lock"
    requirements.write_text(f"vraagarchief=={version} --hash=sha256:{sha256}\n", "utf-8")
    command = [sys.executable, "-m", "pip", "install", "--disable-pip-version-check", "--require-hashes"]
    command += ["--no-deps", "--no-index", "--find-links", str(wheel.parent)]
    command += ["--target", str(folder / "installed"), "-r", str(requirements)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_right_hash_is_installed(wheel: Path, tmp_path: Path) -> None:
    run = install(wheel, hashlib.sha256(wheel.read_bytes()).hexdigest(), tmp_path)
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "installed/archive/__init__.py").is_file()


def test_wrong_hash_is_refused(wheel: Path, tmp_path: Path) -> None:
    run = install(wheel, "0" * 64, tmp_path)
    assert run.returncode != 0
    assert "DO NOT MATCH" in run.stderr
    assert not (tmp_path / "installed").exists()
