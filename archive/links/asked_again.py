"""Of each question the earlier one that it asks again, so that both can be laid beside each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from typing import Final, NamedTuple

from archive.links.facts import RecordFacts
from archive.links.fingerprints import shared_runs
from archive.links.series import Series

# A follow-up of the same member on the same subject repeats its forerunner in part: less in common is a new text.
PARTLY_REPEATED: Final = 0.25
# So many forerunners of a follow-up are weighed, the nearest in time.
_WEIGHED: Final = 2


class _Candidate(NamedTuple):
    """An earlier question; of several the largest is the best."""

    day: int
    overlap: float
    place: int


def asked_again(
    facts: Sequence[RecordFacts],
    repeats: Mapping[int, Mapping[int, float]],
    series: Series,
    kin: Callable[[int], Iterable[int]],
) -> dict[int, int]:
    """Of each question that has one the earlier question that it asks again, by their places among the facts.

    That is the latest of an earlier day whose text it repeats; without any the latest of the same member on the same
    subject that shares enough of its text. Put to several ministers, that to the same minister is taken.
    repeats: of each place the share of runs of words in common with others. kin: the places of a family, its own too.
    """
    best: dict[int, int] = {}
    for place, one in enumerate(facts):
        if not one.question or not one.day:
            continue
        own = set(kin(place))
        if some := _repeated(facts, place, repeats, own) or _followed(facts, place, series, own):
            best[place] = max(some).place
    best |= _asked_by_kin(facts, best, kin)
    return {place: _to_same_addressee(facts, place, kin(other)) for place, other in sorted(best.items())}


def _asked_by_kin(
    facts: Sequence[RecordFacts], best: Mapping[int, int], kin: Callable[[int], Iterable[int]]
) -> dict[int, int]:
    """Of questions without a forerunner that of their family: not every text is compared with every other."""
    found: dict[int, int] = {}
    for place, other in sorted(best.items()):
        for sibling in kin(place):
            if sibling not in best and facts[other].day < facts[sibling].day:
                found[sibling] = other
    return found


def _repeated(
    facts: Sequence[RecordFacts], place: int, repeats: Mapping[int, Mapping[int, float]], own: Set[int]
) -> list[_Candidate]:
    day = facts[place].day
    return [
        _Candidate(facts[other].day, share, other)
        for other, share in repeats.get(place, {}).items()
        if 0 < facts[other].day < day and other not in own
    ]


def _followed(facts: Sequence[RecordFacts], place: int, series: Series, own: Set[int]) -> list[_Candidate]:
    mine = facts[place].question
    if mine is None:
        return []
    earlier = sorted(
        {
            (facts[other].day, other)
            for other in series.nearest(place)
            if 0 < facts[other].day < facts[place].day
            and other not in own
            and (its := facts[other].question)
            and its.asked.asker == mine.asked.asker
        }
    )
    found = []
    for day, other in earlier[-_WEIGHED:]:
        its = facts[other].question
        share = shared_runs(mine.fingerprint.runs, its.fingerprint.runs) if its else 0.0
        if share >= PARTLY_REPEATED:
            found.append(_Candidate(day, share, other))
    return found


def _to_same_addressee(facts: Sequence[RecordFacts], place: int, family: Iterable[int]) -> int:
    """The question of a family that was put to the same minister, or holder of the same office, or else the latest."""
    earlier = [other for other in family if 0 < facts[other].day < facts[place].day]
    return max(
        earlier, key=lambda other: (*_same_addressee(facts[place], facts[other]), facts[other].day, other)
    )


def _same_addressee(one: RecordFacts, other: RecordFacts) -> tuple[bool, bool]:
    """Whether two questions were put to one minister, and to the holder of one office."""
    if not one.question or not other.question:
        return False, False
    mine, its = one.question.asked, other.question.asked
    return mine.minister == its.minister, mine.portfolio == its.portfolio
