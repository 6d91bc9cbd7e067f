from __future__ import annotations

import pytest

from archive.errors import Refusal
from archive.extract import package, read_source, xml_parts
from archive.model.blocks import Table
from archive.model.document import Source
from tests.extract.packages import cell, docx, packed, paragraph, row, table, unpacked
from tests.extract.sources import read_document, texts

RED = '<w:gridSpan w:val="2"/>'
BEGIN, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def tables(content: bytes) -> list[Table]:
    return [line.table for line in read_document(content).lines if line.table]


def run(inner: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr>{inner}</w:r>"


def said(text: str, properties: str = "") -> str:
    return run(f'<w:t xml:space="preserve">{text}</w:t>', properties)


def holder(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def codes(content: bytes) -> list[str]:
    return [note.code for note in read_document(content).notes]


def refused(content: bytes) -> str:
    with pytest.raises(Refusal) as caught:
        read_source(Source("x.docx", content))
    return caught.value.code


def test_paragraphs_are_lines_that_their_author_ended() -> None:
    document = read_document(docx(paragraph("Een") + paragraph("") + paragraph("Twee")))
    assert [(line.text, line.broken) for line in document.lines] == [
        ("Een", False),
        ("", False),
        ("Twee", False),
    ]


def test_a_line_break_ends_a_line_and_a_tab_stays() -> None:
    body = holder(said("1."), run("<w:tab/>"), said("Hoeveel?"), run("<w:br/>"), said("Graag per jaar."))
    assert texts(read_document(docx(body))) == ["1.\tHoeveel?", "Graag per jaar."]


def test_the_title_that_the_document_tells_of_itself_is_metadata() -> None:
    assert read_document(docx(paragraph("Tekst"), title="Een titel")).metadata == (("title", "Een titel"),)


def test_content_controls_and_smart_tags_hold_text() -> None:
    inner = (
        f"<w:sdt><w:sdtContent>{said('twee')}</w:sdtContent></w:sdt><w:smartTag>{said(' drie')}</w:smartTag>"
    )
    body = f"<w:sdt><w:sdtContent>{holder(said('een '), inner)}</w:sdtContent></w:sdt>"
    assert texts(read_document(docx(body))) == ["een twee drie"]


def test_of_a_field_its_result_is_read_and_not_its_instruction() -> None:
    def turn(kind: str) -> str:
        return run(f'<w:fldChar w:fldCharType="{kind}"/>')

    body = holder(
        said("Tabel "),
        turn("begin"),
        run("<w:instrText>SEQ Tabel</w:instrText>"),
        said(" geen resultaat"),
        turn("separate"),
        said("4"),
        turn("end"),
        said(": cijfers"),
    )
    assert texts(read_document(docx(body))) == ["Tabel 4: cijfers"]


def test_a_field_without_an_end_loses_no_later_text() -> None:
    body = holder(run('<w:fldChar w:fldCharType="separate"/>'), said("een")) + paragraph("twee")
    assert texts(read_document(docx(body))) == ["een", "twee"]


def test_symbols_have_the_form_that_is_seen() -> None:
    body = holder(
        run('<w:sym w:font="Symbol" w:char="F0B3"/>'),
        said(" 5 "),
        run('<w:sym w:font="Wingdings" w:char="F0FE"/>'),
        run('<w:sym w:font="Wingdings" w:char="onzin"/>'),
    )
    assert texts(read_document(docx(body))) == ["≥ 5 ☑"]


def test_check_boxes_are_drawn() -> None:
    def box(state: str) -> str:
        return run(
            f'<w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>{state}</w:checkBox></w:ffData></w:fldChar>'
        ) + run('<w:fldChar w:fldCharType="end"/>')

    body = holder(box("<w:checked/>"), said(" ja "), box('<w:default w:val="0"/>'), said(" neen"))
    assert texts(read_document(docx(body))) == ["☒ ja ☐ neen"]


def test_a_fraction_has_a_slash() -> None:
    def part(name: str, text: str) -> str:
        return f"<m:{name}><m:r><m:t>{text}</m:t></m:r></m:{name}>"

    body = holder(said("dat is "), f"<m:oMath><m:f>{part('num', '3')}{part('den', '4')}</m:f></m:oMath>")
    assert texts(read_document(docx(body))) == ["dat is 3/4"]


def test_tracked_changes_leave_what_was_inserted_and_count_what_was_deleted() -> None:
    body = holder(
        said("Er zijn "),
        f"<w:del>{run('<w:delText>zeker geen drie</w:delText>')}</w:del>",
        f"<w:ins>{said('vier')}</w:ins>",
        f"<w:moveFrom>{said(' nooit')}</w:moveFrom>",
        f"<w:moveTo>{said(' scholen')}</w:moveTo>",
    )
    document = read_document(docx(body))
    assert texts(document) == ["Er zijn vier scholen"]
    (note,) = document.notes
    assert (note.code, note.message.split(" ")[0]) == ("deleted_text", "4")
    assert "nooit" not in note.message


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    body = paragraph("Een ", inner="<w:rPr><w:del/></w:rPr>") + paragraph("zin.")
    assert texts(read_document(docx(body))) == ["Een zin."]


def test_a_paragraph_whose_end_was_deleted_is_kept_where_nothing_follows() -> None:
    def cut(text: str) -> str:
        return paragraph(text, inner="<w:rPr><w:del/></w:rPr>")

    made = f"<w:tbl><w:tr><w:tc>{cut('in een')}</w:tc><w:tc>{paragraph('cel')}</w:tc></w:tr></w:tbl>"
    document = read_document(docx(cut("Boven") + made + cut("Onder")))
    assert [line.text or line.table.rows for line in document.lines if line.text or line.table] == [
        "Boven",
        (("in een", "cel"),),
        "Onder",
    ]


def test_hidden_text_is_left_out_and_counted() -> None:
    styles = '<w:style w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
    body = holder(
        said("zichtbaar"), said(" niet zichtbaar", "<w:vanish/>"), said(" ook", '<w:rStyle w:val="H"/>')
    )
    document = read_document(docx(body, styles=styles))
    assert texts(document) == ["zichtbaar"]
    assert [(note.code, note.message.split(" ")[0]) for note in document.notes] == [("hidden_text", "3")]


def test_comments_and_pictures_are_counted() -> None:
    body = holder(said("tekst"), run("<w:drawing/>")) + holder(run("<w:drawing/>"))
    document = read_document(docx(body, comments="<w:comment/>"))
    assert [(note.code, note.message.split(" ")[0]) for note in document.notes] == [
        ("comment", "1"),
        ("picture", "2"),
    ]


def test_a_link_whose_address_is_not_its_text_is_noted() -> None:
    def link(id: str, text: str) -> str:
        return f'<w:hyperlink r:id="{id}">{said(text)}</w:hyperlink>'

    body = holder(
        said("Zie "), link("a", "het rapport"), said(" of "), link("b", "www.vlaanderen.be"), said(".")
    )
    links = {"a": "https://example.org/rapport.pdf", "b": "https://www.vlaanderen.be/"}
    document = read_document(docx(body, links=links))
    assert texts(document) == ["Zie het rapport of www.vlaanderen.be."]
    assert [note.message for note in document.notes] == [
        "'het rapport' leads to https://example.org/rapport.pdf"
    ]


def test_a_link_made_with_a_field_is_noted_too() -> None:
    body = holder(
        run('<w:fldChar w:fldCharType="begin"/>'),
        run('<w:instrText> HYPERLINK "https://example.org/a" \\o "x"</w:instrText>'),
        run('<w:fldChar w:fldCharType="separate"/>'),
        said("hier"),
        run('<w:fldChar w:fldCharType="end"/>'),
    )
    document = read_document(docx(body))
    assert texts(document) == ["hier"]
    assert [note.message for note in document.notes] == ["'hier' leads to https://example.org/a"]


def test_heads_and_feet_of_pages_are_left_out_and_quoted() -> None:
    document = read_document(
        docx(paragraph("Tekst"), header=paragraph("Vlaams Parlement"), footer=paragraph("blz. 1"))
    )
    assert texts(document) == ["Tekst"]
    (note,) = document.notes
    assert note.code == "page_furniture"
    assert note.message.endswith("Vlaams Parlement; blz. 1")


def test_a_text_box_stands_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('In het kader')}</w:txbxContent>"
    twice = (
        f"<mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    body = holder(said("Ervoor"), run(twice)) + paragraph("Erna")
    assert texts(read_document(docx(body))) == ["Ervoor", "In het kader", "Erna"]


def test_a_footnote_stands_after_the_paragraph_that_refers_to_it() -> None:
    notes = (
        f'<w:footnote w:id="0" w:type="separator">{paragraph("streep")}</w:footnote>'
        f'<w:footnote w:id="7">{paragraph("Zie het")}{paragraph("rapport.")}</w:footnote>'
    )
    ends = f'<w:endnote w:id="2">{paragraph("Bron: VDAB.")}</w:endnote>'
    body = (
        holder(said("Er is een noodfonds"), run('<w:footnoteReference w:id="7"/>'), said("."))
        + holder(said("En cijfers"), run('<w:endnoteReference w:id="2"/>'))
        + paragraph("Slot.")
    )
    assert texts(read_document(docx(body, footnotes=notes, endnotes=ends))) == [
        "Er is een noodfonds[1].",
        "[1] Zie het rapport.",
        "En cijfers[i]",
        "[i] Bron: VDAB.",
        "Slot.",
    ]


def test_a_reference_with_a_mark_of_its_own_keeps_that() -> None:
    notes = f'<w:footnote w:id="1">{paragraph("* Voorlopig.")}</w:footnote>'
    body = holder(said("Cijfers"), run('<w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>*</w:t>'))
    assert texts(read_document(docx(body, footnotes=notes))) == ["Cijfers*", "* Voorlopig."]


def test_a_cell_over_columns_says_its_text_in_each_and_one_over_rows_in_the_first() -> None:
    content = docx(
        table(
            row("Jaar", "Provincie", "Aantal"),
            row(cell("2023", BEGIN), "Limburg", "5"),
            row(cell("", GOES_ON), "Antwerpen", "6"),
            row(cell("Totaal", RED), "11"),
        )
    )
    (found,) = tables(content)
    assert found.header == (("Jaar", "Provincie", "Aantal"),)
    assert found.rows == (("2023", "Limburg", "5"), ("", "Antwerpen", "6"), ("Totaal", "Totaal", "11"))
    assert found.origin == "layout"


def test_in_a_header_a_cell_over_rows_names_each_column_whole() -> None:
    content = docx(
        table(
            row(cell("Provincie", BEGIN), cell("Aantal", RED)),
            row(cell("", GOES_ON), "vrouw", "man"),
            row("Limburg", "5", "6"),
        )
    )
    (found,) = tables(content)
    assert found.header == (("Provincie", "Aantal", "Aantal"), ("Provincie", "vrouw", "man"))


def test_rows_that_repeat_on_every_page_are_the_header() -> None:
    content = docx(
        table(
            row("1", "2", properties="<w:tblHeader/>"),
            row("3", "4", properties="<w:tblHeader/>"),
            row("5", "6", properties='<w:tblHeader w:val="0"/>'),
        )
    )
    (found,) = tables(content)
    assert (len(found.header), len(found.rows)) == (2, 1)


def test_bold_rows_are_the_header_also_where_the_style_makes_them_bold() -> None:
    styles = (
        '<w:style w:type="table" w:styleId="T"><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
        "</w:style>"
    )
    made = table(row("Soort", "Doel"), row("boek", "jeugd"), row("strip", "jeugd"))
    styled = made.replace("<w:tbl>", '<w:tbl><w:tblPr><w:tblStyle w:val="T"/></w:tblPr>')
    assert len(tables(docx(styled, styles=styles))[0].header) == 1
    bold = made.replace("<w:t ", "<w:b/><w:t ", 2).replace("<w:r><w:b/>", "<w:r><w:rPr><w:b/></w:rPr>", 2)
    assert len(tables(docx(bold))[0].header) == 1


def test_rows_that_begin_later_are_filled() -> None:
    content = docx(
        table(
            row("a", "b", "c"),
            row("d", properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
        )
    )
    (found,) = tables(content)
    assert (*found.header, *found.rows)[1] == ("", "d", "")


def test_paragraphs_of_a_cell_are_one_text_and_keep_their_numbers() -> None:
    content = docx(table(row(cell("een", inner=paragraph("twee")), "x"), row("3", "4")))
    assert tables(content)[0].header[0] == ("een twee", "x")


def test_a_table_of_one_column_only_frames_its_text() -> None:
    document = read_document(
        docx(table(row("SCHRIFTELIJKE VRAAG"), row(cell("nr. 5", inner=table(row("a", "b"))))))
    )
    assert texts(document) == ["SCHRIFTELIJKE VRAAG", "nr. 5"]
    assert [line.table.rows or line.table.header for line in document.lines if line.table] == [(("a", "b"),)]


def test_a_table_within_a_table_stands_after_it() -> None:
    inner = table(row("x", "y"), row("1", "2"))
    content = docx(
        table(row("a", "b", "c"), row(cell("d", inner=inner), "e", "f"), row("g", "h", "i"))
        + paragraph("erna")
    )
    outer, nested = tables(content)
    assert [*outer.header, *outer.rows][1] == ("d", "e", "f")
    assert [*nested.header, *nested.rows] == [("x", "y"), ("1", "2")]
    assert read_document(content).lines[-1].text == "erna"


def test_notes_of_a_table_stand_after_it() -> None:
    notes = f'<w:footnote w:id="1">{paragraph("Voorlopig.")}</w:footnote>'
    reference = run('<w:footnoteReference w:id="1"/>')
    referring = f"<w:tc>{holder(said('12'), reference)}</w:tc>"
    document = read_document(docx(table(row("a", "b"), row("c", referring)), footnotes=notes))
    assert document.lines[0].table is not None
    assert document.lines[0].table.rows == (("c", "12[1]"),)
    assert texts(document) == ["[1] Voorlopig."]


def test_deleted_rows_are_no_rows() -> None:
    content = docx(table(row("a", "b"), row("1", "2", properties="<w:del/>"), row("3", "4")))
    assert tables(content)[0].rows == (("3", "4"),)
    assert codes(content) == ["deleted_rows"]


def test_a_strict_document_is_read_like_any_other() -> None:
    content = docx(paragraph("Tekst"))
    parts = unpacked(content)
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert texts(read_document(packed(parts))) == ["Tekst"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_that_declares_entities_is_refused(encoding: str) -> None:
    parts = unpacked(docx(paragraph("&een;")))
    declared = '<!DOCTYPE w:document [<!ENTITY een "twee"><!ENTITY uit SYSTEM "file:///etc/passwd">]>'
    parts["word/document.xml"] = (declared + parts["word/document.xml"].decode()).encode(encoding)
    assert refused(packed(parts)) == "unsafe"


def test_what_is_damaged_is_refused() -> None:
    parts = unpacked(docx(paragraph("Tekst")))
    assert refused(packed({**parts, "word/document.xml": parts["word/document.xml"][:-20]})) == "damaged"
    del parts["word/document.xml"]
    assert refused(packed(parts)) == "damaged"


def test_elements_nested_without_end_are_refused() -> None:
    deep = "<w:sdt><w:sdtContent>" * 5000 + paragraph("x") + "</w:sdtContent></w:sdt>" * 5000
    assert refused(docx(deep)) == "damaged"


def test_a_part_that_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "_LARGEST_PART", 10_000)
    assert refused(docx(paragraph("x" * 20_000))) == "too_large"


def test_a_part_with_tags_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_parts, "_MOST_TAGS", 100)
    assert refused(docx("<w:p/>" * 101)) == "too_large"


def test_a_document_without_text_is_refused() -> None:
    assert refused(docx(paragraph(""))) == "no_text"
