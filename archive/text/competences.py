"""The competences that a minister's title names, one by one."""

from __future__ import annotations

import re

_OFFICE = re.compile(
    r"(?:vlaamse?|federale?)?\s*(?:vice)?-?\s*minister(?:-president)?(?:\s+van)?\s+", re.IGNORECASE
)
_NO_COMPETENCE = re.compile(
    r"(?:de\s+)?vlaamse\s+regering|(?:vice)?-?minister-president.*|voogdij.*", re.IGNORECASE
)
# "Steden- en Plattelandsbeleid" is one competence, "Welzijn en Cultuur" are two.
_BORDER = re.compile(r"\s*,\s*(?:en\s+)?|(?<!-)\s+en\s+", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:de|het)\s+", re.IGNORECASE)
_SMALL_WORDS = frozenset({"en", "van", "de", "het", "der", "voor", "aan", "met"})


def split_competences(portfolio: str) -> tuple[str, ...]:
    """The competences in a portfolio, in its order, each written as one writes a competence.

    "VLAAMS MINISTER VAN ECONOMIE, WERK, SOCIALE ECONOMIE EN LANDBOUW" gives ("Economie", "Werk", "Sociale
    Economie", "Landbouw"), whatever the case, so that a competence can be followed across ministers.
    """
    found: dict[str, None] = {}
    for piece in _BORDER.split(" ".join(portfolio.split())):
        name = _without_article(_OFFICE.sub("", f"{piece} ").strip())
        if name and not _NO_COMPETENCE.fullmatch(name):
            found[_written(name)] = None
    return tuple(found)


def _without_article(name: str) -> str:
    article = _ARTICLE.match(name)
    return name[article.end() :] if article else name


def _written(name: str) -> str:
    words = name.casefold().split()
    return " ".join(
        _capitalised(word) if index == 0 or word not in _SMALL_WORDS else word
        for index, word in enumerate(words)
    )


def _capitalised(word: str) -> str:
    return word.upper() if word == "ict" else word[:1].upper() + word[1:]
