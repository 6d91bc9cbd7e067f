"""Many commands on one corpus at once: ingests of overlapping files, builds, searches and readers of the site.

A round is a crowd of 2, 8 or 32 ingests, one that does not wait for its turn, two builds into one folder and two
searches
that begin anew as long as an ingest runs, and a reader of the served site. Afterwards every record must be there once,
all that was said must be so, and no screen may show a fault of the program.
"""

from __future__ import annotations

import json
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from archive.build.manifest import MANIFEST_NAME, file_names
from archive.store.corpus import Corpus
from archive.store.manifest import check_manifest
from archive.store.verify import verify_corpus
from benchmarks.safety.broken_lock import leave_the_lock_out
from benchmarks.safety.commands import Ended, Running, killed_at_the_end, load_commands, started
from benchmarks.safety.questions import question_id, write_questions
from benchmarks.safety.site_reader import SiteReader
from benchmarks.safety.suite import Outcome, Suite

_CROWDS = (2, 8, 32)
_DOCUMENTS = 16
_FIRST_DOCUMENTS = 3
_BUILD = ("build", "--wait", "600")
_BESIDE = (_BUILD, _BUILD, ("search", "ronde"), ("search", "gemeentehuizen"))
_PAUSE = 0.2
_STOPPED = 130
_SEED = 20260425
# What may be refused: there is nothing to read yet, and whoever does not wait is told so.
_NO_CORPUS = "no corpus here"
_NOT_ITS_TURN = re.compile(r"is writing; wait for it, or give a longer --wait")
_REST = re.compile(r"\.(?:new|old)-\d+")


def _run(points: int, folder: Path) -> Outcome:
    return _outcome(points, folder)


def _control(folder: Path) -> Outcome:
    """Rounds of eight without the lock, until one is broken."""
    for number in range(20):
        outcome = _outcome(1, folder / str(number), crowds=(8,), before=leave_the_lock_out)
        if outcome.broken:
            break
    return outcome


def _outcome(
    rounds: int,
    folder: Path,
    crowds: tuple[int, ...] = _CROWDS,
    before: Callable[[], object] | None = None,
) -> Outcome:
    load_commands()
    broken: list[str] = []
    figures: Counter[str] = Counter()
    for number in range(rounds):
        crowd = crowds[number % len(crowds)]
        one = _Round(folder / f"round-{number}", random.Random(_SEED + number), before)
        one.play(crowd, on_empty=number % 2 == 0)
        broken += [f"round {number} ({crowd} ingests): {line}" for line in one.broken]
        figures.update(one.figures)
    return Outcome(rounds, tuple(broken), {name: f"{value:,}" for name, value in sorted(figures.items())})


class _Round:
    """One crowd in one folder. before: done first in every child."""

    def __init__(self, folder: Path, choice: random.Random, before: Callable[[], object] | None) -> None:
        self._folder = folder
        self._choice = choice
        self._before = before
        self._started = 0
        self._running: list[Running] = []
        self._reader: SiteReader | None = None
        self._server: Running | None = None
        self.broken: list[str] = []
        self.figures: Counter[str] = Counter()

    def play(self, crowd: int, *, on_empty: bool) -> None:
        """Lets the crowd loose and looks at what it leaves. on_empty: not even a corpus is there when it comes."""
        documents = write_questions(self._folder / "documents", _DOCUMENTS)
        with killed_at_the_end() as self._running:
            ingests: list[Ended] = []
            if not on_empty:
                first = [str(path) for path in documents[:_FIRST_DOCUMENTS]]
                ingests.append(self._start("ingest", "--json", *first).ended())
                self._note(self._start(*_BUILD).ended())
            ingests += self._let_loose(documents, crowd)
            self._note(self._start(*_BUILD).ended())
            self._check_ingests(ingests)
            self._check_corpus(ingests, len(documents))
            self._check_site(len(documents))
            self._read_site()
            if self._server is not None:
                self._note(self._server.stop())

    def _let_loose(self, documents: tuple[Path, ...], crowd: int) -> list[Ended]:
        ingests = [
            self._start("ingest", "--json", "--wait", "600", *chosen)
            for chosen in self._overlapping(documents, crowd)
        ]
        ingests.append(self._start("ingest", "--json", "--wait", "0", *map(str, documents[::2])))
        beside = [self._start(*arguments) for arguments in _BESIDE]
        while not all(ingest.has_ended() for ingest in ingests):
            for place, command in enumerate(beside):
                if command.has_ended():
                    self._note(command.ended())
                    beside[place] = self._start(*command.arguments)
            self._read_site()
            time.sleep(_PAUSE)
        for command in beside:
            self._note(command.ended())
        return [ingest.ended() for ingest in ingests]

    def _overlapping(self, documents: tuple[Path, ...], crowd: int) -> Iterator[list[str]]:
        """For each of the crowd about half of the documents, in an order of its own; all together, all of them."""
        for number in range(crowd):
            own = [path for place, path in enumerate(documents) if place % crowd == number]
            chosen = {*own, *self._choice.sample(documents, len(documents) // 2)}
            yield self._choice.sample([str(path) for path in sorted(chosen)], len(chosen))

    def _start(self, *arguments: str) -> Running:
        self._started += 1
        screens = self._folder / "screens" / str(self._started)
        command = started(arguments, self._folder, screens, self._before)
        self._running.append(command)
        return command

    def _read_site(self) -> None:
        if self._server is None and self._folder.joinpath("public", MANIFEST_NAME).is_file():
            self._server = self._start("serve", "--port", "0", "--json")
        if self._server is not None and self._reader is None:
            told = self._server.out()
            if told.endswith("}\n"):
                port = int(json.loads(told)["address"].rsplit(":", 1)[1].strip("/"))
                self._reader = SiteReader(port, self._folder / "public", self._choice)
        if self._reader is not None:
            self._reader.read(5)
            self.broken += self._reader.broken
            self.figures["files read from the site"] += self._reader.pages
            self.figures["sites swapped while read"] += self._reader.swaps
            self._reader.clear()

    def _note(self, ended: Ended) -> None:
        """What became of a command that is no ingest."""
        self.figures[f"{ended.arguments[0]} runs"] += 1
        if ended.alarm:
            self.broken.append(f"{ended.alarm} on a screen: {ended}")
        elif ended.code not in {0, _STOPPED} and _NO_CORPUS not in ended.err:
            self.broken.append(str(ended))

    def _check_ingests(self, ingests: list[Ended]) -> None:
        for ended in ingests:
            self.figures["ingest runs"] += 1
            if ended.alarm:
                self.broken.append(f"{ended.alarm} on a screen: {ended}")
            elif ended.code == 1 and "0" in ended.arguments and _NOT_ITS_TURN.search(ended.err):
                self.figures["told to wait"] += 1
            elif ended.code != 0:
                self.broken.append(str(ended))

    def _check_corpus(self, ingests: list[Ended], documents: int) -> None:
        wanted = {question_id(number) for number in range(1, documents + 1)}
        said = Counter(
            told["id"]
            for ended in ingests
            if ended.code == 0
            for told in json.loads(ended.out)["documents"]
            if told["outcome"] == "inserted"
        )
        self.broken += [
            f"{id} was said to be inserted {count} times" for id, count in said.items() if count > 1
        ]
        with Corpus.open(self._folder / "corpus") as corpus:
            self.broken += [f"{id} is lost" for id in sorted(wanted - set(corpus.ids()))]
            self.broken += [f"{id} came from nowhere" for id in sorted(set(corpus.ids()) - wanted)]
            written = Counter(event.subject for event in corpus.events() if event.action == "inserted")
            self.broken += [f"{id} was written {count} times" for id, count in written.items() if count != 1]
            self.broken += [f"{one.state.id} has a version too many" for one in corpus.all_versions()]
        self.broken += [f"verify: {finding}" for finding in verify_corpus(self._folder / "corpus")]
        self.broken += [f"left behind: {path}" for path in self._folder.rglob("*") if _REST.search(path.name)]
        self.figures["records"] += len(wanted)

    def _check_site(self, documents: int) -> None:
        site = self._folder / "public"
        self.broken += [f"site: {finding}" for finding in check_manifest(site, "build again")]
        pages = sum(name.startswith("vragen/2023-2024/jo-brouns/") for name in file_names(site))
        if pages < documents:
            self.broken.append(f"site: {pages} pages of questions for {documents} records")


SUITE = Suite(
    name="together",
    short=3,
    long=100,
    run=_run,
    variant="the lock for writers left out",
    control=_control,
)
