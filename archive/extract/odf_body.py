"""The paragraphs, lists, tables, notes and text boxes of an OpenDocument text, as lines in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from archive.extract.cell_grid import MOST_CELLS, WIDEST, Slot, make_table
from archive.extract.line_maker import LineMaker, reference_mark
from archive.extract.odf_lists import Lists, OpenList
from archive.extract.odf_names import DRAW, PARAGRAPHS, TABLE, TEXT, count_of
from archive.extract.odf_table import OdfRow, Spans, cells_of, columns_over, read_rows
from archive.extract.odf_text import OdfNote, OdfTextReader, words_in

# Elements that only hold others.
_THROUGH = frozenset(
    f"{TEXT}{name}"
    for name in (
        "section", "table-of-content", "alphabetical-index", "illustration-index", "table-index", "user-index",
        "object-index", "bibliography", "index-body", "index-title",
    )
)  # fmt: skip
_ENTRIES = frozenset({f"{TEXT}list-item", f"{TEXT}list-header"})
_MOST_ROWS = 1_000


class OdfBodyReader:
    """Reads whatever holds paragraphs: the body, a text box, a note, a cell that only frames text."""

    def __init__(self, lines: LineMaker, texts: OdfTextReader, lists: Lists) -> None:
        self._lines = lines
        self._texts = texts
        self._lists = lists
        self._hanging: list[OdfNote | Element] = []

    def read(self, holder: Element) -> None:
        """Adds the lines of all that `holder` holds."""
        for element, mark in self._blocks(holder, None):
            if element.tag == f"{TABLE}table":
                self._read_table(element)
            elif element.tag.startswith(DRAW):
                self.read(element)
            else:
                self._read_paragraph(element, mark)

    def note_text(self, note: OdfNote) -> str:
        """The text of a note in one line."""
        texts = [self._texts.text_of(element) for element in note.body.iter() if element.tag in PARAGRAPHS]
        return " ".join(" ".join(texts).split())

    def _blocks(self, holder: Element, current: OpenList | None) -> Iterator[tuple[Element, str]]:
        """The paragraphs (with their marks), tables and shapes in an element, in order."""
        for element in holder:
            if element.tag in PARAGRAPHS:
                yield element, self._mark(element, current)
            elif element.tag == f"{TABLE}table" or element.tag.startswith(DRAW):
                yield element, ""
            elif element.tag == f"{TEXT}list":
                yield from self._entries(element, self._lists.open(element, current))
            elif element.tag == f"{TEXT}tracked-changes":
                self._texts.counts["deleted_text"] += sum(map(words_in, element.iter(f"{TEXT}deletion")))
            elif element.tag == f"{TEXT}section" and element.get(f"{TEXT}display") == "none":
                self._texts.counts["hidden_text"] += words_in(element)
            elif element.tag in _THROUGH:
                yield from self._blocks(element, current)

    def _entries(self, element: Element, current: OpenList) -> Iterator[tuple[Element, str]]:
        for entry in element:
            if entry.tag in _ENTRIES:
                self._lists.enter(current, entry)
                yield from self._blocks(entry, current)

    def _mark(self, paragraph: Element, current: OpenList | None) -> str:
        if current is not None:
            return self._lists.mark(current, paragraph.get(f"{TEXT}style-name"))
        return self._lists.heading_mark(paragraph) if paragraph.tag == f"{TEXT}h" else ""

    def _read_paragraph(self, paragraph: Element, mark: str) -> None:
        text = self._texts.text_of(paragraph)
        hanging = self._texts.hanging
        self._lines.add_paragraph(text, mark if text.strip() or mark[:1].isalnum() else "")
        for found in hanging:
            self._add_hanging(found)

    def _add_hanging(self, found: OdfNote | Element) -> None:
        if isinstance(found, OdfNote):
            mark = f"{reference_mark(found.label)} " if found.label else ""
            self._lines.add_paragraph(mark + self.note_text(found))
        elif found.tag == f"{TABLE}table":
            self._read_table(found)
        else:
            self.read(found)

    def _read_table(self, element: Element) -> None:
        rows = [row for row in read_rows(element, _MOST_ROWS) for _ in range(row.count)]
        if _is_frame(rows):
            for row in rows:
                for cell in cells_of(row.element):
                    self.read(cell)
            return
        outer, self._hanging = self._hanging, []
        spans = Spans({})
        slots = [list(self._row_slots(row.element, spans)) for row in rows]
        head = next((index for index, row in enumerate(rows) if not row.is_header), len(rows))
        made = make_table(slots, None, head or None)
        if any(text for texts in (*made.header, *made.rows) for text in texts):
            self._lines.add_table(made)
        hanging, self._hanging = self._hanging, outer
        for found in hanging:
            self._add_hanging(found)

    def _row_slots(self, row: Element, spans: Spans) -> Iterator[Slot]:
        column = 0
        left: Slot | None = None
        reach = 0
        for cell in cells_of(row):
            for _ in range(count_of(cell, f"{TABLE}number-columns-repeated", WIDEST)):
                slot = spans.place(cell, column, self._cell(cell), left if column < reach else None)
                if column >= reach:
                    left, reach = slot, column + columns_over(cell)
                yield slot
                column += 1

    def _cell(self, cell: Element) -> Slot:
        """The text of a cell in one line, and whether all of it is bold."""
        texts: list[str] = []
        bold: list[bool] = []
        for element, mark in self._blocks(cell, None):
            if element.tag not in PARAGRAPHS:
                self._hanging.append(element)
                continue
            text = self._texts.text_of(element)
            self._hanging += self._texts.hanging
            if text.strip():
                texts.append(mark + text)
                bold.append(self._texts.was_bold())
        return Slot(" ".join(" ".join(texts).split()), bool(bold) and all(bold))


def _is_frame(rows: list[OdfRow]) -> bool:
    """Whether a table only places text on the page: one column, or cells that mostly hold other tables."""
    width, cells, holding = 0, 0, 0
    for row in rows:
        across = 0
        for cell in cells_of(row.element):
            across += count_of(cell, f"{TABLE}number-columns-repeated", WIDEST)
            cells += 1
            holding += cell.find(f".//{TABLE}table") is not None
        width = max(width, across)
    return width < 2 or width * len(rows) > MOST_CELLS or holding * 4 > cells
