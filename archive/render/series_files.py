"""The files beside the pages of figures through several answers: a row for every printed number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from archive.links import Links
from archive.links.cards import Card
from archive.links.figure_series import FigureSeries, SeriesGroup, SeriesPoint, Source
from archive.links.names import TopicKey
from archive.model.addresses import cell_anchor, series_address
from archive.render.catalogue import Catalogue

# The heads of the columns of the files.
FILE_HEADS: Final = (
    "Table", "Row", "Column", "Unit", "Time", "Value", "Number", "Parliamentary year", "Minister", "Asked on",
    "Table number", "Row number", "Column number", "Address",
)  # fmt: skip


def series_files(
    subjects: Iterable[TopicKey], links: Links, words: Catalogue
) -> Iterator[tuple[str, list[list[str]]]]:
    """The file beside the page of each of some subjects: its address, and a row of cells for each number.

    The first row are the heads of the columns.
    """
    heads = list(map(words.gettext, FILE_HEADS))
    for key in subjects:
        rows = [
            _file_row(group, series, point, source, links)
            for group in links.figures.groups(key)
            for series in group.series
            for point in series.points
            for source in point.sources
        ]
        yield series_file(key), [heads, *rows]


def series_file(key: TopicKey) -> str:
    """The address of the file of a subject."""
    return f"{series_address(key.slug).removesuffix('.html')}.csv"


def _file_row(
    group: SeriesGroup, series: FigureSeries, point: SeriesPoint, source: Source, links: Links
) -> list[str]:
    card = links.by_id[source.id]
    row, column = source.place
    return [
        group.name, series.row, series.column, group.unit, point.when, source.text,
        str(card.number or ""), card.parliamentary_year or "", card.minister or "",
        card.date.isoformat() if card.date else "",
        str(source.table), str(row + 1), str(column + 1), source_address(source, card),
    ]  # fmt: skip


def source_address(source: Source, card: Card) -> str:
    """The cell that prints a number, on the page of its record."""
    return f"{card.address}#{cell_anchor(source.table, *(place + 1 for place in source.place))}"
