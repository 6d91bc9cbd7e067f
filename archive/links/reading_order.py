"""Two rows of which some members belong together, as one row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

Pair = tuple[int | None, int | None]


def in_reading_order(found: Mapping[int, int], earlier: int, later: int) -> Iterator[Pair]:
    """The places of both rows in pairs (earlier, later), in the order of the later one; None where one has none.

    found: of each later place the earlier one that belongs to it. earlier, later: how many there are. An earlier
    place that belongs to none follows the one that it followed.
    """
    taken = set(found.values())
    behind: defaultdict[int | None, list[int]] = defaultdict(list)
    last: int | None = None
    for place in range(earlier):
        if place in taken:
            last = place
        else:
            behind[last].append(place)
    yield from ((place, None) for place in behind[None])
    for place in range(later):
        partner = found.get(place)
        yield partner, place
        if partner is not None:
            yield from ((dropped, None) for dropped in behind[partner])
