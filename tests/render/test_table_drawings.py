"""The charts of tables of documents, and what is said of them in words."""

from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from archive.model.blocks import Table
from archive.model.tables import NumberedTable, tables_of
from archive.render.catalogue import load_catalogue
from archive.render.table_drawings import Drawing, table_drawings
from tests.records import supporting
from tests.reports import table

DUTCH = load_catalogue("nl")


def drawings(drawn: Table) -> tuple[Drawing, ...]:
    (numbered,) = tables_of(supporting(blocks=(drawn,)))
    return table_drawings(numbered, DUTCH)


def named(drawing: Drawing) -> tuple[str, str]:
    """The name and the description of the picture."""
    picture = ElementTree.fromstring(drawing.picture).find("svg")
    assert picture is not None
    return picture.findtext("title") or "", picture.findtext("desc") or ""


def test_a_chart_has_the_name_of_its_table() -> None:
    (one,) = drawings(table("Jaar | A", "2021 | 1", "2022 | 2", caption="Erkende bedrijven"))
    assert named(one) == ("Erkende bedrijven", "Lijnen van 2021 tot 2022. De getallen staan in de tabel.")


def test_a_chart_of_a_table_without_a_caption_has_its_number() -> None:
    (one,) = drawings(table("Provincie | A", "Antwerpen | 1", "Limburg | 2"))
    assert named(one) == ("Tabel 1", "Staven voor Antwerpen tot Limburg. De getallen staan in de tabel.")


def test_a_unit_is_told() -> None:
    (one,) = drawings(table("Provincie | Bedrag in euro", "Antwerpen | 1", "Limburg | 2"))
    assert (one.unit, named(one)[0]) == ("In €", "Tabel 1 (In €)")


def test_a_table_of_one_unit_without_a_name_needs_no_word_for_it() -> None:
    (one,) = drawings(table("Provincie | A", "Antwerpen | 1", "Limburg | 2"))
    assert (one.unit, one.notes) == ("", ())


def test_what_there_is_no_room_for_is_told() -> None:
    (one,) = drawings(table("| 2021 | 2022", *(f"Soort {place} | {place} | 5" for place in range(1, 13))))
    assert one.notes == ("De 8 grootste van 12 reeksen zijn getekend.",)


def test_rows_that_there_is_no_room_for_are_told() -> None:
    (one,) = drawings(table("Gemeente | A", *(f"G{place} | {place}" for place in range(2000))))
    assert one.notes == ("De 72 grootste van 2.000 rijen zijn getekend.",)


def test_a_table_of_words_has_no_chart() -> None:
    assert drawings(table("Naam | Adres", "Jan | Straat")) == ()


CELLS = st.sampled_from(
    [
        "2021",
        "2022 K1",
        "Totaal",
        "5",
        "-6,5%",
        "€ 7",
        "-",
        "",
        "1.000.000",
        "0,000000000001",
        "9" * 400,
        "\x00<",
    ]
)
GRIDS = st.integers(1, 5).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width).map(tuple), max_size=7)
)


@settings(max_examples=60)
@given(GRIDS, st.integers(0, 2))
def test_every_chart_of_any_table_is_well_formed(grid: list[tuple[str, ...]], header: int) -> None:
    drawn = NumberedTable(None, tuple(grid[:header]), tuple(grid[header:]), "layout", number=1)
    for one in table_drawings(drawn, DUTCH):
        ElementTree.fromstring(one.picture)
