"""The postings in the Whoosh index are those that reckoning document by document gives."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from archive.errors import CorpusError
from archive.model.record import Record
from archive.search.analysis import ZONE_SHIFT, newest_first
from archive.search.lexicon import Lexicon
from archive.search.query import parse_query
from archive.search.scoring import LEVELS
from archive.search.whoosh_fields import FAMILY, WORD
from archive.search.whoosh_query import matches
from archive.search.whoosh_store import open_index, segment_bounds, write_index
from archive.search.whoosh_terms import term_list, term_places
from archive.search.word_spool import WordSpool
from archive.text.abbreviations import settled
from archive.text.languages import DUTCH
from tests.search.analysed import Analysis, analyse, level, long_forms
from tests.search.made import made_queries

Postings = dict[tuple[str, int], tuple[Any, ...]]
"""By term and document number what is told of it."""


@pytest.fixture(scope="module", params=[1, 3])
def searcher(
    request: pytest.FixtureRequest, records: list[Record], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Any]:
    folder = tmp_path_factory.mktemp("whoosh") / "index"
    write_index(records, folder, "1", processes=request.param)
    with open_index(folder) as (searcher, _):
        assert len(list(searcher.reader().leaf_readers())) == request.param
        yield searcher


@pytest.fixture(scope="module")
def lexicon(records: list[Record], tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    with WordSpool(records, tmp_path_factory.mktemp("spool")) as spool:
        return Lexicon(spool.forms(), settled(spool.defined))


@pytest.fixture(scope="module")
def documents(records: list[Record]) -> list[Analysis]:
    return sorted(map(analyse, records), key=lambda document: newest_first(document.card))


def words_of(document: Analysis, lexicon: Lexicon) -> dict[str, list[int]]:
    return {**document.occurrences, **long_forms(lexicon.definitions, document.occurrences)}


def mask_of(places: list[int]) -> int:
    return sum(1 << zone for zone in {place >> ZONE_SHIFT for place in places})


def read_terms(searcher: Any, field: str) -> Iterator[tuple[str, Any]]:
    for term in searcher.reader().lexicon(field):
        yield term.decode(), term_list(searcher.reader(), field, term.decode())


def test_forms_stand_where_the_documents_have_them(
    searcher: Any, documents: list[Analysis], lexicon: Lexicon
) -> None:
    expected: Postings = {
        (form, number): (LEVELS[level(places, document.lengths)], mask_of(places), places)
        for number, document in enumerate(documents)
        for form, places in words_of(document, lexicon).items()
    }
    found: Postings = {}
    for form, listed in read_terms(searcher, WORD):
        places = term_places(searcher.reader(), form)
        for number, strength, zones in zip(*(column.tolist() for column in listed[:3]), strict=True):
            found[form, number] = (strength, zones, places[number])
    assert found == expected


def test_families_add_up_their_own_forms_and_take_the_highest_of_others(
    searcher: Any, documents: list[Analysis], lexicon: Lexicon
) -> None:
    expected: Postings = {}
    for number, document in enumerate(documents):
        for key, told in families_of(document, lexicon).items():
            expected[key, number] = told
    found: Postings = {
        (key, number): told
        for key, listed in read_terms(searcher, FAMILY)
        for number, *told in zip(*(column.tolist() for column in listed), strict=True)
    }
    assert {place: tuple(told) for place, told in found.items()} == expected


def families_of(document: Analysis, lexicon: Lexicon) -> dict[str, tuple[int, int, bool]]:
    """Strength, zones and whether it stands only inside others, of each family that finds several forms."""
    own: dict[str, int] = {}
    inside: dict[str, int] = {}
    zones: dict[str, int] = {}
    for form, places in words_of(document, lexicon).items():
        strength = LEVELS[level(places, document.lengths)]
        key = lexicon.family(form)
        own[key] = own.get(key, 0) + strength
        for part in lexicon.parts(form):
            inside[part] = max(inside.get(part, 0), strength)
        for family in (key, *lexicon.parts(form)):
            zones[family] = zones.get(family, 0) | mask_of(places)
    return {
        key: (own.get(key) or inside[key], mask, key not in own)
        for key, mask in zones.items()
        if lexicon.is_shared(key)
    }


def test_answers_do_not_depend_on_the_number_of_processes(records: list[Record], tmp_path: Path) -> None:
    answers = []
    for processes in (1, 2, 3):
        write_index(records, tmp_path / "index", "1", processes=processes)
        with open_index(tmp_path / "index") as (searcher, entries):
            found = [list(matches(parse_query(query), searcher, DUTCH).items()) for query in made_queries(60)]
        answers.append((found, entries))
    assert answers[0] == answers[1] == answers[2]


def test_more_processes_than_documents_do_no_harm(records: list[Record], tmp_path: Path) -> None:
    write_index(records[:2], tmp_path / "index", "1", processes=4)
    with open_index(tmp_path / "index") as (searcher, entries):
        assert (len(entries), searcher.doc_count_all()) == (2, 2)


@pytest.mark.parametrize(
    ("documents", "processes", "bounds"),
    [
        (0, 1, [0, 0]),
        (5, 2, [0, 2, 5]),
        (10_000, 1, [0, 10_000]),
        (10_001, 1, [0, 5_000, 10_001]),
        (35_000, 2, [0, 8_750, 17_500, 26_250, 35_000]),
    ],
)
def test_no_segment_has_more_than_ten_thousand_documents(
    documents: int, processes: int, bounds: list[int]
) -> None:
    assert list(segment_bounds(documents, processes)) == bounds


def test_a_form_that_no_document_has_stands_nowhere(records: list[Record], tmp_path: Path) -> None:
    write_index(records[:5], tmp_path / "index", "1")
    with open_index(tmp_path / "index") as (searcher, _):
        assert term_list(searcher.reader(), WORD, "onbestaand") is None
        assert len(term_places(searcher.reader(), "onbestaand")) == 0


def test_a_killed_process_is_an_error_that_leaves_the_old_index(
    records: list[Record], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_index(records[:5], tmp_path / "index", "old")
    kept = sorted(path.name for path in (tmp_path / "index").iterdir())
    monkeypatch.setattr("archive.search.whoosh_store.write_segment", killed)
    with pytest.raises(CorpusError, match=r"killed \(signal 9\); look whether memory ran out"):
        write_index(records, tmp_path / "index", "new", processes=2)
    assert [path.name for path in tmp_path.iterdir()] == ["index"]
    assert sorted(path.name for path in (tmp_path / "index").iterdir()) == kept


def killed(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)
