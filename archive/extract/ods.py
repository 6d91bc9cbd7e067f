"""OpenDocument spreadsheets (ods): every sheet a table, its values as they are displayed."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import msgspec

from archive.errors import Refusal
from archive.extract.formats import Found
from archive.extract.left_out import left_out_notes
from archive.extract.line_maker import LineMaker
from archive.extract.links import LinkNotes
from archive.extract.number_format import GENERAL, show_number
from archive.extract.odf_names import NAMES, OFFICE, PARAGRAPHS, TABLE, count_of
from archive.extract.odf_styles import OdfStyles
from archive.extract.odf_table import cells_of, read_rows
from archive.extract.odf_text import OdfTextReader
from archive.extract.odt import odf_title
from archive.extract.package import Package, package_kind
from archive.extract.sheets import Merge, Sheet
from archive.model.document import Document, Source
from archive.model.question import Note

MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
# The largest sheets that a program makes.
_MOST_ROWS = 1 << 24
_MOST_COLUMNS = 1 << 16


class OdsFormat(msgspec.Struct, frozen=True):
    """Sure of an archive that says of itself that it is an OpenDocument spreadsheet."""

    name: str = "OpenDocument spreadsheet (ods)"

    def sureness(self, source: Source) -> float:
        """1.0 for a spreadsheet, whatever its name."""
        return 1.0 if package_kind(source.content) == "ods" else 0.0

    def read(self, source: Source) -> Found:
        """One document. Refused as "encrypted", "damaged", "unsafe", "too_large" or "no_text"."""
        try:
            return (_read(Package(source.content, source.name), source),)
        except RecursionError as error:
            cause = "its elements are nested far deeper than any sheet is"
            raise Refusal(source.name, cause, "save it anew", code="damaged") from error


def _read(package: Package, source: Source) -> Document:
    package.refuse_encrypted()
    content = package.xml("content.xml")
    reader = _Reader(OdfStyles(content, package.xml_if_any("styles.xml")))
    lines = LineMaker()
    notes: list[Note] = []
    for table in content.iterfind("office:body/office:spreadsheet/table:table", NAMES):
        name = table.get(f"{TABLE}name", "")
        notes += reader.read(table, Sheet(name, f"{source.name}, sheet {name}")).add_to(lines)
    notes += [*left_out_notes(reader.texts.counts), *reader.links.notes()]
    return lines.document(source, MEDIA_TYPE, odf_title(package), notes)


class _Reader:
    """Reads sheets."""

    def __init__(self, styles: OdfStyles) -> None:
        self._styles = styles
        self.links = LinkNotes()
        self.texts = OdfTextReader(styles, self.links)

    def read(self, table: Element, sheet: Sheet) -> Sheet:
        row = 0
        for found in read_rows(table, _MOST_ROWS):
            # A row that is repeated to the end of the sheet is mostly empty, and then costs nothing.
            for index in range(row, row + found.count):
                if not self._read_row(found.element, index, sheet):
                    break
            row += found.count
        return sheet

    def _read_row(self, row: Element, index: int, sheet: Sheet) -> bool:
        """Puts the cells of a row into the sheet; False where it has none."""
        column = 0
        filled = False
        for cell in cells_of(row):
            count = count_of(cell, f"{TABLE}number-columns-repeated", _MOST_COLUMNS)
            text = self._text(cell)
            if text:
                filled = True
                bold = bool(self._styles.is_bold(cell.get(f"{TABLE}style-name")))
                for place in range(column, column + count):
                    sheet.put(index, place, text, bold)
                self._merge(cell, index, column, sheet)
            column += count
        return filled

    def _merge(self, cell: Element, row: int, column: int, sheet: Sheet) -> None:
        down = count_of(cell, f"{TABLE}number-rows-spanned", _MOST_ROWS)
        across = count_of(cell, f"{TABLE}number-columns-spanned", _MOST_COLUMNS)
        if down > 1 or across > 1:
            sheet.merges.append(Merge(row, column, row + down - 1, column + across - 1))

    def _text(self, cell: Element) -> str:
        """The displayed text; where a program wrote none, the value."""
        self.texts.counts["comment"] += len(cell.findall("office:annotation", NAMES))
        printed = [self.texts.text_of(element) for element in cell if element.tag in PARAGRAPHS]
        text = " ".join(" ".join(printed).split())
        if text:
            return text
        value = cell.get(f"{OFFICE}value")
        if value is not None:
            return show_number(value, "0.##########%" if _is_percentage(cell) else GENERAL)
        return cell.get(f"{OFFICE}string-value") or cell.get(f"{OFFICE}date-value") or ""


def _is_percentage(cell: Element) -> bool:
    return cell.get(f"{OFFICE}value-type") == "percentage"
