"""Bytes of a text to characters: strictly UTF-8, else UTF-16 by its mark, else cp1252."""

from __future__ import annotations

import codecs

import msgspec

from archive.model.question import Note

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = frozenset(range(0x20)) - {0x09, 0x0A, 0x0C, 0x0D, 0x1B}
_LOOKED_AT = 1 << 14
# cp1252 gives a character for nearly any byte, so bytes that no text has must tell.
_MOST_CONTROLS = 0.002


class Decoded(msgspec.Struct, frozen=True):
    """A text, with a note where its encoding had to be guessed."""

    text: str
    notes: tuple[Note, ...] = ()


def decode_text(content: bytes) -> Decoded | None:
    """The text of a content, None where it is no text.

    Guessing libraries are not asked: they read cp1252 as Chinese.
    """
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return _decode_western(content)
    return Decoded(text) if _is_text(text[:_LOOKED_AT]) else None


def _decode_western(content: bytes) -> Decoded | None:
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        return None
    start = text[:_LOOKED_AT]
    letters = sum(1 for character in start if character.isascii() and character.isalpha())
    if not _is_text(start) or letters * 4 < len("".join(start.split())):
        return None
    message = "the text is not UTF-8 and was read as Windows-1252"
    return Decoded(text, (Note("encoding", message, "encoding"),))


def _is_text(text: str) -> bool:
    controls = sum(1 for character in text if ord(character) in _CONTROLS)
    return controls <= len(text) * _MOST_CONTROLS
