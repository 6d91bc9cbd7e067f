"""One finding of a check of what is on disk."""

from __future__ import annotations

from typing import Final, Literal

import msgspec

FindingKind = Literal[
    "missing",
    "altered",
    "orphan",
    "foreign",
    "unreadable",
    "unfinished",
    "inconsistent",
    "unsealed",
    "unexpected",
]

# The numbers stay as they are: programs and people's notes refer to them. docs/operations.md tells them.
CODES: Final[dict[FindingKind, str]] = {
    "missing": "V01",
    "altered": "V02",
    "orphan": "V03",
    "foreign": "V04",
    "unreadable": "V05",
    "unfinished": "V06",
    "inconsistent": "V07",
    "unsealed": "V08",
    "unexpected": "V09",
}
_HARMLESS: Final = frozenset({"orphan", "unfinished", "unsealed"})


class Finding(msgspec.Struct, frozen=True):
    """What is wrong (`cause`), with what (`place`: a path, a record or a row), and what to do (`remedy`).

    missing: what was written is gone; altered: it has other bytes; foreign: nobody of us wrote it; unreadable: nobody
    may read it, or the disk does not give it; inconsistent: the database contradicts itself; unexpected: all is whole,
    but it is not what was expected. These are damage. An interrupted ingest leaves an orphan (a whole original that no
    row names) or an unfinished file, and a database of an older program is unsealed: harmless all.
    """

    kind: FindingKind
    place: str
    cause: str
    remedy: str

    @property
    def code(self) -> str:
        """The number of its kind: V01, V02, …"""
        return CODES[self.kind]

    @property
    def is_damage(self) -> bool:
        return self.kind not in _HARMLESS
