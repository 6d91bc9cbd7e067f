"""What stands in a folder, and whether a file is still as it was written."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import msgspec

from archive.store.finding import Finding


class Standing(msgspec.Struct, frozen=True):
    """Something that is no folder, or a folder that cannot be read. name: with slashes, relative to the top.

    mode, bytes, changed_ns: as the system has them; changed_ns of the last change of its bytes.
    """

    name: str
    mode: int
    bytes: int
    changed_ns: int

    @property
    def is_file(self) -> bool:
        return stat.S_ISREG(self.mode)

    @property
    def is_folder(self) -> bool:
        return stat.S_ISDIR(self.mode)


def standing_in(folder: Path, within: str = "") -> Iterator[Standing]:
    """Everything in a folder and the folders in it, by name; no link is followed."""
    try:
        with os.scandir(folder / within) as scanned:
            entries = sorted(scanned, key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError:
        yield Standing(within.rstrip("/"), stat.S_IFDIR, 0, 0)
        return
    for entry in entries:
        name = within + entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from standing_in(folder, f"{name}/")
            continue
        try:
            found = entry.stat(follow_symlinks=False)
        except OSError:
            continue  # it went while we looked
        yield Standing(name, found.st_mode, found.st_size, found.st_mtime_ns)


def fault_of(
    path: Path, standing: Standing | None, sha256: str | None, bytes: int | None, remedy: str
) -> Finding | None:
    """What is wrong with the file at `path`, if anything.

    standing: what stands there. sha256: what its bytes should come to; None where they are not to be read.
    bytes: how many they should be; None where that is not known.
    """
    if standing is None:
        return Finding("missing", str(path), "the file is gone", remedy)
    if not standing.is_file:
        return Finding("altered", str(path), "something that is no file stands in its place", remedy)
    if not standing.mode & stat.S_IRUSR:
        return Finding("unreadable", str(path), "not even its owner may read it", _readable(remedy))
    if bytes is not None and standing.bytes != bytes:
        return Finding("altered", str(path), f"it has {standing.bytes} bytes and had {bytes}", remedy)
    return None if sha256 is None else _fault_of_bytes(path, sha256, remedy)


def _fault_of_bytes(path: Path, sha256: str, remedy: str) -> Finding | None:
    try:
        if sha256_of_standing(path) == sha256:
            return None
    except FileNotFoundError:
        return Finding("missing", str(path), "the file is gone", remedy)
    except OSError as error:
        return Finding("unreadable", str(path), f"it cannot be read ({error.strerror})", _readable(remedy))
    return Finding("altered", str(path), "its bytes were changed", remedy)


def unreadable_folder(path: Path) -> Finding:
    """The finding of a folder that does not open."""
    return Finding("unreadable", str(path), "the folder cannot be read", "allow it: chmod u+rwx")


def sha256_of_standing(path: Path) -> str:
    """The SHA-256 of a file in hex. A link is not followed and nothing is waited for. Raises OSError."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with open(descriptor, "rb") as stream:  # noqa: PTH123 - there is no path of a descriptor
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _readable(remedy: str) -> str:
    return f"allow it (chmod u+r); if that does not help, {remedy}"
