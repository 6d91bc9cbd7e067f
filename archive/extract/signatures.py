"""Names for contents that cannot be read, by the bytes they begin with, so that a refusal can say what was given."""

from __future__ import annotations

from typing import Literal

OldKind = Literal["doc", "rtf", "xls"]

_ZIP = b"PK\x03\x04"
_ZIPPED = (
    (b"word/", "a Word document (docx)"),
    (b"xl/", "an Excel workbook (xlsx)"),
    (b"ppt/", "a PowerPoint deck (pptx)"),
    (b"opendocument.text", "an OpenDocument text (odt)"),
    (b"opendocument.spreadsheet", "an OpenDocument spreadsheet (ods)"),
    (b"opendocument.presentation", "an OpenDocument presentation (odp)"),
    (b"epub+zip", "an e-book (epub)"),
)
_BEGINNINGS = (
    (b"{\\rtf", "a rich text document (rtf)"),
    (b"\x89PNG\r\n", "an image (png)"),
    (b"\xff\xd8\xff", "an image (jpeg)"),
    (b"GIF8", "an image (gif)"),
    (b"II*\x00", "an image (tiff)"),
    (b"MM\x00*", "an image (tiff)"),
    (b"BM", "an image (bmp)"),
    (b"RIFF", "sound, film or an image (riff)"),
    (b"AT&TFORM", "a scanned document (djvu)"),
    (b"%!PS", "a PostScript document"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"BZh", "a compressed file (bzip2)"),
    (b"\xfd7zXZ\x00", "a compressed file (xz)"),
    (b"7z\xbc\xaf\x27\x1c", "an archive (7z)"),
    (b"Rar!", "an archive (rar)"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3\x00", "a database (SQLite)"),
    (b"<?xml", "an XML document"),
    (b"<svg", "a drawing (svg)"),
    (b"BEGIN:VCALENDAR", "a calendar"),
    (b"BEGIN:VCARD", "an address card"),
    (b"OggS", "sound or film (ogg)"),
    (b"ID3", "sound (mp3)"),
    (b"\x00\x01\x00\x00", "a font"),
    (b"OTTO", "a font"),
    (b"wOFF", "a font"),
)
_LOOKED_AT = 1 << 16
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What a compound file is tells the name of one of its streams, which its directory has in UTF-16.
_STREAMS = (
    ("EncryptedPackage", "a document of Office that is locked with a password"),
    ("WordDocument", "a Word 97-2003 document (doc)"),
    ("Workbook", "an Excel 97-2003 workbook (xls)"),
    ("Book", "an Excel 5 workbook (xls)"),
    ("PowerPoint Document", "a PowerPoint 97-2003 deck (ppt)"),
    ("__properties_version1.0", "an Outlook message (msg)"),
    ("VisioDocument", "a Visio drawing (vsd)"),
)
_OLD_KINDS: dict[str, OldKind] = {"WordDocument": "doc", "Workbook": "xls", "Book": "xls"}
_RICH_TEXT = b"{\\rtf"


def compound_stream(content: bytes) -> str | None:
    """The telling stream of an old Office document (MS-CFB), None for any other content."""
    if not content.startswith(_COMPOUND):
        return None
    # A deck may hold a workbook, so that the name that comes first in the list is not enough: the root's own
    # streams stand nearest to the beginning of the directory.
    found = [(content.find(_directory_name(stream)), stream) for stream, _ in _STREAMS]
    return min((pair for pair in found if pair[0] >= 0), default=(0, None))[1]


def _directory_name(stream: str) -> bytes:
    """A name as it stands in a directory entry: with the zero that ends it, and its length in bytes behind."""
    name = stream.encode("utf-16-le")
    return name + bytes(64 - len(name)) + (len(name) + 2).to_bytes(2, "little")


def old_kind(content: bytes) -> OldKind | None:
    """Which old kind of document it is that another program can turn into a new one, None for any other content."""
    if content.startswith(_RICH_TEXT):
        return "rtf"
    return _OLD_KINDS.get(compound_stream(content) or "")


def name_of_content(content: bytes) -> str | None:
    """What a content is, with its article, or None where its beginning does not tell."""
    if content.startswith(_COMPOUND):
        stream = compound_stream(content)
        return next((name for known, name in _STREAMS if known == stream), "an old Office document")
    if content.startswith(_ZIP):
        start = content[:_LOOKED_AT]
        return next((name for mark, name in _ZIPPED if mark in start), "an archive (zip)")
    return next((name for mark, name in _BEGINNINGS if content.startswith(mark)), None)
