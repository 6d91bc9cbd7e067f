"""Finds documents in zip and tar archives and in compressed files, within bounds.

Nothing is ever written: the names of members are words for people, so that no name can lead anywhere.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import IO, cast

import msgspec

from archive.errors import Refusal
from archive.ingest.found import Found, printable
from archive.ingest.limits import Limits

# What the readers of the standard library raise on bytes that are not what they seem.
_DAMAGE = (
    tarfile.TarError,
    zipfile.BadZipFile,
    lzma.LZMAError,
    zlib.error,
    struct.error,
    EOFError,
    IndexError,
    KeyError,
    MemoryError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
_HEAD = 512
_CHUNK = 1 << 18
_HELD_AT_ONCE = 16 << 20
_TAR_MARK = slice(257, 262)
_COMPRESSIONS = ((b"\x1f\x8b", ".gz"), (b"\xfd7zXZ\x00", ".xz"), (b"BZh", ".bz2"))
# These zip files are one document: office documents and EPUB.
_DOCUMENT_MEMBERS = {"mimetype", "[Content_Types].xml"}


class Budget:
    """Counts what an archive given by the user has unpacked to, its inner archives included."""

    def __init__(self, size: int, limits: Limits) -> None:
        self._left = max(limits.unpacked_bytes, size * limits.unpacked_ratio)
        self.limits = limits

    def read(self, stream: IO[bytes], place: str) -> bytes:
        """The whole stream. Raises Refusal when it is longer than a document, or than what is left, may be."""
        allowed = min(self.limits.document_bytes, self._left)
        content = _whole(stream, min(allowed, _HELD_AT_ONCE))
        if content is None:
            # It is measured before it is held, so that a bomb costs time and no memory.
            stream.seek(0)
            length = _length(stream, allowed)
            if length > allowed:
                raise Refusal(
                    place,
                    f"it unpacks to more than {allowed} bytes",
                    "unpack it yourself if you trust it",
                    code="too_large",
                )
            stream.seek(0)
            content = _whole(stream, length) or b""
        self._left -= len(content)
        return content


def _whole(stream: IO[bytes], most: int) -> bytes | None:
    """All of a stream, held once only; None where it is longer than `most`."""
    held = io.BytesIO()
    while chunk := stream.read(_CHUNK):
        if held.tell() + len(chunk) > most:
            return None
        held.write(chunk)
    return held.getvalue()


def _length(stream: IO[bytes], most: int) -> int:
    """How long the rest of a stream is; more than `most` where it is longer than that."""
    length = 0
    while length <= most and (chunk := stream.read(_CHUNK)):
        length += len(chunk)
    return length


class Container(msgspec.Struct, frozen=True):
    """Where members come from. whole: what is kept when something in it cannot be read."""

    path: str
    name: str
    whole: bytes | Path
    depth: int

    def refused(self, member: str, refusal: Refusal) -> Found:
        """What stands in the place of a member that cannot be read; "" for the archive itself."""
        path, name = self._within(member)
        return Found(path, name, self.whole, refusal)

    def _within(self, member: str) -> tuple[str, str]:
        return (f"{self.path}/{member}", f"{self.name}/{member}") if member else (self.path, self.name)

    def opened(self, member: str, content: bytes, budget: Budget) -> Iterator[Found]:
        """The documents in a member: itself, or what it holds when it is an archive too."""
        path, name = self._within(member)
        yield from documents_in(io.BytesIO(content), Container(path, name, content, self.depth + 1), budget)


def documents_in(stream: IO[bytes], container: Container, budget: Budget) -> Iterator[Found]:
    """The documents in a stream that can be read from any place: one, or the members of an archive."""
    head = stream.read(_HEAD)
    stream.seek(0)
    unpacker = _unpacker(head)
    if unpacker is None:
        yield _plain(stream, container, budget)
    elif container.depth > budget.limits.depth:
        yield container.refused("", _too_deep(container.path, budget.limits.depth))
    else:
        yield from _at_least_one(unpacker(stream, container, budget), container)


def _at_least_one(documents: Iterator[Found], container: Container) -> Iterator[Found]:
    """The documents, or the refusal of an archive that has none: nothing that was given passes unnoticed."""
    first = next(documents, None)
    if first is None:
        refusal = Refusal(
            container.path,
            "there is no document in the archive",
            "see whether it opens elsewhere",
            code="empty",
        )
        yield container.refused("", refusal)
        return
    yield first
    yield from documents


def _unpacker(head: bytes) -> Callable[[IO[bytes], Container, Budget], Iterator[Found]] | None:
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_members
    if head[_TAR_MARK] == b"ustar":
        return _tar_members
    if any(head.startswith(magic) for magic, _ in _COMPRESSIONS):
        return _compressed
    return None


def _plain(stream: IO[bytes], container: Container, budget: Budget) -> Found:
    if isinstance(container.whole, bytes):
        return Found(container.path, container.name, container.whole)
    limit = budget.limits.document_bytes
    content = stream.read(limit + 1)
    if len(content) <= limit:
        return Found(container.path, container.name, content)
    cause = f"it is longer than {limit} bytes"
    return container.refused("", Refusal(container.path, cause, "split it", code="too_large"))


def _zip_members(stream: IO[bytes], container: Container, budget: Budget) -> Iterator[Found]:
    try:
        opened = zipfile.ZipFile(stream)
    except _DAMAGE as error:
        yield container.refused("", _damaged(container.path, error))
        return
    with opened:
        if _DOCUMENT_MEMBERS & set(opened.namelist()):
            stream.seek(0)
            yield _plain(stream, container, budget)
            return
        members = [member for member in opened.infolist() if not member.is_dir()]
        for member in sorted(members[: budget.limits.members], key=lambda member: member.filename):
            name = printable(member.filename)
            if not is_hidden(name):
                yield from _zip_member(opened, member, name, container, budget)
        if len(members) > budget.limits.members:
            yield container.refused("", _too_many(container.path, budget.limits.members))


def _zip_member(
    opened: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, container: Container, budget: Budget
) -> Iterator[Found]:
    place = f"{container.path}/{name}"
    try:
        if member.flag_bits & 1:
            cause = "it is locked with a password"
            raise Refusal(place, cause, "unpack the archive with its password", code="encrypted")
        with opened.open(member) as stream:
            content = budget.read(stream, place)
    except Refusal as refusal:
        yield container.refused(name, refusal)
    except _DAMAGE as error:
        yield container.refused(name, _damaged(place, error))
    else:
        yield from container.opened(name, content, budget)


def _tar_members(stream: IO[bytes], container: Container, budget: Budget) -> Iterator[Found]:
    try:
        with tarfile.open(fileobj=stream, mode="r:") as opened:
            for position, member in enumerate(opened):
                if position >= budget.limits.members:
                    yield container.refused("", _too_many(container.path, budget.limits.members))
                    return
                name = printable(member.name).removeprefix("./")
                if member.isfile() and not is_hidden(name):
                    yield from _tar_member(opened, member, name, container, budget)
                opened.members.clear()  # type: ignore[attr-defined]
    except _DAMAGE as error:
        yield container.refused("", _damaged(container.path, error))


def _tar_member(
    opened: tarfile.TarFile, member: tarfile.TarInfo, name: str, container: Container, budget: Budget
) -> Iterator[Found]:
    place = f"{container.path}/{name}"
    try:
        content = budget.read(opened.extractfile(member) or io.BytesIO(), place)
        if len(content) < member.size:
            raise EOFError("the archive ends in the middle of it")
    except Refusal as refusal:
        yield container.refused(name, refusal)
    except _DAMAGE as error:
        yield container.refused(name, _damaged(place, error))
    else:
        yield from container.opened(name, content, budget)


def _compressed(stream: IO[bytes], container: Container, budget: Budget) -> Iterator[Found]:
    """The members of a compressed tar archive, or the one document that was compressed."""
    head = stream.read(_HEAD)
    stream.seek(0)
    suffix = next(suffix for magic, suffix in _COMPRESSIONS if head.startswith(magic))
    try:
        with _decompressed(stream, suffix) as unpacked:
            is_tar = unpacked.read(_HEAD)[_TAR_MARK] == b"ustar"
            unpacked.seek(0)
            if is_tar:
                yield from _tar_members(cast("IO[bytes]", unpacked), container, budget)
                return
            content = budget.read(cast("IO[bytes]", unpacked), container.path)
    except Refusal as refusal:
        yield container.refused("", refusal)
    except _DAMAGE as error:
        yield container.refused("", _damaged(container.path, error))
    else:
        inner = Container(container.path, container.name.removesuffix(suffix), content, container.depth + 1)
        yield from documents_in(io.BytesIO(content), inner, budget)


def _decompressed(stream: IO[bytes], suffix: str) -> gzip.GzipFile | lzma.LZMAFile | bz2.BZ2File:
    match suffix:
        case ".gz":
            return gzip.GzipFile(fileobj=stream)
        case ".xz":
            return lzma.LZMAFile(stream)
        case _:
            return bz2.BZ2File(stream)


def is_hidden(name: str) -> bool:
    """Whether a path has a part that starts with a dot, or stands in the folder that macOS adds to archives."""
    return any(
        part.startswith(".") or part == "__MACOSX" for part in PurePosixPath(name).parts if part != ".."
    )


def _damaged(place: str, error: Exception) -> Refusal:
    return Refusal(place, f"the archive is damaged ({error})", "get it again", code="archive")


def _too_deep(place: str, depth: int) -> Refusal:
    return Refusal(place, f"it is an archive more than {depth} deep", "unpack the outer ones", code="archive")


def _too_many(place: str, members: int) -> Refusal:
    return Refusal(place, f"it has more than {members} members", "split it", code="archive")
