"""The codebook is complete, and what it says of the columns is true of real exports."""

from __future__ import annotations

import datetime as dt
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from archive.export.codebook import codebook_text, view_columns
from archive.export.columns import Column
from archive.export.csv_files import file_names
from archive.export.schema import COMMON_TABLES
from archive.export.sqlite_schema import SQLITE_TABLES, VIEW_COLUMNS, VIEWS
from archive.export.tables import COLUMNS
from tests.conftest import ROOT
from tests.export.making import exported, write_form

COLUMN_LINE = re.compile(r"^\| `(\w+)` \| (\w+) \|", re.MULTILINE)


@pytest.fixture
def database(any_corpus: Path, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    path = tmp_path / "vragen.db"
    path.write_bytes(exported(any_corpus, "sqlite"))
    with closing(sqlite3.connect(path)) as connection:
        yield connection


def section(name: str) -> str:
    """What the page says of a table or view."""
    text = (ROOT / "docs/codebook.md").read_text("utf-8")
    return text.partition(f"\n### {name}\n")[2].partition("\n#")[0]


def test_page_is_the_one_that_the_declarations_make() -> None:
    """Renew it with: python -m tests.export."""
    assert (ROOT / "docs/codebook.md").read_text("utf-8") == codebook_text()


def test_page_has_every_column_of_the_csv_files(seed_corpus: Path, tmp_path: Path) -> None:
    folder = write_form("csv", seed_corpus, tmp_path / "csv")
    for name in file_names():
        if name.endswith(".csv"):
            header = (folder / name).read_bytes().partition(b"\r\n")[0].decode("utf-8").split(",")
            told = [found[0] for found in COLUMN_LINE.findall(section(name.removesuffix(".csv")))]
            assert told == header


def test_page_has_every_column_of_the_database(database: sqlite3.Connection) -> None:
    sql = "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'full_text%'"
    names = {name for (name,) in database.execute(sql)} - {"sqlite_stat1"}
    assert names == {table.name for table in SQLITE_TABLES} | set(VIEWS)
    for table in SQLITE_TABLES:
        columns = [row[1] for row in database.execute(f"PRAGMA table_info({table.name})")]
        told = [found[0] for found in COLUMN_LINE.findall(section(table.name))]
        assert told == [
            name for name in columns if name != "place" or table.name in ("records", "checks", "notes")
        ]


def test_page_has_every_column_of_the_views(database: sqlite3.Connection) -> None:
    known = {column.name for table in SQLITE_TABLES for column in table.columns} | set(VIEW_COLUMNS)
    for name, columns in view_columns().items():
        assert [found[0] for found in database.execute(f"SELECT * FROM {name}").description] == list(columns)
        assert set(columns) <= known
        assert all(f"`{column}`" in section(name) for column in columns)


def test_page_has_every_column_of_the_file_of_cells(seed_corpus: Path) -> None:
    header = exported(seed_corpus, "tables").partition(b"\r\n")[0].decode("utf-8").split(",")
    assert tuple(header) == COLUMNS
    assert [found[0] for found in COLUMN_LINE.findall(section("tables.csv"))] == header


def test_every_column_is_as_it_is_told(database: sqlite3.Connection) -> None:
    for table in SQLITE_TABLES:
        for column in table.columns:
            values = [row[0] for row in database.execute(f"SELECT {column.name} FROM {table.name}")]
            known = [value for value in values if value is not None]
            assert not column.always or len(known) == len(values), (table.name, column.name)
            assert not column.values or set(known) <= set(column.values), (table.name, column.name)
            assert all(is_of(column, value) for value in known), (table.name, column.name)


def is_of(column: Column, value: object) -> bool:
    """Whether a value is of the type that its column is told to have."""
    match column.type:
        case "integer":
            return isinstance(value, int)
        case "number":
            return isinstance(value, float)
        case "boolean":
            return value in (0, 1)
        case "date":
            return dt.date.fromisoformat(str(value)).isoformat() == value
        case "time":
            return str(value).endswith("Z") and dt.datetime.fromisoformat(str(value)).tzinfo is not None
        case _:
            return isinstance(value, str)


def test_every_column_has_a_meaning() -> None:
    assert [
        (table.name, column.name)
        for table in (*COMMON_TABLES, *SQLITE_TABLES)
        for column in table.columns
        if not column.meaning
    ] == []


def test_statement_of_the_page_runs(database: sqlite3.Connection) -> None:
    [sql] = re.findall(r"```sql\n(.*?)```", (ROOT / "docs/codebook.md").read_text("utf-8"), re.DOTALL)
    database.execute(sql).fetchall()
