"""Lists of files with their SHA-256, in the format of the command sha256sum, and whether they still hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from archive.store.finding import Finding
from archive.store.originals import sha256_of_file

MANIFEST_NAME = "manifest.sha256"
_LINE = re.compile(r"([0-9a-f]{64})  (.+)")


def check_manifest(folder: Path, remedy: str) -> Iterator[Finding]:
    """What in `folder` differs from its manifest.sha256; nothing where there is no manifest.

    Files named in it are compared by their hash; others are named as strangers. remedy: how to renew the folder.
    """
    manifest = folder / MANIFEST_NAME
    if not manifest.is_file():
        return
    listed: set[str] = set()
    for number, line in enumerate(manifest.read_text("utf-8", errors="replace").splitlines(), 1):
        found = _LINE.fullmatch(line)
        if found is None:
            place = f"{manifest}, line {number}"
            yield Finding("altered", place, "this is no line of a manifest", remedy)
            continue
        listed.add(found[2])
        yield from _compared(folder / found[2], found[1], remedy)
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path != manifest and path.relative_to(folder).as_posix() not in listed:
            yield Finding("foreign", str(path), "this file is not part of it", remedy)


def _compared(path: Path, sha256: str, remedy: str) -> Iterator[Finding]:
    try:
        actual = sha256_of_file(path)
    except OSError as error:
        yield Finding("missing", str(path), f"the file cannot be read ({error.strerror})", remedy)
        return
    if actual != sha256:
        yield Finding("altered", str(path), "the file is not as it was written", remedy)
