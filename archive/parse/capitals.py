"""Lines in capitals: names and portfolios in the head of a question or answer."""

from __future__ import annotations

import re

_OFFICE = re.compile(
    r"(vlaams(e)?\s+)?(vice)?-?minister(-president)?\b|viceminister-president\b", re.IGNORECASE
)


def is_capitals(text: str) -> bool:
    """Whether a text has letters, and none of them small."""
    return text.isupper() and any(character.isalpha() for character in text)


def names_office(text: str) -> bool:
    """Whether a line begins as the title of a minister does."""
    return _OFFICE.match(text.strip()) is not None
