"""Normal forms of Unicode, in time that grows with the text only."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

Form = Literal["NFC", "NFD", "NFKC", "NFKD"]

# Putting marks in order takes the square of their number: a hundred thousand on one letter take a minute. Thirty
# are more than any language has (Unicode Standard Annex 15, stream-safe text).
_MOST_MARKS = 30
# Where a run of marks may be; rows of dots and dashes look like one, and are left as they are.
_SUSPECT = re.compile(r"[^\w\s\x00-\x7f]{31,}")


def normal_form(form: Form, text: str) -> str:
    """The text in this normal form. Of more than thirty marks on one letter those beyond are left out."""
    if text.isascii():
        return text
    return unicodedata.normalize(form, _SUSPECT.sub(_shortened, text))


def _shortened(run: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for character in run.group():
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _MOST_MARKS:
            kept.append(character)
    return "".join(kept)
