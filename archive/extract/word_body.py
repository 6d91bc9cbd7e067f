"""The paragraphs, tables, notes and text boxes of a Word document, as lines in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from archive.extract.cell_grid import EMPTY, Slot, make_table
from archive.extract.line_maker import LineMaker, reference_mark
from archive.extract.word_names import NAMES, W, switch_at, value_at
from archive.extract.word_notes import FoundNote
from archive.extract.word_numbering import Numbering
from archive.extract.word_runs import RunReader
from archive.extract.word_styles import Styles
from archive.extract.word_table import WordCell, WordRow, WordTable, read_shape

_THROUGH = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))


class BodyReader:
    """Reads whatever holds paragraphs: the body, a text box, a cell that only frames text."""

    def __init__(self, lines: LineMaker, runs: RunReader, numbering: Numbering, styles: Styles) -> None:
        self._lines = lines
        self._runs = runs
        self._numbering = numbering
        self._styles = styles
        # Text of paragraphs whose end was deleted: it goes on in the next one.
        self._open = ""
        # What was met inside a table and stands after it.
        self._hanging: list[FoundNote | Element] = []

    def read(self, holder: Element) -> None:
        """Adds the lines of all that `holder` holds."""
        outer, self._open = self._open, ""
        self._read_all(holder)
        self._end_open()
        self._open = outer

    def _read_all(self, holder: Element) -> None:
        for element in holder:
            if element.tag == f"{W}p":
                self._read_paragraph(element)
            elif element.tag == f"{W}tbl":
                self._end_open()
                self._read_table(element)
            elif element.tag in _THROUGH:
                self._read_all(element)
            elif element.tag == f"{W}altChunk":
                self._runs.counts["embedded_document"] += 1

    def _end_open(self) -> None:
        """Ends a paragraph whose end was deleted where no other follows that it could go on in."""
        if self._open.strip():
            self._lines.add_paragraph(self._open)
        self._open = ""

    def note_text(self, note: FoundNote) -> str:
        """The text of a note in one line."""
        texts = [self._runs.text_of(paragraph) for paragraph in note.body.iter(f"{W}p")]
        return " ".join(" ".join(texts).split())

    def _read_paragraph(self, paragraph: Element) -> None:
        text = self._text_of(paragraph)
        boxes, referred = self._runs.boxes, self._runs.referred
        if text is not None:
            self._lines.add_paragraph(text[1], text[0])
        for note in referred:
            self._add_hanging(note)
        for box in boxes:
            self._add_hanging(box)

    def _text_of(self, paragraph: Element) -> tuple[str, str] | None:
        """The mark and the text of a paragraph; None where it goes on in the next one or is hidden."""
        properties = paragraph.find("w:pPr", NAMES)
        text = self._open + self._runs.text_of(paragraph)
        self._open = ""
        if properties is not None and properties.find("w:rPr/w:del", NAMES) is not None:
            self._open = text
            return None
        if not text and switch_at(properties, "w:rPr/w:vanish"):
            return None
        mark = self._numbering.mark(properties)
        # An empty paragraph with a bullet says nothing; one with a number is counted and printed.
        return (mark if text.strip() or mark[:1].isalnum() else ""), text

    def _add_hanging(self, found: FoundNote | Element) -> None:
        if isinstance(found, FoundNote):
            mark = f"{reference_mark(found.label)} " if found.label else ""
            self._lines.add_paragraph(mark + self.note_text(found))
        elif found.tag == f"{W}tbl":
            self._read_table(found)
        else:
            self.read(found)

    def _read_table(self, element: Element) -> None:
        table = read_shape(element)
        self._runs.counts["deleted_rows"] += table.deleted
        if table.is_frame:
            for row in table.rows:
                for cell in row.cells:
                    self.read(cell.element)
            return
        outer, self._hanging = self._hanging, []
        header_bold = self._styles.has_bold_header(value_at(element, "w:tblPr/w:tblStyle"))
        made = make_table(self._slots(table, header_bold), None, table.header_rows or None)
        if any(text for row in (*made.header, *made.rows) for text in row):
            self._lines.add_table(made)
        hanging, self._hanging = self._hanging, outer
        for found in hanging:
            self._add_hanging(found)

    def _slots(self, table: WordTable, header_bold: bool) -> list[list[Slot]]:
        rows: list[list[Slot]] = []
        for row in table.rows:
            above = rows[-1] if rows else []
            rows.append(list(self._row_slots(row, above, header_bold and not rows)))
        return rows

    def _row_slots(self, row: WordRow, above: list[Slot], bold_by_style: bool) -> Iterator[Slot]:
        column = row.before
        yield from [EMPTY] * row.before
        for cell in row.cells:
            text, bold = self._cell_text(cell)
            joins = cell.below and column < len(above)
            for place in range(column, column + cell.across):
                if joins and not text:
                    over = above[place] if place < len(above) else EMPTY
                    yield Slot(over.text, over.bold, place > column, below=True)
                else:
                    yield Slot(text, bold or bold_by_style, place > column)
            column += cell.across
        yield from [EMPTY] * row.after

    def _cell_text(self, cell: WordCell) -> tuple[str, bool]:
        """The text of a cell in one line, and whether all of it is bold."""
        texts: list[str] = []
        bold: list[bool] = []
        for element in _blocks(cell.element):
            if element.tag == f"{W}tbl":
                self._hanging.append(element)
                continue
            found = self._text_of(element)
            self._hanging += [*self._runs.referred, *self._runs.boxes]
            if found is not None and found[1].strip():
                texts.append("".join(found))
                style = value_at(element, "w:pPr/w:pStyle")
                bold.append(self._runs.was_bold() or self._styles.is_bold(style))
        texts.append(self._open)
        self._open = ""
        return " ".join(" ".join(texts).split()), bool(bold) and all(bold)


def _blocks(holder: Element) -> Iterator[Element]:
    for element in holder:
        if element.tag in {f"{W}p", f"{W}tbl"}:
            yield element
        elif element.tag in _THROUGH:
            yield from _blocks(element)
