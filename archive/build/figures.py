"""The figures of a corpus as files beside their page."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

from archive.build.staging import stage_path
from archive.export.table_csv import spreadsheet_csv
from archive.links import Links
from archive.links.counts import QuestionCounts
from archive.render.catalogue import Catalogue
from archive.render.figure_pages import figures_files
from archive.render.series_files import series_files


def write_figures(links: Links, counts: QuestionCounts, words: Catalogue, folder: Path) -> None:
    """Writes the file of every chart of the page of figures, and of the figures of each subject."""
    for address, rows in chain(figures_files(links, counts, words), series_files(links, words)):
        path = stage_path(folder, address)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(spreadsheet_csv(rows))
