"""Which names are suggested to be one topic, and why; and what stays apart."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterable

import msgspec
import pytest

from archive.links.authority import Authority, Entry, EntryKind
from archive.links.authority_suggestions import Suggestion, suggest_entries
from archive.links.names_in_use import NamesInUse
from archive.links.near_names import near_names
from archive.links.near_people import near_people
from archive.model.blocks import Paragraph
from archive.model.question import Body, Minister, WrittenQuestion
from archive.text.languages import DUTCH
from tests.records import question


def nearness(one: str, other: str) -> list[str]:
    return [pair.nearness for pair in near_names([one, other], DUTCH)]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Begeleidingspremies", "Begeleidingspremie", "inflection"),
        ("Vlaamse premies", "Vlaams premie", "inflection"),
        ("Veiligheid van artsen", "De veiligheid van de artsen", "small_words"),
        ("Invoering van 'Just-Horeca'", "Invoering Just-Horeca", "small_words"),
        ("Taken zorgkundigen", "Zorgkundigen: taken", "word_order"),
        ("Woonzorgcentra in Gent", "Woonzorgcentrra in Gent", "slip"),
        ("Klimaatadaptatie in Gent", "Klimaatadaptaite in Gent", "slip"),
        ("Klimaatplan Gent", "Klimaat plan Gent", "slip"),
        ("Individueel maatwerk", "Individueel maatwerk (IMW) en collectief maatwerk", "prefix"),
        ("Individueel maatwerk", "Premies individueel maatwerk", "suffix"),
    ],
)
def test_names_that_are_near_are_told_how(one: str, other: str, why: str) -> None:
    assert nearness(one, other) == [why]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gambia in cijfers", "Zambia in cijfers"),
        ("Sociale huur", "Sociale duur"),
        ("Budget 2023", "Budget 2024"),
        ("Autosnelweg E313", "Autosnelweg E314"),
        ("Wonen", "Wonen in Gent"),
        ("Economie", "Sociale economie"),
        ("Brussels Airport", "Vertraging van een nieuwe douanepost op Brussels Airport"),
        ("Begeleiding van werkzoekenden", "Beleid voor werkzoekenden"),
    ],
)
def test_names_that_only_look_alike_stay_apart(one: str, other: str) -> None:
    assert nearness(one, other) == []


def test_an_abbreviation_is_as_good_as_what_the_documents_say_it_stands_for() -> None:
    pairs = near_names(
        ["Premies IMW", "Premies individueel maatwerk"], DUTCH, {"imw": "individueel maatwerk"}
    )
    assert [pair.nearness for pair in pairs] == ["abbreviation"]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Jan Peetters", "Jan Peeters", ["near_name"]),
        ("Peeters Jan", "Jan Peeters", ["word_order"]),
        ("J. Peeters", "Jan Peeters", ["initial"]),
        ("Jo Van den Heuvel", "Johan Van den Heuvel", ["same_letter"]),
        ("Stefaan Peeters", "Stefan Peeters", ["near_name"]),
        ("Jan Peeters", "Joris Peeters", ["same_letter"]),
        ("Jan Peeters", "An Peeters", []),
        ("Jan Peeters", "Wim Peeters", []),
        ("Bart Somers", "Barbara Somers", ["same_letter"]),
        ("Bart Somers", "Bert Somers", ["same_letter"]),
    ],
)
def test_people_whose_names_are_near_are_told_how(one: str, other: str, why: list[str]) -> None:
    assert [pair.nearness for pair in near_people([one, other])] == why


def test_two_known_people_with_one_surname_are_two() -> None:
    assert near_people(["Bart Somers", "Werner Somers"]) == ()


def suggest(
    records: Iterable[WrittenQuestion], *kinds: EntryKind, authority: Authority | None = None
) -> tuple[Suggestion, ...]:
    known = authority or Authority()
    return suggest_entries(NamesInUse(known, DUTCH).add_all(records), known, DUTCH, kinds)


def test_the_name_that_the_table_of_names_knows_leads_though_no_record_has_it() -> None:
    (found,) = suggest([question(1, asker="Bart Sommers"), question(2, asker="Bart Sommers")], "person")
    assert (found.name, found.records) == ("Bart Somers", 0)
    assert [(one.name, one.records, one.why) for one in found.aliases] == [("Bart Sommers", 2, "near_name")]


PREMIES = (
    question(1, title="Begeleidingspremies - A"),
    question(2, title="Begeleidingspremies - B"),
    question(3, title="Begeleidingspremie - C"),
)


def test_the_name_of_most_records_leads_and_each_name_has_its_count_and_reason() -> None:
    (found,) = suggest(PREMIES, "subject")
    assert (found.name, found.records, found.in_file) == ("Begeleidingspremies", 2, False)
    assert [(one.name, one.records, one.why) for one in found.aliases] == [
        ("Begeleidingspremie", 1, "inflection")
    ]


def test_what_the_authority_joins_is_not_suggested_again() -> None:
    known = Authority([Entry("subject", "Begeleidingspremies", aliases=("Begeleidingspremie",))])
    assert suggest(PREMIES, "subject", authority=known) == ()


def test_what_the_authority_keeps_apart_is_not_suggested() -> None:
    known = Authority([Entry("subject", "Begeleidingspremies", not_same_as=("Begeleidingspremie",))])
    assert suggest(PREMIES, "subject", authority=known) == ()


def test_an_entry_of_the_file_can_be_added_to() -> None:
    (found,) = suggest(PREMIES, "subject", authority=Authority([Entry("subject", "Begeleidingspremies")]))
    assert found.in_file


def test_a_longer_name_is_suggested_as_narrower_and_never_as_the_same() -> None:
    (found,) = suggest([question(1), question(2, title="Sociale huur in Gent - A")], "subject")
    assert found.aliases == ()
    assert [one.name for one in found.narrower] == ["Sociale huur in Gent"]


def test_no_name_stands_in_two_suggestions() -> None:
    titles = (
        "Woonzorgcentra Gent",
        "Woonzorgcentrra Gent",
        "Gent woonzorgcentra",
        "De woonzorgcentra in Gent",
    )
    found = suggest([question(number, title=title) for number, title in enumerate(titles, 1)], "subject")
    named = [name for one in found for name in (one.name, *(alias.name for alias in one.aliases))]
    assert sorted(named) == sorted(titles)


def held(number: int, day: str, *competences: str, minister: str = "Jo Brouns") -> WrittenQuestion:
    made = question(number, minister=minister, asked_on=dt.date.fromisoformat(day))
    return msgspec.structs.replace(made, minister=Minister(minister, minister.upper(), None, competences))


def test_a_competence_that_takes_over_the_words_of_an_earlier_one_is_suggested_with_the_days() -> None:
    records = [
        held(1, "2020-01-01", "Sociale Economie"),
        held(2, "2021-01-01", "Sociale Economie en Armoede", minister="Zuhal Demir"),
    ]
    (found,) = suggest(records, "competence")
    assert found.name == "Sociale Economie en Armoede"
    assert [(one.name, one.why, one.detail) for one in found.aliases] == [
        ("Sociale Economie", "follows", ("2020-01-01", "2021-01-01"))
    ]


def test_competences_that_were_held_in_one_time_are_two() -> None:
    records = [
        held(1, "2020-01-01", "Economie"),
        held(2, "2020-06-01", "Sociale Economie", "Economie"),
        held(3, "2021-01-01", "Sociale Economie"),
    ]
    assert suggest(records, "competence") == ()


def naming(number: int, text: str) -> WrittenQuestion:
    return question(number, question=Body((Paragraph(text),)))


def test_long_forms_of_one_abbreviation_with_a_word_in_common_may_be_one() -> None:
    records = [
        naming(1, "Het Europees Agentschap voor Chemische Stoffen (EACS) zegt dat."),
        naming(2, "Het Europese Adviescentrum voor Chemische Sectoren (EACS) zegt dat."),
    ]
    (found,) = suggest(records, "concept")
    assert [(one.why, one.detail) for one in found.aliases] == [("same_abbreviation", ("EACS",))]


def test_long_forms_of_one_abbreviation_with_nothing_in_common_are_doubted() -> None:
    records = [
        naming(1, "De handel over the counter (OTC) groeit."),
        naming(2, "In het open terugkeercentrum (OTC) verblijven zij."),
    ]
    (found,) = suggest(records, "concept")
    assert found.aliases == ()
    assert [one.why for one in found.perhaps] == ["same_abbreviation"]


def test_twenty_thousand_names_are_compared_in_seconds() -> None:
    names = [f"Onderwerp {chr(97 + number % 26) * 6}{number:05} in de gemeente" for number in range(20_000)]
    started = time.process_time()
    near_names(names, DUTCH)
    assert time.process_time() - started < 20
