"""Which calls of a run are made to fail, with what error, once or for good."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from benchmarks.safety.strace import Call

_FLUSHES = ("EIO", "ENOSPC", "EDQUOT")
_NAMES = ("ENOSPC", "EIO", "EROFS", "EDQUOT")
_WRITES = ("ENOSPC", "EIO", "EDQUOT")
_ERRORS: dict[str, tuple[str, ...]] = {
    "write": _WRITES,
    "pwrite64": _WRITES,
    "writev": _WRITES,
    "pwritev": _WRITES,
    "sendfile": _WRITES,
    "copy_file_range": _WRITES,
    "ftruncate": ("EIO", "EROFS"),
    "fallocate": ("ENOSPC", "EIO"),
    "fsync": _FLUSHES,
    "fdatasync": _FLUSHES,
    "syncfs": _FLUSHES,
    "rename": _NAMES,
    "renameat": _NAMES,
    "renameat2": _NAMES,
    "link": ("EMLINK", "ENOSPC", "EIO"),
    "linkat": ("EMLINK", "ENOSPC", "EIO"),
    "mkdir": _NAMES,
    "mkdirat": _NAMES,
    "unlink": ("EIO", "EROFS"),
    "unlinkat": ("EIO", "EROFS"),
    "rmdir": ("EIO",),
}
_MAKING_ERRORS = ("ENOSPC", "EMFILE", "EIO", "EROFS")
_READING_ERRORS = ("EMFILE", "EIO")
_CALLS = ("openat", "creat", *_ERRORS)

# The calls that a run of this suite logs.
TRACED = _CALLS


class Point(msgspec.Struct, frozen=True):
    """A call that fails. number: which one of this name, from 1; for_good: so do all later ones of this name.

    place: what the call was about, as strace writes its arguments.
    """

    call: str
    number: int
    error: str
    for_good: bool
    place: str

    @property
    def rule(self) -> str:
        """The point as strace's rule."""
        return f"{self.call}:error={self.error}:when={self.number}{'+' if self.for_good else ''}"

    @property
    def is_on_screen(self) -> bool:
        """Whether what fails is a line on a screen, so that no message can be expected there."""
        return self.call.startswith("write") and (self.for_good or self.place.startswith(("1<", "2<")))

    def __str__(self) -> str:
        return f"{self.rule} ({self.place})"


def points_of(calls: Iterable[Call], choice: random.Random) -> Iterator[Point]:
    """Points of one run, without end and without a choice between calls: each kind of call comes as often.

    calls: those of an undisturbed run. Points repeat only after all of a kind were given.
    """
    kinds: dict[str, list[Point]] = defaultdict(list)
    for call in calls:
        for for_good in (False, True):
            for error in _errors_of(call):
                kind = f"{call.name} {'that makes' if call.name == 'openat' and call.is_change else ''}"
                kinds[kind].append(Point(call.name, call.number, error, for_good, call.arguments))
    for points in kinds.values():
        choice.shuffle(points)
    order = sorted(kinds)
    for round_number in range(1 << 30):
        for kind in order:
            yield kinds[kind][round_number % len(kinds[kind])]


def _errors_of(call: Call) -> tuple[str, ...]:
    if call.name in {"openat", "creat"}:
        return _MAKING_ERRORS if call.is_change else _READING_ERRORS
    return _ERRORS.get(call.name, ())
