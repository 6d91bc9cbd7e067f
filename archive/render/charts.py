"""A chart as it stands on a page: its title, the picture and, where there are several series, the key to them."""

from __future__ import annotations

from markupsafe import Markup

from archive.render.chart import Chart, svg_text
from archive.render.chart_bars import bars_svg
from archive.render.chart_lines import lines_svg
from archive.render.chart_marks import bar_sample, line_sample


def chart_markup(chart: Chart, key: str, language: str) -> Markup:
    """The figure of a chart. key: begins every id in it, so that a page can hold several. language: of the numbers."""
    lines = chart.kind == "lines"
    picture = (lines_svg if lines else bars_svg)(chart, key, language)
    sample = line_sample if lines else bar_sample
    entries = "".join(
        [
            f"<li>{sample(key, number)}<span>{svg_text(one.name)}</span></li>"
            for number, one in enumerate(chart.series, 1)
            if one.name
        ]
    )
    legend = f'<ul class="chart-key">{entries}</ul>' if entries else ""
    return Markup(f'<div class="chart">{picture}{legend}</div>')  # noqa: S704 - every text in it is escaped
