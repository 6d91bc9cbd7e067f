"""Lines of a table that was flattened to text, split into words and the figures behind them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from archive.text.numbers import is_figure

PLACEHOLDERS = frozenset({"-", "–", "—", "/", "n.b.", "nvt", "n.v.t.", "nb", "n/a"})
FEWEST_FULL_ROWS = 0.12
_PERIODS = re.compile(r"(?:(?:19|20)\d\d|[KQ][1-4]|\s|[-–/])+")
_GLUED = re.compile(r"(.*[^\W\d_]{2})((?:€\s?)?\d[\d.,]*%?)$")


class FlatLine(msgspec.Struct, frozen=True):
    """One line: `words` before its `figures`, the longest run of figures at its end.

    indented: the line begins with a blank, which an empty first cell leaves; goes_on: it ends with one, which
    a line keeps that was broken within a cell or a row.
    """

    text: str
    words: tuple[str, ...]
    figures: tuple[str, ...]
    indented: bool
    goes_on: bool


def split_line(text: str) -> FlatLine:
    """A line of a table, split."""
    tokens = _tokens(text)
    start = len(tokens)
    while start and (is_figure(tokens[start - 1]) or tokens[start - 1] in PLACEHOLDERS):
        start -= 1
    while start < len(tokens) and tokens[start] in PLACEHOLDERS and not any(map(is_figure, tokens[start:])):
        start += 1
    return FlatLine(
        text.strip(),
        tuple(tokens[:start]),
        tuple(tokens[start:]),
        text[:1].isspace() and bool(tokens),
        text[-1:].isspace() or text.endswith("-"),
    )


def _tokens(text: str) -> list[str]:
    tokens: list[str] = []
    for token in text.split():
        if tokens and token in ("%", "€") and is_figure(tokens[-1]) and "%" not in tokens[-1]:
            tokens[-1] = f"{tokens[-1]} {token}"
        elif tokens and tokens[-1] == "€" and is_figure(token):
            tokens[-1] = f"€ {token}"
        else:
            tokens.append(token)
    return tokens


def unglue(line: FlatLine, width: int) -> FlatLine:
    """The line with a figure freed that sticks to its word ("tewerkgesteld18.139"), if that makes it complete."""
    match = _GLUED.fullmatch(line.words[-1]) if line.words else None
    if match is None or len(line.figures) != width - 1 or not is_figure(match[2]):
        return line
    return FlatLine(
        line.text, (*line.words[:-1], match[1]), (match[2], *line.figures), line.indented, line.goes_on
    )


def possible_widths(lines: Sequence[FlatLine]) -> list[int]:
    """Numbers of figures that a full row may have, widest first: those that enough of the lines have.

    Where hardly a line has a word, the first figure of those without is taken for their label (a year).
    """
    rows = [line for line in lines if line.figures]
    wordless = [line for line in rows if not line.words]
    labelled = len(wordless) > 1 and len(wordless) * 2 > len(rows)
    counts = Counter(len(line.figures) - (labelled and not line.words) for line in rows)
    enough = {count for count in counts if counts[count] >= max(1, len(rows) * FEWEST_FULL_ROWS)}
    return [count for count in sorted(enough, reverse=True) if count > 0]


def holds_periods(line: FlatLine) -> bool:
    """Whether the line is part of a header of years or quarters ("2022 2023", "K12022 -"), not a row."""
    if not _PERIODS.fullmatch(line.text):
        return False
    return len(line.text.split()) > 1
