"""Charts as SVG, made of their numbers alone.

A chart has no view box: places along its width are shares of the width that it gets, heights and letters are in
pixels, so that words stay readable on a telephone, and nothing needs a script.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal

import msgspec

from archive.render.escaping import escaped

ChartKind = Literal["lines", "bars"]

# The least width, in pixels, for which words are measured, and the width of a letter.
NARROW: Final = 280
WIDE: Final = 560
LETTER: Final = 7.0
TEXT_SIZE: Final = 12
_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class ChartSeries(msgspec.Struct, frozen=True):
    """A value for each category of the chart; None where none is known, which stays a gap."""

    name: str
    values: tuple[float | None, ...]


class Chart(msgspec.Struct, frozen=True):
    """What is to be drawn: at most eight series. Words are in the language of the site, or of the documents.

    description: what the picture shows, for those who do not see it. unit: of all values, None for a count.
    from_zero: lines, too, stand on zero; bars always do.
    title_is_printed: whether the title is the document's and not the site's.
    places: where the categories of lines stand, in any measure, from the least to the greatest; None: evenly apart.
    """

    title: str
    description: str
    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    unit: str | None = None
    from_zero: bool = False
    places: tuple[float, ...] | None = None
    title_is_printed: bool = False

    @property
    def values(self) -> tuple[float, ...]:
        """Every value that is known."""
        return tuple(value for one in self.series for value in one.values if value is not None)


def share_of_width(pixels: float) -> float:
    """So many pixels of the narrowest chart, in hundredths of the width."""
    return 100 * pixels / NARROW


def text_width(text: str) -> float:
    """About how many pixels wide a label is."""
    return LETTER * len(text)


def figure(number: float) -> str:
    """A coordinate: at most two decimals, and none without need."""
    text = f"{number:.2f}"
    return text.rstrip("0").rstrip(".") if text[-1] == "0" else text


# Charts of bars have the same heights, whatever is drawn.
@lru_cache(maxsize=4096)
def pixels(number: float) -> str:
    """A height that comes often, written like any coordinate."""
    return figure(number)


@lru_cache(maxsize=4096)
def svg_text(text: str) -> str:
    """A text of an element, escaped; characters that no XML may hold are left out."""
    return escaped(_NO_XML.sub("", text))


def svg_document(chart: Chart, key: str, language: str, height: float, content: str) -> str:
    """The picture around what is drawn in it, named and described for those who do not see it.

    language: that of the site. The picture may stand among the words of a document in another.
    """
    own = f' lang="{language}"'
    titled = "" if chart.title_is_printed else own
    return (
        f'<svg class="chart-picture" role="img" aria-labelledby="{key}-t" aria-describedby="{key}-d" width="100%" '
        f'height="{pixels(height)}" font-size="{TEXT_SIZE}" focusable="false">'
        f'<title id="{key}-t"{titled}>{svg_text(chart.title)}</title>'
        f'<desc id="{key}-d"{own}>{svg_text(chart.description)}</desc>'
        f"{content}</svg>"
    )
