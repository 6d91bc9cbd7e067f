"""A long form counts once where it stands, however many abbreviations of it the documents give."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.model.blocks import Paragraph
from archive.model.question import Body
from archive.model.record import Record
from tests.records import question
from tests.search.answers import differences, scanned_answers, whoosh_answers
from tests.search.brute import Scan
from tests.search.conftest import HandCorpus
from tests.search.real import RealQuery

TEXTS = (
    "De opvang van niet-begeleide minderjarige vreemdelingen (NBMV) en hun voogden.",
    "De voogden van niet-begeleide minderjarige vreemdelingen (NBMV's) en hun opvang.",
    "Het aantal voogden van de NBMV in het Vlaamse Gewest.",
)


@pytest.mark.parametrize("query", ["niet-begeleide minderjarige vreemdelingen", "NBMV", "niet*", "*lingen"])
def test_a_long_form_with_two_abbreviations_counts_once(query: str, tmp_path: Path) -> None:
    bodies = [Body((Paragraph(text),)) for text in TEXTS]
    records: list[Record] = [question(order, question=body) for order, body in enumerate(bodies, 1)]
    asked = [RealQuery("long form", query, {})]
    wanted = scanned_answers(Scan(records), asked)
    assert differences(asked, whoosh_answers(HandCorpus(records, tmp_path), asked), wanted) == []
