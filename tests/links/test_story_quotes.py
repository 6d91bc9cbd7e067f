"""Which sentences tell what a topic is: precision before recall."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.links.cards import Card, card_of
from archive.links.story_quotes import quotes_of
from archive.links.telling import Said, telling_of
from archive.model.blocks import Paragraph
from archive.model.question import Body
from archive.text.languages import DUTCH, ENGLISH, Language
from tests.records import question


def quoted(*texts: str, names: tuple[str, ...], own: bool = True, language: Language = DUTCH) -> list[str]:
    """What is quoted of a topic with these names. Each text opens a question of its own, a day after the one before."""
    cards = []
    for number, text in enumerate(texts, 1):
        record = question(
            number,
            question=Body((Paragraph(text),)),
            asked_on=dt.date(2024, 1, number),
            title="Een titel - Cijfers",
        )
        cards.append((card_of(record), telling_of(record, language).sentences, own))
    return [quote.said.text for quote in quotes_of(cards, names, language)]


TOLD = [
    ("Individueel maatwerk", "Individueel maatwerk bestaat voor werkgevers uit een loonpremie."),
    ("Klinische biologie", "De klinische biologie is een medisch specialisme voor apothekers en artsen."),
    (
        "Individueel maatwerk",
        "Sinds 1 juli 2023 trad het individueel maatwerk in heel Vlaanderen in werking.",
    ),
    (
        "Individueel maatwerk",
        "Op 1 juli 2023 werd de ondersteuningspremie omgevormd tot individueel maatwerk.",
    ),
    ("VDAB", "VDAB is bevoegd om de nood aan ondersteuning van werkzoekenden te bepalen."),
    ("USAR", "USAR (Urban Search and Rescue) is een ploeg die vermisten onder het puin zoekt."),
    (
        "Lokale diensteneconomie",
        "De lokale diensteneconomie (LDE) heeft als doel jobs te geven aan wie ver staat.",
    ),
    ("Buurtinformatienetwerk", "Een buurtinformatienetwerk is een samenwerking tussen bewoners en agenten."),
    ("Commissie voor Goede Diensten", "In 2013 werd de Commissie voor Goede Diensten in Brussel opgericht."),
]
UNTOLD = [
    ("VDAB", "De minister zal de vdab-werking in Vlaanderen en Brussel evalueren."),
    ("Individueel maatwerk", "Het aantal aanvragen voor individueel maatwerk is een teken van succes."),
    ("Individueel maatwerk", "De uitvoering van het individueel maatwerk is een taak van het departement."),
    ("Individueel maatwerk", "Individueel maatwerk is niet de oplossing voor alle bedrijven in Vlaanderen."),
    ("NMBS", "Volgens de directie van het bedrijf en de bonden is de NMBS een van de slechtste leerlingen."),
    ("Maatwerk", "Individueel maatwerkers zijn een groep van werknemers met een beperking."),
    ("Werk", "In Vlaanderen wil de overheid dat werk lonend is voor iedereen die kan."),
    ("ICT", "De slechte ict is een groot probleem voor de scholen in Vlaanderen."),
    ("NMBS", "De NMBS-Groep is een verzameling van bedrijven die treinen laten rijden."),
    ("NMBS", "De NMBS wil de toegang tot haar stations en treinen gestaag verbeteren."),
    ("BNP", "BNP Paribas Fortis is een bank met kantoren in heel Vlaanderen en Brussel."),
    ("Goede Diensten", "In 2013 werd de Commissie Goede Diensten voor ambassades in Brussel opgericht."),
    ("UNIZO", "UNIZO heeft in opdracht van het instituut een onderzoek naar zelfstandigen gedaan."),
    ("Politie", "De federale politie is verantwoordelijk voor de treinen en de perrons."),
]


@pytest.mark.parametrize(("name", "text"), TOLD)
def test_a_sentence_that_tells_what_the_topic_is_is_quoted(name: str, text: str) -> None:
    assert quoted(text, names=(name,)) == [text]


@pytest.mark.parametrize(("name", "text"), UNTOLD)
def test_a_sentence_about_something_else_is_not(name: str, text: str) -> None:
    assert quoted(text, names=(name,)) == []


def test_a_topic_is_known_by_its_abbreviation_too() -> None:
    text = "De LDE is een stelsel van jobs voor wie ver van de arbeidsmarkt staat."
    assert quoted(text, names=("Lokale diensteneconomie",)) == []
    assert quoted(text, names=("Lokale diensteneconomie", "LDE")) == [text]


def test_the_best_stand_first_and_the_oldest_of_equal_ones() -> None:
    began, is_a, consists = (
        "Op 1 mei 2023 trad de groene lening voor alle steden in werking.",
        "De groene lening is een subsidie voor steden en dorpen.",
        "De groene lening bestaat voor gemeenten uit drie delen en een premie.",
    )
    assert quoted(began, is_a, consists, names=("Groene lening",)) == [consists, began, is_a]


def test_a_common_word_is_named_only_as_what_is_defined() -> None:
    assert quoted("Op 1 mei 2023 trad de lening voor alle steden in werking.", names=("Lening",)) == []


def test_what_says_the_same_is_quoted_once() -> None:
    texts = (
        "Het groenplan is een subsidie voor steden en gemeenten in Vlaanderen.",
        "Het groenplan is een subsidie voor alle Vlaamse steden en gemeenten in Vlaanderen.",
    )
    assert len(quoted(*texts, names=("Groenplan",))) == 1


def test_a_record_that_is_about_the_topic_tells_more_surely() -> None:
    text = "In de zomer van 2013 werd de Commissie voor Goede Diensten in Brussel opgericht."
    assert quoted(text, names=("Commissie voor Goede Diensten",), own=False) == []
    assert quoted(text, names=("Commissie voor Goede Diensten",)) == [text]


def test_english_sentences_tell_in_english() -> None:
    text = "The Warm Homes Grant is a scheme that helps households with low incomes."
    assert quoted(text, names=("Warm Homes Grant",), language=ENGLISH) == [text]
    assert quoted(text, names=("Warm Homes Grant",), language=DUTCH) == []


@given(st.lists(st.text(max_size=120), max_size=4), st.lists(st.text(max_size=20), min_size=1, max_size=3))
def test_no_text_and_no_name_makes_it_fail(texts: list[str], names: list[str]) -> None:
    said = [Said(text, "question", "vraag", "defines") for text in texts]
    quotes_of([(card_of(question()), said, True)], names, DUTCH)


def test_a_card_without_sentences_tells_nothing() -> None:
    card: Card = card_of(question())
    assert quotes_of([(card, (), True)], ("Sociale huur",), DUTCH) == ()
