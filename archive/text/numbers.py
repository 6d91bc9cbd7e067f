"""Numbers as Dutch texts print them: "1.676,15", "5,4%", "€ 9.917.768,00"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

import msgspec

_NUMBER = re.compile(
    r"(?P<bound>[<>≤≥±~]\s?)?(?P<sign>[-–−+])?\s?(?P<euro>€\s?)?"
    r"(?P<whole>\d{1,3}(?:[.\u00a0\u202f ]\d{3})+|\d+)(?:(?P<mark>[,.])(?P<decimals>\d+))?"
    r"\s?(?P<unit>%|‰|€|euro|procent)?"
)


class Number(msgspec.Struct, frozen=True):
    """A parsed number. unit: "%", "‰", "€" or None; decimals: digits printed behind the comma."""

    value: Decimal
    unit: str | None
    decimals: int


# The same figures stand in many a cell, and each cell is read more than once.
@lru_cache(maxsize=16_384)
def parse_number(text: str) -> Number | None:
    """The number that `text` consists of, or None where it is anything else.

    A full stop before exactly three digits groups thousands ("2.133" is two thousand); otherwise it, or a
    comma, stands before decimals. A bound ("<20") is no number.
    """
    match = _NUMBER.fullmatch(text.strip())
    if match is None or match["bound"]:
        return None
    whole, decimals = match["whole"], match["decimals"] or ""
    if not whole.isdecimal():
        whole = re.sub(r"\D", "", whole)
    value = Decimal(f"{whole}.{decimals}" if decimals else whole)
    if match["sign"] in ("-", "–", "−"):
        value = -value
    unit = "€" if match["euro"] else {"euro": "€", "procent": "%"}.get(match["unit"] or "", match["unit"])
    return Number(value, unit or None, len(decimals))


def is_figure(text: str) -> bool:
    """Whether a table cell holds a number, a bounded number ("<5") or nothing else."""
    return _NUMBER.fullmatch(text.strip()) is not None


def format_number(value: Decimal) -> str:
    """A number as Dutch texts print it: full stops between thousands, a comma before decimals."""
    return f"{value:,f}".translate(str.maketrans(",.", ".,"))
