"""Characters of the fonts Symbol and Wingdings, by what they look like."""

from __future__ import annotations

# Word adds 0xF000 to the place in the font.
_PRIVATE = 0xF000
_SYMBOL = {
    0x2D: "−", 0x61: "α", 0x62: "β", 0x64: "δ", 0x65: "ε", 0x67: "γ", 0x6C: "λ", 0x6D: "µ", 0x70: "π", 0x73: "σ",
    0x44: "Δ", 0x53: "Σ", 0x57: "Ω", 0xA0: "€", 0xA3: "≤", 0xA5: "∞", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓",
    0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD6: "√",
    0xDE: "⇒", 0xE5: "∑",
}  # fmt: skip
_WINGDINGS = {
    0x28: "☎", 0x2A: "✉", 0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x76: "❖",
    0x77: "◆", 0x9F: "•", 0xA7: "▪", 0xA8: "□", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "→", 0xF0: "⇨",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}


def symbol(code: str, font: str) -> str:
    """The character with a hexadecimal `code` in a font; one without a common form keeps its private code."""
    try:
        place = int(code, 16)
    except ValueError:
        return ""
    if not 0 < place <= 0xFFFF or 0xD800 <= place < 0xE000:
        return ""
    if _PRIVATE <= place <= _PRIVATE + 0xFF:
        known = _FONTS.get(font.casefold(), {}).get(place - _PRIVATE)
        return known or chr(place)
    return _FONTS.get(font.casefold(), {}).get(place) or chr(place)
