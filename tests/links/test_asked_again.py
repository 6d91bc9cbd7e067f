"""Which earlier question a question asks again."""

from __future__ import annotations

import datetime as dt

import pytest

from archive.links import link_records
from archive.links.between import Between
from archive.model.blocks import Paragraph
from archive.model.question import Body, WrittenQuestion
from archive.model.record import Record
from tests.records import question, supporting

WAITING = (
    "De wachtlijsten voor een sociale woning groeien in alle provincies. Hoeveel kandidaat-huurders staan er vandaag"
    " ingeschreven bij de woonmaatschappijen, en hoelang wachten zij gemiddeld op een toewijzing van een woning?"
)
PARTLY = (
    "De wachtlijsten voor een sociale woning groeien in alle provincies. Hoeveel kandidaat-huurders staan er vandaag"
    " ingeschreven? Welke bouwprojecten van de gemeenten kregen dit jaar een subsidie, en welke niet?"
)
DIKES = (
    "Na de overstromingen langs de Dender worden de dijken verhoogd. Welke werken aan sluizen en stuwen zijn er al"
    " aanbesteed, en wanneer is de vallei tegen een storm zoals die van toen beschermd door de waterwegbeheerder?"
)


def asked(number: int, day: dt.date | None, text: str = WAITING, **changes: object) -> WrittenQuestion:
    return question(number, asked_on=day, question=Body((Paragraph(text),)), answer=None, **changes)  # type: ignore[arg-type]


def years(start: int, count: int) -> list[dt.date]:
    return [dt.date(year, 2, 1) for year in range(start, start + count)]


def between(*records: Record) -> Between:
    return link_records(records).between


def test_of_a_series_each_is_laid_beside_the_one_before() -> None:
    series = [asked(number, day) for number, day in enumerate(years(2020, 4), start=1)]
    links = between(*series)
    assert [links.earlier(one.id) for one in series] == [None, *(one.id for one in series[:3])]


def test_the_earlier_question_knows_who_asks_it_again() -> None:
    first, again, too = (
        asked(1, dt.date(2020, 2, 1)),
        asked(2, dt.date(2021, 2, 1)),
        asked(3, dt.date(2021, 2, 1)),
    )
    links = between(first, again, question(3, asked_on=too.asked_on, question=too.question, asker="Wim Maes"))
    assert links.later(first.id) == (again.id, too.id) and links.later(again.id) == ()


def test_a_follow_up_that_repeats_a_part_is_laid_beside_it() -> None:
    first, later = asked(1, dt.date(2020, 2, 1)), asked(2, dt.date(2021, 2, 1), PARTLY)
    assert between(first, later).earlier(later.id) == first.id


def test_a_question_of_another_that_repeats_a_part_is_not() -> None:
    first, later = asked(1, dt.date(2020, 2, 1)), asked(2, dt.date(2021, 2, 1), PARTLY, asker="Wim Maes")
    assert between(first, later).earlier(later.id) is None


def test_a_follow_up_in_other_words_is_not() -> None:
    first, later = asked(1, dt.date(2020, 2, 1)), asked(2, dt.date(2021, 2, 1), DIKES)
    assert between(first, later).earlier(later.id) is None


def test_a_repeat_comes_before_a_later_follow_up() -> None:
    first, partly, last = (
        asked(1, years(2020, 1)[0]),
        asked(2, years(2021, 1)[0], PARTLY),
        asked(3, years(2022, 1)[0]),
    )
    assert between(first, partly, last).earlier(last.id) == first.id


@pytest.mark.parametrize("day", [None, dt.date(2020, 2, 1)])
def test_without_an_earlier_day_nothing_was_asked_again(day: dt.date | None) -> None:
    first, other = asked(1, dt.date(2020, 2, 1)), asked(2, day, asker="Wim Maes")
    links = between(first, other)
    assert (links.earlier(first.id), links.earlier(other.id)) == (None, None)


def test_one_question_to_several_ministers_is_not_asked_again() -> None:
    links = between(asked(1, dt.date(2020, 2, 1)), asked(2, dt.date(2020, 2, 9), minister="An Claes"))
    assert links.earlier("2023-2024/an-claes/2") is None


def test_put_to_several_ministers_that_to_the_same_one_is_taken() -> None:
    names = ("An Claes", "Bo Dens", "Cis Els")
    then = [asked(1, dt.date(2020, 2, 1), minister=name) for name in names]
    now = [asked(2, dt.date(2022, 2, 1), minister=name) for name in names]
    links = between(*then, *now)
    assert [links.earlier(one.id) for one in now] == [one.id for one in then]


def test_a_large_family_leads_to_the_same_ministers_of_then() -> None:
    """Of many equal texts each is compared with few others: what is known of one is known of its family."""
    names = [f"Minister {letter}" for letter in "ABCDEFGHIJKLMNOPQRST"]
    then = [asked(1, dt.date(2020, 2, 1), minister=name) for name in names]
    now = [asked(2, dt.date(2022, 2, 1), minister=name) for name in names]
    links = between(*then, *now)
    assert [links.earlier(one.id) for one in now] == [one.id for one in then]


def test_a_family_that_grew_over_some_days_hides_no_follow_up() -> None:
    first = asked(1, dt.date(2020, 2, 1), PARTLY)
    sibling, last = asked(2, dt.date(2021, 2, 1), minister="An Claes"), asked(3, dt.date(2021, 2, 9))
    links = between(first, sibling, last)
    assert links.family(last.id) is not None
    assert links.earlier(last.id) == first.id


def test_documents_that_are_no_questions_take_no_part() -> None:
    first, document = asked(1, dt.date(2020, 2, 1)), supporting("Wachtlijsten", text=WAITING)
    links = between(first, document)
    assert (links.earlier(document.id), links.later(first.id)) == (None, ())
