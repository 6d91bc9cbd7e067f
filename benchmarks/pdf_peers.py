"""Readers of PDF, each as one function from a file to its text and its tables, so that they can be compared."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import msgspec
from pdfminer.high_level import extract_text
from pdfminer.layout import LAParams

from archive.extract import read_source
from archive.model.document import Document, Source

Rows = list[list[str]]

TEXT_STRATEGIES = {"vertical_strategy": "text", "horizontal_strategy": "text"}


class Reading(msgspec.Struct, frozen=True):
    """The text of a PDF in the reader's order, and the rows of each table; `tables` is None where it reads none."""

    text: str
    tables: list[Rows] | None


def _read_ours(path: Path) -> Reading:
    (document,) = read_source(Source(path.name, path.read_bytes()))
    if not isinstance(document, Document):
        raise TypeError(f"{path}: read as a record, not as a document")
    texts: list[str] = []
    tables: list[Rows] = []
    for line in document.lines:
        if line.table is None:
            texts.append(line.text)
            continue
        rows = [list(row) for row in (*line.table.header, *line.table.rows)]
        texts += [" ".join(row) for row in rows]
        tables.append(rows)
    return Reading("\n".join(texts), tables)


def _read_pdfminer(path: Path) -> Reading:
    return Reading(extract_text(path), None)


def _read_pdfminer_in_stream_order(path: Path) -> Reading:
    return Reading(extract_text(path, laparams=LAParams(boxes_flow=None)), None)


def _read_pdfplumber(path: Path, table_settings: dict[str, str] | None = None) -> Reading:
    import pdfplumber  # noqa: PLC0415 - a peer loads in its own process only, so that memory is told apart

    with pdfplumber.open(path) as pdf:
        texts: list[str] = []
        tables: list[Rows] = []
        for page in pdf.pages:
            texts.append(page.extract_text())
            for table in page.find_tables(table_settings or {}):
                tables.append([[cell or "" for cell in row] for row in table.extract()])
    return Reading("\n".join(texts), tables)


def _read_pdfplumber_by_text(path: Path) -> Reading:
    return _read_pdfplumber(path, TEXT_STRATEGIES)


def _read_pypdfium2(path: Path) -> Reading:
    import pypdfium2  # noqa: PLC0415 - as above

    with pypdfium2.PdfDocument(path) as pdf:
        return Reading("\n".join(page.get_textpage().get_text_bounded() for page in pdf), None)


def _read_pdftotext(path: Path) -> Reading:
    run = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return Reading(run.stdout.decode("utf-8"), None)


OURS = "ours"
PLAIN = "pdfminer.six"
READERS: dict[str, Callable[[Path], Reading]] = {
    OURS: _read_ours,
    PLAIN: _read_pdfminer,
    "pdfminer.six, boxes_flow=None": _read_pdfminer_in_stream_order,
    "pdfplumber": _read_pdfplumber,
    "pdfplumber, text strategies": _read_pdfplumber_by_text,
    "pypdfium2": _read_pypdfium2,
    "pdftotext -layout": _read_pdftotext,
}
