"""Lying bars from zero: for each category one of each series, its value at its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import msgspec

from archive.render.chart import (
    NARROW,
    Chart,
    figure,
    pixels,
    share_of_width,
    svg_document,
    svg_text,
    text_width,
)
from archive.render.chart_marks import bar_patterns, bar_style, cut_label
from archive.render.chart_scale import Scale, scale_of, value_text
from archive.render.escaping import escaped

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

    tops: where each category begins, in pixels. texts: of each value of each series, None where there is no value.
    """

    scale: Scale
    left: float
    right: float
    labels: float
    beside: bool
    tops: tuple[float, ...]
    height: float
    texts: tuple[tuple[str | None, ...], ...]

    def places(self, values: Iterable[float]) -> list[float]:
        """Where values stand, in hundredths of the width."""
        low, high = self.scale.ticks[0], self.scale.ticks[-1]
        left, width, span = self.left, self.right - self.left, high - low
        return [left + width * ((value - low) / span) for value in values]

    def place(self, value: float) -> float:
        return self.places((value,))[0]

    def bar_tops(self, number: int) -> list[float]:
        """Where the bar of the series at `number`, from 1, begins in each category."""
        below = (0 if self.beside else _LABEL_STEP) + _BAR_STEP * (number - 1)
        return [top + below for top in self.tops]


def bars_svg(chart: Chart, key: str, language: str) -> str:
    """The picture of a chart of bars."""
    plan = _plan(chart, language)
    content = "".join(
        (
            bar_patterns(key, len(chart.series)),
            *_grid(plan, chart.unit, language),
            *_labels(chart, plan),
            *[_bars(one.values, number, key, plan) for number, one in enumerate(chart.series, 1)],
        )
    )
    return svg_document(chart, key, language, plan.height, content)


def _plan(chart: Chart, language: str) -> _Plan:
    values = chart.values
    texts = tuple(
        [
            tuple(
                [None if value is None else value_text(value, language, chart.unit) for value in one.values]
            )
            for one in chart.series
        ]
    )
    room = 8 + text_width(max((text for some in texts for text in some if text), key=len, default=""))
    beside = max(map(len, chart.categories)) <= _BESIDE
    labels = max(map(text_width, chart.categories)) + 8 if beside else 0.0
    before = room if min(values, default=0) < 0 else 0
    group = _BAR_STEP * len(chart.series) + (0 if beside else _LABEL_STEP) + _BETWEEN
    tops = tuple([_TOP + group * place for place in range(len(chart.categories))])
    return _Plan(
        scale=scale_of(values, zero=True),
        left=share_of_width(labels + before),
        labels=share_of_width(max(0.0, labels - 6)),
        right=100 - share_of_width(room),
        beside=beside,
        tops=tops,
        height=tops[-1] + group + _BELOW - _BETWEEN,
        texts=texts,
    )


def _grid(plan: _Plan, unit: str | None, language: str) -> Iterator[str]:
    bottom = plan.height - _BELOW + 4
    for tick in plan.scale.ticks:
        line = figure(plan.place(tick))
        name = "axis" if tick == 0 else "grid"
        yield f'<line class="{name}" x1="{line}%" x2="{line}%" y1="0" y2="{pixels(bottom)}"/>'
    for tick in _ticks_with_room(plan, unit, language):
        at, text = plan.place(tick), value_text(tick, language, unit)
        anchor = "start" if share_of_width(text_width(text) / 2) > at else "middle"
        yield (
            f'<text class="tick" x="{figure(at)}%" y="{pixels(bottom + 15)}" text-anchor="{anchor}">'
            f"{escaped(text)}</text>"
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
        places = f'{at} y="{pixels(height)}"'
        if len(category) <= LONGEST_LABEL:
            yield f'<text class="label" {places}>{svg_text(category)}</text>'
            continue
        for width, limit in (("narrow", LONGEST_LABEL), ("wide", _LONGEST_WIDE_LABEL)):
            yield f'<text class="label {width}-only" {places}>{cut_label(category, limit)}</text>'


def _bars(values: Sequence[float | None], number: int, key: str, plan: _Plan) -> str:
    known = [
        (value, text, top)
        for value, text, top in zip(values, plan.texts[number - 1], plan.bar_tops(number), strict=True)
        if value is not None and text is not None
    ]
    zero = plan.place(0)
    start, height = figure(zero), pixels(BAR)
    bars, texts = [], []
    for (value, text, top), end in zip(known, plan.places([value for value, _, _ in known]), strict=True):
        at = figure(end)
        left, side = (at, 'text-anchor="end" dx="-4"') if value < 0 else (start, 'dx="4"')
        bars.append(
            f'<rect x="{left}%" y="{pixels(top)}" width="{figure(abs(end - zero))}%" height="{height}"/>'
        )
        texts.append(f'<text class="value" x="{at}%" y="{pixels(top + 10.5)}" {side}>{escaped(text)}</text>')
    return f"<g {bar_style(key, number)}>{''.join(bars)}</g>{''.join(texts)}"
