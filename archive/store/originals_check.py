"""Whether the files under originals/ are those that the database names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from archive.store.finding import Finding
from archive.store.originals import ORIGINALS, UNFINISHED, original_path
from archive.store.rows import Original
from archive.store.standing import Standing, fault_of, standing_in, unreadable_folder

_NAME = re.compile(r"([0-9a-f]{64})\.[a-z0-9]+")
_COPY_BACK = "put a copy of it back; ingesting the same document again does that too"


def check_originals(folder: Path, originals: Iterable[Original], *, fast: bool = False) -> Iterator[Finding]:
    """What is wrong with the originals of the corpus in `folder`.

    originals: those that the database names. fast: their bytes are counted and not read.
    """
    top = folder / ORIGINALS
    there = {one.name: one for one in standing_in(top)}
    closed = tuple(f"{name}/" if name else "" for name, one in there.items() if one.is_folder)
    for original in originals:
        path = original_path(folder, original.sha256, original.extension)
        standing = there.pop(path.relative_to(top).as_posix(), None)
        if standing is None and closed and path.relative_to(top).as_posix().startswith(closed):
            continue
        fault = fault_of(path, standing, None if fast else original.sha256, original.bytes, _COPY_BACK)
        if fault is not None:
            yield msgspec.structs.replace(fault, cause=f"{fault.cause} (it came as {original.name})")
    for name, standing in there.items():
        yield _unnamed(top / name, standing, fast)


def _unnamed(path: Path, standing: Standing, fast: bool) -> Finding:
    """The finding of a file that no row names, held against the hash in its own name."""
    named = _NAME.fullmatch(path.name)
    if standing.is_folder:
        return unreadable_folder(path)
    if path.name.startswith(UNFINISHED) and standing.is_file:
        return Finding("unfinished", str(path), "an interrupted ingest left it", "the next ingest removes it")
    if named is None or path.parent.name != named[1][:2] or not standing.is_file:
        return Finding("foreign", str(path), "this file is no original", "move it elsewhere")
    fault = fault_of(path, standing, None if fast else named[1], None, "remove it")
    return fault or Finding("orphan", str(path), "no record names this original", "ingest it, or remove it")
