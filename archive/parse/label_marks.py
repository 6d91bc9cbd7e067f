"""Labels of parts as they stand at the beginning of a line: "1.", "7. a)", "a-b)", "8, 9.", "1-2."."""

from __future__ import annotations

import re

import msgspec

# A range wider than this is no label ("11-100").
_WIDEST_RANGE = 12
_HIGHEST_NUMBER = 99
_LONGEST = 40

_PREFIX = re.compile(
    r"(?:(?:antwoord\s+op\s+)?(?:deel)?vra(?:ag|gen)|ad|antwoord)\s+(?:nrs?\.?\s+)?(?=\d)", re.IGNORECASE
)
_NUMBER = re.compile(r"\d{1,2}(?!\d)")
_LETTER = re.compile(r"[a-z](?![^\W\d_])", re.IGNORECASE)
_SEPARATOR = re.compile(
    r"\s*(?:(?P<range>[-–—]|tot\s+en\s+met\b|t\.?e\.?m\.?|t/m|tot\b)|(?P<list>,\s*en\b|,|en\b|&|\+|/))\s*",
    re.IGNORECASE,
)
_CLOSER = re.compile(r"\s?(?P<mark>[.)°]+|:)")

Pair = tuple[int | None, str]


class LabelMark(msgspec.Struct, frozen=True):
    """A mark at the beginning of a line.

    pairs: each a number and a letter; the number is None where only a letter stands, the letter "" where only
    a number does. closer: the last mark after it ("." or ")"). start: where the text after it begins.
    """

    pairs: tuple[Pair, ...]
    closer: str
    start: int
    prefixed: bool = False


class _Atom(msgspec.Struct, frozen=True):
    number: int | None
    letter: str
    closer: str
    end: int


def read_mark(text: str) -> LabelMark | None:
    """The mark with which a line begins, None where it begins with none.

    Told from the line alone: whether the mark is a label of a part is for the reader of the whole to say.
    """
    begin = len(text) - len(text.lstrip())
    prefix = _PREFIX.match(text, begin)
    atom = _read_atom(text, prefix.end() if prefix else begin)
    if atom is None:
        return None
    pairs: list[Pair] = [(atom.number, atom.letter)]
    while separator := _SEPARATOR.match(text, atom.end):
        following = _read_atom(text, separator.end())
        if following is None or following.end - begin > _LONGEST:
            break
        joined = _joined(pairs[-1], following, separator.group("range") is not None)
        if joined is None:
            return None
        pairs += joined
        atom = following
    return _finished(text, tuple(pairs), atom, prefix is not None)


def _finished(text: str, pairs: tuple[Pair, ...], atom: _Atom, prefixed: bool) -> LabelMark | None:
    rest = text[atom.end :]
    closed = atom.closer or (prefixed and (not rest.strip() or rest.lstrip()[:1] in ":-–"))
    if not closed or not _may_follow(rest, pairs, atom.closer):
        return None
    start = len(text) - len(rest.lstrip(" :" if prefixed else " "))
    return LabelMark(pairs, atom.closer[-1:] or ":", start, prefixed)


def _may_follow(rest: str, pairs: tuple[Pair, ...], closer: str) -> bool:
    """Whether a text can begin so: after a blank with anything, without one only with a letter or a bracket.

    "2.133" is a number, "o.b.v." an abbreviation.
    """
    if not rest or rest[0].isspace():
        return True
    if pairs[-1][1] and not closer.endswith(")"):
        return False
    return (rest[0].isalpha() and (rest[0].isupper() or rest[1:2] != ".")) or rest[0] in "\"'“‘(€"


def _read_atom(text: str, start: int) -> _Atom | None:
    """One number, one letter, or both ("7a", "7. a", "7 a"), with the mark that closes it, if any."""
    number = _NUMBER.match(text, start)
    if number is None:
        letter = _LETTER.match(text, start)
        if letter is None or letter.group().isupper():
            return None
        closer, end = _read_closer(text, letter.end())
        return _Atom(None, letter.group(), closer, end)
    if int(number.group()) > _HIGHEST_NUMBER or number.group() in {"0", "00"}:
        return None
    closer, end = _read_closer(text, number.end())
    inner = end + len(text[end : end + 2]) - len(text[end : end + 2].lstrip(" "))
    letter = _LETTER.match(text, inner)
    if letter and letter.group().islower():
        letter_closer, letter_end = _read_closer(text, letter.end())
        # "7 t.e.m. 9" and "7 x 24" hold no letter of a part.
        near = closer != "" or inner == number.end() or letter_closer.endswith(")")
        if near and letter_closer:
            return _Atom(int(number.group()), letter.group(), letter_closer, letter_end)
        separated = _SEPARATOR.match(text, letter_end)
        if separated and _read_atom(text, separated.end()):
            return _Atom(int(number.group()), letter.group(), "", letter_end)
    return _Atom(int(number.group()), "", closer, end)


def _read_closer(text: str, start: int) -> tuple[str, int]:
    closer = _CLOSER.match(text, start)
    return (closer.group("mark"), closer.end()) if closer else ("", start)


def _joined(last: Pair, atom: _Atom, is_range: bool) -> list[Pair] | None:
    """The pairs that an atom adds after the last one, None where the two do not fit."""
    number, letter = last
    if atom.number is None:
        # "7 a, b": the number goes on.
        if not letter or atom.letter <= letter:
            return None
        first = ord(letter) + 1 if is_range else ord(atom.letter)
        return [(number, chr(code)) for code in range(first, ord(atom.letter) + 1)]
    if number is None or atom.number < number or atom.number - number > _WIDEST_RANGE:
        return None
    if atom.number == number:
        return [(number, atom.letter)] if atom.letter > letter else None
    if is_range and not letter and not atom.letter:
        return [(between, "") for between in range(number + 1, atom.number + 1)]
    return None if is_range else [(atom.number, atom.letter)]
