"""Measures what it costs to add documents to links that are made already, beside making them anew.

    python -m benchmarks.links_growth [--documents 10000] [--added 20] [--records records.jsonl] [--shards]

Made questions of about 1,000 words (benchmarks/made_corpus.py), or those of a file of JSON lines. Every step runs in a
process of its own: all but some documents, the same again, with the newest, with old ones, and everything anew. Prints,
as Markdown, seconds, memory, what was made anew, and whether the links are the same as those made anew, byte by byte.
With --shards also what the shards of the search cost for the same documents.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from archive.links.growing import grow_links
from archive.links.linking import Links
from archive.model.record import Record, decode_record
from benchmarks.made_corpus import write_corpus
from benchmarks.measure import Cost, run_step


class _Line(msgspec.Struct):
    """As much of a record as is needed to find it again and to put it in order of time."""

    id: str
    asked_on: str | None = None


class Lines(msgspec.Struct, frozen=True):
    """Some records of a file of JSON lines, as much of a corpus as links need. places: by id start and hash."""

    path: Path
    places: dict[str, tuple[int, str]]

    def records(self) -> Iterator[Record]:
        """The records in the order of their ids."""
        with self.path.open("rb") as lines:
            for id_, (start, _) in self.places.items():
                lines.seek(start)
                yield decode_record(lines.readline(), id_)

    def record(self, identity: str, /) -> Record | None:
        """The record with this id."""
        if identity not in self.places:
            return None
        with self.path.open("rb") as lines:
            lines.seek(self.places[identity][0])
            return decode_record(lines.readline(), identity)

    def fingerprints(self) -> Iterator[tuple[str, str]]:
        """Every id with a hash of its record."""
        return ((id_, digest) for id_, (_, digest) in self.places.items())


def lines_of(path: Path, newest: int, old: int) -> Lines:
    """The records of a file without so many of the newest, and without so many from the older half."""
    found: list[tuple[str, str, int, str]] = []
    with path.open("rb") as lines:
        start = 0
        for line in lines:
            head = msgspec.json.decode(line, type=_Line)
            found.append((head.asked_on or "9999", head.id, start, hashlib.sha256(line).hexdigest()))
            start += len(line)
    found.sort()
    half = len(found) // 2
    step = max(1, half // max(1, old))
    absent = set(range(0, half, step)[:old]) | set(range(len(found) - newest, len(found)))
    kept = sorted(
        (id_, start, digest) for place, (_, id_, start, digest) in enumerate(found) if place not in absent
    )
    return Lines(path, {id_: (start, digest) for id_, start, digest in kept})


def digest_of(links: Links) -> str:
    """A hash of all that pages show of links."""
    encode = msgspec.msgpack.Encoder().encode
    total = hashlib.sha256()
    between = links.between
    for card in links.cards:
        total.update(encode(card))
        total.update(encode((between.near(card.id), between.family(card.id), between.referring(card.id))))
        total.update(encode((sorted(between.references(card.id).items()), between.earlier(card.id))))
    for key, topic in links.topics.items():
        total.update(encode((key, topic.name, [card.id for card in topic.members])))
    return total.hexdigest()


def main(arguments: Sequence[str]) -> None:
    """Runs the steps and prints the table; with --step, runs one and prints its report as JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--added", type=int, default=20, help="documents a round")
    parser.add_argument("--records", type=Path, help="a file of JSON lines instead of made records")
    parser.add_argument("--shards", action="store_true", help="tell the cost of the search shards, too")
    parser.add_argument("--step", nargs=4, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.step is not None:
        path, folder, newest, old = options.step
        _run(Path(path), Path(folder), int(newest), int(old))
        return
    with tempfile.TemporaryDirectory() as folder:
        records = options.records
        if records is None:
            write_corpus(options.documents, Path(folder), pages=False)
            records = Path(folder) / "records.jsonl"
        _print_table(records, options.added, Path(folder), shards=options.shards)


def _run(path: Path, folder: Path, newest: int, old: int) -> None:
    """One step: the links of the records but some, by way of what `folder` keeps."""
    links, growth = grow_links(lines_of(path, newest, old), folder)
    print(json.dumps([growth.records, growth.facts, growth.vectors, growth.lists, digest_of(links)]))


def _print_table(records: Path, added: int, folder: Path, *, shards: bool) -> None:
    print(
        "| step | s | CPU s | peak MB | documents | facts anew | vectors anew | lists anew | same as anew |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    grown = folder / "grown"
    _print_row("all but some", _step(records, grown, added, added))
    _print_row("nothing new", _step(records, grown, added, added))
    newest = _step(records, grown, 0, added)
    _print_row(f"{added} newest more", newest, _step(records, folder / "newest", 0, added))
    old = _step(records, grown, 0, 0)
    anew = _step(records, folder / "anew", 0, 0)
    _print_row(f"{added} old more", old, anew)
    _print_row("all anew", anew)
    if shards:
        cost = run_step(
            [sys.executable, "-m", "benchmarks.links_step", "shards", records, folder], folder / "log"
        )
        print(
            f"| shards | {cost.seconds:.1f} | {cost.cpu_seconds:.1f} | {cost.peak_bytes / 1e6:.0f} | | | | | |"
        )
        print(f"\nLinks take {anew[0].cpu_seconds / cost.cpu_seconds:.2f} times as long as shards.")


Step = tuple[Cost, list[int | str]]


def _step(records: Path, folder: Path, newest: int, old: int) -> Step:
    log = folder.with_name("log.json")
    words = ["--step", str(records), str(folder), str(newest), str(old)]
    cost = run_step([sys.executable, "-m", "benchmarks.links_growth", *words], log)
    return cost, json.loads(log.read_bytes())


def _print_row(name: str, step: Step, anew: Step | None = None) -> None:
    cost, (documents, facts, vectors, lists, digest) = step
    same = "" if anew is None else "yes" if anew[1][-1] == digest else "no"
    print(
        f"| {name} | {cost.seconds:.1f} | {cost.cpu_seconds:.1f} | {cost.peak_bytes / 1e6:.0f} | {documents:,} |"
        f" {facts:,} | {vectors:,} | {lists:,} | {same} |",
        flush=True,
    )


if __name__ == "__main__":
    main(sys.argv[1:])
