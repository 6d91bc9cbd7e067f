"""What was archived comes back from each thing that is kept elsewhere: a bag, an export, or the originals alone."""

from __future__ import annotations

import contextlib
import io
import json
import random
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from unittest.mock import patch

from archive.cli.main import run as run_archive
from archive.store.corpus import Corpus
from archive.store.verify import check_corpus
from archive.store.view import View
from benchmarks.safety.fixity_scene import SEEDS
from benchmarks.safety.suite import Outcome, Suite

_NUMBER = re.compile(r"(?<=nr\. )0*\d+")
_REFUSED = 3
# What originals do not say of themselves: under which name they first came, and when.
_TOLD_BY_THE_FIRST_INGEST = ("name", "ingested_at")


def run(points: int, folder: Path) -> Outcome:
    """Makes a corpus, keeps it in one of the ways, restores it in an empty folder and compares; in turn."""
    broken: list[str] = []
    for number in range(points):
        way = _WAYS[number % len(_WAYS)]
        place = folder / str(number)
        place.mkdir()
        _make_corpus(place, random.Random(number // len(_WAYS)))
        faults = list(way(place))
        if faults:
            broken.append(f"{way.__name__.strip('_')}: {faults[0]} ({len(faults)} faults in all)")
        shutil.rmtree(place)
    return Outcome(points, tuple(broken), {"ways": str(len(_WAYS))})


def _make_corpus(place: Path, chance: random.Random) -> None:
    """A corpus of the seeds, some more like them, a newer state of one, a refused file and a withdrawn record."""
    shutil.copytree(SEEDS, place / "in")
    texts = sorted((place / "in").glob("*.txt"))
    for number in range(chance.randrange(1, 4)):
        text = chance.choice(texts).read_text("utf-8")
        other = str(chance.randrange(1000, 9000))
        (place / "in" / f"more-{number}.txt").write_text(_NUMBER.sub(other, text), "utf-8")
    (place / "in" / "empty.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    _archive(place, "ingest", "in")
    newer = chance.choice(texts)
    newer.write_text(f"{newer.read_text('utf-8').rstrip()} Dit staat er sinds vandaag bij.\n", "utf-8")
    _archive(place, "ingest", "in")
    with Corpus.open(place / "corpus") as corpus:
        withdrawn = chance.choice(sorted(corpus.ids()))
    _archive(place, "withdraw", withdrawn, "--reason", "Ingetrokken door de vraagsteller")


def _archive(place: Path, *words: str, corpus: str = "corpus") -> None:
    """Runs the command in `place`. Raises RuntimeError where it failed."""
    screen = io.StringIO()
    with contextlib.chdir(place), contextlib.redirect_stdout(screen), contextlib.redirect_stderr(screen):
        code = run_archive(["--corpus", corpus, *words])
    if code not in {0, _REFUSED}:
        raise RuntimeError(f"`archive {' '.join(words)}` ended with {code}: {screen.getvalue()}")


def _from_a_bag(place: Path) -> Iterator[str]:
    """The folder of data in a bag is the archive itself: with every row, original and byte of its site."""
    _archive(place, "export", "bag", "-o", "bag")
    shutil.copytree(place / "bag" / "data", place / "restored")
    checked = check_corpus(place / "restored")
    if checked.findings:
        yield from (f"{finding.place} is {finding.kind}" for finding in checked.findings)
        return
    if checked.digest != check_corpus(place / "corpus").digest:
        yield "the digest of the database is another"
    for corpus, site in (("corpus", "public"), ("restored", "again")):
        _archive(place, "build", "-o", site, corpus=corpus)
    first, again = (place.joinpath(site, "manifest.sha256").read_bytes() for site in ("public", "again"))
    if first != again:
        yield "the site that is built of it is another"


def _from_an_export(place: Path) -> Iterator[str]:
    """The records as they are now, to the last byte; earlier versions, events and what is withdrawn are not in it."""
    _archive(place, "export", "jsonl", "-o", "records.jsonl")
    _archive(place, "ingest", "records.jsonl", corpus="restored")
    yield from _differences(_records(place / "corpus"), _records(place / "restored"))
    yield from (f"{one.place} is {one.kind}" for one in check_corpus(place / "restored").findings)


def _from_the_originals(place: Path) -> Iterator[str]:
    """Every record, but for name and time of ingest; where several originals speak of one, their order is not kept."""
    shutil.copytree(place / "corpus" / "originals", place / "originals")
    _archive(place, "ingest", "originals", corpus="restored")
    with Corpus.open(place / "corpus") as corpus:
        alone = {state.id for state in corpus.stored_records() if len(corpus.tellings(state.id)) == 1}
        shown = set(corpus.ids())
        kept = {original.sha256 for original in corpus.originals()}
    before, after = _records(place / "corpus"), _records(place / "restored")
    for records in (before, after):
        for record in records.values():
            for name in _TOLD_BY_THE_FIRST_INGEST:
                record["source"].pop(name)
    yield from (f"{id} did not come back" for id in shown - set(after))
    yield from _differences(
        {id: record for id, record in before.items() if id in alone},
        {id: record for id, record in after.items() if id in alone & shown},
    )
    with Corpus.open(place / "restored") as corpus:
        if {original.sha256 for original in corpus.originals()} != kept:
            yield "the originals are others"


def _records(corpus: Path) -> dict[str, dict[str, Any]]:
    with Corpus.open(corpus) as opened:
        return {record["id"]: record for record in map(json.loads, opened.lines())}


def _differences(before: Mapping[str, object], after: Mapping[str, object]) -> Iterator[str]:
    for id in sorted({*before, *after}):
        if before.get(id) != after.get(id):
            yield f"{id} {'did not come back' if id not in after else 'is another'}"


_WAYS: tuple[Callable[[Path], Iterator[str]], ...] = (_from_a_bag, _from_an_export, _from_the_originals)


def control(folder: Path) -> Outcome:
    """Exports that leave the last record out, and a bag without its originals."""

    def all_but_the_last(view: View) -> Iterator[str]:
        yield from list(_lines(view))[:-1]

    with (
        patch.object(View, "lines", all_but_the_last),
        patch("archive.export.bag._put_original", lambda bag, folder, original: None),
    ):
        return run(2, folder)


_lines = View.lines

SUITE = Suite(
    name="restore",
    short=len(_WAYS),
    long=20 * len(_WAYS),
    run=run,
    variant="exports that leave out the last record, and a bag without originals",
    control=control,
)
