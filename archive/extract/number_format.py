"""Shows the numbers of a spreadsheet as Excel shows them to its Dutch reader, by their number format.

Formats: ISO/IEC 29500-1, 18.8.31. Belgium writes 25/04/2024, a comma before decimals and full stops between thousands.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache

import msgspec

from archive.extract.date_format import show_date, shows_date

GENERAL = "General"
_TOKEN = re.compile(
    r'"(?P<text>[^"]*)"|\\(?P<one>.)|_.|\*.|\[\$(?P<money>[^\]-]*)(?:-[^\]]*)?\]|\[(?P<test>[<>=]{1,2}-?[\d.]+)\]|\[[^\]]*\]'
    r"|(?P<places>[0#?])|(?P<mark>[.,%])|(?P<power>E[+-])|(?P<general>General)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_TEST = re.compile(r"(<=|>=|<>|<|>|=)(-?[\d.]+)")
_DIGITS = 15
_GENERAL_DIGITS = 10
_HIGHEST_POWER = 300


class _Piece(msgspec.Struct, frozen=True):
    """kind: "literal", "place" (a digit's), "mark" (. , %), "power" or "general"."""

    kind: str
    text: str


_AS_TEXT = _Piece("literal", "@")
_GROUPS = _Piece("mark", ",")
_PERCENT = _Piece("mark", "%")
_POINT = _Piece("mark", ".")


class _Section(msgspec.Struct, frozen=True):
    """One of the forms of a format, for the numbers for which its test holds."""

    code: str
    pieces: tuple[_Piece, ...]
    test: str | None


def show_number(printed: str, code: str, from_1904: bool = False) -> str:
    """A number as the format shows it. printed: the number as the file has it; one that is none stays as it is."""
    try:
        value = Decimal(printed.strip())
    except InvalidOperation:
        return printed
    if not value.is_finite() or abs(value.adjusted()) > _HIGHEST_POWER:
        return printed
    # Excel keeps 15 digits; what stands beyond is the noise of binary fractions.
    value = Decimal(f"{value:.{_DIGITS}g}")
    sections = _sections(code or GENERAL)
    section, plain = _chosen(sections, value)
    if shows_date(section.code):
        shown = show_date(value, section.code, from_1904)
        return shown if shown is not None else _general(value)
    return _shown(section, abs(value) if plain else value)


@lru_cache(maxsize=1024)
def _sections(code: str) -> tuple[_Section, ...]:
    found: list[_Section] = []
    pieces: list[_Piece] = []
    test: str | None = None
    begin = 0
    for match in _TOKEN.finditer(code + ";"):
        if match["other"] == ";":
            found.append(_Section(code[begin : match.start()], tuple(pieces), test))
            pieces, test, begin = [], None, match.end()
        elif match["test"]:
            test = match["test"]
        else:
            pieces += _piece(match)
    return tuple(found)


def _piece(match: re.Match[str]) -> list[_Piece]:
    kinds = {"places": "place", "mark": "mark", "power": "power", "general": "general"}
    for group, kind in kinds.items():
        if match[group]:
            return [_Piece(kind, match[group])]
    literal = match["text"] or match["one"] or match["money"] or match["other"]
    return [_Piece("literal", literal)] if literal else []


def _chosen(sections: tuple[_Section, ...], value: Decimal) -> tuple[_Section, bool]:
    """The section for a value, and whether it shows the value without its sign."""
    if any(section.test for section in sections):
        for section in sections:
            if section.test is None or _holds(section.test, value):
                return section, section is not sections[0] and value < 0
        return sections[-1], False
    if value < 0 and len(sections) > 1:
        return sections[1], True
    if value == 0 and len(sections) > 2:
        return sections[2], False
    return sections[0], False


def _holds(test: str, value: Decimal) -> bool:
    match = _TEST.fullmatch(test)
    if match is None:
        return False
    try:
        bound = Decimal(match[2])
    except InvalidOperation:
        return False
    sign = match[1]
    return (
        ("<" in sign and value < bound) or (">" in sign and value > bound) or ("=" in sign and value == bound)
    )


def _shown(section: _Section, value: Decimal) -> str:
    pieces = section.pieces
    kinds = [piece.kind for piece in pieces]
    if "power" in kinds or "/" in section.code or ("place" not in kinds and "general" in kinds):
        # Powers of ten and fractions are rare, and a plain number says the same.
        literals = "".join(piece.text for piece in pieces if piece.kind == "literal")
        return _general(value) + (literals if "general" in kinds else "")
    if "place" not in kinds and _AS_TEXT in pieces:
        return _general(value)
    if "place" not in kinds:
        return "".join(piece.text for piece in pieces if piece.kind in {"literal", "mark"})
    first = kinds.index("place")
    last = len(kinds) - 1 - kinds[::-1].index("place")
    before = "".join(piece.text for piece in pieces[:first])
    after = pieces[last + 1 :]
    # A comma behind the last digit divides by a thousand.
    thousands = next((index for index, piece in enumerate(after) if piece.text != ","), len(after))
    percents = sum(piece == _PERCENT for piece in pieces)
    number = value.scaleb(2 * percents - 3 * thousands)
    figures = _figures(pieces[first : last + 1], number)
    sign = "-" if number < 0 and any(figure.isdigit() and figure != "0" for figure in figures) else ""
    return sign + before + figures + "".join(piece.text for piece in after[thousands:])


def _figures(pieces: tuple[_Piece, ...], number: Decimal) -> str:
    """The digits of a number in their places."""
    point = next((index for index, piece in enumerate(pieces) if piece == _POINT), len(pieces))
    whole_places, decimal_places = pieces[:point], pieces[point + 1 :]
    decimals = sum(piece.kind == "place" for piece in decimal_places)
    rounded = abs(number).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    whole, _, fraction = f"{rounded:f}".partition(".")
    shown = _whole(whole_places, whole)
    fraction = _fraction(decimal_places, fraction)
    return f"{shown},{fraction}" if fraction else shown


def _whole(pieces: tuple[_Piece, ...], digits: str) -> str:
    grouped = _GROUPS in pieces
    if all(piece.kind != "literal" for piece in pieces):
        least = sum(piece.text == "0" for piece in pieces)
        digits = digits.lstrip("0").rjust(least, "0")
        return f"{int(digits):,}".replace(",", ".").rjust(least, "0") if grouped and digits else digits
    # Digits with other characters between them ("000-00"): filled from the right.
    left = list(digits.lstrip("0"))
    shown: list[str] = []
    for piece in reversed(pieces):
        if piece.kind == "place":
            digit = left.pop() if left else ("0" if piece.text == "0" else "")
            shown.append(digit)
        elif piece.kind == "literal":
            shown.append(piece.text)
    return "".join(left) + "".join(reversed(shown))


def _fraction(pieces: tuple[_Piece, ...], digits: str) -> str:
    places = [piece.text for piece in pieces if piece.kind == "place"]
    least = max((index + 1 for index, place in enumerate(places) if place == "0"), default=0)
    return digits[:least] + digits[least:].rstrip("0")


def _general(value: Decimal) -> str:
    """A number without a format: whole ones in full, others with as many digits as fit."""
    if value == value.to_integral_value():
        return f"{value:.0f}" if value else "0"
    text = f"{float(value):.{_GENERAL_DIGITS}g}"
    return text.replace(".", ",").replace("e", "E")
