"""The tables of a record as files beside its page."""

from __future__ import annotations

from archive.build.files import SiteFiles
from archive.export.table_csv import table_csv
from archive.model.addresses import table_address
from archive.model.record import Record
from archive.model.tables import tables_of


def write_tables(record: Record, files: SiteFiles) -> None:
    """Writes each table of a record. Raises ArchiveError for an id that leads elsewhere."""
    for table in tables_of(record):
        files.write(table_address(record, table.number), table_csv(table))
