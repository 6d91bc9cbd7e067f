"""Where the words of a phrase or window stand together in one document."""

from __future__ import annotations

from collections.abc import Sequence

from archive.search.analysis import ZONE_SHIFT


def has_phrase(places: Sequence[Sequence[int]], offsets: Sequence[int], zone: int | None) -> bool:
    """Whether some place has every word at its offset from there; in `zone` only, unless that is None."""
    starts = {place - offsets[0] for place in _in_zone(places[0], zone)}
    for found, offset in zip(places[1:], offsets[1:], strict=True):
        starts &= {place - offset for place in found}
    return bool(starts)


def has_window(places: Sequence[Sequence[int]], distance: int, zone: int | None) -> bool:
    """Whether every word stands somewhere within `distance` positions of the others."""
    merged = sorted((place, word) for word, found in enumerate(places) for place in _in_zone(found, zone))
    latest: dict[int, int] = {}
    for place, word in merged:
        latest[word] = place
        if len(latest) == len(places) and place - min(latest.values()) <= distance:
            return True
    return False


def _in_zone(places: Sequence[int], zone: int | None) -> Sequence[int]:
    return places if zone is None else [place for place in places if place >> ZONE_SHIFT == zone]
