"""Series through several answers: the same figure of a subject, reported again, in the order of time.

Two numbers are of the same figure where their answers are on the same subject, and caption or head, column, row and
unit agree. Nothing is joined that disagrees in one of these, and nothing is joined by chance: numbers of the same span
of time that are far apart in most cases count different things, whatever their names.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

import msgspec

from archive.links.names import TopicKey
from archive.links.reported import Measure, Reported, reported_by
from archive.links.table_facts import unpacked
from archive.text.periods import Period, period_text

# A figure that was revised stays near what it was: beyond this factor, and this difference, it is another.
_FARTHEST: Final = 2
_ALMOST_NOTHING: Final = 2


class AnswerTables(msgspec.Struct, frozen=True):
    """The tables of one answer, packed. subjects: what the question is about; asked: its day, as an ordinal."""

    id: str
    title: str
    asked: int
    subjects: tuple[TopicKey, ...]
    facts: bytes


class Source(msgspec.Struct, frozen=True, order=True):
    """One printed number: of which answer, its table and its row and column, from 0, and how it is printed."""

    asked: int
    id: str
    table: int
    place: tuple[int, int]
    value: Decimal
    text: str


class SeriesPoint(msgspec.Struct, frozen=True):
    """The numbers of one span of time, the oldest answer first. when: its name, or the day of the question."""

    step: int
    when: str
    sources: tuple[Source, ...]

    @property
    def value(self) -> Decimal:
        """The number of the newest answer."""
        return self.sources[-1].value

    @property
    def differs(self) -> bool:
        """Whether answers say different numbers."""
        return len({source.value for source in self.sources}) > 1


class FigureSeries(msgspec.Struct, frozen=True):
    """One figure through time. row and column: as the newest answer prints them."""

    row: str
    column: str
    points: tuple[SeriesPoint, ...]


class SeriesGroup(msgspec.Struct, frozen=True):
    """Series of one table, told apart by row and column, and of one unit and one kind of time.

    name: caption or head as the newest answer prints it, "" where there is none. of: "asked" where the numbers are of
    the days of the questions, else the unit of the spans of time. answers: ids, the oldest first.
    """

    name: str
    unit: str
    of: str
    series: tuple[FigureSeries, ...]
    answers: tuple[str, ...]


class TableSeries(msgspec.Struct, frozen=True):
    """What series lead to in one table. subject: whose page shows them; cells: a bit for each cell, row by row."""

    subject: TopicKey
    width: int
    cells: int

    def columns(self, row: int) -> tuple[int, ...]:
        """The columns of the cells in a row, all from 0, to which a series leads."""
        bits = self.cells >> row * self.width & (1 << self.width) - 1
        return tuple([column for column in range(self.width) if bits >> column & 1]) if bits else ()


class SubjectTables(msgspec.Struct, frozen=True):
    """A subject with series. answers: those that they run through; figures: how many series there are."""

    subject: TopicKey
    answers: tuple[AnswerTables, ...]
    figures: int

    def groups(self) -> tuple[SeriesGroup, ...]:
        """The series, made again of the packed tables: those of all subjects would fill the memory."""
        return subject_series(self.answers)


class FigureIndex(msgspec.Struct, frozen=True):
    """All series of a corpus, by subject; and by id and number of the table what they lead to."""

    by_subject: dict[TopicKey, SubjectTables]
    by_record: dict[str, dict[int, TableSeries]]

    def groups(self, subject: TopicKey) -> tuple[SeriesGroup, ...]:
        """The series of a subject; () where it has none."""
        found = self.by_subject.get(subject)
        return found.groups() if found else ()

    def of_record(self, id_: str) -> Mapping[int, TableSeries]:
        """By the number of each table of a record that series lead to: what they lead to in it."""
        return self.by_record.get(id_, {})


def gather_figures(answers: Iterable[AnswerTables]) -> FigureIndex:
    """The series of all subjects on which at least two answers of different days report figures."""
    by_subject: defaultdict[TopicKey, list[AnswerTables]] = defaultdict(list)
    for one in answers:
        if one.facts and one.asked:
            for subject in one.subjects:
                by_subject[subject].append(one)
    subjects: dict[TopicKey, SubjectTables] = {}
    by_record: defaultdict[str, dict[int, TableSeries]] = defaultdict(dict)
    for subject, some in sorted(by_subject.items()):
        if len({one.asked for one in some}) < 2 or not (groups := subject_series(some)):
            continue
        through = {id_ for group in groups for id_ in group.answers}
        subjects[subject] = SubjectTables(
            subject,
            tuple(one for one in some if one.id in through),
            sum(len(group.series) for group in groups),
        )
        for (id_, table), series in _cells(subject, groups):
            # A question of two subjects leads to the first.
            by_record[id_].setdefault(table, series)
    return FigureIndex(subjects, dict(by_record))


def _cells(subject: TopicKey, groups: Iterable[SeriesGroup]) -> Iterator[tuple[tuple[str, int], TableSeries]]:
    """What the series of a subject lead to, by id and table."""
    places: defaultdict[tuple[str, int], set[tuple[int, int]]] = defaultdict(set)
    for source in sources_of(groups):
        places[source.id, source.table].add(source.place)
    for key, some in sorted(places.items()):
        width = max(column for _, column in some) + 1
        yield key, TableSeries(subject, width, sum(1 << (row * width + column) for row, column in some))


def sources_of(groups: Iterable[SeriesGroup]) -> Iterator[Source]:
    """Every printed number of some series."""
    return (
        source
        for group in groups
        for series in group.series
        for point in series.points
        for source in point.sources
    )


def subject_series(answers: Iterable[AnswerTables]) -> tuple[SeriesGroup, ...]:
    """The series through the answers on one subject, those of the most answers first."""
    found: defaultdict[Measure, list[tuple[AnswerTables, Reported]]] = defaultdict(list)
    for answer in sorted(answers, key=lambda one: (one.asked, one.id)):
        for reported in reported_by(unpacked(answer.facts), answer.title):
            found[reported.measure].append((answer, reported))
    grouped: defaultdict[tuple[str, str, str, str], list[tuple[FigureSeries, str]]] = defaultdict(list)
    for measure, some in found.items():
        points = _points(measure, some)
        if points:
            name, column, row = some[-1][1].names
            key = (measure.table, measure.context, measure.unit, measure.of)
            grouped[key].append((FigureSeries(row, column, points), name))
    groups = (_group(key, some) for key, some in grouped.items())
    return tuple(sorted(groups, key=lambda group: (-len(group.answers), -len(group.series), group.name)))


def _group(key: tuple[str, str, str, str], some: Sequence[tuple[FigureSeries, str]]) -> SeriesGroup:
    _, _, unit, of = key
    series = tuple(sorted((one for one, _ in some), key=_printed_order))
    sources = {
        (source.asked, source.id) for one in series for point in one.points for source in point.sources
    }
    return SeriesGroup(some[-1][1], unit, of, series, tuple(id_ for _, id_ in sorted(sources)))


def _printed_order(series: FigureSeries) -> tuple[str, int, tuple[int, int], str]:
    """As the newest answer prints them: by table, row and column."""
    newest = max(point.sources[-1] for point in series.points)
    return newest.id, newest.table, newest.place, series.row


def _points(measure: Measure, some: Sequence[tuple[AnswerTables, Reported]]) -> tuple[SeriesPoint, ...]:
    """The points of one figure; () where it is no series: one answer or day alone, or nothing but repeated."""
    if len({answer.asked for answer, _ in some}) < 2:
        return ()
    by_step: defaultdict[int, list[Source]] = defaultdict(list)
    for answer, one in some:
        step = answer.asked if measure.of == "asked" else one.step
        by_step[step].append(Source(answer.asked, answer.id, one.table, one.place, one.value, one.text))
    points = tuple(
        SeriesPoint(step, _when(measure, step), tuple(sorted(sources)))
        for step, sources in sorted(by_step.items())
    )
    if len(points) < 2 and not any(point.differs for point in points):
        return ()
    return points if measure.of == "asked" or _is_one_figure(points) else ()


def _when(measure: Measure, step: int) -> str:
    if measure.of == "asked":
        return dt.date.fromordinal(step).isoformat()
    return period_text(Period(measure.of, step))  # type: ignore[arg-type]


def _is_one_figure(points: Iterable[SeriesPoint]) -> bool:
    """Whether the numbers that answers give for the same spans of time are near each other, in most cases."""
    pairs = [
        (one.value, two.value)
        for point in points
        for one, two in pairwise(point.sources)
        if one.asked != two.asked
    ]
    return sum(_are_near(*pair) for pair in pairs) * 2 >= len(pairs)


def _are_near(one: Decimal, two: Decimal) -> bool:
    least, most = sorted((one, two))
    return (
        least == most
        or (least > 0 and most <= least * _FARTHEST)
        or (most < 0 and -least <= -most * _FARTHEST)
    )
