"""What is kept beside the corpus of its links, so that what did not change need not be made again.

    state.msgpack   a SHA-256 and, behind it, LinkState
    *.bin           shelves: of each record its facts, its words, its vector and what is near it

The folder is a cache: anything in it that is missing, damaged or of another program makes it as good as absent.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import msgspec
import numpy as np

from archive.errors import DamageError
from archive.links.shelf import Listing, Shelf
from archive.links.spread import Spread
from archive.links.vocabulary import Vocabulary
from archive.store.private_folder import guard_folder, is_guarded, read_sealed, write_sealed
from archive.store.program import program_digest

LINK_FORMAT: Final = 1
_STATE: Final = "state.msgpack"
# The packages that say what links are made of.
_MEANING: Final = ("model", "links", "text")


class LinkStamp(msgspec.Struct, frozen=True):
    """What links were made by and for; with any other, they are not the same.

    tools: the versions of what folds words and rounds weights. program: a hash of the program that makes them.
    """

    format: int
    language: str
    least_window: int
    tools: tuple[str, ...]
    program: str


def stamp_of(language: str, least_window: int) -> LinkStamp:
    """The stamp of what this program makes now."""
    tools = (unicodedata.unidata_version, np.__version__)
    return LinkStamp(LINK_FORMAT, language, least_window, tools, program_digest(*_MEANING))


class LinkState(msgspec.Struct, frozen=True):
    """What is kept of all records, in the order of their ids.

    sha256: of each record, as the corpus has it. numbers: of each one that stays its own, int32. words, terms, marks:
    the vocabulary. window: a digest of the records in the window; window_records: how many; window_frequency: in how
    many of them each term stands, int32.
    """

    stamp: LinkStamp
    ids: tuple[str, ...]
    sha256: tuple[str, ...]
    numbers: bytes
    words: str
    terms: bytes
    marks: bytes
    window: bytes
    window_records: int
    window_frequency: bytes
    facts: Listing
    counts: Listing
    vectors: Listing
    lists: Listing


class Kept:
    """What a folder keeps: the state with its shelves open."""

    def __init__(self, folder: Path, state: LinkState) -> None:
        """Raises DamageError and OSError where a shelf is not whole."""
        self.state = state
        self.facts = Shelf(folder, state.facts)
        self.counts = Shelf(folder, state.counts)
        self.vectors = Shelf(folder, state.vectors)
        self.lists = Shelf(folder, state.lists)
        self.places = {id_: place for place, id_ in enumerate(state.ids)}

    def vocabulary(self) -> Vocabulary:
        """The words by their numbers."""
        words = self.state.words.split("\n") if self.state.words else []
        return Vocabulary(words, self.state.terms, self.state.marks)

    def spread(self, words: int) -> Spread:
        """The spread of terms over the window, for a vocabulary that has so many words by now."""
        frequency = np.zeros(words, np.int32)
        kept = np.frombuffer(self.state.window_frequency, np.int32)
        frequency[: len(kept)] = kept
        return Spread(self.state.window_records, frequency)


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(LinkState)


def write_state(folder: Path, state: LinkState) -> None:
    """Writes the state into `folder`, where its shelves stand. Raises OSError."""
    written = _encoder.encode(state)
    write_sealed(folder / _STATE, written)
    guard_folder(folder, [_STATE])


def kept_links(folder: Path, stamp: LinkStamp, present: Sequence[tuple[str, str]]) -> Kept | None:
    """What is kept in `folder`, if it is whole, has this stamp and holds most of the records that are present.

    present: of each record its id and the SHA-256 that the corpus has of it.
    """
    if not is_guarded(folder, [_STATE]):
        return None
    written = read_sealed(folder / _STATE)
    if written is None:
        return None
    try:
        state = _decoder.decode(written)
        if state.stamp != stamp or not _is_of_use(state, present):
            return None
        return Kept(folder, state)
    except (OSError, msgspec.DecodeError, DamageError):
        return None


def _is_of_use(state: LinkState, present: Sequence[tuple[str, str]]) -> bool:
    """Whether at least half of what is kept is still so."""
    kept = dict(zip(state.ids, state.sha256, strict=True))
    same = sum(kept.get(id_) == sha256 for id_, sha256 in present)
    return 2 * same >= len(kept)
