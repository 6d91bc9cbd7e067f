"""Figures that several answers report: what is joined, what is kept apart, and what each number comes from."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.links import link_records
from archive.links.figure_series import FigureSeries, SeriesGroup, sources_of
from archive.links.names import topic_key
from archive.links.reported import folded
from archive.links.table_facts import table_facts_of, unpacked
from archive.model.blocks import Table
from archive.model.question import WrittenQuestion
from archive.model.record import Record
from archive.store.corpus import Corpus
from archive.text.numbers import parse_number
from tests.records import question, supporting
from tests.reports import report, table, yearly_reports

FIRST, SECOND, THIRD = dt.date(2022, 3, 1), dt.date(2023, 4, 2), dt.date(2024, 4, 25)
MAATWERK = topic_key("subject", "Individueel maatwerk")


def groups(*records: Record) -> tuple[SeriesGroup, ...]:
    return link_records(records).figures.groups(MAATWERK)


def told(series: FigureSeries) -> tuple[str, str, dict[str, list[str]]]:
    """Row, column, and for each time the numbers as printed."""
    points = {point.when: [source.text for source in point.sources] for point in series.points}
    return series.row, series.column, points


def all_told(*records: Record) -> list[tuple[str, str, dict[str, list[str]]]]:
    return [told(series) for group in groups(*records) for series in group.series]


def two(one: Table, other: Table) -> list[tuple[str, str, dict[str, list[str]]]]:
    """What two answers of different years report together."""
    return all_told(report(1, FIRST, one), report(2, SECOND, other))


def test_figures_of_the_days_of_the_questions_are_a_series() -> None:
    assert all_told(*yearly_reports())[0][:2] == ("Antwerpen", "# Bedrijven")
    assert all_told(*yearly_reports())[0][2] == {
        "2022-03-01": ["520"],
        "2023-04-02": ["562"],
        "2024-04-25": ["580"],
    }


def test_what_is_no_number_is_no_point() -> None:
    limburg = next(one for one in all_told(*yearly_reports()) if one[0] == "Limburg")
    assert limburg[2] == {"2022-03-01": ["301"], "2024-04-25": ["360"]}


def test_years_in_the_rows_are_the_times_of_their_numbers() -> None:
    employees = next(one for one in all_told(*yearly_reports()) if one[1] == "Werknemers")
    assert employees == (
        "",
        "Werknemers",
        {"2019": ["1.000"], "2020": ["1.100", "1.100"], "2021": ["1.250", "1.245"], "2022": ["1.400"]},
    )


def test_a_number_that_is_revised_is_told_with_both_answers() -> None:
    group = next(one for one in groups(*yearly_reports()) if one.of == "year" and not one.unit)
    point = group.series[0].points[2]
    assert (point.when, point.differs, str(point.value)) == ("2021", True, "1245")
    assert [source.id for source in point.sources] == ["2021-2022/jo-brouns/12", "2022-2023/zuhal-demir/40"]


def test_a_source_is_the_cell_that_prints_it() -> None:
    records = {record.id: record for record in yearly_reports()}
    for group in groups(*records.values()):
        for series in group.series:
            for source in (source for point in series.points for source in point.sources):
                answer = records[source.id].answer
                assert answer is not None
                printed = answer.parts[0].blocks[source.table - 1]
                assert isinstance(printed, Table)
                row, column = source.place
                assert printed.rows[row][column] == source.text


def test_shares_and_numbers_are_apart() -> None:
    assert {(one.unit, one.of) for one in groups(*yearly_reports())} == {
        ("", "asked"),
        ("", "year"),
        ("%", "year"),
    }


def test_two_answers_of_one_day_are_no_series() -> None:
    same = table("Provincie | # Bedrijven", "Antwerpen | 5", "Limburg | 6")
    assert groups(report(1, FIRST, same), report(2, FIRST, same, minister="Zuhal Demir")) == ()


def test_numbers_of_two_answers_of_one_day_both_stand_beside_a_third() -> None:
    def own(number: str) -> Table:
        return table("Provincie | # Bedrijven", f"Antwerpen | {number}", "Limburg | 6")

    records = (
        report(1, FIRST, own("5")),
        report(2, FIRST, own("7"), minister="Zuhal Demir"),
        report(3, SECOND, own("8")),
    )
    assert all_told(*records)[0][2] == {"2022-03-01": ["5", "7"], "2023-04-02": ["8"]}


def test_answers_on_other_subjects_are_no_series() -> None:
    same = table("Provincie | # Bedrijven", "Antwerpen | 5", "Limburg | 6")
    records = (report(1, FIRST, same), report(2, SECOND, same, title="Sociale huur - Stand van zaken"))
    assert link_records(records).figures.by_subject == {}


def test_case_dashes_blanks_and_the_sign_of_number_do_not_tell_apart() -> None:
    assert folded("# Bedrijven – 2022:") == folded("aantal  bedrijven-2022")


@pytest.mark.parametrize(
    ("one", "other"),
    [("%uitstroom", "uitstroom"), ("-25 jaar", "25 jaar"), ("<20", "20"), ("65+", "65"), ("CO2", "CO")],
)
def test_signs_tell_apart(one: str, other: str) -> None:
    assert folded(one) != folded(other)


HEAD = "Provincie | Bedrijven"


@pytest.mark.parametrize(
    "other",
    [
        table("Provincie | Werknemers", "Antwerpen | 6"),
        table("Gemeente | Bedrijven", "Antwerpen | 6"),
        table("Provincie | Bedrijven in %", "Antwerpen | 6"),
        table(HEAD, "Antwerpen | 6%"),
        table(HEAD, "Antwerpen | € 6"),
        table(HEAD, "Limburg | 6"),
        table(HEAD, "Antwerpen | 6", caption="Aantal stopgezette bedrijven"),
        table("Provincie | 2021", "Antwerpen | 6"),
        table("Provincie | Bedrijven 2021", "Antwerpen | 6"),
        table("Provincie | Bedrijven", "Antwerpen | 6", "Antwerpen | 7"),
    ],
    ids=[
        "column",
        "head",
        "unit of head",
        "share",
        "money",
        "row",
        "caption",
        "year",
        "year in head",
        "twofold",
    ],
)
def test_nothing_is_joined_that_disagrees(other: Table) -> None:
    assert two(table(HEAD, "Antwerpen | 5"), other) == []


def test_two_captions_that_differ_in_the_year_are_one() -> None:
    one = table("Provincie | Aantal", "Antwerpen | 5", caption="Tabel 2: Erkende bedrijven in 2021")
    other = table("Provincie | Aantal", "Antwerpen | 6", caption="Tabel 4. Erkende bedrijven in 2022")
    assert two(one, other) == [("Antwerpen", "Aantal", {"2021": ["5"], "2022": ["6"]})]


def test_two_heads_that_differ_in_the_year_are_one() -> None:
    one = table("Provincie | Voorschotten 2021 in euro", "Antwerpen | 70.359,10")
    other = table("Provincie | Voorschotten 2022 in euro", "Antwerpen | € 71.000")
    assert two(one, other) == [
        ("Antwerpen", "Voorschotten in euro", {"2021": ["70.359,10"], "2022": ["€ 71.000"]})
    ]


def test_the_head_of_a_column_of_years_does_not_tell_apart() -> None:
    one = table("Jaar | Bedrijven", "2020 | 100", "2021 | 110")
    other = table("Periode | Bedrijven", "2021 | 110", "2022 | 120")
    assert two(one, other)[0][2] == {"2020": ["100"], "2021": ["110", "110"], "2022": ["120"]}


def test_two_captions_of_different_things_are_two() -> None:
    one = table(HEAD, "Antwerpen | 5", caption="Aanvragen")
    assert two(one, table(HEAD, "Antwerpen | 6", caption="Weigeringen")) == []


def test_a_head_that_tells_nothing_joins_answers_with_one_title() -> None:
    one, other = table("Provincie | Aantal", "Antwerpen | 5"), table("Provincie | Aantal", "Antwerpen | 6")
    assert len(two(one, other)) == 1
    assert (
        groups(report(1, FIRST, one), report(2, SECOND, other, title="Individueel maatwerk - Stopzettingen"))
        == ()
    )


def test_a_head_that_tells_what_is_counted_joins_answers_with_other_titles() -> None:
    one, other = table(HEAD, "Antwerpen | 5"), table(HEAD, "Antwerpen | 6")
    records = (report(1, FIRST, one), report(2, SECOND, other, title="Individueel maatwerk - Stopzettingen"))
    assert len(groups(*records)) == 1


def test_a_total_of_other_columns_is_another_total() -> None:
    one = table("Provincie | Mannen | Totaal", "Antwerpen | 5 | 9")
    other = table("Provincie | Bedrijven | Totaal", "Antwerpen | 5 | 9")
    assert two(one, other) == []


def test_numbers_of_the_same_years_that_are_far_apart_count_different_things() -> None:
    one = table("Jaar | Bedrijven", "2020 | 100", "2021 | 110")
    other = table("Jaar | Bedrijven", "2020 | 1.000", "2021 | 1.100", "2022 | 1.200")
    assert two(one, other) == []


def test_one_number_far_off_is_told_as_it_is() -> None:
    one = table("Jaar | Bedrijven", "2020 | 100", "2021 | 110")
    other = table("Jaar | Bedrijven", "2020 | 100", "2021 | 1.100", "2022 | 120")
    assert two(one, other)[0][2] == {"2020": ["100", "100"], "2021": ["110", "1.100"], "2022": ["120"]}


def test_what_two_answers_repeat_of_one_year_is_no_course_of_time() -> None:
    same = table("Jaar | Bedrijven", "2020 | 100")
    assert two(same, same) == []


def test_months_below_years_are_months_of_those_years() -> None:
    one = table("Maand | 2021 | 2022", "januari | 1 | 2", "mei | 3 | 4")
    other = table("Maand | 2022 | 2023", "januari | 2 | 5", "mei | 4 | 6")
    assert two(one, other) == [
        ("", "", {"2021-01": ["1"], "2021-05": ["3"], "2022-01": ["2", "2"], "2022-05": ["4", "4"], "2023-01": ["5"],
                  "2023-05": ["6"]}),
    ]  # fmt: skip


def test_a_part_of_a_year_is_not_that_year() -> None:
    one = table("Periode | Bedrijven", "2021 | 100", "2022 (t.e.m. juni) | 50")
    other = table("Periode | Bedrijven", "2021 | 100", "2022 | 120")
    assert [points for _, _, points in two(one, other)] == [{"2021": ["100", "100"], "2022": ["120"]}]


def test_a_table_of_the_question_reports_nothing() -> None:
    (record,) = yearly_reports()[:1]
    assert record.answer is not None
    asked = question(5, question=record.question.__class__(record.answer.parts[0].blocks), answer=None)
    assert table_facts_of(asked) == b"" != table_facts_of(record)


def test_a_document_reports_nothing() -> None:
    assert table_facts_of(supporting(blocks=(table(HEAD, "Antwerpen | 5"),))) == b""


def test_what_was_packed_is_unpacked() -> None:
    (facts,) = unpacked(table_facts_of(report(1, FIRST, table(HEAD, "Antwerpen | 5", caption="Erkend"))))
    assert (facts.number, facts.caption, facts.heads) == (1, "Erkend", ("Provincie",))
    assert (facts.rows, facts.columns, facts.cells) == (
        ((0, ("Antwerpen",)),),
        ((1, ("Bedrijven",)),),
        (("5",),),
    )


def test_the_order_in_which_records_come_changes_nothing() -> None:
    records: list[WrittenQuestion] = list(yearly_reports())
    assert groups(*records) == groups(*reversed(records))


def test_the_cells_that_series_lead_to_are_known_by_record() -> None:
    index = link_records(yearly_reports()).figures
    places = index.of_record("2022-2023/zuhal-demir/40")
    assert {number: one.subject for number, one in places.items()} == {1: MAATWERK, 2: MAATWERK}
    assert [places[1].columns(row) for row in range(4)] == [(1,), (), (1,), ()]
    assert index.of_record("2022-2023/zuhal-demir/41") == {}


def test_the_seeds_report_no_figure_twice(seed_corpus: Path) -> None:
    # Two answers on individueel maatwerk have tables with provinces, of which heads and rows never agree.
    with Corpus.open(seed_corpus) as corpus:
        assert link_records(corpus.records()).figures.by_subject == {}


HEADS = st.sampled_from(["Provincie | Bedrijven | 2021", "Jaar | Bedrijven | Aandeel in %", "| 2022 | 2023"])
ROWS = st.tuples(
    st.sampled_from(["Antwerpen", "Limburg", "2021", "2022", "Totaal"]),
    st.sampled_from(["5", "6%", "-", "1.000", "", "€ 7"]),
    st.sampled_from(["5", "60", "n.b.", "2,5%"]),
).map(" | ".join)
TABLES = st.builds(lambda head, rows: table(head, *rows), HEADS, st.lists(ROWS, min_size=1, max_size=4))


@settings(max_examples=40)
@given(st.lists(TABLES, min_size=2, max_size=4))
def test_whatever_is_joined_agrees_and_is_printed(tables: list[Table]) -> None:
    records = [report(number, dt.date(2020 + number, 3, 1), one) for number, one in enumerate(tables, 1)]
    printed = {record.id: one for record, one in zip(records, tables, strict=True)}
    for group in groups(*records):
        assert len(group.answers) > 1
        for source in sources_of([group]):
            row, column = source.place
            cell = printed[source.id].rows[row][column]
            number = parse_number(cell)
            assert cell == source.text and number is not None and number.value == source.value
            assert group.unit == (number.unit or ("%" if "%" in printed[source.id].header[0][column] else ""))
