"""Documents and archives that are small and ask for much cost no more than they may, and nothing leads elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from archive.ingest.limits import Limits
from benchmarks.safety.bomb_archives import ARCHIVES
from benchmarks.safety.bomb_documents import DOCUMENTS
from benchmarks.safety.bomb_folder import make_odd_folder
from benchmarks.safety.bomb_parts import gzipped_zeros
from benchmarks.safety.liars import tree
from benchmarks.safety.suite import Outcome, Suite
from benchmarks.safety.trial import ROOT, Trial, result_of

# Those that take longest are left to the long run; what they try is tried by others as well.
LONG = frozenset(
    {
        "bz2-bomb",
        "gzip-bomb-twice",
        "lying-zip",
        "many-attributes.html",
        "many-json-keys.json",
        "many-members",
        "many-tags-of-word.docx",
        "nested-forms.pdf",
        "overlapping-zip",
        "pages-without-end.pdf",
        "tar-bomb",
    }
)
EVERY: Mapping[str, Callable[[], bytes]] = {**DOCUMENTS, **ARCHIVES}
SHORT = {name: make for name, make in EVERY.items() if name not in LONG}
LIMITS = Limits(memory_bytes=768 << 20, cpu_seconds=2, wall_seconds=4.0, page_seconds=0.002)
# The folder of odd names counts as one.
_FOLDER = 1
# In MiB.
_CONTROL = 200
_DIRECTIONS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def run(points: int, folder: Path) -> Outcome:
    """Ingests the bombs, each between good documents, then the odd folder as a user would, from a terminal."""
    bombs = SHORT if points < len(EVERY) + _FOLDER else EVERY
    outcome = _tried(bombs, folder / "bombs", "")
    odd = tuple(_odd_folder(folder / "odd"))
    return Outcome(len(bombs) + _FOLDER, outcome.broken + odd, outcome.figures)


def control(folder: Path) -> Outcome:
    """Unpacks without bounds, and shows names as they are; nothing is caught unless both are."""
    bomb = {"gzip-bomb": lambda: gzipped_zeros(_CONTROL)}
    held = _tried(bomb, folder / "held", "benchmarks.safety.broken_reading:unpack_all")
    shown = tuple(_odd_folder(folder / "odd", "benchmarks.safety.broken_reading:show_names_as_they_are"))
    return Outcome(2, held.broken[:1] + shown[:1] if held.broken and shown else ())


def _tried(bombs: Mapping[str, Callable[[], bytes]], folder: Path, variant: str) -> Outcome:
    rooms, outside = folder / "in", folder / "outside"
    rooms.mkdir(parents=True)
    outside.mkdir()
    (outside / "kept").write_text("This stays as it is.", "utf-8")
    good: list[str] = []
    for number, (name, make) in enumerate(bombs.items()):
        (rooms / f"{number:03}-{name}").write_bytes(make())
        neighbour = rooms / f"{number:03}-z-good.txt"
        neighbour.write_text(f"Nota {number}\n\nTekst {number}.\n", "utf-8")
        good.append(str(neighbour))
    before = tree(folder)
    result = result_of(Trial((str(rooms),), str(folder.parent / "bomb-corpus"), LIMITS, broken=variant))
    after = tree(folder)
    broken = [*result.faults(good), *result.untold(rooms)]
    broken += [f"{path} is not as it was" for path in sorted(before.items() ^ after.items())]
    slowest = max(result.reads, key=lambda read: read.seconds - read.allowed, default=None)
    figures = {
        "peak of the program": f"{result.peak / 1e6:.0f} MB",
        "longest wait beyond the limit": f"{max(0.0, slowest.seconds - slowest.allowed):.1f} s"
        if slowest
        else "none",
    }
    return Outcome(len(bombs), tuple(broken), figures)


def _odd_folder(folder: Path, variant: str = "") -> Iterator[str]:
    """Ingests the odd folder by the command, and says what is wrong with what it did or showed."""
    outside = folder / "outside"
    outside.mkdir(parents=True)
    (outside / "kept").write_text("Titel van elders\n\nThis stays as it is.", "utf-8")
    documents = make_odd_folder(folder / "in", outside)
    before = tree(outside)
    lines: list[str] = []
    for words in (("ingest", "--verbose", "in"), ("report",)):
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.safety.broken_command", variant, "--corpus", "corpus", *words],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            timeout=120,
            check=False,
        )
        if done.returncode != 0:
            yield f"archive {words[0]} ended with {done.returncode}: {done.stderr[-300:]!r}"
        told = done.stdout.decode("utf-8", "replace")
        if any(one in _DIRECTIONS or (ord(one) < 32 and one not in "\n\t") or one == "\x7f" for one in told):
            yield f"archive {words[0]} showed characters that command a terminal"
        lines += told.rstrip().split("\n") if words[0] == "ingest" else []
    if f"{documents} inserted" not in (lines[-1] if lines else ""):
        yield f"of {documents} documents: {lines[-1:]}"
    if len(lines) != documents + 1:
        yield f"{documents} documents were told of in {len(lines)} lines"
    if tree(outside) != before:
        yield "what stood outside of the folder is not as it was"


SUITE = Suite(
    "bombs",
    short=len(SHORT) + _FOLDER,
    long=len(EVERY) + _FOLDER,
    run=run,
    variant="unpacking without bounds, and names shown as they are",
    control=control,
)
