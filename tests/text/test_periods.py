"""Spans of time in the heads of tables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.text.periods import Period, parse_period, parse_year_part, period_text, split_period

WHOLE = {
    "2022": "2022",
    " 2022*": "2022",
    "(2022)": "2022",
    "jaar 2022": "2022",
    "2022 - K1": "2022 K1",
    "2022 K4": "2022 K4",
    "K3 2021": "2021 K3",
    "Q2 2023": "2023 K2",
    "2020Q1": "2020 K1",
    "1e kwartaal 2022": "2022 K1",
    "Derde kwartaal van 2022": "2022 K3",
    "eerste semester 2022": "2022 S1",
    "2de semester 2022": "2022 S2",
    "januari 2023": "2023-01",
    "sept. 2023": "2023-09",
    "jan/23": "2023-01",
    "2022-03": "2022-03",
    "03/2022": "2022-03",
    "2021-2022": "2021-2022",
    "2021-22": "2021-2022",
    "schooljaar 1999-2000": "1999-2000",
    "31/12/2022": "2022-12-31",
    "31 december 2022": "2022-12-31",
}
NONE = (
    "", "1", "18-19", "20-24", "boven 60", "2.022", "2022,5", "1 jaar -2 jaar", "2018-2022", "2011-12", "mei", "K1",
    "tussen 2019 en 2022", "2023 (t.e.m. juni)", "3 maand na advies", "31 februari 2024", "Decreet 2013", "2022%",
    "12e kwartaal 2022", "K5 2022",
)  # fmt: skip


@pytest.mark.parametrize(("label", "told"), WHOLE.items())
def test_a_span_of_time_is_read(label: str, told: str) -> None:
    period = parse_period(label)
    assert period is not None and period_text(period) == told


@pytest.mark.parametrize("label", NONE)
def test_what_is_no_whole_span_of_time_is_none(label: str) -> None:
    assert parse_period(label) is None


def test_the_step_after_a_quarter_is_the_next_quarter() -> None:
    last, first = parse_period("2022 - K4"), parse_period("2023 - K1")
    assert last and first and first.step == last.step + 1


@pytest.mark.parametrize(
    ("label", "place"), [("mei", 5), ("K2", 2), ("4e kwartaal", 4), ("tweede semester", 2), ("December", 12)]
)
def test_a_part_of_any_year_is_read(label: str, place: int) -> None:
    part = parse_year_part(label)
    assert part is not None and part.place == place


def test_a_part_of_a_year_becomes_a_span_of_one_year() -> None:
    part = parse_year_part("K2")
    assert part is not None and part.of_year(2022) == parse_period("2022 K2")


def test_the_year_in_a_head_is_taken_out_of_it() -> None:
    split = split_period("Voorschotbetalingen 2023 in euro")
    assert (split.rest, split.period) == ("Voorschotbetalingen in euro", Period("year", 2023))


@pytest.mark.parametrize("label", ["Decreet 2013", "doelstelling 2030", "van 2019 tot 2022", "Aantal"])
def test_a_head_without_a_time_of_its_figures_stays_whole(label: str) -> None:
    split = split_period(label)
    assert (split.rest, split.period) == (label, None)


@given(st.text(st.sampled_from("20190/-kq jan.met12e "), max_size=14))
def test_every_span_that_is_read_can_be_written_and_read_again(label: str) -> None:
    period = parse_period(label)
    if period is not None:
        assert parse_period(period_text(period)) == period


@given(st.text(max_size=40))
def test_no_text_fails(label: str) -> None:
    parse_period(label)
    parse_year_part(label)
    assert split_period(label).rest is not None
