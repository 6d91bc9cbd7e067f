"""What the entries of an authority do in a corpus, and what contradicts them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec

from archive.links.authority import Authority, Entry
from archive.links.authority_check import AuthorityCheck, CheckedEntry
from archive.model.question import Minister, Person, WrittenQuestion
from tests.records import question


def checked(entry: Entry, records: Iterable[WrittenQuestion]) -> CheckedEntry:
    check = AuthorityCheck(Authority([entry]))
    for record in records:
        check.add(record)
    (found,) = check.checked()
    return found


def causes(found: CheckedEntry) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(one.cause, one.names, one.records) for one in found.contradictions]


def test_each_name_is_told_with_its_records() -> None:
    found = checked(
        Entry("subject", "Wonen", aliases=("Huisvesting", "Domicilie")),
        [
            question(1, title="wonen - A"),
            question(2, title="Wonen - B"),
            question(3, title="Huisvesting - C"),
        ],
    )
    assert found.records == 3
    assert [(one.name, one.records) for one in found.names] == [
        ("Wonen", 2),
        ("Huisvesting", 1),
        ("Domicilie", 0),
    ]


def test_related_names_that_nothing_has_are_told() -> None:
    found = checked(
        Entry("theme", "Wonen", broader=("Welzijn",), not_same_as=("Werk",)), [question(1, themes=("Werk",))]
    )
    assert found.lacking == ("Welzijn",)


def test_an_entry_that_nothing_contradicts_is_told_so() -> None:
    assert checked(Entry("theme", "Wonen", aliases=("Huisvesting",)), [question(1)]).contradictions == ()


def test_a_record_with_two_names_of_one_entry_contradicts_it() -> None:
    record = question(1, themes=("Wonen", "Huisvesting"))
    assert causes(checked(Entry("theme", "Wonen", aliases=("Huisvesting",)), [record])) == [
        ("two_names", ("Huisvesting", "Wonen"), (record.id,))
    ]


def test_who_asks_and_answers_one_question_is_not_one_person() -> None:
    record = question(1, asker="Jan Brouns")
    assert causes(checked(Entry("person", "Jo Brouns", aliases=("Jan Brouns",)), [record])) == [
        ("asks_self", ("Jan Brouns", "Jo Brouns"), (record.id,))
    ]


def test_two_names_that_ask_on_one_day_for_different_parties_are_not_one_person() -> None:
    one, other = question(1), question(2)
    records = [
        msgspec.structs.replace(one, asker=Person("An Peeters", "AN PEETERS", "N-VA")),
        msgspec.structs.replace(other, asker=Person("Anna Peeters", "ANNA PEETERS", "Groen")),
    ]
    assert causes(checked(Entry("person", "An Peeters", aliases=("Anna Peeters",)), records)) == [
        ("two_parties", ("An Peeters", "Anna Peeters"), (one.id, other.id))
    ]


def held(number: int, day: str, competence: str, minister: str) -> WrittenQuestion:
    made = question(number, minister=minister, asked_on=dt.date.fromisoformat(day))
    return msgspec.structs.replace(made, minister=Minister(minister, minister.upper(), None, (competence,)))


def test_two_names_of_a_competence_that_two_ministers_hold_in_one_time_are_two() -> None:
    records = [
        held(1, "2020-01-01", "Werk", "Jo Brouns"),
        held(2, "2020-03-01", "Tewerkstelling", "Zuhal Demir"),
        held(3, "2020-06-01", "Werk", "Jo Brouns"),
    ]
    ((cause, names, _),) = causes(checked(Entry("competence", "Werk", aliases=("Tewerkstelling",)), records))
    assert (cause, names) == ("two_holders", ("Tewerkstelling", "Werk"))


def test_two_names_of_a_competence_that_follow_one_another_are_one() -> None:
    records = [
        held(1, "2020-01-01", "Werk", "Jo Brouns"),
        held(2, "2020-03-01", "Tewerkstelling", "Zuhal Demir"),
    ]
    assert causes(checked(Entry("competence", "Werk", aliases=("Tewerkstelling",)), records)) == []
