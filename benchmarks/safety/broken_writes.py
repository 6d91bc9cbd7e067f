"""The program with the order of its writes broken, for negative controls; each is called in a child that soon ends."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

from archive.build import site, staging
from archive.cli import export
from archive.ingest.sinks import CorpusSink
from archive.store import lock, originals, writer
from archive.store.originals import original_path, sha256_of_file
from archive.store.writer import Writer


def write_originals_in_place() -> None:
    """Originals are written under their own name, without a temporary one."""

    def keep_original(folder: Path, content: bytes | Path, sha256: str, extension: str) -> None:
        path = original_path(folder, sha256, extension)
        if not path.exists() or sha256_of_file(path) != sha256:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.read_bytes())

    writer.keep_original = keep_original  # type: ignore[attr-defined]


def write_rows_first() -> None:
    """The row of a document is committed before its original is kept."""
    before = CorpusSink.__init__

    def begin(sink: CorpusSink, writing: Writer) -> None:
        before(sink, writing)
        waiting: list[tuple[Any, ...]] = []

        def keep(*given: Any) -> None:
            waiting.append(given)

        def write(*given: Any, **named: Any) -> Any:
            written = writing.write(*given, **named)
            while waiting:
                writing.keep(*waiting.pop())
            return written

        sink.keep, sink.write = keep, write  # type: ignore[method-assign, assignment]

    CorpusSink.__init__ = begin  # type: ignore[method-assign]


def commit_now_and_then() -> None:
    """Documents are told to be done before they are committed: only every fiftieth is, with those before it."""
    transactions = count(1)

    @contextlib.contextmanager
    def transaction(writing: Writer) -> Iterator[None]:
        connection = writing._connection
        if not connection.in_transaction:
            connection.execute("BEGIN IMMEDIATE")
        yield
        writing._ledger.settle()
        if next(transactions) % 50 == 0:
            connection.execute("COMMIT")

    Writer._transaction = transaction  # type: ignore[method-assign, assignment]


def flush_no_file() -> None:
    """An original is renamed before its bytes are on the disk."""

    def write_file(path: Path, content: bytes | Path) -> None:
        path.write_bytes(content if isinstance(content, bytes) else content.read_bytes())

    originals._write_flushed = write_file


def flush_no_folder() -> None:
    """Nobody sees to it that the name of an original is on the disk."""
    originals.flush_folder = lambda folder: None  # type: ignore[attr-defined]


def trust_killed_writers() -> None:
    """What a writer wrote that was killed is taken to be on the disk."""
    lock.flush_file_system = lambda folder: None  # type: ignore[attr-defined]


def flush_no_site() -> None:
    """A site is shown before it is on the disk."""
    staging.flush_file_system = lambda folder: None  # type: ignore[attr-defined]


def build_in_place() -> None:
    """The site is made where its readers look."""

    @contextlib.contextmanager
    def staged(output: Path) -> Iterator[Path]:
        output.mkdir(exist_ok=True)
        yield output

    site.staged = staged  # type: ignore[attr-defined]


def export_in_place() -> None:
    """An export is written under the name of the older one."""

    def write_whole(path: Path, chunks: Any) -> int:
        with path.open("wb") as stream:
            return sum(map(stream.write, chunks))

    export.write_whole = write_whole  # type: ignore[attr-defined]
