"""The gold set is read no worse than the committed figures say."""

from __future__ import annotations

import pytest

from tests.conftest import shared_folder
from tests.gold.evaluate import SELECTIONS, committed, evaluate, worse


@pytest.mark.parametrize("selection", SELECTIONS)
def test_nothing_is_read_worse_than_the_committed_figures(selection: str) -> None:
    before = committed()[selection]
    assert worse(evaluate(selection), before) == []


def test_the_real_documents_are_at_hand() -> None:
    if shared_folder() is None:
        pytest.skip("the real Flemish documents are absent: they were not read")
    assert "flemish" in committed()["tuned"]
