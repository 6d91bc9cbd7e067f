"""Shard files: classic scripts that hand their payload to the page, from disk and web alike.

A shard is one line, P("name","payload",checksum): browsers refuse fetch on file://, but run scripts. The payload is
bytes or JSON, deflated (RFC 1951) piece by piece, for columns of unlike bytes deflate badly together; then written as
archive.search.shard_text does. Every character is ASCII, so no header about encodings can spoil them. The checksum is
Adler-32 of the payload's characters, so that a damaged copy is noticed. Names carry a hash of the content: a browser
may keep a shard for ever. Only root.js has a fixed name, and its payload is JSON as it is.
"""

from __future__ import annotations

import base64
import enum
import hashlib
import json
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from archive.search.shard_text import text_of
from archive.store.private_folder import link_or_copy

ROOT = "root"
# Forty bits; names are made longer where two shards would share one.
_NAME_LENGTH = 8
_LONG_NAME = 16
# Higher levels take twice the time for less than a hundredth of the bytes.
_DEFLATION = 6
_MEMORY = 9
# The last block of a stream: empty, with the fixed codes.
_END = b"\x03\x00"
_ESCAPES = ((b"\\", b"\\\\"), (b'"', b'\\"'), (b"\n", b"\\n"), (b"\r", b"\\r"))


class Likeness(enum.IntEnum):
    """What a piece of bytes is like, which says how it deflates best."""

    TEXT = zlib.Z_DEFAULT_STRATEGY
    # Small numbers with few repetitions.
    NUMBERS = zlib.Z_FILTERED
    # Bytes that repeat nothing but themselves.
    RUNS = zlib.Z_RLE
    # Bytes that are frequent or rare, in any order.
    NOISE = zlib.Z_HUFFMAN_ONLY


Piece = tuple[bytes, Likeness]


class ShardFolder:
    """Writes shards into `folder` and counts them."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._written: dict[str, bytes] = {}
        self.bytes = 0
        self.reused_bytes = 0

    @property
    def files(self) -> int:
        return len(self._written)

    @property
    def names(self) -> frozenset[str]:
        """The shards written so far, but for the root."""
        return frozenset(self._written) - {ROOT}

    def reuse(self, path: Path) -> None:
        """Puts a shard that was written earlier into the folder, as it is."""
        target = self._folder / path.name
        link_or_copy(path, target)
        # Its name stays its own: what is written later under the same hash gets a longer one.
        self._written[path.stem] = b""
        size = target.stat().st_size
        self.bytes += size
        self.reused_bytes += size

    def write_bytes(self, kind: str, payload: bytes) -> str:
        """Writes a shard of bytes and gives its name: `kind` and the hash of its content."""
        return self.write_pieces(kind, ((payload, Likeness.TEXT),))

    def write_pieces(self, kind: str, pieces: Iterable[Piece]) -> str:
        """Writes a shard of pieces of bytes, one after the other, and gives its name."""
        found = tuple(pieces)
        digest = hashlib.sha256(b"".join(piece for piece, _ in found)).digest()
        text = base64.b32encode(digest).decode("ascii").lower()
        name = kind + text[:_NAME_LENGTH]
        if self._written.get(name, digest) != digest:
            name = kind + text[:_LONG_NAME]
        # The same content comes twice, such as the lists of two words in the same documents.
        if name not in self._written:
            self._write_script(name, digest, text_of(deflated(found)))
        return name

    def write_json(self, kind: str, payload: Any, *, hash_length: int | None = None) -> str:
        """Writes a shard of JSON and gives its name; with `hash_length`, no more than so much of the hash."""
        written = _as_json(payload).encode("ascii")
        if hash_length is None:
            return self.write_bytes(kind, written)
        while True:
            digest = hashlib.sha256(written).digest()
            name = kind + base64.b32encode(digest).decode("ascii").lower()[:hash_length]
            if self._written.get(name, digest) == digest:
                break
            written += b" "  # means nothing in JSON, and gives another hash
        self._write_script(name, digest, text_of(deflated([(written, Likeness.TEXT)])))
        return name

    def write_root(self, payload: Any) -> None:
        """Writes the shard that every search begins with."""
        self._write_script(ROOT, b"", _as_json(payload).encode("ascii"))

    def _write_script(self, name: str, digest: bytes, payload: bytes) -> None:
        checksum = zlib.adler32(payload)
        for character, escaped in _ESCAPES:
            payload = payload.replace(character, escaped)
        script = b'P("%b","%b",%d)\n' % (name.encode("ascii"), payload, checksum)
        (self._folder / f"{name}.js").write_bytes(script)
        self._written[name] = digest
        self.bytes += len(script)


def deflated(pieces: Iterable[Piece]) -> bytes:
    """Pieces of bytes as one stream of RFC 1951, each with codes of its own."""
    written = bytearray()
    for piece, likeness in pieces:
        if piece:
            packer = zlib.compressobj(_DEFLATION, zlib.DEFLATED, -zlib.MAX_WBITS, _MEMORY, likeness)
            written += packer.compress(piece) + packer.flush(zlib.Z_SYNC_FLUSH)
    return bytes(written) + _END


def _as_json(payload: Any) -> str:
    return json.dumps(payload, ensure_ascii=True, separators=(",", ":"))
