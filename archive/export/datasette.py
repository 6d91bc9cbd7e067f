"""What Datasette shows of the SQLite export: titles, licence, source, meanings of columns, facets, order."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from archive.config import Settings
from archive.export.columns import TableForm
from archive.export.sqlite_schema import SQLITE_TABLES, VIEWS
from archive.store.corpus import Corpus

_SEARCH = {"fts_table": "full_text", "fts_pk": "place"}
_QUESTION_FACETS = [
    "parliamentary_year",
    "minister",
    "asker",
    "asker_party",
    "answer_kind",
    {"array": "themes"},
]
_FACETS: dict[str, list[Any]] = {
    "questions": _QUESTION_FACETS,
    "question_list": _QUESTION_FACETS,
    "documents": [{"array": "themes"}],
    "answers": ["kind"],
    "parts": ["side", "role"],
    "tables": ["side", "origin"],
    "question_references": ["kind"],
    "notes": ["kind", "code"],
}
_LABELS = {
    "questions": "title",
    "documents": "title",
    "people": "name",
    "themes": "name",
    "attachments": "title",
}
_HIDDEN = frozenset({"full_text_source"})


def metadata_beside(corpus: Corpus, settings: Settings, path: Path) -> dict[str, bytes]:
    """The file of metadata that belongs beside the database at `path`: "questions.metadata.json"."""
    content = msgspec.json.format(msgspec.json.encode(metadata(settings, path.stem)), indent=2)
    return {f"{path.stem}.metadata.json": content + b"\n"}


def metadata(settings: Settings, database: str) -> dict[str, Any]:
    """The metadata for a database of that name."""
    tables = {table.name: _table(table) for table in SQLITE_TABLES}
    views = {name: _view(name, meaning) for name, (meaning, _) in VIEWS.items()}
    hidden = {name: {"hidden": True} for name in _HIDDEN}
    rights = {"license": settings.licence, "source": settings.publisher}
    if settings.licence_url:
        rights["license_url"] = settings.licence_url
    if settings.base_url:
        rights |= {"about": settings.title, "about_url": settings.base_url}
    return {
        "title": settings.title,
        **rights,
        "databases": {database: {"title": settings.title, **rights, "tables": tables | views | hidden}},
    }


def _table(table: TableForm) -> dict[str, Any]:
    found: dict[str, Any] = {
        "title": table.title,
        "description": table.meaning,
        "columns": {column.name: column.meaning for column in table.columns},
        "sortable_columns": [column.name for column in table.columns if column.type != "texts"],
        "facets": _FACETS.get(table.name, []),
        "size": 50,
    }
    if table.name in _LABELS:
        found["label_column"] = _LABELS[table.name]
    if table.name == "questions":
        found |= {"sort_desc": "asked_on"} | _SEARCH
    if table.name == "documents":
        found |= _SEARCH
    return found


def _view(name: str, meaning: str) -> dict[str, Any]:
    found: dict[str, Any] = {"title": name.replace("_", " ").capitalize(), "description": meaning, "size": 50}
    if name in _FACETS:
        found["facets"] = _FACETS[name]
    return found | (_SEARCH if name == "question_list" else {})
