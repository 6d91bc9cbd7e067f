"""The words of a reference that depend on its language."""

from __future__ import annotations

import datetime as dt

from archive.text.dates import dutch_date

# By whether the record is a question.
KIND_WORDS = {
    "nl": {True: "schriftelijke vraag", False: "document"},
    "en": {True: "written question", False: "document"},
}
TO_WORDS = {"nl": "aan", "en": "to"}
NUMBER_WORDS = {"nl": "nr.", "en": "no."}
CONSULTED_WORDS = {"nl": "geraadpleegd op", "en": "accessed"}
QUOTES = {"nl": ("‘", "’"), "en": ("“", "”")}
_ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def written_date(date: dt.date, language: str) -> str:
    """A date in words: "25 april 2024", "25 April 2024"."""
    if language == "nl":
        return dutch_date(date)
    return f"{date.day} {_ENGLISH_MONTHS[date.month - 1]} {date.year}"
