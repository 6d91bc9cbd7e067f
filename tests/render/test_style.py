"""The colours of the style sheet can be read: contrast after WCAG 2.2 (1.4.3 and 1.4.11)."""

from __future__ import annotations

import re

import pytest

from archive.render.shipped import shipped_folder
from archive.render.style_sheet import STYLE_SHEETS, bare_style, style_sheet

SITE = shipped_folder("site")
STYLE = "".join(style_sheet(SITE / "style", parts) for parts in STYLE_SHEETS.values())
PARTS = {
    path.name: re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
    for path in (*SITE.glob("style/*.css"), *SITE.glob("*.css"))
}
TOKENS = PARTS.pop("tokens.css")
COLOUR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|lab|color-mix)\("
    r"|\b(?:white|black|gr[ae]y|red|blue|green|Canvas(?:Text)?|LinkText|VisitedText|Highlight|GrayText)\b"
)
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
        dict(TOKEN.findall(block)) for block in re.findall(r":root \{(.*?)\}", TOKENS, re.DOTALL)[:2]
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


@pytest.mark.parametrize("part", sorted(PARTS))
def test_only_the_tokens_name_colours(part: str) -> None:
    values = re.findall(r":([^:;{}]+)[;}]", PARTS[part])
    assert [value for value in values if COLOUR.search(value)] == []


@pytest.mark.parametrize("part", sorted(PARTS))
def test_sizes_of_type_come_from_the_tokens(part: str) -> None:
    """A size may only be told in proportion to the text around it."""
    sizes = re.findall(r"\bfont(?:-size)?: ([^;}]+)", PARTS[part])
    assert [size for size in sizes if re.search(r"\d(?:rem|px|pt)\b|clamp", size)] in ([], ["10.5pt"])


@pytest.mark.parametrize("part", sorted(PARTS))
def test_corners_and_shadows_come_from_the_tokens(part: str) -> None:
    found = re.findall(r"\b(?:border-radius|box-shadow): ([^;}]+)", PARTS[part])
    assert [value for value in found if not re.search(r"var\(--|inherit|none|50%|\b0\b", value)] == []


def test_every_token_is_used_and_every_one_used_is_there() -> None:
    given = set(re.findall(r"(--[a-z-]+\d?):", TOKENS))
    used = set(re.findall(r"var\((--[a-z-]+\d?)", STYLE + "".join(PARTS.values())))
    # The script of the years tells each bar its share.
    assert used - given == {"--share"}
    assert given - used == set()


def test_readers_with_colours_of_their_own_get_them_everywhere() -> None:
    """In forced colours a picture keeps what it says of itself: each colour must be one of the reader's."""
    forced = re.search(r"\(forced-colors: active\) \{\n  :root \{(.*?)\}", TOKENS, re.DOTALL)
    assert forced is not None
    told = dict(re.findall(r"(--[a-z-]+): ([^;]+);", forced[1]))
    light = {f"--{name}" for name in tokens("light")} | {"--shade"}
    assert light - told.keys() == set()
    assert all(re.fullmatch(r"[A-Z][A-Za-z]+|none", value) for value in told.values())


def test_every_file_of_the_style_is_a_part_of_it() -> None:
    assert {path.stem for path in (SITE / "style").glob("*.css")} == {
        part for parts in STYLE_SHEETS.values() for part in parts
    }


def test_a_bare_style_says_the_same() -> None:
    style = """/* What for. */
.one, .two > a { color: var(--ink); margin: 0 auto; }

@media print {
  .one::before { content: "▲" / ""; }
}
"""
    assert bare_style(style) == (
        '.one, .two > a{color: var(--ink);margin: 0 auto;}@media print{.one::before{content: "▲" / "";}}'
    )
