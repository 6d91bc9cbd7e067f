"""Addresses of pages, relative to the site's root. An address once given stays."""

from __future__ import annotations

from archive.model.question import WrittenQuestion
from archive.model.record import Record

# Where the question and the answer begin on their page.
QUESTION_ANCHOR = "vraag"
ANSWER_ANCHOR = "antwoord"


def page_address(record: Record) -> str:
    """The page of a record: "vragen/2023-2024/jo-brouns/386.html" or "documenten/<name>.html"."""
    return address_of(record.id, is_question=isinstance(record, WrittenQuestion))


def address_of(id: str, *, is_question: bool) -> str:
    """The page of the record with this id."""
    return f"vragen/{id}.html" if is_question else f"{id}.html"


def question_anchor(label: str) -> str:
    """The anchor of a part of the question: "7a" gives "v-7a"."""
    return f"v-{label}"


def answer_anchor(label: str) -> str:
    """The anchor of a part of the answer: "7a" gives "a-7a"."""
    return f"a-{label}"


def table_anchor(number: int) -> str:
    """The anchor of a table on the page of its record: "tabel-3"."""
    return f"tabel-{number}"


def table_address(record: Record, number: int) -> str:
    """The CSV file of a table, beside the page: "vragen/2023-2024/jo-brouns/322-tabel-1.csv"."""
    return table_file(page_address(record), number)


def table_file(page: str, number: int) -> str:
    """The CSV file of a table of the record whose page has this address."""
    return f"{page.removesuffix('.html')}-tabel-{number}.csv"


def comparison_address(earlier_id: str, later_id: str) -> str:
    """The page that lays two questions beside each other, by the ids of both, the later one first.

    "vergelijk/2023-2024/jo-brouns/386/2022-2023-jo-brouns-12.html".
    """
    return f"vergelijk/{later_id}/{earlier_id.replace('/', '-')}.html"


def cell_anchor(number: int, row: int, column: int) -> str:
    """The anchor of a cell of a table below its header, all counted from 1: "tabel-3-r2-k4"."""
    return f"{table_anchor(number)}-r{row}-k{column}"


def series_address(subject: str) -> str:
    """The page of the figures of a subject through several answers, by the slug of the subject."""
    return f"reeksen/{subject}.html"
