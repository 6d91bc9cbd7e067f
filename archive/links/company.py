"""Which topics go together with one: those that stand on its records more often than on others."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from math import log
from typing import Final

from archive.links.names import TopicKey, TopicKind
from archive.links.topics import Related, Topic

# In an archive of fewer records counts tell more than chances do.
_FEW_RECORDS: Final = 50
# So many times as often as by chance.
_LEAST_LIFT: Final = 1.5
# One record in common is no company, but for a topic with hardly more.
_SMALL_TOPIC: Final = 6


def company_of(
    topic: Topic,
    shared: Mapping[TopicKey, int],
    topics: Mapping[TopicKey, Topic],
    kinds: Collection[TopicKind],
    records: int,
) -> dict[TopicKind, tuple[Related, ...]]:
    """The topics of some kinds that go together with `topic`, the most telling first; empty kinds are left out.

    shared: how many records each topic shares with it. records: how many there are in the archive. The rank is the
    log-likelihood ratio of the two topics standing together (Dunning, "Accurate methods for the statistics of
    surprise and coincidence", 1993), which asks for many records as well as for a share beyond chance; what goes
    together hardly more than by chance is left out.
    """
    weighed: dict[TopicKind, list[tuple[float, int, TopicKey]]] = {kind: [] for kind in kinds}
    here = len(topic.members)
    for key, count in shared.items():
        if key.kind in weighed and key != topic.key and key in topics:
            weight = _weight(count, here, len(topics[key].members), records)
            if weight > 0:
                weighed[key.kind].append((-weight, -count, key))
    return {
        kind: tuple(Related(topics[key], -count) for _, count, key in sorted(some))
        for kind, some in weighed.items()
        if some
    }


def _weight(both: int, here: int, there: int, records: int) -> float:
    """How telling it is that of all records so many stand under both topics; 0 where it tells nothing."""
    if records < _FEW_RECORDS:
        return both
    if both < 2 and here >= _SMALL_TOPIC:
        return 0.0
    if both * records < _LEAST_LIFT * here * there:
        return 0.0
    return log_likelihood(both, here, there, records)


def log_likelihood(both: int, here: int, there: int, records: int) -> float:
    """The log-likelihood ratio of two topics, `here` and `there` records strong, that share `both` records."""
    cells = (
        (both, here, there),
        (here - both, here, records - there),
        (there - both, records - here, there),
        (records - here - there + both, records - here, records - there),
    )
    return 2 * sum(seen * log(seen * records / (row * column)) for seen, row, column in cells if seen > 0)
