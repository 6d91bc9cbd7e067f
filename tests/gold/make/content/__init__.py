"""The made documents in the order of their numbers."""

from __future__ import annotations

from tests.gold.make.content import (
    economy,
    education,
    environment,
    housing,
    interior,
    mixed,
    mobility,
    welfare,
)
from tests.gold.make.shape import Written

_FIRST, _STRIDE = 30, 12
"""Chosen so that the third that is set aside shows as many traits as the rest."""


def documents() -> tuple[tuple[int, Written], ...]:
    """Every document with its number, from 1. Numbers stay: new documents are added at the end."""
    by_subject = (
        *mobility.DOCUMENTS,
        *housing.DOCUMENTS,
        *education.DOCUMENTS,
        *environment.DOCUMENTS,
        *welfare.DOCUMENTS,
        *economy.DOCUMENTS,
        *interior.DOCUMENTS,
    )
    count = len(by_subject)
    spread = (by_subject[(_FIRST + place * _STRIDE) % count] for place in range(count))
    return tuple(enumerate((*spread, *mixed.DOCUMENTS), start=1))


def held_out(number: int) -> bool:
    """Every third document is set aside: nobody tunes the reader on it."""
    return number % 3 == 0
