"""Due dates, and whether an answer came in time: never guessed."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.links.deadlines import Deadline, deadline_of, due_date, first_day_of_term, median
from archive.links.working_days import KNOWN_FROM, KNOWN_TO, is_suspended, is_working_day
from archive.model.question import Answer, Note
from tests.records import question

ASKED = dt.date(2024, 4, 25)
DUE = dt.date(2024, 5, 29)
LATE_NOTE = Note("in_time", "the service says that the answer came late", "answered_on")
IN_TIME_NOTE = Note("in_time", "the service says that the answer came in time", "answered_on")


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


# Counted by hand on a calendar.
@pytest.mark.parametrize(
    ("asked", "due", "why"),
    [
        ("2024-04-25", "2024-05-29", "three holidays in May"),
        ("2024-04-22", "2024-05-29", "any day of the same week"),
        ("2024-04-28", "2024-05-29", "Sunday ends the week"),
        ("2024-04-29", "2024-06-04", "Monday opens the next one"),
        ("2024-03-07", "2024-04-15", "Easter Monday, and the second week of the recess"),
        ("2024-07-01", "2024-09-16", "11 July, and the summer recess"),
        ("2024-08-06", "2024-09-27", "asked in the recess"),
        ("2023-12-01", "2024-01-09", "suspended around New Year"),
        ("2024-12-30", "2025-01-31", "the first week is suspended in part"),
        ("2022-10-10", "2022-11-15", "All Saints and Armistice"),
    ],
)
def test_due_date(asked: str, due: str, why: str) -> None:
    assert due_date(day(asked)) == day(due), why


def test_a_question_from_before_the_known_rule_has_no_due_date() -> None:
    assert due_date(dt.date(2017, 12, 31)) is None
    assert due_date(dt.date(9999, 12, 31)) is None


@given(st.dates(KNOWN_FROM, KNOWN_TO))
def test_a_due_date_is_a_working_day_on_which_the_term_runs(asked: dt.date) -> None:
    due = due_date(asked)
    assert due is not None
    assert is_working_day(due) and not is_suspended(due)
    assert (due - asked).days >= 26
    assert first_day_of_term(asked).weekday() == 0


@given(st.dates(KNOWN_FROM, KNOWN_TO), st.dates(KNOWN_FROM, KNOWN_TO))
def test_who_asks_later_never_has_an_answer_due_earlier(one: dt.date, other: dt.date) -> None:
    first, second = (due_date(asked) for asked in sorted((one, other)))
    assert first and second and first <= second


def test_an_answer_on_the_last_day_is_on_time() -> None:
    assert deadline_of(question(answered_on=DUE)) == Deadline("on_time", "dates", DUE, 20, 0)


def test_an_answer_in_the_week_of_the_question_takes_no_day_of_the_term() -> None:
    assert deadline_of(question(answered_on=dt.date(2024, 4, 26))).days == 0


def test_an_answer_after_the_last_day_is_late_by_so_many_working_days() -> None:
    assert deadline_of(question(answered_on=dt.date(2024, 6, 3))) == Deadline("late", "dates", DUE, 23, 3)


@pytest.mark.parametrize(
    ("changes", "state", "why", "due"),
    [
        ({"asked_on": None}, "unknown", "no_question_date", None),
        ({"asked_on": dt.date(2012, 3, 1), "answered_on": ASKED}, "unknown", "outside_rule", None),
        ({"answered_on": dt.date(9999, 1, 1)}, "unknown", "outside_rule", DUE),
        ({}, "unknown", "no_answer_date", DUE),
        ({"answer": None}, "open", "no_answer", DUE),
        ({"answer": None, "published_on": dt.date(2024, 6, 20)}, "unknown", "no_answer_date", DUE),
        ({"answered_on": dt.date(2024, 4, 1)}, "unknown", "answer_before_question", DUE),
        (
            {"answer": Answer("holding", 1, ASKED), "answered_on": dt.date(2024, 5, 1)},
            "unknown",
            "only_holding",
            DUE,
        ),
        ({"notes": (LATE_NOTE,)}, "late", "told", DUE),
        ({"notes": (IN_TIME_NOTE,), "answer": None}, "on_time", "told", DUE),
        ({"asked_on": None, "notes": (LATE_NOTE,)}, "late", "told", None),
        (
            {"notes": (Note("procedure", "the procedure says 'Laattijdig beantwoord' without a date"),)},
            "late",
            "told",
            DUE,
        ),
        (
            {"notes": (Note("procedure", "the procedure says 'Tijdig beantwoord' without a date"),)},
            "on_time",
            "told",
            DUE,
        ),
    ],
)
def test_what_the_dates_do_not_tell_is_not_guessed(
    changes: dict[str, Any], state: str, why: str, due: dt.date | None
) -> None:
    found = deadline_of(question(**changes))
    assert (found.state, found.why, found.due_on) == (state, why, due)
    assert (found.days, found.late_by) == (None, None)


def test_the_parliament_has_the_last_word_where_the_dates_say_otherwise() -> None:
    found = deadline_of(question(answered_on=DUE, notes=(LATE_NOTE,)))
    assert (found.state, found.why, found.told, found.late_by) == ("late", "told", True, 0)
    assert not deadline_of(question(answered_on=DUE, notes=(IN_TIME_NOTE,))).told


def test_two_dates_of_the_question_that_decide_differently_leave_it_unknown() -> None:
    answer = Answer("substantive", 1, dt.date(2024, 4, 18))
    found = deadline_of(question(answered_on=DUE, answer=answer))
    assert (found.state, found.why) == ("unknown", "two_question_dates")
    assert deadline_of(question(answered_on=dt.date(2024, 5, 2), answer=answer)).state == "on_time"


@pytest.mark.parametrize(
    ("days", "middle"), [((), None), ((3,), 3.0), ((9, 1, 2), 2.0), ((1, 2, 3, 10), 2.5)]
)
def test_median(days: tuple[int, ...], middle: float | None) -> None:
    assert median(days) == middle
