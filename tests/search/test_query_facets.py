"""Fields that ask for a value of a facet: what may be written, and what it finds."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from archive.model.blocks import Paragraph, Table
from archive.model.question import Answer, AnswerKind, Body, Person
from archive.model.record import Record
from archive.render.catalogue import LOCALES, load_catalogue
from archive.search.analysis import FACETS
from archive.search.index import search_corpus
from archive.search.messages import JS_MESSAGES
from archive.search.query import parse_query
from archive.search.query_dates import MONTH_NUMBERS
from archive.search.query_facets import KINDS, POSSESSIONS, value_key, value_keys
from archive.search.query_fields import DATE_FIELDS, FIELDS, RANGE_FIELDS, VALUE_FIELDS
from archive.search.query_tree import Facet
from tests.records import question, supporting
from tests.search.brute import Scan
from tests.search.conftest import HandCorpus, MakePage
from tests.search.made import made_records

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

QUERIES = [
    "partij:n-va",
    'partij:"CD&V"',
    "partij:groen",
    "-partij:nva",
    "soort:verwijzing",
    'soort:"geen gegevens" premie',
    "soort:onbeantwoord OF soort:document",
    "soort:vraag heeft:tabel",
    "NIET heeft:tabel",
]


def asked(party: str | None) -> Person:
    return Person("An Peeters", "AN PEETERS", party)


def found(records: list[Record], query: str, folder: Path) -> set[str]:
    return {hit.title for hit in search_corpus(HandCorpus(records, folder), query).hits}


@pytest.fixture(scope="module")
def made() -> list[Record]:
    return made_records(120)


def test_whoosh_agrees_with_the_scan(made: list[Record], tmp_path: Path) -> None:
    corpus, scan = HandCorpus(made, tmp_path), Scan(made)
    for query in QUERIES:
        result = search_corpus(corpus, query, limit=1000)
        hits = [(hit.id, hit.score) for hit in result.hits]
        expected = scan.search(parse_query(query))
        assert hits == [(scan.documents[number].record.id, score) for number, score in expected], query
        assert (not hits) == (query == "partij:groen")


def test_the_browser_agrees(made: list[Record], make_page: MakePage, browser: Browser) -> None:
    page = browser.new_page()
    page.goto((make_page(made) / "page.html").as_uri())
    ask = "queries => Promise.all(queries.map(query => Vraagarchief.search(query, {limit: 1000, facets: false})))"
    answers = page.evaluate(ask, QUERIES)
    page.close()
    scan = Scan(made)
    for query, answer in zip(QUERIES, answers, strict=True):
        hits = [(hit["id"], hit["score"]) for hit in answer["hits"]]
        expected = scan.search(parse_query(query))
        assert hits == [(scan.documents[number].record.id, score) for number, score in expected], query


def test_a_party_is_found_however_it_is_written_and_by_a_word_of_it(tmp_path: Path) -> None:
    records: list[Record] = [
        question(1, title="Een"),
        msgspec.structs.replace(question(2, title="Twee"), asker=asked("Open Vld")),
        msgspec.structs.replace(question(3, title="Drie"), asker=asked("N-VA")),
    ]
    for query in ("partij:vld", 'partij:"open vld"', "party:OpenVld", "partij:Open"):
        assert found(records, query, tmp_path) == {"Twee"}
    for query in ("partij:NVA", "partij:n-va", "partij:“N-VA”"):
        assert found(records, query, tmp_path) == {"Drie"}


def test_a_table_is_found_wherever_it_stands(tmp_path: Path) -> None:
    table = Table("", (("a",),), (("1",),), "layout")
    records: list[Record] = [
        question(1, title="Vraag", question=Body((Paragraph("x"), table))),
        question(2, title="Antwoord", answer=Answer("substantive", introduction=(table,))),
        question(3, title="Geen", answer=Answer("substantive", introduction=(Paragraph("tabel"),))),
        msgspec.structs.replace(supporting("Rapport"), blocks=(table,)),
    ]
    assert found(records, "heeft:tabel", tmp_path) == {"Vraag", "Antwoord", "Rapport"}


def test_every_kind_has_a_name_of_its_own() -> None:
    kinds = {facet.value for facet in KINDS.values() if facet.facet == "answer_kind"}
    assert kinds == {value_key(kind) for kind in (*AnswerKind.__args__, "none")}
    values = {facet.value for facet in KINDS.values() if facet.facet == "kind"}
    assert values == {"writtenquestion", "supportingdocument"}
    assert {facet.facet for facet in (*KINDS.values(), *POSSESSIONS.values())} <= set(FACETS)


def test_the_labels_of_the_page_can_be_typed() -> None:
    """In the language of the interface, whichever it is."""
    labels = {key: label for key, label in JS_MESSAGES.items() if key.startswith("value_")}
    for key, label in labels.items():
        wanted = [facet for facet in KINDS.values() if facet.value == value_key(key.removeprefix("value_"))]
        if wanted:
            shown = [load_catalogue(language).gettext(label) for language in LOCALES]
            assert [parse_query(f'soort:"{one}"') for one in shown] == [wanted[0]] * 3


def test_the_key_of_a_value_is_its_letters_and_digits() -> None:
    assert value_key("CD&V") == value_key("cd&v") == "cdv"
    assert value_key("Gecoördineerd antwoord") == "gecoordineerdantwoord"
    assert value_keys("Open Vld") == {"openvld", "open", "vld"}


def test_a_party_is_a_facet() -> None:
    assert parse_query("partij:N-VA") == Facet("party", "nva")


def test_dates_keep_their_last_day() -> None:
    tree = parse_query("datum:02/2024")
    assert (tree.first, tree.last) == (dt.date(2024, 2, 1), dt.date(2024, 2, 29))


def test_the_browser_knows_the_same_fields_and_values(page_from_disk: Page) -> None:
    known = page_from_disk.evaluate(
        """() => {
            const {FIELDS, VALUE_FIELDS, DATE_FIELDS, RANGE_FIELDS, MONTHS, KINDS, POSSESSIONS} = ArchiveQueryValues;
            const values = (map) => [...map].map(([name, {facet, value}]) => [name, facet, value]);
            return {fields: [...FIELDS], months: Object.fromEntries(MONTHS), kinds: values(KINDS),
                possessions: values(POSSESSIONS),
                taking: [VALUE_FIELDS, DATE_FIELDS, RANGE_FIELDS].map((set) => [...set])};
        }"""
    )
    assert known["fields"] == [list(pair) for pair in FIELDS.items()]
    assert known["months"] == MONTH_NUMBERS
    for name, table in (("kinds", KINDS), ("possessions", POSSESSIONS)):
        assert known[name] == [[key, facet.facet, facet.value] for key, facet in table.items()]
    assert [set(names) for names in known["taking"]] == [VALUE_FIELDS, DATE_FIELDS, RANGE_FIELDS]


@pytest.mark.parametrize(
    "value", ["Open Vld", "CD&V", "sp.a", "Geert D’Haese", "Gecoördineerd antwoord", "no_data"]
)
def test_the_browser_makes_the_same_keys(value: str, page_from_disk: Page) -> None:
    keys = page_from_disk.evaluate("value => [...ArchiveQueryValues.valueKeys(value)]", value)
    assert set(keys) == value_keys(value)
