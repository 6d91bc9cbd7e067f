"""Tables as text (csv): rows of cells with a semicolon, comma or tab between them."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

import msgspec

from archive.errors import Refusal
from archive.extract.decoding import decode_text, first_lines
from archive.extract.formats import Found
from archive.extract.line_maker import LineMaker
from archive.extract.sheets import Sheet
from archive.extract.signatures import name_of_content
from archive.model.document import Source

MEDIA_TYPE = "text/csv"
_ROWS_LOOKED_AT = 200
# Excel in Dutch writes semicolons. A semicolon or tab is rarer in a text than a comma, and is tried first.
_FEWEST_CELLS = {";": 2, "\t": 2, ",": 3, "|": 2}
_DELIMITERS = "".join(_FEWEST_CELLS)
_TOLD = "sep="
_FEWEST_ROWS = 3
_LONGEST_CELL = 300
_ALIKE = 0.9
_MOST_ODD = 4


class CsvFormat(msgspec.Struct, frozen=True):
    """Bids a little more than plain text for rows that nearly all have the same number of cells."""

    name: str = "table as text (csv)"

    def sureness(self, source: Source) -> float:
        """0.2 where the first lines are rows of a table."""
        start = first_lines(source.content)
        decoded = decode_text(start) if name_of_content(start) is None else None
        return 0.2 if decoded and _delimiter(decoded.text) else 0.0

    def read(self, source: Source) -> Found:
        """One document. Refused as "binary", "damaged" or "too_large"."""
        decoded, start = decode_text(source.content), decode_text(first_lines(source.content))
        delimiter = _delimiter(start.text) if start else None
        if decoded is None or delimiter is None:
            raise Refusal(source.name, "the content is no table", "save it as UTF-8", code="binary")
        sheet = Sheet(None, source.name)
        try:
            for row, cells in enumerate(_rows(decoded.text, delimiter)):
                for column, cell in enumerate(cells):
                    sheet.put(row, column, cell)
        except csv.Error as error:
            cause = f"a row cannot be read ({error})"
            raise Refusal(source.name, cause, "see whether it opens elsewhere", code="damaged") from error
        lines = LineMaker()
        notes = [*decoded.notes, *sheet.add_to(lines)]
        return (lines.document(source, MEDIA_TYPE, "", notes),)


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    begin = text.find("\n") + 1 if text.startswith(_TOLD) else 0
    return csv.reader(io.StringIO(text[begin:], newline=""), delimiter=delimiter)


def _delimiter(text: str) -> str | None:
    """What parts the cells, None where the text is no table."""
    if text.startswith(_TOLD) and text[len(_TOLD) : len(_TOLD) + 1] in _DELIMITERS:
        return text[len(_TOLD)]
    return next((one for one in _DELIMITERS if _parts_rows(text, one)), None)


def _parts_rows(text: str, delimiter: str) -> bool:
    """Whether the text is rows of about as many cells each, which are not pieces of sentences."""
    try:
        read = list(islice(_rows(text, delimiter), _ROWS_LOOKED_AT)) if delimiter in text else []
    except csv.Error:
        return False
    rows = [row for row in read if any(cell.strip() for cell in row)]
    if len(rows) < _FEWEST_ROWS:
        return False
    width, count = Counter(map(len, rows)).most_common(1)[0]
    if width < _FEWEST_CELLS[delimiter] or not _mostly(count, len(rows)):
        return False
    cells = [cell for row in rows for cell in row[1:] if cell.strip()]
    # In a list of a text the lines end with a semicolon; in a sentence a blank follows on a comma.
    spaced = sum(cell.startswith(" ") for cell in cells)
    return len(cells) * 2 >= count and spaced * 3 <= len(cells) and max(map(len, cells)) <= _LONGEST_CELL


def _mostly(count: int, of: int) -> bool:
    """A title may stand above the rows of a table, and a source below them."""
    return count >= of * _ALIKE or (of - count <= _MOST_ODD and count > 2 * (of - count))
