"""What may befall a file: a flipped bit, a loss, an addition, a swap, and what a check must then say of it."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import msgspec

from archive.store.originals import sha256_of


class Altered(msgspec.Struct, frozen=True):
    """What was done and must be found. name: of what was done.

    expected: kinds that the check may find, by what each finding must name; every one must be named, and nothing else.
    """

    name: str
    expected: Mapping[str, frozenset[str]]

    def faults(self, found: list[tuple[str, str]]) -> Iterator[str]:
        """What the check does not say or says wrongly. found: kind and place of each finding of damage."""
        for place, kinds in self.expected.items():
            if not any(kind in kinds and there == place for kind, there in found):
                yield f"{self.name}: {place} was not found to be {' or '.join(sorted(kinds))}; found: {found}"
        for kind, there in found:
            if there not in self.expected:
                yield f"{self.name}: {there} was found to be {kind}, and is as it was"


_Change = Callable[[Path, Path, random.Random], dict[Path, str]]


def _flip(path: Path, _: Path, chance: random.Random) -> dict[Path, str]:
    content = bytearray(path.read_bytes())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)
    return {path: "altered"}


def _delete(path: Path, _: Path, __: random.Random) -> dict[Path, str]:
    path.unlink()
    return {path: "missing"}


def _truncate(path: Path, _: Path, chance: random.Random) -> dict[Path, str]:
    os.truncate(path, chance.randrange(path.stat().st_size))
    return {path: "altered"}


def _lengthen(path: Path, _: Path, chance: random.Random) -> dict[Path, str]:
    with path.open("ab") as stream:
        stream.write(bytes([chance.randrange(256)]))
    return {path: "altered"}


def _swap(path: Path, other: Path, _: random.Random) -> dict[Path, str]:
    first, second = path.read_bytes(), other.read_bytes()
    path.write_bytes(second)
    other.write_bytes(first)
    return {path: "altered", other: "altered"}


def _rename(path: Path, _: Path, __: random.Random) -> dict[Path, str]:
    moved = path.rename(path.with_name(f"{path.name}.old"))
    return {path: "missing", moved: "foreign"}


def _add(path: Path, _: Path, chance: random.Random) -> dict[Path, str]:
    name = chance.choice(["more.txt", ".hidden", "index.html.bak", "Ωmega", "a b"])
    added = path.with_name(name)
    added.write_bytes(b"more")
    return {added: "foreign"}


def _forbid(path: Path, _: Path, __: random.Random) -> dict[Path, str]:
    path.chmod(0)
    return {path: "unreadable"}


def _link(path: Path, other: Path, _: random.Random) -> dict[Path, str]:
    """A link to the very same bytes: somebody may put others there tomorrow."""
    kept = path.rename(path.with_name(f"{path.name}.elsewhere"))
    path.symlink_to(kept.name)
    return {path: "altered", kept: "foreign"}


def _pipe(path: Path, _: Path, __: random.Random) -> dict[Path, str]:
    path.unlink()
    os.mkfifo(path)
    return {path: "altered"}


def _folder(path: Path, _: Path, __: random.Random) -> dict[Path, str]:
    path.unlink()
    path.mkdir()
    return {path: "missing"}


_CHANGES: Mapping[str, _Change] = {
    "a flipped bit": _flip,
    "a file deleted": _delete,
    "a file cut off": _truncate,
    "a byte added": _lengthen,
    "two files swapped": _swap,
    "a file renamed": _rename,
    "a file added": _add,
    "reading forbidden": _forbid,
    "a link in its place": _link,
    "a pipe in its place": _pipe,
    "a folder in its place": _folder,
}
# More than half of what befalls files in earnest.
_WEIGHTS = (12, 3, 3, 1, 2, 2, 2, 1, 1, 1, 1)


def alter_file(paths: list[Path], chance: random.Random) -> Altered:
    """Does something to one of these files, of which no two have the same bytes."""
    path, other = chance.sample(paths, 2)
    (name,) = chance.choices(list(_CHANGES), weights=_WEIGHTS)
    done = _CHANGES[name](path, other, chance)
    expected = {str(place): frozenset({kind}) for place, kind in done.items()}
    return Altered(f"{name}: {path.name}", expected)


def distinct_files(folder: Path) -> list[Path]:
    """The files in a folder that are not empty, one of each content, sorted."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.stat().st_size)
    return sorted({sha256_of(path.read_bytes()): path for path in files}.values())
