"""Kills a scene before one of its system calls, lets the program go on, and looks whether anything was lost.

Bars: nothing that was told to be done is lost, nothing is damaged, nothing is left behind, and what follows is the
same, byte for byte, as if nobody had been killed.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import msgspec

from benchmarks.safety.kill_check import damage_of, findings_of, site_of
from benchmarks.safety.points import chosen_points
from benchmarks.safety.scenes import Scene, Told, at_home
from benchmarks.safety.standing import CORPUS, Standing, facts_of, files_of, standing
from benchmarks.safety.strace import ABSENT, Call, Ended, apart, has_strace, traced
from benchmarks.safety.suite import Outcome

_BUILD_EVERY = 12
_MOST_LINES = 3
_decoder = msgspec.json.Decoder(frozenset[str])


class Undisturbed(msgspec.Struct, frozen=True):
    """What a scene comes to when nobody disturbs it.

    calls: those that change a disk. before, after: what stands before and afterwards. facts: what the corpus held
    when so many documents were told to be done. said: on its screen. site: what
    the site of the corpus is then, where it is compared. damage: what was found damaged before already.
    """

    calls: tuple[Call, ...]
    before: Standing
    after: Standing
    facts: dict[int, frozenset[str]]
    said: str
    site: dict[str, str]
    damage: frozenset[str]


def unbroken() -> None:
    """Leaves the program as it is."""


def try_scenes(
    scenes: Sequence[Scene], points: int, folder: Path, broken: Callable[[], None] = unbroken
) -> Outcome:
    """Kills the scenes at so many points in all, or at every one where there are fewer.

    broken: called in each child first, to break the program there for a negative control.
    """
    if not has_strace():
        return Outcome(0, (), absent=ABSENT)
    tried, lines, names = 0, [], set()
    for number, scene in enumerate(scenes):
        place = folder / str(number)
        calm = undisturbed(scene, place, broken)
        share = -(-(points - tried) // (len(scenes) - number))
        for order, call in enumerate(chosen_points(calm.calls, share)):
            struck, found = _tried(scene, calm, place, call, order, broken)
            tried += struck
            names.add(call.name)
            if found:
                lines.append(f"{scene.name}, killed before {_described(call, place)}: {'; '.join(found)}")
        shutil.rmtree(place)
    return Outcome(tried, tuple(lines), {"system calls": str(len(names)), "scenes": str(len(scenes))})


def undisturbed(scene: Scene, place: Path, broken: Callable[[], None] = unbroken) -> Undisturbed:
    """Prepares a scene in `place`/before and plays it once without killing anybody."""
    before, after, log = place / "before", place / "after", place / "log"
    before.mkdir(parents=True)
    log.mkdir()
    _done(apart(lambda: at_home(scene.prepare)(before, Told())), scene)
    damage = frozenset(damage_of(before / CORPUS))
    shutil.copytree(before, after, symlinks=True)
    told = Told(log)
    told.tell(0, before / CORPUS)
    # Counted first without looking at the corpus in between: that changes what SQLite does.
    shutil.copytree(before, place / "counted", symlinks=True)
    counted = _done(traced(partial(_work, scene, place / "counted", Told(), broken)), scene)
    if scene.tells:
        _done(apart(partial(_work, scene, after, told, broken)), scene)
    facts = {int(path.name): _decoder.decode(path.read_bytes()) for path in log.iterdir()}
    return Undisturbed(
        tuple(call for call in counted.calls if call.is_change),
        standing(before, scene.others),
        standing(place / "counted", scene.others),
        facts,
        counted.out,
        site_of(after) if scene.tells else {},
        damage,
    )


def _work(scene: Scene, folder: Path, told: Told, broken: Callable[[], None]) -> int:
    broken()
    return at_home(scene.work)(folder, told)


def _done(ended: Ended, scene: Scene) -> Ended:
    """The end of a run that must go well."""
    if ended.code:
        raise RuntimeError(f"{scene.name}: it ended with {ended.code} undisturbed: {ended.out}{ended.err}")
    return ended


def _tried(
    scene: Scene, calm: Undisturbed, place: Path, call: Call, order: int, broken: Callable[[], None]
) -> tuple[bool, list[str]]:
    """Kills the scene before one call: whether that happened, and what was broken by it."""
    folder, told = place / "struck", Told()
    shutil.copytree(place / "before", folder, symlinks=True)
    work = partial(_work, scene, folder, told, broken)
    rule = f"{call.name}:signal=KILL:when={call.number}"
    ended = traced(work, inject=[rule], trace=[call.name])
    found = [f"{ended.survivors} of its processes went on"] if ended.survivors else []
    found += _half_made(scene, calm, folder)
    if order % 2 == 0 or broken is not unbroken:
        # To open the corpus mends the log of its database, so at every other point the program is the first to do it.
        found += [f"damaged: {line}" for line in damage_of(folder / CORPUS) if line not in calm.damage]
        found += _lost(calm, folder, told)
    if order % 3 == 0:
        # Killed again while it recovers.
        traced(partial(_work, scene, folder, told, broken), inject=[rule], trace=[call.name])
    found += _seen_after(scene, calm, folder, told, order, broken)
    shutil.rmtree(folder)
    return ended.is_killed, found[:_MOST_LINES]


def _half_made(scene: Scene, calm: Undisturbed, folder: Path) -> list[str]:
    """What is neither as it was before nor as it will be after."""
    names = files_of(folder)
    return [
        f"{name} is neither the old one nor the new one"
        for name in scene.whole
        if _part(names, name) not in (_part(calm.before.files, name), _part(calm.after.files, name))
    ]


def _seen_after(
    scene: Scene, calm: Undisturbed, folder: Path, told: Told, order: int, broken: Callable[[], None]
) -> list[str]:
    """What is wrong when the same was done again."""
    again = apart(partial(_work, scene, folder, told, broken))
    if again.code:
        return [f"done again it ended with {again.code}: {again.err.strip() or again.out.strip()}"]
    found = _lost(calm, folder, told)
    found += [f"damaged afterwards: {line}" for line in findings_of(folder / CORPUS)]
    found += standing(folder, scene.others).differences(calm.after)
    if scene.others and again.out != calm.said:
        found.append("what it says is not the same")
    if scene.tells and order % _BUILD_EVERY == 0:
        built = Standing(site_of(folder), {})
        found += (f"in the next site {line}" for line in built.differences(Standing(calm.site, {})))
    return found


def _lost(calm: Undisturbed, folder: Path, told: Told) -> list[str]:
    facts = facts_of(folder / CORPUS)
    return [
        f"lost though it was told to be done: {fact}" for fact in sorted(calm.facts[told.documents] - facts)
    ]


def _part(files: dict[str, str], name: str) -> dict[str, str]:
    return {one: said for one, said in files.items() if one == name or one.startswith(f"{name}/")}


def _described(call: Call, place: Path) -> str:
    arguments = call.arguments.replace(f"{place}/counted/", "")
    return f"{call.name} number {call.number} ({arguments[:120]})"
