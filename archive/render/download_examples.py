"""How the files to download are read in Python and in R: a few lines to begin with, that can be run as they stand.

The examples are in English, as code is. Excel is told in words of the site, since its menus are translated too.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Language = Literal["Python", "R"]


class Example(msgspec.Struct, frozen=True):
    """A few lines of a language; `needs` are the packages that do not come with it.

    is_run: whether the tests run it; the page tells where they do not.
    """

    language: Language
    code: str
    needs: tuple[str, ...] = ()
    is_run: bool = True


_CSV = (
    Example(
        "Python",
        """\
import csv, io, zipfile
from collections import Counter

with zipfile.ZipFile("{stem}-csv.zip") as archive:
    file = archive.open("{stem}-csv/questions.csv")
    lines = io.TextIOWrapper(file, "utf-8", newline="")
    questions = list(csv.DictReader(lines))
print(Counter(question["parliamentary_year"] for question in questions))
""",
    ),
    Example(
        "R",
        """\
file <- unz("{stem}-csv.zip", "{stem}-csv/questions.csv", encoding = "UTF-8")
questions <- read.csv(file, colClasses = "character")
print(table(questions$parliamentary_year))
""",
    ),
)
_TABLES = (
    Example(
        "Python",
        """\
import csv
from collections import Counter

with open("{stem}-tables.csv", encoding="utf-8", newline="") as file:
    cells = list(csv.DictReader(file))
print(Counter(cell["record"] for cell in cells).most_common(3))
""",
    ),
    Example(
        "R",
        """\
cells <- read.csv("{stem}-tables.csv", fileEncoding = "UTF-8", colClasses = "character")
print(head(sort(table(cells$record), decreasing = TRUE), 3))
""",
    ),
)
_SQLITE = (
    Example(
        "Python",
        """\
import sqlite3

database = sqlite3.connect("file:{stem}.db?mode=ro", uri=True)
query = "SELECT minister, count(*) FROM questions GROUP BY minister ORDER BY 2 DESC"
for minister, count in database.execute(query):
    print(minister, count)
database.close()
""",
    ),
    Example(
        "R",
        """\
database <- DBI::dbConnect(RSQLite::SQLite(), "{stem}.db")
print(DBI::dbGetQuery(database, "SELECT minister, count(*) AS count FROM questions GROUP BY minister"))
DBI::dbDisconnect(database)
""",
        ("DBI", "RSQLite"),
    ),
)
_JSONL = (
    Example(
        "Python",
        """\
import json

with open("{stem}.jsonl", encoding="utf-8") as file:
    records = [json.loads(line) for line in file]
print(sum(record["kind"] == "written_question" for record in records))
""",
    ),
    Example(
        "R",
        """\
lines <- readLines("{stem}.jsonl", encoding = "UTF-8")
records <- lapply(lines, jsonlite::fromJSON, simplifyVector = FALSE)
print(table(sapply(records, function(record) record$kind)))
""",
        ("jsonlite",),
    ),
)
_PARQUET = (
    Example(
        "Python",
        """\
import zipfile

import duckdb

zipfile.ZipFile("{stem}-parquet.zip").extractall()
questions = "{stem}-parquet/questions.parquet"
print(duckdb.sql(f"SELECT parliamentary_year, count(*) FROM '{{questions}}' GROUP BY ALL").fetchall())
""",
        ("duckdb",),
    ),
    Example(
        "R",
        """\
unzip("{stem}-parquet.zip")
questions <- arrow::read_parquet("{stem}-parquet/questions.parquet")
print(table(questions$parliamentary_year))
""",
        ("arrow",),
        # Debian has no package of it, and compiling it takes R an hour.
        is_run=False,
    ),
)
_EXAMPLES = {"csv": _CSV, "jsonl": _JSONL, "parquet": _PARQUET, "sqlite": _SQLITE, "tables": _TABLES}


def examples_of(form: str, stem: str) -> tuple[Example, ...]:
    """The examples for an export; none where other programs read it by themselves. stem: of the names of the files."""
    return tuple(
        msgspec.structs.replace(example, code=example.code.format(stem=stem))
        for example in _EXAMPLES.get(form, ())
    )
