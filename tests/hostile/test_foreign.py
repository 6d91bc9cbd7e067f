"""Layouts of other parliaments and councils: no question is made of what is none of ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.ingest import ingest_paths
from archive.model.supporting import SupportingDocument
from archive.store.corpus import Corpus

FOREIGN = sorted((Path(__file__).parent / "foreign").iterdir())


@pytest.mark.parametrize("path", FOREIGN, ids=lambda path: path.stem)
def test_foreign_document_is_a_supporting_document_or_is_refused(path: Path, tmp_path: Path) -> None:
    with Corpus.open(tmp_path / "corpus", create=True) as corpus:
        (document,) = ingest_paths(corpus, [str(path)]).documents
        records = list(corpus.records())
    assert all(isinstance(record, SupportingDocument) for record in records)
    if not records:
        assert document.outcome == "refused"
        assert "a question begins here, but its head has no " in (document.reason or "")


@pytest.mark.parametrize("name", ["federal-bulletin", "kamervragen", "walloon"])
def test_every_word_of_a_foreign_document_is_kept(name: str, tmp_path: Path) -> None:
    path = next(path for path in FOREIGN if path.stem == name)
    with Corpus.open(tmp_path / "corpus", create=True) as corpus:
        ingest_paths(corpus, [str(path)])
        (line,) = corpus.lines()
    missing = [word for word in path.read_text("utf-8").split() if word not in line]
    assert missing == []


def test_number_in_two_halves_is_no_number(tmp_path: Path) -> None:
    path = next(path for path in FOREIGN if path.stem == "senate-without-date")
    with Corpus.open(tmp_path / "corpus", create=True) as corpus:
        (document,) = ingest_paths(corpus, [str(path)]).documents
    assert "no number" in (document.reason or "")
