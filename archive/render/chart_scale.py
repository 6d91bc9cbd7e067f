"""The scale of a chart: round ticks, the place of a value between them, and how numbers are written on it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache

import msgspec
from babel.numbers import format_compact_decimal

from archive.render.catalogue import LOCALES
from archive.render.formats import number_text, rate_text

_MILLION = 1_000_000
_THOUSAND = 1_000
# Below this span nothing but rounding could be seen.
_LEAST_SPAN = 1e-9


class Scale(msgspec.Struct, frozen=True):
    """Values from the first tick to the last. Both are round, and so are those between."""

    ticks: tuple[float, ...]

    def share(self, value: float) -> float:
        """Where a value stands: 0 at the first tick, 1 at the last."""
        low, high = self.ticks[0], self.ticks[-1]
        return (value - low) / (high - low)


def scale_of(values: Iterable[float], *, zero: bool, steps: int = 4) -> Scale:
    """The scale for some values, of about so many steps of 1, 2 or 5 times a power of ten.

    zero: it holds zero whatever the values are, as bars must. Else it leaves zero out where the values stand so
    close together and so far from zero that nothing could be seen.
    """
    found = list(values) or [0.0]
    low, high = min(found), max(found)
    if zero or low == high or (low >= 0 and low * 2 <= high) or (high <= 0 and high * 2 >= low):
        low, high = min(low, 0.0), max(high, 0.0)
    if high - low < _LEAST_SPAN:
        high = low + 1
    step = _round_step((high - low) / steps)
    if all(map(float.is_integer, map(float, found))):
        # Half a question is no tick.
        step = max(step, 1.0)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return Scale(tuple(_times(place, step) for place in range(first, last + 1)))


# The room for the values of a chart is measured before they are written.
@lru_cache(maxsize=4096)
def value_text(value: float, language: str, unit: str | None = None) -> str:
    """A value on a chart, short: "7.787", "5,4%", "22,35 mln."; what is left out stands in the table."""
    size = abs(value)
    if size >= _MILLION:
        text = format_compact_decimal(value, locale=LOCALES[language], fraction_digits=2)
    else:
        text = number_text(round(value) if size >= _THOUSAND else round(value, 2), language)
    return rate_text(text, unit, language) if unit in {"%", "‰"} else text


def _round_step(rough: float) -> float:
    """The least of 1, 2 and 5 times a power of ten that is not below `rough`."""
    power = 10.0 ** math.floor(math.log10(rough))
    factor = next((one for one in (1, 2, 5) if one * power >= rough * (1 - 1e-9)), 10)
    return factor * power


def _times(place: int, step: float) -> float:
    # Without the traces of binary fractions: 3 steps of 0.1 are 0.3.
    return round(place * step, max(0, 2 - math.floor(math.log10(step))))
