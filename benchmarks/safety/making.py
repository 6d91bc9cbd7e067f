"""Makes a corpus, a site and all that is handed out under given circumstances, and tells what every file of it is.

    python -m benchmarks.safety.making < circumstances.json

It is a program of its own, since a Python has one time zone, one locale and one seed for its hashes all its life.
"""

from __future__ import annotations

import hashlib
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal
from unittest.mock import patch

import msgspec

from archive.build import build_site
from archive.build.copies import Copies
from archive.config import DownloadName, Settings
from archive.ingest import ingest_paths
from archive.model.record import encode_record
from archive.store.corpus import Corpus
from benchmarks.safety import broken_bytes
from tests.browser.every_kind import records as records_of_every_kind
from tests.conftest import ROOT, SEEDS

# When every document comes: what tells of the clock differs by right, and is the same here.
MOMENT = "1717243200"
_DOWNLOADS: tuple[DownloadName, ...] = (
    "atom", "bag", "bibtex", "csl", "csv", "jsonl", "parquet", "ris", "sqlite", "tables",
)  # fmt: skip
_PIECES = 3

Files = dict[str, str]
"""The SHA-256 of each file by its name."""


class Circumstances(msgspec.Struct, frozen=True):
    """Where and how a site is made. folder: a new one; order: a seed for the order in which folders tell their files.

    came: a seed for the order in which documents come, 0 for that of their names; grown: whether some come when there
    is a site already. small: without what takes long. fault: what is broken in the program, if anything.
    """

    folder: str
    zone: str = "UTC"
    locale: str = "C.UTF-8"
    hashes: str = "0"
    umask: int = 0o022
    processes: int = 1
    order: int = 0
    came: int = 0
    grown: bool = False
    small: bool = False
    fault: Literal["", "hashes", "clock"] = ""


class Made(msgspec.Struct, frozen=True):
    """What was made. site: of the whole site and the copies beside it; grown: of one that was added to."""

    site: Files
    grown: Files = {}


def make(circumstances: Circumstances) -> Made:
    """Makes a site in another process. Raises CalledProcessError."""
    environment = os.environ | {
        "TZ": circumstances.zone,
        "LC_ALL": circumstances.locale,
        "LANG": circumstances.locale,
        "PYTHONHASHSEED": circumstances.hashes,
        # Without these a Python takes UTF-8 in the locale that knows no letters but those of ASCII.
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "SOURCE_DATE_EPOCH": MOMENT,
        "PYTHONPATH": str(ROOT),
    }
    folder = Path(circumstances.folder)
    folder.mkdir(parents=True)
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.safety.making"],
        input=msgspec.json.encode(circumstances),
        stdout=subprocess.PIPE,
        env=environment,
        cwd=folder,
        check=True,
    )
    return msgspec.json.decode(done.stdout, type=Made)


def main() -> None:
    """Makes what the circumstances on standard input ask for."""
    circumstances = msgspec.json.decode(sys.stdin.buffer.read(), type=Circumstances)
    os.umask(circumstances.umask)
    with broken_bytes.broken(circumstances.fault), _shuffled(circumstances.order):
        made = _made(circumstances)
    sys.stdout.buffer.write(msgspec.json.encode(made))


def _made(circumstances: Circumstances) -> Made:
    # Its name may be one that a Python with such a locale cannot spell.
    folder = Path()
    given = _given(folder / "given", circumstances)
    public = folder / "public"
    copies = Copies(folder / "site.zip", None if circumstances.small else folder / "site.zim")
    settings = Settings(
        title="Archief",
        base_url="https://archief.example/",
        languages=("nl",) if circumstances.small else ("nl", "fr"),
        downloads=() if circumstances.small else _DOWNLOADS,
    )
    grown: Files = {}
    with Corpus.open(folder / "corpus", create=True) as corpus:
        first = len(given) // 2 if circumstances.grown else len(given)
        ingest_paths(corpus, given[:first])
        if circumstances.grown:
            build_site(corpus, settings, public, processes=circumstances.processes)
            ingest_paths(corpus, given[first:])
            build_site(corpus, settings, public, copies=copies, processes=circumstances.processes)
            grown = dict(_digests(folder))
        build_site(corpus, settings, public, copies=copies, processes=circumstances.processes, full=True)
    return Made(dict(_digests(folder)), grown)


def _given(folder: Path, circumstances: Circumstances) -> list[str]:
    """The paths to be ingested: the seeds, and records that bring pages of every kind, in several files."""
    folder.mkdir()
    for seed in sorted(SEEDS.iterdir()):
        (folder / seed.name).write_bytes(seed.read_bytes())
    if not circumstances.small:
        lines = [encode_record(record) for record in records_of_every_kind()]
        for number in range(_PIECES):
            (folder / f"records-{number}.jsonl").write_bytes(b"\n".join(lines[number::_PIECES]))
    # The corpus remembers what was asked of it: the same words, wherever the folder stands.
    paths = sorted(f"{folder.name}/{path.name}" for path in folder.iterdir())
    if circumstances.came:
        random.Random(circumstances.came).shuffle(paths)
    return paths


def _digests(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted((folder / "public").rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), _sha256(path)
    for path in (folder / "site.zip", folder / "site.zim"):
        if path.is_file():
            yield path.name, _sha256(path)


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _shuffled(seed: int) -> Any:
    """While the block runs, folders tell their files in an order of their own, as other file systems do."""
    dice = random.Random(seed)
    listed, scanned = os.listdir, os.scandir

    def names(*place: Any) -> Any:
        found = listed(*place)
        dice.shuffle(found)
        return found

    class Scanned:
        """What os.scandir gives, but in another order."""

        def __init__(self, *place: Any) -> None:
            with scanned(*place) as entries:
                self._entries = list(entries)
            dice.shuffle(self._entries)

        def __iter__(self) -> Any:
            return iter(self._entries)

        def __next__(self) -> Any:
            if not self._entries:
                raise StopIteration
            return self._entries.pop()

        def __enter__(self) -> Any:
            return self

        def __exit__(self, *_: object) -> None:
            self.close()

        def close(self) -> None:
            """Nothing is open any more."""

    return patch.multiple(os, listdir=names, scandir=Scanned)


if __name__ == "__main__":
    main()
