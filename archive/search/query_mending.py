"""A wrong query put right, where what was meant can be told. site/query-mending.js proposes the same.

An error says where it is; what is done there is the least that takes the error away. What then is still wrong is
mended in turn, so a proposal is always a query that can be asked.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable

from archive.errors import QueryError
from archive.search.query_dates import MONTH_NUMBERS, date_range
from archive.search.query_facets import KINDS, POSSESSIONS, value_key
from archive.search.query_fields import FIELDS, edits, nearest, nearest_field
from archive.search.query_tree import Tree
from archive.text.tokens import words

MOST_EDITS = 8
_QUOTES = '"“”„‟«»'
_STOPS = f"{_QUOTES}()"
_BLANK = re.compile(r"\s")
_FIGURES = re.compile(r"([0-9]{1,4})([-/.])([0-9]{1,2})\2([0-9]{1,4})")
_WRITTEN = re.compile(r"([0-9]{1,2})\s+([a-zà-ÿ]+)\.?\s+([0-9]{4})")
_TWO_YEARS = re.compile(r"([0-9]{4})[-/–]([0-9]{4})")
_SHORT_YEAR = re.compile(r"[0-9]{2}")
_LONGEST_NUMBER = 9
_WIDEST_WINDOW = 50
_SHORTEST_PREFIX = 2

# First and last (exclusive) character to be replaced, and by what.
Edit = tuple[int, int, str]
# The edit that takes an error away; None where none is known.
Mend = Callable[[str, QueryError], Edit | None]


def mended(text: str, error: QueryError, parse: Callable[[str], Tree]) -> str:
    """`text` put right after `error`; "" where nothing can be proposed. `parse` raises what is still wrong."""
    for _ in range(MOST_EDITS):
        edit = _EDITS[error.code](text, error) if error.code in _EDITS else None
        if edit is None:
            return ""
        text = _applied(text, edit)
        if not text:
            return ""
        try:
            parse(text)
        except QueryError as next_error:
            error = next_error
        else:
            return text
    return ""


def _applied(text: str, edit: Edit) -> str:
    start, end, replacement = edit
    before, after = text[:start], text[end:]
    if not replacement and (before.endswith("(") or before[-1:].isspace()):
        after = after.lstrip()
    return f"{before}{replacement}{after}".strip()


def _closed(sign: str) -> Mend:
    return lambda text, _: (len(text), len(text), sign)


def _left_out(text: str, error: QueryError) -> Edit:
    return error.position, error.end, ""


def _without_star(text: str, error: QueryError) -> Edit:
    return error.position, error.end, text[error.position : error.end].replace("*", "")


def _without_operator(text: str, error: QueryError) -> Edit:
    """Takes away what stands where a word is wanted, or else the operator or "(" before it."""
    place = error.position
    end = max(error.end, _raw_end(text, place))
    if end > place:
        return place, end, ""
    before = len(text[:place].rstrip())
    if before and text[before - 1] == "(":
        return before - 1, place + text.startswith(")", place), ""
    return _raw_start(text, before), before, ""


def _with_one_star(text: str, error: QueryError) -> Edit:
    start, end = _raw_start(text, error.position), error.end
    raw = text[start:end]
    bare = raw.replace("*", "")
    found = words(bare)
    if raw.startswith("*") and len(found) == 1:
        return start, end, f"*{bare}"
    if len(found) > 1:
        return start, end, f"{' '.join(found)}*"
    first = raw[: raw.index("*")]
    return start, end, f"{first}*" if len(first) >= _SHORTEST_PREFIX else bare


def _unquoted(text: str, error: QueryError) -> Edit:
    """Takes away the quotation marks around a star, and a distance behind them."""
    star = error.position
    start = max(text.rfind(quote, 0, star) for quote in _QUOTES)
    end = min(place for quote in _QUOTES if (place := text.find(quote, star)) >= 0)
    after = _raw_end(text, end + 1) if text.startswith("~", end + 1) else end + 1
    return start, after, text[start + 1 : end]


def _nearest_distance(text: str, error: QueryError) -> Edit:
    value = text[error.position + 1 : error.end]
    near = "" if not re.fullmatch(r"[0-9]+", value) else "~1" if int(value[:9]) < 1 else f"~{_WIDEST_WINDOW}"
    return error.position, error.end, near


def _renamed_field(text: str, error: QueryError) -> Edit:
    """The field that was meant, or no field where none is near."""
    start, end = error.position, error.end
    name = text[start:end].lower()
    near = nearest_field(name)
    return (start, end, near) if _is_slip(name, near) else (end, end + 1, " ")


def _value_of(text: str, error: QueryError) -> str:
    return text[error.position : error.end].strip(_QUOTES).strip().lower()


def _nearest_number(text: str, error: QueryError) -> Edit:
    found = [one for one in re.findall(r"[0-9]+", _value_of(text, error)) if len(one) <= _LONGEST_NUMBER]
    return (error.position, error.end, found[0]) if len(found) == 1 else _without_field(text, error)


def _nearest_years(text: str, error: QueryError) -> Edit:
    value = _value_of(text, error)
    if found := _TWO_YEARS.fullmatch(value):
        low, high = sorted((int(found[1]), int(found[2])))
        if high > low:
            first, last = f"{low:04}-{low + 1:04}", f"{high - 1:04}-{high:04}"
            return error.position, error.end, first if first == last else f"{first}..{last}"
    if date_range(value) is not None:
        return _with_field(text, error, "datum")
    if _SHORT_YEAR.fullmatch(value):
        return error.position, error.end, f"{'19' if value >= '50' else '20'}{value}"
    return _without_field(text, error)


def _nearest_dates(text: str, error: QueryError) -> Edit | None:
    value = _value_of(text, error)
    date = _nearest_date(value)
    if date is not None:
        return error.position, error.end, date
    return None if date_range(value) is None else _with_field(text, error, "datum")


def _turned(text: str, error: QueryError) -> Edit:
    first, _, last = (part.strip() for part in _value_of(text, error).partition(".."))
    turned = f"{last}..{first}"
    return error.position, error.end, f'"{turned}"' if _BLANK.search(turned) else turned


def _nearest_value(text: str, error: QueryError) -> Edit:
    colon = text.rindex(":", 0, error.position)
    name = text[_raw_start(text, colon) : colon].lower()
    key = value_key(_value_of(text, error))
    near = nearest(key, KINDS if FIELDS[name] == "kind" else POSSESSIONS)
    return (error.position, error.end, near) if _is_slip(key, near) else _without_field(text, error)


def _is_slip(written: str, meant: str) -> bool:
    """Whether few enough letters differ for a slip of the fingers."""
    return edits(written, meant) <= max(1, len(written) // 3)


def _nearest_date(value: str) -> str | None:
    """A day that the calendar has, for one that it has not; None where that is not what is wrong."""
    if found := _WRITTEN.fullmatch(value):
        month = MONTH_NUMBERS.get(found[2])
        return None if month is None else _clamped(int(found[3]), month, int(found[1]))
    found = _FIGURES.fullmatch(value)
    if found is None:
        return None
    parts = (found[1], found[3], found[4])
    year, month, day = map(int, parts if len(parts[0]) == 4 else reversed(parts))
    if month > 12 >= day:
        month, day = day, month
    return _clamped(year if year > 99 else 2000 + year, month, day)


def _clamped(year: int, month: int, day: int) -> str | None:
    if not 1 <= month <= 12 or day < 1 or year > 9999:
        return None
    return f"{year:04}-{month:02}-{min(day, calendar.monthrange(year, month)[1]):02}"


def _with_field(text: str, error: QueryError, name: str) -> Edit:
    """Another field for the value that is wrong."""
    colon = text.rindex(":", 0, error.position)
    return _raw_start(text, colon), colon, name


def _without_field(text: str, error: QueryError) -> Edit:
    """The value that is wrong without its field: words to be found anywhere."""
    colon = text.rindex(":", 0, error.position)
    return _raw_start(text, colon), colon + 1, ""


def _raw_start(text: str, place: int) -> int:
    """Where what stands before `place` begins: behind a blank, quotation mark, parenthesis, colon or minus."""
    start = place
    while start and not text[start - 1].isspace() and text[start - 1] not in f"{_STOPS}:":
        start -= 1
    while start < place and text[start] == "-":
        start += 1
    return start


def _raw_end(text: str, place: int) -> int:
    end = place
    while end < len(text) and not text[end].isspace() and text[end] not in _STOPS:
        end += 1
    return end


_EDITS: dict[str, Mend] = {
    "open_quote": _closed('"'),
    "open_parenthesis": _closed(")"),
    "empty_phrase": _left_out,
    "close_parenthesis": _left_out,
    "empty_field": _left_out,
    "nothing_to_find": _without_operator,
    "short_prefix": _without_star,
    "short_ending": _without_star,
    "wrong_star": _with_one_star,
    "star_in_phrase": _unquoted,
    "wrong_distance": _nearest_distance,
    "unknown_field": _renamed_field,
    "wrong_number": _nearest_number,
    "wrong_year": _nearest_years,
    "wrong_date": _nearest_dates,
    "reversed_range": _turned,
    "unknown_value": _nearest_value,
}
