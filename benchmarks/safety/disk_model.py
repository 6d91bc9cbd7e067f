"""What a loss of power would take, worked out from a log of system calls.

The model promises the program nothing but what POSIX does: the bytes of a file are on the disk when it was flushed
after they were written, a name is when its folder was flushed after it was made. What stood there before is there. A
new file that nobody has written to yet has nothing to lose.
"""

from __future__ import annotations

import os.path
import re
from collections.abc import Iterable

from benchmarks.safety.strace import Call

# A descriptor with its path; a file without a name has "(deleted)" behind it.
_DESCRIPTOR = re.compile(r"\d+<([^>]*)>(\(deleted\))?")
_PATH = re.compile(r'(?:(?:AT_FDCWD|\d+)<([^>]*)>, )?"((?:[^"\\]|\\.)*)"')
_WRITES = frozenset(
    {"write", "writev", "pwrite64", "pwritev", "pwritev2", "ftruncate", "fallocate", "sendfile"}
)
_RENAMES = frozenset({"rename", "renameat", "renameat2"})


class Disk:
    """names: paths that may not be on the disk yet; bytes: of files whose content may not be.

    present: the paths that there are. folder: what relative paths begin at.
    """

    def __init__(self, present: Iterable[str], folder: str) -> None:
        self.names: set[str] = set()
        self.bytes: set[str] = set()
        self._blank: set[str] = set()
        self._present = set(present)
        self._folder = folder

    def take(self, call: Call) -> None:
        """Takes what a call did to the disk; one that failed did nothing."""
        if call.result < 0 or not call.is_change:
            return
        if call.name in _WRITES:
            self._write(_descriptors(call)[:1])
        elif call.name == "copy_file_range":
            self._write(_descriptors(call)[-1:])
        elif call.name in {"fsync", "fdatasync"}:
            self._flush(*_descriptors(call))
        elif call.name in {"syncfs", "sync"}:
            self.names.clear()
            self.bytes.clear()
        else:
            self._take_named(call, self.paths(call))

    def paths(self, call: Call) -> list[str]:
        """The paths that a call names, absolute."""
        found = _PATH.findall(call.arguments)
        return [os.path.normpath(os.path.join(self._folder, begin, end)) for begin, end in found]  # noqa: PTH118

    def lacks(self, path: str) -> list[str]:
        """What a loss of power would take of the file or folder at `path`, with all in it and the folders above."""
        inside = f"{path}/"
        lost = [f"bytes of {one}" for one in self.bytes if one == path or one.startswith(inside)]
        lost += [
            f"name {one}"
            for one in self.names - self._blank
            if one == path or one.startswith(inside) or path.startswith(f"{one}/")
        ]
        return sorted(lost)

    def _take_named(self, call: Call, paths: list[str]) -> None:
        if call.name in _RENAMES:
            self._rename(*paths, exchanged="RENAME_EXCHANGE" in call.arguments)
        elif call.name in {"openat", "creat"}:
            if "O_TMPFILE" not in call.arguments:
                self._blank.update({paths[0]} - self._present)
                self._add(paths[0])
                self.bytes.update(paths if "O_TRUNC" in call.arguments else ())
        elif call.name in {"mkdir", "mkdirat"}:
            self._add(paths[0])
        elif call.name in {"link", "linkat"}:
            self._add(paths[1])
            self.bytes.update({paths[1]} if paths[0] in self.bytes else ())
        elif call.name in {"unlink", "unlinkat", "rmdir"}:
            for known in (self.names, self.bytes, self._blank, self._present):
                known.discard(paths[0])

    def _add(self, path: str) -> None:
        if path not in self._present:
            self._present.add(path)
            self.names.add(path)

    def _write(self, paths: list[str]) -> None:
        self.bytes.update(paths)
        self._blank.difference_update(paths)

    def _flush(self, path: str) -> None:
        self.bytes.discard(path)
        self.names = {one for one in self.names if os.path.dirname(one) != path}  # noqa: PTH120

    def _rename(self, one: str, other: str, *, exchanged: bool) -> None:
        for known in (self.names, self.bytes, self._blank, self._present):
            moved = {_moved(path, one, other) for path in known if _is_in(path, one)}
            back = {_moved(path, other, one) for path in known if _is_in(path, other)} if exchanged else set()
            kept = {path for path in known if not _is_in(path, one) and not _is_in(path, other)}
            known.clear()
            known.update(kept | moved | back)
        self.names.update({other, one} if exchanged else {other})


def _is_in(path: str, folder: str) -> bool:
    return path == folder or path.startswith(f"{folder}/")


def _moved(path: str, one: str, other: str) -> str:
    return other + path.removeprefix(one)


def _descriptors(call: Call) -> list[str]:
    return [path for path, nameless in _DESCRIPTOR.findall(call.arguments) if not nameless]
