"""The page of patterns: every part of the pages by name, in each of its states, with made-up words and numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import ClassVar, Final

import msgspec

from archive.links.cards import Card
from archive.links.stories import Moment
from archive.model.blocks import Block, Footnote, ListBlock, Paragraph, Preformatted, Table
from archive.render.catalogue import Catalogue
from archive.render.chart import Chart, ChartSeries
from archive.render.charts import chart_markup
from archive.render.count_charts import ChartFigure, ChartRow
from archive.render.periods import Bar
from archive.render.views import Crumb, PageView

PATTERNS_ADDRESS: Final = "patronen.html"
PATTERNS_HEADING: Final = "The parts of the pages"
PATTERN_TEXTS: Final = (PATTERNS_HEADING, "Charts", "Lines", "Bars")
_YEARS: Final = ("2020-2021", "2021-2022", "2022-2023", "2023-2024")
# So many series as a chart may hold: each has a colour and a mark of its own.
_SERIES: Final = ("Antwerpen", "Brussel", "Gent", "Hasselt", "Kortrijk", "Leuven", "Mechelen", "Oostende")


class SampleTopic(msgspec.Struct, frozen=True):
    """A topic that leads nowhere but here."""

    name: str
    address: str
    count: int


class PatternsView(PageView, frozen=True, kw_only=True):
    """The page, with what its parts show. footnotes and mentions: none, as `blocks` of the templates wants to know."""

    page_kind: ClassVar[str] = "patterns"
    heading_is_message: ClassVar[bool] = True
    template: ClassVar[str] = "patterns.html.j2"

    cards: tuple[Card, ...]
    topics: tuple[SampleTopic, ...]
    moments: tuple[Moment, ...]
    answer: tuple[Block, ...]
    table: Table
    rows: tuple[Block, ...]
    figures: tuple[ChartFigure, ...]
    bar: Bar
    footnotes: Mapping[Footnote, int]
    mentions: Mapping[tuple[str, str], tuple[()]]


def patterns_view(words: Catalogue) -> PatternsView:
    """The page; charts count in the language of the site."""
    cards = (
        _question("Bijstand voor huurders", 12, "substantive"),
        _question("Fietspaden langs gewestwegen", 13, "partial"),
        _question("Wachtlijsten in de zorg", 14, None),
        Card("voorbeeld", PATTERNS_ADDRESS, "Jaarverslag van een dienst", dt.date(2024, 6, 3)),
    )
    return PatternsView(
        address=PATTERNS_ADDRESS,
        heading=PATTERNS_HEADING,
        crumbs=(
            Crumb("About this archive", "over.html", is_message=True),
            Crumb(PATTERNS_HEADING, is_message=True),
        ),
        cards=cards,
        topics=(SampleTopic("Wonen", PATTERNS_ADDRESS, 12), SampleTopic("Mobiliteit", PATTERNS_ADDRESS, 5)),
        moments=(
            Moment(cards[1], verdict="Voor Gent zijn er geen cijfers.", leads_to=(cards[0],)),
            Moment(cards[3]),
        ),
        answer=(
            Paragraph("In Antwerpen wachten twaalf woningen."),
            ListBlock(("zeven in de stad;", "vijf in de rand.")),
            Footnote("1", "Op 1 januari."),
        ),
        table=_table(),
        rows=(Preformatted(("Antwerpen   12   7", "Gent         5   -")),),
        figures=tuple(_figure(kind, words) for kind in ("bars", "lines")),
        bar=Bar(20, 55),
        footnotes={},
        mentions={},
    )


def _question(title: str, number: int, kind: str | None) -> Card:
    return Card(
        id=f"voorbeeld-{number}",
        address=PATTERNS_ADDRESS,
        title=title,
        date=dt.date(2024, 4, number),
        number=number,
        parliamentary_year="2023-2024",
        asker="An Peeters",
        minister="Jan Janssens",
        answer_kind=kind,  # type: ignore[arg-type]
    )


def _table() -> Table:
    rows = (
        ("Antwerpen", "1.676,15", "12"),
        ("Gent", "292,9", "-"),
        ("Leuven", "<5", "7"),
        ("Totaal", "1.969,05", "19"),
    )
    return Table("Woningen per stad", (("Stad", "Oppervlakte", "Woningen"),), rows, "layout")


def _figure(kind: str, words: Catalogue) -> ChartFigure:
    """Every series that a chart can hold; of lines one with a gap."""
    lines = kind == "lines"
    names = _SERIES if lines else _SERIES[:1]
    series = tuple(
        ChartSeries(
            name, tuple(None if place == 1 and year == 2 else 4 + 3 * place + year for year in range(4))
        )
        for place, name in enumerate(names)
    )
    title = words.gettext("Charts")
    chart = Chart(title, title, "lines" if lines else "bars", _YEARS, series)
    rows = tuple(
        ChartRow(one.name, None, tuple("" if value is None else str(int(value)) for value in one.values))
        for one in series
    )
    return ChartFigure(
        title=f"{title}: {words.gettext('Lines') if lines else words.gettext('Bars')}",
        pictures=(chart_markup(chart, f"patroon-{kind}", words.language),),
        columns=(words.gettext("Subject"), *_YEARS),
        rows=rows,
    )
