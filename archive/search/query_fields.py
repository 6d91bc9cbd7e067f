"""The field names of the query language, Dutch, English and French, and what each asks for.

Those with an accent are known without it as well. site/query-values.js has the same.
"""

from __future__ import annotations

from collections.abc import Iterable

# A zone in lower case, or one of VALUE_FIELDS.
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
    "pfile": "meta",
    "dossier": "meta",
    "jaar": "year",
    "year": "year",
    "van": "from",
    "from": "from",
    "tot": "until",
    "until": "until",
    "datum": "date",
    "date": "date",
    "partij": "party",
    "party": "party",
    "soort": "kind",
    "kind": "kind",
    "heeft": "has",
    "has": "has",
    "auteur": "asker",
    "ministre": "minister",
    "thème": "theme",
    "titre": "title",
    "réponse": "answer",
    "reponse": "answer",
    "tableau": "table",
    "numéro": "number",
    "numero": "number",
    "année": "year",
    "annee": "year",
    "depuis": "from",
    "jusque": "until",
    "parti": "party",
    "type": "kind",
    "contient": "has",
}

# What follows these is one value and no search word.
VALUE_FIELDS = frozenset({"number", "year", "from", "until", "date", "party", "kind", "has"})
# In these a date may be written in several words without quotation marks.
DATE_FIELDS = frozenset({"from", "until", "date"})
# These take two values around "..", too.
RANGE_FIELDS = frozenset({"year", "date"})


def nearest_field(name: str) -> str:
    """The known field name that is the fewest edits away from `name`; the first in the list where several are."""
    return nearest(name, FIELDS)


def nearest(name: str, known_names: Iterable[str]) -> str:
    """The known name that is the fewest edits away from `name`; the first where several are."""
    return min(known_names, key=lambda known: edits(name, known))


def edits(one: str, other: str) -> int:
    """How many letters must be added, dropped or changed to make `other` of `one` (Levenshtein)."""
    row = list(range(len(other) + 1))
    for count, letter in enumerate(one, 1):
        previous, row[0] = row[0], count
        for place, wanted in enumerate(other, 1):
            kept = previous + (letter != wanted)
            previous, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, kept)
    return row[-1]
