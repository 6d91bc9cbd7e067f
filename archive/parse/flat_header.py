"""The header cells of a table that was flattened to text: one string, split where the cells met."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from archive.parse.header_words import names_labels

_PERIOD = re.compile(r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:19|20)\d\d\b)?(?:\s?[-–]?\s?[KQ][1-4])?")
_GLUE = re.compile(
    r"(?<=[a-zà-ÿ)])(?=[A-Z][a-zà-ÿ])|(?<=[A-Z]{2})(?=[a-zà-ÿ]{4})|(?<=[^\W\d_])(?=%)"
    r"|(?<=[a-zà-ÿ]{3})(?=(?:19|20)\d\d)"
)
# Words that never stand alone in a header cell.
_BOND = frozenset(
    """aan bij binnen boven de der door een en het in met min. na naar of onder op over per sinds t.e.m. te
    tegen tot uit van vanaf via voor zonder - – # % en/of""".split()  # noqa: SIM905 - a list of words reads as words
)
# Words that begin a cell more often than not.
_FIRST_WORDS = frozenset(
    "aandeel aantal bedrag budget gemiddeld gemiddelde percentage procent saldo totaal totale waarvan".split()  # noqa: SIM905
)
_RANGE = re.compile(r"\d+(?:[-–]\d+|\+)")
MOST_WORDS = 28
MOST_CELL_WORDS = 9
GOOD_SPLIT = 2
# A border with no more than this score is a guess.
SOFT = 2
_BOUND = -4
_SMALL = -1


class HeaderCells(msgspec.Struct, frozen=True):
    """The cells of a header; `is_certain` where only one way of splitting was possible."""

    cells: tuple[str, ...]
    is_certain: bool


def split_header(lines: Sequence[str], widths: Iterable[int], units: frozenset[str]) -> HeaderCells | None:
    """The header in `lines` as cells, or None where no way of splitting fits.

    widths: the numbers of cells to try, best first. units: groups of words of the document that name one thing
    ("AMA WSE"), which are never split.
    """
    pieces = _pieces(lines)
    words = [word for piece in pieces for word in piece]
    if not words or len(words) > MOST_WORDS:
        return None
    borders = set()
    count = 0
    for piece in pieces[:-1]:
        count += len(piece)
        borders.add(count)
    best: tuple[int, HeaderCells] | None = None
    for width in widths:
        found = _split(words, borders, width, units)
        if found is not None and found[0] >= GOOD_SPLIT:
            return found[1]
        if found is not None and (best is None or found[0] > best[0]):
            best = found
    return best[1] if best else None


def _pieces(lines: Sequence[str]) -> list[list[str]]:
    """The header's words, in pieces between which cells certainly met."""
    text = "".join(line if line[-1:].isspace() else line + " " for line in lines).strip()
    text = _GLUE.sub("\n", _unglue_periods(text))
    text = re.sub(r"(?<=\S)\s{2,}(?=\S)", "\n", text)
    text = _split_repeated(text)
    return [piece.split("\0") for piece in map(_bind_periods, text.split("\n")) if piece]


def _unglue_periods(text: str) -> str:
    """Periods that stick together ("2022 - K12022 - K2") each on a line of its own."""
    return re.sub(rf"({_PERIOD.pattern})(?=(?:19|20)\d\d)", r"\1\n", text)


def _split_repeated(text: str) -> str:
    """Words glued without a mark ("werkloosheiduitstroom"), split where both halves stand elsewhere in the text."""
    known = set(re.findall(r"[^\W\d_]{4,}", text))
    for word in sorted(known, key=len, reverse=True):
        for head in known:
            if word.startswith(head) and word != head and word[len(head) :] in known:
                text = re.sub(rf"\b{head}(?={word[len(head) :]}\b)", head + "\n", text)
    return text


def _bind_periods(piece: str) -> str:
    """The words of a piece, parted by NUL; a period is one word, even one with blanks in it."""
    parts: list[str] = []
    end = 0
    for match in _PERIOD.finditer(piece):
        parts += piece[end : match.start()].split()
        parts.append(" ".join(match[0].split()))
        end = match.end()
    return "\0".join([*parts, *piece[end:].split()])


def _split(
    words: Sequence[str], borders: set[int], width: int, units: frozenset[str]
) -> tuple[int, HeaderCells] | None:
    missing = width - 1 - len(borders)
    free = [gap for gap in range(1, len(words)) if gap not in borders]
    if missing < 0 or missing > len(free):
        return None
    scores = {gap: _gap_score(words, gap, borders, units) for gap in free}
    ranked = sorted(free, key=lambda gap: scores[gap], reverse=True)
    worst = scores[ranked[missing - 1]] if missing else 0
    if worst < _SMALL or (worst == _SMALL and not names_labels(words[0])):
        return None
    is_certain = missing == len(free) or not missing or scores[ranked[missing]] < worst
    total = min((scores[gap] for gap in ranked[:missing]), default=3 if borders else 0)
    if any(scores[gap] >= 4 for gap in ranked[missing:]):
        total -= 1
    cuts = [0, *sorted(borders | set(ranked[:missing])), len(words)]
    cells = tuple(" ".join(words[left:right]) for left, right in pairwise(cuts))
    if any(cell.count(" ") >= MOST_CELL_WORDS for cell in cells):
        return None
    is_clear = all(scores[gap] > SOFT or _is_at_period(words, gap) for gap in ranked[:missing])
    return total, HeaderCells(cells, is_certain and is_clear)


def _is_at_period(words: Sequence[str], gap: int) -> bool:
    return bool(_PERIOD.fullmatch(words[gap - 1]) or _PERIOD.fullmatch(words[gap]))


def _gap_score(words: Sequence[str], gap: int, borders: set[int], units: frozenset[str]) -> int:
    """How likely cells meet before the word at `gap`: 4 and more surely, 0 perhaps, negative not."""
    left, right = words[gap - 1], words[gap]
    if any(f" {left} {right} " in f" {unit} " for unit in units):
        return _BOUND
    if left in _BOND and left.isalpha():
        return _BOUND
    if _is_at_period(words, gap):
        return 4 if _PERIOD.fullmatch(left) and _PERIOD.fullmatch(right) else 2
    if left in _BOND or right in _BOND or left.endswith("-"):
        return 4 if right in ("#", "%") else _BOUND
    return _word_score(words, gap, borders)


def _word_score(words: Sequence[str], gap: int, borders: set[int]) -> int:
    right = words[gap]
    clues = (
        (right[0] in "#%€", 4),
        (len(right) == 1 and right.isalpha(), _BOUND),
        (_RANGE.fullmatch(right) is not None, 3),
        (right.isupper() and gap + 1 in borders, 5),
        (right.isupper(), 4),
        (right[0].isupper(), 3),
        (words.count(right) > 1 and gap != 1, 2),
        (right.lower() in _FIRST_WORDS, 1),
        (right[0].isdigit(), 0),
    )
    return next((score for applies, score in clues if applies), _SMALL)


def split_stacked(lines: Sequence[str], labels: int, width: int) -> tuple[tuple[str, ...], ...] | None:
    """Two header rows, the upper one of cells over several columns: "Leeftijd Vrouwen Mannen", "aantal geslaagd
    aantal geslaagd". None unless the lower line recurs under every cell of the upper one.

    labels: the number of columns that name the rows; width: of those with figures. A cell over several columns
    says its text in each; the names of the labels stand in both rows.
    """
    if len(lines) != 2:
        return None
    above, below = lines[0].split(), lines[1].split()
    groups = len(above) - labels
    if len(below) != width or groups < 2 or width % groups or width == groups:
        return None
    each = width // groups
    if below != below[:each] * groups:
        return None
    names = tuple(above[:labels])
    return (*names, *(cell for cell in above[labels:] for _ in range(each))), (*names, *below)


def find_units(text: str) -> frozenset[str]:
    """Groups of words that a document writes in brackets as one name: "(AMA WSE)" gives "AMA WSE"."""
    found = re.findall(r"\(([A-Z][A-Za-z]{1,11}(?: [A-Z][A-Za-z]{1,11}){1,3})\)", text)
    return frozenset(found)
