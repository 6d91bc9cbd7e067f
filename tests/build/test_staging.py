"""A new site takes the place of the old one whole, or not at all."""

from __future__ import annotations

import errno
import os
import threading
from pathlib import Path

import pytest

from archive.build.manifest import write_manifest
from archive.build.staging import stage_path, staged
from archive.errors import ArchiveError
from archive.store import replacing


def put_site(output: Path, text: str) -> None:
    """Builds a site of one page that says `text`."""
    with staged(output) as stage:
        (stage / "index.html").write_text(text, "utf-8")
        write_manifest(stage)


def beside(output: Path) -> list[str]:
    return sorted(path.name for path in output.parent.iterdir())


@pytest.fixture(params=["exchange", "two renames"])
def output(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for a site, on a system that can exchange folders and on one that cannot."""
    if request.param == "two renames":
        monkeypatch.setattr(replacing, "exchange", lambda one, other: False)
    return tmp_path / "public"


def test_a_first_site_appears_whole(output: Path) -> None:
    put_site(output, "een")
    assert (output / "index.html").read_text("utf-8") == "een"
    assert beside(output) == ["public"]


def test_a_second_site_takes_the_place_of_the_first(output: Path) -> None:
    put_site(output, "een")
    put_site(output, "twee")
    assert (output / "index.html").read_text("utf-8") == "twee"
    assert beside(output) == ["public"]


def test_a_build_that_fails_leaves_the_old_site(output: Path) -> None:
    put_site(output, "een")
    with pytest.raises(RuntimeError), staged(output) as stage:
        (stage / "index.html").write_text("half", "utf-8")
        raise RuntimeError
    assert (output / "index.html").read_text("utf-8") == "een"
    assert beside(output) == ["public"]


def test_a_rename_that_fails_leaves_the_old_site(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_site(output, "een")
    rename = Path.rename

    def failing(path: Path, target: Path) -> Path:
        if ".new-" in path.name and target == output:
            raise OSError("no")
        return rename(path, target)

    monkeypatch.setattr(replacing, "exchange", lambda one, other: False)
    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(
        ArchiveError, match="public: the site cannot be made \\(no\\); make the folder writable"
    ):
        put_site(output, "twee")
    assert (output / "index.html").read_text("utf-8") == "een"
    assert beside(output) == ["public"]


def test_a_reader_never_finds_no_site(tmp_path: Path) -> None:
    output = tmp_path / "public"
    put_site(output, "0")
    done, missed = threading.Event(), []

    def read() -> None:
        while not done.is_set():
            try:
                (output / "index.html").read_bytes()
            except FileNotFoundError:
                missed.append(1)

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(30):
        put_site(output, str(number))
    done.set()
    reader.join()
    assert missed == []


def test_a_folder_of_others_is_not_replaced(tmp_path: Path) -> None:
    output = tmp_path / "photos"
    output.mkdir()
    (output / "index.html").write_text("mine", "utf-8")
    with pytest.raises(ArchiveError, match="holds no site of ours"):
        put_site(output, "x")
    assert (output / "index.html").read_text("utf-8") == "mine"


def test_a_manifest_of_something_else_is_no_site_of_ours(tmp_path: Path) -> None:
    output = tmp_path / "photos"
    output.mkdir()
    (output / "manifest.sha256").write_text(f"{'0' * 64}  photo.jpg\n", "utf-8")
    with pytest.raises(ArchiveError, match="holds no site of ours"):
        put_site(output, "x")


@pytest.mark.parametrize("name", ["CNAME", ".git/config", "vragen/notes.txt"])
def test_a_file_that_someone_put_into_the_site_is_not_lost(output: Path, name: str) -> None:
    put_site(output, "een")
    (output / name).parent.mkdir(parents=True, exist_ok=True)
    (output / name).write_text("mine", "utf-8")
    with pytest.raises(ArchiveError, match=f"{name}: this file is not part of the site"):
        put_site(output, "twee")
    assert (output / name).read_text("utf-8") == "mine"


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "public").write_text("x", "utf-8")
    with pytest.raises(ArchiveError, match="this is a file"):
        put_site(tmp_path / "public", "x")


def test_an_empty_folder_is_filled(output: Path) -> None:
    output.mkdir()
    put_site(output, "een")
    assert (output / "index.html").read_text("utf-8") == "een"


def test_a_link_to_a_folder_stays_a_link(tmp_path: Path) -> None:
    put_site(tmp_path / "real", "een")
    (tmp_path / "public").symlink_to("real")
    put_site(tmp_path / "public", "twee")
    assert (tmp_path / "public").is_symlink()
    assert (tmp_path / "real" / "index.html").read_text("utf-8") == "twee"


def test_what_a_killed_build_left_is_removed_and_a_running_one_is_left_alone(tmp_path: Path) -> None:
    gone = 2**22 + 1  # above the largest number that Linux gives
    for number in (gone, os.getppid()):
        (tmp_path / f"public.new-{number}").mkdir()
    (tmp_path / "public.new-notes").mkdir()
    put_site(tmp_path / "public", "een")
    assert beside(tmp_path / "public") == ["public", f"public.new-{os.getppid()}", "public.new-notes"]


@pytest.mark.parametrize(
    "address", ["../x.html", "/x.html", "a/../../x.html", "a\\x.html", "", ".", "a b.html", "a?.html"]
)
def test_no_address_leads_out_of_the_site(tmp_path: Path, address: str) -> None:
    with pytest.raises(ArchiveError):
        stage_path(tmp_path, address)


def test_full_disk_is_named_with_the_file_and_the_way_on(output: Path) -> None:
    with (
        pytest.raises(ArchiveError, match=r"index\.html: the site cannot be made .* make room there"),
        staged(output),
    ):
        raise OSError(errno.ENOSPC, "No space left on device", "index.html")
