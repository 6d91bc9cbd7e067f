"""Folders beside the corpus that are trusted only where nobody but ourselves can have written.

Owner and permissions do not tell that: whoever unpacks somebody's corpus owns all of it. So a folder has a guard, a
list of its files with what the system alone says of each: its number on the disk (inode) and the moment of its last
change of any kind (ctime), which no program can choose. A folder that was copied, unpacked or touched is made anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from archive.store.replacing import name_beside, put_in_place, remove, remove_rests

_SEAL_BYTES = 32


class _Guarded(msgspec.Struct, frozen=True, array_like=True):
    """A file as the system has it. changed_ns: the moment when its bytes, name, owner or rights changed last."""

    name: str
    inode: int
    bytes: int
    changed_ns: int


_GUARD = "guard.json"
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_decoder = msgspec.json.Decoder(tuple[_Guarded, ...])


def guard_folder(folder: Path, names: Iterable[str] | None = None) -> None:
    """Ends the writing of a private folder: from now on, these files in it cannot change unnoticed. Raises OSError.

    names: with slashes; None for every file. Those that are left out are for the caller to know by their hashes.
    """
    listed = sorted(names) if names is not None else list(_names(folder))
    for name in listed:
        (folder / name).chmod(0o600)
    guarded = [_guarded(name, (folder / name).lstat()) for name in listed]
    (folder / _GUARD).write_bytes(msgspec.json.encode(guarded))
    (folder / _GUARD).chmod(0o600)


def is_guarded(folder: Path, names: Iterable[str] | None = None) -> bool:
    """Whether `folder` is as `guard_folder` left it with the same names, and nobody else may even read it."""
    try:
        if not _is_private(folder.lstat(), stat.S_IFDIR) or not _is_ours(folder / _GUARD):
            return False
        listed = sorted(names) if names is not None else list(_names(folder))
        kept = {one.name: one for one in _decoder.decode((folder / _GUARD).read_bytes())}
        return list(kept) == listed and all(
            _is_private(found := (folder / name).lstat(), stat.S_IFREG)
            and found.st_nlink == 1
            and _guarded(name, found) == kept[name]
            for name in listed
        )
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return False


def _guarded(name: str, found: os.stat_result) -> _Guarded:
    return _Guarded(name, found.st_ino, found.st_size, found.st_ctime_ns)


def _is_ours(path: Path) -> bool:
    found = path.lstat()
    return stat.S_ISREG(found.st_mode) and found.st_uid == os.geteuid()


def _is_private(found: os.stat_result, kind: int) -> bool:
    is_owners = found.st_uid == os.geteuid() and not found.st_mode & _OTHERS
    return is_owners and stat.S_IFMT(found.st_mode) == kind


def _names(folder: Path) -> Iterator[str]:
    """The name of everything in a folder that is no folder, but for its guard. No link is followed. Raises OSError."""

    def fail(error: OSError) -> None:
        raise error

    found = []
    for root, folders, files in os.walk(folder, onerror=fail):
        links = [name for name in folders if Path(root, name).is_symlink()]
        found += [Path(root, name).relative_to(folder).as_posix() for name in (*files, *links)]
    yield from sorted(name for name in found if name != _GUARD)


def replace_folder(folder: Path, fill: Callable[[Path], None]) -> None:
    """Puts a new private folder, filled by `fill`, in the place of `folder`. Raises OSError."""
    with replaced_folder(folder) as new:
        fill(new)


@contextlib.contextmanager
def replaced_folder(folder: Path) -> Iterator[Path]:
    """A new private folder; when the block ends well, it stands in the place of `folder`. Raises OSError."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    remove_rests(folder)
    new = name_beside(folder, "new")
    try:
        new.mkdir(mode=0o700)
        yield new
        put_in_place(new, folder)
    finally:
        with contextlib.suppress(OSError):
            remove(new)


def link_or_copy(source: Path, target: Path) -> None:
    """The same file under another name; its bytes where links cannot be made. Raises OSError."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def write_sealed(path: Path, content: bytes) -> None:
    """Writes a file with a checksum before its content. Raises OSError."""
    path.write_bytes(hashlib.sha256(content).digest() + content)


def read_sealed(path: Path) -> memoryview | None:
    """The content of a sealed file; None where it cannot be read or is not as it was written."""
    try:
        sealed = path.read_bytes()
    except OSError:
        return None
    content = memoryview(sealed)[_SEAL_BYTES:]
    return content if hashlib.sha256(content).digest() == sealed[:_SEAL_BYTES] else None
