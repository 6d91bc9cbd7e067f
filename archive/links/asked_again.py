"""Of each question the earlier one that it asks again, so that both can be laid beside each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from archive.links.facts import RecordFacts
from archive.links.fingerprints import shared_runs
from archive.links.series import Series

# A follow-up of the same member on the same subject repeats its forerunner in part: less in common is a new text.
PARTLY_REPEATED: Final = 0.25
# So many forerunners of a follow-up are weighed, the nearest in time.
_WEIGHED: Final = 2


class _Candidate(NamedTuple):
    """An earlier question. Those are preferred that come last when sorted."""

    repeated: bool
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
    found: dict[int, int] = {}
    for place, one in enumerate(facts):
        if not one.question or not one.day:
            continue
        some = _repeated(facts, place, repeats) or _followed(facts, place, series)
        if some:
            own = set(kin(place))
            if left := [candidate for candidate in some if candidate.place not in own]:
                found[place] = _chosen(facts, place, left, kin)
    return found


def _repeated(
    facts: Sequence[RecordFacts], place: int, repeats: Mapping[int, Mapping[int, float]]
) -> list[_Candidate]:
    day = facts[place].day
    return [
        _Candidate(True, facts[other].day, share, other)
        for other, share in repeats.get(place, {}).items()
        if 0 < facts[other].day < day
    ]


def _followed(facts: Sequence[RecordFacts], place: int, series: Series) -> list[_Candidate]:
    mine = facts[place].question
    if mine is None:
        return []
    earlier = sorted(
        {
            (facts[other].day, other)
            for other in series.nearest(place)
            if 0 < facts[other].day < facts[place].day
            and (its := facts[other].question)
            and its.asked.asker == mine.asked.asker
        }
    )
    found = []
    for day, other in earlier[-_WEIGHED:]:
        its = facts[other].question
        share = shared_runs(mine.fingerprint.runs, its.fingerprint.runs) if its else 0.0
        if share >= PARTLY_REPEATED:
            found.append(_Candidate(False, day, share, other))
    return found


def _chosen(
    facts: Sequence[RecordFacts],
    place: int,
    candidates: Sequence[_Candidate],
    kin: Callable[[int], Iterable[int]],
) -> int:
    """The best candidate; of its family the one that was put to the same minister, or holder of the same office."""
    family = set(kin(max(candidates).place))
    return max(
        (one for one in candidates if one.place in family),
        key=lambda one: (*_same_addressee(facts[place], facts[one.place]), one),
    ).place


def _same_addressee(one: RecordFacts, other: RecordFacts) -> tuple[bool, bool]:
    """Whether two questions were put to one minister, and to the holder of one office."""
    if not one.question or not other.question:
        return False, False
    mine, its = one.question.asked, other.question.asked
    return mine.minister == its.minister, mine.portfolio == its.portfolio
