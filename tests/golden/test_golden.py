"""The seeds are read as their golden records say. `scripts/golden` renews these."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.model.record import decode_record
from tests.conftest import SEEDS
from tests.golden.records import FOLDER, golden_path, golden_text, read_record


@pytest.mark.parametrize("seed", sorted(SEEDS.iterdir()), ids=lambda path: path.stem)
def test_seed_is_read_as_its_golden_record(seed: Path) -> None:
    assert golden_text(seed) == golden_path(seed).read_text("utf-8")


def test_there_is_a_golden_record_for_each_seed_and_no_other() -> None:
    assert {path.stem for path in FOLDER.glob("*.json")} == {path.stem for path in SEEDS.iterdir()}


@pytest.mark.parametrize("seed", sorted(SEEDS.iterdir()), ids=lambda path: path.stem)
def test_golden_record_is_a_record(seed: Path) -> None:
    golden = golden_path(seed).read_bytes()
    assert decode_record(golden, seed.name) == read_record(seed)
