"""Where the words of a phrase or window stand together in one document."""

from __future__ import annotations

from collections.abc import Sequence

from archive.search.analysis import ZONE_SHIFT


def phrase_zones(places: Sequence[Sequence[int]], offsets: Sequence[int], zone: int | None) -> list[int]:
    """The zone of each place from which every word stands at its offset; in `zone` only, unless that is None."""
    starts = {place - offsets[0] for place in places[0]}
    for found, offset in zip(places[1:], offsets[1:], strict=True):
        starts &= {place - offset for place in found}
    zones = [start >> ZONE_SHIFT for start in starts]
    return [one for one in zones if zone is None or one == zone]


def window_zones(places: Sequence[Sequence[int]], distance: int, zone: int | None) -> set[int]:
    """The zones in which every word stands somewhere within `distance` positions of the others."""
    merged = sorted((place, word) for word, found in enumerate(places) for place in found)
    latest: dict[int, int] = {}
    zones = set()
    for place, word in merged:
        latest[word] = place
        if len(latest) == len(places) and place - min(latest.values()) <= distance:
            zones.add(place >> ZONE_SHIFT)
    return {one for one in zones if zone is None or one == zone}
