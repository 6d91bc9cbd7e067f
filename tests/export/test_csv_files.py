"""The common tables as CSV, read back by DuckDB and compared with the records."""

from __future__ import annotations

import datetime as dt
import json
import zipfile
from pathlib import Path

import duckdb
import pytest

from archive.config import Settings
from archive.errors import ArchiveError
from archive.export.csv_files import file_names
from archive.export.schema import COMMON_TABLES
from archive.export.sections import sections_of
from archive.export.table_csv import harmless_cell
from archive.model.blocks import Paragraph, block_texts
from archive.model.question import Body, Reference, WrittenQuestion
from archive.model.tables import tables_of
from archive.store.corpus import Corpus
from tests.export.making import ON_THE_WEB, SETTINGS, make_corpus, records_in, write_form
from tests.records import question

Rows = list[dict[str, str]]


def write(corpus: Path, target: Path, settings: Settings = SETTINGS) -> Path:
    return write_form("csv", corpus, target, settings)


@pytest.fixture
def folder(any_corpus: Path, tmp_path: Path) -> Path:
    return write(any_corpus, tmp_path / "csv")


def rows(folder: Path, name: str) -> Rows:
    """The rows of a file, all values as text."""
    with duckdb.connect() as database:
        path = str(folder / f"{name}.csv")
        found = database.execute(
            "SELECT * FROM read_csv(?, header=true, all_varchar=true, delim=',', quote='\"', escape='\"',"
            " new_line='\\r\\n', nullstr='\\N', auto_detect=false, columns=" + columns_of(name) + ")",
            [path],
        )
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def columns_of(name: str) -> str:
    table = next(table for table in COMMON_TABLES if table.name == name)
    return "{" + ", ".join(f"'{column.name}': 'VARCHAR'" for column in table.columns) + "}"


def questions_in(corpus: Path) -> list[WrittenQuestion]:
    return [record for record in records_in(corpus) if isinstance(record, WrittenQuestion)]


def shown(text: str | None) -> str:
    return harmless_cell(text or "")


def test_every_file_is_there(folder: Path) -> None:
    assert sorted(path.name for path in folder.iterdir()) == sorted(file_names())


def test_every_field_of_a_question_comes_back(folder: Path, any_corpus: Path) -> None:
    for row, record in zip(rows(folder, "questions"), questions_in(any_corpus), strict=True):
        assert row["id"] == record.id
        assert row["number"] == str(record.number)
        assert row["title"] == shown(record.title)
        assert row["subject"] == shown(record.subject)
        assert row["aspect"] == shown(record.aspect)
        assert row["themes"] == shown(" | ".join(record.themes))
        assert row["asker"] == shown(record.asker.name)
        assert row["asker_printed"] == shown(record.asker.printed)
        assert row["asker_party"] == shown(record.asker.party)
        assert row["portfolio"] == shown(record.minister.portfolio)
        assert row["competences"] == shown(" | ".join(record.minister.competences))
        assert row["asked_on"] == str(record.asked_on or "")
        assert row["answer_kind"] == (record.answer.kind if record.answer else "")
        assert row["document_link"] == shown(record.links.document)
        assert row["source_sha256"] == record.source.sha256


def test_every_part_of_a_question_comes_back(folder: Path, any_corpus: Path) -> None:
    found = [
        (row["record"], row["side"], row["labels"]) for row in rows(folder, "parts") if row["role"] == "part"
    ]
    assert found == [
        (record.id, side, " ".join(part.labels))
        for record in questions_in(any_corpus)
        for side, body in (("question", record.question), ("answer", record.answer))
        for part in (body.parts if body else ())
    ]


def test_no_word_of_a_text_is_lost(folder: Path, any_corpus: Path) -> None:
    kept: dict[str, str] = {}
    for name in ("parts", "tables", "cells"):
        for row in rows(folder, name):
            kept[row["record"]] = kept.get(row["record"], "") + "\n" + "\n".join(row.values())
    for record in records_in(any_corpus):
        for section in sections_of(record):
            for block in section.blocks:
                missing = [text for text in block_texts(block) if text not in kept[record.id]]
                assert missing == [], record.id


def test_tables_have_the_numbers_of_the_pages(folder: Path, any_corpus: Path) -> None:
    found = [
        (row["record"], row["table_number"], row["side"], row["labels"]) for row in rows(folder, "tables")
    ]
    assert found == [
        (record.id, str(table.number), table.side, " ".join(table.labels))
        for record in records_in(any_corpus)
        for table in tables_of(record)
    ]


def test_keys_join_every_table_to_those_it_refers_to(folder: Path) -> None:
    for table in COMMON_TABLES:
        for key in table.foreign:
            known = {tuple(row[name] for name in key.targets) for row in rows(folder, key.table)}
            used = {tuple(row[name] for name in key.columns) for row in rows(folder, table.name)}
            assert used - {("",)} <= known, table.name


def test_keys_are_unique(folder: Path) -> None:
    for table in COMMON_TABLES:
        keys = [tuple(row[name] for name in table.key) for row in rows(folder, table.name)]
        assert len(keys) == len(set(keys)), table.name


def test_no_cell_runs_in_a_spreadsheet(folder: Path) -> None:
    for table in COMMON_TABLES:
        for row in rows(folder, table.name):
            for value in row.values():
                assert value == harmless_cell(value)


def test_columns_that_always_have_a_value_have_one(folder: Path) -> None:
    for table in COMMON_TABLES:
        needed = [
            column.name for column in table.columns if column.always and column.type in ("integer", "date")
        ]
        for row in rows(folder, table.name):
            assert all(row[name] for name in needed), table.name


def test_description_names_every_column(folder: Path) -> None:
    described = json.loads((folder / "datapackage.json").read_text("utf-8"))
    for resource in described["resources"]:
        header = (folder / resource["path"]).read_bytes().partition(b"\r\n")[0].decode("utf-8")
        assert header.split(",") == [field["name"] for field in resource["schema"]["fields"]]


def test_reference_tells_the_question_that_it_means(hostile_corpus: Path, tmp_path: Path) -> None:
    found = rows(write(hostile_corpus, tmp_path / "csv"), "question_references")
    assert {row["target"] for row in found if row["kind"] == "decree"} == {"2023-2024/jo-brouns/2"}


def test_reference_in_the_text_is_followed(tmp_path: Path) -> None:
    printed = "schriftelijke vraag nr. 1 van 25 april 2024"
    reference = Reference("written_question", 1, None, dt.date(2024, 4, 25), None, printed)
    pointing = question(
        5,
        asked_on=dt.date(2024, 5, 25),
        question=Body((Paragraph(f"Ik verwijs naar mijn {printed}."),)),
        references=(reference,),
    )
    corpus = make_corpus(tmp_path / "corpus", (question(1), pointing))
    [row] = rows(write(corpus, tmp_path / "csv"), "question_references")
    assert (row["target"], row["named_target"]) == ("2023-2024/jo-brouns/1", "")


def test_page_has_the_address_of_the_archive(seed_corpus: Path, tmp_path: Path) -> None:
    found = rows(write(seed_corpus, tmp_path / "csv", ON_THE_WEB), "questions")
    assert found[0]["page"] == "https://vragen.example.org/archief/vragen/2023-2024/jo-brouns/19.html"


def test_zip_holds_the_same_files(seed_corpus: Path, tmp_path: Path) -> None:
    folder = write(seed_corpus, tmp_path / "csv")
    with zipfile.ZipFile(write(seed_corpus, tmp_path / "csv.zip")) as archive:
        for path in folder.iterdir():
            assert archive.read(f"csv/{path.name}") == path.read_bytes()


def test_same_corpus_gives_the_same_bytes(any_corpus: Path, tmp_path: Path) -> None:
    one, other = (write(any_corpus, tmp_path / name / "csv.zip") for name in ("one", "other"))
    assert one.read_bytes() == other.read_bytes()


def test_export_takes_the_place_of_an_older_one(seed_corpus: Path, tmp_path: Path) -> None:
    write(seed_corpus, tmp_path / "csv")
    assert write(seed_corpus, tmp_path / "csv").is_dir()
    assert [path.name for path in tmp_path.iterdir()] == ["csv"]


def test_folder_with_other_files_is_left_alone(seed_corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(ArchiveError, match="did not write"):
        write(seed_corpus, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_empty_corpus_gives_headers_alone(tmp_path: Path) -> None:
    Corpus.open(tmp_path / "corpus", create=True).close()
    folder = write(tmp_path / "corpus", tmp_path / "csv")
    assert (folder / "answers.csv").read_bytes() == b"question,kind,question_number,question_date\r\n"
