"""Examples of queries in the words of a language: its names of fields, its operators and its names of values.

A query may have the words of any language at any time; these are the ones that a reader is shown. Those of the fields
that names, themes and years are completed with stand in site/complete.js as well.
"""

from __future__ import annotations

import re

from archive.search.query_fields import FIELDS

# By language, then by what the field asks for, as in FIELDS.
FIELD_NAMES: dict[str, dict[str, str]] = {
    "nl": {
        "asker": "vraagsteller",
        "minister": "minister",
        "theme": "thema",
        "title": "titel",
        "question": "vraag",
        "answer": "antwoord",
        "table": "tabel",
        "number": "nummer",
        "year": "jaar",
        "from": "van",
        "until": "tot",
        "date": "datum",
        "party": "partij",
        "kind": "soort",
        "has": "heeft",
    },
    "en": {
        "asker": "asker",
        "minister": "minister",
        "theme": "theme",
        "title": "title",
        "question": "question",
        "answer": "answer",
        "table": "table",
        "number": "number",
        "year": "year",
        "from": "from",
        "until": "until",
        "date": "date",
        "party": "party",
        "kind": "kind",
        "has": "has",
    },
    "fr": {
        "asker": "auteur",
        "minister": "ministre",
        "theme": "thème",
        "title": "titre",
        "question": "question",
        "answer": "réponse",
        "table": "tableau",
        "number": "numéro",
        "year": "année",
        "from": "depuis",
        "until": "jusque",
        "date": "date",
        "party": "parti",
        "kind": "type",
        "has": "contient",
    },
}

# Beside the Dutch ones there are the English ones only.
_OPERATORS = {"OF": "OR", "EN": "AND", "NIET": "NOT"}
_WITH_NAMED_VALUES = frozenset({"kind", "has", "from", "until", "date"})
_VALUES: dict[str, dict[str, str]] = {
    "en": {
        "verwijzing": "referral",
        "geen gegevens": "no data",
        "onbeantwoord": "unanswered",
        "tabel": "table",
        "1 september 2023": "1 September 2023",
    },
    "fr": {
        "verwijzing": "renvoi",
        "geen gegevens": "pas de chiffres",
        "onbeantwoord": "sans réponse",
        "tabel": "tableau",
        "1 september 2023": "1 septembre 2023",
    },
}
_PIECE = re.compile(
    r'(?P<name>[^\W\d_]+):(?P<value>"[^"]*"|[^\s()]*)|"[^"]*"|\b(?P<operator>' + "|".join(_OPERATORS) + r")\b"
)


def in_words_of(query: str, language: str) -> str:
    """A query of ours, written in Dutch, in the words of a language, "nl", "en" or "fr"; it means the same."""
    names, values = FIELD_NAMES[language], _VALUES.get(language, {})

    def worded(piece: re.Match[str]) -> str:
        if piece["operator"]:
            return piece[0] if language == "nl" else _OPERATORS[piece["operator"]]
        if not piece["name"]:
            return piece[0]
        field, value = FIELDS.get(piece["name"], ""), piece["value"]
        if field in _WITH_NAMED_VALUES:
            value = _quoted(values.get(value.strip('"'), value.strip('"')))
        return f"{names.get(field, piece['name'])}:{value}"

    return _PIECE.sub(worded, query)


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value
