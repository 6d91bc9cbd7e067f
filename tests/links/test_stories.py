"""The story that the records of a topic tell."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import msgspec
import pytest

from archive.links import Links, link_records
from archive.links.company import company_of, log_likelihood
from archive.links.names import TopicKey, TopicKind, topic_key
from archive.links.stories import LINE_LENGTH, TABLES_SHOWN, Story, story_of
from archive.model.blocks import Paragraph, Table
from archive.model.question import Answer, Body, Minister, Reference
from archive.model.record import Record
from archive.store.corpus import Corpus
from tests.records import part, question, supporting


@pytest.fixture(scope="module")
def seeds(seed_corpus: Path) -> Links:
    with Corpus.open(seed_corpus) as corpus:
        return link_records(corpus.records())


@pytest.fixture(scope="module")
def maatwerk(seeds: Links) -> Story:
    return story_of(seeds.topics[TopicKey("subject", "individueel-maatwerk")], seeds)


def test_five_documents_of_the_seeds_stand_on_the_line_oldest_first(maatwerk: Story) -> None:
    assert [(moment.card.date, moment.card.number) for moment in maatwerk.line] == [
        (dt.date(2023, 10, 12), 19),
        (dt.date(2024, 3, 4), 322),
        (dt.date(2024, 4, 25), 386),
        (dt.date(2024, 10, 25), 70),
        (dt.date(2026, 3, 19), None),
    ]
    assert maatwerk.line[3].verdict == (
        "Het onderwerp van deze vraag behoort niet tot de bevoegdheid van de minister van Werk."
    )


def test_the_seeds_tell_what_the_measure_is(maatwerk: Story) -> None:
    assert [quote.said.text.split(" voor ")[0] for quote in maatwerk.quotes[:2]] == [
        "Individueel maatwerk bestaat",
        "Individueel maatwerk bestaat",
    ]
    assert maatwerk.quotes[2].said.text.startswith(
        "Sinds 1 juli 2023 trad het individueel maatwerk in werking."
    )


def test_the_seeds_tell_who_asked_and_answered_when(maatwerk: Story) -> None:
    assert (maatwerk.askers[0].topic.name, maatwerk.askers[0].count) == ("Thijs Verbeurgt", 2)
    ministers = [(one.topic.name, one.count, one.first, one.last) for one in maatwerk.ministers]
    assert ministers == [
        ("Jo Brouns", 3, dt.date(2023, 10, 12), dt.date(2024, 4, 25)),
        ("Zuhal Demir", 1, dt.date(2024, 10, 25), dt.date(2024, 10, 25)),
    ]
    assert maatwerk.answers == (("partial", 2), ("not_competent", 1), ("substantive", 1))
    assert maatwerk.competences[0].topic.name == "Werk"


def test_the_seeds_tell_their_abbreviations(maatwerk: Story) -> None:
    found = {one.short: ((one.long or "").casefold(), one.told_by) for one in maatwerk.short_forms}
    assert found["IMW"] == ("individueel maatwerk", "here")
    assert found["LDE"] == ("lokale diensteneconomie", "here")
    assert found["VDAB"][1] == "table"
    assert found["VOP"] == ("vlaamse ondersteuningspremie", "table")


def test_the_tables_of_the_seeds_stand_newest_first(maatwerk: Story) -> None:
    assert [(one.card.number, one.table.number) for one in maatwerk.tables][:5] == [
        (322, 1),
        (322, 2),
        (322, 3),
        (322, 4),
        (19, 1),
    ]


def story(records: list[Record], kind: TopicKind = "subject", name: str = "Sociale huur") -> Story:
    links = link_records(records)
    return story_of(links.topics[topic_key(kind, name)], links)


def test_undated_records_stand_last() -> None:
    told = story([question(1, asked_on=None), question(2, asked_on=dt.date(2024, 1, 1))])
    assert [moment.card.number for moment in told.line] == [2, 1]


def test_more_records_than_fit_have_no_line() -> None:
    records: list[Record] = [question(number) for number in range(1, LINE_LENGTH + 2)]
    assert story(records).line == ()
    assert len(story(records[:-1]).line) == LINE_LENGTH


def test_a_referral_leads_to_the_question_that_it_names() -> None:
    reference = Reference(
        "written_question", 1, "2023-2024", dt.date(2024, 4, 25), None, "vraag nr. 1 van 25 april 2024"
    )
    told = story(
        [
            question(1, answer=Answer("substantive", 1, dt.date(2024, 4, 25))),
            question(
                2,
                asked_on=dt.date(2024, 5, 25),
                answer=Answer(
                    "referral",
                    introduction=(
                        Paragraph("Ik verwijs naar mijn antwoord op vraag nr. 1 van 25 april 2024."),
                    ),
                ),
                references=(reference,),
            ),
        ]
    )
    assert [card.number for card in told.line[1].leads_to] == [1]
    assert told.line[0].leads_to == ()


def test_at_most_thirty_tables_are_listed_and_the_others_counted() -> None:
    table = Table(None, (("Jaar",),), (("1",),), "layout")
    blocks = (table,) * (TABLES_SHOWN + 3)
    told = story([question(1, answer=Answer("substantive", parts=(part("1", blocks=blocks),)))])
    assert (len(told.tables), told.more_tables) == (TABLES_SHOWN, 3)


def test_a_theme_called_by_a_common_word_quotes_nothing() -> None:
    text = "Wonen is een grondrecht voor iedereen in Vlaanderen en Brussel."
    records: list[Record] = [question(1, question=Body((Paragraph(text),)))]
    assert story(records, "theme", "Wonen").quotes == ()


def test_people_and_years_have_no_quotes_tables_or_abbreviations() -> None:
    table = Table(None, (("Jaar",),), (("1",),), "layout")
    records: list[Record] = [
        question(
            1, answer=Answer("substantive", parts=(part("1", blocks=(table, Paragraph("De VDAB helpt."))),))
        )
    ]
    people: tuple[tuple[TopicKind, str], ...] = (
        ("asker", "An Peeters"),
        ("minister", "Jo Brouns"),
        ("year", "2023-2024"),
    )
    for kind, name in people:
        told = story(records, kind, name)
        assert (told.quotes, told.line, told.tables, told.short_forms) == ((), (), (), ())
        assert [one.topic.name for one in told.company["subject"]] == ["Sociale huur"]


def test_documents_are_told_apart() -> None:
    told = story([question(1), supporting("Rapport sociale huur")])
    assert [card.title for card in told.documents] == ["Rapport sociale huur"]


def test_the_story_does_not_depend_on_the_order_of_the_records() -> None:
    records: list[Record] = [
        question(
            number,
            title=f"{'Sociale huur' if number % 2 else 'Leegstand'} - Cijfers {number}",
            themes=("Wonen", f"Thema {number % 3}"),
            minister="Jo Brouns" if number % 5 else "Zuhal Demir",
            asked_on=dt.date(2024, 1, 1 + number % 4),
        )
        for number in range(1, 20)
    ]
    assert story(records) == story(records[::-1])


# Company


def test_the_ratio_is_that_of_the_paper() -> None:
    # 2 * sum of observed * ln(observed / expected) over the four cells 10, 10, 20, 60.
    assert log_likelihood(10, 20, 30, 100) == pytest.approx(4.4734, abs=0.0001)
    assert log_likelihood(6, 20, 30, 100) == pytest.approx(0)


def crowd() -> list[Record]:
    """100 questions: every one of the theme Wonen; the ten on social rent of the theme Armoede, with five others."""
    return [
        question(
            number,
            title="Sociale huur - Cijfers" if number <= 10 else f"Zaak {number} - Cijfers",
            themes=("Wonen", "Armoede") if number <= 10 or number > 95 else ("Wonen",),
            minister="Jo Brouns",
        )
        for number in range(1, 101)
    ]


def test_what_stands_everywhere_is_no_company() -> None:
    company = story(crowd()).company
    assert [(one.topic.name, one.count) for one in company["theme"]] == [("Armoede", 10)]


def test_in_a_small_archive_counts_tell() -> None:
    company = story(crowd()[:12]).company
    assert {one.topic.name for one in company["theme"]} == {"Wonen", "Armoede"}


def test_a_topic_is_no_company_of_itself() -> None:
    links = link_records(crowd())
    topic = links.topics[topic_key("theme", "Armoede")]
    found = company_of(topic, {topic.key: 15}, links.topics, ("theme",), 100)
    assert found == {}


def test_competences_are_those_of_the_ministers_asked() -> None:
    minister = Minister("Jo Brouns", "JO BROUNS", "VLAAMS MINISTER VAN WERK", ("Werk", "Sociale Economie"))
    told = story([question(1, minister=minister.name), question(2)])
    assert told.competences == ()
    told = story([msgspec.structs.replace(question(1), minister=minister)])
    assert [one.topic.name for one in told.competences] == ["Sociale Economie", "Werk"]
    assert (
        story([msgspec.structs.replace(question(1), minister=minister)], "minister", "Jo Brouns").competences
        == ()
    )
