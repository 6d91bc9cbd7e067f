"""Joins the lines that a page broke, and restores words, addresses and numbers that were broken with them.

Whether a line goes on is told by the extractor (Line.broken) or by a trailing blank, and checked against the
width of the page: a line that had room for the first word of the next one was ended by its author.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from archive.model.document import Line
from archive.text.ends import ends_sentence

# The share of the width of the page beyond which a line counts as full. Below 1, because letters differ in
# width and lists are indented.
_FULL = 0.8
_SHORTEST_PROSE = 40
_SEEN_TO_HYPHENATE = 3

_LAST_ADDRESS = re.compile(r"(?:https?://|www\.)\S*$", re.IGNORECASE)
_ADDRESS_PIECE = re.compile(r"[^\s.,;:]*[/.=_?&%#\-][^\s]*")
_BROKEN_WORD = re.compile(r"[^\W\d_]{2,}-$")
_HYPHENATED = re.compile(r"[^\W\d_]{2,}\b\S*-$")
_BROKEN_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})*\.$")
_THREE_DIGITS = re.compile(r"\d{3}(?!\d)")
_COORDINATION = re.compile(r"(?:en|of|tot|als|noch|maar|respectievelijk|resp\.|en/of)\b")
# "wateroverlast en -" before "schade".
_OPEN_HYPHEN = re.compile(r"\b(?:en|of) [-–]$")
_LAST_WORD = re.compile(r"\S+$")


class Shape(msgspec.Struct, frozen=True):
    """How the lines of a document were broken.

    width: characters of a full line. hyphenates: whether words were broken at line ends throughout.
    words: the words of the document, case-folded, to tell "werkloos-heid" from "loon-kost".
    """

    width: int
    hyphenates: bool
    words: frozenset[str]


class Join(msgspec.Struct, frozen=True):
    """What stood at the end of a line and became one word with what follows: code, text as joined."""

    code: str
    text: str


class Joined(msgspec.Struct, frozen=True):
    """Lines as one text, with what was restored on the way."""

    text: str
    joins: tuple[Join, ...]


def measure_shape(lines: Sequence[Line]) -> Shape:
    """The shape of a document, from all its lines."""
    broken = sorted(
        len(line.text.rstrip()) for line in lines if line.broken and len(line.text) > _SHORTEST_PROSE
    )
    every = sorted(len(line.text.rstrip()) for line in lines if len(line.text) > _SHORTEST_PROSE)
    lengths = broken if len(broken) > 2 else every
    width = lengths[int(len(lengths) * 0.9)] if lengths else _SHORTEST_PROSE
    hyphens = sum(
        1
        for line, following in pairwise(lines)
        if _BROKEN_WORD.search(line.text.rstrip()) and following.text[:1].islower()
    )
    words = frozenset(word for line in lines for word in re.findall(r"\w[\w-]*", line.text.casefold()))
    return Shape(width, hyphens >= _SEEN_TO_HYPHENATE, words)


def had_room(line: Line, following: Line, shape: Shape) -> bool:
    """Whether the first word of the next line would have fitted on this one with room to spare."""
    first = following.text.split(maxsplit=1)
    needed = len(line.text.rstrip()) + 1 + (len(first[0]) if first else 0)
    return needed <= shape.width * _FULL


def goes_on(line: Line, following: Line, shape: Shape) -> bool:
    """Whether the text of a line goes on in the next one. Neither is a label, a bullet or a row of a table."""
    text, next_text = line.text.strip(), following.text.strip()
    if not text or not next_text or line.table or following.table:
        return False
    room = had_room(line, following, shape)
    ended = ends_sentence(text)
    if line.broken:
        # A justified line at times comes out with one word a line.
        return not (room and ended) or (" " not in text and " " not in next_text)
    if line.broken is None:
        return not room or (not ended and " " not in text and next_text[0].islower())
    return not room and not ended and (next_text[0].islower() or text[-1] in "-,/(")


def goes_on_over_blanks(line: Line, following: Line) -> bool:
    """Whether a text goes on after empty lines, as at the end of a page."""
    text, next_text = line.text.strip(), following.text.strip()
    return bool(line.broken and text and next_text[:1].islower()) and not ends_sentence(text)


def join_texts(texts: Iterable[str], shape: Shape) -> Joined:
    """Lines that go on in each other as one text, with white space folded."""
    pieces: list[str] = []
    joins: list[Join] = []
    raw_ends_blank = False
    for raw in texts:
        text = " ".join(raw.split())
        if not text:
            continue
        if pieces:
            kept, mark, code = _seam(pieces[-1], text, raw_ends_blank, shape)
            pieces[-1] = kept
            pieces.append(mark)
            if code:
                joins.append(Join(code, _last_word(kept) + text.split(" ", 1)[0]))
        pieces.append(text)
        raw_ends_blank = raw[-1:].isspace()
    return Joined("".join(pieces).removesuffix("\xad"), tuple(joins))


def _last_word(text: str) -> str:
    found = _LAST_WORD.search(text)
    return found.group() if found else ""


def _seam(text: str, following: str, ends_blank: bool, shape: Shape) -> tuple[str, str, str]:
    """What remains of a line, what stands between it and the next, and the code of the repair ("" for none)."""
    if text.endswith("\xad"):
        return text[:-1], "", "broken_word"
    if _LAST_ADDRESS.search(text) and _address_goes_on(text, following, ends_blank):
        return text, "", "broken_address"
    if _BROKEN_NUMBER.search(text) and _THREE_DIGITS.match(following):
        return text, "", "broken_number"
    if _OPEN_HYPHEN.search(text) and following[0].isalpha():
        return text, "", ""
    return _hyphen_seam(text, following, ends_blank, shape)


def _hyphen_seam(text: str, following: str, ends_blank: bool, shape: Shape) -> tuple[str, str, str]:
    if not _HYPHENATED.search(text) or not following[0].isalnum():
        return text, " ", ""
    if _COORDINATION.match(following) or (ends_blank and not shape.hyphenates):
        return text, " ", ""
    return (text[:-1] if _is_typographic(text, following, shape) else text), "", "broken_word"


def _address_goes_on(text: str, following: str, ends_blank: bool) -> bool:
    piece = following.split(" ", 1)[0]
    if text[-1] in "-/_=?&%#":
        return not ends_blank or _ADDRESS_PIECE.fullmatch(piece) is not None
    return not ends_blank and piece[0].islower() and _ADDRESS_PIECE.fullmatch(piece) is not None


def _is_typographic(text: str, following: str, shape: Shape) -> bool:
    """Whether a hyphen at a line's end was put there by the typesetter alone."""
    left = _last_word(text).casefold().lstrip("(\"'“‘«")
    right = re.match(r"\w+", following)
    if not right or not _BROKEN_WORD.search(text) or not following[0].islower() or text[-2].isupper():
        return False
    if left + right.group().casefold() in shape.words:
        return False
    return left[:-1] + right.group().casefold() in shape.words or shape.hyphenates
