"""One real ingest of documents that may be hostile, in a process of its own, with all that is to be judged of it.

python -m benchmarks.safety.trial        (the trial as JSON on standard input, what came of it on standard output)
"""

from __future__ import annotations

import contextlib
import importlib
import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from archive.errors import Refusal
from archive.ingest import ingest_paths
from archive.ingest.allowance import allowance_for
from archive.ingest.isolation import Apart
from archive.ingest.limits import Limits
from archive.ingest.reading import Reader, Reading
from archive.model.document import Source
from archive.model.question import SourceFacts
from archive.store.corpus import Corpus
from archive.store.verify import verify_corpus

ROOT = Path(__file__).parent.parent.parent
MOST_BYTES = 300_000_000
MOST_WAIT = 2.0
_ENVIRONMENT_MARK = "SAFETY_TRIAL"
_PATIENCE = 1200.0


class Trial(msgspec.Struct, frozen=True):
    """What is ingested, how. reader, broken: "module:name"; broken changes the program before it runs.

    twice: one reading in so many is done again, to compare; 0 for none.
    """

    paths: tuple[str, ...]
    corpus: str
    limits: Limits = Limits()
    reader: str = "archive.ingest.reading:read_and_parse"
    broken: str = ""
    walled: bool = False
    twice: int = 0


class Read(msgspec.Struct, frozen=True):
    """How long a reading took and how long it might, in seconds.

    code, reason: of the refusal, "" for a record. same: whether it came to the same end when done again.
    """

    name: str
    seconds: float
    allowed: float
    code: str
    reason: str
    same: bool = True


class Result(msgspec.Struct, frozen=True):
    """What came of a trial. peak: the most memory of the program in bytes; damage: what verifying found.

    died: what became of the program when it did not come to its end, and "" when it did; left: how many processes
    it left behind.
    """

    outcomes: tuple[tuple[str, str, str | None, str | None], ...] = ()
    reads: tuple[Read, ...] = ()
    peak: int = 0
    damage: tuple[str, ...] = ()
    died: str = ""
    left: int = 0

    def untold(self, room: Path) -> Iterator[str]:
        """What stands in `room` and came to no end at all, and what made a reader fail."""
        told = {path for path, *_ in self.outcomes}
        for path in map(str, sorted(room.iterdir())):
            if not self.died and not any(
                one == path or one.startswith((f"{path}/", f"{path},")) for one in told
            ):
                yield f"{path} was forgotten"
        for read in self.reads:
            if read.code == "crashed":
                yield f"{read.name} made the reader fail: {read.reason}"

    def faults(self, good: Sequence[str]) -> Iterator[str]:
        """What of this breaks the promise. good: paths of documents that must have been taken in."""
        if self.died:
            yield f"the program did not survive: {self.died}"
            return
        if self.peak > MOST_BYTES:
            yield f"the program took {self.peak / 1e6:.0f} MB"
        if self.left:
            yield f"{self.left} processes were left behind"
        for damage in self.damage:
            yield f"the corpus is damaged: {damage}"
        for read in self.reads:
            if read.seconds > read.allowed + MOST_WAIT:
                yield f"{read.name} kept the run waiting for {read.seconds:.1f} s"
        ends = {path: outcome for path, outcome, _, _ in self.outcomes}
        for path in good:
            if ends.get(path) != "inserted":
                yield f"{path}, a good document, was {ends.get(path, 'forgotten')}"
        for path, outcome, _, reason in self.outcomes:
            if outcome == "refused" and not reason:
                yield f"{path} was refused without a reason"


def result_of(trial: Trial, *, seconds: float = _PATIENCE) -> Result:
    """Runs a trial in a process of its own, which is ended after so many seconds, with all that it started."""
    mark = uuid.uuid4().hex
    with subprocess.Popen(
        [sys.executable, "-m", "benchmarks.safety.trial"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, _ENVIRONMENT_MARK: mark},
        start_new_session=True,
    ) as child:
        try:
            answer, complaint = child.communicate(msgspec.json.encode(trial), seconds)
        except subprocess.TimeoutExpired:
            died = f"it did not come back in {seconds:g} s"
            left = _end_marked(mark)
            child.communicate()
            return Result(died=died, left=left)
    # What was told to end may need a moment.
    time.sleep(0.2)
    left = _end_marked(mark)
    if child.returncode != 0:
        lines = complaint.decode("utf-8", "replace").strip().splitlines()
        return Result(died=f"exit code {child.returncode}; {lines[-1] if lines else ''}", left=left)
    return msgspec.structs.replace(msgspec.json.decode(answer, type=Result), left=left)


def _end_marked(mark: str) -> int:
    """Ends every process that a trial started and that is still there. Returns how many."""
    found = 0
    wanted = f"{_ENVIRONMENT_MARK}={mark}".encode()
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        with contextlib.suppress(OSError):
            if wanted in (folder / "environ").read_bytes().split(b"\0"):
                found += 1
                os.kill(int(folder.name), signal.SIGKILL)
    return found


def _run(trial: Trial) -> Result:
    reads: list[Read] = []
    if trial.broken:
        _named(trial.broken)()
    _time_reads(reads, trial.twice)
    with Corpus.open(Path(trial.corpus), create=True) as corpus:
        reader: Reader = _named(trial.reader)
        report = ingest_paths(corpus, trial.paths, reader=reader, limits=trial.limits, walled=trial.walled)
    peak = _peak()
    damage = tuple(str(finding) for finding in verify_corpus(Path(trial.corpus)) if finding.is_damage)
    outcomes = tuple((one.path, one.outcome, one.id, one.reason) for one in report.documents)
    return Result(outcomes, tuple(reads), peak, damage)


def _named(name: str) -> Any:
    module, _, attribute = name.partition(":")
    return getattr(importlib.import_module(module), attribute)


def _time_reads(reads: list[Read], twice: int) -> None:
    """Lets every reading leave a note of how long it took, and some be done again."""
    plain = Apart.read

    def timed(self: Apart, source: Source, facts: SourceFacts) -> Reading:
        allowed = allowance_for(source.content, self._limits).wall_seconds
        # The server starts once for a run, whatever the first document is.
        self._running()
        began = time.monotonic()
        end = _end(plain, self, source, facts)
        taken = round(time.monotonic() - began, 3)
        again = bool(twice) and len(reads) % twice == 0
        same = not again or _told(end) == _told(_end(plain, self, source, facts))
        refusal = end if isinstance(end, Refusal) else None
        code, reason = (refusal.code, str(refusal)) if refusal else ("", "")
        reads.append(Read(source.name, taken, allowed, code, reason, same))
        if isinstance(end, Refusal):
            raise end
        return end

    Apart.read = timed  # type: ignore[method-assign]


def _end(
    read: Callable[[Apart, Source, SourceFacts], Reading], apart: Apart, source: Source, facts: SourceFacts
) -> Reading | Refusal:
    try:
        return read(apart, source, facts)
    except Refusal as refusal:
        return refusal


def _told(end: Reading | Refusal) -> str:
    return str(end) if isinstance(end, Refusal) else repr(end)


def _peak() -> int:
    """The largest resident set of this program in bytes; getrusage would tell that of the one that started it."""
    return int(Path("/proc/self/status").read_text("ascii", "replace").split("VmHWM:")[1].split()[0]) * 1024


if __name__ == "__main__":
    sys.stdout.buffer.write(
        msgspec.json.encode(_run(msgspec.json.decode(sys.stdin.buffer.read(), type=Trial)))
    )
