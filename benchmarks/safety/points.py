"""Chooses the system calls at which a run is struck: some of each kind, so that no kind is passed over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from benchmarks.safety.strace import Call


def chosen_points(calls: Iterable[Call], wanted: int) -> tuple[Call, ...]:
    """At most `wanted` of the calls, as many of each name as of any other while there are so many of it.

    Rare calls, such as rename, count as much as common ones, such as write: a loop over all alike would hardly ever
    strike them. Those of one name stand as far apart as can be.
    """
    by_name: dict[str, list[Call]] = defaultdict(list)
    for call in calls:
        by_name[call.name].append(call)
    groups = sorted(by_name.values(), key=len)
    chosen: list[Call] = []
    for number, group in enumerate(groups):
        share = -(-(wanted - len(chosen)) // (len(groups) - number))
        chosen += spread(group, share)
    return tuple(chosen)


def spread(calls: Sequence[Call], wanted: int) -> Sequence[Call]:
    """So many of the calls, the first and the last among them, at even distances."""
    if wanted >= len(calls):
        return calls
    if wanted <= 1:
        return calls[:wanted]
    return [calls[place * (len(calls) - 1) // (wanted - 1)] for place in range(wanted)]
