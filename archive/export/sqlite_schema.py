"""The tables, keys and views of the SQLite export."""

from __future__ import annotations

from typing import Final

import msgspec

from archive.export.columns import Column, ForeignKey, TableForm
from archive.export.schema import COMMON_TABLES, QUESTION, RECORD

PLACE: Final = Column(
    "place", "integer", "place of the record in the order of ids, from 1: its row in full_text", always=True
)
_POSITION = Column("position", "integer", "place in the order of the record, from 1", always=True)

RECORDS: Final = TableForm(
    "records",
    "Records",
    "One row for each question or document, with the whole record as `archive export jsonl` writes it.",
    (
        Column("id", "text", "id of the question or document", always=True),
        PLACE,
        Column("kind", "text", "kind", always=True, values=("written_question", "supporting_document")),
        Column("content", "text", "the record as JSON, for SQLite's JSON functions", always=True),
    ),
    ("id",),
)
PEOPLE: Final = TableForm(
    "people",
    "People",
    "One row for each person who asks or answers.",
    (
        Column("id", "text", "the name as in addresses: `jo-brouns`", always=True),
        Column("name", "text", "name, as the first question by id has it", always=True),
    ),
    ("id",),
)
THEMES: Final = TableForm(
    "themes",
    "Themes",
    "One row for each official theme.",
    (
        Column("id", "text", "the name as in addresses: `sociale-economie`", always=True),
        Column("name", "text", "name, as the first record by id has it", always=True),
    ),
    ("id",),
)
RECORD_THEMES: Final = TableForm(
    "record_themes",
    "Themes of records",
    "One row for each theme of each record.",
    (RECORD, _POSITION, Column("theme", "text", "id of the theme", always=True)),
    ("record", "position"),
    (ForeignKey(("record",), "records", ("id",)), ForeignKey(("theme",), "themes", ("id",))),
)
COMPETENCES: Final = TableForm(
    "competences",
    "Competences of ministers",
    "One row for each competence that the portfolio of a question names.",
    (QUESTION, _POSITION, Column("competence", "text", "the competence", always=True)),
    ("question", "position"),
    (ForeignKey(("question",), "questions", ("id",)),),
)
PART_LABELS: Final = TableForm(
    "part_labels",
    "Labels of parts",
    "One row for each label of each part, by which a part of the answer is found beside that of the question.",
    (
        RECORD,
        Column("side", "text", "question or answer", always=True, values=("question", "answer")),
        Column("position", "integer", "position of the part", always=True),
        Column("label", "text", "label: `7a`", always=True),
    ),
    ("record", "side", "position", "label"),
    (ForeignKey(("record", "side", "position"), "parts", ("record", "side", "position")),),
)
CHECKS: Final = TableForm(
    "checks",
    "Sums of tables",
    "One row for each total of a table that was added up.",
    (
        RECORD,
        Column("table_number", "integer", "number of the table", always=True),
        _POSITION,
        Column("place", "text", "row or column", always=True),
        Column("message", "text", "what was found", always=True),
        Column("agrees", "boolean", "whether the printed total is the sum", always=True),
    ),
    ("record", "table_number", "position"),
    (ForeignKey(("record", "table_number"), "tables", ("record", "table_number")),),
)

# Keys that only hold where records, people and themes have tables of their own.
_MORE_KEYS: Final[dict[str, tuple[ForeignKey, ...]]] = {
    "questions": (
        ForeignKey(("id",), "records", ("id",)),
        ForeignKey(("asker_id",), "people", ("id",)),
        ForeignKey(("minister_id",), "people", ("id",)),
    ),
    "documents": (ForeignKey(("id",), "records", ("id",)),),
    "parts": (ForeignKey(("record",), "records", ("id",)),),
    "notes": (ForeignKey(("record",), "records", ("id",)),),
}


def _with_keys(table: TableForm) -> TableForm:
    columns = (*table.columns, PLACE) if table.name in ("questions", "documents") else table.columns
    return msgspec.structs.replace(
        table, columns=columns, foreign=(*table.foreign, *_MORE_KEYS.get(table.name, ()))
    )


# A table stands behind those that it refers to.
SQLITE_TABLES: Final = (
    RECORDS,
    PEOPLE,
    THEMES,
    *map(_with_keys, COMMON_TABLES),
    RECORD_THEMES,
    COMPETENCES,
    PART_LABELS,
    CHECKS,
)

FULL_TEXT: Final = """
CREATE VIEW full_text_source AS
SELECT records.place,
       coalesce(questions.title, documents.title) AS title,
       (SELECT group_concat(text, char(10)) FROM parts WHERE record = records.id AND side = 'question') AS question,
       (SELECT group_concat(text, char(10)) FROM parts WHERE record = records.id AND side <> 'question') AS answer,
       (SELECT group_concat(concat_text, char(10)) FROM (
           SELECT coalesce(caption, '') || char(10) || header AS concat_text FROM tables WHERE record = records.id
           UNION ALL
           SELECT row_label || ' ' || printed FROM cells WHERE record = records.id)) AS tables
FROM records
LEFT JOIN questions ON questions.id = records.id
LEFT JOIN documents ON documents.id = records.id;

CREATE VIRTUAL TABLE full_text USING fts5 (
    title, question, answer, tables,
    content='full_text_source', content_rowid='place', tokenize='unicode61 remove_diacritics 2'
);
"""

VIEWS: Final[dict[str, tuple[str, str]]] = {
    "question_list": (
        "Written questions, the columns that lists show, newest first",
        """SELECT id, number, parliamentary_year, asked_on, title, themes, asker, asker_party, minister, portfolio,
       answer_kind, page, place
FROM questions ORDER BY asked_on DESC, id""",
    ),
    "subquestions_and_answers": (
        "Each numbered part of a question beside the part of the answer with the same label",
        """SELECT asked.record AS question, questions.title, asked.label, asking.text AS subquestion,
       answered.position AS answer_position, answering.text AS subanswer
FROM part_labels AS asked
JOIN questions ON questions.id = asked.record
JOIN parts AS asking USING (record, side, position)
LEFT JOIN part_labels AS answered
       ON answered.record = asked.record AND answered.side = 'answer' AND answered.label = asked.label
LEFT JOIN parts AS answering
       ON answering.record = answered.record AND answering.side = 'answer' AND answering.position = answered.position
WHERE asked.side = 'question'
ORDER BY asked.record, asked.position, asked.label""",
    ),
    "table_cells": (
        "Each cell of a table with the question or document that it stands in",
        """SELECT cells.record, coalesce(questions.title, documents.title) AS title, questions.asked_on,
       tables.side, tables.labels, cells.table_number, tables.caption, tables.origin,
       cells.row_number, cells.row_label, cells.column_number, cells.column_label,
       cells.printed, cells.value, cells.unit
FROM cells
JOIN tables USING (record, table_number)
LEFT JOIN questions ON questions.id = cells.record
LEFT JOIN documents ON documents.id = cells.record
ORDER BY cells.record, cells.table_number, cells.row_number, cells.column_number""",
    ),
    "askers": (
        "Members who ask, with the number of their questions and the first and last day",
        """SELECT people.id, people.name, count(*) AS questions, min(asked_on) AS first_asked_on,
       max(asked_on) AS last_asked_on
FROM questions JOIN people ON people.id = questions.asker_id
GROUP BY people.id ORDER BY questions DESC, people.id""",
    ),
    "ministers": (
        "Ministers, with the number of questions put to them and of answers by kind",
        """SELECT people.id, people.name, count(*) AS questions, count(answer_kind) AS answers,
       sum(answer_kind IN ('substantive', 'partial', 'coordinated')) AS answers_with_substance,
       min(asked_on) AS first_asked_on, max(asked_on) AS last_asked_on
FROM questions JOIN people ON people.id = questions.minister_id
GROUP BY people.id ORDER BY questions DESC, people.id""",
    ),
    "theme_counts": (
        "Themes, with the number of records under each",
        """SELECT themes.id, themes.name, count(DISTINCT record) AS records
FROM record_themes JOIN themes ON themes.id = record_themes.theme
GROUP BY themes.id ORDER BY records DESC, themes.id""",
    ),
}

# What the columns of views mean that no table has under that name.
VIEW_COLUMNS: Final[dict[str, str]] = {
    "answer_position": "position of the part of the answer",
    "answers": "questions that have an answer",
    "answers_with_substance": "answers that are substantive, partial or coordinated",
    "first_asked_on": "day of the first question",
    "last_asked_on": "day of the last question",
    "questions": "number of questions",
    "records": "number of questions and documents",
    "subanswer": "text of the part of the answer; unknown where no part has that label",
    "subquestion": "text of the part of the question",
}
