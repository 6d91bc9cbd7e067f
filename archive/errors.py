"""The one tree of errors that Vraagarchief raises.

    ArchiveError            something went wrong; says where, why and what to do
    ├── ConfigError         archive.toml, a flag or an environment variable is wrong
    ├── QueryError          a search query cannot be understood; knows the position
    ├── Refusal             a document cannot be read; the run goes on
    └── CorpusError         the corpus cannot do what was asked
        ├── LockedError     another process is writing
        └── DamageError     what is on disk is not what was written

Each message names the place, the cause and the remedy.
"""

from __future__ import annotations

import errno
from typing import Final

_MAKE_ROOM: Final = "make room there and give the same command again"
_FEWER_FILES: Final = (
    "close other programs or allow more open files (ulimit -n), and give the same command again"
)
_OTHER_DISK: Final = "make that disk writable, or choose a place on another one"
_SEE_DISK: Final = (
    "look after the disk, of which the system's log tells more, and give the same command again"
)
_WAYS_ON: Final = {
    errno.ENOSPC: _MAKE_ROOM,
    errno.EDQUOT: _MAKE_ROOM,
    errno.EMFILE: _FEWER_FILES,
    errno.ENFILE: _FEWER_FILES,
    errno.EROFS: _OTHER_DISK,
    errno.EIO: _SEE_DISK,
}


def cause_of(error: OSError) -> str:
    """What the system says that went wrong."""
    return error.strerror or str(error)


def way_on(error: OSError, otherwise: str) -> str:
    """What to do about an error of the system. otherwise: where what went wrong tells nothing better."""
    return _WAYS_ON.get(error.errno or 0, otherwise)


class ArchiveError(Exception):
    """Something that the user can understand and act upon.

    place: a file, line, field, option or record; cause: what is wrong there; remedy: what to do about it.
    """

    def __init__(self, place: str, cause: str, remedy: str = "") -> None:
        super().__init__(place, cause, remedy)
        self.place = place
        self.cause = cause
        self.remedy = remedy

    def __str__(self) -> str:
        message = f"{self.place}: {self.cause}" if self.place else self.cause
        return f"{message}; {self.remedy}" if self.remedy else message


class ConfigError(ArchiveError):
    """A setting is unknown or has a value that it cannot have."""


class QueryError(ArchiveError):
    """A search query cannot be understood.

    position: index of the character (Unicode code point) in the query at which the trouble starts.
    end: index of the first character behind the trouble; equal to `position` where something is lacking.
    code: short stable word for the reason, the same in the terminal and on the search page.
    mended: the query put right, ready to be asked; "" where nobody can tell how.
    """

    def __init__(
        self, place: str, cause: str, remedy: str = "", *, position: int = 0, end: int = 0, code: str = ""
    ) -> None:
        super().__init__(place, cause, remedy)
        self.position = position
        self.end = end
        self.code = code
        self.mended = ""


class Refusal(ArchiveError):
    """A document that cannot be read. Its bytes are kept, the reason is recorded and the run goes on.

    code: short stable word for the reason, for example "empty", "encrypted" or "impossible_date".
    """

    def __init__(self, place: str, cause: str, remedy: str = "", *, code: str) -> None:
        super().__init__(place, cause, remedy)
        self.code = code


class CorpusError(ArchiveError):
    """The corpus cannot do what was asked."""


class LockedError(CorpusError):
    """Another process is writing to the corpus."""


class DamageError(CorpusError):
    """What stands on disk is not what was written there."""
