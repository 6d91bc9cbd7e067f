"""Bytes of a text to characters: strictly UTF-8, else UTF-16 by its mark or its zeros, else cp1252."""

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
_FEWEST_PLAIN = 0.5
_FIRST = 1 << 16
# In UTF-16 every other byte of a Western text is zero.
_MOST_ZEROS, _FEWEST_ZEROS = 0.05, 0.4


class Decoded(msgspec.Struct, frozen=True):
    """A text, with a note where its encoding had to be guessed."""

    text: str
    notes: tuple[Note, ...] = ()


def decode_text(content: bytes) -> Decoded | None:
    """The text of a content, None where it is no text.

    Guessing libraries are not asked: they read cp1252 as Chinese.
    """
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), None)
    unmarked = None if encoding else _unmarked_encoding(content[:_LOOKED_AT])
    try:
        text = content.decode(encoding or unmarked or "utf-8")
    except UnicodeDecodeError:
        return _decode_western(content)
    if not _is_text(text[:_LOOKED_AT]):
        return None
    return Decoded(text, _guess("UTF-16, though nothing marks it as such") if unmarked else ())


def first_lines(content: bytes) -> bytes:
    """The first bytes of a text, without a character cut in two: up to a line break."""
    if len(content) <= _FIRST:
        return content
    end = max(content.rfind(b"\n", 0, _FIRST), 0)
    # Where a character takes several bytes, the break may begin before the byte that was found.
    return content[: end - end % 4 if b"\x00" in content[:_LOOKED_AT] else end] or content


def _unmarked_encoding(start: bytes) -> str | None:
    half = len(start) // 2
    zeros = [start[place::2].count(0) for place in (0, 1)]
    for encoding, many, few in (("utf-16-le", zeros[1], zeros[0]), ("utf-16-be", zeros[0], zeros[1])):
        if many > half * _FEWEST_ZEROS and few < half * _MOST_ZEROS:
            return encoding
    return None


def _guess(read_as: str) -> tuple[Note, ...]:
    return (Note("encoding", f"the text is not UTF-8 and was read as {read_as}", "encoding"),)


def _decode_western(content: bytes) -> Decoded | None:
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        return None
    start = text[:_LOOKED_AT]
    plain = sum(1 for character in start if character.isascii() and character.isalnum())
    if not _is_text(start) or plain < _FEWEST_PLAIN * len("".join(start.split())):
        return None
    return Decoded(text, _guess("Windows-1252"))


def _is_text(text: str) -> bool:
    controls = sum(1 for character in text if ord(character) in _CONTROLS)
    return controls <= len(text) * _MOST_CONTROLS
