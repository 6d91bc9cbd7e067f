"""Families: one question put to several ministers."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from archive.links import link_records
from archive.links.between import Between
from archive.links.put_to import PutTo, put_to
from archive.model.blocks import Footnote, Paragraph
from archive.model.question import Answer, Body, WrittenQuestion
from benchmarks.dekamer import NAME, read_questions
from tests.conftest import shared_folder
from tests.records import question

TEXT = "Hoeveel dienstvoertuigen telt uw administratie, en hoeveel daarvan rijden er vandaag al elektrisch?"


def asked(number: int, minister: str, text: str = TEXT, **changes: object) -> WrittenQuestion:
    return question(number, minister=minister, question=Body((Paragraph(text),)), **changes)


def between(*questions: WrittenQuestion) -> Between:
    return link_records(questions).between


def test_one_text_of_one_day_to_two_ministers_is_a_family() -> None:
    family = between(asked(1, "Jo Brouns"), asked(2, "An Claes")).family("2023-2024/jo-brouns/1")
    assert family is not None
    assert family.members == ("2023-2024/an-claes/2", "2023-2024/jo-brouns/1")
    assert family.reasons == ("same_text",)


def test_every_member_has_the_same_family() -> None:
    links = between(asked(1, "Jo Brouns"), asked(2, "An Claes"), asked(3, "Bea Maes"))
    assert len({links.family(id_) for id_ in links.families()[0].members}) == 1
    assert len(links.families()[0].members) == 3


def test_case_marks_and_line_breaks_make_no_other_text() -> None:
    other = asked(2, "An Claes", TEXT.upper().replace(", ", " -\n"))
    assert len(between(asked(1, "Jo Brouns"), other).families()) == 1


@pytest.mark.parametrize(
    ("number", "minister", "changes"),
    [
        (2, "Jo Brouns", {}),
        (2, "An Claes", {"asker": "Wim Maes"}),
        (2, "An Claes", {"asked_on": dt.date(2025, 4, 25)}),
        (2, "An Claes", {"text": TEXT.replace("elektrisch", "op waterstof")}),
    ],
    ids=["same minister", "other asker", "a year later", "other words"],
)
def test_what_is_no_family(number: int, minister: str, changes: dict[str, object]) -> None:
    assert between(asked(1, "Jo Brouns"), asked(number, minister, **changes)).families() == ()  # type: ignore[arg-type]


def test_a_question_passed_on_some_weeks_later_stays_in_the_family() -> None:
    later = asked(2, "An Claes", asked_on=dt.date(2024, 6, 3))
    assert len(between(asked(1, "Jo Brouns"), later).families()) == 1


def test_a_text_too_short_to_be_recognised_makes_no_family() -> None:
    assert (
        between(asked(1, "Jo Brouns", "Zie de bijlage."), asked(2, "An Claes", "Zie de bijlage.")).families()
        == ()
    )


LISTED = (
    "Deze vraag werd gesteld aan de ministers Jan Jambon (142), Hilde Crevits (256), en Jo Brouns (nr. 19)."
)


def test_the_printed_list_of_ministers_is_read() -> None:
    assert put_to([LISTED]) == (
        PutTo("jan-jambon", 142, "Jan Jambon"),
        PutTo("hilde-crevits", 256, "Hilde Crevits"),
        PutTo("jo-brouns", 19, "Jo Brouns"),
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Deze vraag is ook gesteld aan Vlaams minister Zuhal Demir (70).", ["zuhal-demir"]),
        (
            "De vragen werden gesteld aan Lydia Peeters (3) en Bart Somers (4).",
            ["lydia-peeters", "bart-somers"],
        ),
        ("De vraag werd gesteld aan de sector. Later volgden Aalst (12) en Gent (30).", []),
        ("De premie gaat naar Aalst (12) en Gent (30).", []),
    ],
)
def test_only_a_list_of_ministers_is_one(text: str, names: list[str]) -> None:
    assert [entry.minister for entry in put_to([text])] == names


def listing(number: int, minister: str, **changes: object) -> WrittenQuestion:
    body = Body((Paragraph(f"Een eigen inleiding voor {minister}."),), closing=(Footnote("*", LISTED),))
    return question(number, minister=minister, question=body, **changes)  # type: ignore[arg-type]


def test_a_printed_list_joins_questions_with_other_words() -> None:
    family = between(listing(19, "Jo Brouns"), listing(142, "Jan Jambon")).family("2023-2024/jo-brouns/19")
    assert family is not None
    assert (len(family.members), family.reasons) == (2, ("printed_list",))
    assert [entry.printed for entry in family.absent] == ["Hilde Crevits"]


def test_a_listed_question_that_arrives_joins_its_family() -> None:
    before = between(listing(19, "Jo Brouns"))
    after = between(listing(19, "Jo Brouns"), question(142, minister="Jan Jambon"))
    found = [links.family("2023-2024/jo-brouns/19") for links in (before, after)]
    assert [len(family.members) for family in found if family] == [1, 2]


def test_a_listed_number_of_another_year_is_not_meant() -> None:
    family = between(listing(19, "Jo Brouns"), question(142, minister="Jan Jambon", year="2022-2023")).family(
        "2023-2024/jo-brouns/19"
    )
    assert family is not None
    assert len(family.members) == 1


def test_order_of_reading_changes_no_family() -> None:
    questions = [asked(number, minister) for number, minister in enumerate(("A B", "C D", "E F"), 1)]
    assert between(*questions).families() == between(*reversed(questions)).families()


def test_every_repeated_text_of_the_chamber_is_in_a_family_or_listed_as_asked_again() -> None:
    """459 questions repeat the text of another: 444 to another minister, 15 otherwise."""
    shared = shared_folder()
    if shared is None or not (shared / "data" / NAME).is_file():
        pytest.skip(f"did not run: {NAME} is absent")
    questions = list(read_questions(Path(shared / "data" / NAME)))
    groups: dict[str, list[str]] = {}
    for one in questions:
        groups.setdefault(" ".join(one.question.introduction[0].text.casefold().split()), []).append(one.id)  # type: ignore[union-attr]
    same = [group for group in groups.values() if len(group) > 1]
    assert sum(len(group) - 1 for group in same) == 459
    links = between(*(one for one in questions if any(one.id in group for group in same)))
    joined = again = 0
    for group in same:
        for other in group[1:]:
            family = links.family(other)
            if family and set(family.members) & set(group) - {other}:
                joined += 1
            else:
                again += bool({one.id for one in links.near(other) if one.kind == "repeat"} & set(group))
    assert (joined, again) == (444, 15)


def test_a_referring_answer_stands_beside_the_coordinated_one() -> None:
    coordinating = asked(1, "Jo Brouns", answer=Answer("coordinated"))
    referring = asked(2, "An Claes", answer=Answer("referral"))
    links = link_records([coordinating, referring])
    family = links.between.family(referring.id)
    assert family is not None
    assert [links.by_id[one].answer_kind for one in family.members] == ["referral", "coordinated"]
