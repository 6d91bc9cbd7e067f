"""The figures of a corpus as files beside their page."""

from __future__ import annotations

from collections.abc import Iterable

from archive.build.files import SiteFiles
from archive.export.table_csv import spreadsheet_csv
from archive.links import Links
from archive.links.counts import QuestionCounts
from archive.links.names import TopicKey
from archive.render.catalogue import Catalogue
from archive.render.figure_pages import figures_files
from archive.render.series_files import series_files


def write_figures(links: Links, counts: QuestionCounts, words: Catalogue, files: SiteFiles) -> None:
    """Writes the file of every chart of the page of figures."""
    for address, rows in figures_files(links, counts, words):
        files.write(address, spreadsheet_csv(rows))


def write_series(subjects: Iterable[TopicKey], links: Links, words: Catalogue, files: SiteFiles) -> None:
    """Writes the file of the figures of each of some subjects."""
    for address, rows in series_files(subjects, links, words):
        files.write(address, spreadsheet_csv(rows))
