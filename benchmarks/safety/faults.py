"""Calls to the disk that fail: no room, a broken disk, too many open files, once or for good, in work and in recovery.

Each case is a copy of what stands before a run, the run with one call that fails, the run again with another that
fails, and at last the run undisturbed, which must leave what it leaves where nothing ever failed.
"""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path

from benchmarks.safety.broken_disk import believe_every_flush, swallow_what_fails
from benchmarks.safety.commands import ALARMS, load_commands
from benchmarks.safety.fault_points import Point, points_of
from benchmarks.safety.fault_scenes import (
    MESSAGE,
    SCENES,
    Played,
    Scene,
    copied,
    damage_in,
    left_in,
    prepare,
    rests_in,
    run_in,
)
from benchmarks.safety.strace import ABSENT, Ended, has_strace
from benchmarks.safety.suite import Outcome, Suite

_SEED = 20260425
# Calls after which nobody may say that all went well: what was written may not be there. SQLite's own are others,
# which it may pass over where its log is flushed already.
_FLUSHES = {"fsync", "syncfs"}
_REFUSED, _FAILED = 3, 1

Breaking = Callable[[], object]


def _run(points: int, folder: Path) -> Outcome:
    if not has_strace():
        return Outcome(0, (), absent=ABSENT)
    load_commands()
    stages = [_Stage(scene, folder / f"scene-{number}") for number, scene in enumerate(SCENES)]
    broken: list[str] = []
    figures: Counter[str] = Counter()
    tried = 0
    for number, stage in enumerate(_turns(stages)):
        case = _Case(stage, folder / f"case-{number}")
        tried += case.play(stage.points())
        broken += case.broken
        figures.update(case.figures)
        if tried >= points:
            break
    return Outcome(tried, tuple(broken), {name: f"{count:,}" for name, count in sorted(figures.items())})


def _turns(stages: list[_Stage]) -> Iterator[_Stage]:
    """The stages without end, each as often as its scene weighs, mixed."""
    order = [stage for stage in stages for _ in range(stage.scene.weight)]
    random.Random(_SEED).shuffle(order)
    return cycle(order)


def _control(folder: Path) -> Outcome:
    """Both broken programs; something is broken only where both were caught."""
    if not has_strace():
        return Outcome(0, (), absent=ABSENT)
    load_commands()
    stage = _Stage(SCENES[0], folder / "scene")
    broken: list[str] = []
    tried = 0
    for number, (breaking, calls) in enumerate(
        ((swallow_what_fails, ("write", "rename")), (believe_every_flush, ("fsync",)))
    ):
        case = _Case(stage, folder / f"case-{number}", breaking)
        tried += case.play(point for point in stage.every() if point.call in calls and ".new-" in point.place)
        if not case.broken:
            return Outcome(tried, ())
        broken += case.broken
    return Outcome(tried, tuple(broken))


class _Stage:
    """A scene with what stands before its run, and what its run does where nothing fails."""

    def __init__(self, scene: Scene, folder: Path) -> None:
        self.scene = scene
        self._folder = folder
        self._played: Played | None = None
        self._points: Iterator[Point] | None = None

    @property
    def prepared(self) -> Path:
        """The folder to copy; it is made when it is asked for."""
        self.played()
        return self._folder / "before"

    def played(self) -> Played:
        """What the undisturbed run did."""
        if self._played is None:
            prepare(self.scene, self._folder / "before")
            whole = copied(self._folder / "before", self._folder / "whole")
            ended = run_in(whole, self.scene.run)
            assert ended.code == 0, ended.err
            self._played = Played(ended.calls, ended.out, left_in(self._folder / "before"), left_in(whole))
            shutil.rmtree(whole)
        return self._played

    def points(self) -> Iterator[Point]:
        """The next points of this scene."""
        if self._points is None:
            self._points = self.every()
        return self._points

    def every(self) -> Iterator[Point]:
        """The points of this scene, from the first."""
        return points_of(self.played().calls, random.Random(_SEED))


class _Case:
    """One copy of a scene, and what became of it. breaking: done first in every run, to break the program."""

    def __init__(self, stage: _Stage, folder: Path, breaking: Breaking | None = None) -> None:
        self._stage = stage
        self._folder = folder
        self._breaking = breaking
        self.broken: list[str] = []
        self.figures: Counter[str] = Counter()

    def play(self, points: Iterator[Point]) -> int:
        """Lets a call fail, another one in recovery, then none. How many failed indeed comes back."""
        copied(self._stage.prepared, self._folder)
        chosen = tuple(islice(points, 2))
        tried = sum(self._failing(point) for point in chosen)
        ended = self._ran()
        where = f"{self._stage.scene.name} after {' and '.join(point.rule for point in chosen)}"
        if ended.code != 0:
            self._note(where, f"the undisturbed run ended with {ended.code}: {ended.err[-300:]}")
        self._check_complete(where, ended)
        self.broken += [f"{where}: {rest}" for rest in rests_in(self._folder)]
        shutil.rmtree(self._folder)
        return tried

    def _failing(self, point: Point) -> bool:
        ended = self._ran(point)
        is_hit = any(
            call.name == point.call and call.number == point.number and call.result == -1
            for call in ended.calls
        )
        if is_hit:
            self.figures[f"{point.call} {'for good' if point.for_good else 'once'}"] += 1
            self.figures[f"exit {ended.code}"] += 1
            self._check(f"{self._stage.scene.name}, {point}", point, ended)
        return is_hit

    def _ran(self, point: Point | None = None) -> Ended:
        inject = [point.rule] if point else []
        return run_in(self._folder, self._stage.scene.run, inject=inject, broken=self._breaking)

    def _check(self, where: str, point: Point, ended: Ended) -> None:
        for alarm in ALARMS:
            if alarm in ended.err or alarm in ended.out:
                self._note(where, f"{alarm} on a screen: {ended.err[-700:]}")
        if ended.code == 0:
            if point.call in _FLUSHES:
                self._note(where, "ended well, though what it wrote may not be on the disk")
            self._check_complete(where, ended)
        elif ended.code not in {_FAILED, _REFUSED}:
            self._note(where, f"ended with {ended.code}: {ended.err[-300:]}")
        elif not point.is_on_screen and not MESSAGE.search(ended.err + ended.out):
            self._note(where, f"the message lacks place, cause or way on: {ended.err[-300:]!r}")
        before = self._stage.played().before
        self.broken += [f"{where}: {damage}" for damage in damage_in(self._folder, before)]

    def _check_complete(self, where: str, ended: Ended) -> None:
        played = self._stage.played()
        left = left_in(self._folder)
        differing = sorted(
            name for name in {*left, *played.after} if left.get(name) != played.after.get(name)
        )
        if differing:
            self._note(where, f"ended with {ended.code}, {len(differing)} differ: {', '.join(differing[:5])}")
        if self._stage.scene.is_answer_out and ended.out != played.out:
            self._note(where, "another answer on the screen")

    def _note(self, where: str, what: str) -> None:
        self.broken.append(f"{where}: {what}")


SUITE = Suite(
    name="faults",
    short=24,
    long=400,
    run=_run,
    variant="what cannot be written is passed over; every flush is believed",
    control=_control,
)
