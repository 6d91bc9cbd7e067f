"""Excel workbooks (xlsx): every sheet a table, its values as they are displayed. No formula is ever worked out."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from archive.errors import Refusal
from archive.extract.formats import Found
from archive.extract.line_maker import LineMaker
from archive.extract.package import Package, package_kind
from archive.extract.sheets import Sheet
from archive.extract.xlsx_cells import CellReader, merge_at, place_of, text_of
from archive.extract.xlsx_names import NAMES, REL_ID, S
from archive.extract.xlsx_styles import read_styles
from archive.model.document import Document, Source
from archive.model.question import Note

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ROWS = frozenset({f"{S}row", f"{S}mergeCell"})
_TEXTS = frozenset({f"{S}si"})
_ON = frozenset({"1", "true", "on"})


class XlsxFormat(msgspec.Struct, frozen=True):
    """Sure of an archive whose list of contents says that it is an Excel workbook."""

    name: str = "Excel (xlsx)"

    def sureness(self, source: Source) -> float:
        """1.0 for a workbook, whatever its name."""
        return 1.0 if package_kind(source.content) == "xlsx" else 0.0

    def read(self, source: Source) -> Found:
        """One document. Refused as "encrypted", "damaged", "unsafe", "too_large" or "no_text"."""
        try:
            return (_Workbook(Package(source.content, source.name)).document(source),)
        except RecursionError as error:
            cause = "its elements are nested far deeper than any sheet is"
            raise Refusal(source.name, cause, "save it anew", code="damaged") from error


class _Workbook:
    def __init__(self, package: Package) -> None:
        main = package.main_part()
        self._package = package
        self._main = main[1] if main else ""
        self._relations = package.relations(self._main)
        self._root = package.xml(self._main)
        properties = self._root.find("s:workbookPr", NAMES)
        from_1904 = properties is not None and properties.get("date1904", "") in _ON
        styles = self._part("styles")
        self._cells = CellReader(
            list(self._shared_texts()),
            read_styles(package.xml(styles) if styles else None),
            from_1904,
        )

    def document(self, source: Source) -> Document:
        lines = LineMaker()
        notes: list[Note] = []
        hidden: list[str] = []
        for element in self._root.iterfind("s:sheets/s:sheet", NAMES):
            relation = self._relations.get(element.get(REL_ID, ""))
            # Sheets of charts and of macros hold no cells.
            if relation is None or relation.kind != "worksheet" or not self._package.has(relation.target):
                continue
            name = element.get("name", "")
            notes += self._read_sheet(name, relation.target).add_to(lines)
            if element.get("state", "visible") != "visible":
                hidden.append(name)
        notes += [
            Note("hidden_sheet", f"the sheet '{name}' is hidden in the workbook", "tables") for name in hidden
        ]
        notes += self._cells.notes()
        return lines.document(source, MEDIA_TYPE, self._package.office_title(), notes)

    def _part(self, kind: str) -> str | None:
        found = (one.target for one in self._relations.values() if one.kind == kind and not one.outside)
        return next((part for part in found if self._package.has(part)), None)

    def _shared_texts(self) -> Iterator[str]:
        part = self._part("sharedStrings")
        if part is not None:
            yield from map(text_of, self._package.elements(part, _TEXTS))

    def _read_sheet(self, name: str, part: str) -> Sheet:
        sheet = Sheet(name, f"{self._package.name}, sheet {name}")
        row = -1
        for element in self._package.elements(part, _ROWS):
            if element.tag == f"{S}mergeCell":
                merge = merge_at(element.get("ref", ""))
                if merge is not None:
                    sheet.merges.append(merge)
                continue
            told = element.get("r", "")
            row = int(told) - 1 if told.isdecimal() and int(told[:8]) > 0 else row + 1
            column = -1
            for cell in element.iterfind("s:c", NAMES):
                place = place_of(cell.get("r", ""))
                column = place[1] if place else column + 1
                text, bold = self._cells.read(cell)
                sheet.put(row, column, text, bold)
        return sheet
