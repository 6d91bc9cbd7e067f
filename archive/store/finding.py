"""One thing that a check of what is on disk found."""

from __future__ import annotations

from typing import Literal

import msgspec

FindingKind = Literal["missing", "altered", "foreign", "orphan", "unfinished", "inconsistent"]


class Finding(msgspec.Struct, frozen=True):
    """What is wrong (`cause`), with what (`place`: a path or a record), and what to do (`remedy`).

    missing: what was written is gone; altered: it has other bytes; foreign: nobody of us wrote it;
    inconsistent: the database contradicts itself. These are damage. An interrupted ingest leaves an
    orphan (a whole original that no row names) or an unfinished file: harmless both.
    """

    kind: FindingKind
    place: str
    cause: str
    remedy: str

    @property
    def is_damage(self) -> bool:
        return self.kind not in {"orphan", "unfinished"}
