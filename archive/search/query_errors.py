"""The errors of the query language, with the texts of archive.search.messages."""

from __future__ import annotations

from archive.errors import QueryError
from archive.search.messages import QUERY_ERRORS


def query_error(code: str, position: int, *, value: str = "", near: str = "") -> QueryError:
    """The error `code` at a character of the query; `value` and `near` fill its text."""
    cause, remedy = (text.format(value=value, near=near) for text in QUERY_ERRORS[code])
    return QueryError(f"query, character {position + 1}", cause, remedy, position=position, code=code)
