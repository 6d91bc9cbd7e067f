"""The runs whose calls are made to fail, each with what stands there before it and what it must leave."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from archive.build.manifest import MANIFEST_NAME
from archive.cli.main import main
from archive.errors import CorpusError
from archive.store.corpus import Corpus
from archive.store.manifest import check_manifest
from archive.store.verify import verify_corpus
from benchmarks.safety.fault_points import TRACED
from benchmarks.safety.questions import write_questions
from benchmarks.safety.strace import Call, Ended, traced

DOCUMENTS = 3
EPOCH = "1714003200"
_SECONDS = 900.0
_FOLDER, _CORPUS, _SITE, _EXPORTS = "documents", "corpus", "public", "out"
# What a message must have: a place, a cause and a way on.
MESSAGE = re.compile(r"(?:error: |refused +)(?P<place>[^\n]+?): (?P<cause>[^\n]+?); (?P<remedy>[^\n]+)")
_NO_CORPUS = "no corpus here"
_REST = re.compile(r"\.(?:new|old)-\d+|\.part$")
_FIRST = ("ingest", f"{_FOLDER}/vraag-0001.txt")
_ALL = ("ingest", _FOLDER)
_PUBLISH = ("publish", _FOLDER)


class Scene(msgspec.Struct, frozen=True):
    """A run. before: the commands that make what stands there when it begins; weight: how much of all it is.

    is_answer_out: whether what it says is the same each time.
    """

    name: str
    before: tuple[tuple[str, ...], ...]
    run: tuple[str, ...]
    weight: int
    is_answer_out: bool = False


SCENES = (
    Scene("a first ingest", (), _ALL, 5),
    Scene("an ingest", (_FIRST, ("build",)), _ALL, 5),
    Scene("a build over another", (_FIRST, ("build",), _ALL), ("build",), 2),
    Scene("publish", (), _PUBLISH, 1),
    Scene("a search", (_FIRST, ("search", "ronde"), _ALL), ("search", "ronde"), 1, is_answer_out=True),
    Scene("an export in a file", (_ALL,), ("export", "jsonl", "-o", f"{_EXPORTS}/q.jsonl"), 1),
    Scene("an export to a screen", (_ALL,), ("export", "jsonl"), 1, is_answer_out=True),
    Scene("an export in a folder", (_ALL,), ("export", "csv", "-o", f"{_EXPORTS}/csv"), 1),
    Scene("an export in a zip", (_ALL,), ("export", "csv", "-o", f"{_EXPORTS}/csv.zip"), 1),
    Scene("a database", (_ALL,), ("export", "sqlite", "-o", f"{_EXPORTS}/q.sqlite"), 1),
)


class Played(msgspec.Struct, frozen=True):
    """What an undisturbed run of a scene did. calls: those that change a disk or open a file; out: what it said.

    before, after: what it found and what it left, as `left_in` tells it.
    """

    calls: tuple[Call, ...]
    out: str
    before: dict[str, str]
    after: dict[str, str]


def prepare(scene: Scene, folder: Path) -> None:
    """Makes what stands there when the run begins."""
    write_questions(folder / _FOLDER, DOCUMENTS)
    folder.joinpath(_EXPORTS).mkdir()
    for arguments in scene.before:
        ended = run_in(folder, arguments)
        assert ended.code == 0, ended.err


def copied(prepared: Path, folder: Path) -> Path:
    """A copy of what was prepared, with the times of the files."""
    shutil.copytree(prepared, folder)
    return folder


def run_in(
    folder: Path,
    arguments: Sequence[str],
    *,
    inject: Sequence[str] = (),
    broken: Callable[[], object] | None = None,
) -> Ended:
    """Runs `archive` with these arguments in `folder`. inject: strace's rules; broken: done first in the child."""

    def work() -> None:
        os.chdir(folder)
        os.environ["SOURCE_DATE_EPOCH"] = EPOCH
        if broken is not None:
            broken()
        main(list(arguments))

    return traced(work, inject=inject, trace=TRACED, seconds=_SECONDS)


def left_in(folder: Path) -> dict[str, str]:
    """What of a folder must be the same after every run: records, originals, site and exports, by name their hash."""
    left: dict[str, str] = {}
    if _is_made(folder / _CORPUS):
        with Corpus.open(folder / _CORPUS) as corpus:
            left |= {f"record {number}": line for number, line in enumerate(corpus.lines())}
            left |= {f"original {one.sha256}": str(one.bytes) for one in corpus.originals()}
            left |= {f"refusal {one.path}": one.cause for one in corpus.refusals()}
    for part in (_SITE, _EXPORTS):
        for path in sorted(folder.joinpath(part).rglob("*")):
            if path.is_file():
                left[path.relative_to(folder).as_posix()] = hashlib.sha256(path.read_bytes()).hexdigest()
    return left


def _is_made(corpus: Path) -> bool:
    """Whether there is a corpus, and not only the empty file of one that could not be made."""
    try:
        Corpus.open(corpus).close()
    except CorpusError as error:
        return error.cause != _NO_CORPUS
    return True


def damage_in(folder: Path, before: dict[str, str]) -> list[str]:
    """What a run that failed must never leave: damage, a record lost that was there, a site that is not whole."""
    broken = []
    site = folder / _SITE
    if site.exists() and not site.joinpath(MANIFEST_NAME).is_file():
        broken.append("a site without its manifest")
    broken += [f"site: {finding}" for finding in check_manifest(site, "build again")]
    if _is_made(folder / _CORPUS):
        broken += [f"verify: {one}" for one in verify_corpus(folder / _CORPUS) if one.is_damage]
        with Corpus.open(folder / _CORPUS) as corpus:
            present = set(corpus.lines())
        kept = {line for name, line in before.items() if name.startswith("record ")}
        broken += [f"a record that was there is lost: {line[:80]}" for line in kept - present]
    elif any(name.startswith("record ") for name in before):
        broken.append("the corpus is lost")
    return broken


def rests_in(folder: Path) -> list[str]:
    """What is left behind after a run that went well."""
    return [
        f"left behind: {path.relative_to(folder)}" for path in folder.rglob("*") if _REST.search(path.name)
    ]
