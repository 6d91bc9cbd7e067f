"""Lines over time: one for each series, broken where a value is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import msgspec

from archive.render.chart import (
    NARROW,
    WIDE,
    Chart,
    ChartSeries,
    figure,
    share_of_width,
    svg_document,
    svg_text,
    text_width,
)
from archive.render.chart_marks import cut_label, line_marks, line_style, series_class
from archive.render.chart_scale import Scale, scale_of, value_text
from archive.render.escaping import escaped

PLOT_TOP: Final = 22.0
PLOT_HEIGHT: Final = 190.0
_BELOW: Final = 26.0
_BETWEEN_LABELS: Final = 10.0
LONGEST_LABEL: Final = 14


class _Plot(msgspec.Struct, frozen=True):
    """Where points go. places: of each category, in hundredths of the width."""

    chart: Chart
    key: str
    language: str
    scale: Scale
    places: tuple[float, ...]

    def height(self, value: float) -> float:
        return PLOT_TOP + PLOT_HEIGHT * (1 - self.scale.share(value))

    def told(self, name: str, category: str, value: float) -> str:
        text = value_text(value, self.language, self.chart.unit)
        return f"{name}, {category}: {text}" if name else f"{category}: {text}"


def lines_svg(chart: Chart, key: str, language: str) -> str:
    """The picture of a chart of lines."""
    scale = scale_of(chart.values, zero=chart.from_zero)
    ticks = [value_text(tick, language, chart.unit) for tick in scale.ticks]
    plot = _Plot(chart, key, language, scale, tuple(_places(chart, ticks)))
    content = "".join(
        (
            line_marks(key, len(chart.series)),
            *_grid(plot, ticks),
            *_labels(chart.categories, plot.places),
            *(_line(plot, series, number) for number, series in enumerate(chart.series, 1)),
        )
    )
    return svg_document(chart, key, language, PLOT_TOP + PLOT_HEIGHT + _BELOW, content)


def _places(chart: Chart, ticks: Sequence[str]) -> list[float]:
    """Where each category stands, in hundredths of the width: beside the numbers of the ticks."""
    categories = chart.categories
    half_label = _label_width(categories[-1]) / 2
    left = share_of_width(max(max(map(text_width, ticks)) + 10, half_label))
    right = 100 - share_of_width(max(half_label, 6))
    places = chart.places or tuple(range(len(categories)))
    first, last = places[0], places[-1]
    if first == last:
        return [(left + right) / 2] * len(categories)
    return [left + (place - first) / (last - first) * (right - left) for place in places]


def _label_width(label: str) -> float:
    return text_width(label[:LONGEST_LABEL])


def _grid(plot: _Plot, ticks: Sequence[str]) -> Iterator[str]:
    for value, text in zip(plot.scale.ticks, ticks, strict=True):
        height = plot.height(value)
        name = "axis" if value == 0 else "grid"
        yield f'<line class="{name}" x1="0" x2="100%" y1="{figure(height)}" y2="{figure(height)}"/>'
        yield f'<text class="tick" x="0" y="{figure(height - 4)}">{escaped(text)}</text>'


def _labels(categories: Sequence[str], places: Sequence[float]) -> Iterator[str]:
    """As many labels as there is room for, the last always; more of them where the chart is wide."""
    always = _with_room(categories, places, NARROW, frozenset())
    wide = _with_room(categories, places, WIDE, always)
    height = figure(PLOT_TOP + PLOT_HEIGHT + 18)
    for place in sorted(wide):
        name = "tick" if place in always else "tick wide-only"
        yield (
            f'<text class="{name}" x="{figure(places[place])}%" y="{height}" text-anchor="middle">'
            f"{cut_label(categories[place], LONGEST_LABEL)}</text>"
        )


def _with_room(
    categories: Sequence[str], places: Sequence[float], width: float, chosen: frozenset[int]
) -> frozenset[int]:
    """The labels that do not touch each other on a chart so wide, from the last back; `chosen` are among them."""
    found = set(chosen)
    for place in range(len(categories) - 1, -1, -1):
        if place in found or not categories[place]:
            continue
        room = all(
            abs(places[place] - places[other]) / 100 * width
            >= (_label_width(categories[place]) + _label_width(categories[other])) / 2 + _BETWEEN_LABELS
            for other in found
        )
        if room:
            found.add(place)
    return frozenset(found)


def _line(plot: _Plot, series: ChartSeries, number: int) -> str:
    points = [
        None if value is None else (figure(at), figure(plot.height(value)))
        for at, value in zip(plot.places, series.values, strict=True)
    ]
    segments = "".join(
        f'<line x1="{one[0]}%" y1="{one[1]}" x2="{two[0]}%" y2="{two[1]}"/>'
        for one, two in pairwise(points)
        if one and two
    )
    marks = "".join(
        f'<use href="#{plot.key}-m{number}" x="{point[0]}%" y="{point[1]}">'
        f"<title>{svg_text(plot.told(series.name, category, value))}</title></use>"
        for point, category, value in zip(points, plot.chart.categories, series.values, strict=True)
        if point and value is not None
    )
    group = f"<g {line_style(number)}>{segments}</g>" if segments else ""
    return f'{group}<g class="{series_class(number)}">{marks}</g>'
