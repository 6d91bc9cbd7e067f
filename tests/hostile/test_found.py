"""Documents on which reading once broke down, found by fuzzing and composed anew: each ends in a record or a reason."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from archive.errors import Refusal
from archive.ingest import ingest_paths
from archive.ingest.reading import read_and_parse
from archive.model.document import Source
from archive.model.question import SourceFacts
from archive.store.corpus import Corpus
from tests.conftest import SEEDS

FOUND = sorted((Path(__file__).parent / "found").iterdir())


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_reading_ends_in_a_record_or_a_reason(path: Path) -> None:
    try:
        reading = read_and_parse(
            Source(path.name, path.read_bytes()), SourceFacts(path.name, "00" * 32, "", 3)
        )
    except Refusal as refusal:
        assert refusal.cause
    else:
        assert reading.records


def test_odd_address_in_metadata_names_no_file_beside(tmp_path: Path) -> None:
    metadata = {"vraagnummer": 1, "bestand-ordered": [{"url": "http://["}]}
    path = tmp_path / "a.json"
    path.write_text(json.dumps(metadata), "utf-8")
    with Corpus.open(tmp_path / "corpus", create=True) as corpus:
        report = ingest_paths(corpus, [str(path)], beside=SEEDS)
    assert [document.path for document in report.documents] == [str(path)]
