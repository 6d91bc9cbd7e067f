"""The page of figures: how many questions there are, by year, minister, party, theme and kind of answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Final

import msgspec

from archive.links import Links
from archive.links.counts import COUNT_KINDS, CountKind, QuestionCounts
from archive.render.catalogue import Catalogue
from archive.render.count_charts import (
    ALL_TOGETHER,
    QUESTIONS,
    QUESTIONS_PER_YEAR,
    YEAR,
    ChartFigure,
    count_name,
    group_figure,
    year_figure,
)
from archive.render.views import Crumb, PageView

FIGURES_ADDRESS: Final = "cijfers.html"
FIGURES_HEADING: Final = "Figures"
YEARS_FILE: Final = "per-jaar"
# The name of the file, the head of the names and the title of each group.
_GROUPS: Final[dict[CountKind, tuple[str, str, str]]] = {
    "minister": ("per-minister", "Minister", "Questions per minister"),
    "party": ("per-partij", "Party of the asker", "Questions per party"),
    "theme": ("per-thema", "Theme", "Questions per theme"),
    "answer": ("per-antwoord", "Kind of answer", "Questions per kind of answer"),
}
FIGURE_TEXTS = (FIGURES_HEADING, *(text for _, *texts in _GROUPS.values() for text in texts))


class FigureSection(msgspec.Struct, frozen=True):
    """One part of the page, under a heading of its own."""

    anchor: str
    figure: ChartFigure


class FiguresView(PageView, frozen=True, kw_only=True):
    """The page. questions: how many there are. series: the index of figures through several answers, if any."""

    page_kind: ClassVar[str] = "figures"
    heading_is_message: ClassVar[bool] = True
    template: ClassVar[str] = "figures.html.j2"

    questions: int
    sections: tuple[FigureSection, ...]
    series: str | None = None


def figures_view(
    links: Links, counts: QuestionCounts, words: Catalogue, series: str | None = None
) -> FiguresView:
    """The page of a corpus. series: the address of the index of figures through several answers, if there is any."""
    return FiguresView(
        address=FIGURES_ADDRESS,
        heading=FIGURES_HEADING,
        crumbs=(Crumb(FIGURES_HEADING, is_message=True),),
        section=FIGURES_ADDRESS,
        questions=counts.total,
        sections=tuple(_sections(links, counts, words)),
        series=series,
    )


def figures_files(
    links: Links, counts: QuestionCounts, words: Catalogue
) -> Iterator[tuple[str, list[list[str]]]]:
    """Each file beside the page: its address, and its rows of cells, the heads of the columns first."""
    if not counts.total:
        return
    heads = [words.gettext(YEAR), words.gettext(QUESTIONS)]
    years = [[year, str(count)] for year, count in zip(counts.years, counts.by_year, strict=True)]
    yield _file(YEARS_FILE), [heads, *years]
    for kind in COUNT_KINDS:
        name, heading, _ = _GROUPS[kind]
        heads = [words.gettext(heading), *counts.years, words.gettext(ALL_TOGETHER)]
        rows = [
            [count_name(one, links.topics, words)[0], *map(str, one.by_year), str(one.total)]
            for one in counts.groups[kind]
        ]
        yield _file(name), [heads, *rows]


def _sections(links: Links, counts: QuestionCounts, words: Catalogue) -> Iterator[FigureSection]:
    if not counts.total:
        return
    years = year_figure(links.cards, words)
    if years is not None:
        title = words.gettext(QUESTIONS_PER_YEAR)
        yield FigureSection(YEARS_FILE, msgspec.structs.replace(years, title=title, csv=_file(YEARS_FILE)))
    for kind in COUNT_KINDS:
        name, heading, title = _GROUPS[kind]
        rows = [(*count_name(one, links.topics, words), one) for one in counts.groups[kind]]
        if rows:
            yield FigureSection(
                name, group_figure(name, (words.gettext(title), words.gettext(heading)), counts, rows, words)
            )


def _file(name: str) -> str:
    return f"cijfers/{name}.csv"
