"""The charts of a table of a document, with what is said of each in words."""

from __future__ import annotations

import msgspec
from markupsafe import Markup

from archive.links.table_figures import TableFigure, figures_of
from archive.model.tables import NumberedTable
from archive.render.catalogue import Catalogue
from archive.render.chart import Chart, ChartSeries
from archive.render.charts import chart_markup
from archive.render.formats import number_text

LINES_SHOWN = "Lines from %(first)s to %(last)s. The numbers stand in the table."
BARS_SHOWN = "Bars for %(first)s to %(last)s. The numbers stand in the table."
WITHOUT_TOTALS = "Totals stand in the table, not in the chart."
FEWER_SERIES = "The %(shown)s largest of %(count)s series are drawn."
FEWER_BARS = "The %(shown)s largest of %(count)s rows are drawn."
MEASURED_IN = "In %(unit)s"
COUNTED = "Numbers"
TABLE_NUMBER = "Table %(number)s"
DRAWING_TEXTS = (
    LINES_SHOWN, BARS_SHOWN, WITHOUT_TOTALS, FEWER_SERIES, FEWER_BARS, MEASURED_IN, COUNTED, TABLE_NUMBER,
)  # fmt: skip


class Drawing(msgspec.Struct, frozen=True):
    """One chart. unit: in words, "" where all that is drawn of the table has one. notes: what is not drawn."""

    unit: str
    picture: Markup
    notes: tuple[str, ...]


def table_drawings(table: NumberedTable, catalogue: Catalogue) -> tuple[Drawing, ...]:
    """The charts of a table, one for each unit; () where no chart would say anything."""
    found = figures_of(table)
    if found is None:
        return ()
    drawings = []
    for place, figure in enumerate(found.figures, 1):
        units = unit_text(figure.unit, catalogue) if figure.unit or len(found.figures) > 1 else ""
        chart = _chart(table, figure, units, catalogue)
        notes = _notes(figure, catalogue)
        if found.without_totals and place == len(found.figures):
            notes = (*notes, catalogue.gettext(WITHOUT_TOTALS))
        key = f"tabel-{table.number}-g{place}"
        drawings.append(Drawing(units, chart_markup(chart, key, catalogue.language), notes))
    return tuple(drawings)


def unit_text(unit: str | None, catalogue: Catalogue) -> str:
    """A unit in words: "In %", or "Numbers" for none."""
    return catalogue.gettext(MEASURED_IN) % {"unit": unit} if unit else catalogue.gettext(COUNTED)


def _chart(table: NumberedTable, figure: TableFigure, unit: str, catalogue: Catalogue) -> Chart:
    title = table.caption or catalogue.gettext(TABLE_NUMBER) % {"number": table.number}
    shown = LINES_SHOWN if figure.kind == "lines" else BARS_SHOWN
    names = {"first": figure.categories[0], "last": figure.categories[-1]}
    return Chart(
        title=f"{title} ({unit})" if unit else title,
        description=catalogue.gettext(shown) % names,
        kind=figure.kind,
        categories=figure.categories,
        series=tuple(
            [
                ChartSeries(
                    one.name, tuple([None if value is None else float(value) for value in one.values])
                )
                for one in figure.series
            ]
        ),
        unit=figure.unit,
        title_is_printed=bool(table.caption),
    )


def _notes(figure: TableFigure, catalogue: Catalogue) -> tuple[str, ...]:
    found = (
        (FEWER_SERIES, len(figure.series), figure.series_left_out),
        (FEWER_BARS, len(figure.categories), figure.categories_left_out),
    )
    return tuple(
        catalogue.gettext(text)
        % {
            "shown": number_text(shown, catalogue.language),
            "count": number_text(shown + left_out, catalogue.language),
        }
        for text, shown, left_out in found
        if left_out
    )
