"""Opens a corpus: for reading from one snapshot, and for writing under the lock."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType

from archive.errors import CorpusError, LockedError
from archive.store.database import (
    DATABASE_NAME,
    keeps_a_log,
    latest_form,
    migrate,
    migration_folder,
    named_troubles,
    reading_connection,
    stored_form,
    take_back,
    writing_connection,
)
from archive.store.flushing import flush_file_system
from archive.store.lock import BUILD_LOCK_NAME, held_lock
from archive.store.settle import Merge, keep_newest
from archive.store.view import View
from archive.store.writer import Writer

_MAKING_SECONDS = 60.0
_LOOK_AGAIN_SECONDS = 0.2


class Corpus(View):
    """A corpus, open for reading. Everything it says is of one moment: its opening, or the end of `writing`.

    A context manager; `folder` is where it stands on disk.
    """

    def __init__(self, folder: Path, connection: sqlite3.Connection) -> None:
        super().__init__(folder, connection)
        self._pin()

    @classmethod
    def open(cls, folder: Path, *, create: bool = False) -> Corpus:
        """The corpus in `folder`; made when absent and `create` is True. Raises CorpusError.

        A corpus that an older program made is brought to the present form first, which takes the lock.
        """
        path = folder / DATABASE_NAME
        with named_troubles(path):
            form = _form_on_disk(path)
            if form == 0 and not create:
                raise CorpusError(
                    str(folder),
                    "no corpus here",
                    "make one with `archive ingest PATH`, or name its folder with --corpus",
                )
            if form < latest_form():
                folder.mkdir(parents=True, exist_ok=True)
                # Who made it may have been killed before its name, or that of a folder above it, was on the disk.
                flush_file_system(folder)
                _bring_to_form(path)
            return cls(folder, reading_connection(path))

    @classmethod
    def imagined(cls, folder: Path) -> Corpus:
        """An empty corpus that is not on disk and stays so: what a dry run reads where none is yet."""
        connection = sqlite3.connect(":memory:", isolation_level=None)
        migrate(connection, 0, migration_folder())
        return cls(folder, connection)

    def __enter__(self) -> Corpus:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Gives the snapshot up; nothing can be asked any more."""
        self._connection.close()

    @contextlib.contextmanager
    def writing(
        self,
        *,
        command: str = "archive",
        wait: float = 0.0,
        waiting: Callable[[str], None] = lambda holder: None,
        merge: Merge = keep_newest,
    ) -> Iterator[Writer]:
        """A writer, while the block holds the lock. Afterwards the corpus shows what was written.

        wait: seconds to wait for another writer; `waiting` is told once for whom. merge: what several originals
        make of one record. Raises LockedError.
        """
        path = self.folder / DATABASE_NAME
        with held_lock(self.folder, command, wait=wait, waiting=waiting), named_troubles(path):
            if not keeps_a_log(self._connection):
                # It could not be given one when it was made, and cannot while we look at it.
                take_back(self._connection)
            connection = writing_connection(path)
            try:
                yield Writer(connection, self.folder, merge=merge)
            finally:
                connection.close()
                self._pin()

    @contextlib.contextmanager
    def building(
        self, *, command: str, wait: float = 0.0, waiting: Callable[[str], None] = lambda holder: None
    ) -> Iterator[None]:
        """While the block runs no other build of this corpus does, nor uses what builds keep beside it.

        The corpus shows what stands in it when the turn comes, so that of two builds the later shows more. The
        arguments are those of `writing`, which goes on meanwhile. Raises LockedError.
        """
        with held_lock(self.folder, command, name=BUILD_LOCK_NAME, wait=wait, waiting=waiting):
            self._pin()
            yield

    def _pin(self) -> None:
        take_back(self._connection)
        self._connection.execute("BEGIN")
        self._connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def _form_on_disk(path: Path) -> int:
    if not path.is_file():
        return 0
    with contextlib.closing(reading_connection(path)) as connection:
        return stored_form(connection, path)


def _bring_to_form(path: Path) -> None:
    """Makes the database, or brings it to the present form, unless another process does so first.

    Whoever holds the lock may keep it for hours; the form is there in its first moment.
    """
    deadline = time.monotonic() + _MAKING_SECONDS
    while _form_on_disk(path) < latest_form():
        try:
            with held_lock(path.parent, "archive (making the corpus)", wait=_LOOK_AGAIN_SECONDS):
                writing_connection(path).close()
        except LockedError:
            if time.monotonic() > deadline:
                raise
