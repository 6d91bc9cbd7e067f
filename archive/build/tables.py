"""The tables of a record as files beside its page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from archive.build.staging import stage_path
from archive.export.table_csv import table_csv
from archive.model.addresses import table_address
from archive.model.record import Record
from archive.model.tables import tables_of


class TableWriter:
    """Writes the tables of records into a folder while they pass by."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def passing(self, records: Iterable[Record]) -> Iterator[Record]:
        """The same records, each table of them written. Raises ArchiveError for an id that leads elsewhere."""
        for record in records:
            for table in tables_of(record):
                path = stage_path(self._folder, table_address(record, table.number))
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(table_csv(table))
            yield record
