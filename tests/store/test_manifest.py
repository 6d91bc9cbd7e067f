"""Folders that carry a list of their files."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from archive.store.manifest import MANIFEST_NAME, SEAL_NAME, check_manifest, sealed_list
from archive.store.originals import sha256_of


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.html").write_bytes(b"page")
    manifest, seal = sealed_list({"a/b.html": sha256_of(b"page"), "z.html": sha256_of(b"last")})
    (tmp_path / "z.html").write_bytes(b"last")
    (tmp_path / MANIFEST_NAME).write_text(manifest)
    (tmp_path / SEAL_NAME).write_text(seal)
    return tmp_path


def found(folder: Path) -> list[tuple[str, str]]:
    return [(finding.kind, finding.place) for finding in check_manifest(folder, "make it anew")]


def test_folder_as_it_was_written_has_no_finding(site: Path) -> None:
    assert found(site) == []


def test_folder_that_is_no_site_has_no_finding(tmp_path: Path) -> None:
    (tmp_path / "x").touch()
    assert found(tmp_path) == []


def test_changed_file_is_named(site: Path) -> None:
    (site / "a" / "b.html").write_bytes(b"pages")
    assert found(site) == [("altered", str(site / "a" / "b.html"))]


def test_missing_file_is_named(site: Path) -> None:
    (site / "a" / "b.html").unlink()
    assert found(site) == [("missing", str(site / "a" / "b.html"))]


def test_file_that_is_not_listed_is_named(site: Path) -> None:
    (site / "x.html").touch()
    assert found(site) == [("foreign", str(site / "x.html"))]


@pytest.mark.parametrize(
    "old, new",
    [("  a/", "  c/"), ("z.html\n", "z.html\nx\n"), ("  manifest-", "  mamifest-"), ("z.html\n", "z.html")],
)
def test_altered_list_is_named_and_no_file(site: Path, old: str, new: str) -> None:
    manifest = site / MANIFEST_NAME
    manifest.write_text(manifest.read_text().replace(old, new))
    assert found(site) == [("altered", str(manifest))]


def test_every_character_of_the_list_is_sealed(site: Path) -> None:
    manifest = site / MANIFEST_NAME
    text = manifest.read_text()
    for place, letter in enumerate(text):
        manifest.write_text(text[:place] + ("1" if letter == "0" else "0") + text[place + 1 :])
        assert found(site) == [("altered", str(manifest))]


def test_list_that_lost_a_line_is_named(site: Path) -> None:
    manifest = site / MANIFEST_NAME
    lines = manifest.read_text().splitlines(keepends=True)
    for gone in range(len(lines)):
        manifest.write_text("".join(lines[:gone] + lines[gone + 1 :]))
        assert found(site) == [("altered", str(manifest))]


def test_altered_seal_is_named_and_not_the_list(site: Path) -> None:
    (site / SEAL_NAME).write_text("0" * 64 + "\n")
    assert found(site) == [("altered", str(site / SEAL_NAME))]


def test_seal_is_the_sum_of_the_other_lines(site: Path) -> None:
    """As anyone can try: `grep -v manifest-seal.txt manifest.sha256 | sha256sum`."""
    lines = (site / MANIFEST_NAME).read_text().splitlines(keepends=True)
    others = "".join(line for line in lines if SEAL_NAME not in line)
    assert (site / SEAL_NAME).read_text() == f"{sha256_of(others.encode())}\n"


def test_site_without_its_list_is_found(site: Path) -> None:
    (site / MANIFEST_NAME).unlink()
    (site / "assets").mkdir()
    (site / "index.html").touch()
    (site / "assets" / "style.css").touch()
    assert found(site) == [("missing", str(site / MANIFEST_NAME))]


def test_list_is_one_that_sha256sum_checks(site: Path) -> None:
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", MANIFEST_NAME], cwd=site, check=True)


def test_link_in_the_place_of_a_file_is_found_whatever_it_leads_to(site: Path, tmp_path: Path) -> None:
    page = site / "a" / "b.html"
    elsewhere = page.rename(tmp_path.parent / f"{tmp_path.name}-elsewhere")
    page.symlink_to(elsewhere)
    assert found(site) == [("altered", str(page))]


def test_pipe_in_the_place_of_a_file_is_found_and_not_waited_for(site: Path) -> None:
    page = site / "a" / "b.html"
    page.unlink()
    os.mkfifo(page)
    assert found(site) == [("altered", str(page))]


def test_file_that_its_owner_may_not_read_is_unreadable(site: Path) -> None:
    (site / "a" / "b.html").chmod(0)
    assert found(site) == [("unreadable", str(site / "a" / "b.html"))]


def test_fast_check_reads_only_what_was_changed_after_the_list(site: Path) -> None:
    page = site / "a" / "b.html"
    before = page.stat().st_mtime_ns
    page.write_bytes(b"PAGE")
    os.utime(page, ns=(before, before))
    os.utime(site / MANIFEST_NAME, ns=(before + 1, before + 1))
    assert list(check_manifest(site, "", fast=True)) == []
    os.utime(page, ns=(before + 2, before + 2))
    assert [finding.kind for finding in check_manifest(site, "", fast=True)] == ["altered"]
