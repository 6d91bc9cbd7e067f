"""The field names of the query language, Dutch and English, and what each asks for. site/query.js has the same."""

from __future__ import annotations

# A zone in lower case, or "number", "year", "from", "until".
FIELDS: dict[str, str] = {
    "vraagsteller": "asker",
    "asker": "asker",
    "minister": "minister",
    "thema": "theme",
    "theme": "theme",
    "titel": "title",
    "title": "title",
    "vraag": "question",
    "question": "question",
    "antwoord": "answer",
    "answer": "answer",
    "tabel": "table",
    "table": "table",
    "nummer": "number",
    "number": "number",
    "jaar": "year",
    "year": "year",
    "van": "from",
    "from": "from",
    "tot": "until",
    "until": "until",
}

VALUE_FIELDS = frozenset({"number", "year", "from", "until"})


def nearest_field(name: str) -> str:
    """The known field name that is the fewest edits away from `name`; the first in the list where several are."""
    return min(FIELDS, key=lambda known: _edits(name, known))


def _edits(one: str, other: str) -> int:
    """How many letters must be added, dropped or changed to make `other` of `one` (Levenshtein)."""
    row = list(range(len(other) + 1))
    for count, letter in enumerate(one, 1):
        previous, row[0] = row[0], count
        for place, wanted in enumerate(other, 1):
            kept = previous + (letter != wanted)
            previous, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, kept)
    return row[-1]
