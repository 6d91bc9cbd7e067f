"""Measures what it costs to add documents to shards that are built already, beside building them anew.

    python -m benchmarks.additions [--documents 25000] [--added 20] [--records records.jsonl]

Made questions of 1,000 words (benchmarks/made_corpus.py), or those of a file of JSON lines. Every step runs in a
process of its own: a build of all but the last documents, one with them, and a build of everything anew. Prints, as
Markdown, seconds, processor seconds, memory, and how many bytes of the shards are new. --rounds adds again and again.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from archive.model.record import Record, decode_record
from archive.search.additions import update_shards
from benchmarks.made_corpus import write_corpus
from benchmarks.measure import Cost, run_step


class _Identity(msgspec.Struct):
    """As much of a record as is needed to find it again."""

    id: str


_identity = msgspec.json.Decoder(_Identity)


class LinesCorpus:
    """The first records of a file of JSON lines, as much of a corpus as shards need."""

    def __init__(self, path: Path, documents: int) -> None:
        self._path = path
        self._places: dict[str, tuple[int, str]] = {}
        with path.open("rb") as lines:
            start = 0
            for line in lines:
                if len(self._places) == documents:
                    break
                digest = hashlib.sha256(line).hexdigest()
                self._places[_identity.decode(line).id] = (start, digest)
                start += len(line)

    def records(self) -> Iterator[Record]:
        """All records, in the order of the file."""
        with self._path.open("rb") as lines:
            for _, line in zip(self._places, lines, strict=False):
                yield decode_record(line, str(self._path))

    def record(self, identity: str, /) -> Record | None:
        """The record with this id."""
        if identity not in self._places:
            return None
        with self._path.open("rb") as lines:
            lines.seek(self._places[identity][0])
            return decode_record(lines.readline(), identity)

    def fingerprints(self) -> Iterator[tuple[str, str]]:
        """Every id with a hash of its record."""
        return ((id, digest) for id, (_, digest) in self._places.items())


def main(arguments: Sequence[str]) -> None:
    """Runs the steps and prints the table; with --step, runs one and prints its report as JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=25_000)
    parser.add_argument("--added", type=int, default=20, help="documents a round")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--records", type=Path, help="a file of JSON lines instead of made records")
    parser.add_argument("--step", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.step is not None:
        _run(options.records, options.documents, options.step)
        return
    with tempfile.TemporaryDirectory() as folder:
        records = options.records
        if records is None:
            write_corpus(options.documents, Path(folder), pages=False)
            records = Path(folder) / "records.jsonl"
        _print_table(records, options.documents, options.added, options.rounds, Path(folder))


def _run(records: Path, documents: int, folder: Path) -> None:
    """One step: the shards of the first `documents` records, by way of the state in `folder`."""
    corpus = LinesCorpus(records, documents)
    shutil.rmtree(folder / "search", ignore_errors=True)
    report = update_shards(corpus, folder / "search", folder / "state")
    print(json.dumps([report.full, report.files, report.bytes, report.written_bytes]))


def _print_table(records: Path, documents: int, added: int, rounds: int, folder: Path) -> None:
    print("| step | s | CPU s | peak MB | files | MB | new MB | share |")
    print("|---|---|---|---|---|---|---|---|")
    for number in range(rounds + 1):
        count = documents - added * (rounds - number)
        name = f"{added} more" if number else f"{count:,} documents"
        print(_row(name, *_step(records, count, folder / "grown")))
    print(_row(f"{documents:,} anew", *_step(records, documents, folder / "anew")))
    print(_row("nothing new", *_step(records, documents, folder / "anew")))


def _step(records: Path, documents: int, folder: Path) -> tuple[Cost, list[int]]:
    folder.mkdir(exist_ok=True)
    log = folder / "log.json"
    words = ["--records", str(records), "--documents", str(documents), "--step", str(folder)]
    cost = run_step([sys.executable, "-m", "benchmarks.additions", *words], log)
    return cost, json.loads(log.read_bytes())


def _row(name: str, cost: Cost, report: list[int]) -> str:
    full, files, size, written = report
    way = " (whole)" if full else ""
    return (
        f"| {name}{way} | {cost.seconds:.1f} | {cost.cpu_seconds:.1f} | {cost.peak_bytes / 1e6:.0f} | {files:,} "
        f"| {size / 1e6:.1f} | {written / 1e6:.2f} | {written / size:.1%} |"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
