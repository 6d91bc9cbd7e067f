"""How many questions were answered in time: by minister, and by parliamentary year and minister."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

import msgspec

from archive.links.authority import Authority
from archive.links.deadlines import Deadline, DeadlineState, deadline_of, median
from archive.links.names import TopicKey
from archive.model.record import Record
from archive.model.supporting import SupportingDocument


class TermFigures(msgspec.Struct, frozen=True):
    """Some questions by the state of their term.

    median_days: working days of the term until the answer, the middle of those questions for which both dates are
    known (`dated`); None where there are none.
    """

    questions: int
    on_time: int
    late: int
    open: int
    unknown: int
    dated: int
    median_days: float | None


class Terms(msgspec.Struct, frozen=True):
    """The figures of a corpus; ids of the late and the open questions in the order of the records.

    by_year: by key of the parliamentary year, then of the minister. of_year: of all ministers together.
    """

    total: TermFigures
    by_minister: dict[TopicKey, TermFigures]
    of_year: dict[TopicKey, TermFigures]
    by_year: dict[TopicKey, dict[TopicKey, TermFigures]]
    late: tuple[str, ...]
    open: tuple[str, ...]


class TermTally:
    """Adds up terms question by question. authority: which names are one minister."""

    def __init__(self, authority: Authority | None = None) -> None:
        self._key = (authority or Authority()).key
        self._groups: defaultdict[tuple[TopicKey, TopicKey], _Group] = defaultdict(_Group)
        self._lists: dict[DeadlineState, list[str]] = {"late": [], "open": []}

    def add(self, record: Record) -> None:
        """Counts one record; a supporting document has no term."""
        if isinstance(record, SupportingDocument):
            return
        deadline = deadline_of(record)
        year = self._key("year", record.parliamentary_year)
        self._groups[year, self._key("minister", record.minister.name)].add(deadline)
        if deadline.state in self._lists:
            self._lists[deadline.state].append(record.id)

    def merge(self, other: TermTally) -> None:
        """Counts what another tally of the same corpus has counted, of other records."""
        for key, group in other._groups.items():
            self._groups[key].states.update(group.states)
            self._groups[key].days += group.days
        for state, ids in other._lists.items():
            self._lists[state] = sorted(self._lists[state] + ids)

    def terms(self) -> Terms:
        """The figures so far; years and ministers in the order of their keys."""
        years: defaultdict[TopicKey, dict[TopicKey, _Group]] = defaultdict(dict)
        ministers: defaultdict[TopicKey, list[_Group]] = defaultdict(list)
        for (year, minister), group in sorted(self._groups.items()):
            years[year][minister] = group
            ministers[minister].append(group)
        return Terms(
            total=_figures(self._groups.values()),
            by_minister={key: _figures(groups) for key, groups in sorted(ministers.items())},
            of_year={key: _figures(groups.values()) for key, groups in years.items()},
            by_year={
                year: {minister: _figures([group]) for minister, group in groups.items()}
                for year, groups in years.items()
            },
            late=tuple(self._lists["late"]),
            open=tuple(self._lists["open"]),
        )


class _Group:
    """Questions of one minister in one year."""

    def __init__(self) -> None:
        self.states: Counter[DeadlineState] = Counter()
        self.days: list[int] = []

    def add(self, deadline: Deadline) -> None:
        self.states[deadline.state] += 1
        if deadline.days is not None:
            self.days.append(deadline.days)


def _figures(groups: Iterable[_Group]) -> TermFigures:
    states: Counter[DeadlineState] = Counter()
    days: list[int] = []
    for group in groups:
        states.update(group.states)
        days += group.days
    return TermFigures(
        questions=states.total(),
        on_time=states["on_time"],
        late=states["late"],
        open=states["open"],
        unknown=states["unknown"],
        dated=len(days),
        median_days=median(days),
    )
