"""Lists of files with their SHA-256, in the format of the command sha256sum, and whether they still hold.

One of the files listed is the seal: it holds the SHA-256 of all the other lines. So the list tells by itself whether
it was altered, rather than a file, and every line of it is one that any tool for such lists understands.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from archive.store.finding import Finding
from archive.store.standing import Standing, fault_of, standing_in, unreadable_folder

MANIFEST_NAME = "manifest.sha256"
SEAL_NAME = "manifest-seal.txt"
_LINE = re.compile(r"([0-9a-f]{64})  (.+)")
_SEAL_LINE = re.compile(rb"^([0-9a-f]{64})  " + re.escape(SEAL_NAME.encode()) + rb"\n", re.MULTILINE)


def sealed_list(digests: Mapping[str, str]) -> tuple[str, str]:
    """The list of files, sorted by name, and what is to stand in the file of its seal.

    digests: the SHA-256 in hex of each of the other files by its name.
    """
    seal = _seal_of("".join(_line(name, digests[name]) for name in sorted(digests)).encode())
    listed = {**digests, SEAL_NAME: hashlib.sha256(seal.encode()).hexdigest()}
    return "".join(_line(name, listed[name]) for name in sorted(listed)), seal


def listed_files(content: bytes) -> dict[str, str] | None:
    """The SHA-256 of each file of a list by its name; None where the list is not as it was written."""
    own = _SEAL_LINE.search(content)
    if own is None:
        return None
    others = content[: own.start()] + content[own.end() :]
    if hashlib.sha256(_seal_of(others).encode()).hexdigest().encode() != own[1]:
        return None
    lines = [_LINE.fullmatch(line) for line in content.decode("utf-8").split("\n")[:-1]]
    return {line[2]: line[1] for line in lines if line} if None not in lines else None


def _seal_of(others: bytes) -> str:
    return f"{hashlib.sha256(others).hexdigest()}\n"


def _line(name: str, digest: str) -> str:
    return f"{digest}  {name}\n"


def check_manifest(folder: Path, remedy: str, *, fast: bool = False) -> Iterator[Finding]:
    """What in `folder` differs from its manifest.sha256; nothing where the folder holds no site.

    Files named in it are compared by their hash; others are named as strangers. fast: only those are read that were
    changed after the list was made. remedy: how to renew the folder.
    """
    there = {one.name: one for one in standing_in(folder)} if folder.is_dir() else {}
    if MANIFEST_NAME not in there and not _looks_like_a_site(there):
        return
    list_path = folder / MANIFEST_NAME
    fault = fault_of(list_path, there.get(MANIFEST_NAME), None, None, remedy)
    if fault is not None:
        yield fault
        return
    listed = listed_files(list_path.read_bytes())
    if listed is None:
        yield Finding(
            "altered",
            str(list_path),
            "the list of files is not as it was written",
            f"remove the folder, then {remedy}",
        )
        return
    read_after = there.pop(MANIFEST_NAME).changed_ns if fast else -1
    yield from _compared(folder, listed, there, read_after, remedy)


def _looks_like_a_site(there: Mapping[str, Standing]) -> bool:
    return "index.html" in there and any(name.startswith("assets/") for name in there)


def _compared(
    folder: Path, listed: Mapping[str, str], there: Mapping[str, Standing], read_after: int, remedy: str
) -> Iterator[Finding]:
    closed = tuple(f"{name}/" for name, one in there.items() if one.is_folder)
    for name, sha256 in listed.items():
        standing = there.get(name)
        if standing is None and name.startswith(closed):
            continue
        is_read = standing is not None and standing.changed_ns > read_after
        fault = fault_of(folder / name, standing, sha256 if is_read else None, None, remedy)
        if fault is not None:
            yield fault
    for name, one in there.items():
        if one.is_folder:
            yield unreadable_folder(folder / name)
        elif name not in listed and name != MANIFEST_NAME:
            yield Finding("foreign", str(folder / name), "this file is not part of it", "move it elsewhere")
