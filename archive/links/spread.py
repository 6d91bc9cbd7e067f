"""How many records have each term, counted so that new questions seldom change it.

Whatever is weighed by how many records of the archive have a word changes for all with each record that comes. So
records are counted in a window: the oldest ones, in a number that grows by steps. New questions are the newest; until
the next step they change the weights of no other. A small archive is its own window.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec
import numpy as np
import numpy.typing as npt

from archive.links.vocabulary import TermCounts

LEAST_WINDOW: Final = 1000
# At most this part of the archive: records that still change, by an answer that comes, are mostly the newest.
_SHARE: Final = 0.9
# An undated record stands behind all others.
_UNDATED: Final = 1 << 30


class Spread(msgspec.Struct, frozen=True):
    """records: how many the window holds. frequency: of each term, by number, in how many of them it stands."""

    records: int
    frequency: npt.NDArray[np.int32]


def window_size(count: int, least: int = LEAST_WINDOW) -> int:
    """How many of `count` records are in the window: all of a few, else a step of quarter octaves up from `least`."""
    room = count * _SHARE
    if room < least:
        return count
    step = 0
    while _at_step(step + 1, least) <= room:
        step += 1
    return _at_step(step, least)


def window_of(days: Sequence[int], ids: Sequence[str], least: int = LEAST_WINDOW) -> list[int]:
    """The places of the records in the window, the oldest first. days: ordinals, 0 of an undated record."""
    by_age = sorted(range(len(ids)), key=lambda place: (days[place] or _UNDATED, ids[place]))
    return by_age[: window_size(len(ids), least)]


def spread_of(counted: Iterable[TermCounts], records: int, terms: npt.NDArray[np.int32]) -> Spread:
    """The spread of terms over the records of a window. terms: of each form its term."""
    frequency = np.zeros(len(terms), np.int32)
    for one in counted:
        frequency[terms[one.forms]] += 1
    return Spread(records, frequency)


def _at_step(step: int, least: int) -> int:
    return int(least * 2 ** (step / 4))
