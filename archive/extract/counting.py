"""The numbers of automatic numbering as they are printed: "1", "a", "iv"."""

from __future__ import annotations

from typing import Literal

Form = Literal["decimal", "padded", "letter", "LETTER", "roman", "ROMAN", "ordinal"]

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_HIGHEST_ROMAN = 3999
# Beyond this Word repeats a letter more often than anybody reads.
_MOST_LETTERS = 10


def print_count(number: int, form: Form) -> str:
    """A number in a form; one that the form does not have in figures. After "z" comes "aa", then "bb"."""
    match form:
        case "padded":
            return f"{number:02d}"
        case "ordinal":
            return f"{number}e"
        case "letter" | "LETTER" if 1 <= number <= 26 * _MOST_LETTERS:
            letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letters if form == "letter" else letters.upper()
        case "roman" | "ROMAN" if 1 <= number <= _HIGHEST_ROMAN:
            return _roman(number) if form == "roman" else _roman(number).upper()
    return str(number)


def _roman(number: int) -> str:
    printed = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        printed += letters * count
    return printed
