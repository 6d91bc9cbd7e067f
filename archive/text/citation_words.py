"""The words of a reference that depend on its language."""

from __future__ import annotations

import datetime as dt

from archive.text.dates import dutch_date

# By whether the record is a question.
KIND_WORDS = {
    "nl": {True: "schriftelijke vraag", False: "document"},
    "en": {True: "written question", False: "document"},
    "fr": {True: "question écrite", False: "document"},
}
TO_WORDS = {"nl": "aan", "en": "to", "fr": "à"}
NUMBER_WORDS = {"nl": "nr.", "en": "no.", "fr": "n°"}
CONSULTED_WORDS = {"nl": "geraadpleegd op", "en": "accessed", "fr": "consulté le"}
# In French a blank that breaks no line stands within them.
QUOTES = {"nl": ("‘", "’"), "en": ("“", "”"), "fr": ("«\u00a0", "\u00a0»")}
_MONTHS = {
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ),
}  # fmt: skip


def written_date(date: dt.date, language: str) -> str:
    """A date in words: "25 april 2024", "25 April 2024", "25 avril 2024"; in French the first of a month is "1er"."""
    if language == "nl":
        return dutch_date(date)
    day = "1er" if language == "fr" and date.day == 1 else str(date.day)
    return f"{day} {_MONTHS[language][date.month - 1]} {date.year}"
