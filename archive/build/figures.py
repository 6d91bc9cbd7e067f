"""The figures of a corpus as files beside their page."""

from __future__ import annotations

from itertools import chain

from archive.build.files import SiteFiles
from archive.export.table_csv import spreadsheet_csv
from archive.links import Links
from archive.links.counts import QuestionCounts
from archive.render.catalogue import Catalogue
from archive.render.figure_pages import figures_files
from archive.render.series_files import series_files


def write_figures(links: Links, counts: QuestionCounts, words: Catalogue, files: SiteFiles) -> None:
    """Writes the file of every chart of the page of figures, and of the figures of each subject."""
    for address, rows in chain(figures_files(links, counts, words), series_files(links, words)):
        files.write(address, spreadsheet_csv(rows))
