"""A run that is killed at any moment leaves a corpus that is whole and goes on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from archive.ingest import ingest_paths
from archive.store.corpus import Corpus
from archive.store.verify import verify_corpus
from tests.conftest import ROOT
from tests.ingest.readers import first_line_reader

COUNT = 150
INGEST = """
import sys
from pathlib import Path
from archive.ingest import ingest_paths
from archive.store.corpus import Corpus
from tests.ingest.readers import first_line_reader
with Corpus.open(Path(sys.argv[1]), create=True) as corpus:
    ingest_paths(corpus, [sys.argv[2]], reader=first_line_reader, progress=lambda *step: print(step, flush=True))
"""


@pytest.fixture
def many(tmp_path: Path) -> Path:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(COUNT):
        (folder / f"{number:04}.txt").write_text(f"Titel {number}", "utf-8")
    return folder


def killed_ingest(corpus: Path, many: Path, after: int) -> None:
    """Kills an ingest some milliseconds after it began with the document of this number."""
    run = subprocess.Popen(
        [sys.executable, "-c", INGEST, str(corpus), str(many)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert run.stdout is not None
    for _ in range(after):
        run.stdout.readline()
    run.kill()
    run.communicate()


def test_killed_run_leaves_no_damage_and_the_next_one_finishes(tmp_path: Path, many: Path) -> None:
    folder = tmp_path / "corpus"
    for after in (1, 20, 41, 63, 90):
        killed_ingest(folder, many, after)
        assert [finding for finding in verify_corpus(folder) if finding.is_damage] == []
    with Corpus.open(folder) as corpus:
        before = corpus.count()
        report = ingest_paths(corpus, [str(many)], reader=first_line_reader)
    assert before > 0
    assert (report.inserted, report.unchanged) == (COUNT - before, before)
    assert list(verify_corpus(folder)) == []


def test_what_was_reported_is_on_disk(tmp_path: Path, many: Path) -> None:
    killed_ingest(tmp_path / "corpus", many, 30)
    with Corpus.open(tmp_path / "corpus") as corpus:
        assert corpus.count() >= 29
