"""Writes the files of a site, but for those that stand in the old site with the same bytes: these are kept.

A file that is kept is the same file under a second name (a hard link), until the old site goes. So the new site never
shares a file with anything that stays: one that has a further name, as in a copy made with links, is written anew, and
so is one that somebody altered, or that others may read than may read the new site. No build changes a file in place.
"""

from __future__ import annotations

import filecmp
import hashlib
import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from archive.build.staging import stage_path

_ALL_READ_AND_WRITE = 0o666


class SiteFiles:
    """The files of one new site, in the folder `stage`. digests: the SHA-256, in hex, of each one by its name.

    old: the folder of the old site, if there is one.
    """

    def __init__(self, stage: Path, old: Path | None = None) -> None:
        """old: the folder of the old site, on the same disk; without one, every file is written."""
        self.stage = stage
        self.digests: dict[str, str] = {}
        self.old = old if old is not None and old.is_dir() else None
        self._made_folders: set[str] = set()
        # What a new file gets here: as the umask had it for the folder.
        self._mode = stage.stat().st_mode & _ALL_READ_AND_WRITE

    def write(self, address: str, content: bytes) -> None:
        """Writes the file of a page, a table or a feed. Raises ArchiveError for an address that breaks links."""
        stage_path(self.stage, address)
        self.put(address, content)

    def put(self, name: str, content: bytes) -> None:
        """Writes a file whose name, with slashes, is one of our own."""
        path = self._path(name)
        if name in self.digests:
            os.unlink(path)  # noqa: PTH108 - it may be the old one, which must stay as it is
        self.digests[name] = hashlib.sha256(content).hexdigest()
        if not self._is_kept(name, path, content):
            try:
                _write_new(path, content)
            except FileExistsError:
                os.unlink(path)  # noqa: PTH108
                _write_new(path, content)

    def settle(self, name: str, digest: str) -> None:
        """Takes over a file that a writer of its own has put in its place; the old one stays if it has the same bytes.

        digest: its SHA-256, in hex. Such files may be too large for the memory.
        """
        self.digests[name] = digest
        old, path = f"{self.old}/{name}", f"{self.stage}/{name}"
        if self.old is None or not self._is_ours_at(old, os.lstat(path).st_size):
            return
        beside = f"{path}.kept"
        try:
            if filecmp.cmp(old, path, shallow=False):
                os.link(old, beside)
                os.replace(beside, path)  # noqa: PTH105
        except OSError:
            return

    def add(self, digests: Mapping[str, str]) -> None:
        """Takes over files that another process has written here."""
        self.digests.update(digests)

    def _path(self, name: str) -> str:
        folder, _, last = f"{self.stage}/{name}".rpartition("/")
        if folder not in self._made_folders:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103
            self._made_folders.add(folder)
        return f"{folder}/{last}"

    def _is_kept(self, name: str, path: str, content: bytes) -> bool:
        """Links the old file of this name to `path`, if it is ours alone and has these very bytes."""
        if self.old is None:
            return False
        try:
            opened = os.open(f"{self.old}/{name}", os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        except OSError:
            return False
        try:
            found = os.fstat(opened)
            if not self._is_ours(found, len(content)) or os.read(opened, len(content) + 1) != content:
                return False
            os.link(f"{self.old}/{name}", path)
            linked = os.lstat(path)
            # Another file may have come to stand there.
            return (linked.st_dev, linked.st_ino) == (found.st_dev, found.st_ino)
        except OSError:
            return False
        finally:
            os.close(opened)

    def _is_ours_at(self, path: str, size: int) -> bool:
        try:
            return self._is_ours(os.lstat(path), size)
        except OSError:
            return False

    def _is_ours(self, found: os.stat_result, size: int) -> bool:
        return (
            stat.S_ISREG(found.st_mode)
            and found.st_size == size
            and found.st_nlink == 1
            and found.st_uid == os.geteuid()
            and stat.S_IMODE(found.st_mode) == self._mode
        )


def _write_new(path: str, content: bytes) -> None:
    with open(path, "xb") as file:  # noqa: PTH123 - there are thousands of files
        file.write(content)


def kept_files(stage: Path, old: Path, names: Iterable[str]) -> int:
    """How many of the named files of a new site are the very files of the old one."""
    return sum(_identity(stage / name) == _identity(old / name) for name in names)


def _identity(path: Path) -> tuple[int, int]:
    """What tells a file from all others, whatever its name; (0, 0) where there is none."""
    try:
        found = path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return 0, 0
    return found.st_dev, found.st_ino
