"""The copies of a site that are made beside it, each in one file: where they may stand, and what is told of them."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from archive.errors import ConfigError
from archive.store.flushing import flush_file, flush_folder
from archive.store.replacing import name_beside, remove_rests


class Copies(msgspec.Struct, frozen=True):
    """The copies to make of a site: the file for each kind of them, None where none is wanted."""

    zip: Path | None = None
    zim: Path | None = None

    def wanted(self) -> dict[str, Path]:
        """The files to be made by the name of their kind."""
        named = {"zip": self.zip, "zim": self.zim}
        return {kind: path for kind, path in named.items() if path is not None}


NO_COPIES = Copies()


class CopyReport(msgspec.Struct, frozen=True):
    """A copy that was made. kind: "zip" or "zim"; sha256: of the file, in hex."""

    kind: str
    path: str
    bytes: int
    sha256: str


def copy_report(kind: str, file: Path) -> CopyReport:
    """What is told of the copy in `file`."""
    with file.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return CopyReport(kind, str(file), file.stat().st_size, digest)


def check_places(copies: Copies, output: Path) -> None:
    """Raises ConfigError where a copy cannot stand: within the site itself, as a folder, or in no folder."""
    wanted = copies.wanted()
    for kind, path in wanted.items():
        elsewhere = f"choose another place with --{kind}"
        if path.resolve().is_relative_to(output.resolve()):
            remedy = "set offline_zip = true for a zip within the site" if kind == "zip" else elsewhere
            raise ConfigError(str(path), "a copy of the site cannot stand within it", remedy)
        if path.is_dir():
            raise ConfigError(str(path), "this is a folder, and the copy is a file", elsewhere)
        if not path.parent.is_dir():
            raise ConfigError(str(path.parent), "this folder does not exist", f"make it, or {elsewhere}")
    if len({path.resolve() for path in wanted.values()}) < len(wanted):
        raise ConfigError(str(copies.zip), "two copies cannot be one file", "give each a name of its own")


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A new file to write; when the block ends well, it stands at `path` in one stroke, else it goes."""
    remove_rests(path)
    unfinished = name_beside(path, "new", hidden=True)
    try:
        yield unfinished
        flush_file(unfinished)
        unfinished.replace(path)
        flush_folder(path.parent)
    finally:
        # With what a library that failed left beside it.
        remove_rests(path)
