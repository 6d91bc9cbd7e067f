"""The figures: how they are added up, kept and compared."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.gold.__main__ import main
from tests.gold.evaluate import COUNTS, SHARES, committed, joined, save, share, worse


def row(**given: Any) -> dict[str, Any]:
    """Figures of a layout in which everything is right, but for what is given."""
    return {"documents": 1, **{name: [10, 10] for name in SHARES}, **dict.fromkeys(COUNTS, 0), **given}


def test_a_lower_share_is_worse() -> None:
    assert worse({"lines": row(cells=[9, 10])}, {"lines": row()}) == [
        "lines: cells 90.00% instead of 100.00%"
    ]


def test_one_more_lost_word_is_worse() -> None:
    assert worse({"lines": row(lost=1)}, {"lines": row()}) == ["lines: lost 1 instead of 0"]


def test_better_and_equal_figures_are_not_worse() -> None:
    assert worse({"lines": row()}, {"lines": row(cells=[9, 10], lost=3)}) == []


def test_a_layout_that_is_not_at_hand_is_not_compared() -> None:
    assert worse({"lines": row()}, {"lines": row(), "flemish": row()}) == []


def test_more_tables_claimed_is_not_worse() -> None:
    assert worse({"lines": row(claimed=9)}, {"lines": row(claimed=3)}) == []


def test_selections_are_added_up() -> None:
    both = joined([{"lines": row(lost=1)}, {"lines": row(lost=2, cells=[5, 10])}])
    assert (both["lines"]["documents"], both["lines"]["lost"], both["lines"]["cells"]) == (2, 3, [15, 20])


def test_nothing_to_get_right_is_no_share() -> None:
    assert share(row(texts=[0, 0]), "texts") is None


def test_figures_are_kept_as_they_are(tmp_path: Path) -> None:
    found = {"tuned": {"lines": row()}, "held-out": {"pdf grid": row(cells=[1, 3])}}
    save(found, tmp_path / "figures.json")
    assert committed(tmp_path / "figures.json") == found


def test_differences_of_held_out_documents_are_never_shown(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--held-out", "--verbose", "9"])
    assert "instead of" not in capsys.readouterr().out
