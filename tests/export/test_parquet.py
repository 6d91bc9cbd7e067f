"""The Parquet files, read back by DuckDB, which has a reader of its own."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import duckdb
import pytest

from archive.errors import ArchiveError
from archive.export.rows import COMMON_ROWS, Exported
from archive.export.schema import COMMON_TABLES
from archive.model.question import WrittenQuestion
from tests.export.making import records_in, write_form

KIND = {
    "text": "VARCHAR",
    "texts": "VARCHAR[]",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "date": "DATE",
    "time": "TIMESTAMP WITH TIME ZONE",
}


@pytest.fixture
def folder(any_corpus: Path, tmp_path: Path) -> Path:
    return write_form("parquet", any_corpus, tmp_path / "parquet")


def rows(folder: Path, sql: str) -> list[tuple[object, ...]]:
    """What DuckDB answers; {name} in the question stands for the file of that table."""
    files = {table.name: f"read_parquet('{folder / table.name}.parquet')" for table in COMMON_TABLES}
    with duckdb.connect() as database:
        return database.execute(sql.format(**files)).fetchall()


def test_columns_have_their_names_and_types(folder: Path) -> None:
    for table in COMMON_TABLES:
        described = rows(folder, f"DESCRIBE SELECT * FROM {{{table.name}}}")
        assert [row[:2] for row in described] == [
            (column.name, KIND[column.type]) for column in table.columns
        ]


def test_every_value_comes_back(folder: Path, any_corpus: Path) -> None:
    for table in COMMON_TABLES:
        plain = [place for place, column in enumerate(table.columns) if column.type in ("text", "integer")]
        expected = [
            tuple(row[place] for place in plain)
            for record in records_in(any_corpus)
            for row in COMMON_ROWS[table.name](Exported(record))
        ]
        names = ", ".join(table.columns[place].name for place in plain)
        found = rows(folder, f"SELECT {names} FROM {{{table.name}}}")
        if table.name != "question_references":
            assert found == expected, table.name
        assert len(found) == len(expected)


def test_dates_and_themes_come_back(folder: Path, any_corpus: Path) -> None:
    found = rows(folder, "SELECT id, asked_on, answered_on, themes, competences FROM {questions}")
    assert found == [
        (one.id, one.asked_on, one.answered_on, list(one.themes), list(one.minister.competences))
        for one in records_in(any_corpus)
        if isinstance(one, WrittenQuestion)
    ]


def test_cells_can_be_added_up(seed_corpus: Path, tmp_path: Path) -> None:
    folder = write_form("parquet", seed_corpus, tmp_path / "parquet")
    sql = "SELECT value FROM {cells} WHERE record LIKE '%/322' AND table_number = 1 AND row_label = 'Totaal'"
    assert (2133.0,) in rows(folder, sql)


def test_zip_holds_the_same_files(seed_corpus: Path, tmp_path: Path) -> None:
    folder = write_form("parquet", seed_corpus, tmp_path / "p")
    with zipfile.ZipFile(write_form("parquet", seed_corpus, tmp_path / "p.zip")) as archive:
        for path in folder.iterdir():
            assert archive.read(f"p/{path.name}") == path.read_bytes()


def test_same_corpus_gives_the_same_bytes(hostile_corpus: Path, tmp_path: Path) -> None:
    one, other = (
        write_form("parquet", hostile_corpus, tmp_path / name / "p.zip") for name in ("one", "other")
    )
    assert one.read_bytes() == other.read_bytes()


def test_missing_extra_is_named(seed_corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ArchiveError, match=r"pip install 'vraagarchief\[parquet\]'"):
        write_form("parquet", seed_corpus, tmp_path / "parquet")
    assert list(tmp_path.iterdir()) == []
