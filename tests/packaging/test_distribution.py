"""The wheel and the sdist are whole: what they hold works outside the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT, SEEDS

COMMAND = [sys.executable, "-m", "build", "--no-isolation", "--outdir"]


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one wheel and one sdist; the wheel is built from the unpacked sdist."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run([*COMMAND, str(folder), str(ROOT)], check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def wheel_names(distributions: Path) -> set[str]:
    with zipfile.ZipFile(next(distributions.glob("*.whl"))) as wheel:
        return set(wheel.namelist())


@pytest.fixture(scope="module")
def installed(distributions: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of an environment that holds the wheel, its dependencies and no checkout."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=True)
    wheel = next(distributions.glob("*.whl"))
    python = folder / "bin" / "python"
    subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", str(wheel)],
        check=True,
        capture_output=True,
    )
    site_packages = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    # Only the folder itself is added: the editable install beside the dependencies is not followed.
    Path(site_packages, "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return folder / "bin"


def shipped_files() -> list[str]:
    """Every file of the package, the templates and the site, as the wheel must name it."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "archive", "templates", "site"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    return [
        name if name.startswith("archive/") else f"archive/_shipped/{name}"
        for name in listed
        if (ROOT / name).is_file()
    ]


def test_wheel_holds_every_file_of_the_package_the_templates_and_the_site(wheel_names: set[str]) -> None:
    assert [name for name in shipped_files() if name not in wheel_names] == []


def test_wheel_holds_no_tests_and_no_seeds(wheel_names: set[str]) -> None:
    assert [name for name in wheel_names if name.startswith(("tests/", "seeds/", "benchmarks/"))] == []


def test_wheel_holds_the_licence(wheel_names: set[str]) -> None:
    assert any(name.endswith("licenses/LICENSE") for name in wheel_names)


def test_sdist_holds_seeds_tests_and_scripts(distributions: Path) -> None:
    with tarfile.open(next(distributions.glob("*.tar.gz"))) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    expected = {f"seeds/{path.name}" for path in SEEDS.iterdir()} | {"tests/conftest.py", "scripts/test"}
    assert expected <= names


def test_installed_wheel_publishes_the_seeds_outside_the_checkout(installed: Path, tmp_path: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
    run = subprocess.run(
        [installed / "archive", "publish", str(SEEDS)],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    page = tmp_path / "public" / "vragen" / "2023-2024" / "jo-brouns" / "386.html"
    assert "Premies individueel maatwerk" in page.read_text("utf-8")
    assert (tmp_path / "public" / "assets" / "style.css").is_file()


def test_installed_wheel_runs_its_own_files(installed: Path, tmp_path: Path) -> None:
    run = subprocess.run(
        [installed / "python", "-c", "import archive; print(archive.__file__)"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.startswith(str(installed.parent))
