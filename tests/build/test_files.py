"""A build writes what changed and keeps the rest of the old site, file by file."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.build import BuildReport, build_site
from archive.build.files import SiteFiles, kept_files
from archive.config import Settings
from archive.errors import ArchiveError
from archive.model.blocks import Paragraph, Table
from archive.model.question import Body, WrittenQuestion
from archive.store.corpus import Corpus
from tests.build.hand import add_by_hand, hand_corpus
from tests.records import question

CHANGED = 20
TABLE = Table(None, (("Jaar", "Aantal"),), (("2022", "3"), ("2023", "5")), "layout")


def records(words: str, count: int) -> list[WrittenQuestion]:
    return [
        question(
            number,
            title=f"Onderwerp {number % 40} - Stand {number}",
            themes=(f"Thema {number % 7}",),
            asked_on=dt.date(2023, 10, 1) + dt.timedelta(days=number),
            question=Body((Paragraph(f"{words} nummer {number} zoekt woorden{number % 90}."), TABLE)),
        )
        for number in range(1, count + 1)
    ]


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with hand_corpus(tmp_path / "corpus", records("Wachtlijst", 300)) as corpus:
        yield corpus


def hashes(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def inodes(folder: Path) -> dict[str, int]:
    return {name: (folder / name).stat().st_ino for name in hashes(folder)}


def times(folder: Path) -> dict[str, tuple[int, int]]:
    """The number on the disk and the time of each file."""
    found = {name: (folder / name).stat() for name in hashes(folder)}
    return {name: (one.st_ino, one.st_mtime_ns) for name, one in found.items()}


def build(corpus: Corpus, output: Path, *, full: bool = False, processes: int | None = None) -> BuildReport:
    return build_site(corpus, Settings(), output, full=full, processes=processes)


def test_a_build_after_20_changes_writes_exactly_the_files_whose_bytes_differ(
    corpus: Corpus, tmp_path: Path
) -> None:
    output, before = tmp_path / "public", tmp_path / "before"
    build(corpus, output)
    old, old_inodes = hashes(output), inodes(output)
    shutil.copytree(output, before)
    add_by_hand(corpus, records("Huurpremie", CHANGED))
    report = build(corpus, output)
    new, new_inodes = hashes(output), inodes(output)
    differing = {name for name, digest in new.items() if old.get(name) != digest}
    pages = {f"vragen/2023-2024/jo-brouns/{number}.html" for number in range(1, CHANGED + 1)}
    assert pages <= differing
    assert len(differing) < len(new) / 2
    # Shards stay the files that they are in the corpus; everything else is one file with the old site.
    made_here = {name for name in new if not name.startswith("search/")}
    assert {name for name in made_here if old_inodes.get(name) != new_inodes[name]} == differing & made_here
    assert report.kept == sum(old_inodes.get(name) == inode for name, inode in new_inodes.items())
    assert (report.kept + report.written, report.files) == (len(new), len(new))


def test_the_result_is_that_of_a_full_build(corpus: Corpus, tmp_path: Path) -> None:
    build(corpus, tmp_path / "public")
    add_by_hand(corpus, records("Huurpremie", CHANGED))
    build(corpus, tmp_path / "public")
    report = build(corpus, tmp_path / "full", full=True)
    assert hashes(tmp_path / "public") == hashes(tmp_path / "full")
    assert report.kept == 0


def test_a_full_build_in_the_same_place_writes_every_page(corpus: Corpus, tmp_path: Path) -> None:
    build(corpus, tmp_path / "public")
    before = inodes(tmp_path / "public")
    build(corpus, tmp_path / "public", full=True)
    same = {name for name, inode in inodes(tmp_path / "public").items() if before[name] == inode}
    assert not [name for name in same if not name.startswith("search/")]


def test_nothing_is_written_when_nothing_changed(corpus: Corpus, tmp_path: Path) -> None:
    build(corpus, tmp_path / "public")
    report = build(corpus, tmp_path / "public")
    assert (report.written, report.kept) == (0, report.files)


def test_exports_copies_and_web_files_that_did_not_change_stay_the_same_files(
    corpus: Corpus, tmp_path: Path
) -> None:
    """By number on the disk, time and bytes; whole exports and zips, too, which writers of their own make."""
    settings = Settings(
        downloads=("csv", "jsonl", "sqlite", "bag"), offline_zip=True, base_url="https://vragen.example/"
    )
    output = tmp_path / "public"
    build_site(corpus, settings, output)
    before, stamps = hashes(output), times(output)
    report = build_site(corpus, settings, output)
    assert (hashes(output), times(output)) == (before, stamps)
    assert {"download/vraagarchief-bag.zip", "download/vraagarchief.db", "download/vraagarchief.zip"} <= set(
        before
    )
    assert (report.written, report.kept) == (0, report.files)


def test_an_export_with_other_bytes_is_written_anew(corpus: Corpus, tmp_path: Path) -> None:
    settings = Settings(downloads=("csv", "jsonl"))
    output = tmp_path / "public"
    build_site(corpus, settings, output)
    before = times(output)
    add_by_hand(corpus, records("Huurpremie", 1))
    build_site(corpus, settings, output)
    after = times(output)
    assert all(before[name] != after[name] for name in before if name.startswith("download/"))
    assert b"Huurpremie" in (output / "download/vraagarchief.jsonl").read_bytes()


def test_an_altered_file_is_written_anew(corpus: Corpus, tmp_path: Path) -> None:
    output = tmp_path / "public"
    build(corpus, output)
    page, sheet = output / "vragen/2023-2024/jo-brouns/7.html", output / "assets/style.css"
    good = page.read_bytes(), sheet.read_bytes()
    page.write_bytes(good[0].replace(b"Wachtlijst", b"Nachtlijst"))
    sheet.unlink()
    report = build(corpus, output)
    assert (page.read_bytes(), sheet.read_bytes()) == good
    assert report.written == 2


@pytest.mark.parametrize("processes", [2, 3])
def test_several_processes_give_the_same_bytes(corpus: Corpus, tmp_path: Path, processes: int) -> None:
    one = build(corpus, tmp_path / "one", processes=1)
    many = build(corpus, tmp_path / "many", processes=processes)
    assert hashes(tmp_path / "one") == hashes(tmp_path / "many")
    assert one.pages == many.pages


def test_a_corpus_that_changes_meanwhile_gives_the_site_that_it_was_opened_for(tmp_path: Path) -> None:
    """Other processes open the corpus later, and see what came since; the pages are then made by the first one."""
    folder = tmp_path / "corpus"
    with hand_corpus(folder, [question(1), question(2)]) as corpus, Corpus.open(folder) as other:
        add_by_hand(other, [question(3)])
        one = build(corpus, tmp_path / "one", processes=1)
        two = build(corpus, tmp_path / "two", processes=2)
    assert (one.records, two.records) == (2, 2)
    assert hashes(tmp_path / "one") == hashes(tmp_path / "two")


def test_a_fault_in_another_process_is_told_and_the_old_site_stays(tmp_path: Path) -> None:
    output = tmp_path / "public"
    with hand_corpus(tmp_path / "corpus", [question(1), question(2)]) as corpus:
        build(corpus, output)
        before = hashes(output)
        add_by_hand(corpus, [question(3, id="2023-2024/jo-brouns/Drie")])
        with pytest.raises(ArchiveError, match="no page can have this address"):
            build(corpus, output, processes=2)
    assert hashes(output) == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("public")] == ["public"]


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    stage, old = tmp_path / "stage", tmp_path / "old"
    stage.mkdir()
    old.mkdir()
    (old / "a.html").write_bytes(b"same")
    return stage, old


def is_kept(stage: Path, old: Path, content: bytes = b"same") -> bool:
    SiteFiles(stage, old).write("a.html", content)
    assert (stage / "a.html").read_bytes() == content
    return kept_files(stage, old, ["a.html"]) == 1


def test_the_same_bytes_are_the_same_file(folders: tuple[Path, Path]) -> None:
    assert is_kept(*folders)


def settled(stage: Path, old: Path, content: bytes) -> bool:
    """Whether a file that another writer put there became the old one."""
    (stage / "a.html").write_bytes(content)
    SiteFiles(stage, old).settle("a.html", hashlib.sha256(content).hexdigest())
    assert (stage / "a.html").read_bytes() == content
    assert [path.name for path in stage.iterdir()] == ["a.html"]
    return kept_files(stage, old, ["a.html"]) == 1


def test_a_file_of_another_writer_becomes_the_old_one_where_the_bytes_are_the_same(
    folders: tuple[Path, Path],
) -> None:
    assert settled(*folders, b"same")


@pytest.mark.parametrize("content", [b"else", b"longer"])
def test_a_file_of_another_writer_stays_where_the_bytes_are_others(
    folders: tuple[Path, Path], content: bytes
) -> None:
    assert not settled(*folders, content)
    assert (folders[1] / "a.html").read_bytes() == b"same"


def test_a_file_of_another_writer_is_not_shared_with_a_copy(
    folders: tuple[Path, Path], tmp_path: Path
) -> None:
    os.link(folders[1] / "a.html", tmp_path / "copy")
    assert not settled(*folders, b"same")


def test_a_file_of_another_writer_never_becomes_a_link_to_elsewhere(
    folders: tuple[Path, Path], tmp_path: Path
) -> None:
    (folders[1] / "a.html").rename(tmp_path / "elsewhere")
    (folders[1] / "a.html").symlink_to(tmp_path / "elsewhere")
    assert not settled(*folders, b"same")


def test_other_bytes_are_another_file(folders: tuple[Path, Path]) -> None:
    assert not is_kept(*folders, b"else")
    assert (folders[1] / "a.html").read_bytes() == b"same"


def test_a_file_with_a_further_name_is_not_shared(folders: tuple[Path, Path], tmp_path: Path) -> None:
    """A copy of the site that was made with links must not change with what is done to the new one."""
    os.link(folders[1] / "a.html", tmp_path / "backup.html")
    assert not is_kept(*folders)


def test_a_file_that_others_may_not_read_is_written_anew(folders: tuple[Path, Path]) -> None:
    (folders[1] / "a.html").chmod(0o600)
    assert not is_kept(*folders)


def test_a_link_in_the_old_site_is_not_followed(folders: tuple[Path, Path], tmp_path: Path) -> None:
    (folders[1] / "a.html").rename(tmp_path / "elsewhere.html")
    (folders[1] / "a.html").symlink_to(tmp_path / "elsewhere.html")
    assert not is_kept(*folders)
    assert not (folders[0] / "a.html").is_symlink()


def test_without_links_the_file_is_written(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(source: str, target: str) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    assert not is_kept(*folders)


def test_a_second_content_of_a_name_leaves_the_old_site_alone(folders: tuple[Path, Path]) -> None:
    stage, old = folders
    files = SiteFiles(stage, old)
    files.write("a.html", b"same")
    files.write("a.html", b"else")
    assert ((stage / "a.html").read_bytes(), (old / "a.html").read_bytes()) == (b"else", b"same")
    assert files.digests == {"a.html": hashlib.sha256(b"else").hexdigest()}
