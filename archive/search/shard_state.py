"""What is kept beside the corpus of the last shards that were built whole, so that additions need not build them anew.

    state.msgpack   a SHA-256 and, behind it, BaseState
    *.js            the shards themselves, the same files as in the site where links can be made

The folder is a cache: anything in it that is missing, damaged or of another program makes it as good as absent.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from archive.search.known_words import KnownWords
from archive.store.private_folder import (
    guard_folder,
    is_guarded,
    link_or_copy,
    read_sealed,
    replace_folder,
    write_sealed,
)
from archive.store.program import program_digest
from archive.text.abbreviations import Definition

_STATE = "state.msgpack"
# The packages that say what words mean.
_MEANING = ("model", "search", "text")


class Stamp(msgspec.Struct, frozen=True):
    """What the shards were made by and for; with any other, they are not the same shards.

    program: a hash of the very program that says what words mean, so that no number needs to be raised by hand.
    """

    format: int
    language: str
    shard_bytes: int | None
    program: str


def stamp_of(format: int, language: str, shard_bytes: int | None) -> Stamp:
    """The stamp of what this program makes now."""
    return Stamp(format, language, shard_bytes, program_digest(*_MEANING))


class KeptShard(msgspec.Struct, frozen=True):
    """A shard file by its name in the folder, with its size and the SHA-256 of its bytes."""

    name: str
    size: int
    sha256: bytes


class BaseDocument(msgspec.Struct, frozen=True, array_like=True):
    """A document of the first segment. sha256: of its record, as the corpus has it; date: an ordinal, as of Python.

    defined: numbers of the definitions that it gives.
    """

    id: str
    sha256: str
    date: int | None
    defined: tuple[int, ...] = ()


class BaseState(msgspec.Struct, frozen=True):
    """Shards that hold all documents in one segment.

    root: what their root says; segment_files: those of the segment, the others are about all documents.
    settled: the definitions that the segment went by; definitions: all that its documents give.
    """

    stamp: Stamp
    root: dict[str, Any]
    segment_files: tuple[KeptShard, ...]
    other_files: tuple[KeptShard, ...]
    documents: tuple[BaseDocument, ...]
    definitions: tuple[Definition, ...]
    settled: tuple[Definition, ...]
    words: KnownWords
    postings: int


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(BaseState)


def keep_state(folder: Path, state: BaseState, shards: Path) -> None:
    """Puts `state` and its files, which stand in `shards`, in the place of what is kept in `folder`.

    Raises OSError.
    """

    def fill(new: Path) -> None:
        for kept in (*state.segment_files, *state.other_files):
            link_or_copy(shards / kept.name, new / kept.name)
        written = _encoder.encode(state)
        write_sealed(new / _STATE, written)
        guard_folder(new, [_STATE])

    replace_folder(folder, fill)


def kept_state(folder: Path, stamp: Stamp) -> BaseState | None:
    """What is kept in `folder`, if it is whole and has this stamp. The files are not looked at."""
    if not is_guarded(folder, [_STATE]):
        return None
    written = read_sealed(folder / _STATE)
    if written is None:
        return None
    try:
        found = _decoder.decode(written)
    except msgspec.DecodeError:
        return None
    return found if found.stamp == stamp else None


def kept_shards(folder: Path, names: Iterable[str]) -> tuple[KeptShard, ...]:
    """The shards with these names (without .js) in `folder`, as they are now. Raises OSError."""
    found = []
    for name in sorted(names):
        content = (folder / f"{name}.js").read_bytes()
        found.append(KeptShard(f"{name}.js", len(content), hashlib.sha256(content).digest()))
    return tuple(found)


def are_whole(folder: Path, shards: Iterable[KeptShard]) -> bool:
    """Whether all these shards stand in `folder` as they were written."""
    try:
        return all(_is_whole(folder / kept.name, kept) for kept in shards)
    except OSError:
        return False


def _is_whole(path: Path, kept: KeptShard) -> bool:
    if path.stat().st_size != kept.size:
        return False
    return hashlib.sha256(path.read_bytes()).digest() == kept.sha256
