"""What every format has to say of itself."""

from __future__ import annotations

from typing import Protocol

from archive.model.document import Document, Source
from archive.model.record import Record

Found = tuple[Document | Record, ...]


class Format(Protocol):
    """One way of writing documents down as bytes, and how it is read."""

    @property
    def name(self) -> str:
        """What the format is called in messages."""
        ...

    def sureness(self, source: Source) -> float:
        """How sure it is that the content is of this format, from 0.0 (it is not) to 1.0.

        Told from the content alone, never from the name, and without reading all of it.
        """
        ...

    def read(self, source: Source) -> Found:
        """The documents or records in the content, at least one. Raises Refusal."""
        ...
