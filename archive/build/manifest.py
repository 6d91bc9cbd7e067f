"""The manifest: which files a site consists of and what is in them, as `sha256sum` writes and checks it."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from archive.store.manifest import MANIFEST_NAME, SEAL_NAME, sealed_list

__all__ = ["MANIFEST_NAME", "SEAL_NAME", "file_names", "manifest_files", "manifest_names", "write_manifest"]

_LINE = re.compile(r"([0-9a-f]{64})  (.+)")


def manifest_files(folder: Path, known: Mapping[str, str]) -> dict[str, str]:
    """The manifest of all files in `folder`, sorted by name, and its seal: what is to stand in each, by its name.

    known: the SHA-256 in hex of some by their names.
    """
    listed = (name for name in file_names(folder) if name not in (MANIFEST_NAME, SEAL_NAME))
    manifest, seal = sealed_list({name: known.get(name) or _digest(folder / name) for name in listed})
    return {SEAL_NAME: seal, MANIFEST_NAME: manifest}


def write_manifest(folder: Path) -> None:
    """Writes the manifest of all files in `folder`."""
    for name, text in manifest_files(folder, {}).items():
        (folder / name).write_text(text, "utf-8", newline="\n")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def manifest_names(folder: Path) -> frozenset[str] | None:
    """The names in the manifest of `folder`; None where there is no manifest of a site."""
    try:
        lines = (folder / MANIFEST_NAME).read_text("utf-8").splitlines()
    except (FileNotFoundError, NotADirectoryError, UnicodeDecodeError):
        return None
    # Remarks, which sha256sum passes over, stand in those of some sites of old.
    matches = [_LINE.fullmatch(line) for line in lines if not line.startswith("#")]
    names = frozenset(match.group(2) for match in matches if match)
    return names if None not in matches and "index.html" in names else None


def file_names(folder: Path) -> Iterator[str]:
    """The name of everything in `folder` that is no folder, with slashes, relative to it. Raises OSError."""
    for root, folders, files in os.walk(folder, onerror=_raise):
        links = [name for name in folders if Path(root, name).is_symlink()]
        for name in (*files, *links):
            yield Path(root, name).relative_to(folder).as_posix()


def _raise(error: OSError) -> None:
    """A folder that cannot be listed is no empty one."""
    raise error
