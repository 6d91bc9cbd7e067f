"""What one record tells for the pages of its topics."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.links.telling import Telling, telling_of
from archive.model.blocks import Block, Paragraph, Table
from archive.model.question import Answer, Attachment, Body, Note
from archive.model.record import Record
from archive.model.tables import tables_of
from archive.store.corpus import Corpus
from archive.text.languages import DUTCH, ENGLISH
from tests.records import part, question, supporting


def of(*paragraphs: str) -> Telling:
    return telling_of(question(question=Body(tuple(map(Paragraph, paragraphs)))), DUTCH)


def texts(telling: Telling) -> list[str]:
    return [said.text for said in telling.sentences]


@pytest.fixture(scope="module")
def seeds(seed_corpus: Path) -> dict[str, Telling]:
    with Corpus.open(seed_corpus) as corpus:
        return {record.id.rpartition("/")[2]: telling_of(record, DUTCH) for record in corpus.records()}


def test_the_seed_that_explains_the_measure_is_quoted(seeds: dict[str, Telling]) -> None:
    assert texts(seeds["70"]) == [
        (
            "Sinds 1 juli 2023 trad het individueel maatwerk in werking. Daarmee wil de Vlaamse overheid werkgevers "
            "ondersteunen die een persoon met een arbeidsbeperking aanwerven of tewerkstellen via een loonpremie "
            "en/of een begeleidingspremie."
        ),
        "Individueel maatwerk bestaat voor werkgevers uit een loonpremie of een loonpremie én een begeleidingspremie.",
        "Individueel maatwerk bestaat voor zelfstandigen uit een ondersteuningspremie.",
    ]


def test_every_sentence_stands_in_its_record_word_for_word(seed_corpus: Path) -> None:
    with Corpus.open(seed_corpus) as corpus:
        for record in corpus.records():
            printed = str(record)
            for said in telling_of(record, DUTCH).sentences:
                assert said.text in printed


def test_the_verdict_is_the_sentence_that_decided(seeds: dict[str, Telling]) -> None:
    assert seeds["70"].verdict == (
        "Het onderwerp van deze vraag behoort niet tot de bevoegdheid van de minister van Werk."
    )
    assert seeds["386"].verdict is None


def test_a_note_that_is_no_sentence_is_no_verdict() -> None:
    record = question(notes=(Note("answer_kind", "read otherwise", "answer"),))
    assert telling_of(record, DUTCH).verdict is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Wat is een loonpremie en voor welke werkgevers is ze bedoeld?",
        "Ik vind dat een loonpremie een goede maatregel is voor wie werkt.",
        "Onze loonpremie is een maatregel voor werkgevers in Vlaanderen.",
        "De loonpremie is een premie.",
        "De loonpremie is een premie van 12,5 tot 15,8 in 2021, 2022, 2023, 2024 en 2025.",
        "de loonpremie is een maatregel voor werkgevers in Vlaanderen.",
        "De loonpremie is een maatregel voor werkgevers in Vlaanderen, namelijk",
        "De loonpremie is een maatregel voor werkgevers in Vlaanderen o.b.v.",
        "In bijlage is een overzicht gevoegd van alle loonpremies.",
    ],
)
def test_what_tells_nothing_to_others_is_left_out(sentence: str) -> None:
    assert of(sentence).sentences == ()


def test_a_sentence_that_goes_on_is_quoted_with_the_one_before_it() -> None:
    one = "Op 1 juli 2023 trad de loonpremie voor werkgevers in werking."
    other = "Daarmee wil de overheid werkgevers in Vlaanderen ondersteunen."
    assert texts(of(f"{one} {other}")) == [f"{one} {other}"]
    assert texts(of(other)) == []


def test_a_sentence_leads_to_the_part_that_it_stands_in() -> None:
    text = "De loonpremie is een maatregel voor werkgevers in Vlaanderen."
    record = question(
        question=Body((Paragraph(text),), (part("7a", text=text), part(text=text))),
        answer=Answer("substantive", introduction=(Paragraph(text),), parts=(part("1", "2", text=text),)),
    )
    found = [(said.side, said.anchor) for said in telling_of(record, DUTCH).sentences]
    assert found == [
        ("question", "vraag"),
        ("question", "v-7a"),
        ("question", "v-7a"),
        ("answer", "antwoord"),
        ("answer", "a-1"),
    ]


def test_at_most_six_sentences_are_kept_those_on_the_subject_first() -> None:
    other = "Het decreet nummer {} omvat regels over de subsidies van gemeenten."
    own = "De sociale huur is een stelsel van woningen voor wie weinig verdient."
    kept = texts(of(*(other.format(number) for number in range(10)), own))
    assert kept == [*(other.format(number) for number in range(5)), own]


def test_of_other_sentences_those_are_kept_that_soon_define() -> None:
    late = "In de steden en de gemeenten van Vlaanderen en in {} wil elke burgemeester meer huizen."
    soon = "VDAB is bevoegd om de nood aan hulp van werkzoekenden te bepalen."
    kept = texts(
        of(*(late.format(name) for name in ("Gent", "Aalst", "Brugge", "Genk", "Lier", "Mol")), soon)
    )
    assert len(kept) == 6
    assert kept[-1] == soon


def test_a_text_is_read_from_its_beginning() -> None:
    filling = "Hoeveel woningen zijn er? " * 500
    own = "De sociale huur is een stelsel van woningen voor wie weinig verdient."
    assert texts(of(f"{own} {filling}")) == [own]
    assert texts(of(f"{filling} {own}")) == []
    assert texts(of(filling, own)) == []


def test_english_documents_have_marks_of_their_own() -> None:
    record = question(question=Body((Paragraph("The Warm Homes Grant is a scheme for poor households."),)))
    assert [said.tell for said in telling_of(record, ENGLISH).sentences] == ["defines"]


def table(*header: str, caption: str | None = None) -> Table:
    return Table(caption, (header,) if header else (), (("a", "1"),), "layout")


def test_a_table_is_called_by_its_caption_else_by_its_heads() -> None:
    blocks = (table("Jaar", "", "Jaar", "Aantal"), table("Jaar", caption="Premies per jaar"), table())
    telling = telling_of(supporting(blocks=blocks), DUTCH)
    assert [(one.number, one.name) for one in telling.tables] == [
        (1, "Jaar · Aantal"),
        (2, "Premies per jaar"),
        (3, ""),
    ]


def test_a_table_tells_which_sub_question_it_answers() -> None:
    record = question(
        question=Body((), (part("1", text="Hoeveel premies?"), part("2a", text="Hoeveel weigeringen?"))),
        answer=Answer(
            "substantive",
            parts=(
                part("1a", blocks=(table("A"),)),
                part("2a", "2b", blocks=(Paragraph("Zie tabel."),)),
                part(blocks=(table("B"),)),
                part("9", blocks=(table("C"),)),
            ),
        ),
    )
    assert [one.asked for one in telling_of(record, DUTCH).tables] == [
        "Hoeveel premies?",
        "Hoeveel weigeringen?",
        "",
    ]


def test_tables_have_the_numbers_of_their_pages(seed_corpus: Path) -> None:
    with Corpus.open(seed_corpus) as corpus:
        for record in corpus.records():
            assert [one.number for one in telling_of(record, DUTCH).tables] == [
                one.number for one in tables_of(record)
            ]


def test_tables_of_all_places_have_the_numbers_of_their_pages() -> None:
    record = question(
        question=Body((table("1"),), (part("1", blocks=(table("2"),)),), (table("3"),)),
        answer=Answer(
            "substantive",
            introduction=(table("4"),),
            parts=(part("1", blocks=(table("5"), table("6"))),),
            closing=(table("7"),),
            attachments=(Attachment("Bijlage", (table("8"),)),),
        ),
    )
    numbers = [(one.number, one.header[0][0]) for one in tables_of(record)]
    assert [(one.number, one.name) for one in telling_of(record, DUTCH).tables] == numbers


@given(st.lists(st.text(max_size=200), max_size=5))
def test_no_text_makes_it_fail(paragraphs: list[str]) -> None:
    blocks: tuple[Block, ...] = tuple(map(Paragraph, paragraphs))
    records: tuple[Record, ...] = (question(question=Body(blocks)), supporting(blocks=blocks))
    for record in records:
        telling_of(record, DUTCH)


@pytest.mark.parametrize("piece", ["is een ", "Is een. ", "bestaat ", "A. ", "(", "“"])
def test_hostile_texts_take_no_long_time(piece: str) -> None:
    started = time.perf_counter()
    of(piece * 100_000)
    assert time.perf_counter() - started < 1
