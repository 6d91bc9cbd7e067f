"""One table as a CSV file for a spreadsheet: its header rows and rows, cells as printed.

The file is made for Excel with Belgian or Dutch settings, opened by a double click, and reads as well elsewhere:
UTF-8 with a byte order mark, without which Excel takes another encoding; a semicolon between cells, since there the
comma stands before decimals ("5,4%"); lines that end with CR LF and cells quoted where needed (RFC 4180).
A spreadsheet runs a cell that begins with certain marks: such a cell gets an apostrophe before it, unless it is a
number ("-5,4%") or a mark for none ("-").
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Sequence

from archive.model.blocks import Table
from archive.text.numbers import parse_number

# OWASP, "CSV Injection": the wide forms are read like the narrow ones in some languages.
_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_BREAKS = ("\t", "\r", "\n")
_NONE_MARKS = frozenset({"-", "--", "+", "+/-"})


def table_csv(table: Table) -> bytes:
    """The file of a table."""
    return spreadsheet_csv([*table.header, *table.rows])


def spreadsheet_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """The file of some rows of cells."""
    return codecs.BOM_UTF8 + csv_text(rows, ";").encode("utf-8")


def csv_text(rows: Iterable[Sequence[str]], separator: str) -> str:
    """Rows of cells as CSV in which no cell runs."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, delimiter=separator, lineterminator="\r\n")
    for row in rows:
        writer.writerow([harmless_cell(cell) for cell in row])
    return lines.getvalue()


def harmless_cell(cell: str) -> str:
    """The cell, with an apostrophe before it where a spreadsheet would run it."""
    if not cell or cell[0].isalnum():
        return cell
    # A spreadsheet leaves out blanks, and characters without a form, before a formula.
    begin = next((place for place, sign in enumerate(cell) if sign.isprintable() and sign != " "), len(cell))
    if not (cell.startswith(_SIGNS, begin) or cell.startswith(_BREAKS)):
        return cell
    if cell.strip() in _NONE_MARKS or (parse_number(cell) is not None and "\t" not in cell):
        return cell
    return f"'{cell}"
