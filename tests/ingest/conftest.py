"""A new corpus and a folder of small documents for each test of ingest."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.store.corpus import Corpus


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus.open(tmp_path / "corpus", create=True) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two good documents and one that is refused."""
    made = tmp_path / "in"
    made.mkdir()
    (made / "a.txt").write_text("Eerste\ntekst", "utf-8")
    (made / "b.txt").write_text("Tweede\ntekst", "utf-8")
    (made / "c.txt").write_text("?", "utf-8")
    return made
