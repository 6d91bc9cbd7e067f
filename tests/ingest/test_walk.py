"""Which documents are found in files, folders, archives and standard input."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from archive.ingest.found import Found
from archive.ingest.limits import Limits
from archive.ingest.walk import documents_at, listed_places


def found_at(
    *paths: Path | str, limits: Limits | None = None, stdin: bytes = b"", skipped: tuple[Path, ...] = ()
) -> list[Found]:
    files = listed_places([str(path) for path in paths], skipped)
    return [
        found
        for path, name in files
        for found in documents_at(path, name, limits or Limits(), io.BytesIO(stdin))
    ]


def names(found: list[Found]) -> list[str]:
    return [one.name for one in found]


def codes(found: list[Found]) -> list[str | None]:
    return [one.refusal.code if one.refusal else None for one in found]


def zipped(members: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as opened:
        for name, content in members.items():
            opened.writestr(name, content)
    return stream.getvalue()


def tarred(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as opened:
        for name, content in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            opened.addfile(member, io.BytesIO(content))
    return stream.getvalue()


def test_file_is_called_by_its_name_and_shown_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"text")
    assert found_at(tmp_path / "a.txt") == [Found(str(tmp_path / "a.txt"), "a.txt", b"text")]


def test_folder_is_walked_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert names(found_at(tmp_path)) == ["a/z.txt", "b.txt", "c.txt"]


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    (tmp_path / ".hidden").touch()
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").touch()
    assert found_at(tmp_path) == []


def test_corpus_within_the_folder_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "archive.sqlite").touch()
    assert found_at(tmp_path, skipped=(tmp_path / "corpus",)) == []


def test_link_to_itself_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "ring.txt").symlink_to("ring.txt")
    (tmp_path / "a.txt").touch()
    assert names(found_at(tmp_path)) == ["a.txt"]


def test_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "secret.txt").write_bytes(b"secret")
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "secret.txt")
    assert found_at(tmp_path / "in") == []


def test_link_within_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"text")
    (tmp_path / "b.txt").symlink_to("a.txt")
    assert names(found_at(tmp_path)) == ["a.txt", "b.txt"]


def test_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path)
    assert found_at(tmp_path) == []


def test_pipe_does_not_keep_the_run_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert found_at(tmp_path) == []
    assert codes(found_at(tmp_path / "pipe")) == ["unreadable"]


def test_file_that_vanished_is_refused_without_bytes(tmp_path: Path) -> None:
    (found,) = found_at(tmp_path / "gone.txt")
    assert (found.content, codes([found])) == (None, ["unreadable"])


def test_standard_input_is_one_document() -> None:
    assert found_at("-", stdin=b"text") == [Found("-", "stdin", b"text")]


def test_archive_on_standard_input_is_unpacked() -> None:
    assert [(one.path, one.name) for one in found_at("-", stdin=zipped({"a.txt": b"text"}))] == [
        ("-/a.txt", "stdin/a.txt")
    ]


def test_members_of_a_zip_are_found_in_the_order_of_names(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(zipped({"b.txt": b"2", "a/c.txt": b"1"}))
    assert [(one.name, one.content) for one in found_at(tmp_path / "x.zip")] == [
        ("x.zip/a/c.txt", b"1"),
        ("x.zip/b.txt", b"2"),
    ]


@pytest.mark.parametrize(
    "pack", [bytes, gzip.compress, lzma.compress, bz2.compress], ids=["tar", "tar.gz", "tar.xz", "tar.bz2"]
)
def test_members_of_a_tar_are_found(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    (tmp_path / "x").write_bytes(pack(tarred({"./b.txt": b"2", "a.txt": b"1"})))
    assert [(one.name, one.content) for one in found_at(tmp_path / "x")] == [
        ("x/b.txt", b"2"),
        ("x/a.txt", b"1"),
    ]


def test_kind_of_archive_is_seen_from_the_bytes_and_not_from_the_name(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(zipped({"a.txt": b"1"}))
    (tmp_path / "y.zip").write_bytes(b"text")
    assert names(found_at(tmp_path)) == ["x.pdf/a.txt", "y.zip"]


def test_compressed_file_is_one_document_without_the_suffix(tmp_path: Path) -> None:
    (tmp_path / "q.jsonl.gz").write_bytes(gzip.compress(b"text"))
    assert [(one.name, one.content) for one in found_at(tmp_path)] == [("q.jsonl", b"text")]


def test_archive_in_an_archive_is_unpacked(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(zipped({"in.tar": tarred({"a.txt": b"1"})}))
    assert names(found_at(tmp_path)) == ["x.zip/in.tar/a.txt"]


def test_archives_too_deep_are_refused_and_kept(tmp_path: Path) -> None:
    content = b"text"
    for depth in range(5):
        content = zipped({f"{depth}.zip": content})
    (tmp_path / "x.zip").write_bytes(content)
    (found,) = found_at(tmp_path)
    assert codes([found]) == ["archive"]
    assert isinstance(found.content, bytes)


@pytest.mark.parametrize("member", ["mimetype", "[Content_Types].xml"])
def test_office_document_is_a_document_and_no_archive(tmp_path: Path, member: str) -> None:
    content = zipped({member: b"x", "content.xml": b"y"})
    (tmp_path / "x.odt").write_bytes(content)
    assert [(one.name, one.content) for one in found_at(tmp_path)] == [("x.odt", content)]


def test_hidden_members_are_left_out(tmp_path: Path) -> None:
    members = {".a": b"", "__MACOSX/b.txt": b"", "c/.d/e.txt": b"", "f.txt": b""}
    (tmp_path / "x.zip").write_bytes(zipped(members))
    (tmp_path / "y.tar").write_bytes(tarred(members))
    assert names(found_at(tmp_path)) == ["x.zip/f.txt", "y.tar/f.txt"]


def test_names_that_lead_elsewhere_are_words_only(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "x.tar").write_bytes(tarred({"../../evil.txt": b"1"}))
    assert [one.content for one in found_at(tmp_path / "in")] == [b"1"]
    assert not (tmp_path.parent / "evil.txt").exists()


def test_links_in_a_tar_are_left_out(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as opened:
        link = tarfile.TarInfo("passwd")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        opened.addfile(link)
    (tmp_path / "x.tar").write_bytes(stream.getvalue())
    assert codes(found_at(tmp_path)) == ["empty"]


@pytest.mark.parametrize("content", [zipped({}), zipped({".hidden": b"a"}), tarred({".hidden": b"a"})])
def test_archive_without_a_document_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x").write_bytes(content)
    assert codes(found_at(tmp_path)) == ["empty"]


def test_damaged_archive_is_refused_and_its_bytes_kept(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(zipped({"a.txt": b"1" * 1000})[:60])
    (found,) = found_at(tmp_path)
    assert (codes([found]), found.content) == (["archive"], tmp_path / "x.zip")


def test_member_with_a_wrong_checksum_is_refused_and_the_others_are_read(tmp_path: Path) -> None:
    content = zipped({"a.txt": b"first", "b.txt": b"second"}, zipfile.ZIP_STORED)
    (tmp_path / "x.zip").write_bytes(content.replace(b"first", b"fIrst"))
    found = found_at(tmp_path)
    assert list(zip(names(found), codes(found), strict=True)) == [
        ("x.zip/a.txt", "archive"),
        ("x.zip/b.txt", None),
    ]


def test_tar_that_ends_too_soon_gives_what_came_before(tmp_path: Path) -> None:
    (tmp_path / "x.tar").write_bytes(tarred({"a.txt": b"1", "b.txt": b"2" * 5000})[:2000])
    found = found_at(tmp_path)
    assert codes(found)[0] is None
    assert set(codes(found)[1:]) == {"archive"}


def test_compressed_stream_that_ends_too_soon_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.gz").write_bytes(gzip.compress(os.urandom(5000))[:-100])
    assert codes(found_at(tmp_path)) == ["archive"]


def test_locked_member_is_refused(tmp_path: Path) -> None:
    content = bytearray(zipped({"a.txt": b"1"}, zipfile.ZIP_STORED))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "x.zip").write_bytes(content)
    assert codes(found_at(tmp_path)) == ["encrypted"]


@pytest.mark.parametrize(
    "pack",
    [
        lambda bomb: zipped({"bomb": bomb}),
        gzip.compress,
        lambda bomb: gzip.compress(tarred({"bomb": bomb})),
    ],
    ids=["zip", "gz", "tar.gz"],
)
def test_bomb_is_refused_before_it_unpacks(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    (tmp_path / "x").write_bytes(pack(bytes(2_000_000)))
    found = found_at(tmp_path, limits=Limits(unpacked_bytes=100_000, unpacked_ratio=2))
    assert codes(found) == ["too_large"]


def test_many_members_together_cannot_exceed_the_bound(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(zipped({f"{number}.txt": bytes(40_000) for number in range(5)}))
    found = found_at(tmp_path, limits=Limits(unpacked_bytes=100_000, unpacked_ratio=1))
    assert codes(found) == [None, None, "too_large", "too_large", "too_large"]


def test_more_members_than_allowed_are_told(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(zipped({f"{number}.txt": b"1" for number in range(5)}))
    assert codes(found_at(tmp_path, limits=Limits(members=3))) == [None, None, None, "archive"]


def test_document_longer_than_allowed_is_refused_and_kept(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"12345")
    (found,) = found_at(tmp_path, limits=Limits(document_bytes=4))
    assert (codes([found]), found.content) == (["too_large"], tmp_path / "a.txt")


def test_name_that_is_no_text_is_made_one(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"\xff.txt")).touch()
    assert names(found_at(tmp_path)) == ["\\xff.txt"]
