"""The authority: which names are one topic, and what its file may say."""

from __future__ import annotations

import datetime as dt

import pytest

from archive.errors import ConfigError
from archive.links import link_records
from archive.links.authority import Authority, Entry
from archive.links.authority_text import parse_authority
from archive.links.names import TopicKey, topic_key
from archive.parse.references import find_references
from tests.records import question, supporting

IMW = "Individueel maatwerk"


def authority(text: str) -> Authority:
    return parse_authority(text, "authority.toml")


def subject(slug: str) -> TopicKey:
    return TopicKey("subject", slug)


def test_without_entries_a_name_has_the_key_that_is_made_of_it() -> None:
    assert Authority().key("subject", "Werk") == topic_key("subject", "Werk")


def test_an_alias_has_the_key_of_its_entry_however_it_is_written() -> None:
    known = authority('[[subject]]\nname = "Individueel maatwerk"\naliases = ["Maatwerk op maat"]\n')
    assert known.key("subject", "MAATWERK  op maat") == subject("individueel-maatwerk")


def test_an_entry_speaks_of_its_own_kind_only() -> None:
    known = authority('[[subject]]\nname = "Werk"\naliases = ["Arbeid"]\n')
    assert known.key("theme", "Arbeid") == TopicKey("theme", "arbeid")


@pytest.mark.parametrize("kind", ["asker", "minister"])
def test_a_person_is_one_as_asker_and_as_minister(kind: str) -> None:
    known = authority('[[person]]\nname = "An Peeters"\naliases = ["An Peeters-Claes"]\n')
    assert known.key(kind, "An Peeters-Claes").slug == "an-peeters"  # type: ignore[arg-type]


def test_what_is_broader_in_one_entry_is_narrower_in_the_other() -> None:
    known = authority('[[theme]]\nname = "Werk"\nnarrower = ["Sociale economie"]\n')
    assert known.broader(TopicKey("theme", "sociale-economie")) == (TopicKey("theme", "werk"),)


def test_what_is_denied_in_one_entry_is_denied_in_the_other() -> None:
    known = authority('[[subject]]\nname = "Werk"\nnot_same_as = ["Werken"]\n')
    assert known.apart(subject("werken")) == (subject("werk"),)


def test_a_name_that_would_have_the_same_key_and_is_denied_gets_one_of_its_own() -> None:
    known = authority('[[subject]]\nname = "Premie"\nnot_same_as = ["Premie (VOP)"]\n')
    assert known.key("subject", "Premie") == subject("premie")
    assert known.key("subject", "PREMIE  (VOP)").slug.startswith("premie-vop-")


def test_of_two_entries_that_deny_each_other_the_first_keeps_its_key() -> None:
    known = authority(
        '[[subject]]\nname = "Premie"\nnot_same_as = ["Premie (VOP)"]\n'
        '[[subject]]\nname = "Premie (VOP)"\nnot_same_as = ["Premie"]\naliases = ["VOP"]\n'
    )
    assert known.key("subject", "Premie") == subject("premie")
    assert known.key("subject", "VOP") == known.key("subject", "Premie (VOP)") != subject("premie")


def test_names_of_one_key_are_no_moves() -> None:
    known = authority('[[subject]]\nname = "Premie"\naliases = ["Premie (VOP)", "Toelage"]\n')
    assert known.moved() == ((subject("toelage"), "Toelage", subject("premie")),)


@pytest.mark.parametrize(
    ("text", "place", "cause", "remedy"),
    [
        ("[[subject", "a.toml", "this is no TOML", "correct the line"),
        ('[[subjct]]\nname = "X"\n', "a.toml", "the kind 'subjct' is unknown", "did you mean 'subject'?"),
        ('[subject]\nname = "X"\n', "a.toml", "subject is no list of tables", "[[subject]]"),
        ('subject = ["X"]\n', "a.toml, [[subject]] no. 1", "this is no table", "[[subject]]"),
        (
            '[[subject]]\nalias = ["X"]\n',
            "a.toml, [[subject]] no. 1",
            "the key 'alias' is unknown",
            "'aliases'",
        ),
        (
            '[[subject]]\naliases = ["X"]\n',
            "a.toml, [[subject]] no. 1",
            "required field `name`",
            "write texts",
        ),
        ('[[subject]]\nname = "X"\naliases = "Y"\n', "a.toml, subject 'X'", "wrong value", "lists as"),
        ('[[subject]]\nname = "X"\naliases = [" "]\n', "a.toml, subject 'X'", "a name is empty", "remove it"),
        ('[[person]]\nname = "X"\nbroader = ["Y"]\n', "a.toml, person 'X'", "no broader", "remove"),
        (
            '[[subject]]\nname = "X"\naliases = ["Z"]\n[[subject]]\nname = "Y"\naliases = ["z"]\n',
            "a.toml, subject 'Y'",
            "'z' is already an alias of the entry 'X'",
            "in one entry only",
        ),
        (
            '[[subject]]\nname = "X"\n[[subject]]\nname = "Y"\naliases = ["X"]\n',
            "a.toml, subject 'Y'",
            "'X' is already the name of the entry 'X'",
            "in one entry only",
        ),
        (
            '[[theme]]\nname = "X"\n[[theme]]\nname = "x"\n',
            "a.toml, theme 'x'",
            "'x' is already the name of the entry 'X'",
            "in one entry only",
        ),
        (
            '[[subject]]\nname = "X"\naliases = ["Y"]\nnot_same_as = ["y"]\n',
            "a.toml, subject 'X'",
            "'Y' is both an alias and in not_same_as",
            "from one of the two",
        ),
        (
            '[[subject]]\nname = "X"\nnot_same_as = ["x"]\n',
            "a.toml, subject 'X'",
            "not to be the same as itself",
            "remove its own name",
        ),
        (
            '[[subject]]\nname = "X"\nbroader = ["Y"]\n[[subject]]\nname = "Z"\nbroader = ["X"]\nnarrower = ["Y"]\n',
            "a.toml, subject 'X'",
            "leads back to itself",
            "broader or narrower",
        ),
    ],
)
def test_a_wrong_file_is_told_with_its_entry_cause_and_remedy(
    text: str, place: str, cause: str, remedy: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_authority(text, "a.toml")
    assert caught.value.place == place
    assert cause in caught.value.cause
    assert remedy in caught.value.remedy


def test_one_name_may_stand_in_entries_of_different_kinds() -> None:
    known = authority('[[theme]]\nname = "Werk"\n[[subject]]\nname = "Werk"\naliases = ["Arbeid"]\n')
    assert known.key("subject", "Arbeid") == subject("werk")


JOINING = Authority([Entry("subject", IMW, aliases=("Maatwerk op maat",))])


def test_the_records_of_all_names_stand_under_one_topic_with_the_name_of_the_entry() -> None:
    links = link_records(
        [question(1, title="INDIVIDUEEL MAATWERK - A"), question(2, title="Maatwerk op maat - B")],
        authority=JOINING,
    )
    (topic,) = links.of_kind("subject")
    assert (topic.name, len(topic.members)) == (IMW, 2)


def test_a_document_that_names_an_alias_stands_under_the_topic() -> None:
    links = link_records(
        [question(1, title=f"{IMW} - A"), supporting("Rapport", text="Over maatwerk op maat.")],
        authority=JOINING,
    )
    assert len(links.topics[subject("individueel-maatwerk")].members) == 2


def test_questions_of_one_asker_on_joined_subjects_are_a_series() -> None:
    first = question(1, title=f"{IMW} - A", asked_on=dt.date(2022, 4, 25), year="2021-2022")
    second = question(2, title="Maatwerk op maat - B")
    near = link_records([first, second], authority=JOINING).between.near(second.id)
    assert [reason.code for reason in near[0].reasons if reason.code == "same_subject"]


def test_a_reference_to_a_question_of_someone_whose_name_changed_is_found() -> None:
    people = Authority([Entry("person", "Els Robeyns-Claes", aliases=("Els Robeyns",))])
    text = "Zie de vraag nr. 851 van mevrouw Els Robeyns van 6 september 2022."
    meant = question(851, asker="Els Robeyns-Claes", year="2021-2022", asked_on=dt.date(2022, 9, 6))
    source = question(1, title=text, references=tuple(find_references([text])))
    (found,) = link_records([source, meant], authority=people).between.references(source.id).values()
    assert found.id == meant.id


def test_questions_on_subjects_that_are_kept_apart_are_no_series() -> None:
    known = authority('[[subject]]\nname = "Premie"\nnot_same_as = ["Premie (VOP)"]\n')
    first = question(1, title="Premie - A", asked_on=dt.date(2022, 4, 25), year="2021-2022")
    second = question(2, title="Premie (VOP) - B")
    for joined, same in ((Authority(), True), (known, False)):
        near = link_records([first, second], authority=joined).between.near(second.id)
        assert any(reason.code == "same_subject" for one in near for reason in one.reasons) == same
