"""The common tables as CSV files, with a description that programs read (Frictionless Data Package, version 1).

UTF-8 without a byte order mark, commas, CR LF (RFC 4180). Several texts in one cell have " | " between them.
A cell that a spreadsheet would run has an apostrophe before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from archive.config import Settings
from archive.export.columns import Column, TableForm, Value
from archive.export.forms import Shelf
from archive.export.rows import COMMON_ROWS, Exported, base_of
from archive.export.schema import COMMON_TABLES
from archive.export.table_csv import csv_text
from archive.export.targets import Targets
from archive.store.corpus import Corpus

DESCRIPTION = "datapackage.json"
BETWEEN = " | "
_TYPES = {
    "text": "string",
    "texts": "string",
    "integer": "integer",
    "number": "number",
    "date": "date",
    "time": "datetime",
    "boolean": "boolean",
}


def write_csv(corpus: Corpus, settings: Settings, shelf: Shelf) -> None:
    """Writes one file for each table, and the description."""
    targets = Targets(corpus)
    base = base_of(settings.base_url)
    for table in COMMON_TABLES:
        with shelf.file(f"{table.name}.csv") as stream:
            stream.write(csv_text([[column.name for column in table.columns]], ",").encode("utf-8"))
            for record in corpus.records():
                one = Exported(
                    record, base, targets.of(record) if table.name == "question_references" else {}
                )
                rows = [[_cell(value) for value in row] for row in COMMON_ROWS[table.name](one)]
                stream.write(csv_text(rows, ",").encode("utf-8"))
    with shelf.file(DESCRIPTION) as stream:
        stream.write(msgspec.json.format(msgspec.json.encode(description(settings)), indent=2) + b"\n")


def is_ours(folder: Path) -> bool:
    """Whether a folder holds these files and no others."""
    return {path.name for path in folder.iterdir()} <= set(file_names())


def file_names() -> Iterator[str]:
    """The name of each file."""
    yield from (f"{table.name}.csv" for table in COMMON_TABLES)
    yield DESCRIPTION


def description(settings: Settings) -> dict[str, Any]:
    """What the files hold, column by column."""
    licence = {"title": settings.licence} | ({"path": settings.licence_url} if settings.licence_url else {})
    return {
        "profile": "tabular-data-package",
        "name": "vraagarchief",
        "title": settings.title,
        "licenses": [licence],
        "sources": [{"title": settings.publisher}],
        "resources": list(map(_resource, COMMON_TABLES)),
    }


def _resource(table: TableForm) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": table.title,
        "description": table.meaning,
        "encoding": "utf-8",
        "schema": {
            "fields": list(map(_field, table.columns)),
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {
                    "fields": list(key.columns),
                    "reference": {"resource": key.table, "fields": list(key.targets)},
                }
                for key in table.foreign
            ],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    return {"name": column.name, "type": _TYPES[column.type], "description": column.meaning}


def _cell(value: Value) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case tuple():
            return BETWEEN.join(value)
        case _:
            return str(value)
