"""Decides how each made document is typeset, from its place in the set."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from tests.gold.make.shape import Written

FONTS = (
    "Liberation Sans",
    "Liberation Serif",
    "Liberation Sans",
    "Liberation Sans Narrow",
    "Liberation Serif",
    "DejaVu Sans",
    "Liberation Sans",
)


@dataclass(frozen=True)
class Look:
    """borders: "grid", "hlines" or "none". half_points: size of the text. tabbed: a tab after typed marks."""

    automatic: bool
    borders: str
    font: str
    half_points: int
    justified: bool
    page_header: bool
    two_columns: bool
    tabbed: bool
    same_page: bool
    italic_captions: bool

    def as_truth(self) -> dict[str, object]:
        return asdict(self)


def look_of(number: int, document: Written) -> Look:
    """The look of a document. Held-out ones (every third) get every kind of borders and numbering too."""
    third = number // 3
    style = document.style
    automatic = style.automatic if style.automatic is not None else (number + third) % 2 == 0
    return Look(
        automatic=automatic and not style.glued_numbers,
        borders=style.borders or ("grid", "hlines", "none")[(third + third // 3) % 3],
        font=FONTS[(number + third) % len(FONTS)],
        half_points=18 if "DejaVu" in FONTS[(number + third) % len(FONTS)] else (19, 20, 21)[number % 3],
        justified=number % 4 != 3,
        page_header=number % 5 == 0,
        two_columns=style.two_columns,
        tabbed=third % 2 == 0,
        same_page=style.same_page,
        italic_captions=number % 4 == 0,
    )
