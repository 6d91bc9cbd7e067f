"""Documents that are small and ask for much: PDF, office documents, HTML and JSON."""

from __future__ import annotations

import zlib
from collections.abc import Callable

from benchmarks.safety.bomb_parts import MEGABYTE, deflated_zeros, pdf, raw_zip, stream, zipped

_CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
_FONT = b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
_TEXT = b"BT /F1 12 Tf 72 720 Td (Tekst) Tj ET "
_FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] "
_NEXT = b"/Resources << /XObject << /X 5 0 R >> >>"
_SHOWS_FORM = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] %s /Contents 4 0 R >>" % _NEXT
_DEEP = 100_000
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)
_SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/{}" ContentType="application/vnd.openxmlformats-officedocument.{}.main+xml"/></Types>'  # noqa: E501
_RELATION = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}"/></Relationships>'  # noqa: E501


def _pages(*pages: bytes, more: tuple[bytes, ...] = ()) -> bytes:
    kids = b" ".join(b"%d 0 R" % (number + 3) for number in range(len(pages)))
    return pdf((_CATALOGUE, b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)), *pages, *more))


def _page(entries: bytes) -> bytes:
    return b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] %s %s >>" % (_FONT, entries)


def flate_in_flate() -> bytes:
    """A page whose stream is 1 GiB, packed twice into some kilobytes."""
    packed = zlib.compress(deflated_zeros(1024), 9)
    return _pages(_page(b"/Contents 4 0 R"), more=(stream(packed, b"/Filter [/FlateDecode /FlateDecode]"),))


def flate_of_text() -> bytes:
    """A page that shows the same word a million times."""
    packed = zlib.compress(_TEXT * 1_000_000, 9)
    return _pages(_page(b"/Contents 4 0 R"), more=(stream(packed, b"/Filter /FlateDecode"),))


def ascii_in_ascii() -> bytes:
    """A stream packed with forty filters."""
    return _pages(
        _page(b"/Contents 4 0 R"),
        more=(stream(b"00" * 50_000, b"/Filter [%s]" % (b"/ASCIIHexDecode " * 40)),),
    )


def nested_forms() -> bytes:
    """Ten forms, each of which shows the next ten times: ten thousand million words."""
    forms = []
    for level in range(10):
        following = b"/X Do " * 10 if level < 9 else _TEXT
        entries = _FORM + _FONT.replace(b"<< /Font", b"<< /XObject << /X %d 0 R >> /Font" % (level + 6))
        forms.append(stream(following, entries))
    return _pages(_SHOWS_FORM, more=(stream(b"/X Do"), *forms))


def form_in_itself() -> bytes:
    """A form that shows itself."""
    return _pages(_SHOWS_FORM, more=(stream(b"/X Do"), stream(b"/X Do /X Do", _FORM + _NEXT)))


def table_of_places_in_a_ring() -> bytes:
    """Two tables of places, each of which names the other as the earlier one."""
    whole = _pages(_page(b"/Contents 4 0 R"), more=(stream(_TEXT),))
    place = whole.index(b"xref\n")
    ring = b"trailer\n<< /Size 5 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n"
    return whole[: whole.index(b"trailer")] + ring % (place, place)


def pages_in_a_ring() -> bytes:
    """Pages that are their own parents and children."""
    return pdf(
        (_CATALOGUE, b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>", b"<< /Type /Pages /Kids [2 0 R] >>")
    )


def pages_without_end() -> bytes:
    """Twelve levels of pages, each of which names the next ten times."""
    levels = [
        b"<< /Type /Pages /Count 1000000000 /Kids [%s] >>" % (b"%d 0 R " % (number + 3) * 10)
        for number in range(12)
    ]
    return pdf((_CATALOGUE, *levels, _page(b"/Contents 15 0 R"), stream(_TEXT)))


def many_pages() -> bytes:
    """Two hundred thousand times the same page."""
    kids = b"3 0 R " * 200_000
    return pdf(
        (
            _CATALOGUE,
            b"<< /Type /Pages /Kids [%s] /Count 200000 >>" % kids,
            _page(b"/Contents 4 0 R"),
            stream(_TEXT),
        )
    )


def deep_arrays() -> bytes:
    """A page whose contents are an array in an array, a hundred thousand deep."""
    return _pages(_page(b"/Contents " + b"[" * _DEEP + b"]" * _DEEP))


def deep_dictionaries() -> bytes:
    """A dictionary in a dictionary, as deep."""
    return _pages(_page(b"/A " + b"<< /A " * _DEEP + b">> " * _DEEP))


def deep_operands() -> bytes:
    """A page that opens arrays and keeps graphics states without end."""
    return _pages(_page(b"/Contents 4 0 R"), more=(stream(b"[" * _DEEP + b" q" * _DEEP),))


def long_numbers() -> bytes:
    """Numbers of a million figures."""
    return _pages(
        _page(b"/Rotate %s /Contents 4 0 R" % (b"9" * 1_000_000)), more=(stream(b"9" * 1_000_000 + b" Tc"),)
    )


def predictor() -> bytes:
    """A stream of places that claims a thousand million columns."""
    entries = b"/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 1000000000 /Colors 99 >>"
    return _pages(_page(b"/Contents 4 0 R"), more=(stream(zlib.compress(b"x" * 1000), entries),))


def wide_page() -> bytes:
    """A word beyond the end of every sheet of paper, and one of an endless size."""
    words = b"BT /F1 1e308 Tf 1e308 -1e308 Td (Tekst) Tj ET BT /F1 0 Tf 1 0 0 0 0 0 Tm (Tekst) Tj ET"
    return _pages(_page(b"/Contents 4 0 R"), more=(stream(words),))


def deep_json() -> bytes:
    """A record whose blocks are a million arrays."""
    return b'{"kind":"supporting_document","blocks":' + b"[" * 1_000_000


def deep_unknown_json() -> bytes:
    """Unknown JSON, as deep, and closed again."""
    return b"[" * 500_000 + b"]" * 500_000


def long_json_number() -> bytes:
    """A number of a million figures."""
    return b'{"kind":"written_question","number":' + b"9" * 1_000_000 + b"}"


def many_json_keys() -> bytes:
    """An open-data record of a million keys."""
    return b'{"vraagnummer":1,' + b",".join(b'"%d":[]' % number for number in range(1_000_000)) + b"}"


def deep_html() -> bytes:
    """Three hundred thousand elements within each other."""
    return b"<!doctype html><html><body>" + b"<div><b>" * 150_000 + b"Tekst"


def deep_tables() -> bytes:
    """Tables within tables."""
    return b"<!doctype html><html><body>" + b"<table><tr><td>" * 20_000 + b"Tekst"


def wide_cells() -> bytes:
    """A thousand cells that each claim to be as large as a table may be."""
    cell = b"<tr>" + b'<td colspan="65534" rowspan="65534">x</td>' * 10 + b"</tr>"
    return b"<!doctype html><html><body><table>" + cell * 100 + b"</table>"


def many_attributes() -> bytes:
    """One element with half a million attributes."""
    inner = b" ".join(b'a%d="%d"' % (number, number) for number in range(500_000))
    return b"<!doctype html><html><body><p " + inner + b">Tekst</p>"


def open_comment() -> bytes:
    """Half a million beginnings of comments, declarations and marks."""
    return b"<!doctype html><html><body>" + b"<!--<![CDATA[&#x110000;<" * 200_000


def _word(body: str) -> bytes:
    return zipped(
        (
            ("[Content_Types].xml", _TYPES.format("word/document.xml", "wordprocessingml.document").encode()),
            ("_rels/.rels", _RELATION.format("officeDocument", "word/document.xml").encode()),
            ("word/document.xml", f"<w:document {_WORD}><w:body>{body}</w:body></w:document>".encode()),
        )
    )


def laughing_xml() -> bytes:
    """A document of Word whose entities name each other."""
    entities = "".join(f'<!ENTITY l{number} "{f"&l{number - 1};" * 10}">' for number in range(1, 10))
    body = f'<!DOCTYPE w:document [<!ENTITY l0 "lach">{entities}]><w:document {_WORD}><w:body><w:p><w:r><w:t>&l9;</w:t>'
    return zipped(
        (
            ("[Content_Types].xml", _TYPES.format("word/document.xml", "wordprocessingml.document").encode()),
            ("_rels/.rels", _RELATION.format("officeDocument", "word/document.xml").encode()),
            ("word/document.xml", body.encode()),
        )
    )


def deep_word() -> bytes:
    """A document of Word with elements within each other."""
    return _word("<w:p>" + "<w:r>" * _DEEP + "</w:r>" * _DEEP + "</w:p>")


def wide_word() -> bytes:
    """A table of Word whose cells claim to be wide and high."""
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>'
    return _word(f"<w:tbl>{f'<w:tr>{cell * 10}</w:tr>' * 100}</w:tbl>")


def large_word() -> bytes:
    """A document of Word whose part is 1 GiB of blanks."""
    packed = deflated_zeros(1024)[2:-4]
    return raw_zip("word/document.xml", packed, 1 << 30)


def many_tags_of_word() -> bytes:
    """A document of Word with ten million empty paragraphs."""
    return _word("<w:p/>" * 10_000_000)


def _sheet(rows: str, more: str = "") -> bytes:
    book = f'<workbook {_SHEET} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>'  # noqa: E501
    sheet = f"<worksheet {_SHEET}><sheetData>{rows}</sheetData>{more}</worksheet>"
    return zipped(
        (
            ("[Content_Types].xml", _TYPES.format("xl/workbook.xml", "spreadsheetml.sheet").encode()),
            ("_rels/.rels", _RELATION.format("officeDocument", "xl/workbook.xml").encode()),
            ("xl/_rels/workbook.xml.rels", _RELATION.format("worksheet", "worksheets/sheet1.xml").encode()),
            ("xl/workbook.xml", book.encode()),
            ("xl/worksheets/sheet1.xml", sheet.encode()),
        )
    )


def far_cell() -> bytes:
    """A sheet with a cell in its furthest corner, and one beyond."""
    cell = '<row r="{1}"><c r="{0}{1}" t="inlineStr"><is><t>x</t></is></c></row>'
    return _sheet(cell.format("A", 1) + cell.format("XFD", 1_048_576) + cell.format("ZZZZZZ", 999_999_999))


def merged_sheet() -> bytes:
    """A sheet of which all cells are one."""
    row = '<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>'
    return _sheet(row, '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>' * 100)


def _odf(kind: str, body: str) -> bytes:
    content = f"<office:document-content {_ODF}><office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"  # noqa: E501
    names = {"text": "text", "spreadsheet": "spreadsheet"}
    return zipped(
        (
            ("mimetype", f"application/vnd.oasis.opendocument.{names[kind]}".encode()),
            ("content.xml", content.encode()),
        )
    )


def repeated_cells() -> bytes:
    """A sheet of OpenDocument whose cells and rows repeat themselves a thousand million times."""
    cell = (
        '<table:table-cell table:number-columns-repeated="1000000000"><text:p>x</text:p></table:table-cell>'
    )
    row = f'<table:table-row table:number-rows-repeated="1000000000">{cell}</table:table-row>'
    return _odf("spreadsheet", f'<table:table table:name="a">{row}</table:table>')


def repeated_blanks() -> bytes:
    """A text of OpenDocument with a thousand million blanks in a row, ten times."""
    return _odf("text", '<text:p>a<text:s text:c="1000000000"/>b</text:p>' * 10)


def deep_lists() -> bytes:
    """A text of OpenDocument with lists within lists."""
    return _odf("text", "<text:list><text:list-item>" * 50_000 + "</text:list-item></text:list>" * 50_000)


def long_line() -> bytes:
    """A text of one line of thirty million characters."""
    return b"SCHRIFTELIJKE VRAAG " + b"1. a) " * 5_000_000


def many_lines() -> bytes:
    """A text of millions of numbers alone on their lines."""
    return b"SCHRIFTELIJKE VRAAG\nnr. 1\n" + b"".join(b"%d.\n" % number for number in range(1_000_000))


def many_blanks() -> bytes:
    """A text whose lines end in a hundred thousand blanks."""
    return b"Titel\n\n" + (b"a" + b" " * 100_000 + b"\n") * 50


def many_marks() -> bytes:
    """A text of characters that add to the one before."""
    return b"Titel\n\na" + "\u0301\u0327".encode() * 500_000


def wide_table_of_text() -> bytes:
    """A table with a million separators in a row."""
    return b"a" + b";" * 1_000_000 + b"\n1" + b";" * 1_000_000 + b"\n" + b'"' * MEGABYTE


DOCUMENTS: dict[str, Callable[[], bytes]] = {
    f"{make.__name__.replace('_', '-')}.{kind}": make
    for kind, makes in {
        "pdf": (
            flate_in_flate,
            flate_of_text,
            ascii_in_ascii,
            nested_forms,
            form_in_itself,
            table_of_places_in_a_ring,
            pages_in_a_ring,
            pages_without_end,
            many_pages,
            deep_arrays,
            deep_dictionaries,
            deep_operands,
            long_numbers,
            predictor,
            wide_page,
        ),
        "json": (deep_json, deep_unknown_json, long_json_number, many_json_keys),
        "html": (deep_html, deep_tables, wide_cells, many_attributes, open_comment),
        "docx": (laughing_xml, deep_word, wide_word, large_word, many_tags_of_word),
        "xlsx": (far_cell, merged_sheet),
        "ods": (repeated_cells,),
        "odt": (repeated_blanks, deep_lists),
        "txt": (long_line, many_lines, many_blanks, many_marks),
        "csv": (wide_table_of_text,),
    }.items()
    for make in makes
}
"""What makes each bomb, by the name of its file."""
