"""Ids that records bring along."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from archive.errors import Refusal
from archive.ingest.ids import check_id
from archive.model.record import Record
from tests.records import facts, question, supporting


@pytest.mark.parametrize(
    "record",
    [
        question(),
        question(1037, minister="Zuhal Demir"),
        supporting(),
        supporting(id="documenten/rapport-1a2b3c4d"),
    ],
)
def test_id_made_of_the_fields_is_good(record: Record) -> None:
    check_id(record, "x.jsonl, line 1")


@pytest.mark.parametrize(
    ("record", "cause"),
    [
        (question(id="2023-2024/jo-brouns/2"), "the fields make it '2023-2024/jo-brouns/1'"),
        (question(id="../../x"), "the fields make it"),
        (question(year="2023-2025"), "no pair of years"),
        (question(year="2023/2024"), "no pair of years"),
        (question(0), "no number of a question"),
        (question(source=msgspec.structs.replace(facts(), sha256="x")), "no SHA-256"),
        (supporting(id="documenten/"), "single hyphens"),
        (supporting(id="documenten/Rapport"), "single hyphens"),
        (supporting(id="documenten/a/b"), "single hyphens"),
        (supporting(id="documenten/../index"), "single hyphens"),
        (supporting(id="documenten/rapport\n"), "single hyphens"),
        (supporting(id="rapport"), "single hyphens"),
        (supporting(id="documenten/" + "a" * 101), "single hyphens"),
    ],
)
def test_other_ids_are_refused_with_the_reason(record: Any, cause: str) -> None:
    with pytest.raises(Refusal, match=cause) as caught:
        check_id(record, "x.jsonl, line 1")
    assert (caught.value.place, caught.value.code) == ("x.jsonl, line 1", "id")
