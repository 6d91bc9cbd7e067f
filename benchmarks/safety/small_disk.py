"""Disks of any size: file systems in memory, mounted where only one process and its children see them."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import traceback
import warnings
from collections.abc import Callable
from pathlib import Path

import msgspec

from benchmarks.safety.suite import Outcome

_NEW_MOUNTS, _NEW_USER = 0x00020000, 0x10000000


def with_own_mounts(work: Callable[[], Outcome], folder: Path) -> Outcome:
    """What `work` gives in a child that may mount; the mounts go with it. Its outcome says so where none may.

    folder: for the answer of the child.
    """
    answer = folder / "outcome.json"
    with warnings.catch_warnings():
        # Python 3.12 warns when another thread runs; the child takes no lock that one of ours could hold.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        code = 1
        try:
            answer.write_bytes(msgspec.json.encode(_outcome(work)))
            code = 0
        except BaseException:  # noqa: BLE001 - the end of a process, which tells what happened
            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(code)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status != 0:
        return Outcome(0, (f"the child that mounts ended with {status}",))
    return msgspec.json.decode(answer.read_bytes(), type=Outcome)


def _outcome(work: Callable[[], Outcome]) -> Outcome:
    try:
        _leave_shared_mounts()
    except (OSError, subprocess.CalledProcessError) as error:
        return Outcome(0, (), {}, absent=f"no disk of its own can be mounted here ({error})")
    outcome = work()
    # What stands for no figures cannot be written as JSON.
    return msgspec.structs.replace(outcome, figures=dict(outcome.figures))


def _leave_shared_mounts() -> None:
    user, group = os.geteuid(), os.getegid()
    if ctypes.CDLL(None, use_errno=True).unshare(_NEW_MOUNTS | (_NEW_USER if user else 0)) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    if user:
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"0 {user} 1")
        Path("/proc/self/gid_map").write_text(f"0 {group} 1")
    _mount("--make-rprivate", "/")
    _mount("-t", "tmpfs", "-o", "size=64k", "tmpfs", "/mnt")
    subprocess.run(["umount", "/mnt"], check=True, capture_output=True)


class SmallDisk:
    """A disk of `size` bytes at `place`, a new folder."""

    def __init__(self, place: Path, size: int) -> None:
        place.mkdir(parents=True)
        self.place = place
        _mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place))

    @property
    def used(self) -> int:
        """The bytes that are taken."""
        found = os.statvfs(self.place)
        return (found.f_blocks - found.f_bfree) * found.f_frsize

    def grow(self, size: int) -> None:
        """Gives it another size."""
        _mount("-o", f"remount,size={size}", str(self.place))

    def remove(self) -> None:
        """Takes it away, with all that is on it."""
        subprocess.run(["umount", str(self.place)], check=True, capture_output=True)


def _mount(*arguments: str) -> None:
    subprocess.run(["mount", *arguments], check=True, capture_output=True)
