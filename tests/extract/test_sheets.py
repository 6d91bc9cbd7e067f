"""Spreadsheets: every sheet a table of displayed values."""

from __future__ import annotations

import time

import pytest

from archive.errors import Refusal
from archive.extract import read_source, sheets
from archive.model.blocks import Table
from archive.model.document import Source
from tests.extract.packages import odf, xlsx
from tests.extract.sources import read_document, texts


def c(value: object, *, kind: str = "n", style: int = 0, at: str = "", formula: str = "") -> str:
    place = f'r="{at}"' if at else ""
    made = f"<f>{formula}</f>" if formula else ""
    return f'<c {place} t="{kind}" s="{style}">{made}<v>{value}</v></c>'


def t(text: str, at: str = "", style: int = 0) -> str:
    place = f'r="{at}"' if at else ""
    return f'<c {place} t="inlineStr" s="{style}"><is><t>{text}</t></is></c>'


def row(*cells: str, at: int | None = None) -> str:
    place = f'r="{at}"' if at else ""
    return f"<row {place}>{''.join(cells)}</row>"


def tables(content: bytes) -> list[Table]:
    return [line.table for line in read_document(content).lines if line.table]


def cells(content: bytes) -> list[tuple[str, ...]]:
    (found,) = tables(content)
    return [*found.header, *found.rows]


def refused(content: bytes) -> str:
    with pytest.raises(Refusal) as caught:
        read_source(Source("x.xlsx", content))
    return caught.value.code


def test_every_sheet_is_a_table_with_its_name() -> None:
    found = tables(xlsx({"2023": row(t("a"), t("b")), "leeg": "", "2024": row(t("c"), t("d"))}))
    assert [(one.caption, one.rows) for one in found] == [("2023", (("a", "b"),)), ("2024", (("c", "d"),))]


def test_values_are_shown_by_their_format() -> None:
    content = xlsx(
        {"x": row(c(1234.5, style=1), c(0.125, style=2), c(45407, style=3), c(1234.5))},
        formats=("#,##0.00", "0.0%", "d/mm/yyyy"),
    )
    assert cells(content) == [("1.234,50", "12,5%", "25/04/2024", "1234,5")]


def test_a_workbook_may_count_its_days_from_1904() -> None:
    content = xlsx({"x": row(c(0, style=1), t("b"))}, formats=("d/mm/yyyy",), properties='date1904="1"')
    assert cells(content)[0][0] == "1/01/1904"


def test_texts_may_stand_apart_with_a_look_of_their_own() -> None:
    texts = ("<t>een</t>", "<r><t>tw</t></r><r><t>ee</t></r><rPh><t>nee</t></rPh>", "<t>a_x000D_b</t>")
    content = xlsx({"x": row(*(c(at, kind="s") for at in (0, 1, 2, 9)))}, texts=texts)
    assert cells(content) == [("een", "twee", "a b")]


def test_of_a_formula_the_value_kept_with_it_is_shown() -> None:
    content = xlsx(
        {
            "x": row(
                c(5, formula="2+2"), c("ja", kind="str", formula="A1"), c(1, kind="b"), c("#N/A", kind="e")
            ),
        }
    )
    assert cells(content) == [("5", "ja", "WAAR", "#N/A")]


def test_a_formula_without_a_value_stays_empty_and_is_noted() -> None:
    content = xlsx({"x": row(t("a"), "<c><f>1+1</f></c>", t("b"))})
    document = read_document(content)
    assert cells(content) == [("a", "", "b")]
    assert [note.code for note in document.notes] == ["formula_without_value"]


def test_empty_rows_and_columns_around_the_table_are_cut() -> None:
    content = xlsx(
        {
            "x": row(t("a", "C5"), t("b", "D5"), at=5)
            + row(t(" ", "F9"), at=9)
            + row(t("c", "D7"), t("d", "C7"), at=7)
        }
    )
    assert cells(content) == [("a", "b"), ("", ""), ("d", "c")]


def test_a_title_above_the_table_and_a_source_below_it_are_lines() -> None:
    rows = row(t("Aantal leerlingen")) + row() + row(t("Jaar"), t("Aantal")) + row(t("2023"), t("5"))
    document = read_document(xlsx({"x": rows + row() + row(t("Bron: AgODi"))}))
    assert [line.text or "TABEL" for line in document.lines] == ["Aantal leerlingen", "TABEL", "Bron: AgODi"]


@pytest.mark.parametrize(
    ("first", "merges", "is_title"),
    [
        (t("Aantal", "A1"), "", True),
        (t("Aantal", "A1"), '<mergeCell ref="A1:C1"/>', True),
        (t("Aantal", "A1"), '<mergeCell ref="A1:B1"/>', False),
        (t("Aantal", "B1"), '<mergeCell ref="B1:C1"/>', False),
        (t("Aantal", "B1"), "", False),
    ],
)
def test_a_title_of_the_whole_is_told_from_a_name_over_some_columns(
    first: str, merges: str, is_title: bool
) -> None:
    rows = row(first) + row(t("Jaar"), t("vrouw"), t("man")) + row(c(2023), c(5), c(6))
    document = read_document(xlsx({"x": rows}, merges=merges))
    assert (texts(document) == ["Aantal"]) is is_title


def test_a_row_with_a_name_only_right_under_the_others_stays_a_row() -> None:
    content = xlsx({"x": row(t("a"), t("b")) + row(t("c"), t("d")) + row(t("Onbekend"))})
    assert cells(content)[-1] == ("Onbekend", "")


def test_a_list_in_one_column_is_a_table_of_one_column() -> None:
    assert cells(xlsx({"x": row(t("a")) + row(t("b"))})) == [("a",), ("b",)]


def test_merged_cells_are_told_as_in_other_tables() -> None:
    rows = row(t("Provincie"), t("Aantal")) + row(t("", "A2"), t("vrouw", "B2"), t("man", "C2"))
    rows += row(t("Limburg"), c(1), c(2))
    found = tables(xlsx({"x": rows}, merges='<mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/>'))[0]
    assert found.header == (("Provincie", "Aantal", "Aantal"), ("Provincie", "vrouw", "man"))
    assert found.rows == (("Limburg", "1", "2"),)


def test_bold_rows_are_the_header() -> None:
    rows = (
        row(t("Soort", style=1), t("Doel", style=1))
        + row(t("boek"), t("jeugd"))
        + row(t("strip"), t("jeugd"))
    )
    assert len(tables(xlsx({"x": rows}))[0].header) == 1


def test_a_hidden_sheet_is_read_and_noted() -> None:
    document = read_document(xlsx({"a": row(t("x")), "b": row(t("y"))}, hidden=("b",)))
    assert [note.message for note in document.notes] == ["the sheet 'b' is hidden in the workbook"]
    assert len(document.lines) == 2


def test_cells_in_far_corners_do_not_make_a_table_of_billions() -> None:
    content = xlsx({"x": row(t("a", "A1"), at=1) + row(t("b", "XFD1048576"), at=1048576)})
    assert cells(content) == [("a", ""), ("", "b")]
    assert [note.code for note in read_document(content).notes] == ["sparse_sheet"]


def test_far_too_many_cells_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_CELLS", 10)
    assert refused(xlsx({"x": row(*[t("a")] * 11)})) == "too_large"


def test_merged_cells_that_cover_each_other_without_end_end() -> None:
    rows = row(t("a"), t("b")) + row(t("c", "A2"), t("d", "Z2000"), at=2000)
    merges = '<mergeCell ref="A1:XFD1048576"/>' * 20_000
    begun = time.process_time()
    assert len(cells(xlsx({"x": rows}, merges=merges))) == 2000
    # Filled one by one they would take minutes.
    assert time.process_time() - begun < 20


def test_a_workbook_without_values_is_refused() -> None:
    assert refused(xlsx({"x": row(c("")) + row("<c/>")})) == "no_text"


def ods(body: str) -> bytes:
    return odf("spreadsheet", f'<table:table table:name="Blad">{body}</table:table>')


def o(inner: str, more: str = "") -> str:
    return f"<table:table-cell {more}>{inner}</table:table-cell>"


def test_an_opendocument_shows_the_text_that_it_displays() -> None:
    body = o("<text:p>1.234,50 €</text:p>", 'office:value-type="float" office:value="1234.5"')
    body += o("", 'office:value-type="percentage" office:value="0.125"') + o("", 'office:value="2.5"')
    body += o("", 'office:date-value="2024-04-25"')
    assert cells(ods(f"<table:table-row>{body}</table:table-row>")) == [
        ("1.234,50 €", "12,5%", "2,5", "2024-04-25")
    ]


def test_repeated_cells_and_rows_are_repeated_and_empty_ones_cost_nothing() -> None:
    twice = o("<text:p>x</text:p>", 'table:number-columns-repeated="2"')
    body = f'<table:table-row table:number-rows-repeated="2">{twice}</table:table-row>'
    empty = o("", 'table:number-columns-repeated="16384"')
    body += f'<table:table-row table:number-rows-repeated="1048574">{empty}</table:table-row>'
    assert cells(ods(body)) == [("x", "x"), ("x", "x")]


def test_a_cell_repeated_over_a_whole_sheet_is_refused() -> None:
    full = o("<text:p>x</text:p>", 'table:number-columns-repeated="16384"')
    body = f'<table:table-row table:number-rows-repeated="1048576">{full}</table:table-row>'
    assert refused(ods(body)) == "too_large"


def test_merged_cells_of_an_opendocument() -> None:
    head = o("<text:p>Aantal</text:p>", 'table:number-columns-spanned="2"') + "<table:covered-table-cell/>"
    body = f"<table:table-row>{o('')}{head}</table:table-row>"
    body += f"<table:table-row>{o('<text:p>5</text:p>') * 3}</table:table-row>"
    assert cells(ods(body)) == [("", "Aantal", "Aantal"), ("5", "5", "5")]


def csv(text: str, encoding: str = "utf-8") -> list[tuple[str, ...]]:
    return cells(text.encode(encoding))


@pytest.mark.parametrize("mark", [";", "\t", ",", "|"])
def test_the_mark_between_the_cells_is_found(mark: str) -> None:
    rows = [("Provincie", "2022", "2023"), ("Limburg", "5", "6"), ("Antwerpen", "7", "8")]
    assert csv("\r\n".join(mark.join(one) for one in rows)) == rows


def test_excel_may_tell_the_mark() -> None:
    assert csv("sep=;\na;b\n1;2") == [("a", "b"), ("1", "2")]


def test_quoted_cells_may_hold_marks_quotes_and_line_breaks() -> None:
    assert csv('a;b\n"een;twee";"zei ""ja"""\n"x\ny";3\n4;5')[1:] == [
        ("een;twee", 'zei "ja"'),
        ("x y", "3"),
        ("4", "5"),
    ]


def test_numbers_with_a_decimal_comma_are_no_cells_apart() -> None:
    assert csv("naam;bedrag\na;1,5\nb;2,5")[1] == ("a", "1,5")


def test_a_title_above_the_rows_is_a_line() -> None:
    document = read_document(b"Cijfers 2023\n\nnaam;aantal\na;1\nb;2\nc;3\n")
    assert texts(document) == ["Cijfers 2023"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_a_table_as_text_is_decoded_as_text_is(encoding: str) -> None:
    assert csv("naam;aantal\ngeïndexeerd;1\nb;2", encoding)[1] == ("geïndexeerd", "1")


@pytest.mark.parametrize(
    "text",
    [
        "Begeleidingsvoorwaarden zijn:\n- niet vervuld;\n- te laat;\n- ongeldig;\n",
        "Jan, Piet, Els\nAn, Tom, Bart\nLies, Koen, Dirk\n",
        "Een zin, met een komma.\nNog een, met een komma.\nEn nog een, met een komma.\n",
        "naam;aantal\n",
        "a\nb\nc\nd\n",
    ],
)
def test_a_text_with_such_marks_is_no_table(text: str) -> None:
    assert read_document(text.encode()).media_type == "text/plain"
