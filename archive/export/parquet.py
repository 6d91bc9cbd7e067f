"""The common tables as Parquet files, for pandas, R, DuckDB and the like. Needs the extra `parquet`."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from archive.config import Settings
from archive.errors import ArchiveError
from archive.export.columns import Column, TableForm, Value, figure_of
from archive.export.forms import Shelf
from archive.export.rows import COMMON_ROWS, Exported, Row, base_of
from archive.export.schema import COMMON_TABLES
from archive.export.targets import Targets
from archive.store.corpus import Corpus

if TYPE_CHECKING:
    import pyarrow as pa

# Rows that are in memory at once, and stand together in the file.
_GROUP = 20_000


def write_parquet(corpus: Corpus, settings: Settings, shelf: Shelf) -> None:
    """Writes one file for each table. Raises ArchiveError where the extra is not installed."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra, and slow to load
    except ImportError as error:
        raise ArchiveError(
            "export parquet",
            "pyarrow is not installed",
            "install it with: pip install 'vraagarchief[parquet]'",
        ) from error
    targets, base = Targets(corpus), base_of(settings.base_url)
    for table in COMMON_TABLES:
        records = (
            Exported(record, base, targets.of(record) if table.name == "question_references" else {})
            for record in corpus.records()
        )
        rows = (row for one in records for row in COMMON_ROWS[table.name](one))
        with shelf.file(f"{table.name}.parquet") as stream:
            _write_table(pa, table, rows, stream)


def is_ours(folder: Path) -> bool:
    """Whether a folder holds these files and no others."""
    return {path.name for path in folder.iterdir()} <= {f"{table.name}.parquet" for table in COMMON_TABLES}


def _write_table(arrow: Any, table: TableForm, rows: Iterator[Row], stream: BinaryIO) -> None:
    import pyarrow.parquet as pq  # noqa: PLC0415

    schema = _schema(arrow, table)
    # Only what a file needs to be written from its beginning to its end is asked of the stream.
    with pq.ParquetWriter(_Counted(stream), schema, compression="zstd") as writer:
        while group := list(islice(rows, _GROUP)):
            columns = zip(*group, strict=True)
            writer.write_table(
                arrow.table(
                    {
                        column.name: [_typed(value, column) for value in values]
                        for column, values in zip(table.columns, columns, strict=True)
                    },
                    schema=schema,
                )
            )


def _schema(arrow: Any, table: TableForm) -> pa.Schema:
    types = {
        "text": arrow.string(),
        "texts": arrow.list_(arrow.string()),
        "integer": arrow.int64(),
        "number": arrow.float64(),
        "date": arrow.date32(),
        "time": arrow.timestamp("us", tz="UTC"),
        "boolean": arrow.bool_(),
    }
    fields = [
        arrow.field(
            column.name,
            types[column.type],
            nullable=not column.always,
            metadata={"description": column.meaning},
        )
        for column in table.columns
    ]
    return arrow.schema(fields, metadata={"title": table.title, "description": table.meaning})


def _typed(value: Value, column: Column) -> object:
    if value is None:
        return None
    match column.type:
        case "number":
            return figure_of(value)
        case "date":
            return dt.date.fromisoformat(str(value))
        case "time":
            return dt.datetime.fromisoformat(str(value))
        case _:
            return value


class _Counted(io.RawIOBase):
    """A stream that can tell how far it is, as a member of a zip file cannot."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._length = 0

    def writable(self) -> bool:
        return True

    def write(self, content: Any) -> int:
        written = self._stream.write(content)
        self._length += written
        return written

    def tell(self) -> int:
        return self._length
