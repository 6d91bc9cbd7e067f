"""The forms in which the corpus can be written: one line each."""

from __future__ import annotations

from archive.export import bag, csv_files, parquet
from archive.export.datasette import metadata_beside
from archive.export.forms import Form, OneFile, SeveralFiles
from archive.export.jsonl import jsonl_chunks
from archive.export.references import bibtex_chunks, csl_chunks, ris_chunks
from archive.export.sqlite import sqlite_chunks
from archive.export.tables import tables_chunks

EXPORTS: dict[str, Form] = {
    "bag": SeveralFiles(
        "originals, records and provenance with checksums, for keeping", bag.write_bag, bag.is_ours
    ),
    "bibtex": OneFile("references for LaTeX", bibtex_chunks),
    "csl": OneFile("references as CSL-JSON, for Zotero and citation processors", csl_chunks),
    "csv": SeveralFiles(
        "questions, parts, answers, tables and more as CSV files", csv_files.write_csv, csv_files.is_ours
    ),
    "jsonl": OneFile("every record, one JSON object a line; `archive ingest` reads it back", jsonl_chunks),
    "parquet": SeveralFiles(
        "the same as Parquet files (needs the extra `parquet`)", parquet.write_parquet, parquet.is_ours
    ),
    "ris": OneFile("references for Zotero, EndNote and Mendeley", ris_chunks),
    "sqlite": OneFile(
        "a database with keys, views and full-text search, and what Datasette shows of it",
        sqlite_chunks,
        metadata_beside,
    ),
    "tables": OneFile("every cell of every table, one a line, as CSV", tables_chunks),
}
