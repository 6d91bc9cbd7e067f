"""Names for contents that cannot be read, by the bytes they begin with, so that a refusal can say what was given."""

from __future__ import annotations

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
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (doc, xls, ppt, msg)"),
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


def name_of_content(content: bytes) -> str | None:
    """What a content is, with its article, or None where its beginning does not tell."""
    if content.startswith(_ZIP):
        start = content[:_LOOKED_AT]
        return next((name for mark, name in _ZIPPED if mark in start), "an archive (zip)")
    return next((name for mark, name in _BEGINNINGS if content.startswith(mark)), None)
