"""Reads 455 files that were made to hurt, each in a confined child, and prints what became of them.

    python -m benchmarks.hostile [--json]

Takes hostile.tar.xz from the shared material (../shared or VRAAGARCHIEF_SHARED): malformed, encrypted, looping and
mislabelled files from the test suites of PDF readers and text extractors. They go through a real ingest into a
corpus that is thrown away, with 20 seconds and 1 GiB each.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import tarfile
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path

from archive.ingest import DocumentOutcome, ingest_paths
from archive.ingest.limits import Limits
from archive.store.corpus import Corpus
from archive.store.verify import verify_corpus
from tests.conftest import shared_folder

NAME = "hostile.tar.xz"
SECONDS = 20
LIMITS = Limits(memory_bytes=1 << 30, cpu_seconds=SECONDS, wall_seconds=float(SECONDS))
_KIBIBYTE = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class FileOutcome:
    """One file: its ends ("question", "supporting" or "refused: code"), the first reason, and the seconds it took."""

    path: str
    ends: tuple[str, ...]
    reason: str | None
    seconds: float


@dataclass(frozen=True)
class Tally:
    """All files, and the largest resident sets in bytes: of the program, and of the children that read."""

    files: tuple[FileOutcome, ...]
    damage: int
    parent_bytes: int
    child_bytes: int

    def ends(self) -> Counter[str]:
        """How often each end occurs."""
        return Counter(end for file in self.files for end in file.ends)


def main() -> None:
    """Reads the files and prints the tally."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print every file as JSON")
    options = parser.parse_args()
    shared = shared_folder()
    if shared is None:
        sys.exit("not run: ../shared is absent; set VRAAGARCHIEF_SHARED to the folder that holds data/")
    with tempfile.TemporaryDirectory(prefix="hostile-") as folder:
        tally = read_all(shared / "data" / NAME, Path(folder))
    print(json.dumps(asdict(tally)) if options.json else "\n".join(table(tally)))


def read_all(archive: Path, folder: Path) -> Tally:
    """Ingests every file of the archive; works in `folder`."""
    files = folder / "files"
    with tarfile.open(archive) as opened:
        opened.extractall(files, filter="data")
    began: list[float] = []
    with Corpus.open(folder / "corpus", create=True) as corpus:
        paths = sorted(str(path) for path in files.rglob("*") if path.is_file())
        report = ingest_paths(
            corpus, paths, limits=LIMITS, progress=lambda done, total, path: began.append(time.monotonic())
        )
        codes = {refused.path: refused.code for refused in corpus.refusals()}
    outcomes = [
        _outcome(path, files, report.documents, codes, end - start)
        for path, (start, end) in zip(paths, pairwise(began), strict=True)
    ]
    damage = sum(1 for _ in verify_corpus(folder / "corpus"))
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * _KIBIBYTE
    return Tally(tuple(outcomes), damage, _own_peak(), children)


def _outcome(
    path: str, files: Path, documents: tuple[DocumentOutcome, ...], codes: dict[str, str], seconds: float
) -> FileOutcome:
    own = [one for one in documents if one.path == path or one.path.startswith(f"{path}/")]
    reason = next((one.reason for one in own if one.outcome == "refused"), None)
    ends = tuple(_end(one, codes) for one in own)
    return FileOutcome(Path(path).relative_to(files).as_posix(), ends, reason, round(seconds, 2))


def _end(one: DocumentOutcome, codes: dict[str, str]) -> str:
    if one.outcome == "refused":
        return f"refused: {codes[one.path]}"
    return "supporting" if (one.id or "").startswith("documenten/") else "question"


def _own_peak() -> int:
    """The largest resident set of this program.

    Not from getrusage: what it tells is inherited from the program that started this one.
    """
    status = Path("/proc/self/status").read_text("ascii", "replace")
    return int(status.split("VmHWM:")[1].split()[0]) * _KIBIBYTE


def table(tally: Tally) -> Iterator[str]:
    """The tally as Markdown."""
    yield f"{len(tally.files)} files, {sum(map(len, (file.ends for file in tally.files)))} documents in them\n"
    yield "| end | documents |\n|---|---|"
    for end, count in tally.ends().most_common():
        yield f"| {end} | {count} |"
    slowest = max(tally.files, key=lambda file: file.seconds)
    total = sum(file.seconds for file in tally.files)
    yield f"\n{total:.1f} s in all; slowest {slowest.seconds:.1f} s ({slowest.path})"
    megabyte = 1_000_000
    yield f"peak memory {tally.parent_bytes / megabyte:.0f} MB, of a child {tally.child_bytes / megabyte:.0f} MB"
    yield f"damage found in the corpus afterwards: {tally.damage}"


if __name__ == "__main__":
    main()
