"""Positions on a page: glyphs and ruling lines, in points, counted from the page's upper left corner."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec


class Glyph(msgspec.Struct, frozen=True, gc=False):
    """One printed character (at times a ligature of a few). `bold` as far as the font's name tells."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    bold: bool = False

    @property
    def size(self) -> float:
        """Height in points, close to the size of the font."""
        return self.bottom - self.top


class Rule(msgspec.Struct, frozen=True, gc=False):
    """A ruling line. A horizontal one lies at y = `at` from x = `start` to `end`; a vertical one the reverse."""

    horizontal: bool
    at: float
    start: float
    end: float


class Box(msgspec.Struct, frozen=True, gc=False):
    """A rectangle."""

    x0: float
    x1: float
    top: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom

    def is_beside(self, other: Box) -> bool:
        """Whether both have some height of the page in common."""
        return self.top < other.bottom and other.top < self.bottom

    def is_above_or_below(self, other: Box) -> bool:
        """Whether both have some width of the page in common."""
        return self.x0 < other.x1 and other.x0 < self.x1


def bounding_box(boxes: Iterable[Box | Glyph]) -> Box:
    """The smallest box around all. Raises ValueError for none."""
    listed = list(boxes)
    return Box(
        min(box.x0 for box in listed),
        max(box.x1 for box in listed),
        min(box.top for box in listed),
        max(box.bottom for box in listed),
    )
