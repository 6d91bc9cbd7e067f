"""Lying bars from zero: for each category one of each series, its value at its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec
from markupsafe import Markup, escape

from archive.render.chart import NARROW, Chart, figure, share_of_width, svg_document, svg_text, text_width
from archive.render.chart_marks import bar_patterns, bar_style, cut_label
from archive.render.chart_scale import Scale, scale_of, value_text

BAR: Final = 13.0
_BAR_STEP: Final = 15.0
_LABEL_STEP: Final = 17.0
_BETWEEN: Final = 9.0
_TOP: Final = 4.0
_BELOW: Final = 24.0
# Labels of up to so many letters stand beside their bars, longer ones above them.
_BESIDE: Final = 13
LONGEST_LABEL: Final = 39
_LONGEST_WIDE_LABEL: Final = 78


class _Plan(msgspec.Struct, frozen=True):
    """Where bars go. left and right: ends of the scale, labels: end of those beside bars, in hundredths of the width.

    tops: where each category begins, in pixels.
    """

    scale: Scale
    left: float
    right: float
    labels: float
    beside: bool
    tops: tuple[float, ...]
    height: float

    def place(self, value: float) -> float:
        return self.left + (self.right - self.left) * self.scale.share(value)

    def first_bar(self, category: int) -> float:
        return self.tops[category] + (0 if self.beside else _LABEL_STEP)


def bars_svg(chart: Chart, key: str, language: str) -> Markup:
    """The picture of a chart of bars."""
    plan = _plan(chart, language)
    content = "".join(
        (
            bar_patterns(key, len(chart.series)),
            *_grid(plan, chart.unit, language),
            *_labels(chart, plan),
            *(_bars(chart, number, key, plan, language) for number in range(1, len(chart.series) + 1)),
        )
    )
    return svg_document(chart, key, language, plan.height, content)


def _plan(chart: Chart, language: str) -> _Plan:
    scale = scale_of(chart.values, zero=True)
    room = 8 + max((text_width(value_text(one, language, chart.unit)) for one in chart.values), default=0.0)
    beside = max(map(len, chart.categories)) <= _BESIDE
    labels = max(map(text_width, chart.categories)) + 8 if beside else 0.0
    before = room if min(chart.values, default=0) < 0 else 0
    group = _BAR_STEP * len(chart.series) + (0 if beside else _LABEL_STEP) + _BETWEEN
    tops = tuple(_TOP + group * place for place in range(len(chart.categories)))
    return _Plan(
        scale=scale,
        left=share_of_width(labels + before),
        labels=share_of_width(max(0.0, labels - 6)),
        right=100 - share_of_width(room),
        beside=beside,
        tops=tops,
        height=tops[-1] + group + _BELOW - _BETWEEN,
    )


def _grid(plan: _Plan, unit: str | None, language: str) -> Iterator[str]:
    bottom = plan.height - _BELOW + 4
    for tick in plan.scale.ticks:
        line = figure(plan.place(tick))
        name = "axis" if tick == 0 else "grid"
        yield f'<line class="{name}" x1="{line}%" x2="{line}%" y1="0" y2="{figure(bottom)}"/>'
    for tick in _ticks_with_room(plan, unit, language):
        at, text = plan.place(tick), value_text(tick, language, unit)
        anchor = "start" if share_of_width(text_width(text) / 2) > at else "middle"
        yield (
            f'<text class="tick" x="{figure(at)}%" y="{figure(bottom + 15)}" text-anchor="{anchor}">'
            f"{escape(text)}</text>"
        )


def _ticks_with_room(plan: _Plan, unit: str | None, language: str) -> Sequence[float]:
    """All ticks, or the first, the last and zero, where the words of all would touch on a narrow page."""
    ticks = plan.scale.ticks
    widest = max(text_width(value_text(tick, language, unit)) for tick in ticks) + 6
    if (plan.right - plan.left) / 100 * NARROW / (len(ticks) - 1) >= widest:
        return ticks
    return tuple(tick for place, tick in enumerate(ticks) if place == len(ticks) - 1 or tick == 0)


def _labels(chart: Chart, plan: _Plan) -> Iterator[str]:
    for category, top in zip(chart.categories, plan.tops, strict=True):
        height = top + (_BAR_STEP * len(chart.series) / 2 + 3 if plan.beside else 12)
        at = f'x="{figure(plan.labels)}%" text-anchor="end"' if plan.beside else 'x="0"'
        places = f'{at} y="{figure(height)}"'
        if len(category) <= LONGEST_LABEL:
            yield f'<text class="label" {places}>{svg_text(category)}</text>'
            continue
        for width, limit in (("narrow", LONGEST_LABEL), ("wide", _LONGEST_WIDE_LABEL)):
            yield f'<text class="label {width}-only" {places}>{cut_label(category, limit)}</text>'


def _bars(chart: Chart, number: int, key: str, plan: _Plan, language: str) -> str:
    bars, texts = [], []
    for place, value in enumerate(chart.series[number - 1].values):
        if value is None:
            continue
        top = plan.first_bar(place) + _BAR_STEP * (number - 1)
        zero, end = plan.place(0), plan.place(value)
        bars.append(
            f'<rect x="{figure(min(zero, end))}%" y="{figure(top)}" width="{figure(abs(end - zero))}%" '
            f'height="{figure(BAR)}"/>'
        )
        side = 'text-anchor="end" dx="-4"' if value < 0 else 'dx="4"'
        text = escape(value_text(value, language, chart.unit))
        texts.append(f'<text class="value" x="{figure(end)}%" y="{figure(top + 10.5)}" {side}>{text}</text>')
    return f"<g {bar_style(key, number)}>{''.join(bars)}</g>{''.join(texts)}"
