"""The corpora that exports are tried on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.export.making import hostile_records, make_corpus


@pytest.fixture(scope="session")
def hostile_corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a corpus of records that break what is written without care."""
    return make_corpus(tmp_path_factory.mktemp("hostile") / "corpus", hostile_records())


@pytest.fixture(params=["seed_corpus", "hostile_corpus"])
def any_corpus(request: pytest.FixtureRequest) -> Path:
    """The folder of each corpus in turn. Tests read it and never write to it."""
    folder: Path = request.getfixturevalue(request.param)
    return folder
