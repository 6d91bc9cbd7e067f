"""The pages of figures through several answers: one for each subject, each number linked to the cell it comes from."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import ClassVar, Final

import msgspec
from markupsafe import Markup

from archive.links import Links
from archive.links.cards import Card
from archive.links.figure_series import FigureSeries, SeriesGroup, SeriesPoint, Source
from archive.links.names import TopicKey
from archive.links.topics import Topic
from archive.model.addresses import series_address, table_anchor
from archive.render.catalogue import Catalogue
from archive.render.chart import Chart, ChartSeries
from archive.render.chart_marks import MOST_SERIES
from archive.render.charts import chart_markup
from archive.render.formats import day_text, number_text
from archive.render.series_files import FILE_HEADS, series_file, source_address
from archive.render.views import Crumb, PageView
from archive.text.periods import Period, period_text

SERIES_INDEX: Final = "reeksen/index.html"
SERIES_HEADING: Final = "Figures through several answers"
_LONGEST_GAP: Final = 12
_DAYS: Final = frozenset({"asked", "day"})

SHOWN: Final = "Lines from %(first)s to %(last)s through %(count)s answers. The numbers stand in the table."
CELL_TOLD: Final = "no. %(number)s (%(year)s) of %(day)s, table %(table)s, row %(row)s, column %(column)s"
SUBJECT_OF: Final = "Figures over time: %(name)s"
SERIES_TEXTS = (SERIES_HEADING, SHOWN, CELL_TOLD, SUBJECT_OF, *FILE_HEADS)


class SourceLink(msgspec.Struct, frozen=True):
    """The cell that a number comes from. told: of which answer and place; mark: the letter of the answer."""

    address: str
    told: str
    mark: str


class SeriesValue(msgspec.Struct, frozen=True):
    """A number as printed, with every cell that prints it so, the oldest answer first."""

    text: str
    sources: tuple[SourceLink, ...]


class SeriesCell(msgspec.Struct, frozen=True):
    """The numbers of one figure for one time: one, or several where answers do not agree (differs)."""

    values: tuple[SeriesValue, ...]
    differs: bool


class SeriesRow(msgspec.Struct, frozen=True):
    """One figure; None where no answer tells it."""

    name: str
    cells: tuple[SeriesCell | None, ...]


class AnswerMark(msgspec.Struct, frozen=True):
    """An answer that the figures come from, with its letter and the tables that they stand in."""

    mark: str
    card: Card
    tables: tuple[tuple[int, str], ...]


class SeriesSection(msgspec.Struct, frozen=True):
    """The figures of one table. times: heads of the columns. left_out: how many figures are not drawn."""

    anchor: str
    title: str
    unit: str
    picture: Markup | None
    times: tuple[str, ...]
    rows: tuple[SeriesRow, ...]
    answers: tuple[AnswerMark, ...]
    differing: int
    drawn: int
    left_out: int


class SeriesView(PageView, frozen=True, kw_only=True):
    """The page of a subject."""

    page_kind: ClassVar[str] = "series"
    template: ClassVar[str] = "series.html.j2"

    subject: Topic
    sections: tuple[SeriesSection, ...]
    csv: str


class SubjectRow(msgspec.Struct, frozen=True):
    """A subject with how many figures run through how many answers."""

    subject: Topic
    address: str
    figures: int
    answers: int


class SeriesIndexView(PageView, frozen=True, kw_only=True):
    """All subjects with such figures."""

    page_kind: ClassVar[str] = "series-index"
    heading_is_message: ClassVar[bool] = True
    template: ClassVar[str] = "series-index.html.j2"

    rows: tuple[SubjectRow, ...]


def series_views(subjects: Iterable[TopicKey], links: Links, words: Catalogue) -> Iterator[PageView]:
    """The pages of some subjects with figures that run through two answers."""
    for key in subjects:
        subject, tables = links.topics[key], links.figures.by_subject[key]
        yield SeriesView(
            address=series_address(key.slug),
            heading=words.gettext(SUBJECT_OF) % {"name": subject.name},
            crumbs=(Crumb(SERIES_HEADING, SERIES_INDEX, is_message=True), Crumb(subject.name)),
            section=SERIES_INDEX,
            subject=subject,
            sections=tuple(
                _section(number, group, links, words) for number, group in enumerate(tables.groups(), 1)
            ),
            csv=series_file(key),
        )


def series_index_views(links: Links) -> Iterator[PageView]:
    """The index of these pages; none where there are none."""
    if not links.figures.by_subject:
        return
    yield SeriesIndexView(
        address=SERIES_INDEX,
        heading=SERIES_HEADING,
        crumbs=(Crumb(SERIES_HEADING, is_message=True),),
        section=SERIES_INDEX,
        rows=tuple(
            SubjectRow(links.topics[key], series_address(key.slug), tables.figures, len(tables.answers))
            for key, tables in links.figures.by_subject.items()
        ),
    )


def series_index(links: Links) -> str | None:
    """The address of the index, if there is any such figure."""
    return SERIES_INDEX if links.figures.by_subject else None


def _section(number: int, group: SeriesGroup, links: Links, words: Catalogue) -> SeriesSection:
    plan = _plan(group)
    tell = _Teller(group, links, words)
    anchor = f"reeks-{number}"
    chart = _chart(plan, words)
    rows = tuple(
        SeriesRow(name, _cells(series, plan.steps, tell))
        for name, series in zip(plan.names, group.series, strict=True)
    )
    return SeriesSection(
        anchor=anchor,
        title=plan.title,
        unit=group.unit,
        picture=chart_markup(chart, f"{anchor}-g", words.language) if chart else None,
        times=tuple(_time_text(*step, group, words) for step in plan.steps),
        rows=rows,
        answers=tuple(_answer(id_, mark, group, links) for id_, mark in tell.marks.items()),
        differing=sum(cell is not None and cell.differs for row in rows for cell in row.cells),
        drawn=len(chart.series) if chart else 0,
        left_out=len(rows) - len(chart.series) if chart else 0,
    )


class _Plan(msgspec.Struct, frozen=True):
    """A group with its title, a name for each series, and every time that a number is of."""

    group: SeriesGroup
    title: str
    names: tuple[str, ...]
    steps: tuple[tuple[int, str], ...]


def _plan(group: SeriesGroup) -> _Plan:
    columns = {series.column for series in group.series if series.column}
    one_column = tuple(columns) if len(columns) == 1 else ()
    return _Plan(
        group,
        " – ".join(filter(None, (*one_column, group.name))),
        tuple(_series_name(series, len(columns)) for series in group.series),
        tuple(sorted({(point.step, point.when) for series in group.series for point in series.points})),
    )


def _series_name(series: FigureSeries, columns: int) -> str:
    told = (series.row, series.column) if columns > 1 or not series.row else (series.row,)
    return " – ".join(filter(None, told))


def _chart(plan: _Plan, words: Catalogue) -> Chart | None:
    """Lines of the largest figures, or None where they are of one time only."""
    if len(plan.steps) < 2:
        return None
    group, shown = plan.group, _with_gaps(plan.steps, plan.group.of)
    labels = tuple(_time_text(*step, group, words) for step in shown)
    chosen = [(plan.names[place], group.series[place]) for place in _largest(group.series)]
    values = [{point.step: float(point.value) for point in series.points} for _, series in chosen]
    title = plan.title or ", ".join(name for name, _ in chosen)
    told = {"first": labels[0], "last": labels[-1], "count": number_text(len(group.answers), words.language)}
    return Chart(
        title=f"{title} ({group.unit})" if group.unit else title,
        description=words.gettext(SHOWN) % told,
        kind="lines",
        categories=labels,
        series=tuple(
            ChartSeries(name, tuple(own.get(step) for step, _ in shown))
            for (name, _), own in zip(chosen, values, strict=True)
        ),
        unit=group.unit or None,
        # Days are as far apart as they were; spans of time follow on each other.
        places=tuple(step for step, _ in shown) if group.of in _DAYS else None,
        title_is_printed=True,
    )


def _largest(series: Sequence[FigureSeries]) -> list[int]:
    """The places of at most eight series, those with the largest numbers, in their order."""
    sizes = [max(abs(point.value) for point in one.points) for one in series]
    return sorted(sorted(range(len(series)), key=lambda place: (-sizes[place], place))[:MOST_SERIES])


def _with_gaps(steps: Sequence[tuple[int, str]], of: str) -> list[tuple[int, str]]:
    """The spans of time with those between them that no answer tells; days of questions have none."""
    shown = [steps[0]]
    for (one, _), two in pairwise(steps):
        if of not in _DAYS and two[0] - one <= _LONGEST_GAP:
            missing = (Period(of, step) for step in range(one + 1, two[0]))  # type: ignore[arg-type]
            shown += [(period.step, period_text(period)) for period in missing]
        shown.append(two)
    return shown


def _time_text(step: int, when: str, group: SeriesGroup, words: Catalogue) -> str:
    return day_text(dt.date.fromordinal(step), words.language) if group.of in _DAYS else when


def _cells(
    series: FigureSeries, steps: Sequence[tuple[int, str]], tell: _Teller
) -> tuple[SeriesCell | None, ...]:
    points = {point.step: point for point in series.points}
    return tuple(
        SeriesCell(_values(series, points[step], tell), points[step].differs) if step in points else None
        for step, _ in steps
    )


def _values(series: FigureSeries, point: SeriesPoint, tell: _Teller) -> tuple[SeriesValue, ...]:
    sources: defaultdict[str, list[SourceLink]] = defaultdict(list)
    for source in point.sources:
        sources[source.text].append(tell.link(source, series))
    return tuple(SeriesValue(text, tuple(links)) for text, links in sources.items())


class _Teller:
    """Tells of each number which answer and cell it comes from."""

    def __init__(self, group: SeriesGroup, links: Links, words: Catalogue) -> None:
        self.marks = {id_: _mark(place) for place, id_ in enumerate(group.answers)}
        self._links = links
        self._words = words

    def link(self, source: Source, series: FigureSeries) -> SourceLink:
        card = self._links.by_id[source.id]
        row, column = source.place
        told = self._words.gettext(CELL_TOLD) % {
            "number": card.number,
            "year": card.parliamentary_year,
            "day": day_text(card.date, self._words.language) if card.date else "",
            "table": source.table,
            "row": f"{row + 1} ({series.row})" if series.row else row + 1,
            "column": f"{column + 1} ({series.column})" if series.column else column + 1,
        }
        return SourceLink(source_address(source, card), told, self.marks[source.id])


def _answer(id_: str, mark: str, group: SeriesGroup, links: Links) -> AnswerMark:
    card = links.by_id[id_]
    tables = {
        source.table
        for series in group.series
        for point in series.points
        for source in point.sources
        if source.id == id_
    }
    return AnswerMark(
        mark, card, tuple((number, f"{card.address}#{table_anchor(number)}") for number in sorted(tables))
    )


def _mark(place: int) -> str:
    """a, b, … z, aa, ab, …"""
    text = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, 26)
        text = chr(ord("a") + letter) + text
    return text
