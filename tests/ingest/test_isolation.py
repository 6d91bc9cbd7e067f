"""Whatever a document does to its reader, the run goes on and knows why."""

from __future__ import annotations

import contextlib
import errno
import mmap
import os
import time
from pathlib import Path

import pytest

from archive.errors import ArchiveError, Refusal
from archive.ingest import isolation, reading_server
from archive.ingest.bubblewrap import walls
from archive.ingest.isolation import Apart, protection, read_apart
from archive.ingest.limits import Limits
from archive.ingest.reading import Reader, Reading
from archive.model.document import Source
from archive.model.question import SourceFacts
from tests.ingest import readers

FACTS = SourceFacts("a.txt", "00" * 32, "", 3, None)
QUICK = Limits(wall_seconds=0.5)


def read(reader: Reader, limits: Limits | None = None, name: str = "a.txt") -> Reading:
    return read_apart(Source(name, b"Titel\ntekst"), FACTS, reader, limits or Limits(wall_seconds=20))


def refusal_of(reader: Reader, limits: Limits | None = None) -> Refusal:
    with pytest.raises(Refusal) as caught:
        read(reader, limits)
    return caught.value


def children() -> set[str]:
    """The processes that this one has started and not waited for; a browser of other tests may be among them."""
    return set(Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text("ascii").split())


def open_descriptors() -> set[int]:
    found = set()
    for descriptor in range(256):
        with contextlib.suppress(OSError):
            os.fstat(descriptor)
            found.add(descriptor)
    return found


def test_reading_comes_back_whole() -> None:
    reading = read(readers.first_line_reader)
    assert (reading.media_type, [record.title for record in reading.records]) == ("text/plain", ["Titel"])


def test_refusal_comes_back_with_place_cause_remedy_and_code() -> None:
    with pytest.raises(Refusal) as caught:
        read_apart(Source("in/q.txt", b"?"), FACTS, readers.first_line_reader, Limits())
    refusal = caught.value
    assert (refusal.place, refusal.cause, refusal.remedy, refusal.code) == (
        "in/q.txt, line 1",
        "it starts with a question mark",
        "remove it",
        "mark",
    )


def test_reader_that_hangs_is_stopped_at_the_deadline() -> None:
    started = time.monotonic()
    assert refusal_of(readers.hanging_reader, QUICK).code == "time"
    assert time.monotonic() - started < 5


def test_reader_that_spins_is_stopped_by_its_share_of_cpu() -> None:
    assert refusal_of(readers.spinning_reader, Limits(cpu_seconds=1, wall_seconds=30)).code == "time"


def test_reader_that_eats_memory_is_refused() -> None:
    assert refusal_of(readers.hungry_reader, Limits(memory_bytes=1 << 30)).code == "memory"


def test_size_of_the_program_is_not_counted_as_memory_of_a_document() -> None:
    few = Limits(memory_bytes=256 << 20)
    with mmap.mmap(-1, 4 << 30):
        assert read(readers.first_line_reader, few).records
        assert refusal_of(readers.hungry_reader, few).code == "memory"


@pytest.mark.parametrize(
    "reader", [readers.dying_reader, readers.leaving_reader, readers.deep_reader, readers.failing_reader]
)
def test_reader_that_breaks_down_is_refused(reader: Reader) -> None:
    assert refusal_of(reader).code == "crashed"


def test_fault_of_the_program_is_named() -> None:
    assert "ZeroDivisionError: a fault of the program" in refusal_of(readers.failing_reader).cause


def test_signal_of_death_is_named() -> None:
    assert "signal 11" in refusal_of(readers.dying_reader).cause


def test_reader_that_finds_nothing_is_refused() -> None:
    assert refusal_of(readers.empty_reader).code == "empty"


def test_answer_that_is_no_record_is_refused() -> None:
    assert refusal_of(readers.lying_reader).code in {"crashed", "record"}


def test_answer_that_is_too_long_is_refused() -> None:
    assert refusal_of(readers.first_line_reader, Limits(answer_bytes=10)).code == "too_large"


def test_what_a_reader_prints_goes_nowhere(capfd: pytest.CaptureFixture[str]) -> None:
    read(readers.talking_reader)
    assert capfd.readouterr() == ("", "")


def test_reader_cannot_write_a_file(tmp_path: Path) -> None:
    with pytest.raises(Refusal):
        read(readers.writing_reader, name=str(tmp_path / "a.txt"))
    assert not (tmp_path / "a.written").exists() or (tmp_path / "a.written").read_bytes() == b""


def test_reader_has_no_open_file_but_its_pipe(tmp_path: Path) -> None:
    with (tmp_path / "secret").open("wb"):
        (record,) = read(readers.descriptor_reader).records
    assert record.title == "open 1"


def test_no_child_and_no_descriptor_is_left() -> None:
    before = open_descriptors(), children()
    read(readers.first_line_reader)
    refusal_of(readers.hanging_reader, QUICK)
    assert (open_descriptors(), children()) == before


def titles(apart: Apart, *contents: bytes) -> list[str]:
    """The title of each document, or the code of its refusal."""
    found = []
    for content in contents:
        try:
            (record,) = apart.read(Source("a.txt", content), FACTS).records
            found.append(record.title)
        except Refusal as refusal:
            found.append(refusal.code)
    return found


def test_one_server_reads_all_documents() -> None:
    with Apart(readers.parent_reader, Limits()) as apart:
        assert len(set(titles(apart, b"a", b"b", b"c"))) == 1


def test_server_goes_on_after_a_reader_that_hangs() -> None:
    with Apart(readers.parent_reader, Limits(wall_seconds=0.5)) as apart:
        first, hung, last = titles(apart, b"a", b"hang", b"b")
    assert (hung, last) == ("time", first)


def test_server_that_is_gone_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_server, "confine", lambda channel, allowance: None)
    with Apart(readers.parent_reader, Limits()) as apart:
        first, killed, last = titles(apart, b"a", b"kill", b"b")
    assert killed == "crashed"
    assert last not in {first, "crashed"}


def test_server_that_cannot_fork_is_no_fault_of_the_document(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(channel: int, *_: object) -> int:
        os.close(channel)
        return reading_server.NO_FORK - errno.EAGAIN

    monkeypatch.setattr(reading_server, "_read", refuse)
    with pytest.raises(ArchiveError, match=r"the system starts no process .*; close other programs"):
        read(readers.first_line_reader)


def test_server_that_cannot_start_is_no_fault_of_the_document(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(reader: Reader) -> None:
        raise OSError(errno.EAGAIN, "no room")

    monkeypatch.setattr(isolation, "_forked_server", refuse)
    with pytest.raises(ArchiveError, match="no room"):
        read(readers.first_line_reader)


def test_interrupt_leaves_no_child(monkeypatch: pytest.MonkeyPatch) -> None:
    before = open_descriptors(), children()

    def interrupt(*_: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(isolation, "_converse", interrupt)
    with pytest.raises(KeyboardInterrupt):
        read(readers.hanging_reader)
    assert (open_descriptors(), children()) == before


def test_reader_within_bubblewrap_sees_no_network_and_no_other_processes() -> None:
    if not walls():
        pytest.skip("not run: bubblewrap is not installed, or not allowed here")
    with Apart(readers.surroundings_reader, Limits(), walled=True) as apart:
        (seen,) = titles(apart, b"a")
    networks, processes = seen.split(", ")
    assert networks == "lo"
    assert int(processes) < 6


def test_server_is_forked_where_there_is_no_bubblewrap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation, "walls", lambda: ())
    with Apart(readers.first_line_reader, Limits(), walled=True) as apart:
        assert titles(apart, b"Titel") == ["Titel"]
    assert "without bubblewrap" in protection()
