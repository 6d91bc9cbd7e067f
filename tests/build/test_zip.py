"""A site in one zip file unpacks to the same site, is the same whenever it is made, and never holds anything else."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import zipfile
from pathlib import Path

import pytest

from archive.build.zip_copy import write_zip
from archive.errors import ArchiveError

DAY = dt.date(2024, 6, 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small folder of files."""
    site = tmp_path / "site"
    (site / "vragen").mkdir(parents=True)
    (site / "index.html").write_text("<title>Begin</title>", "utf-8")
    (site / "vragen" / "café.html").write_text("é" * 10_000, "utf-8")
    (site / "leeg.csv").touch()
    return site


def packed(folder: Path, target: Path, day: dt.date | None = DAY) -> bytes:
    """The bytes of the zip of a folder."""
    write_zip(folder, target, "archief", day)
    return target.read_bytes()


def test_everything_stands_below_one_folder(folder: Path, tmp_path: Path) -> None:
    write_zip(folder, tmp_path / "x.zip", "archief", DAY)
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        assert archive.namelist() == ["archief/index.html", "archief/leeg.csv", "archief/vragen/café.html"]


def test_every_file_of_the_seeds_site_comes_back_with_its_bytes(seed_site: Path, tmp_path: Path) -> None:
    write_zip(seed_site, tmp_path / "x.zip", "archief", DAY)
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        found = {name.removeprefix("archief/"): archive.read(name) for name in archive.namelist()}
    there = {
        path.relative_to(seed_site).as_posix(): path.read_bytes()
        for path in seed_site.rglob("*")
        if path.is_file()
    }
    assert found == there


def test_unzip_finds_no_fault(seed_site: Path, tmp_path: Path) -> None:
    write_zip(seed_site, tmp_path / "x.zip", "archief", DAY)
    subprocess.run(["unzip", "-tqq", "x.zip"], cwd=tmp_path, check=True)


def test_time_and_mode_of_a_file_and_the_order_of_the_disk_change_no_byte(
    folder: Path, tmp_path: Path
) -> None:
    first = packed(folder, tmp_path / "1.zip")
    page = folder / "index.html"
    text = page.read_text("utf-8")
    page.unlink()
    page.write_text(text, "utf-8")
    page.chmod(0o600)
    os.utime(page, (0, 0))
    assert packed(folder, tmp_path / "2.zip") == first


def test_another_text_is_another_zip(folder: Path, tmp_path: Path) -> None:
    first = packed(folder, tmp_path / "1.zip")
    (folder / "leeg.csv").write_text("a", "utf-8")
    assert packed(folder, tmp_path / "2.zip") != first


@pytest.mark.parametrize(
    ("day", "stamp"),
    [
        (DAY, (2024, 6, 1, 0, 0, 0)),
        (None, (1980, 1, 1, 0, 0, 0)),
        (dt.date(1979, 12, 31), (1980, 1, 1, 0, 0, 0)),
        (dt.date(2108, 1, 1), (2107, 12, 31, 0, 0, 0)),
    ],
)
def test_every_file_has_the_day_of_the_copy(
    folder: Path, tmp_path: Path, day: dt.date | None, stamp: tuple[int, ...]
) -> None:
    write_zip(folder, tmp_path / "x.zip", "archief", day)
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        assert {entry.date_time for entry in archive.infolist()} == {stamp}


def test_everyone_may_read_what_was_unpacked(folder: Path, tmp_path: Path) -> None:
    (folder / "index.html").chmod(0o600)
    write_zip(folder, tmp_path / "x.zip", "archief", DAY)
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        assert {oct(entry.external_attr >> 16) for entry in archive.infolist()} == {"0o100644"}


@pytest.mark.parametrize("target", ["/etc/hostname", "vragen"])
def test_no_link_is_followed(folder: Path, tmp_path: Path, target: str) -> None:
    (folder / "link").symlink_to(target)
    with pytest.raises(ArchiveError, match="no plain file"):
        write_zip(folder, tmp_path / "x.zip", "archief", DAY)


def test_more_files_than_the_old_form_can_count(tmp_path: Path) -> None:
    """The old form of a zip counts to 65,535."""
    site = tmp_path / "site"
    site.mkdir()
    for number in range(65_536):
        (site / f"{number:05}").touch()
    write_zip(site, tmp_path / "x.zip", "a", DAY)
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        assert len(archive.namelist()) == 65_536


def test_a_zip_within_the_folder_does_not_hold_itself(folder: Path) -> None:
    write_zip(folder, folder / "x.zip", "archief", DAY)
    with zipfile.ZipFile(folder / "x.zip") as archive:
        assert "archief/x.zip" not in archive.namelist()


def test_a_large_file_is_never_in_memory_at_once(tmp_path: Path) -> None:
    import tracemalloc  # noqa: PLC0415

    site = tmp_path / "site"
    site.mkdir()
    with (site / "groot.bin").open("wb") as file:
        file.truncate(40_000_000)
    tracemalloc.start()
    write_zip(site, tmp_path / "x.zip", "a", DAY)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4_000_000
