"""Units of numbers as cells and heads of tables print them: "%", "€", "miljoen euro"."""

from __future__ import annotations

import re
from functools import lru_cache

from archive.text.numbers import Number

_SCALES = {
    "duizend": "duizend €", "miljoen": "miljoen €", "mio": "miljoen €", "mln": "miljoen €",
    "miljard": "miljard €", "mld": "miljard €", "k": "duizend €", "m": "miljoen €",
}  # fmt: skip
# A mark that belongs to a number within the head tells of that number ("minstens 33% verlies", "boven 2000 euro").
_MONEY = re.compile(
    rf"(?<![\w])(?:(?P<scale>{'|'.join(_SCALES)})\.?\s?)?(?<!\d)(?<!\d\s)(?:€(?!\s?\d)|euro(?!p|\w*z)|eur\b)",
    re.IGNORECASE,
)
_SHARE = re.compile(r"(?<!\d)(?<!\d\s)(?:%|\b(?:procent|percent|percentage)\b)", re.IGNORECASE)

_HINTS = ("%", "cent", "€", "eur")


@lru_cache(maxsize=4096)
def unit_in(label: str) -> str | None:
    """The unit that a head names: "%", "‰", "€" or "miljoen €"; None where it names none."""
    if "‰" in label:
        return "‰"
    folded = label.casefold()
    # Most labels name none; those that do hold one of these.
    if not any(hint in folded for hint in _HINTS):
        return None
    if _SHARE.search(label):
        return "%"
    match = _MONEY.search(label)
    if match is None:
        return None
    return _SCALES[match["scale"].casefold()] if match["scale"] else "€"


def unit_of(number: Number, *labels: str) -> str | None:
    """The unit of a number: the one printed with it, else the first that a label names.

    A head in millions of euro holds for numbers that a cell prints with the mark of the euro alone.
    """
    return unit_named(number, next(filter(None, map(unit_in, labels)), None))


def unit_named(number: Number, named: str | None) -> str | None:
    """The unit of a number. named: the one that its labels name, if they do."""
    own = number.unit
    if own == "€" and named is not None and named.endswith("€"):
        return named
    return own or named
