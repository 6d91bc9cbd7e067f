"""What is made anew stands under a name of its own, beside the old, until it takes its place in one step.

The name ends in the number of the process that makes it: ".new-12", or ".old-12" for what has just left its place. A
process that was killed leaves such a name behind, and the next one that makes the same removes it.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

_AT_CURRENT_FOLDER = -100
_EXCHANGE = 2


def name_beside(path: Path, mark: Literal["new", "old"], *, hidden: bool = False) -> Path:
    """The name that stands beside `path` while this process makes it anew. hidden: it begins with a point."""
    return path.with_name(f"{'.' if hidden else ''}{path.name}.{mark}-{os.getpid()}")


def remove_rests(path: Path) -> None:
    """Removes what killed processes left beside `path`, as far as it can; what a running one makes stays.

    Where one was killed between two renames, so that nothing stands at `path`, what stood there comes back.
    """
    for mark, rest in _rests(path):
        with contextlib.suppress(OSError):
            if mark == "old" and not os.path.lexists(path):
                rest.rename(path)
            else:
                remove(rest)


def _rests(path: Path) -> Iterator[tuple[str, Path]]:
    # A library that is told to write to such a name may add endings of its own while it does.
    ours = re.compile(rf"\.?{re.escape(path.name)}\.(new|old)-(\d+)(?:[._].*)?")
    with contextlib.suppress(OSError):
        for name in sorted(os.listdir(path.parent)):  # noqa: PTH208 - a folder may hold thousands of names
            found = ours.fullmatch(name)
            if found and (int(found[2]) == os.getpid() or not is_running(int(found[2]))):
                yield found[1], path.with_name(name)


def remove(path: Path) -> None:
    """Removes a file, a link, or a folder with all that is in it, if it is there. Raises OSError."""
    with contextlib.suppress(FileNotFoundError):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


def put_in_place(new: Path, path: Path) -> None:
    """Puts the folder `new` in the place of `path` in one step; the old folder, if any, goes to the name of the new.

    Where the system cannot exchange two folders, nothing stands at `path` for the moment between two renames. Raises
    OSError, and then the old folder stands where it stood.
    """
    if not path.exists() and _is_renamed(new, path):
        return
    if not exchange(path, new):
        aside = name_beside(path, "old")
        path.rename(aside)
        try:
            new.rename(path)
        except OSError:
            aside.rename(path)
            raise
        aside.rename(new)


def _is_renamed(new: Path, path: Path) -> bool:
    """Whether `new` could take the name; False where another process has put a folder there meanwhile."""
    try:
        new.rename(path)
    except OSError as error:
        if error.errno in {errno.ENOTEMPTY, errno.EEXIST}:
            return False
        raise
    return True


def exchange(one: Path, other: Path) -> bool:
    """Exchanges two folders in one step (Linux: renameat2); False where the system cannot."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    names = (_AT_CURRENT_FOLDER, os.fsencode(one), _AT_CURRENT_FOLDER, os.fsencode(other))
    return bool(rename(*names, _EXCHANGE) == 0)


def is_running(process: int) -> bool:
    """Whether there is a process of this number."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
