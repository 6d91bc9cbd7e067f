"""Documents of old programs, which can be read once another program has turned them into new ones."""

from __future__ import annotations

import msgspec

from archive.errors import Refusal
from archive.extract.formats import Found
from archive.extract.package import encrypted
from archive.extract.signatures import OldKind, compound_stream, name_of_content, old_kind
from archive.model.document import Source

# The programs that can, best first.
CONVERTERS: dict[OldKind, tuple[str, ...]] = {
    "doc": ("soffice", "antiword"),
    "rtf": ("soffice", "unrtf"),
    "xls": ("soffice",),
}
_PRODUCTS = {"soffice": "LibreOffice (soffice)"}
_LOCKED = "EncryptedPackage"


class OldOfficeFormat(msgspec.Struct, frozen=True):
    """Sure of what it cannot read, to say what is missing.

    `archive ingest` turns these documents into new ones before they are read; what comes here was not turned.
    """

    name: str = "doc, rtf and xls where LibreOffice is installed"

    def sureness(self, source: Source) -> float:
        """1.0 for an old document, and for a new one that is locked and therefore looks like an old one."""
        is_locked = compound_stream(source.content) == _LOCKED
        return 1.0 if is_locked or old_kind(source.content) else 0.0

    def read(self, source: Source) -> Found:
        """Always refused: as "encrypted", or as "no_converter" with the program that would help."""
        kind = old_kind(source.content)
        if kind is None:
            raise encrypted(source.name)
        programs = " or ".join(_PRODUCTS.get(program, program) for program in CONVERTERS[kind])
        raise Refusal(
            source.name,
            f"this is {name_of_content(source.content)}, and no program is installed that turns it into a new one",
            f"install {programs} and ingest it with --again, or save it as docx, xlsx or PDF",
            code="no_converter",
        )
