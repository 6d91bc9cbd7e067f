"""The bag, checked by the Library of Congress's own reader, and made an archive again."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import bagit
import pytest

from archive.errors import ArchiveError, DamageError
from archive.export.jsonl import jsonl_chunks
from archive.ingest import ingest_paths
from archive.store.corpus import Corpus
from archive.store.verify import verify_corpus
from tests.conftest import SEEDS
from tests.export.making import SETTINGS, write_form


@pytest.fixture
def folder(any_corpus: Path, tmp_path: Path) -> Path:
    return write_form("bag", any_corpus, tmp_path / "bag")


def lines(corpus: Path) -> bytes:
    with Corpus.open(corpus) as opened:
        return b"".join(jsonl_chunks(opened, SETTINGS))


def test_reader_of_bags_finds_it_whole(folder: Path) -> None:
    bagit.Bag(str(folder)).validate()


def test_reader_of_bags_sees_a_changed_byte(folder: Path) -> None:
    with (folder / "data/records.jsonl").open("r+b") as stream:
        stream.write(b" ")
    assert not bagit.Bag(str(folder)).is_valid()


def test_description_counts_what_is_in_it(seed_corpus: Path, tmp_path: Path) -> None:
    told = bagit.Bag(str(write_form("bag", seed_corpus, tmp_path / "bag"))).info
    assert told["Source-Organization"] == "Vlaams Parlement"
    assert (told["Question-Count"], told["Document-Count"], told["Original-Count"]) == ("4", "1", "5")
    assert "4 questions, asked from 2023-10-12 to 2024-10-25" in told["External-Description"]


def test_records_are_those_of_the_corpus(folder: Path, any_corpus: Path) -> None:
    assert (folder / "data/records.jsonl").read_bytes() == lines(any_corpus)


def test_records_alone_make_the_same_records(folder: Path, any_corpus: Path, tmp_path: Path) -> None:
    with Corpus.open(tmp_path / "new", create=True) as corpus:
        ingest_paths(corpus, [str(folder / "data/records.jsonl")])
    assert lines(tmp_path / "new") == lines(any_corpus)


def test_bag_is_the_same_archive(folder: Path, any_corpus: Path, tmp_path: Path) -> None:
    shutil.copytree(folder / "data", tmp_path / "new")
    assert list(verify_corpus(tmp_path / "new")) == []
    with Corpus.open(any_corpus) as one, Corpus.open(tmp_path / "new") as other:
        assert list(one.stored_records()) == list(other.stored_records())
        assert list(one.originals()) == list(other.originals())
        assert list(one.events()) == list(other.events())


def test_archive_made_of_a_bag_goes_on(seed_corpus: Path, tmp_path: Path) -> None:
    shutil.copytree(write_form("bag", seed_corpus, tmp_path / "bag") / "data", tmp_path / "new")
    with Corpus.open(tmp_path / "new") as corpus:
        report = ingest_paths(corpus, [str(SEEDS)])
    assert report.unchanged == 5


def test_provenance_tells_what_originals_were_called(seed_corpus: Path, tmp_path: Path) -> None:
    bag = write_form("bag", seed_corpus, tmp_path / "bag")
    rows = [
        json.loads(line) for line in (bag / "data/provenance/originals.jsonl").read_text("utf-8").splitlines()
    ]
    assert "000_8cd2340072264d47.txt" in {row["name"] for row in rows}
    assert len((bag / "data/provenance/events.jsonl").read_text().splitlines()) == 5


def test_same_corpus_gives_the_same_bytes(any_corpus: Path, tmp_path: Path) -> None:
    one, other = (write_form("bag", any_corpus, tmp_path / name / "bag.zip") for name in ("one", "other"))
    assert one.read_bytes() == other.read_bytes()


def test_zip_unpacks_to_a_bag(seed_corpus: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(write_form("bag", seed_corpus, tmp_path / "bag.zip")) as archive:
        archive.extractall(tmp_path)
    bagit.Bag(str(tmp_path / "bag")).validate()


def test_bag_takes_the_place_of_our_older_one(seed_corpus: Path, tmp_path: Path) -> None:
    write_form("bag", seed_corpus, tmp_path / "bag")
    write_form("bag", seed_corpus, tmp_path / "bag")
    bagit.Bag(str(tmp_path / "bag")).validate()


def test_bag_of_another_maker_is_left_alone(seed_corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "bag").mkdir()
    (tmp_path / "bag/mine.txt").write_text("mine")
    bagit.make_bag(str(tmp_path / "bag"))
    with pytest.raises(ArchiveError, match="did not write"):
        write_form("bag", seed_corpus, tmp_path / "bag")


@pytest.mark.parametrize("harm", [lambda path: path.unlink(), lambda path: path.write_text("altered")])
def test_damaged_original_is_told_and_nothing_is_written(
    harm: object, seed_corpus: Path, tmp_path: Path
) -> None:
    corpus = tmp_path / "corpus"
    shutil.copytree(seed_corpus, corpus)
    assert callable(harm)
    harm(next((corpus / "originals").rglob("*.txt")))
    with pytest.raises(DamageError, match="archive verify"):
        write_form("bag", corpus, tmp_path / "bag")
    assert not (tmp_path / "bag").exists()
