"""Opens the documents that are zip archives of XML parts: those of Word, Excel and OpenDocument."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Literal
from xml.etree.ElementTree import Element

import msgspec

from archive.errors import Refusal
from archive.extract.xml_parts import parse_xml, walk_xml

Kind = Literal["docx", "xlsx", "odt", "ods"]

_ZIP = b"PK"
# What zipfile raises on bytes that are not what they seem.
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, IndexError, KeyError, NotImplementedError, OSError,
    OverflowError, RuntimeError, ValueError,
)  # fmt: skip
_LARGEST_PART = 128 << 20
_CORE = "core-properties"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_CONTENT_TYPES = "[Content_Types].xml"
_MIMETYPE = "mimetype"
_MANIFEST = "META-INF/manifest.xml"
# Templates and documents with macros are read as what they become; no macro is looked at.
_OFFICE_TYPES: dict[str, Kind] = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": "docx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml": "docx",
    "application/vnd.ms-word.document.macroEnabled.main+xml": "docx",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": "xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml": "xlsx",
    "application/vnd.ms-excel.sheet.macroEnabled.main+xml": "xlsx",
    "application/vnd.ms-excel.template.macroEnabled.main+xml": "xlsx",
}
_ODF_TYPES: tuple[tuple[bytes, Kind], ...] = (
    (b"application/vnd.oasis.opendocument.text", "odt"),
    (b"application/vnd.oasis.opendocument.spreadsheet", "ods"),
)


class Relation(msgspec.Struct, frozen=True):
    """What a part refers to. kind: the last word of its type; target: a part, or an address outside."""

    kind: str
    target: str
    outside: bool


class Package:
    """The parts of a document by name, each read within bounds."""

    def __init__(self, content: bytes, name: str) -> None:
        """Raises Refusal ("damaged") when the archive cannot be opened."""
        self.name = name
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except _DAMAGE as error:
            raise self._damaged("the archive that it is", error) from error
        self._parts = {member.filename: member for member in self._archive.infolist()}

    def has(self, part: str) -> bool:
        """Whether there is a part of this name."""
        return part in self._parts

    def read(self, part: str) -> bytes:
        """The bytes of a part. Raises Refusal: "damaged", "encrypted" or "too_large"."""
        member = self._parts.get(part)
        if member is None:
            raise self._damaged(f"its part {part}", "it is missing")
        if member.flag_bits & 1:
            raise encrypted(self.name)
        try:
            with self._archive.open(member) as stream:
                content = stream.read(_LARGEST_PART + 1)
        except _DAMAGE as error:
            raise self._damaged(f"its part {part}", error) from error
        if len(content) > _LARGEST_PART:
            cause = f"its part {part} unpacks to more than {_LARGEST_PART} bytes"
            raise Refusal(self.name, cause, "split the document", code="too_large")
        return content

    def xml(self, part: str) -> Element:
        """The tree of a part. Raises Refusal."""
        return parse_xml(self.read(part), self._place(part))

    def xml_if_any(self, part: str | None) -> Element | None:
        """The tree of a part, None where there is no such part. Raises Refusal."""
        return self.xml(part) if part is not None and part in self._parts else None

    def elements(self, part: str, tags: frozenset[str]) -> Iterator[Element]:
        """The elements of a part with one of `tags`, one after the other, forgotten once passed. Raises Refusal."""
        return walk_xml(self.read(part), tags, self._place(part))

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part refers to, by the ids that it uses. Raises Refusal."""
        folder, name = posixpath.split(part)
        root = self.xml_if_any(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, Relation] = {}
        for element in root if root is not None else ():
            target = element.get("Target", "")
            outside = element.get("TargetMode") == "External"
            if not outside:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = element.get("Type", "").rpartition("/")[2]
            found[element.get("Id", "")] = Relation(kind, target, outside)
        return found

    def main_part(self) -> tuple[Kind, str] | None:
        """What kind of document it is and the name of its main part; None for any other archive. Raises Refusal."""
        if _MIMETYPE in self._parts:
            told = self.read(_MIMETYPE).strip()
            kind = next((kind for mark, kind in _ODF_TYPES if told in {mark, mark + b"-template"}), None)
            return (kind, "content.xml") if kind else None
        if _CONTENT_TYPES not in self._parts:
            return None
        for element in self.xml(_CONTENT_TYPES):
            office = _OFFICE_TYPES.get(element.get("ContentType", ""))
            if office:
                return office, element.get("PartName", "").lstrip("/")
        return None

    def office_title(self) -> str:
        """The title that a document of Office tells of itself, "" for none. Raises Refusal."""
        core = next((one for one in self.relations("").values() if one.kind == _CORE), None)
        root = self.xml_if_any(core.target) if core else None
        return " ".join((root.findtext(_TITLE, "") if root is not None else "").split())

    def refuse_encrypted(self) -> None:
        """Raises Refusal ("encrypted") for an OpenDocument that its author locked with a password."""
        if _MANIFEST in self._parts and b"encryption-data" in self.read(_MANIFEST):
            raise encrypted(self.name)

    def _place(self, part: str) -> str:
        return f"{self.name}, part {part}"

    def _damaged(self, what: str, error: object) -> Refusal:
        cause = f"{what} cannot be read ({error})"
        return Refusal(self.name, cause, "see whether it opens elsewhere, or fetch it again", code="damaged")


def package_kind(content: bytes) -> Kind | None:
    """What kind of document a content is, None where it is none that can be read."""
    if not content.startswith(_ZIP):
        return None
    try:
        main = Package(content, "").main_part()
    except Refusal:
        return None
    return main[0] if main else None


def encrypted(name: str) -> Refusal:
    """The refusal of a document that asks for a password."""
    return Refusal(name, "it is locked with a password", "save it without one", code="encrypted")
