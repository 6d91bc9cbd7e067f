from __future__ import annotations

import pytest

from archive.errors import Refusal
from archive.extract import read_source
from archive.model.blocks import Table
from archive.model.document import Source
from tests.extract.sources import read_document, texts


def _read(body: str) -> list[str]:
    return texts(read_document(f"<!doctype html><html><body>{body}</body></html>".encode()))


def _table(body: str) -> Table:
    document = read_document(f"<html><body><p>Boven</p><table>{body}</table></body></html>".encode())
    (table,) = [line.table for line in document.lines if line.table]
    return table


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<h1>Kop</h1><p>Een <b>vette</b>\n  alinea</p>los", ["Kop", "Een vette alinea", "los"]),
        ("een<br>twee<br/>drie", ["een", "twee", "drie"]),
        ("<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", ["• a", "• b", "• c"]),
        ("<ol start=3><li>a</li><li><p>b</p></li></ol>", ["3. a", "4. b"]),
        ("<ol type='a'><li>x</li><li>y</li></ol>", ["a) x", "b) y"]),
        (
            "<p>zicht&shy;baar &amp; goed</p><script>weg()</script><style>weg</style><!-- weg -->",
            ["zicht\xadbaar & goed"],
        ),
        ("<p hidden>weg</p><p>blijft</p>", ["blijft"]),
        ("<table><tr><td><p>een kolom</p></td></tr></table>", ["een kolom"]),
    ],
)
def test_what_a_reader_sees_becomes_lines(body: str, lines: list[str]) -> None:
    assert _read(body) == lines


def test_a_table_stands_in_its_place_cell_by_cell() -> None:
    table = _table(
        "<caption>Premies</caption><tr><th>Jaar<th>Aantal</tr><tr><td>2023</td><td> 1.246 </td></tr>"
    )
    assert table == Table("Premies", (("Jaar", "Aantal"),), (("2023", "1.246"),), "layout")


def test_a_cell_over_columns_says_its_text_in_each_and_one_over_rows_only_in_the_first() -> None:
    table = _table(
        "<tr><th rowspan=2>Provincie</th><th colspan=2>Vrouwen</th></tr><tr><th>2022</th><th>2023</th></tr>"
        "<tr><td>Limburg</td><td>1</td><td>2</td></tr>"
    )
    assert table.header == (("Provincie", "Vrouwen", "Vrouwen"), ("", "2022", "2023"))
    assert table.rows == (("Limburg", "1", "2"),)


def test_a_cell_that_claims_to_span_thousands_of_columns_is_not_believed() -> None:
    assert _table("<tr><td colspan=99999>breed</td><td rowspan=x>a</td></tr>").rows == (("breed", "a"),)


def test_elements_nested_ten_thousand_deep_are_read() -> None:
    assert _read("<div>" * 10_000 + "diep" + "</div>" * 10_000) == ["diep"]


def test_tables_nested_ten_thousand_deep_are_read() -> None:
    document = read_document(
        b"<!doctype html><html><body>"
        + b"<table><tr><td>" * 10_000
        + b"<table><tr><td>a</td><td>b</td></tr></table>"
    )
    assert [line.table.rows for line in document.lines if line.table] == [(("a", "b"),)]


def test_the_title_of_the_page_is_metadata() -> None:
    document = read_document(b"<html><head><title>Vraag  386</title></head><body><p>x</p></body></html>")
    assert document.metadata == (("title", "Vraag 386"),)


def test_the_encoding_that_a_page_declares_is_believed_where_it_is_no_utf_8() -> None:
    page = "<html><head><meta charset='iso-8859-15'></head><body><p>5 € café</p></body></html>"
    assert texts(read_document(page.encode("iso-8859-15"))) == ["5 € café"]


def test_a_page_without_text_is_refused() -> None:
    with pytest.raises(Refusal) as caught:
        read_source(Source("x.html", b"<html><body><img src=x></body></html>"))
    assert caught.value.code == "no_text"
