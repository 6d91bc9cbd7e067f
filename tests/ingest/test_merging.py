"""Documents that tell of one question, through the real reader: halves, and what comes in other runs."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path

import msgspec
import pytest

from archive.ingest import IngestReport, ingest_paths
from archive.model.question import Body, Links, Note, WrittenQuestion
from archive.model.record import Record, encode_record
from archive.store.corpus import Corpus
from archive.store.verify import verify_corpus
from tests.conftest import SEEDS
from tests.parse.test_lone_answer import ANSWER, QUESTION
from tests.records import question

ID = "2009-2010/hilde-crevits/88"


@pytest.fixture
def documents(tmp_path: Path) -> dict[str, Path]:
    """A question, its answer and their metadata, each in a file of its own."""
    metadata = question(
        88,
        minister="Hilde Crevits",
        year="2009-2010",
        title="Busvervoer - Stiptheid",
        asked_on=None,
        question=Body(),
        answer=None,
        themes=("Mobiliteit",),
        links=Links(page="https://www.example.org/1823751"),
        dossier_id="1823751",
        notes=(Note("only_metadata", "no text", "question"),),
    )
    contents = {
        "vrg.088.txt": QUESTION.encode(),
        "antw.088.txt": ANSWER.encode(),
        "meta.jsonl": encode_record(metadata) + b"\n",
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    return {name: tmp_path / name for name in contents}


def ingest(corpus: Corpus, *paths: Path, **options: bool) -> IngestReport:
    return ingest_paths(corpus, map(str, paths), **options)  # type: ignore[arg-type]


def without_times(record: Record | None) -> WrittenQuestion:
    assert isinstance(record, WrittenQuestion)
    source = msgspec.structs.replace(record.source, ingested_at=None)
    return msgspec.structs.replace(record, source=source)


def test_question_and_answer_in_two_files_become_one_record(
    corpus: Corpus, documents: dict[str, Path]
) -> None:
    report = ingest(corpus, documents["antw.088.txt"], documents["vrg.088.txt"])
    assert [(one.outcome, one.id) for one in report.documents] == [("inserted", ID), ("updated", ID)]
    assert (
        report.documents[1].reason
        == "joined with what other documents say; the earlier state is kept as a version"
    )
    assert len(corpus.versions(ID)) == 1


def test_order_of_arrival_makes_no_difference(tmp_path: Path, documents: dict[str, Path]) -> None:
    found = set()
    for number, order in enumerate(permutations(documents.values())):
        with Corpus.open(tmp_path / f"corpus{number}", create=True) as corpus:
            for path in order:
                ingest(corpus, path)
            found.add(encode_record(without_times(corpus.record(ID))))
            assert corpus.count() == 1
            assert list(verify_corpus(corpus.folder)) == []
    assert len(found) == 1


def test_arriving_again_changes_nothing(corpus: Corpus, documents: dict[str, Path]) -> None:
    ingest(corpus, *documents.values())
    before = corpus.signature()
    for again in (False, True):
        report = ingest(corpus, *documents.values(), again=again)
        assert (report.unchanged, corpus.signature()) == (3, before)


def test_export_of_a_merged_record_comes_back_unchanged(
    corpus: Corpus, documents: dict[str, Path], tmp_path: Path
) -> None:
    ingest(corpus, *documents.values())
    path = tmp_path / "export.jsonl"
    path.write_text("".join(f"{line}\n" for line in corpus.lines()), "utf-8")
    assert ingest(corpus, path).unchanged == 1
    with Corpus.open(tmp_path / "second", create=True) as second:
        ingest(second, path)
        assert second.signature() == corpus.signature()


def test_second_different_answer_is_a_new_version(
    corpus: Corpus, documents: dict[str, Path], tmp_path: Path
) -> None:
    ingest(corpus, *documents.values())
    corrected = tmp_path / "antw.088.bis.txt"
    corrected.write_text(ANSWER.replace("91 %", "93 %"), "utf-8")
    assert ingest(corpus, corrected).updated == 1
    record = without_times(corpus.record(ID))
    assert record.answer is not None
    assert "93 %" in str(record.answer)
    assert "91 %" not in str(record)
    assert "91 %" in corpus.versions(ID)[-1].state.content
    assert (record.themes, record.title) == (("Mobiliteit",), "Busvervoer - Stiptheid")


def test_dry_run_tells_of_merging_as_the_run_does(corpus: Corpus, documents: dict[str, Path]) -> None:
    dry = ingest(corpus, *documents.values(), dry_run=True)
    assert dry == ingest(corpus, *documents.values())


def test_metadata_and_document_meet_in_either_order(tmp_path: Path) -> None:
    """The parliament's record of seed 000, and the seed's document without the block before it."""
    seed = (SEEDS / "000_8cd2340072264d47.txt").read_bytes()
    (tmp_path / "vraag.txt").write_bytes(seed[seed.index(b"SCHRIFTELIJKE VRAAG") :])
    metadata = {
        "id": 1823751,
        "titel": "Premies individueel maatwerk - Budget",
        "vraagnummer": 386,
        "zittingsjaar": "2023-2024",
        "thema": ["Sociale economie", "Werk"],
        "vraagsteller": {"id": 4583, "naam": "Verbeurgt", "voornaam": "Thijs"},
        "minister": {"id": None, "naam": "Brouns", "voornaam": "Jo"},
        "bestand-ordered": [{"URL": "https://docs.vlaamsparlement.be/pfile?id=2063933"}],
    }
    (tmp_path / "schv.json").write_text(json.dumps(metadata), "utf-8")
    found = []
    for number, order in enumerate(permutations(("vraag.txt", "schv.json"))):
        with Corpus.open(tmp_path / f"corpus{number}", create=True) as corpus:
            for name in order:
                ingest(corpus, tmp_path / name)
            assert list(corpus.refusals()) == []
            found.append(without_times(corpus.record("2023-2024/jo-brouns/386")))
    assert found[0] == found[1]
    assert (found[0].themes, found[0].document_id) == (("Sociale economie", "Werk"), "2063933")
    assert found[0].dossier_id == "1823751"
    assert found[0].source.name == "vraag.txt"
    assert "metadata come from schv.json" in [note.message for note in found[0].notes]
    assert "only_metadata" not in [note.code for note in found[0].notes]
