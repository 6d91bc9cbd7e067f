"""The process that reads a document can read files and answer, and nothing else."""

from __future__ import annotations

import errno
import os
import resource
import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from archive.ingest.forbidden_calls import can_forbid
from archive.ingest.isolation import read_apart
from archive.ingest.limits import Limits
from archive.ingest.reading import Reading
from archive.model.document import Source
from archive.model.question import SourceFacts
from tests.ingest.readers import first_line_reader

Deed = Callable[[Path], object]


def became_of(deed: Deed, folder: Path) -> str:
    """What the system said to a reader that did this: the name of an error, or "done"."""

    def reader(source: Source, facts: SourceFacts) -> Reading:
        try:
            deed(folder)
        except OSError as error:
            said = errno.errorcode[error.errno or 0]
        else:
            said = "done"
        return first_line_reader(Source(source.name, said.encode()), facts)

    facts = SourceFacts("a.txt", "00" * 32, "", 3, None)
    (record,) = read_apart(Source("a.txt", b"abc"), facts, reader, Limits()).records
    return record.title


def _clone_thread_free(folder: Path) -> None:
    os.posix_spawn(sys.executable, [sys.executable, "-c", ""], {})


@pytest.mark.parametrize(
    ("deed", "expected"),
    [
        (lambda folder: os.fork(), "EPERM"),
        (lambda folder: os.execv("/bin/true", ["true"]), "EPERM"),
        (_clone_thread_free, "EPERM"),
        (lambda folder: socket.socket(), "EPERM"),
        (lambda folder: socket.socket(socket.AF_UNIX), "EPERM"),
        (lambda folder: socket.socketpair(), "EPERM"),
        (lambda folder: os.kill(os.getppid(), 0), "EPERM"),
        (lambda folder: os.kill(1, signal.SIGCONT), "EPERM"),
        (lambda folder: resource.prlimit(os.getppid(), resource.RLIMIT_NOFILE), "EPERM"),
        (lambda folder: (folder / "new").write_bytes(b"x"), "EROFS"),
        (lambda folder: (folder / "new").touch(), "EROFS"),
        (lambda folder: (folder / "old").open("r+b"), "EROFS"),
        (lambda folder: (folder / "old").open("ab"), "EROFS"),
        (lambda folder: os.truncate(folder / "old", 0), "EPERM"),
        (lambda folder: (folder / "old").unlink(), "EPERM"),
        (lambda folder: (folder / "old").rename(folder / "new"), "EPERM"),
        (lambda folder: (folder / "old").chmod(0o777), "EPERM"),
        (lambda folder: os.utime(folder / "old"), "EPERM"),
        (lambda folder: os.chown(folder / "old", os.getuid(), os.getgid()), "EPERM"),
        (lambda folder: (folder / "new").mkdir(), "EPERM"),
        (lambda folder: (folder / "new").symlink_to("old"), "EPERM"),
        (lambda folder: os.link(folder / "old", folder / "new"), "EPERM"),
        (lambda folder: os.mkfifo(folder / "new"), "EPERM"),
        (lambda folder: os.setxattr(folder / "old", "user.a", b"x"), "EPERM"),
        (lambda folder: os.setpriority(os.PRIO_PROCESS, 0, 1), "EPERM"),
    ],
)
def test_reader_is_not_permitted(deed: Deed, expected: str, tmp_path: Path) -> None:
    assert can_forbid(), "the calls are known for Linux on x86-64 and ARM64"
    (tmp_path / "old").write_bytes(b"as it was")
    assert became_of(deed, tmp_path) == expected
    assert [path.name for path in tmp_path.iterdir()] == ["old"]
    assert (tmp_path / "old").read_bytes() == b"as it was"


@pytest.mark.parametrize(
    "deed",
    [
        lambda folder: (folder / "old").read_bytes(),
        lambda folder: list(folder.iterdir()),
        lambda folder: bytearray(100 << 20),
        lambda folder: os.kill(os.getpid(), 0),
        lambda folder: resource.getrlimit(resource.RLIMIT_AS),
    ],
)
def test_reader_is_permitted(deed: Deed, tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"as it was")
    assert became_of(deed, tmp_path) == "done"


def test_reader_leaves_no_core() -> None:
    assert (
        became_of(lambda folder: _expect(resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)), Path())
        == "done"
    )


def test_reader_heads_its_own_group() -> None:
    assert became_of(lambda folder: _expect(os.getpgid(0) == os.getsid(0) == os.getpid()), Path()) == "done"


def _expect(true: bool) -> None:
    if not true:
        raise OSError(errno.EINVAL, "it is not so")
