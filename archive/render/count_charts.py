"""Charts of how many questions there are, each with the table that it is drawn from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final

import msgspec
from markupsafe import Markup

from archive.links.cards import Card
from archive.links.counts import NO_ANSWER, Count, QuestionCounts, years_of
from archive.links.names import TopicKey, topic_address, topic_key
from archive.links.topics import Topic
from archive.render.catalogue import Catalogue
from archive.render.chart import Chart, ChartKind, ChartSeries
from archive.render.charts import chart_markup
from archive.render.formats import number_text
from archive.render.wording import ANSWER_WORDING

QUESTIONS_PER_YEAR = "Questions per parliamentary year"
PER_YEAR_SHOWN = (
    "From %(first)s to %(last)s, at most %(most)s questions in %(year)s. The numbers stand in the table."
)
LARGEST_SHOWN = "Most questions: %(name)s, %(most)s. The numbers stand in the table."
UNKNOWN_PARTY = "Party not told"
NO_ANSWER_KNOWN = "No answer known"
ALL_TOGETHER = "All together"
YEAR = "Parliamentary year"
QUESTIONS = "Questions"
COUNT_TEXTS = (
    QUESTIONS_PER_YEAR, PER_YEAR_SHOWN, LARGEST_SHOWN, UNKNOWN_PARTY, NO_ANSWER_KNOWN, ALL_TOGETHER, YEAR, QUESTIONS,
)  # fmt: skip

BARS_SHOWN: Final = 12
LINES_SHOWN: Final = 5
FEWEST_FOR_LINES: Final = 3
_LONGEST_GAP: Final = 12


class ChartRow(msgspec.Struct, frozen=True):
    """A row of the table of a chart: its name with its page, if it has one, and its numbers, written out."""

    name: str
    address: str | None
    cells: tuple[str, ...]


class ChartFigure(msgspec.Struct, frozen=True):
    """A chart, or several of the same numbers, with their table. columns: their heads, that of the names first.

    csv: the file with the same rows, where there is one. left_out: how many rows are in no chart.
    """

    title: str
    pictures: tuple[Markup, ...]
    columns: tuple[str, ...]
    rows: tuple[ChartRow, ...]
    csv: str | None = None
    left_out: int = 0


def year_figure(
    cards: Iterable[Card], words: Catalogue, *, is_known: Callable[[str], bool] | None = None, title: str = ""
) -> ChartFigure | None:
    """Questions per parliamentary year of some cards, or None where they are of fewer than two years.

    is_known: whether the archive has questions of a year, so that none here means none, and is no gap. title: what they
    are questions of.
    """
    counts = years_of(cards)
    if len(counts) < 2:
        return None
    years = {
        year: counts[year]
        for year in with_gaps(sorted(counts))
        if counts[year] or (is_known and is_known(year))
    }
    rows = tuple(
        ChartRow(year, topic_address(topic_key("year", year)), (number_text(years[year], words.language),))
        for year in reversed(years)
    )
    chart = _year_chart(years, words, title)
    picture = chart_markup(chart, "vragen-per-jaar", words.language)
    return ChartFigure(chart.title, (picture,), _heads(words, YEAR, QUESTIONS), rows)


def group_figure(
    name: str,
    heads: tuple[str, str],
    counts: QuestionCounts,
    rows: Sequence[tuple[str, str | None, Count]],
    words: Catalogue,
) -> ChartFigure:
    """The questions under each of some names. rows: name, page and count of each, the most first.

    name: of the file and of the ids. heads: the title, and the head of the names.
    """
    title, language = heads[0], words.language
    charts = []
    if len(rows) > 1:
        charts.append(_total_chart(title, rows[:BARS_SHOWN], words))
    if len(counts.years) >= FEWEST_FOR_LINES:
        charts.append(_course_chart(title, counts, rows[:LINES_SHOWN], words))
    several = len(counts.years) > 1
    return ChartFigure(
        title=title,
        pictures=tuple(
            chart_markup(chart, f"{name}-{place}", language) for place, chart in enumerate(charts, 1)
        ),
        columns=(heads[1], *(counts.years if several else ()), words.gettext(ALL_TOGETHER)),
        rows=tuple(
            ChartRow(
                label,
                address,
                tuple(
                    number_text(number, language)
                    for number in (*(count.by_year if several else ()), count.total)
                ),
            )
            for label, address, count in rows
        ),
        csv=f"cijfers/{name}.csv",
        left_out=max(0, len(rows) - BARS_SHOWN),
    )


def count_name(count: Count, topics: Mapping[TopicKey, Topic], words: Catalogue) -> tuple[str, str | None]:
    """The name under which questions were counted, and its page."""
    key = count.key
    if isinstance(key, TopicKey):
        topic = topics.get(key)
        return (topic.name, topic.address) if topic else (key.slug, None)
    if key in ANSWER_WORDING:
        return words.gettext(ANSWER_WORDING[key]), None
    if key == NO_ANSWER:
        return words.gettext(NO_ANSWER_KNOWN), None
    return key or words.gettext(UNKNOWN_PARTY), None


def with_gaps(years: Sequence[str]) -> tuple[str, ...]:
    """Parliamentary years in order, with those missing between; as they are where one is odd or many are missing."""
    firsts = [int(year[:4]) if year[:4].isdigit() else 0 for year in years]
    if not all(year == f"{first}-{first + 1}" for year, first in zip(years, firsts, strict=True)):
        return tuple(years)
    if any(two - one > _LONGEST_GAP for one, two in pairwise(firsts)):
        return tuple(years)
    missing = (range(one + 1, two) for one, two in pairwise(firsts))
    return tuple(sorted({*years, *(f"{first}-{first + 1}" for some in missing for first in some)}))


def _year_chart(years: Mapping[str, int], words: Catalogue, title: str) -> Chart:
    shown = with_gaps(tuple(years))
    kind: ChartKind = "lines" if len(shown) >= FEWEST_FOR_LINES else "bars"
    most = max(years, key=lambda year: (years[year], year))
    heading = words.gettext(QUESTIONS_PER_YEAR)
    return Chart(
        title=f"{title}: {heading[:1].lower()}{heading[1:]}" if title else heading,
        description=words.gettext(PER_YEAR_SHOWN)
        % {
            "first": shown[0],
            "last": shown[-1],
            "most": number_text(years[most], words.language),
            "year": most,
        },
        kind=kind,
        categories=shown,
        series=(ChartSeries("", tuple(years.get(year) for year in shown)),),
        from_zero=True,
    )


def _total_chart(title: str, rows: Sequence[tuple[str, str | None, Count]], words: Catalogue) -> Chart:
    most = max(rows, key=lambda row: row[2].total)
    return Chart(
        title=title,
        description=words.gettext(LARGEST_SHOWN)
        % {"name": most[0], "most": number_text(most[2].total, words.language)},
        kind="bars",
        categories=tuple(name for name, _, _ in rows),
        series=(ChartSeries("", tuple(count.total for _, _, count in rows)),),
    )


def _course_chart(
    title: str, counts: QuestionCounts, rows: Sequence[tuple[str, str | None, Count]], words: Catalogue
) -> Chart:
    shown = with_gaps(counts.years)
    by_year = [dict(zip(counts.years, count.by_year, strict=True)) for _, _, count in rows]
    most = max(rows, key=lambda row: row[2].total)
    return Chart(
        title=title,
        description=words.gettext(LARGEST_SHOWN)
        % {"name": most[0], "most": number_text(most[2].total, words.language)},
        kind="lines",
        categories=shown,
        series=tuple(
            ChartSeries(name, tuple(numbers.get(year) for year in shown))
            for (name, _, _), numbers in zip(rows, by_year, strict=True)
        ),
        from_zero=True,
    )


def _heads(words: Catalogue, *messages: str) -> tuple[str, ...]:
    return tuple(map(words.gettext, messages))
