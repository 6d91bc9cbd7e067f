"""Kills an ingest of many documents again and again, at moments that chance chooses, until all of them are in.

Each time whatever was told to be done must be there, and nothing may be damaged. In the end the corpus, all that stands
beside it and its site must be the same as if nobody had been killed. It is struck wherever it is, not only before a
system call.
"""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from archive.store.originals import sha256_of_file
from benchmarks.safety.broken_writes import commit_now_and_then
from benchmarks.safety.kill_check import damage_of, findings_of, site_of
from benchmarks.safety.questions import question_id, write_questions
from benchmarks.safety.scenes import Told, Work, at_home, ingesting
from benchmarks.safety.standing import CORPUS, Standing, facts_of, standing
from benchmarks.safety.strace import Ended, apart, killed
from benchmarks.safety.suite import Outcome, Suite

_DOCUMENTS_EACH = 10
_SEED = 20260425
_MOST_LINES = 3
# From a kill that follows at once to one that comes when the reading of the next documents has begun.
_MOST_DELAY = 0.05


def try_kills(points: int, folder: Path, broken: Callable[[], None] = lambda: None) -> Outcome:
    """Kills the ingest of ten times as many documents so many times.

    broken: called in each child first, to break the program there for a negative control.
    """
    struck, calm = folder / "struck", folder / "calm"
    calm.mkdir(parents=True)
    names = [path.name for path in write_questions(calm / "in", points * _DOCUMENTS_EACH)]
    shutil.copytree(calm, struck)
    wanted = list(_facts(calm, names))
    work = ingesting(*names)
    chance, most, tried = random.Random(_SEED), 0, 0
    lines: list[str] = []
    for number in range(points):
        told = Told()
        is_time = _moment(told, most + chance.randrange(2 * _DOCUMENTS_EACH), chance.random() * _MOST_DELAY)
        ended = killed(partial(_work, work, struck, told, broken), is_time)
        most = max(most, told.documents)
        tried += ended.is_killed
        found = [*_seen(struck, wanted[:most])]
        if ended.survivors:
            found.append(f"{ended.survivors} of its processes went on")
        lines += [f"kill {number + 1}, {most} documents told: {line}" for line in found[:_MOST_LINES]]
    _done(apart(partial(_work, work, calm, Told(), lambda: None), seconds=3600))
    lines += [*_seen_after(struck, calm, partial(_work, work, struck, Told(), broken))][:_MOST_LINES]
    return Outcome(
        tried, tuple(lines), {"documents": f"{len(names):,}", "told before the last kill": f"{most:,}"}
    )


def _work(work: Work, folder: Path, told: Told, broken: Callable[[], None]) -> int:
    broken()
    return at_home(work)(folder, told)


def _moment(told: Told, documents: int, delay: float) -> Callable[[], bool]:
    """Says that it is time, so long after so many documents were told to be done."""
    since: list[float] = []

    def is_time() -> bool:
        if told.documents >= documents and not since:
            since.append(time.monotonic())
        return bool(since) and time.monotonic() - since[0] >= delay

    return is_time


def _facts(folder: Path, names: list[str]) -> Iterator[frozenset[str]]:
    """For each document what the corpus must hold when it was told to be done, as `facts_of` says it."""
    for number, name in enumerate(names, 1):
        sha256, id = sha256_of_file(folder / "in" / name), question_id(number)
        yield frozenset(
            {f"original {sha256} txt", f"reading {sha256} {id}", f"event inserted {id} in/{name}"}
        )


def _seen(folder: Path, wanted: list[frozenset[str]]) -> Iterator[str]:
    """What is wrong right after a kill."""
    corpus = folder / CORPUS
    lost = frozenset[str]().union(*wanted) - facts_of(corpus)
    yield from (f"lost though it was told to be done: {fact}" for fact in sorted(lost))
    yield from (f"damaged: {line}" for line in damage_of(corpus))


def _seen_after(folder: Path, calm: Path, again: Callable[[], int]) -> Iterator[str]:
    """What is wrong when at last nobody was killed."""
    ended = apart(again, seconds=3600)
    if ended.code:
        yield f"at last it ended with {ended.code}: {ended.err.strip() or ended.out.strip()}"
        return
    yield from (f"damaged afterwards: {line}" for line in findings_of(folder / CORPUS))
    yield from standing(folder).differences(standing(calm))
    yield from Standing(site_of(folder), {}).differences(Standing(site_of(calm), {}))


def _done(ended: Ended) -> None:
    if ended.code:
        raise RuntimeError(f"undisturbed it ended with {ended.code}: {ended.out}{ended.err}")


SUITE = Suite(
    name="kill-random",
    short=5,
    long=200,
    run=try_kills,
    variant="documents told to be done before they are committed",
    control=lambda folder: try_kills(5, folder, commit_now_and_then),
)
