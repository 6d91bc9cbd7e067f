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
