"""Questions counted by year, minister, party, theme and kind of answer."""

from __future__ import annotations

from typing import Any

import msgspec

from archive.links import link_records
from archive.links.counts import NO_ANSWER, NO_PARTY, QuestionCounts, count_questions, years_of
from archive.links.names import topic_key
from archive.model.question import Person, WrittenQuestion
from tests.records import question, supporting


def asked(number: int, party: str | None, **changes: Any) -> WrittenQuestion:
    return msgspec.structs.replace(
        question(number, **changes), asker=Person("An Peeters", "AN PEETERS", party)
    )


RECORDS = (
    asked(1, "N-VA", year="2021-2022", themes=("Wonen", "Werk")),
    asked(2, "n-va", minister="Zuhal Demir"),
    asked(3, "N-VA", answer=None),
    asked(4, "Groen"),
    asked(5, None, themes=()),
    supporting(),
)


def counts() -> QuestionCounts:
    return count_questions(link_records(RECORDS).cards)


def by_key(kind: str) -> dict[object, tuple[int, ...]]:
    return {one.key: one.by_year for one in counts().groups[kind]}  # type: ignore[index]


def test_questions_are_counted_by_year() -> None:
    assert (counts().years, counts().by_year, counts().total) == (("2021-2022", "2023-2024"), (1, 4), 5)


def test_questions_are_counted_by_minister() -> None:
    assert by_key("minister") == {
        topic_key("minister", "Jo Brouns"): (1, 3),
        topic_key("minister", "Zuhal Demir"): (0, 1),
    }


def test_a_party_is_one_however_it_is_written() -> None:
    assert by_key("party") == {"N-VA": (1, 2), "Groen": (0, 1), NO_PARTY: (0, 1)}


def test_a_question_counts_under_each_of_its_themes() -> None:
    assert by_key("theme") == {topic_key("theme", "Wonen"): (1, 3), topic_key("theme", "Werk"): (1, 0)}


def test_questions_without_an_answer_are_counted_apart() -> None:
    assert by_key("answer") == {"substantive": (1, 3), NO_ANSWER: (0, 1)}


def test_the_most_come_first() -> None:
    totals = [one.total for one in counts().groups["minister"]]
    assert totals == sorted(totals, reverse=True)


def test_documents_count_for_nothing() -> None:
    assert years_of(link_records(RECORDS).cards) == {"2021-2022": 1, "2023-2024": 4}


def test_an_empty_corpus_has_no_counts() -> None:
    empty = count_questions(())
    assert (empty.years, empty.total, [*empty.groups.values()]) == ((), 0, [(), (), (), ()])
