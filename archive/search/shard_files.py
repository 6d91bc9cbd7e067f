"""Shard files: classic scripts that hand their payload to the page, from disk and web alike.

A shard is one line, P("name","payload",checksum): browsers refuse fetch on file://, but run scripts. The payload
is bytes or JSON, deflated (RFC 1950) and in base64, which costs nothing after a host's gzip; deflated first, it is
small on disk too. The checksum is Adler-32 of the payload as it stands there, so that a damaged copy is noticed.
Names carry a hash of the content: a browser may keep a shard for ever. Only root.js has a fixed name, and its
payload is JSON as it is.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from pathlib import Path
from typing import Any, NamedTuple

ROOT = "root"
NAME_LENGTH = 12
# Higher levels take twice the time for less than a hundredth of the bytes.
_DEFLATION = 6


class ShardFolder:
    """Writes shards into `folder` and counts them."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._written: set[str] = set()
        self.bytes = 0

    @property
    def files(self) -> int:
        return len(self._written)

    def write_bytes(self, kind: str, payload: bytes) -> str:
        """Writes a shard of bytes and gives its name: the letter of its kind and the hash of its content."""
        return self._write(kind, NAME_LENGTH, payload)

    def write_json(self, kind: str, payload: Any, *, hash_length: int = NAME_LENGTH) -> str:
        """Writes a shard of JSON and gives its name: `kind` and `hash_length` characters of the hash."""
        return self._write(kind, hash_length, _as_json(payload).encode("ascii"))

    def write_root(self, payload: Any) -> None:
        """Writes the shard that every search begins with."""
        self._write_script(ROOT, _as_json(payload))

    def _write(self, kind: str, hash_length: int, payload: bytes) -> str:
        digest = hashlib.sha256(payload).digest()
        name = kind + base64.b32encode(digest).decode("ascii").lower()[:hash_length]
        # The same content comes twice, such as the lists of two words in the same documents.
        if name not in self._written:
            self._write_script(name, base64.b64encode(zlib.compress(payload, _DEFLATION)).decode("ascii"))
        return name

    def _write_script(self, name: str, payload: str) -> None:
        checksum = zlib.adler32(payload.encode("ascii"))
        script = f'P("{name}",{json.dumps(payload)},{checksum})\n'.encode("ascii")
        (self._folder / f"{name}.js").write_bytes(script)
        self._written.add(name)
        self.bytes += len(script)


class Pointer(NamedTuple):
    """Where a stretch of bytes begins: the number of its shard among those of its kind, and the place in it."""

    shard: int
    offset: int


class Packer:
    """Packs stretches of bytes, in order, into shards of one kind of at most `limit` bytes.

    A stretch is never divided; one that is longer than the limit has a shard of its own. None is no limit.
    """

    def __init__(self, folder: ShardFolder, kind: str, limit: int | None) -> None:
        self._folder = folder
        self._kind = kind
        self._limit = limit
        self._open = bytearray()
        self.names: list[str] = []

    def add(self, stretch: bytes) -> Pointer:
        """Adds a stretch and says where it begins."""
        if self._open and self._limit is not None and len(self._open) + len(stretch) > self._limit:
            self.close()
        pointer = Pointer(len(self.names), len(self._open))
        self._open += stretch
        return pointer

    def close(self) -> None:
        """Writes what is still open."""
        if self._open:
            self.names.append(self._folder.write_bytes(self._kind, bytes(self._open)))
            self._open.clear()


def _as_json(payload: Any) -> str:
    return json.dumps(payload, ensure_ascii=True, separators=(",", ":"))
