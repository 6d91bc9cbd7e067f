"""Follows every write, flush and rename of the program, and asks at each promise what a loss of power would take then.

A kill loses nothing that the kernel has; a loss of power loses what was not flushed, which no test on a whole machine
can show. So the order of the calls itself is looked at, also of runs that go on where another was killed.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

import msgspec

from archive.store.database import DATABASE_NAME
from archive.store.originals import ORIGINALS
from benchmarks.safety.broken_writes import (
    flush_no_file,
    flush_no_folder,
    flush_no_site,
    trust_killed_writers,
)
from benchmarks.safety.disk_model import Disk
from benchmarks.safety.kill_scenes import BUILDS, INGESTS, OUTPUTS
from benchmarks.safety.kill_suites import all_caught
from benchmarks.safety.points import chosen_points
from benchmarks.safety.scenes import Scene, Told, at_home
from benchmarks.safety.standing import CORPUS
from benchmarks.safety.strace import ABSENT, Call, Ended, apart, has_strace, traced
from benchmarks.safety.suite import Outcome, Suite

# A folder that is never there: to remove it does nothing, and stands in the log.
_TOLD = "/told-to-be-done"
_MOST_LINES = 3
# Where a kill leaves names and bytes that nobody has flushed.
_STRUCK = frozenset({"rename", "fsync", "fdatasync", "mkdir"})


class _Marking(Told):
    """Marks in the log of calls what was told."""

    def tell(self, documents: int, corpus: Path) -> None:
        with contextlib.suppress(OSError):
            os.rmdir(f"{_TOLD}/{documents}")  # noqa: PTH106 - the call itself is what matters


class Checks(msgspec.Struct, frozen=True):
    """What was asked of a log. asked: how often; broken: a line for each time when something would be lost."""

    asked: int
    broken: tuple[str, ...]


def checked(calls: Iterable[Call], scene: Scene, folder: Path, present: Iterable[str]) -> Checks:
    """Asks at each document that was told, at each name that was given, and at the end, what would be lost.

    present: the paths that there were before the first call.
    """
    disk = Disk(present, str(folder))
    asked: list[list[str]] = []
    for call in calls:
        if call.name == "rmdir" and _TOLD in call.arguments:
            asked.append(_lost_of_corpus(disk, folder))
        elif call.name.startswith("rename") and call.result >= 0:
            asked += _lost_by_renaming(disk, call, scene, folder)
        disk.take(call)
    database = str(folder / CORPUS / DATABASE_NAME)
    asked.append(_lost_of_corpus(disk, folder) + disk.lacks(database))
    asked += [disk.lacks(str(folder / name)) for name in scene.whole]
    lines = [f"a loss of power would take: {'; '.join(lost[:_MOST_LINES])}" for lost in asked if lost]
    return Checks(len(asked), tuple(line.replace(f"{folder}/", "") for line in lines))


def _lost_of_corpus(disk: Disk, folder: Path) -> list[str]:
    """What would be lost of the originals and of what the database has committed."""
    corpus = folder / CORPUS
    return disk.lacks(str(corpus / ORIGINALS)) + disk.lacks(str(corpus / f"{DATABASE_NAME}-wal"))


def _lost_by_renaming(disk: Disk, call: Call, scene: Scene, folder: Path) -> Iterator[list[str]]:
    """What would be lost of a file or folder that now gets the name under which it is looked for."""
    wanted = {str(folder / name) for name in (*scene.whole, f"{CORPUS}/index")}
    paths = disk.paths(call)
    # Where two are exchanged, either may be the new one.
    for one, other in (paths, paths[::-1]) if "RENAME_EXCHANGE" in call.arguments else (paths,):
        if other in wanted or other.startswith(f"{folder}/{CORPUS}/{ORIGINALS}/"):
            yield [lost for lost in disk.lacks(one) if lost.startswith(("bytes", f"name {one}/"))]


def try_scenes(
    scenes: Iterable[Scene], kills: int, folder: Path, broken: Callable[[], None] = lambda: None
) -> Outcome:
    """Checks each scene undisturbed, and those of ingest again where they go on after so many kills in all.

    broken: called in each child first, to break the program there for a negative control.
    """
    if not has_strace():
        return Outcome(0, (), absent=ABSENT)
    asked, lines, struck = 0, [], 0
    for number, scene in enumerate(scenes):
        before = folder / f"{number}-before"
        before.mkdir(parents=True)
        _done(apart(partial(at_home(scene.prepare), before, Told())), scene)
        here = partial(_checked, scene, before, folder / str(number), broken)
        whole, calls = here(())
        found = [("undisturbed", whole)]
        if scene in INGESTS:
            points = [call for call in calls if call.name in _STRUCK and call.is_change and call.result >= 0]
            for call in chosen_points(points, kills // len(INGESTS)):
                struck += 1
                found.append((f"after a kill before {call.name} number {call.number}", here((call,))[0]))
        for place, checks in found:
            asked += checks.asked
            lines += [f"{scene.name}, {place}: {line}" for line in checks.broken]
    return Outcome(asked, tuple(lines), {"kills between": str(struck)})


def _checked(
    scene: Scene, before: Path, folder: Path, broken: Callable[[], None], kills: Iterable[Call]
) -> tuple[Checks, tuple[Call, ...]]:
    """What is asked of a run, and of those before it that were killed at these calls; with the calls of the last."""
    shutil.copytree(before, folder, symlinks=True)
    present = {str(path) for path in (folder, *folder.parents, *folder.rglob("*"))}
    calls: list[Call] = []
    for kill in kills:
        rule = f"{kill.name}:signal=KILL:when={kill.number}"
        calls += traced(partial(_work, scene, folder, broken), inject=[rule]).calls
    ended = _done(traced(partial(_work, scene, folder, broken), follow=True), scene)
    checks = checked([*calls, *ended.calls], scene, folder, present)
    shutil.rmtree(folder)
    return checks, ended.calls


def _work(scene: Scene, folder: Path, broken: Callable[[], None]) -> int:
    broken()
    return at_home(scene.work)(folder, _Marking())


def _done(ended: Ended, scene: Scene) -> Ended:
    if ended.code:
        raise RuntimeError(f"{scene.name}: it ended with {ended.code}: {ended.out}{ended.err}")
    return ended


def _control(folder: Path) -> Outcome:
    outcomes = {
        variant.__name__: try_scenes([scene], kills, folder / variant.__name__, variant)
        for variant, scene, kills in (
            (flush_no_file, INGESTS[0], 0),
            (flush_no_folder, INGESTS[0], 0),
            (trust_killed_writers, INGESTS[0], 3 * 10),
            (flush_no_site, BUILDS[0], 0),
        )
    }
    return all_caught(outcomes)


SUITE = Suite(
    name="power-loss",
    short=12,
    long=120,
    run=lambda points, folder: try_scenes((*INGESTS, *BUILDS, *OUTPUTS), points, folder),
    variant="no flush of originals, of their names, of sites, of what a killed writer wrote",
    control=_control,
)
