"""A copy stands beside the site whole or not at all, and the site offers itself where it is asked to."""

from __future__ import annotations

import hashlib
import os
import subprocess
import zipfile
from pathlib import Path

import pytest

from archive.build import build_site, take_along
from archive.build.copies import Copies, check_places, whole_file
from archive.config import Settings
from archive.errors import ArchiveError
from archive.store.corpus import Corpus
from tests.build import site_check
from tests.build.hand import hand_corpus
from tests.build.site_check import Site
from tests.records import question


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return hand_corpus(tmp_path / "corpus", [question(1), question(2)])


def names_in(path: Path) -> set[str]:
    with zipfile.ZipFile(path) as archive:
        return {name.partition("/")[2] for name in archive.namelist()}


def page(archive: Path, name: str) -> str:
    with zipfile.ZipFile(archive) as opened:
        return opened.read(f"vraagarchief/{name}").decode("utf-8")


def test_the_copy_is_the_site(corpus: Corpus, tmp_path: Path) -> None:
    report = build_site(corpus, Settings(), tmp_path / "public", copies=Copies(zip=tmp_path / "x.zip"))
    (copy,) = report.copies
    content = (tmp_path / "x.zip").read_bytes()
    assert (copy.kind, copy.path, copy.bytes) == ("zip", str(tmp_path / "x.zip"), len(content))
    assert copy.sha256 == hashlib.sha256(content).hexdigest()
    assert len(names_in(tmp_path / "x.zip")) == report.files


def test_the_same_corpus_gives_the_same_copy(corpus: Corpus, tmp_path: Path) -> None:
    for name in ("1", "2"):
        build_site(corpus, Settings(), tmp_path / name, copies=Copies(zip=tmp_path / f"{name}.zip"))
    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()


def test_folder_in_the_zip_bears_the_name_of_the_archive(corpus: Corpus, tmp_path: Path) -> None:
    build_site(corpus, Settings(title="Ons Café"), tmp_path / "public", copies=Copies(zip=tmp_path / "x.zip"))
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        assert {name.partition("/")[0] for name in archive.namelist()} == {"ons-cafe"}


def test_unpacked_copy_holds_what_its_manifest_says(corpus: Corpus, tmp_path: Path) -> None:
    build_site(corpus, Settings(), tmp_path / "public", copies=Copies(zip=tmp_path / "x.zip"))
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        archive.extractall(tmp_path / "elsewhere")
    folder = tmp_path / "elsewhere" / "vraagarchief"
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "manifest.sha256"], cwd=folder, check=True)
    assert Site(folder).faults(site_check.links, site_check.loaded_files) == []


def test_a_site_can_offer_itself(corpus: Corpus, tmp_path: Path) -> None:
    build_site(corpus, Settings(offline_zip=True), tmp_path / "public")
    site = Site(tmp_path / "public")
    offered = site.folder / "download" / "vraagarchief.zip"
    shown = site.page(site.folder / "meenemen.html")
    assert [link["href"] for link in shown.select("a.download")] == ["download/vraagarchief.zip"]
    assert hashlib.sha256(offered.read_bytes()).hexdigest() in shown.text
    assert site.faults(site_check.links, site_check.loaded_files, site_check.policy, site_check.outline) == []
    subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", "manifest.sha256"], cwd=site.folder, check=True
    )


def test_the_offered_zip_neither_holds_nor_offers_itself(corpus: Corpus, tmp_path: Path) -> None:
    build_site(corpus, Settings(offline_zip=True), tmp_path / "public")
    offered = tmp_path / "public" / "download" / "vraagarchief.zip"
    assert not any(name.endswith(".zip") for name in names_in(offered))
    assert "a.download" not in page(offered, "meenemen.html")
    assert "download/vraagarchief.zip" not in page(offered, "meenemen.html") + page(
        offered, "manifest.sha256"
    )


def test_the_offered_zip_and_the_one_beside_the_site_are_the_same(corpus: Corpus, tmp_path: Path) -> None:
    plain = tmp_path / "plain.zip"
    build_site(corpus, Settings(), tmp_path / "one", copies=Copies(zip=plain))
    build_site(
        corpus, Settings(offline_zip=True), tmp_path / "two", copies=Copies(zip=tmp_path / "beside.zip")
    )
    build_site(corpus, Settings(offline_zip=True), tmp_path / "three")
    made = [
        tmp_path / "beside.zip",
        *(tmp_path / name / "download/vraagarchief.zip" for name in ("two", "three")),
    ]
    assert {path.read_bytes() for path in made} == {plain.read_bytes()}


def test_a_build_after_an_offer_leaves_no_zip_behind(corpus: Corpus, tmp_path: Path) -> None:
    build_site(corpus, Settings(offline_zip=True), tmp_path / "public")
    build_site(corpus, Settings(), tmp_path / "public")
    assert not (tmp_path / "public" / "download").exists()


def test_a_copy_that_fails_leaves_the_old_site_and_the_old_copy(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copies = Copies(zip=tmp_path / "x.zip")
    build_site(corpus, Settings(), tmp_path / "public", copies=copies)
    before = [path.read_bytes() for path in (tmp_path / "x.zip", tmp_path / "public" / "manifest.sha256")]

    def full(*rest: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(take_along, "write_zip", full)
    with pytest.raises(ArchiveError, match="--zip: the file cannot be written"):
        build_site(corpus, Settings(title="Ander"), tmp_path / "public", copies=copies)
    after = [path.read_bytes() for path in (tmp_path / "x.zip", tmp_path / "public" / "manifest.sha256")]
    assert before == after
    assert sorted(path.name for path in tmp_path.iterdir()) == ["corpus", "public", "x.zip"]


def test_a_build_that_fails_makes_no_copy(tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    (tmp_path / "public" / "photo.jpg").touch()
    with hand_corpus(tmp_path / "corpus", [question(1)]) as corpus, pytest.raises(ArchiveError):
        build_site(corpus, Settings(), tmp_path / "public", copies=Copies(zip=tmp_path / "x.zip"))
    assert not (tmp_path / "x.zip").exists()


@pytest.mark.parametrize(
    ("place", "cause"),
    [
        ("public/x.zip", "cannot stand within it"),
        ("absent/x.zip", "this folder does not exist"),
        (".", "this is a folder"),
    ],
)
def test_a_place_where_no_copy_can_stand_is_told_before_anything_is_built(
    tmp_path: Path, place: str, cause: str
) -> None:
    (tmp_path / "public").mkdir()
    with pytest.raises(ArchiveError, match=cause):
        check_places(Copies(zip=tmp_path / place), tmp_path / "public")


def test_two_copies_need_two_names(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="two copies"):
        check_places(Copies(tmp_path / "x", tmp_path / "x"), tmp_path / "public")


def test_what_a_killed_build_left_beside_a_copy_is_removed(tmp_path: Path) -> None:
    gone = 2**22 + 1  # above the largest number that Linux gives
    for name in (
        f".x.zim.new-{gone}",
        f".x.zim.new-{gone}.tmp",
        f".x.zim.new-{os.getppid()}",
        ".x.zim.new-a",
    ):
        (tmp_path / name).touch()
    with whole_file(tmp_path / "x.zim") as file:
        file.touch()
    left = sorted(path.name for path in tmp_path.iterdir())
    assert left == [f".x.zim.new-{os.getppid()}", ".x.zim.new-a", "x.zim"]


def test_a_new_file_takes_the_place_of_the_old_one_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text("old", "utf-8")
    with whole_file(path) as file:
        file.write_text("new", "utf-8")
        assert path.read_text("utf-8") == "old"
    assert path.read_text("utf-8") == "new"
    assert [one.name for one in tmp_path.iterdir()] == ["x"]
