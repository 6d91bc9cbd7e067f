"""Readers of which a document has taken possession hurt nothing but their own document."""

from __future__ import annotations

import hashlib
import socket
from collections.abc import Iterator, Sequence
from pathlib import Path

from archive.ingest.limits import Limits
from benchmarks.safety.liar_readers import HARMLESS, REFUSED
from benchmarks.safety.suite import Outcome, Suite
from benchmarks.safety.trial import Result, Trial, result_of

LIMITS = Limits(memory_bytes=512 << 20, cpu_seconds=1, wall_seconds=1.0, answer_bytes=8 << 20)
EVERY = (*HARMLESS, *REFUSED)
_READER = "benchmarks.safety.liar_readers:liar_reader"
_BROKEN = "benchmarks.safety.broken_reading:"
# Of each broken variant, who shows it, and after how many seconds it is given up.
_CONTROLS = (
    ("read_in_program", ("faults",), 60.0),
    ("confine_nothing", ("writes", "calls-out", "forks-and-stays"), 60.0),
    ("believe_all", ("path-as-id", "record-of-another"), 60.0),
    ("wait_for_ever", ("hangs",), 8.0),
)


def run(points: int, folder: Path) -> Outcome:
    """Lets so many liars read, each kind in turn; every second round within bubblewrap where it is installed."""
    names = [EVERY[number % len(EVERY)] for number in range(points)]
    broken: list[str] = []
    peak, longest = 0, 0.0
    # One run holds a part of the liars, so that the long run is many runs.
    for start in range(0, points, len(EVERY)):
        part = names[start : start + len(EVERY)]
        room = folder / str(start)
        result, faults = _tried(part, room, "", walled=start // len(EVERY) % 2 == 1, seconds=600.0)
        broken += faults
        peak = max(peak, result.peak)
        longest = max([longest, *(read.seconds - read.allowed for read in result.reads)])
    figures = {
        "peak of the program": f"{peak / 1e6:.0f} MB",
        "longest wait beyond the limit": f"{longest:.1f} s",
    }
    return Outcome(points, tuple(broken), figures)


def control(folder: Path) -> Outcome:
    """Every broken variant, with those that show it; nothing is caught unless each of them is."""
    caught: list[str] = []
    for variant, names, seconds in _CONTROLS:
        _, faults = _tried(names, folder / variant, _BROKEN + variant, walled=False, seconds=seconds)
        if not faults:
            return Outcome(len(_CONTROLS), ())
        caught.append(f"{variant}: {faults[0]}")
    return Outcome(len(_CONTROLS), tuple(caught))


def _tried(
    names: Sequence[str], room: Path, variant: str, *, walled: bool, seconds: float
) -> tuple[Result, list[str]]:
    """One ingest of the liars among good documents, and what of it breaks the promise."""
    documents, good = _documents(names, room)
    outside = room / "outside"
    outside.mkdir()
    (outside / "kept").write_text("This stays as it is.", "utf-8")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        (outside / "port").write_text(str(listener.getsockname()[1]), "ascii")
        before = tree(outside) | tree(room / "in")
        trial = Trial((str(room / "in"),), str(room / "corpus"), LIMITS, _READER, variant, walled)
        result = result_of(trial, seconds=seconds)
        faults = list(result.faults(good))
        listener.settimeout(0.0)
        try:
            listener.accept()[0].close()
            faults.append("a reader had a connection")
        except BlockingIOError:
            pass
    after = tree(outside) | tree(room / "in")
    faults += [f"{path} is not as it was" for path in sorted(before.items() ^ after.items())]
    return result, faults + list(_believed(result, documents))


def _documents(names: Sequence[str], room: Path) -> tuple[dict[str, str], list[str]]:
    """Writes a liar of each name and good documents around them; gives what is in which, and which are good."""
    folder = room / "in"
    folder.mkdir(parents=True)
    documents: dict[str, str] = {}
    good = [folder / "a-good-0.txt"]
    for number, name in enumerate(names):
        path = folder / f"b-{number:03}-{name}.txt"
        path.write_text(f"!{name}\n{number} {room.name}", "utf-8")
        documents[str(path)] = name
        good.append(folder / f"b-{number:03}-{name}-good.txt")
    for number, path in enumerate(good):
        path.write_text(f"Titel {number} van {room.name}\nTekst {number}.", "utf-8")
    return documents, [str(path) for path in good]


def _believed(result: Result, documents: dict[str, str]) -> Iterator[str]:
    """The liars that were not refused though they had to be."""
    for path, outcome, id, _ in result.outcomes:
        name = documents.get(path)
        if name in REFUSED and outcome != "refused":
            yield f"{name} was {outcome} as {id}"
        if id is not None and (".." in id or id.startswith("/")):
            yield f"{name} got the id {id}"


def tree(folder: Path) -> dict[str, str]:
    """What each path below the folder is: its kind and rights, when it was changed, and what it holds."""
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        state = path.lstat()
        content = (
            hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() and not path.is_symlink() else ""
        )
        found[str(path)] = f"{state.st_mode:o} {state.st_mtime_ns} {content}"
    return found


SUITE = Suite(
    "liars",
    short=len(EVERY) + len(HARMLESS),
    long=40 * len(EVERY),
    run=run,
    variant="read in the program itself; not confined; believed; waited for",
    control=control,
)
