"""The tables that CSV, Parquet and SQLite exports have in common, column by column."""

from __future__ import annotations

from typing import Final, get_args

from archive.export.columns import Column, ForeignKey, TableForm
from archive.export.sections import Role
from archive.model.notes import NOTE_KINDS
from archive.model.question import AnswerKind
from archive.model.tables import TableSide

SIDES: Final[tuple[str, ...]] = get_args(TableSide)

RECORD: Final = Column("record", "text", "id of the question or document", always=True)
QUESTION: Final = Column("question", "text", "id of the question", always=True)
_SIDE = Column("side", "text", "what it stands in", always=True, values=SIDES)
_TABLE = Column(
    "table_number",
    "integer",
    "number of the table in its record, from 1, as in the page's anchor `tabel-1`",
    always=True,
)
_DOCUMENT_LINK = Column("document_link", "text", "address of the document at the parliament")
_PAGE_LINK = Column("page_link", "text", "address of the parliament's page about it")
_THEMES = Column("themes", "texts", "official themes, in the order of the source", always=True)
_PAGE = Column(
    "page",
    "text",
    "page in this archive: a whole address where base_url is set, else relative to the site's root",
    always=True,
)
_SOURCE = (
    Column("source_name", "text", "name of the file that it was read from", always=True),
    Column("source_sha256", "text", "SHA-256 of that file, in hexadecimal figures", always=True),
    Column("source_media_type", "text", "media type of that file", always=True),
    Column("source_bytes", "integer", "size of that file", "bytes", always=True),
    Column("ingested_at", "time", "when that file first came into the archive (UTC)"),
)

QUESTIONS: Final = TableForm(
    "questions",
    "Written questions",
    "One row for each written question.",
    (
        Column(
            "id", "text", "parliamentary year, minister and number: `2023-2024/jo-brouns/386`", always=True
        ),
        _PAGE,
        Column(
            "number",
            "integer",
            "number, which restarts every parliamentary year for each minister",
            always=True,
        ),
        Column("parliamentary_year", "text", "parliamentary year (zittingsjaar), `2023-2024`", always=True),
        Column("title", "text", "title", always=True),
        Column("subject", "text", "the title before its ` - `", always=True),
        Column("aspect", "text", "the title behind its ` - `"),
        _THEMES,
        Column("asker_id", "text", "asker as in addresses: `thijs-verbeurgt`", always=True),
        Column("asker", "text", "name of the member who asks", always=True),
        Column("asker_printed", "text", "that name as the document prints it", always=True),
        Column("asker_party", "text", "party of the asker on the day of the question"),
        Column("minister_id", "text", "minister as in addresses: `jo-brouns`", always=True),
        Column("minister", "text", "name of the person who answers", always=True),
        Column("minister_printed", "text", "that name as the document prints it", always=True),
        Column("portfolio", "text", "competences of the minister as the document prints them"),
        Column("competences", "texts", "what the portfolio names, one by one", always=True),
        Column("asked_on", "date", "date that the document prints: the day of the question"),
        Column("answered_on", "date", "day of the answer, which only metadata tell"),
        Column("published_on", "date", "day of publication, which only metadata tell"),
        Column(
            "answer_kind",
            "text",
            "kind of answer; unknown where there is no answer",
            values=get_args(AnswerKind),
        ),
        _DOCUMENT_LINK,
        _PAGE_LINK,
        Column("document_id", "text", "the parliament's number of the file"),
        Column("dossier_id", "text", "the parliament's number of the dossier"),
        *_SOURCE,
    ),
    ("id",),
)
DOCUMENTS: Final = TableForm(
    "documents",
    "Supporting documents",
    "One row for each document that is no question: a report, a slide deck, an annex.",
    (
        Column("id", "text", "`documenten/` and a name", always=True),
        _PAGE,
        Column("title", "text", "title", always=True),
        _THEMES,
        Column("dated_on", "date", "date that the document prints of itself"),
        _DOCUMENT_LINK,
        _PAGE_LINK,
        *_SOURCE,
    ),
    ("id",),
)
ANSWERS: Final = TableForm(
    "answers",
    "Answers",
    "One row for each question that has an answer.",
    (
        QUESTION,
        Column("kind", "text", "kind of answer", always=True, values=get_args(AnswerKind)),
        Column("question_number", "integer", "number of the question as the answer prints it"),
        Column("question_date", "date", "date of the question as the answer prints it"),
    ),
    ("question",),
    (ForeignKey(("question",), "questions", ("id",)),),
)
PARTS: Final = TableForm(
    "parts",
    "Parts of questions and answers",
    "One row for each section of a text in reading order: introduction, numbered or floating part, closing, "
    "attachment, or the whole of a supporting document.",
    (
        RECORD,
        _SIDE,
        Column("position", "integer", "place among the sections of its side, from 1", always=True),
        Column("role", "text", "what the section is", always=True, values=get_args(Role)),
        Column(
            "labels",
            "text",
            "labels of a part, a blank between them (`8 9` for a joint answer); empty where it has none",
            always=True,
        ),
        Column(
            "text",
            "text",
            "the text without its tables; an empty line between paragraphs, one line for each entry of a list",
            always=True,
        ),
    ),
    ("record", "side", "position"),
)
ATTACHMENTS: Final = TableForm(
    "attachments",
    "Attachments of answers",
    "One row for each attachment; its text stands in parts, under the side `attachment` and the same position.",
    (
        QUESTION,
        Column("position", "integer", "place among the attachments of the answer, from 1", always=True),
        Column("title", "text", "title or name of the file", always=True),
        Column("link", "text", "address of the file at the parliament"),
    ),
    ("question", "position"),
    (ForeignKey(("question",), "answers", ("question",)),),
)
TABLES: Final = TableForm(
    "tables",
    "Tables",
    "One row for each table in a question, answer, attachment or supporting document.",
    (
        RECORD,
        _TABLE,
        _SIDE,
        Column("part", "integer", "position of the part that it stands in", always=True),
        Column("labels", "text", "labels of that part", always=True),
        Column("caption", "text", "caption; unknown where none is printed"),
        Column(
            "origin",
            "text",
            "`layout`: read from positions or markup; `inferred`: rebuilt from lines of text",
            always=True,
            values=("layout", "inferred"),
        ),
        Column("header", "text", "the header rows, a tab between cells, a line for each row", always=True),
        Column("rows", "integer", "rows below the header", "rows", always=True),
        Column("columns", "integer", "columns, those that name the rows included", "columns", always=True),
    ),
    ("record", "table_number"),
    (ForeignKey(("record", "side", "part"), "parts", ("record", "side", "position")),),
)
CELLS: Final = TableForm(
    "cells",
    "Cells of tables",
    "One row for each cell that is no header and names no row, empty ones included (tidy data).",
    (
        RECORD,
        _TABLE,
        Column("row_number", "integer", "row, from 1, header rows not counted", always=True),
        Column(
            "row_label",
            "text",
            "the cells that name the row, ` | ` between them; one that stands for several rows is repeated",
            always=True,
        ),
        Column("column_number", "integer", "column, from 1", always=True),
        Column(
            "column_label",
            "text",
            "the header cells above, from top to bottom, ` | ` between them",
            always=True,
        ),
        Column("printed", "text", "the cell as the document has it", always=True),
        Column(
            "value",
            "number",
            "the number that the cell holds; unknown where it holds none",
            "as in unit, else as the labels say",
        ),
        Column("unit", "text", "unit, where the cell prints it", values=("%", "‰", "€")),
    ),
    ("record", "table_number", "row_number", "column_number"),
    (ForeignKey(("record", "table_number"), "tables", ("record", "table_number")),),
)
REFERENCES: Final = TableForm(
    "question_references",
    "References",
    "One row for each reference in a text to another question, a decree, or anything else.",
    (
        QUESTION,
        Column("position", "integer", "place among the references of the question, from 1", always=True),
        Column("kind", "text", "what is referred to: `written_question`, `decree` and so on", always=True),
        Column("number", "integer", "number that the text names"),
        Column("parliamentary_year", "text", "parliamentary year that the text names"),
        Column("date", "date", "date that the text names"),
        Column("text", "text", "the reference as it is printed", always=True),
        Column("target", "text", "id of the question in this archive that is meant, where only one can be"),
        Column("named_target", "text", "id that the source of the record names, in this archive or not"),
    ),
    ("question", "position"),
    (ForeignKey(("question",), "questions", ("id",)), ForeignKey(("target",), "questions", ("id",))),
)
NOTES: Final = TableForm(
    "notes",
    "Notes on the reading",
    "One row for each guess, contradiction, repair or doubt that the reading of a document met.",
    (
        RECORD,
        Column("position", "integer", "place among the notes of the record, from 1", always=True),
        Column("kind", "text", "kind of note", always=True, values=NOTE_KINDS),
        Column("code", "text", "short word for what it tells", always=True),
        Column("message", "text", "what it tells, in words", always=True),
        Column("place", "text", "the field or line that it is about"),
    ),
    ("record", "position"),
)

# A table stands behind those that it refers to.
COMMON_TABLES: Final = (
    QUESTIONS,
    DOCUMENTS,
    ANSWERS,
    PARTS,
    ATTACHMENTS,
    TABLES,
    CELLS,
    REFERENCES,
    NOTES,
)
