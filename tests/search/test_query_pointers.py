"""Words that point at a question: it comes first, and nothing is lost that the plain words find."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from archive.model.blocks import Paragraph
from archive.model.question import Answer, Body, Links
from archive.model.record import Record
from archive.search.index import search_corpus
from archive.search.query import parse_query
from archive.search.query_tree import Or
from tests.records import part, question, supporting
from tests.search.brute import Scan
from tests.search.conftest import HandCorpus, MakePage

if TYPE_CHECKING:
    from playwright.sync_api import Browser

TARGET = "2023-2024/jo-brouns/386"
DAY = dt.date(2024, 1, 5)

LONG_CITATION = (
    "Schriftelijke vraag nr. 386 (2023-2024) van Tom Ongena aan Jo Brouns, Vlaams minister van Economie, Innovatie, "
    "Werk, Sociale Economie en Landbouw, over maatwerk en de stand van zaken, beantwoord"
)
# What each of these must find first, where many documents mention the number, the names and the date.
POINTERS = [
    "nr. 386 Brouns",
    "nr 386 2023-2024 brouns",
    "nr.386 (2023-2024) Jo Brouns",
    "SV 386 Brouns",
    "sv386 brouns",
    "vraag nr. 386 van 5 januari 2024",
    "vraag nr. 386 van 05/01/2024 aan minister Brouns",
    "nr. 386 van 5 januari 2024 van Ongena aan Brouns",
    "question 386 of 5 January 2024",
    "386 2023-2024 Brouns",
    "386 2024 Brouns",
    "386/2023-2024 brouns",
    "vraag nr. 386/2023-24 van Ongena",
    "386 Brouns",
    "386 van Tom Ongena aan Jo Brouns",
    "Schriftelijke vraag nr. 386 (2023-2024) van Tom Ongena aan Jo Brouns",
    LONG_CITATION,
    "2023-2024/jo-brouns/386",
    "2051521",
    "pfile 2051521",
    "dossier 1809299",
    "1809299",
    "premie 2051521",
    "https://docs.vlaamsparlement.be/pfile?id=2051521",
    "https://www.vlaamsparlement.be/parlementaire-documenten/schriftelijke-vragen/1809299",
]


def _mentions(order: int) -> Record:
    """A document that says again and again what the target is called, in its title as well."""
    text = (
        "De vraag nr. 386 (SV 386, 386/2023-2024) van 5 januari 2024 van Tom Ongena aan minister Jo Brouns, pfile "
        "2051521, dossier 1809299. "
    )
    return question(
        order,
        minister="Zuhal Demir",
        year="2024-2025",
        asked_on=dt.date(2024, 10, 1) + dt.timedelta(order),
        title="Vraag nr. 386 van 5 januari 2024 2023-2024 Brouns - Pfile 2051521, dossier 1809299",
        question=Body((Paragraph(text * 6),)),
        answer=Answer("referral", parts=(part("1", text=text * 6),)),
    )


@pytest.fixture(scope="module")
def records() -> list[Record]:
    others = [("Zuhal Demir", "2023-2024"), ("Hilde Crevits", "2022-2023"), ("Ben Weyts", "2023-2024")]
    found: list[Record] = [
        question(
            386,
            asker="Tom Ongena",
            title="Maatwerk - Stand van zaken",
            asked_on=DAY,
            document_id="2051521",
            dossier_id="1809299",
            question=Body((Paragraph("Wat met de premie?"),)),
            links=Links(document="https://docs.vlaamsparlement.be/pfile?id=2051521"),
        )
    ]
    found += [question(386, minister=minister, year=year, title="Iets anders") for minister, year in others]
    found += [_mentions(order) for order in range(1, 9)]
    found += [question(2024, minister="Ben Weyts", title="Nog iets")]
    found += [
        question(order, minister="Ben Weyts", year="2019-2020", title=f"Vraag over {order} zaken")
        for order in range(40, 90)
    ]
    found += [
        supporting("Rapport over vraag nr. 386", dated_on=DAY, text="De vraag nr. 386 van Brouns. " * 9)
    ]
    return found


@pytest.fixture(scope="module")
def corpus(records: list[Record], tmp_path_factory: pytest.TempPathFactory) -> HandCorpus:
    return HandCorpus(records, tmp_path_factory.mktemp("pointers"))


def ids(corpus: HandCorpus, query: str) -> list[str]:
    return [hit.id for hit in search_corpus(corpus, query, limit=1000).hits]


@pytest.mark.parametrize("query", POINTERS)
def test_the_question_pointed_at_comes_first(query: str, corpus: HandCorpus) -> None:
    assert ids(corpus, query)[0] == TARGET


@pytest.mark.parametrize(
    "query", ["nr. 386", "nr 386", "nr.386", "vraag 386", "386", "SV 386", "vraag nr 386"]
)
def test_the_questions_with_a_number_come_before_all_that_mention_it(query: str, corpus: HandCorpus) -> None:
    found = ids(corpus, query)
    assert {id.rpartition("/")[2] for id in found[:4]} == {"386"}
    assert len(found) > 4


@pytest.mark.parametrize("query", [*POINTERS, "nr. 386", "386", "premie 25", "25 april 2024"])
def test_nothing_is_lost_that_the_plain_words_find(query: str, records: list[Record]) -> None:
    tree = parse_query(query)
    scan = Scan(records)
    plain = tree.of[0] if isinstance(tree, Or) and tree.pointer else tree
    assert {number for number, _ in scan.search(plain)} <= {number for number, _ in scan.search(tree)}


@pytest.mark.parametrize(
    "query", [*POINTERS, "nrs. 41 en 42 OF nr 386", "5 januari 2024", "brouns 386 -premie"]
)
def test_whoosh_agrees_with_the_scan(query: str, corpus: HandCorpus, records: list[Record]) -> None:
    scan = Scan(records)
    expected = [
        (scan.documents[number].record.id, score) for number, score in scan.search(parse_query(query))
    ]
    assert [(hit.id, hit.score) for hit in search_corpus(corpus, query, limit=1000).hits] == expected


def test_a_number_that_looks_like_a_year_is_a_number_behind_its_marker(corpus: HandCorpus) -> None:
    assert ids(corpus, "nr. 2024")[0] == "2023-2024/ben-weyts/2024"


def test_several_numbers_are_all_pointed_at(corpus: HandCorpus) -> None:
    assert set(ids(corpus, "nrs. 41, 42 en 77")[:3]) == {
        f"2019-2020/ben-weyts/{number}" for number in (41, 42, 77)
    }


def test_a_date_finds_what_was_asked_that_day(corpus: HandCorpus) -> None:
    """The date of a question stands in none of its texts."""
    assert TARGET in ids(corpus, "5 januari 2024")
    assert ids(corpus, "premie 5 januari 2024") == [TARGET]


def test_a_date_in_a_pointer_is_no_filter(corpus: HandCorpus) -> None:
    """The answer often gives another date than the question."""
    assert ids(corpus, "nr. 386 van 9 september 2019 aan Brouns")[0] == TARGET


def test_what_limits_a_query_limits_its_pointer(corpus: HandCorpus) -> None:
    assert TARGET not in ids(corpus, "nr. 386 van 5 januari 2024 -premie")
    assert ids(corpus, "nr. 386 van 5 januari 2024 titel:maatwerk") == [TARGET]


def test_a_number_among_other_words_changes_nothing(corpus: HandCorpus) -> None:
    """Who asks for 41 things does not mean question 41."""
    assert ids(corpus, "over 41 zaken") == ["2019-2020/ben-weyts/41"]
    assert "2019-2020/ben-weyts/41" not in ids(corpus, "premie 41")


def test_under_a_not_words_are_words(corpus: HandCorpus) -> None:
    assert TARGET in ids(corpus, "NIET (nr. 386)")


def test_a_phrase_stays_exact(corpus: HandCorpus) -> None:
    assert TARGET not in ids(corpus, '"nr. 386"')


def test_the_browser_agrees(
    records: list[Record], corpus: HandCorpus, make_page: MakePage, browser: Browser
) -> None:
    queries = [*POINTERS, "nr. 386", "386", "nrs. 41, 42 en 77", "5 januari 2024"]
    page = browser.new_page()
    page.goto((make_page(records) / "page.html").as_uri())
    ask = "queries => Promise.all(queries.map(query => Vraagarchief.search(query, {limit: 1000, facets: false})))"
    answers = page.evaluate(ask, queries)
    page.close()
    for query, answer in zip(queries, answers, strict=True):
        assert [hit["id"] for hit in answer["hits"]] == ids(corpus, query), query
