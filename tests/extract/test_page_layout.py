"""Runs, lines, columns and tables of a page, on positions made by hand."""

from __future__ import annotations

from archive.extract.columns import covered_columns, find_columns
from archive.extract.geometry import Box, Rule
from archive.extract.header_spans import spread_over
from archive.extract.page_columns import read_in_order
from archive.extract.page_tables import join_parts
from archive.extract.runs import join_lines, join_runs
from archive.extract.table_gaps import find_gap_tables
from archive.extract.table_grid import find_grid_tables
from archive.extract.table_shape import FoundTable, count_header_rows, join_group_names
from tests.extract.layout import glyphs, grid, lines, run

PAGE = 595.0


def test_a_gap_as_wide_as_between_cells_parts_runs() -> None:
    runs = join_runs([*glyphs("een twee", 70, 100), *glyphs("drie", 130, 100)])
    assert [found.text for found in runs] == ["een twee", "drie"]


def test_a_stretched_blank_of_justified_text_does_not_part_runs() -> None:
    justified = [*glyphs("een ", 70, 100), *glyphs("twee", 98, 100)]
    assert [found.text for found in join_runs(justified)] == ["een twee"]


def test_lines_are_read_from_top_to_bottom_and_left_to_right() -> None:
    found = join_lines([run("b", 90, 100), run("c", 70, 120), run("a", 70, 100)])
    assert [[part.text for part in line.runs] for line in found] == [["a", "b"], ["c"]]


def test_figures_aligned_right_belong_to_the_header_aligned_left() -> None:
    table = lines(
        run("Jaar", 70, 100), run("Mannen", 150, 100), run("Vrouwen", 250, 100), run("Totaal", 350, 100),
        run("2022", 70, 112), run("114", 0, 112, right=240), run("114", 0, 112, right=440),
        run("2023", 70, 124), run("15", 0, 124, right=240), run("15", 0, 124, right=440),
    )  # fmt: skip
    (found,) = find_gap_tables(table, [], PAGE)
    assert found.rows == (
        ("Jaar", "Mannen", "Vrouwen", "Totaal"),
        ("2022", "114", "", "114"),
        ("2023", "15", "", "15"),
    )


def test_a_wide_gap_in_one_text_makes_no_column() -> None:
    rows = [part for top in (100, 112, 124, 136) for part in (run("naam", 70, top), run("2", 300, top))]
    gap = [run("een", 70, 148), run("naam", 110, 148), run("1", 300, 148)]
    assert len(find_columns(lines(*rows, *gap))) == 2


def test_a_box_over_two_columns_covers_both() -> None:
    assert covered_columns([(70, 100), (150, 200), (250, 300)], Box(160, 260, 0, 10)) == range(1, 3)


def test_a_box_in_no_column_stands_in_the_nearest() -> None:
    assert covered_columns([(70, 100), (150, 200)], Box(210, 220, 0, 10)) == range(1, 2)


def test_a_header_cell_centred_over_columns_covers_them() -> None:
    columns = [(70.0, 120.0), (200.0, 230.0), (300.0, 330.0), (400.0, 430.0)]
    boxes = [Box(70, 100, 0, 10), Box(240, 290, 0, 10), Box(400, 430, 0, 10)]
    assert spread_over(boxes, columns, [False, True, True, False]) == [range(1), range(1, 3), range(3, 4)]


def test_a_cell_wrapped_over_lines_is_one_row() -> None:
    table = lines(
        run("Naam", 70, 100), run("Aantal", 300, 100),
        run("een naam die te lang is voor de breedte", 70, 112), run("12", 0, 112, right=330),
        run("van haar kolom", 70, 124),
        run("kort", 70, 136), run("13", 0, 136, right=330),
    )  # fmt: skip
    (found,) = find_gap_tables(table, [], PAGE)
    assert found.rows[1] == ("een naam die te lang is voor de breedte van haar kolom", "12")
    assert found.rows[2] == ("kort", "13")


def test_a_list_of_labels_and_texts_is_no_table() -> None:
    texts = lines(
        run("1.", 70, 100), run("Hoeveel zijn er?", 90, 100), run("2.", 70, 112), run("Waarom?", 90, 112)
    )
    assert find_gap_tables(texts, [], PAGE) == []


def test_the_head_of_a_question_is_no_table() -> None:
    head = lines(
        run("van THIJS VERBEURGT", 70, 100), run("nr. 386", 300, 100),
        run("datum: 25 april 2024", 70, 112), run("x", 300, 112),
    )  # fmt: skip
    assert find_gap_tables(head, [], PAGE) == []


def test_rules_between_rows_part_them_even_where_cells_are_full() -> None:
    rows = [
        run("lange naam een", 70, 100),
        run("1", 200, 100),
        run("lange naam twee", 70, 112),
        run("2", 200, 112),
    ]
    rows += [
        run("lange naam drie", 70, 124),
        run("3", 200, 124),
        run("lange naam vier", 70, 136),
        run("4", 200, 136),
    ]
    rules = [Rule(True, at, 70, 210) for at in (111.0, 123.0, 135.0)]
    (found,) = find_gap_tables(lines(*rows), rules, PAGE)
    assert len(found.rows) == 4


def test_a_grid_tells_cells_by_its_rules() -> None:
    printed = [
        *glyphs("Jaar", 75, 105),
        *glyphs("Aantal", 155, 105),
        *glyphs("2022", 75, 125),
        *glyphs("12", 155, 125),
    ]
    (found,) = find_grid_tables(printed, grid([70, 150, 230], [100, 120, 140]))
    assert found.rows == (("Jaar", "Aantal"), ("2022", "12"))


def test_a_merged_header_cell_says_its_text_in_each_column() -> None:
    rules = [
        *(Rule(True, at, 70, 310) for at in (100.0, 120.0, 140.0, 160.0)),
        *(Rule(False, at, 100, 160) for at in (70.0, 150.0, 310.0)),
        Rule(False, 230, 120, 160),
    ]
    printed = [*glyphs("Jaar", 75, 105), *glyphs("Leerlingen", 155, 105), *glyphs("jongens", 155, 125)]
    printed += [
        *glyphs("meisjes", 235, 125),
        *glyphs("2022", 75, 145),
        *glyphs("1", 155, 145),
        *glyphs("2", 235, 145),
    ]
    (found,) = find_grid_tables(printed, rules)
    assert found.rows[0] == ("Jaar", "Leerlingen", "Leerlingen")
    assert found.header_rows == 2


def test_a_frame_around_text_is_no_table() -> None:
    assert find_grid_tables(glyphs("kader", 80, 110), grid([70, 230], [100, 140])) == []


def test_header_rows_are_bold_or_have_no_figures() -> None:
    assert count_header_rows([("Jaar", "Aantal"), ("2022", "12")], [False, False]) == 1
    assert count_header_rows([("a", "b"), ("c", "d"), ("2022", "12")], [True, True, False]) == 2
    assert count_header_rows([("", "2021", "2022"), ("Gent", "5", "6")], [False, False]) == 1


def test_a_group_name_over_two_rows_is_put_into_the_first() -> None:
    rows = [
        ("A", "x", "1"),
        ("", "y", "2"),
        ("B", "x", "3"),
        ("vervolg", "y", "4"),
        ("C", "x", "5"),
        ("", "y", "6"),
    ]
    joined = join_group_names(rows)
    assert joined[2:4] == [("B vervolg", "x", "3"), ("", "y", "4")]


def part(*rows: tuple[str, ...], head: int | None = None) -> FoundTable:
    return FoundTable(Box(70, 300, 100, 200), rows, tuple(False for _ in rows), head)


def test_a_table_that_repeats_its_header_on_the_next_page_goes_on() -> None:
    whole = join_parts(part(("Jaar", "n"), ("1", "2"), head=1), part(("Jaar", "n"), ("3", "4"), head=1))
    assert whole is not None
    assert whole.rows == (("Jaar", "n"), ("1", "2"), ("3", "4"))


def test_a_table_with_another_header_is_another_table() -> None:
    assert (
        join_parts(part(("Jaar", "n"), ("1", "2"), head=1), part(("Stad", "n"), ("3", "4"), head=1)) is None
    )


def test_two_columns_of_text_are_read_one_after_the_other() -> None:
    left = [run("links staat een regel tekst", 70, 100 + 12 * row) for row in range(10)]
    right = [run("rechts staat een andere regel", 320, 100 + 12 * row) for row in range(10)]
    stretches = read_in_order([*left, *right], PAGE)
    assert [len(stretch) for stretch in stretches] == [10, 10]
    assert stretches[0][0].runs[0].text.startswith("links")


def test_a_page_of_one_column_is_one_stretch() -> None:
    text = [
        run("een regel over de hele breedte van de bladzijde die doorloopt", 70, 100 + 12 * row)
        for row in range(10)
    ]
    assert len(read_in_order(text, PAGE)) == 1


def test_two_columns_on_a_part_of_a_page_are_told_by_numbers_that_go_on() -> None:
    page = [
        run("een titel over de hele breedte van de bladzijde die doorloopt tot rechts", 70, 100),
        run("1.", 70, 112), run("Hoeveel zijn er", 90, 112), run("2.", 310, 112), run("Wat kost dat?", 330, 112),
        run("in Vlaanderen?", 90, 124), run("Graag per jaar.", 330, 124),
    ]  # fmt: skip
    texts = [[part.text for line in stretch for part in line.runs] for stretch in read_in_order(page, PAGE)]
    assert texts[1:] == [
        ["1.", "Hoeveel zijn er", "in Vlaanderen?"],
        ["2.", "Wat kost dat?", "Graag per jaar."],
    ]
