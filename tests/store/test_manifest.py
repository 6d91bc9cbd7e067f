"""Folders that carry a list of their files."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.store.manifest import MANIFEST_NAME, check_manifest
from archive.store.originals import sha256_of


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.html").write_bytes(b"page")
    (tmp_path / MANIFEST_NAME).write_text(f"{sha256_of(b'page')}  a/b.html\n")
    return tmp_path


def found(folder: Path) -> list[tuple[str, str]]:
    return [(finding.kind, finding.place) for finding in check_manifest(folder, "make it anew")]


def test_folder_as_it_was_written_has_no_finding(site: Path) -> None:
    assert found(site) == []


def test_folder_without_manifest_has_no_finding(tmp_path: Path) -> None:
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


def test_line_that_is_none_is_named_with_its_number(site: Path) -> None:
    with (site / MANIFEST_NAME).open("a") as stream:
        stream.write("nonsense\n")
    assert found(site) == [("altered", f"{site / MANIFEST_NAME}, line 2")]
