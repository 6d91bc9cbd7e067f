"""The errors of the query language, with the texts of archive.search.messages."""

from __future__ import annotations

from archive.errors import QueryError
from archive.search.messages import QUERY_ERRORS


def query_error(
    code: str, position: int, end: int | None = None, *, value: str = "", near: str = ""
) -> QueryError:
    """The error `code` at the characters `position` to `end` of the query, one character where no end is given.

    `value` and `near` fill its text.
    """
    cause, remedy = (text.format(value=value, near=near) for text in QUERY_ERRORS[code])
    place = f"query, character {position + 1}"
    last = position + 1 if end is None else end
    return QueryError(place, cause, remedy, position=position, end=last, code=code)
