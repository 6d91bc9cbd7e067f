"""The periods of people: who asked for which party, and who was competent for what when."""

from __future__ import annotations

import datetime as dt

import msgspec

from archive.links import Links, link_records
from archive.links.authority import Authority, Entry
from archive.links.names import TopicKey
from archive.links.tenures import OfficePeriod, known_terms
from archive.model.question import Minister, Person, WrittenQuestion
from tests.records import question

WORK = TopicKey("competence", "werk")


def asked(
    number: int, day: str | None, *, asker: str = "An Peeters", party: str | None = None
) -> WrittenQuestion:
    date = dt.date.fromisoformat(day) if day else None
    made = question(number, asked_on=date, asker=asker)
    return msgspec.structs.replace(made, asker=Person(asker, asker.upper(), party))


def put_to(
    number: int, day: str, name: str, *competences: str, portfolio: str | None = None
) -> WrittenQuestion:
    made = question(number, minister=name, asked_on=dt.date.fromisoformat(day))
    printed = portfolio or f"VLAAMS MINISTER VAN {' EN '.join(competences).upper()}"
    return msgspec.structs.replace(made, minister=Minister(name, name.upper(), printed, competences))


def parties(links: Links, slug: str) -> list[tuple[str | None, str | None, str | None, int]]:
    return [
        (one.party, _text(one.span.first), _text(one.span.last), one.span.questions)
        for one in links.tenures.as_member(TopicKey("asker", slug))
    ]


def offices(periods: tuple[OfficePeriod, ...]) -> list[tuple[str, str | None, str | None, int]]:
    return [
        (one.minister.slug, _text(one.span.first), _text(one.span.last), one.span.questions)
        for one in periods
    ]


def _text(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def test_a_member_who_changes_party_has_a_period_with_each() -> None:
    links = link_records(
        [
            asked(1, "2020-01-10", party="sp.a"),
            asked(2, "2020-03-10", party="sp.a"),
            asked(3, "2020-05-10", party="Vooruit"),
        ]
    )
    assert parties(links, "an-peeters") == [
        ("sp.a", "2020-01-10", "2020-03-10", 2),
        ("Vooruit", "2020-05-10", "2020-05-10", 1),
    ]


def test_a_period_bridges_no_more_than_a_year_without_a_question() -> None:
    links = link_records([asked(1, "2020-01-10"), asked(2, "2021-01-10"), asked(3, "2022-01-12")])
    assert [one[1:] for one in parties(links, "an-peeters")] == [
        ("2020-01-10", "2021-01-10", 2),
        ("2022-01-12", "2022-01-12", 1),
    ]


def test_questions_without_a_date_or_a_party_are_told_as_that() -> None:
    links = link_records([asked(1, None), asked(2, "2020-01-10", party="N-VA")])
    assert parties(links, "an-peeters") == [("N-VA", "2020-01-10", "2020-01-10", 1), (None, None, None, 1)]


def test_portfolios_of_the_same_competences_are_one_period_as_printed_most() -> None:
    links = link_records(
        [
            put_to(1, "2020-01-10", "Jo Brouns", "Werk", portfolio="MINISTER VAN WERK"),
            put_to(2, "2020-01-12", "Jo Brouns", "Werk", portfolio="VLAAMS MINISTER VAN WERK"),
            put_to(3, "2020-01-14", "Jo Brouns", "Werk", portfolio="VLAAMS MINISTER VAN WERK"),
        ]
    )
    (period,) = links.tenures.as_minister(TopicKey("minister", "jo-brouns"))
    assert (period.portfolio, period.span.questions) == ("VLAAMS MINISTER VAN WERK", 3)


def test_a_competence_is_followed_across_ministers_in_the_order_of_time() -> None:
    links = link_records(
        [
            put_to(1, "2024-10-25", "Zuhal Demir", "Onderwijs", "Werk"),
            put_to(2, "2024-03-04", "Jo Brouns", "Economie", "Werk"),
            put_to(3, "2024-03-05", "Jo Brouns", "Economie"),
        ]
    )
    assert offices(links.tenures.holding(WORK)) == [
        ("jo-brouns", "2024-03-04", "2024-03-04", 1),
        ("zuhal-demir", "2024-10-25", "2024-10-25", 1),
    ]


def test_a_competence_whose_name_is_part_of_another_is_another() -> None:
    links = link_records([put_to(1, "2024-01-01", "Jo Brouns", "Sociale Economie", "Economie")])
    assert {topic.name for topic in links.of_kind("competence")} == {"Sociale Economie", "Economie"}


def test_a_competence_under_a_new_name_is_one_where_the_authority_says_so() -> None:
    known = Authority([Entry("competence", "Werk", aliases=("Tewerkstelling",))])
    links = link_records(
        [
            put_to(1, "2024-01-01", "Jo Brouns", "Tewerkstelling"),
            put_to(2, "2024-02-01", "Jo Brouns", "Werk"),
        ],
        authority=known,
    )
    assert offices(links.tenures.holding(WORK)) == [("jo-brouns", "2024-01-01", "2024-02-01", 2)]


def test_a_minister_who_asked_earlier_as_member_is_one_person() -> None:
    links = link_records([asked(1, "2018-01-10", asker="Jo Brouns"), asked(2, "2024-01-10")])
    member = links.topics[TopicKey("asker", "jo-brouns")]
    other = links.other_role(member)
    assert other is not None
    assert other.key == TopicKey("minister", "jo-brouns")
    assert links.other_role(other) == member


def test_member_and_minister_of_one_name_are_two_where_the_authority_says_so() -> None:
    known = Authority([Entry("person", "Jo Brouns", not_same_as=("Jo Brouns",))])
    links = link_records([asked(1, "2018-01-10", asker="Jo Brouns")], authority=known)
    assert links.other_role(links.topics[TopicKey("asker", "jo-brouns")]) is None


def test_people_with_one_surname_stay_apart() -> None:
    links = link_records(
        [asked(1, "2018-01-10", asker="Bart Somers"), asked(2, "2018-01-11", asker="Werner Somers")]
    )
    assert [topic.name for topic in links.of_kind("asker")] == ["Bart Somers", "Werner Somers"]


def test_a_name_change_is_one_person_where_the_authority_says_so() -> None:
    known = Authority([Entry("person", "Jo Brouns", aliases=("Jo Brouns-Claes",))])
    links = link_records(
        [asked(1, "2018-01-10", asker="Jo Brouns-Claes"), asked(2, "2018-02-10", asker="Jo Brouns")],
        authority=known,
    )
    (member,) = links.of_kind("asker")
    assert (member.name, len(member.members)) == ("Jo Brouns", 2)
    assert parties(links, "jo-brouns") == [(None, "2018-01-10", "2018-02-10", 2)]


def test_the_table_of_names_tells_terms_and_leaves_out_those_without_dates_beside_others() -> None:
    terms = known_terms(["BART SOMERS", "Bart Somers"])
    assert [(term.role, term.party) for term in terms] == [("member", "Open Vld"), ("minister", None)]
    assert all(term.start for term in known_terms(["Jo Brouns"]))


def test_a_person_whom_the_table_does_not_know_has_no_terms() -> None:
    assert known_terms(["Nul Niemand"]) == ()


def test_competences_in_another_order_are_the_same_office() -> None:
    links = link_records(
        [
            put_to(1, "2020-01-10", "Jo Brouns", "Werk", "Economie"),
            put_to(2, "2020-01-12", "Jo Brouns", "Economie", "Werk"),
        ]
    )
    assert len(links.tenures.as_minister(TopicKey("minister", "jo-brouns"))) == 1


def test_a_portfolio_of_which_no_competence_is_known_stays_apart_from_one_of_that_name() -> None:
    links = link_records(
        [put_to(1, "2020-01-10", "Jo Brouns", portfolio="Werk"), put_to(2, "2020-01-12", "Jo Brouns", "Werk")]
    )
    assert [
        period.competences for period in links.tenures.as_minister(TopicKey("minister", "jo-brouns"))
    ] == [
        (),
        (WORK,),
    ]
