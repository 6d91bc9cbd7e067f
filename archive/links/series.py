"""Series: the questions on one subject in the order of time, and those of them that one member asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from archive.links.asked import Asked

# How many before and after a question are near it.
_REACH: Final = 6


class Series:
    """The questions of a corpus by subject. Records are known by their place; None stands for one without subject."""

    def __init__(self, asked: Sequence[Asked | None]) -> None:
        series: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        for place, one in enumerate(asked):
            if one and one.subject:
                series[one.subject,].append(place)
                series[one.subject, one.asker].append(place)
        self._around: defaultdict[int, list[tuple[list[int], int]]] = defaultdict(list)
        for places in series.values():
            if len(places) > 1:
                places.sort(key=lambda place: (_day(asked[place]), place))
                for order, place in enumerate(places):
                    self._around[place].append((places, order))

    def nearest(self, place: int) -> Iterator[int]:
        """The questions on the subject of this one that are nearest to it in time, those of its asker too."""
        for places, order in self._around.get(place, ()):
            around = range(max(0, order - _REACH), min(len(places), order + _REACH + 1))
            yield from (places[one] for one in around if one != order)


def _day(asked: Asked | None) -> int:
    return asked.day if asked else 0
