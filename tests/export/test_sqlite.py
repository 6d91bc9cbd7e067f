"""The database: read back as a database, and opened in Datasette."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

from archive.export.datasette import metadata
from archive.export.schema import COMMON_TABLES
from archive.export.sqlite_schema import SQLITE_TABLES, VIEWS
from archive.model.question import WrittenQuestion
from archive.model.record import decode_record
from archive.model.tables import tables_of
from tests.export.making import ON_THE_WEB, SETTINGS, exported, records_in


def write(corpus: Path, folder: Path) -> Path:
    path = folder / "vragen.db"
    path.write_bytes(exported(corpus, "sqlite"))
    return path


@pytest.fixture
def path(any_corpus: Path, tmp_path: Path) -> Path:
    return write(any_corpus, tmp_path)


@pytest.fixture
def database(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def test_every_record_comes_back_whole(database: sqlite3.Connection, any_corpus: Path) -> None:
    found = database.execute("SELECT id, content FROM records ORDER BY id").fetchall()
    assert [decode_record(row["content"].encode(), row["id"]) for row in found] == records_in(any_corpus)


def test_every_scalar_of_a_question_comes_back(database: sqlite3.Connection, any_corpus: Path) -> None:
    found = database.execute("SELECT * FROM questions ORDER BY id").fetchall()
    questions = [record for record in records_in(any_corpus) if isinstance(record, WrittenQuestion)]
    for row, record in zip(found, questions, strict=True):
        assert (row["id"], row["number"], row["title"]) == (record.id, record.number, record.title)
        assert tuple(json.loads(row["themes"])) == record.themes
        assert (row["asker"], row["asker_printed"], row["asker_party"]) == (
            record.asker.name,
            record.asker.printed,
            record.asker.party,
        )
        assert (row["minister"], row["portfolio"]) == (record.minister.name, record.minister.portfolio)
        assert tuple(json.loads(row["competences"])) == record.minister.competences
        assert row["asked_on"] == (record.asked_on.isoformat() if record.asked_on else None)
        assert row["source_bytes"] == record.source.bytes


def test_every_cell_stands_under_its_table(database: sqlite3.Connection, any_corpus: Path) -> None:
    found = database.execute("SELECT record, table_number, caption FROM tables ORDER BY 1, 2").fetchall()
    assert [tuple(row) for row in found] == [
        (record.id, table.number, table.caption)
        for record in records_in(any_corpus)
        for table in tables_of(record)
    ]


def test_keys_hold(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert [tuple(row) for row in database.execute("PRAGMA integrity_check")] == [("ok",)]


def test_every_table_has_its_columns_and_is_strict(database: sqlite3.Connection) -> None:
    strict = {row["name"]: row["strict"] for row in database.execute("PRAGMA table_list")}
    for table in SQLITE_TABLES:
        columns = [row["name"] for row in database.execute(f"PRAGMA table_info({table.name})")]
        assert columns == [column.name for column in table.columns]
        assert strict[table.name] == 1


def test_every_foreign_key_is_declared(database: sqlite3.Connection) -> None:
    for table in COMMON_TABLES:
        declared = {row["table"] for row in database.execute(f"PRAGMA foreign_key_list({table.name})")}
        assert {key.table for key in table.foreign} <= declared


def test_every_view_can_be_read(database: sqlite3.Connection) -> None:
    for name in VIEWS:
        database.execute(f"SELECT * FROM {name}").fetchall()


def test_full_text_agrees_with_the_text(database: sqlite3.Connection) -> None:
    database.execute("INSERT INTO full_text (full_text, rank) VALUES ('integrity-check', 1)")


def test_full_text_finds_a_word_without_its_accents(seed_corpus: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(write(seed_corpus, tmp_path))) as database:
        sql = "SELECT id FROM records JOIN full_text ON full_text.rowid = place WHERE full_text MATCH ?"
        assert database.execute(sql, ["potentiele"]).fetchall() == [("2023-2024/jo-brouns/386",)]


def test_full_text_survives_a_vacuum(seed_corpus: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(write(seed_corpus, tmp_path))) as database:
        database.execute("VACUUM")
        database.execute("INSERT INTO full_text (full_text, rank) VALUES ('integrity-check', 1)")


def test_subquestion_stands_beside_its_answer(seed_corpus: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(write(seed_corpus, tmp_path))) as database:
        sql = "SELECT subquestion, subanswer FROM subquestions_and_answers WHERE question = ? AND label = '2'"
        [(asked, answered)] = database.execute(sql, ["2023-2024/jo-brouns/386"]).fetchall()
    assert asked.startswith("Hoeveel begeleidingspremies kunnen daarmee")
    assert answered


def test_same_corpus_gives_the_same_bytes(any_corpus: Path) -> None:
    assert exported(any_corpus, "sqlite") == exported(any_corpus, "sqlite")


def pages(path: Path, *addresses: str) -> list[Any]:
    """What Datasette answers, with the metadata that the export writes."""

    async def asked() -> list[Any]:
        datasette = Datasette([str(path)], metadata=metadata(ON_THE_WEB, path.stem))
        try:
            answers = [await datasette.client.get(address) for address in addresses]
            assert [answer.status_code for answer in answers] == [200] * len(addresses)
            return [
                answer.json() if ".json" in address else answer.text
                for address, answer in zip(addresses, answers, strict=True)
            ]
        finally:
            for database in datasette.databases.values():
                database.close()
            datasette.executor.shutdown()

    # In a thread of its own: the browser of other tests keeps a loop in this one.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(asked())).result()


def test_datasette_shows_every_table_and_view(path: Path) -> None:
    names = [*(table.name for table in SQLITE_TABLES), *VIEWS]
    shown = pages(path, *(f"/vragen/{name}.json" for name in names))
    assert all("rows" in page for page in shown)


def test_datasette_shows_titles_licence_and_meanings(seed_corpus: Path, tmp_path: Path) -> None:
    [front, page] = pages(write(seed_corpus, tmp_path), "/", "/vragen/questions")
    assert "Archief &amp; Co" in front
    assert SETTINGS.licence in page
    assert "day of the question" in page


def test_datasette_counts_facets(seed_corpus: Path, tmp_path: Path) -> None:
    [page] = pages(write(seed_corpus, tmp_path), "/vragen/questions.json")
    facets = page["facet_results"]
    assert {one["value"]: one["count"] for one in facets["minister"]["results"]} == {
        "Jo Brouns": 3,
        "Zuhal Demir": 1,
    }
    assert {one["value"] for one in facets["themes"]["results"]} == {"Werk", "Sociale economie"}


def test_datasette_searches_the_full_text(seed_corpus: Path, tmp_path: Path) -> None:
    [page, listed] = pages(
        write(seed_corpus, tmp_path),
        "/vragen/questions.json?_search=potentiele&_shape=objects",
        "/vragen/question_list.json?_search=potentiele&_shape=objects",
    )
    assert [row["id"] for row in page["rows"]] == ["2023-2024/jo-brouns/386"]
    assert [row["id"] for row in listed["rows"]] == ["2023-2024/jo-brouns/386"]
