"""An index that somebody else has prepared is not opened: what is pickled in it never runs, and answers stay right."""

from __future__ import annotations

import json
import os
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import msgspec

from archive.store.corpus import Corpus
from archive.store.private_folder import guard_folder
from archive.store.replacing import remove
from benchmarks.safety.commands import started
from benchmarks.safety.fixity_scene import write_document
from benchmarks.safety.suite import Outcome, Suite

_QUERY = "verslag"
_WAYS = 12


class _Canary:
    """Makes a folder at `path` when it is unpickled."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __reduce__(self) -> tuple[Callable[..., None], tuple[str]]:
        return os.mkdir, (str(self._path),)


class _Index(msgspec.Struct, frozen=True):
    """The index of a corpus. canary: the folder that comes to be where a pickle of it is run."""

    corpus: Path
    canary: Path

    @property
    def folder(self) -> Path:
        return self.corpus / "index"

    def found(self, pattern: str) -> Path:
        """The one file of the index with such a name."""
        (path,) = self.folder.glob(pattern)
        return path


def run(points: int, folder: Path) -> Outcome:
    """Prepares an index so many times, in every way in turn, and searches in it."""
    corpus, pristine = folder / "corpus", folder / "pristine"
    with Corpus.open(corpus, create=True) as opened:
        for number in range(5):
            write_document(opened, f"stuk-{number}", f"Verslag {number}", b"%d" % number)
    right = _search(corpus)
    shutil.rmtree(corpus / "index")
    shutil.copytree(corpus, pristine)
    broken: list[str] = []
    for number in range(points):
        prepare = _PREPARATIONS[number % _WAYS]
        index = _Index(corpus, folder / "canary")
        _search(corpus)
        _POISONS[(number + number // _WAYS) % len(_POISONS)](index, pickle.dumps(_Canary(index.canary), 2))
        prepare(index)
        fault = _fault(index, right)
        if fault:
            broken.append(f"{prepare.__name__.strip('_')}: {fault}")
        for path in folder.iterdir():
            if path != pristine:
                remove(path)
        shutil.copytree(pristine, corpus)
    figures = {"ways of preparing one": str(len(_PREPARATIONS)), "places of the pickle": str(len(_POISONS))}
    return Outcome(points, tuple(broken), figures)


def _search(corpus: Path) -> object:
    """Searches in a child: what a prepared index brings about stays there."""
    screens = corpus.with_name("screens")
    shutil.rmtree(screens, ignore_errors=True)
    ended = started(["--corpus", str(corpus), "search", "--json", _QUERY], corpus.parent, screens).ended()
    return [hit["id"] for hit in json.loads(ended.out)["hits"]] if ended.code == 0 else str(ended)


def _fault(index: _Index, right: object) -> str:
    answer = _search(index.corpus)
    if index.canary.exists():
        return "its pickle was run"
    if answer != right:
        return f"the answer is {answer}"
    rights = {path.stat().st_mode & 0o777 for path in [index.folder, *index.folder.rglob("*")]}
    return "" if rights == {0o700, 0o600} else f"rights {sorted(map(oct, rights))} after it was made anew"


def _poison_schema(index: _Index, canary: bytes) -> None:
    contents = index.found("0/*.toc")
    written = contents.read_bytes()
    start = written.index(b"\x80\x02")
    length = written.index(b".", written.index(b"\x80", start + 2) - 12) - start
    contents.write_bytes(written[:start] + canary.ljust(length, b"\0") + written[start + length :])


def _poison_segments(index: _Index, canary: bytes) -> None:
    contents = index.found("0/*.toc")
    written = contents.read_bytes()
    contents.write_bytes(written[: written.rindex(bytes([0x80, pickle.HIGHEST_PROTOCOL]))] + canary)


def _poison_files(index: _Index, canary: bytes) -> None:
    """The list of files in the file of a segment; where it begins stands at the beginning."""
    segment = index.found("0/*.seg")
    written = segment.read_bytes()
    segment.write_bytes(written[: int.from_bytes(written[:8], "big")] + canary)


_POISONS = (_poison_schema, _poison_segments, _poison_files)


def _in_place(index: _Index) -> None:
    pass


def _with_old_times(index: _Index) -> None:
    for path in index.folder.rglob("*"):
        os.utime(path, ns=(1, 1))


def _unpacked_with_the_corpus(index: _Index) -> None:
    copy = index.corpus.with_name("copy")
    shutil.copytree(index.corpus, copy, symlinks=True)
    shutil.rmtree(index.corpus)
    copy.rename(index.corpus)


def _guarded_elsewhere(index: _Index) -> None:
    """By our own program, in the corpus of whoever gives it away."""
    guard_folder(index.folder)
    _unpacked_with_the_corpus(index)


def _as_a_link(index: _Index) -> None:
    index.folder.rename(index.corpus.with_name("elsewhere"))
    index.folder.symlink_to(index.corpus.with_name("elsewhere"))


def _open_to_a_group(index: _Index) -> None:
    guard_folder(index.folder)
    index.folder.chmod(0o770)


def _open_to_all(index: _Index) -> None:
    guard_folder(index.folder)
    index.folder.chmod(0o777)


def _of_another_owner(index: _Index) -> None:
    """Only root can give files away; what others own cannot be brought about by anybody else."""
    guard_folder(index.folder)
    if os.geteuid() == 0:
        os.chown(index.folder, 65534, 65534)
    else:
        index.folder.chmod(0o707)


def _with_a_hard_link(index: _Index) -> None:
    guard_folder(index.folder)
    os.link(index.found("0/*.toc"), index.corpus.with_name("second"))


def _with_a_link_within(index: _Index) -> None:
    guard_folder(index.folder)
    contents = index.found("0/*.toc")
    target = contents.rename(index.corpus.with_name("toc"))
    contents.symlink_to(target)


def _without_a_guard(index: _Index) -> None:
    """As programs left it that had none."""
    (index.folder / "guard.json").unlink()


def _cut_off(index: _Index) -> None:
    guard = index.folder / "guard.json"
    guard.write_bytes(guard.read_bytes()[:-20])


_PREPARATIONS: tuple[Callable[[_Index], None], ...] = (
    _in_place,
    _with_old_times,
    _unpacked_with_the_corpus,
    _guarded_elsewhere,
    _as_a_link,
    _open_to_a_group,
    _open_to_all,
    _of_another_owner,
    _with_a_hard_link,
    _with_a_link_within,
    _without_a_guard,
    _cut_off,
)


def control(folder: Path) -> Outcome:
    """The index is opened as it stands, if there is one; each place of a pickle has its turn."""
    with patch("archive.search.whoosh_store.is_guarded", Path.is_dir):
        return run(len(_POISONS), folder)


SUITE = Suite(
    name="private-index",
    short=_WAYS,
    long=10 * _WAYS,
    run=run,
    variant="an index that is opened without looking at whose it is",
    control=control,
)
