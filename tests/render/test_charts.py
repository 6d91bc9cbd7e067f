"""Charts: well-formed, named, drawn where the numbers say, and told apart without colour."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.render.chart import NARROW, TEXT_SIZE, Chart, ChartKind, ChartSeries
from archive.render.chart_lines import PLOT_HEIGHT, PLOT_TOP
from archive.render.chart_marks import MOST_SERIES
from archive.render.chart_scale import Scale, scale_of, value_text
from archive.render.charts import chart_markup

Element = ElementTree.Element
YEARS = ("2020", "2021", "2022", "2023")


def chart(
    kind: ChartKind, *series: Sequence[float | None], categories: tuple[str, ...] = YEARS, **changes: object
) -> Chart:
    named = tuple(ChartSeries(f"Reeks {place}", tuple(own)) for place, own in enumerate(series, 1))
    return Chart("Erkende bedrijven", "Van 2020 tot 2023.", kind, categories, named, **changes)  # type: ignore[arg-type]


def drawn(one: Chart, language: str = "nl") -> Element:
    """The figure as XML; what is not well formed fails here."""
    return ElementTree.fromstring(chart_markup(one, "k", language))


def picture(figure: Element) -> Element:
    found = figure.find("svg")
    assert found is not None
    return found


def group(figure: Element, number: int, tag: str) -> list[Element]:
    """What is drawn of one series."""
    groups = [one for one in picture(figure).findall("g") if one.get("class") == f"s{number}"]
    return [one for some in groups for one in some.findall(tag)]


def number(text: str | None) -> float:
    assert text is not None
    return float(text.removesuffix("%"))


def texts(figure: Element, name: str) -> list[str]:
    return [
        one.text or "" for one in picture(figure).findall("text") if name in (one.get("class") or "").split()
    ]


@pytest.mark.parametrize("kind", ["lines", "bars"])
def test_the_picture_has_a_name_and_a_description(kind: ChartKind) -> None:
    found = picture(drawn(chart(kind, [1, 2, 3, 4])))
    named = {one.get("id"): one.text for one in found if one.tag in {"title", "desc"}}
    assert found.get("role") == "img"
    assert (found.get("aria-labelledby"), found.get("aria-describedby")) == ("k-t", "k-d")
    assert named == {"k-t": "Erkende bedrijven", "k-d": "Van 2020 tot 2023."}


def test_marks_stand_where_the_numbers_say() -> None:
    values = [0.0, 25.0, 100.0, 50.0]
    marks = group(drawn(chart("lines", values)), 1, "use")
    heights = [1 - (number(mark.get("y")) - PLOT_TOP) / PLOT_HEIGHT for mark in marks]
    assert heights == pytest.approx([value / 100 for value in values], abs=0.001)
    places = [number(mark.get("x")) for mark in marks]
    steps = [two - one for one, two in pairwise(places)]
    assert steps == pytest.approx([steps[0]] * 3, abs=0.02)


def test_days_stand_as_far_apart_as_they_are() -> None:
    marks = group(drawn(chart("lines", [1, 2, 3, 4], places=(0, 10, 20, 50))), 1, "use")
    places = [number(mark.get("x")) for mark in marks]
    assert [two - one for one, two in pairwise(places)] == pytest.approx(
        [(places[3] - places[0]) * share for share in (0.2, 0.2, 0.6)], abs=0.02
    )


def test_bars_are_as_long_as_the_numbers_say() -> None:
    values = [10.0, 0.0, 25.0, 100.0]
    bars = group(drawn(chart("bars", values)), 1, "rect")
    lengths = [number(bar.get("width")) for bar in bars]
    assert [length / lengths[3] for length in lengths] == pytest.approx([0.1, 0, 0.25, 1], abs=0.001)


def test_bars_of_numbers_below_zero_end_at_zero() -> None:
    below, above = group(drawn(chart("bars", [-50, 100], categories=("A", "B"))), 1, "rect")
    zero = number(above.get("x"))
    assert number(below.get("x")) + number(below.get("width")) == pytest.approx(zero, abs=0.02)
    assert number(below.get("width")) * 2 == pytest.approx(number(above.get("width")), abs=0.02)


def test_a_missing_number_is_a_gap_in_the_line() -> None:
    figure = drawn(chart("lines", [1, None, 3, 4]))
    assert len(group(figure, 1, "use")) == 3
    assert len(group(figure, 1, "line")) == 1


def test_a_missing_number_has_no_bar() -> None:
    assert len(group(drawn(chart("bars", [1, None, 3, 4])), 1, "rect")) == 3


def test_each_mark_tells_its_number_to_who_points_at_it() -> None:
    marks = group(drawn(chart("lines", [1, 2, 3, 7787])), 1, "use")
    assert marks[3].findtext("title") == "Reeks 1, 2023: 7.787"


def test_each_bar_has_its_number_beside_it() -> None:
    assert texts(drawn(chart("bars", [1.5, 2, 3, 7787])), "value") == ["1,5", "2", "3", "7.787"]


def test_all_eight_series_differ_in_marks_dashes_and_patterns() -> None:
    series = [[place, 9 - place, place, 5] for place in range(1, MOST_SERIES + 1)]
    lines, bars = (drawn(chart(kind, *series)) for kind in ("lines", "bars"))
    shapes = [
        re.sub(r' id="[^"]*"', "", ElementTree.tostring(one, "unicode"))
        for one in picture(lines).findall("defs/*")
    ]
    groups = [one for one in picture(lines).findall("g") if one.find("line") is not None]
    dashes = [one.get("stroke-dasharray") for one in groups]
    fills = [one.get("fill") for one in picture(bars).findall("g")]
    for marks in (shapes, dashes, fills):
        assert len(set(marks)) == MOST_SERIES


def test_every_mark_and_pattern_that_is_used_is_defined_once() -> None:
    series = [[place, 9 - place, place, 5] for place in range(1, MOST_SERIES + 1)]
    for kind in ("lines", "bars"):
        figure = drawn(chart(kind, *series))
        text = ElementTree.tostring(figure, "unicode")
        ids = [one.get("id") for one in figure.iter() if one.get("id")]
        used = set(re.findall(r'(?:href="#|url\(#)([^")]+)', text))
        assert used <= set(ids) and len(ids) == len(set(ids))


def test_the_key_names_every_series() -> None:
    figure = drawn(chart("bars", [1, 2, 3, 4], [1, 2, 3, 4]))
    assert [one.findtext("span") for one in figure.findall("ul/li")] == ["Reeks 1", "Reeks 2"]


def test_a_long_name_is_cut_and_told_whole() -> None:
    name = "arbeidsmatige activiteiten in de sociale economie en de zorg"
    (label,) = [
        one
        for one in picture(drawn(chart("bars", [1, 2], categories=(name, "b")))).findall("text")
        if one.get("class") == "label narrow-only"
    ]
    assert label.text and label.text.endswith("…") and name.startswith(label.text[:-1])
    assert label.findtext("title") == name


def test_a_long_name_is_told_further_where_the_chart_is_wide() -> None:
    name = "arbeidsmatige activiteiten in de sociale economie en de zorg"
    figure = drawn(chart("bars", [1, 2], categories=(name, "b")))
    assert texts(figure, "wide-only") == [name]


def test_words_are_never_scaled_below_what_can_be_read() -> None:
    for kind in ("lines", "bars"):
        found = picture(drawn(chart(kind, [1, 2, 3, 4])))
        assert found.get("viewBox") is None and found.get("width") == "100%"
        assert found.get("font-size") == str(TEXT_SIZE) and TEXT_SIZE >= 11


def test_labels_that_always_show_do_not_touch_on_a_narrow_page() -> None:
    categories = tuple(f"20{year} - K{quarter}" for year in (21, 22, 23) for quarter in (1, 2, 3, 4))
    figure = drawn(chart("lines", list(range(12)), categories=categories))
    shown = [
        number(one.get("x"))
        for one in picture(figure).findall("text")
        if one.get("text-anchor") == "middle" and one.get("class") == "tick"
    ]
    distances = [(two - one) / 100 * NARROW for one, two in pairwise(shown)]
    assert len(shown) > 1 and min(distances) >= 6 * len(categories[0])


def test_names_of_documents_are_escaped() -> None:
    one = Chart("<b>", "\"'&", "bars", ("<script>", "b&"), (ChartSeries("<i>", (1, 2)),))
    markup = chart_markup(one, "k", "nl")
    assert "<script>" not in markup and "<i>" not in markup
    assert texts(ElementTree.fromstring(markup), "label") == ["<script>", "b&"]


def test_there_is_no_inline_style_and_no_handler() -> None:
    for kind in ("lines", "bars"):
        for one in drawn(chart(kind, [1, 2, 3, 4], [4, 3, 2, 1])).iter():
            assert not [name for name in one.attrib if name == "style" or name.startswith("on")]


@pytest.mark.parametrize(
    ("values", "zero", "ticks"),
    [
        ([0, 100], True, (0, 50, 100)),
        ([3, 97], True, (0, 50, 100)),
        ([1676, 1710], False, (1670, 1680, 1690, 1700, 1710)),
        ([1676, 1710], True, (0, 500, 1000, 1500, 2000)),
        ([-30, 70], False, (-50, 0, 50, 100)),
        ([-100, -90], False, (-100, -95, -90)),
        ([7, 7], False, (0, 2, 4, 6, 8)),
        ([0.1, 0.3], True, (0, 0.1, 0.2, 0.3)),
        ([0], True, (0, 1)),
        ([3], True, (0, 1, 2, 3)),
        ([1.5], True, (0, 0.5, 1, 1.5)),
        ([], True, (0, 1)),
    ],
)
def test_ticks_are_round(values: list[float], zero: bool, ticks: tuple[float, ...]) -> None:
    assert scale_of(values, zero=zero).ticks == ticks


NUMBERS = st.floats(-1e12, 1e12, allow_nan=False).map(lambda value: round(value, 3))


@given(st.lists(NUMBERS, min_size=1, max_size=8), st.booleans())
def test_every_value_stands_within_the_scale(values: list[float], zero: bool) -> None:
    scale = scale_of(values, zero=zero)
    assert all(-1e-9 <= scale.share(value) <= 1 + 1e-9 for value in values)
    assert 2 <= len(scale.ticks) <= 9
    assert not zero or 0 in scale.ticks


@settings(max_examples=50)
@given(
    st.sampled_from(["lines", "bars"]),
    st.lists(st.text(max_size=30), min_size=1, max_size=6, unique=True),
    st.data(),
)
def test_any_numbers_and_names_make_a_well_formed_chart(
    kind: ChartKind, names: list[str], data: st.DataObject
) -> None:
    values = st.lists(st.none() | NUMBERS, min_size=len(names), max_size=len(names))
    series = data.draw(st.lists(values, min_size=1, max_size=MOST_SERIES))
    drawn(chart(kind, *series, categories=tuple(names)))


@pytest.mark.parametrize(
    ("value", "unit", "dutch", "english"),
    [
        (7787, None, "7.787", "7,787"),
        (1676.15, None, "1.676", "1,676"),
        (5.4, "%", "5,4%", "5.4%"),
        (2.054, None, "2,05", "2.05"),
        (-3, "‰", "-3‰", "-3‰"),
        (22346512, "€", "22,35\xa0mln.", "22.35M"),
        (250000000, None, "250\xa0mln.", "250M"),
    ],
)
def test_numbers_are_short_and_as_the_language_writes_them(
    value: float, unit: str | None, dutch: str, english: str
) -> None:
    assert (value_text(value, "nl", unit), value_text(value, "en", unit)) == (dutch, english)


def test_a_share_of_a_scale_is_where_a_value_stands() -> None:
    assert Scale((0, 50, 100)).share(25) == 0.25
