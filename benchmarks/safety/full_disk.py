"""Disks that are too small: what was said stays, what fits is whole, and with more room the work goes on."""

from __future__ import annotations

import os
import re
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from benchmarks.safety.broken_disk import leave_out_what_does_not_fit
from benchmarks.safety.commands import Ended, load_commands, started
from benchmarks.safety.fault_scenes import EPOCH, MESSAGE, Scene, damage_in, left_in, prepare, rests_in
from benchmarks.safety.small_disk import SmallDisk, with_own_mounts
from benchmarks.safety.suite import Outcome, Suite

_SITE = ("build",)
_ALL = ("ingest", "documents")
_FIRST = ("ingest", "documents/vraag-0001.txt")
_SCENES = (
    Scene("publish", (), ("publish", "documents"), 1),
    Scene("a site over another", (_FIRST, _SITE, _ALL), _SITE, 1),
    Scene("an ingest", (_FIRST, _SITE), _ALL, 1),
    Scene("an index", (_ALL,), ("search", "ronde"), 1),
)
_ROOM = 1 << 28
# The largest disk is a little larger than all that the run leaves: some runs fit, most do not.
_LARGEST = 1.25
_PAGE = 4096
_ROOM_WORDS = re.compile(r"No space left|disk is full|disk I/O|unable to open")

Breaking = Callable[[], object]


def _run(points: int, folder: Path) -> Outcome:
    load_commands()
    return with_own_mounts(lambda: _tried(points, folder), folder)


def _control(folder: Path) -> Outcome:
    load_commands()
    return with_own_mounts(lambda: _tried(3, folder, leave_out_what_does_not_fit, _SCENES[:1]), folder)


def _tried(
    points: int, folder: Path, breaking: Breaking | None = None, scenes: tuple[Scene, ...] = _SCENES
) -> Outcome:
    broken: list[str] = []
    figures: Counter[str] = Counter()
    for number, scene in enumerate(scenes):
        stage = _Stage(scene, folder / f"scene-{number}", breaking)
        sizes = len(range(number, points, len(scenes)))
        for step in range(1, sizes + 1):
            stage.play(step / sizes)
        broken += stage.broken
        figures.update(stage.figures)
    return Outcome(points, tuple(broken), {name: f"{count:,}" for name, count in sorted(figures.items())})


class _Stage:
    """A scene on disks of many sizes. breaking: done first in every run, to break the program."""

    def __init__(self, scene: Scene, folder: Path, breaking: Breaking | None) -> None:
        self._scene = scene
        self._folder = folder
        self._breaking = breaking
        self._number = 0
        self.broken: list[str] = []
        self.figures: Counter[str] = Counter()
        prepare(scene, folder / "before")
        self._found = left_in(folder / "before")
        disk = self._disk(_ROOM)
        self._least = disk.used
        ended = self._ran(disk, None)
        assert ended.code == 0, ended.err
        self._wanted = left_in(disk.place)
        self._most = int(disk.used * _LARGEST)
        disk.remove()

    def play(self, share: float) -> None:
        """Runs on a disk that has this share of the room between too little for anything and more than enough."""
        size = self._least + _PAGE + int((self._most - self._least) * share)
        where = f"{self._scene.name} on {size:,} bytes"
        disk = self._disk(size)
        ended = self._ran(disk, self._breaking)
        # Whoever looks at a database needs a little room, too.
        disk.grow(_ROOM)
        self._check(where, disk, ended)
        ended = self._ran(disk, self._breaking)
        if ended.code != 0 or ended.alarm:
            self.broken.append(f"{where}, with room again: {ended}")
        self._check_complete(f"{where}, with room again", disk)
        self.broken += [f"{where}, with room again: {rest}" for rest in rests_in(disk.place)]
        disk.remove()

    def _check(self, where: str, disk: SmallDisk, ended: Ended) -> None:
        self.figures["too small" if ended.code else "large enough"] += 1
        if ended.alarm:
            self.broken.append(f"{where}: {ended.alarm} on a screen: {ended}")
        if ended.code == 0:
            self._check_complete(where, disk)
        elif ended.code != 1:
            self.broken.append(f"{where}: {ended}")
        elif not MESSAGE.search(ended.err) or not _ROOM_WORDS.search(ended.err):
            self.broken.append(f"{where}: the message lacks file, cause or way on: {ended.err!r}")
        self.broken += [f"{where}: {damage}" for damage in damage_in(disk.place, self._found)]

    def _check_complete(self, where: str, disk: SmallDisk) -> None:
        left = left_in(disk.place)
        differing = sorted(
            name for name in {*left, *self._wanted} if left.get(name) != self._wanted.get(name)
        )
        if differing:
            self.broken.append(f"{where}: {len(differing)} differ: {', '.join(differing[:5])}")

    def _disk(self, size: int) -> SmallDisk:
        """A disk with what stands there before the run."""
        self._number += 1
        disk = SmallDisk(self._folder / f"disk-{self._number}", max(size, _PAGE))
        if size < _ROOM:
            disk.grow(_ROOM)
        shutil.copytree(self._folder / "before", disk.place, dirs_exist_ok=True)
        disk.grow(size)
        return disk

    def _ran(self, disk: SmallDisk, breaking: Breaking | None) -> Ended:
        def before() -> None:
            os.environ["SOURCE_DATE_EPOCH"] = EPOCH
            if breaking is not None:
                breaking()

        self._number += 1
        screens = self._folder / "screens" / str(self._number)
        return started(self._scene.run, disk.place, screens, before).ended()


SUITE = Suite(
    name="full-disk",
    short=8,
    long=80,
    run=_run,
    variant="a file of the site that does not fit is passed over",
    control=_control,
)
