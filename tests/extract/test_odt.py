from __future__ import annotations

import pytest

from archive.errors import Refusal
from archive.extract import read_source
from archive.model.document import Document, Source
from tests.extract.packages import odf
from tests.extract.sources import read_document, texts

NUMBERED = (
    '<text:list-style style:name="L">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>'
    '<text:list-level-style-bullet text:level="3" text:bullet-char="\uf0b7"/></text:list-style>'
)


def read(body: str, **parts: str) -> Document:
    return read_document(odf("text", body, **parts))


def p(inner: str, style: str = "P") -> str:
    return f'<text:p text:style-name="{style}">{inner}</text:p>'


def entry(*inner: str, more: str = "") -> str:
    return f"<text:list-item {more}>{''.join(inner)}</text:list-item>"


def listed(*entries: str, more: str = 'text:style-name="L"') -> str:
    return f"<text:list {more}>{''.join(entries)}</text:list>"


def cell(inner: str, more: str = "") -> str:
    return f"<table:table-cell {more}>{p(inner)}</table:table-cell>"


COVERED = "<table:covered-table-cell/>"


def row(*cells: str) -> str:
    made = "".join(one if one.startswith("<table:") else cell(one) for one in cells)
    return f"<table:table-row>{made}</table:table-row>"


def table(*rows: str) -> str:
    return f"<table:table>{''.join(rows)}</table:table>"


def rows_of(document: Document) -> list[list[tuple[str, ...]]]:
    return [[*line.table.header, *line.table.rows] for line in document.lines if line.table]


def test_paragraphs_and_headings_are_lines_that_their_author_ended() -> None:
    document = read(f'<text:h text:outline-level="1">Kop</text:h>{p("Tekst")}')
    assert [(line.text, line.broken) for line in document.lines] == [("Kop", False), ("Tekst", False)]


def test_blanks_are_folded_and_those_meant_are_kept() -> None:
    document = read(p('a\n   b<text:s text:c="2"/>c<text:tab/>d<text:line-break/>e'))
    assert texts(document) == ["a b  c\td", "e"]


def test_lower_levels_begin_again_under_each_higher_number() -> None:
    inner = listed(entry(p("a")), entry(p("b")), more="")
    assert texts(read(listed(entry(p("1"), inner), entry(p("2"), inner)), automatic=NUMBERED)) == [
        "1. 1",
        "a) a",
        "b) b",
        "2. 2",
        "a) a",
        "b) b",
    ]


def test_only_the_first_paragraph_of_an_entry_has_its_number() -> None:
    assert texts(read(listed(entry(p("een"), p("twee"))), automatic=NUMBERED)) == ["1. een", "twee"]


def test_each_list_counts_for_itself() -> None:
    body = listed(entry(p("x"))) + p("tussen") + listed(entry(p("y")))
    assert texts(read(body, automatic=NUMBERED)) == ["1. x", "tussen", "1. y"]


@pytest.mark.parametrize(
    "more",
    [
        'text:style-name="L" text:continue-numbering="true"',
        'text:style-name="L" text:continue-list="eerste"',
        'text:style-name="L" text:continue-list="nergens"',
    ],
)
def test_a_list_may_go_on(more: str) -> None:
    body = listed(entry(p("x")), more='text:style-name="L" xml:id="eerste"') + p("tussen")
    body += listed(entry(p("y")), more=more)
    assert texts(read(body, automatic=NUMBERED)) == ["1. x", "tussen", "2. y"]


def test_a_lower_level_goes_on_within_a_list_that_goes_on() -> None:
    body = listed(entry(p("x"), listed(entry(p("a")), more=""))) + p("tussen")
    body += listed(
        entry(listed(entry(p("b")), more="")), more='text:style-name="L" text:continue-numbering="true"'
    )
    assert texts(read(body, automatic=NUMBERED)) == ["1. x", "a) a", "tussen", "b) b"]


def test_an_entry_may_begin_anew() -> None:
    body = listed(entry(p("x")), entry(p("y"), more='text:start-value="7"'), entry(p("z")))
    assert texts(read(body, automatic=NUMBERED)) == ["1. x", "7. y", "8. z"]


def test_an_entry_in_another_style_counts_with_its_list() -> None:
    other = (
        '<text:list-style style:name="M"><text:list-level-style-number text:level="1" '
        'style:num-format="I" style:num-prefix="(" style:num-suffix=")"/></text:list-style>'
    )
    body = listed(entry(p("x")), entry(p("y"), more='text:style-override="M"'))
    body += listed(entry(p("z")), more='text:style-name="M" text:continue-numbering="true"')
    assert texts(read(body, automatic=NUMBERED + other)) == ["1. x", "(II) y", "(III) z"]


def test_the_header_of_a_list_has_no_number() -> None:
    body = f'<text:list text:style-name="L"><text:list-header>{p("kop")}</text:list-header>{entry(p("x"))}</text:list>'
    assert texts(read(body, automatic=NUMBERED)) == ["kop", "1. x"]


def test_bullets_of_a_private_font_are_plain() -> None:
    body = listed(entry(listed(entry(listed(entry(p("x")), more="")), more="")))
    assert texts(read(body, automatic=NUMBERED)) == ["• x"]


def test_the_style_of_a_paragraph_may_name_the_list() -> None:
    styles = (
        '<style:style style:name="P" style:parent-style-name="Q"/>'
        '<style:style style:name="Q" style:list-style-name="L"/>'
    )
    assert texts(read(listed(entry(p("x")), more=""), automatic=NUMBERED + styles)) == ["1. x"]


def test_higher_levels_may_be_printed_too() -> None:
    style = (
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"/>'
        '<text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2" '
        'style:num-suffix="."/></text:list-style>'
    )
    body = listed(entry(p("x"), listed(entry(p("y")), more="")))
    assert texts(read(body, automatic=style)) == ["1 x", "1.1. y"]


def test_headings_may_be_numbered() -> None:
    styles = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/>'
        "</text:outline-style>"
    )
    body = '<text:h text:outline-level="1">Een</text:h><text:h text:outline-level="1">Twee</text:h>'
    assert texts(read(body, styles=styles)) == ["I. Een", "II. Twee"]


def test_a_footnote_stands_after_the_paragraph_that_refers_to_it() -> None:
    note = (
        f"<text:note><text:note-citation>1</text:note-citation><text:note-body>{p('Zie het')}{p('rapport.')}"
        "</text:note-body></text:note>"
    )
    assert texts(read(p(f"Een noodfonds{note}.") + p("Slot."))) == [
        "Een noodfonds[1].",
        "[1] Zie het rapport.",
        "Slot.",
    ]


def test_a_text_box_stands_after_its_paragraph() -> None:
    box = f"<draw:frame><draw:text-box>{p('In het kader')}</draw:text-box></draw:frame>"
    assert texts(read(p(f"Ervoor{box}") + p("Erna"))) == ["Ervoor", "In het kader", "Erna"]


def test_what_is_left_out_is_counted() -> None:
    hidden = '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    changes = (
        "<text:tracked-changes><text:changed-region><text:deletion>"
        f"{p('drie woorden weg')}</text:deletion></text:changed-region></text:tracked-changes>"
    )
    body = changes + p(
        'zichtbaar<text:span text:style-name="H"> en niet</text:span>'
        f"<office:annotation>{p('opmerking')}</office:annotation>"
        "<draw:frame><draw:object/><draw:image/></draw:frame>"
    )
    document = read(body, automatic=hidden)
    assert texts(document) == ["zichtbaar"]
    assert [(note.code, note.message.split(" ")[0]) for note in document.notes] == [
        ("deleted_text", "3"),
        ("hidden_text", "2"),
        ("comment", "1"),
        ("picture", "1"),
    ]


def test_a_link_whose_address_is_not_its_text_is_noted() -> None:
    document = read(p('<text:a xlink:href="https://example.org/a">het rapport</text:a>'))
    assert [note.message for note in document.notes] == ["'het rapport' leads to https://example.org/a"]


def test_heads_and_feet_of_pages_are_left_out_and_quoted() -> None:
    styles = (
        f"<office:master-styles><style:master-page><style:header>{p('Vlaams Parlement')}</style:header>"
        f"<style:footer>{p('blz. <text:page-number>1</text:page-number>')}</style:footer></style:master-page>"
        "</office:master-styles>"
    )
    (note,) = read(p("Tekst"), styles=styles).notes
    assert (note.code, note.message.rpartition(": ")[2]) == ("page_furniture", "Vlaams Parlement; blz. 1")


def test_sections_and_tables_of_contents_hold_text_and_hidden_sections_do_not() -> None:
    body = (
        f"<text:section>{p('a')}</text:section><text:table-of-content><text:index-body>{p('b')}</text:index-body>"
        f'</text:table-of-content><text:section text:display="none">{p("weg")}</text:section>'
    )
    assert texts(read(body)) == ["a", "b"]


def test_a_cell_over_columns_says_its_text_in_each_and_one_over_rows_in_the_first() -> None:
    body = table(
        row("Jaar", "Provincie", "Aantal"),
        row(cell("2023", 'table:number-rows-spanned="2"'), "Limburg", "5"),
        row(COVERED, "Antwerpen", "6"),
        row(cell("Totaal", 'table:number-columns-spanned="2"'), COVERED, "11"),
    )
    assert rows_of(read(body)) == [
        [
            ("Jaar", "Provincie", "Aantal"),
            ("2023", "Limburg", "5"),
            ("", "Antwerpen", "6"),
            ("Totaal", "Totaal", "11"),
        ]
    ]


def test_in_a_header_a_cell_over_rows_names_each_column_whole() -> None:
    body = table(
        row(
            cell("Provincie", 'table:number-rows-spanned="2"'),
            cell("Aantal", 'table:number-columns-spanned="2"'),
            COVERED,
        ),
        row(COVERED, "vrouw", "man"),
        row("Limburg", "5", "6"),
    )
    (line,) = read(body).lines
    assert line.table is not None
    assert line.table.header == (("Provincie", "Aantal", "Aantal"), ("Provincie", "vrouw", "man"))


def test_a_cell_over_rows_and_columns_covers_them_all() -> None:
    wide = cell("samen", 'table:number-columns-spanned="2" table:number-rows-spanned="2"')
    body = table(row("a", "b", "c"), row(wide, COVERED, "1"), row(COVERED, COVERED, "2"), row("x", "y", "3"))
    assert rows_of(read(body))[0][1:] == [("samen", "samen", "1"), ("", "", "2"), ("x", "y", "3")]


def test_header_rows_are_told_by_the_markup() -> None:
    head = f"<table:table-header-rows>{row('1', '2')}{row('3', '4')}</table:table-header-rows>"
    (line,) = read(table(head, row("5", "6"))).lines
    assert line.table is not None
    assert len(line.table.header) == 2


def test_a_table_of_one_column_only_frames_its_text_and_a_table_within_it_is_a_table() -> None:
    inner = f"<table:table-cell>{p('kader')}{table(row('a', 'b'))}</table:table-cell>"
    document = read(table(row(inner)))
    assert texts(document) == ["kader"]
    assert rows_of(document) == [[("a", "b")]]


def test_numbers_in_cells_are_printed() -> None:
    body = table(row(f"<table:table-cell>{listed(entry(p('x')))}</table:table-cell>", "y"))
    assert rows_of(read(body, automatic=NUMBERED)) == [[("1. x", "y")]]


def _refused(content: bytes) -> str:
    with pytest.raises(Refusal) as caught:
        read_source(Source("x.odt", content))
    return caught.value.code


def test_a_locked_document_is_refused_as_such() -> None:
    manifest = {"META-INF/manifest.xml": "<manifest:encryption-data NAMES/>"}
    assert _refused(odf("text", p("x"), **manifest)) == "encrypted"


def test_lists_nested_without_end_are_refused() -> None:
    deep = "<text:list><text:list-item>" * 3000 + p("x") + "</text:list-item></text:list>" * 3000
    assert _refused(odf("text", deep)) == "damaged"


def test_a_document_without_text_is_refused() -> None:
    assert _refused(odf("text", p(""))) == "no_text"
