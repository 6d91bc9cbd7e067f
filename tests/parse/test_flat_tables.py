"""Tables flattened to text, rebuilt: the shapes are quoted from real answers."""

from __future__ import annotations

from archive.model.blocks import Preformatted, Table
from archive.parse.flat_header import find_units, split_header
from archive.parse.flat_tables import Rebuilt, rebuild_tables


def rebuild(text: str, units: frozenset[str] = frozenset()) -> Rebuilt:
    """The blocks of lines; "¦" stands for the end of a line with the blank that marks a broken one."""
    return rebuild_tables(text.replace("¦", " ").splitlines(), units)


def only_table(text: str, units: frozenset[str] = frozenset()) -> Table:
    (block,) = rebuild(text, units).blocks
    assert isinstance(block, Table)
    return block


def test_one_column_of_figures() -> None:
    table = only_table("Provincie # Bedrijven¦\nAntwerpen 562¦\nWest-Vlaanderen 436¦\nTotaal 998¦")
    assert table.header == (("Provincie", "# Bedrijven"),)
    assert table.rows == (("Antwerpen", "562"), ("West-Vlaanderen", "436"), ("Totaal", "998"))
    assert table.origin == "inferred"


def test_header_cells_glued_over_lines_are_parted_at_their_periods() -> None:
    table = only_table("2022 -¦\nK12022 -¦\nK22023 - K1\n0 - 4 VTE 81 84 86\n100+ VTE 2 2 3")
    assert table.header == (("", "2022 - K1", "2022 - K2", "2023 - K1"),)
    assert table.rows == (("0 - 4 VTE", "81", "84", "86"), ("100+ VTE", "2", "2", "3"))


def test_header_words_glued_in_small_letters_are_parted_where_both_stand_elsewhere() -> None:
    table = only_table(
        "Uitstroom LDE -¦\njaargemiddelden WZWuitstroom uit¦\nwerkloosheid%uitstroom uit¦\n"
        "werkloosheiduitstroom¦\nwerk%uitstroom¦\nwerk\n2020 1126 75 6,6% 61 5,4%\n2021 1147 93 8,1% 80 6,9%"
    )
    assert table.header == (
        (
            "Uitstroom LDE - jaargemiddelden",
            "WZW",
            "uitstroom uit werkloosheid",
            "%uitstroom uit werkloosheid",
            "uitstroom werk",
            "%uitstroom werk",
        ),
    )
    assert table.rows[0] == ("2020", "1126", "75", "6,6%", "61", "5,4%")


def test_abbreviation_glued_to_a_word() -> None:
    table = only_table(
        "collectief¦\nmaatwerk LDEarbeidsmatige¦\nactiviteiten\n2022 K1 7.787 1.129 3.148\n2022 K2 7.473 1.073 3.180"
    )
    assert table.header == (("", "collectief maatwerk", "LDE", "arbeidsmatige activiteiten"),)
    assert table.rows[0] == ("2022 K1", "7.787", "1.129", "3.148")


def test_names_of_several_words_are_not_split() -> None:
    text = "leeftijd CMW LDE AMA WSE\n-25 jaar 690 63 357\n60 jaar en + 648 77 149"
    assert only_table(text, frozenset({"AMA WSE"})).header == (("leeftijd", "CMW", "LDE", "AMA WSE"),)


def test_units_are_names_in_brackets() -> None:
    assert find_units("activiteiten (AMA WSE) en (Lokale diensten)") == frozenset({"AMA WSE"})


def test_row_broken_over_lines_is_joined() -> None:
    table = only_table(
        "2022 2023 2024\n18-19 60 62 60\nTotaal¦\ntewerkgesteld18.139 18.166 18.563\n"
        "Contingent  2.152,54¦\n2.153,14  2.153,14"
    )
    assert table.rows[1:] == (
        ("Totaal tewerkgesteld", "18.139", "18.166", "18.563"),
        ("Contingent", "2.152,54", "2.153,14", "2.153,14"),
    )


def test_figure_that_belongs_to_the_name_of_a_row() -> None:
    table = only_table("Leeftijd 2022 2023\n<20 5 9\n20-30 264 265\nboven¦\n60 171 159")
    assert table.rows == (("<20", "5", "9"), ("20-30", "264", "265"), ("boven 60", "171", "159"))


def test_groups_of_rows_have_a_column_of_their_own() -> None:
    table = only_table(
        "Provincie  Toegekend¦\n- nieuwToegekend -¦\nevaluatie\nAntwerpen Werkgevers 553 182\n Zelfstandigen 25 12\n"
        " Totaal 578 194\nOost-\nVlaanderen Werkgevers 441 126\n Zelfstandigen 25 7\n Totaal 466 133"
    )
    assert table.header == (("Provincie", "", "Toegekend - nieuw", "Toegekend - evaluatie"),)
    assert table.rows[0] == ("Antwerpen", "Werkgevers", "553", "182")
    assert table.rows[1] == ("", "Zelfstandigen", "25", "12")
    assert table.rows[3] == ("Oost-Vlaanderen", "Werkgevers", "441", "126")


def test_empty_cells_are_a_guess_that_is_told() -> None:
    rebuilt = rebuild("Leeftijd Werknemers Zelfstandigen Totaal\n18-19 2 2\n25-29 71 2 73\n30-34 60 2 62")
    (table,) = rebuilt.blocks
    assert isinstance(table, Table)
    assert table.rows[0] == ("18-19", "2", "", "2")
    assert rebuilt.guesses == ((0, "which cells are empty in 1 of 3 rows, from '18-19 2 2' on"),)


def test_tables_below_each_other_are_parted() -> None:
    rebuilt = rebuild(
        "leeftijd CMW LDE\n-25 jaar 690 63\nEindtotaal 690 63\nopleiding CMW LDE\nja 1 2\nnee 3 4"
    )
    assert [block.header for block in rebuilt.blocks if isinstance(block, Table)] == [
        (("leeftijd", "CMW", "LDE"),),
        (("opleiding", "CMW", "LDE"),),
    ]


def test_name_of_the_first_row_broken_below_a_finished_header() -> None:
    table = only_table("Waarden AMA\nAantal adviezen min. 3 maand geleden¦\ngegeven 6194\nmet uitstroom 1029")
    assert table.rows[0] == ("Aantal adviezen min. 3 maand geleden gegeven", "6194")


def test_lines_without_rows_stay_preformatted() -> None:
    assert rebuild("Provincie Bedrijven\nAntwerpen veel\nLimburg weinig").blocks == (
        Preformatted(("Provincie Bedrijven", "Antwerpen veel", "Limburg weinig")),
    )


def test_header_that_fits_no_width_leaves_the_lines() -> None:
    (block,) = rebuild("naam\n1 2 3\n4 5 6").blocks
    assert isinstance(block, Preformatted)


def test_every_word_of_the_lines_stands_in_the_blocks() -> None:
    text = "Leeftijd Werknemers Totaal\n18-19 2 2\n25-29 71 73\nBron: VDAB"
    words = sorted(text.split())
    found = []
    for block in rebuild(text).blocks:
        cells = (
            block.lines
            if isinstance(block, Preformatted)
            else [c for r in (*block.header, *block.rows) for c in r]
        )
        found += " ".join(cells).split()
    assert sorted(found) == words


def test_long_header_is_not_tried() -> None:
    assert split_header([" ".join(["woord"] * 200)], [3], frozenset()) is None
