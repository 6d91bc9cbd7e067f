"""The values of fields that take one: numbers, years, dates, parties and kinds. site/query-values.js reads the same."""

from __future__ import annotations

from typing import NamedTuple

from archive.search.query_dates import date_range, date_span, parliamentary_year
from archive.search.query_errors import query_error
from archive.search.query_facets import KINDS, POSSESSIONS, value_key
from archive.search.query_fields import nearest
from archive.search.query_tree import Dates, Facet, Number, Or, Tree, Year

DIGITS = frozenset("0123456789")
# Parliamentary years from one to another are looked for one by one.
MOST_YEARS = 300


class Value(NamedTuple):
    """What was written behind a field's colon, in lower case, and where it begins and ends in the query."""

    text: str
    start: int
    end: int


def value_tree(field: str, value: Value) -> Tree:
    """What a field of VALUE_FIELDS asks for. Raises QueryError where the value cannot be one of it."""
    if field == "number":
        return _number(value)
    if field == "year":
        return _years(value)
    if field == "date":
        return _dates(value)
    if field == "party":
        return _party(value)
    if field in {"kind", "has"}:
        return _named(KINDS if field == "kind" else POSSESSIONS, value)
    span = date_span(value.text)
    if span is None:
        raise query_error("wrong_date", value.start, value.end, value=value.text)
    return Dates(span[0], None) if field == "from" else Dates(None, span[1])


def _number(value: Value) -> Number:
    if not value.text or not set(value.text) <= DIGITS or len(value.text) > 9:
        raise query_error("wrong_number", value.start, value.end, value=value.text)
    return Number(int(value.text))


def _years(value: Value) -> Tree:
    """A parliamentary year, a calendar year, or a range of either."""
    year = parliamentary_year(value.text)
    if year is not None:
        return Year(year)
    start, _, end = (part.strip() for part in value.text.partition(".."))
    first, last = parliamentary_year(start), parliamentary_year(end)
    if first is not None and last is not None:
        return _parliamentary_years(int(first[:4]), int(last[:4]), value)
    if any(part and len(part) != 4 for part in (start, end)) or date_range(value.text) is None:
        raise query_error("wrong_year", value.start, value.end, value=value.text)
    return _dates(value)


def _parliamentary_years(first: int, last: int, value: Value) -> Tree:
    if last < first:
        raise query_error("reversed_range", value.start, value.end, value=value.text)
    if last - first >= MOST_YEARS:
        raise query_error("wrong_year", value.start, value.end, value=value.text)
    years = tuple(Year(f"{year:04}-{year + 1:04}") for year in range(first, last + 1))
    return years[0] if len(years) == 1 else Or(years)


def _dates(value: Value) -> Dates:
    span = date_range(value.text)
    if span is None:
        raise query_error("wrong_date", value.start, value.end, value=value.text)
    first, last = span
    if first is not None and last is not None and last < first:
        raise query_error("reversed_range", value.start, value.end, value=value.text)
    return Dates(first, last)


def _party(value: Value) -> Facet:
    key = value_key(value.text)
    if not key:
        raise query_error("nothing_to_find", value.start, value.end)
    return Facet("party", key)


def _named(known: dict[str, Facet], value: Value) -> Facet:
    key = value_key(value.text)
    if key not in known:
        near = nearest(key, known)
        raise query_error("unknown_value", value.start, value.end, value=value.text, near=near)
    return known[key]
