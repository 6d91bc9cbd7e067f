"""Tables of which an extractor printed one cell a line; "¦" stands for a line's end with a blank."""

from __future__ import annotations

from archive.parse.cell_lines import CellTable, find_cell_tables


def find(text: str) -> list[CellTable]:
    return find_cell_tables(text.replace("¦", " ").splitlines())


def test_rows_are_found_by_the_kinds_that_recur() -> None:
    (found,) = find(
        "Jaar¦\nBeslissing\n# Limburg\n#totaal\n% Limburg\n2020\n70\n638\n10,97%\n2021\n49\n514\n9,53%"
    )
    assert found.table.header == (("Jaar Beslissing", "# Limburg", "#totaal", "% Limburg"),)
    assert found.table.rows == (("2020", "70", "638", "10,97%"), ("2021", "49", "514", "9,53%"))
    assert (found.start, found.end) == (0, 13)


def test_words_broken_without_a_hyphen_are_joined() -> None:
    (found,) = find(
        "Jaar¦\nBeslissin\ng\nToegekend\ne steun\n2020\n€¦\n14.282,00\n2021\n€¦\n11.748,00\n2022\n€ 9,00"
    )
    assert found.table.header == (("Jaar Beslissing", "Toegekende steun"),)
    assert found.table.rows[0] == ("2020", "€ 14.282,00")


def test_empty_cell_keeps_its_place() -> None:
    (found,) = find("2022\n4\n12\n2023\n¦\n2\n2024\n3\n8")
    assert found.table.rows[1] == ("2023", "", "2")


def test_empty_line_of_a_page_break_is_no_cell() -> None:
    (found,) = find("2022\n4\n12\n\n2023\n5\n2\n2024\n3\n8")
    assert len(found.table.rows) == 3


def test_total_row_of_words_ends_the_table() -> None:
    (found,) = find("2022\n4\n12\n2023\n5\n2\nEindtotaal\n9\n14\n3.\nEen volgend antwoord.")
    assert found.table.rows[-1] == ("Eindtotaal", "9", "14")


def test_header_cells_that_cannot_be_told_apart_are_left_above() -> None:
    (found,) = find("Jaar\nBeslissing\nAantal\nLimburg\n2022\n4\n2023\n5\n2024\n6")
    assert found.table.header == ()
    assert found.start == 4


def test_caption_above_the_header_is_no_cell() -> None:
    (found,) = find("Tabel 3b geeft de evolutie weer.¦\nJaar\nAantal\n2022\n4\n2023\n5\n2024\n6")
    assert found.table.header == (("Jaar", "Aantal"),)
    assert found.start == 1


def test_running_text_holds_no_table() -> None:
    assert find("Er waren 48 aanvragen.\n2024\nDaarvan zijn er 12 goedgekeurd.\n2023\nNiets meer.") == []


def test_a_long_list_of_numbers_takes_little_time() -> None:
    assert find("\n".join(["1"] * 20_000)) == []
