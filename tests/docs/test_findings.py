"""The page of operations tells every finding of `archive verify` with its number."""

from __future__ import annotations

import re

from archive.store.finding import CODES, Finding
from tests.conftest import ROOT

_ROW = re.compile(r"^\| (V\d\d) \| ([a-z]+): [^|]+ \| (yes|no) \| [^|]+ \|$", re.MULTILINE)


def test_every_finding_stands_on_the_page_with_its_number_and_whether_it_is_damage() -> None:
    page = (ROOT / "docs" / "operations.md").read_text("utf-8")
    told = {code: (kind, damage == "yes") for code, kind, damage in _ROW.findall(page)}
    assert told == {code: (kind, Finding(kind, "", "", "").is_damage) for kind, code in CODES.items()}


def test_numbers_are_never_given_anew() -> None:
    """People have them in their notes, and programs in their conditions."""
    assert list(CODES.values()) == [f"V{number:02}" for number in range(1, len(CODES) + 1)]
    assert list(CODES)[:9] == [
        "missing",
        "altered",
        "orphan",
        "foreign",
        "unreadable",
        "unfinished",
        "inconsistent",
        "unsealed",
        "unexpected",
    ]
