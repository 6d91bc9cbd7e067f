"""How series are told apart without colour: by marks and dashes of lines, and by patterns of bars."""

from __future__ import annotations

from typing import Final

from archive.render.chart import svg_text

# A series has the colour of its class in the style sheet, and the mark, dashes and pattern of the same place here.
MOST_SERIES: Final = 8
_SHAPES: Final = (
    '<circle id="{id}" r="3.5" fill="currentColor"/>',
    '<path id="{id}" d="M-3.5-3.5h7v7h-7z" fill="currentColor"/>',
    '<path id="{id}" d="M0-4.5L4.5 3.5h-9z" fill="currentColor"/>',
    '<path id="{id}" d="M0-5L5 0 0 5-5 0z" class="hollow" fill="none" stroke="currentColor" stroke-width="1.5"/>',
    '<circle id="{id}" r="3.5" class="hollow" fill="none" stroke="currentColor" stroke-width="1.5"/>',
    '<path id="{id}" d="M-3.5-3.5h7v7h-7z" class="hollow" fill="none" stroke="currentColor" stroke-width="1.5"/>',
    '<path id="{id}" d="M0 4.5L4.5-3.5h-9z" class="hollow" fill="none" stroke="currentColor" stroke-width="1.5"/>',
    '<path id="{id}" d="M-4-4L4 4M-4 4L4-4" fill="none" stroke="currentColor" stroke-width="1.5"/>',
)
_DASHES: Final = ("", "7 3", "2 3", "9 3 2 3", "4 2", "12 4", "1 2", "6 2 1 2 1 2")
_PATTERNS: Final = (
    "",
    '<path d="M-1 1l2-2M0 6l6-6M5 7l2-2"/>',
    '<path d="M0 1.5h6M0 4.5h6"/>',
    '<path d="M1 1h1M4 4h1" stroke-width="2"/>',
    '<path d="M1.5 0v6M4.5 0v6"/>',
    '<path d="M-1 5l2 2M0 0l6 6M5-1l2 2"/>',
    '<path d="M0 3h6M3 0v6"/>',
    "",
)
# The last one is a frame without a filling.
_FRAME_ONLY: Final = len(_PATTERNS)


def series_class(place: int) -> str:
    """The class of the series at `place`, from 1: it gives the colour."""
    return f"s{place}"


def line_marks(key: str, count: int) -> str:
    """The definitions of the marks of `count` lines."""
    shapes = "".join(_SHAPES[place].format(id=f"{key}-m{place + 1}") for place in range(count))
    return f"<defs>{shapes}</defs>"


def line_style(place: int) -> str:
    """The attributes of the group that holds a line."""
    dashes = _DASHES[place - 1]
    attribute = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'class="{series_class(place)}" stroke="currentColor" stroke-width="2" fill="none"{attribute}'


def bar_patterns(key: str, count: int) -> str:
    """The definitions of the patterns of `count` kinds of bars; the first is plain and needs none."""
    patterns = "".join(
        f'<pattern id="{key}-p{place + 1}" class="{series_class(place + 1)}" width="6" height="6" '
        f'patternUnits="userSpaceOnUse" stroke="currentColor">{_PATTERNS[place]}</pattern>'
        for place in range(count)
        if _PATTERNS[place]
    )
    return f"<defs>{patterns}</defs>" if patterns else ""


def bar_style(key: str, place: int) -> str:
    """The attributes of the group that holds the bars of one kind."""
    fill = "currentColor" if place == 1 else "none" if place == _FRAME_ONLY else f"url(#{key}-p{place})"
    return f'class="{series_class(place)}" fill="{fill}" stroke="currentColor"'


def line_sample(key: str, place: int) -> str:
    """A line with its mark, for the key of a chart that stands on the same page."""
    return (
        f'<svg class="chart-sample" width="30" height="12" aria-hidden="true" focusable="false">'
        f'<g {line_style(place)}><line x1="0" x2="30" y1="6" y2="6"/></g>'
        f'<use class="{series_class(place)}" href="#{key}-m{place}" x="15" y="6"/></svg>'
    )


def bar_sample(key: str, place: int) -> str:
    """A bar, for the key of a chart that stands on the same page."""
    return (
        f'<svg class="chart-sample" width="30" height="12" aria-hidden="true" focusable="false">'
        f'<g {bar_style(key, place)}><rect x="1" y="1" width="28" height="10"/></g></svg>'
    )


def cut_label(text: str, limit: int) -> str:
    """The text of an element, escaped: cut where it is longer than `limit`, the whole as its title."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return svg_text(text)
    return f"{svg_text(text[: limit - 1].rstrip())}…<title>{svg_text(text)}</title>"
