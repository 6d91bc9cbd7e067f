"""Finds documents in files, folders and standard input."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import IO

from archive.errors import Refusal, cause_of, way_on
from archive.fetch.addresses import is_address
from archive.ingest.found import Found, printable
from archive.ingest.limits import Limits
from archive.ingest.unpack import Budget, Container, documents_in

STDIN = "-"
_STDIN_NAME = "stdin"


def listed_places(
    paths: Iterable[str], skipped: Collection[Path] = ()
) -> tuple[tuple[Path | str | None, str], ...]:
    """Every file under the given paths, in their order, with its name within the path given.

    Folders are walked in the order of names. Hidden files and folders are left out, and so are the folders in
    `skipped` (the corpus, the site), devices, and links that lead out of the folder given. None stands for
    standard input, a text for an address of the web.
    """
    away = {folder.resolve() for folder in skipped}
    found: list[tuple[Path | str | None, str]] = []
    for given in paths:
        path = Path(given)
        if given == STDIN:
            found.append((None, _STDIN_NAME))
        elif is_address(given):
            found.append((given, given))
        elif path.is_dir():
            found += _walked(path, path, away)
        else:
            found.append((path, path.name))
    return tuple(found)


def listed_folders(paths: Iterable[str], places: Iterable[tuple[Path | str | None, str]]) -> tuple[str, ...]:
    """The folders that were listed on the way from the given paths to these places, as refusals name them."""
    roots = {Path(given) for given in paths if given != STDIN and not is_address(given)}
    found: set[Path] = set()
    for folder in {place.parent for place, _ in places if isinstance(place, Path)}:
        way = (folder, *folder.parents)
        last = max((number for number, one in enumerate(way) if one in roots), default=-1)
        found.update(way[: last + 1])
    return tuple(sorted(printable(str(folder)) for folder in found))


def _walked(folder: Path, root: Path, away: Collection[Path]) -> Iterator[tuple[Path, str]]:
    if folder.resolve() in away:
        return
    try:
        with os.scandir(folder) as entries:
            ordered = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        # Reading it as a file fails in the same way, and is then a refusal with its reason.
        yield folder, folder.name
        return
    for entry in ordered:
        path = folder / entry.name
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walked(path, root, away)
        elif _is_file(entry) and (not entry.is_symlink() or _stays_within(path, root)):
            yield path, path.relative_to(root).as_posix()


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:
        # A link that leads to itself, for example.
        return False


def _stays_within(path: Path, root: Path) -> bool:
    try:
        return path.resolve(strict=True).is_relative_to(root.resolve())
    except OSError:
        return False


def documents_at(path: Path | None, name: str, limits: Limits, stdin: IO[bytes]) -> Iterator[Found]:
    """The documents in one file, or in standard input: itself, or the members of an archive."""
    shown, name = printable(STDIN if path is None else str(path)), printable(name)
    if path is None:
        content = stdin.read(limits.document_bytes + 1)
        if len(content) > limits.document_bytes:
            cause = f"standard input is longer than {limits.document_bytes} bytes"
            yield Found(shown, name, None, Refusal(shown, cause, "give a file", code="too_large"))
            return
        yield from documents_in(
            io.BytesIO(content), Container(shown, name, content, 0), Budget(len(content), limits)
        )
        return
    try:
        with _opened(path) as stream:
            size = os.fstat(stream.fileno()).st_size
            yield from documents_in(stream, Container(shown, name, path, 0), Budget(size, limits))
    except OSError as error:
        refusal = Refusal(
            shown,
            f"the file cannot be read ({cause_of(error)})",
            way_on(error, "make it readable"),
            code="unreadable",
        )
        yield Found(shown, name, None, refusal)


def _opened(path: Path) -> IO[bytes]:
    # A pipe or device could keep the run waiting for ever.
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    stream = os.fdopen(descriptor, "rb")
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        stream.close()
        raise OSError(0, "it is no file")
    return stream
