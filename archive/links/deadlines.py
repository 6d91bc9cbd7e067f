"""By when a minister had to answer, and whether that was done: pure decisions, nothing guessed.

Rule: a minister answers within 20 working days, counted from the first working day after the week in which the
question arrived (Rules of Procedure of the Flemish Parliament; see archive.links.working_days).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal

import msgspec

from archive.links.working_days import (
    KNOWN_FROM,
    KNOWN_TO,
    days_counted,
    term_end,
    working_days_late,
)
from archive.model.question import WrittenQuestion

TERM = 20

DeadlineState = Literal["on_time", "late", "open", "unknown"]
Why = Literal[
    "dates",
    "told",
    "no_answer",
    "no_question_date",
    "outside_rule",
    "no_answer_date",
    "only_holding",
    "answer_before_question",
    "two_question_dates",
]
STATES: tuple[DeadlineState, ...] = ("on_time", "late", "open", "unknown")


class Deadline(msgspec.Struct, frozen=True):
    """The term of one question.

    due_on: the last day of the term, None where it cannot be known. why: from what the state follows.
    days: working days of the term that passed until the answer, the day of the answer included. late_by: working
    days after the last day of the term. Both None unless two dates tell them.
    told: what the parliament itself says, where that differs from what the dates say; the state is then its word.
    """

    state: DeadlineState
    why: Why
    due_on: dt.date | None = None
    days: int | None = None
    late_by: int | None = None
    told: bool = False


def first_day_of_term(asked_on: dt.date) -> dt.date:
    """The Monday after the week, which ends on Sunday, in which a question arrived."""
    return asked_on + dt.timedelta(days=7 - asked_on.weekday())


def due_date(asked_on: dt.date) -> dt.date | None:
    """The last day for the answer; None for a question from before or after the years whose rule is known."""
    if not KNOWN_FROM <= asked_on <= KNOWN_TO:
        return None
    return term_end(first_day_of_term(asked_on), TERM)


def deadline_of(record: WrittenQuestion) -> Deadline:
    """The term of a question. Without the date of the question or of the answer the state is unknown."""
    if record.asked_on is None:
        return _undated(record, None, "no_question_date")
    due_on = due_date(record.asked_on)
    if due_on is None:
        return _undated(record, None, "outside_rule")
    if record.answered_on is None:
        return _unanswered(record, due_on)
    obstacle = _obstacle(record, record.asked_on, record.answered_on)
    if obstacle:
        return _undated(record, due_on, obstacle)
    return _answered(record, record.asked_on, due_on, record.answered_on)


def _obstacle(record: WrittenQuestion, asked_on: dt.date, answered_on: dt.date) -> Why | None:
    """Why two dates do not tell whether the answer came in time, if they do not."""
    if answered_on > KNOWN_TO:
        return "outside_rule"
    if answered_on < asked_on:
        return "answer_before_question"
    if record.answer is not None and record.answer.kind == "holding":
        return "only_holding"
    return None


def _unanswered(record: WrittenQuestion, due_on: dt.date) -> Deadline:
    """The state where no date of an answer is known: open only where nothing tells of an answer."""
    if record.answer is not None or record.published_on is not None or _said(record) is not None:
        return _undated(record, due_on, "no_answer_date")
    return Deadline("open", "no_answer", due_on)


def _answered(record: WrittenQuestion, asked_on: dt.date, due_on: dt.date, answered_on: dt.date) -> Deadline:
    days = days_counted(first_day_of_term(asked_on), answered_on)
    late_by = working_days_late(due_on, answered_on)
    state: DeadlineState = "late" if late_by else "on_time"
    said = _said(record)
    if said is not None and said != state:
        return Deadline(said, "told", due_on, days, late_by, told=True)
    other = record.answer.question_date if record.answer else None
    other_due = due_date(other) if other else None
    if said is None and other_due and (answered_on > other_due) != (state == "late"):
        return Deadline("unknown", "two_question_dates", due_on)
    return Deadline(state, "dates", due_on, days, late_by)


def _undated(record: WrittenQuestion, due_on: dt.date | None, why: Why) -> Deadline:
    """The state where the dates do not tell: what the parliament says of it, if anything, else unknown."""
    said = _said(record)
    return Deadline("unknown", why, due_on) if said is None else Deadline(said, "told", due_on)


def _said(record: WrittenQuestion) -> DeadlineState | None:
    """What the open-data service says, in a note or in the name of a step of the procedure that has no date."""
    for note in record.notes:
        if note.code == "in_time":
            return "late" if note.message.endswith(" late") else "on_time"
    for note in record.notes:
        if note.code == "procedure" and "tijdig beantwoord" in note.message.casefold():
            return "late" if "laattijdig beantwoord" in note.message.casefold() else "on_time"
    return None


def median(days: Sequence[int]) -> float | None:
    """The middle of some numbers, of an even count the mean of both middles; None of none."""
    ordered = sorted(days)
    if not ordered:
        return None
    half, odd = divmod(len(ordered), 2)
    return float(ordered[half]) if odd else (ordered[half - 1] + ordered[half]) / 2
