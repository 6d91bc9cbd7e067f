"""Words of a text as search knows them: folded, with their place in the text.

A token is a stretch of letters and digits, with what belongs inside it: N-VA, CD&V, D'HAESE, foto's, 2021-2022,
3,5%, 229.102,88, CO2, 1/07/2023. Folding takes away case and diacritics, and straightens hyphens and apostrophes.
site/query.js does the same to what a reader types; tests/search/token_cases.json is run through both.

A token counts as many positions as it has segments between hyphens and slashes: "collega-coach" stands at two
positions, so that the phrase "collega coach" finds it. Besides its whole form it has other forms:

- each segment of three letters or more, or of two digits or more: "collega" and "coach", "2021" and "2022";
- the form without its joiners: "nva", "cdv", "dhaese", "covid19", "229102,88";
- the name behind an apostrophe: "haese"; the number without its per cent sign: "3,5".
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from archive.text.normal_forms import normal_form

# Letters without a decomposition, and marks that are written in more than one way.
_FOLDED = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "\u00ad": None,
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "´": "'",
        "\u2010": "-",
        "\u2011": "-",
        "–": "-",
        "\u2044": "/",
    }
)

# Combining marks and soft hyphens stand inside a word but are no letters for `re`. Nothing here is given back, which
# makes it twice as fast: no end of a word can be the beginning of what must follow it.
_INNER = r"[\u0300-\u036f\u00ad]"
_LETTERS = rf"{_INNER}*+[^\W_]++(?:{_INNER}++[^\W_]*+)*+"
_TOKEN = re.compile(
    rf"(?:[^\W\d_]\.)+[^\W\d_](?:\.(?![^\W_])|(?![^\W_]))"  # O.C.M.W.
    rf"|{_LETTERS}(?:(?:[-\u2010\u2011&'’‘ʼ`´]|(?<=\d)[.,/–](?=\d)){_LETTERS})*+(?:(?<=\d)%)?"
)
_MARKS = re.compile(r"[\u0300-\u036f]")
# What decomposition leaves besides letters, digits and joiners: the dot of a catalan l.
_STRAY = re.compile(r"[^\w\-/&'.,%]|_")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?%?")
_SEGMENT = re.compile(r"[-/]")
_JOINER = re.compile(r"[-/&']")


class Form(NamedTuple):
    """One searchable form of a token, `offset` positions after the token's own position."""

    text: str
    offset: int


class Token(NamedTuple):
    """One token: text[start:end] of the text, its first position, and its forms, the whole one first."""

    start: int
    end: int
    position: int
    forms: tuple[Form, ...]

    @property
    def form(self) -> str:
        """The whole form: the one that a query for this token looks for."""
        return self.forms[0].text


def fold(text: str) -> str:
    """`text` without case and diacritics, with straight apostrophes and plain hyphens."""
    if text.isascii():
        return text.lower()
    # Letters that decomposition turns into a quote plus a mark must be straightened before it.
    plain = normal_form("NFKD", text.translate(_FOLDED)).lower()
    return _STRAY.sub("", _MARKS.sub("", plain).translate(_FOLDED))


def tokens(text: str, first_position: int = 0) -> Iterator[Token]:
    """The tokens of `text` in order; the first one stands at `first_position`."""
    position = first_position
    for match in _TOKEN.finditer(text):
        forms, span = forms_of(match.group())
        if forms:
            yield Token(match.start(), match.end(), position, forms)
            position += span


def printed_tokens(text: str) -> list[str]:
    """The tokens of `text` as printed: what `forms_of` takes."""
    return _TOKEN.findall(text)


def words(text: str) -> tuple[str, ...]:
    """The whole forms of the tokens of `text`."""
    return tuple(token.form for token in tokens(text))


@functools.lru_cache(maxsize=1 << 18)
def forms_of(printed: str) -> tuple[tuple[Form, ...], int]:
    """The forms of a printed token, the whole one first, and the number of positions that it takes.

    A mark without a letter has no form and takes no position.
    """
    whole = fold(printed)
    if whole[1:2] == "." and whole[0].isalpha():
        whole = whole.replace(".", "")
    if not whole:
        # A mark or soft hyphen without a letter: nothing of it can be searched for.
        return (), 0
    if whole.isalnum():
        return (Form(whole, 0),), 1
    segments = _SEGMENT.split(whole)
    forms = {Form(whole, 0): None}
    if len(segments) > 1:
        forms |= {Form(part, place): None for place, part in enumerate(segments) if _stands_alone(part)}
    forms |= {Form(other, 0): None for other in _rewritten(whole)}
    return tuple(forms), len(segments)


def _stands_alone(segment: str) -> bool:
    return len(segment) >= (2 if segment.isdigit() else 3)


def _rewritten(whole: str) -> Iterator[str]:
    """The ways to write a token without the marks inside it."""
    if not whole[0].isdigit() or not whole[-1].isdigit():
        joined = _JOINER.sub("", whole)
        if joined != whole:
            yield joined
    head, apostrophe, tail = whole.partition("'")
    if apostrophe and len(head) == 1 and len(tail) >= 3:
        yield tail
    if _THOUSANDS.fullmatch(whole):
        yield whole.replace(".", "")
    if whole.endswith("%"):
        yield whole[:-1]
