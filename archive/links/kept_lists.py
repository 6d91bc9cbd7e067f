"""What is near each record, kept from one time to the next: only what the changes touch is found anew.

A list is made of the vector of its record, of those of the candidates that were weighed, and of what links them besides
their words. So it stays as it is unless one of these changed, or a changed record is now as alike as those weighed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from archive.links.nearness import Found, Near, NearFinder
from archive.links.related import Sums
from archive.links.shelf import Shelf, ShelfWriter
from archive.links.ties import Ties
from archive.links.vocabulary import Numbers

Flags = npt.NDArray[np.bool_]

# Where more is changed, all lists are made anew.
_MOST_CHANGED = 0.3


class _KeptList(msgspec.Struct, frozen=True, array_like=True):
    """What is near a record. candidates: numbers of those weighed; the others as in Found and Ties."""

    least: float
    candidates: bytes
    inputs: bytes
    seen: bytes
    near: msgspec.Raw


class _NearAlone(msgspec.Struct, frozen=True, array_like=True):
    """The same, read for its last field."""

    least: float
    candidates: bytes
    inputs: bytes
    seen: bytes
    near: tuple[Near, ...]


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(_KeptList)
_near_decoder = msgspec.msgpack.Decoder(_NearAlone)


class OldLists(msgspec.Struct, frozen=True):
    """The lists of the last time. places: of each record that of its list, -1 where it has none; numbers: its own.

    changed: which records are new or have another vector.
    """

    shelf: Shelf | None
    places: npt.NDArray[np.int64]
    numbers: Numbers
    changed: Flags


class NearLists:
    """What is near each record of one corpus, by its place. made: the lists that were made anew."""

    def __init__(self, old: OldLists, made: Mapping[int, bytes]) -> None:
        self._old = old
        self.made = made

    def __call__(self, place: int) -> tuple[Near, ...]:
        """What is near the record at `place`."""
        content = self.made.get(place)
        if content is None:
            assert self._old.shelf is not None
            content = self._old.shelf[int(self._old.places[place])]
        return _near_decoder.decode(content).near


def find_lists(finder: NearFinder, ties: Ties, old: OldLists, writer: ShelfWriter) -> NearLists:
    """Makes every list anew that cannot be as it was, and writes all."""
    made = _Making(finder, ties, old).made
    for place, old_place in enumerate(old.places.tolist()):
        if place in made:
            writer.add(made[place])
        else:
            writer.keep(old_place)
    return NearLists(old, made)


class _Making:
    """Makes the lists that cannot be as they were."""

    def __init__(self, finder: NearFinder, ties: Ties, old: OldLists) -> None:
        self._finder = finder
        self._old = old
        size = len(old.places)
        self._seen = [ties.seen(place) for place in range(size)]
        self._inputs = [ties.inputs(place) for place in range(size)]
        self.made: dict[int, bytes] = {}
        for place in np.flatnonzero(self._find()).tolist():
            if place not in self.made:
                self._make(place, self._finder.common(place))

    def _find(self) -> Flags:
        """Which lists must be made anew."""
        changed = self._old.changed
        if self._old.shelf is None or changed.sum() > _MOST_CHANGED * len(changed):
            return np.ones(len(changed), np.bool_)
        return self._touched(self._old.shelf)

    def _touched(self, shelf: Shelf) -> Flags:
        """Which lists cannot be as they were. Makes those of changed records on the way."""
        old, size = self._old, len(self._old.places)
        unsettled, least = old.changed.copy(), np.zeros(size)
        touched = np.zeros(size, np.bool_)
        owners, candidates = [], []
        for place, old_place in enumerate(old.places.tolist()):
            if old_place < 0:
                continue
            kept = _decoder.decode(shelf[old_place])
            unsettled[place] |= kept.seen != self._seen[place]
            touched[place] = kept.inputs != self._inputs[place]
            least[place] = kept.least
            owners.append((place, len(kept.candidates) // 4))
            candidates.append(kept.candidates)
        touched |= unsettled
        touched |= self._with_unsettled(owners, b"".join(candidates), unsettled)
        for place in np.flatnonzero(old.changed).tolist():
            common = self._finder.common(place)
            touched |= (common > 0) & (common >= least)
            self._make(place, common)
        return touched

    def _with_unsettled(
        self, owners: Sequence[tuple[int, int]], candidates: bytes, unsettled: Flags
    ) -> Flags:
        """Which records had a candidate that is unsettled or gone."""
        numbers = np.frombuffer(candidates, np.int32)
        places = np.full(max(numbers.max(initial=0), self._old.numbers.max(initial=0)) + 1, -1, np.int64)
        places[self._old.numbers] = np.arange(len(self._old.numbers))
        found = places[numbers]
        is_unsettled = (found < 0) | unsettled[found]
        repeated = np.repeat([place for place, _ in owners], [count for _, count in owners])
        flags = np.zeros(len(unsettled), np.bool_)
        flags[repeated[is_unsettled].astype(np.int64)] = True
        return flags

    def _make(self, place: int, common: Sums) -> None:
        self.made[place] = self._packed(place, self._finder.found(place, common))

    def _packed(self, place: int, found: Found) -> bytes:
        numbers = self._old.numbers[list(found.candidates)].astype(np.int32)
        near = msgspec.Raw(_encoder.encode(found.near))
        return _encoder.encode(
            _KeptList(found.least, numbers.tobytes(), self._inputs[place], self._seen[place], near)
        )
