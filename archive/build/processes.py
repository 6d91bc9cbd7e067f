"""Work shared out among processes that give something back."""

from __future__ import annotations

import gc
import mmap
import pickle
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Protocol, TypeVar

from archive.errors import ArchiveError
from archive.search.children import do_apart, processors
from archive.store.working_folder import working_folder

_Given_co = TypeVar("_Given_co", covariant=True)
_Result = TypeVar("_Result")
_COUNTER = struct.Struct("@q")
# More processes take more memory, and hardly less time on a disk that must keep up with them.
_MOST_PROCESSES = 8


class Share(Protocol[_Given_co]):
    """Does the share `number` of `count`, from 0; `done` is told after each step how many steps are done."""

    def __call__(self, number: int, count: int, done: Callable[[int], None], /) -> _Given_co: ...


def usual_processes(steps: int, least_steps: int) -> int:
    """How many processes to use for so many steps, of which each process should have a least number."""
    return max(1, min(processors(), _MOST_PROCESSES, steps // least_steps))


def shared_out(share: Share[_Result], count: int, place: Path, told: Callable[[int], None]) -> list[_Result]:
    """What each of `count` processes gives for its share, in their order; one alone is this one.

    told: told now and then how many steps are done in all. Raises the ArchiveError of a share, OSError, and
    CorpusError for `place` when a process is killed.
    """
    with _old_objects_left_alone():
        if count == 1:
            return [share(0, 1, told)]
        # For the owner alone, so that nobody else can have written what is unpickled.
        with working_folder() as folder, mmap.mmap(-1, count * _COUNTER.size) as counters:
            files = [folder / str(number) for number in range(count)]
            work = [
                partial(_kept, partial(share, number, count, partial(_count, counters, number)), file)
                for number, file in enumerate(files)
            ]
            do_apart(work, place, lambda: told(_total(counters)))
            return [_result(file) for file in files]


@contextmanager
def _old_objects_left_alone() -> Iterator[None]:
    """While the block runs, what is in memory already is not looked through for garbage, which takes long."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _kept(work: Callable[[], object], file: Path) -> None:
    result: object
    try:
        result = work()
    except ArchiveError as error:
        result = error
    with file.open("wb") as written:
        pickle.dump(result, written)


def _result(file: Path) -> Any:
    with file.open("rb") as written:
        result = pickle.load(written)  # noqa: S301 - a child of this process wrote it
    if isinstance(result, ArchiveError):
        raise result
    return result


def _count(counters: mmap.mmap, number: int, steps: int) -> None:
    _COUNTER.pack_into(counters, number * _COUNTER.size, steps)


def _total(counters: mmap.mmap) -> int:
    return sum(steps for (steps,) in _COUNTER.iter_unpack(counters[:]))
