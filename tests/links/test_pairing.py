"""Parts of a question beside their parts of the answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.links.pairing import pair_parts
from archive.model.question import Part
from tests.records import part


def parts(text: str) -> list[Part]:
    """ "1 1a 2,3 ~" gives parts labelled 1, 1a, 2 and 3 jointly, and a floating one."""
    return [part(*(() if word == "~" else word.split(","))) for word in text.split()]


def shown(question: str, answer: str) -> list[str] | None:
    """The rows as "labels | labels", with what is answered elsewhere after an arrow."""
    rows = pair_parts(parts(question), parts(answer))
    if rows is None:
        return None

    def side(some: tuple[Part, ...]) -> str:
        return " ".join(",".join(one.labels) or "~" for one in some)

    return [
        f"{side(row.question)} | {side(row.answer)}"
        + (f" -> {','.join(row.elsewhere)}" if row.elsewhere else "")
        for row in rows
    ]


@pytest.mark.parametrize(
    ("question", "answer", "rows"),
    [
        ("1 2", "1 2", ["1 | 1", "2 | 2"]),
        ("1 2 3", "1 2,3", ["1 | 1", "2 3 | 2,3"]),
        ("1 1a 1b 2", "1 2", ["1 1a 1b | 1", "2 | 2"]),
        ("1a 1b 2", "1 2", ["1a 1b | 1", "2 | 2"]),
        ("1 1a 1b", "1a 1b", ["1 1a | 1a", "1b | 1b"]),
        ("1 1a 1b", "1 1a 1b", ["1 | 1", "1a | 1a", "1b | 1b"]),
        ("1 1a 1b 2", "1a,1b 2", ["1 1a 1b | 1a,1b", "2 | 2"]),
        ("1 1a 1b", "1 1a", ["1 | 1", "1a | 1a", "1b | "]),
        ("1 2", "1 1a 1b 2", ["1 | 1 1a 1b", "2 | 2"]),
        ("1 2", "1a 1b 2", ["1 | 1a 1b", "2 | 2"]),
        ("1 2 3", "1 3", ["1 | 1", "2 | ", "3 | 3"]),
        ("1 2", "2 1", ["1 | 1", "2 | 2"]),
        ("1 ~ 2 ~", "1 ~ 2", ["1 ~ | 1 ~", "2 ~ | 2"]),
        ("~ 1 2", "~ 1 2", [" | ~", "~ 1 | 1", "2 | 2"]),
        ("1 2 3", "1,3 2", ["1 | 1,3", "2 | 2", "3 |  -> 1,3"]),
        ("1 2 3", "1,3 1,2", ["1 2 | 1,3 1,2", "3 |  -> 1,3"]),
        ("1 2", "1 4", ["1 | 1 4", "2 | "]),
        ("1 10", "1 10", ["1 | 1", "10 | 10"]),
        ("1 1a 2 2a", "1a 2a", ["1 1a | 1a", "2 2a | 2a"]),
        ("1 1", "1 1", ["1 | 1 1", "1 | "]),
    ],
)
def test_rows(question: str, answer: str, rows: list[str]) -> None:
    assert shown(question, answer) == rows


@pytest.mark.parametrize(("question", "answer"), [("1 2", "~"), ("~", "1 2"), ("", "1"), ("1", "")])
def test_nothing_is_paired_where_one_side_has_no_numbers(question: str, answer: str) -> None:
    assert shown(question, answer) is None


labels = st.lists(st.sampled_from(["1", "1a", "1b", "2", "2a", "3", "10", "10a", "11"]), max_size=3).map(
    tuple
)
sides = st.lists(labels.map(lambda names: Part(names, ())), max_size=8)


@given(sides, sides)
def test_every_part_stands_in_one_row_and_the_question_keeps_its_order(
    question: list[Part], answer: list[Part]
) -> None:
    rows = pair_parts(question, answer)
    if rows is not None:
        assert [one for row in rows for one in row.question] == question
        assert sorted(map(id, answer)) == sorted(id(one) for row in rows for one in row.answer)


@given(sides, sides)
def test_what_is_answered_elsewhere_is_answered_in_another_row(
    question: list[Part], answer: list[Part]
) -> None:
    rows = pair_parts(question, answer) or ()
    for row in rows:
        here = {label for one in row.answer for label in one.labels}
        there = {label for other in rows if other is not row for one in other.answer for label in one.labels}
        assert set(row.elsewhere) <= there | here
        assert not row.elsewhere or there.intersection(row.elsewhere)


def test_ten_thousand_parts_are_paired_at_once() -> None:
    many = [Part((str(number),), ()) for number in range(10_000)]
    joint = [Part(tuple(str(number) for number in range(10_000)), ()), *many]
    assert len(pair_parts(many, joint) or ()) == 1
