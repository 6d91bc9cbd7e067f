"""The colours of the style sheet can be read: contrast after WCAG 2.2 (1.4.3 and 1.4.11)."""

from __future__ import annotations

import re

import pytest

from archive.render.shipped import shipped_folder
from archive.render.style_sheet import style_sheet

STYLE = style_sheet(shipped_folder("site") / "style")
TOKEN = re.compile(r"--([a-z-]+): (#[0-9a-f]{3,6});")
TEXT_ON = [
    ("ink", "paper"),
    ("ink", "raised"),
    ("ink", "sunk"),
    ("quiet", "paper"),
    ("quiet", "raised"),
    ("quiet", "sunk"),
    ("link", "paper"),
    ("link", "raised"),
    ("link", "sunk"),
    ("link-visited", "paper"),
    ("link-visited", "sunk"),
    ("on-accent", "accent"),
    ("on-mark", "mark"),
    ("doubt", "doubt-back"),
    ("doubt", "paper"),
    ("answer", "paper"),
]


def tokens(scheme: str) -> dict[str, str]:
    light, dark = (
        dict(TOKEN.findall(block)) for block in re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)[:2]
    )
    return light if scheme == "light" else light | dark


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_computed_as_the_guideline_has_it() -> None:
    assert contrast("#000", "#fff") == pytest.approx(21)
    assert contrast("#777", "#fff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON)
def test_text_can_be_read(scheme: str, text: str, ground: str) -> None:
    colours = tokens(scheme)
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "raised", "sunk"])
def test_the_focus_can_be_seen(scheme: str, ground: str) -> None:
    colours = tokens(scheme)
    assert contrast(colours["focus"], colours[ground]) >= 3


def test_nothing_is_loaded_from_elsewhere() -> None:
    assert "url(" not in STYLE and "@import" not in STYLE
