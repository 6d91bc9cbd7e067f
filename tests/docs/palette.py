"""Makes PNG pictures of pages small: 8 bits a pixel from the 256 most frequent colours."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

_MARK = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {2: 3, 6: 4}
Bytes = npt.NDArray[np.uint8]


def with_palette(png: bytes) -> bytes:
    """The same picture with a palette; colours that find no place become the nearest that did.

    png: as browsers write it: 8 bits a channel, with or without transparency, not interlaced.
    """
    pixels = _pixels(png)
    height, width, _ = pixels.shape
    packed = pixels.reshape(-1, 3).astype(np.uint32) @ np.array([65536, 256, 1], np.uint32)
    colours, places, counts = np.unique(packed, return_inverse=True, return_counts=True)
    kept = np.sort(np.argsort(-counts.astype(np.int64), kind="stable")[:256])
    palette = _channels(colours[kept])
    nearest = np.array(
        [np.abs(palette - colour).sum(axis=1).argmin() for colour in _channels(colours)], np.uint8
    )
    rows = nearest[places].reshape(height, width)
    content = b"".join(b"\0" + row.tobytes() for row in rows)
    return b"".join(
        (
            _MARK,
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
            _chunk(b"PLTE", palette.astype(np.uint8).tobytes()),
            _chunk(b"IDAT", zlib.compress(content, 9)),
            _chunk(b"IEND", b""),
        )
    )


def size_of(png: bytes) -> tuple[int, int]:
    """Width and height of a PNG picture, by its head."""
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def _channels(colours: npt.NDArray[np.uint32]) -> npt.NDArray[np.int16]:
    return np.stack([colours >> 16, colours >> 8 & 255, colours & 255], axis=1).astype(np.int16)


def _pixels(png: bytes) -> Bytes:
    """Height × width × red, green, blue."""
    head, content = b"", b""
    for name, body in _chunks(png):
        head = body if name == b"IHDR" else head
        content += body if name == b"IDAT" else b""
    width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", head)
    assert (depth, interlaced) == (8, 0)
    step = _CHANNELS[colour]
    lines = np.frombuffer(zlib.decompress(content), np.uint8).reshape(height, 1 + width * step)
    above = np.zeros(width * step, np.uint8)
    rows = []
    for line in lines:
        above = _unfiltered(int(line[0]), line[1:], above, step)
        rows.append(above)
    return np.stack(rows).reshape(height, width, step)[:, :, :3]


def _unfiltered(kind: int, line: Bytes, above: Bytes, step: int) -> Bytes:
    """A row of bytes without its filter (PNG specification, section 9)."""
    if kind == 0:
        return line
    if kind == 2:
        return line + above
    if kind == 1:
        return line.reshape(-1, step).cumsum(axis=0, dtype=np.uint8).reshape(-1)
    row = bytearray(line.tobytes())
    over = above.tobytes()
    for place in range(len(row)):
        left = row[place - step] if place >= step else 0
        corner = over[place - step] if place >= step else 0
        guess = (left + over[place]) // 2 if kind == 3 else _paeth(left, over[place], corner)
        row[place] = (row[place] + guess) & 255
    return np.frombuffer(bytes(row), np.uint8)


def _paeth(left: int, above: int, corner: int) -> int:
    near = left + above - corner
    return min((left, above, corner), key=lambda value: abs(near - value))


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(_MARK)
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        yield png[place + 4 : place + 8], png[place + 8 : place + 8 + length]
        place += 12 + length


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
