"""Queries that ask for as much as they can, and what they come to where they are answered."""

from __future__ import annotations

import random
from collections.abc import Sequence

import msgspec

_COMMON = ("de", "van", "het", "een", "in", "en", "dat", "is", "op", "te")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_OPENINGS = ("(", '"', "NIET ", "-", "titel:", "titel:(", "((", "*", "„", "«")
_CLOSINGS = (")", '"', "~50", "~99999", "*", "", "", ":", "..", "\0", "😀", " OF ", " NIET")


class Answered(msgspec.Struct, frozen=True):
    """How a query ended: with a number of hits, or with the code of a message; neither where it ended otherwise."""

    total: int | None = None
    code: str | None = None
    other: str = ""


def hard_query(number: int) -> str:
    """One query. The first are the worst of each kind, those that follow are made by chance."""
    if number < len(_WORST):
        return _WORST[number]
    chance = random.Random(number)
    return " ".join(_piece(chance) for _ in range(chance.choice([1, 3, 30, 300])))


def _piece(chance: random.Random) -> str:
    word = chance.choice([*_COMMON, "".join(chance.choices(_LETTERS, k=chance.randrange(1, 9)))])
    return chance.choice(["", "", *_OPENINGS]) + word + chance.choice(["", "", *_CLOSINGS])


def _many(pieces: Sequence[str], sign: str, longest: int = 1000) -> str:
    """As many of the pieces as there is room for, with the sign between them."""
    taken: list[str] = []
    while len(sign.join([*taken, pieces[len(taken) % len(pieces)]])) <= longest:
        taken.append(pieces[len(taken) % len(pieces)])
    return sign.join(taken)


_PREFIXES = [f"{one}{two}*" for one in _LETTERS for two in "aeiounrst"]
_ENDINGS = [f"*{one}{two}en" for one in _LETTERS for two in "aeiou"]
_PHRASE = f'"{" ".join(_COMMON[:4])}"'
_LONG_PHRASE = '"' + " ".join((*_COMMON, *_COMMON, *_COMMON)) + '"'
_WORST = (
    _many(_PREFIXES, " OF "),
    _many(_PREFIXES, " "),
    _many(_PREFIXES[:20], " OF "),
    _many(_ENDINGS, " OF "),
    _many(_ENDINGS[:20], " OF ", 200),
    _many([_PHRASE], " OF "),
    _many([_LONG_PHRASE], " OF "),
    _many([f"{_PHRASE}~50"], " OF ", 400),
    _many([f"{_LONG_PHRASE}~50"], " ", 900),
    _many(_COMMON, " OF "),
    _many([f"NIET {word}" for word in _COMMON], " "),
    _many(["van:1900", "tot:2100"], " "),
    "(" * 20 + "de" + ")" * 20,
    "(" * 400 + "de" + ")" * 400,
    "NIET " * 190 + "de",
    "-" * 900 + "de",
    "titel:" * 160 + "de",
    "(" * 999,
    '"' * 999,
    "*" * 999,
    "de " * 100_000,
    "x" * 1_000_000,
    "(" * 100_000 + "de" + ")" * 100_000,
    _many(["*gen", "*ten", "*den", "*ers", "be*", "ge*"], " OF ", 10_000),
)
