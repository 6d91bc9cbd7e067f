"""The tables of two seeds, typeset anew with full, horizontal and no rules, come out cell by cell."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from archive.extract import read_source
from archive.model.document import Document, Source

SAMPLES = Path(__file__).parent / "samples" / "made"
TRUTH = json.loads((SAMPLES / "truth.json").read_text("utf-8"))


@pytest.mark.parametrize("rules", ["grid", "hlines", "none"])
@pytest.mark.parametrize("seed", ["002", "004"])
def test_every_row_of_every_table_is_read(seed: str, rules: str) -> None:
    content = (SAMPLES / f"{seed}-{rules}.pdf").read_bytes()
    (document,) = read_source(Source("made.pdf", content))
    assert isinstance(document, Document)
    tables = [line.table for line in document.lines if line.table]
    found = Counter(row for table in tables for row in (*table.header, *table.rows))
    wanted = Counter(tuple(row) for table in TRUTH[seed]["tables"].values() for row in table)
    assert wanted - found == Counter()
    assert len(tables) == len(TRUTH[seed]["tables"])
