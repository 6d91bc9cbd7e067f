"""Earlier questions that a text refers to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from archive.model.question import Reference
from archive.text.dates import find_dates
from archive.text.parliamentary_year import parliamentary_year

_QUESTION = re.compile(
    r"(?:schriftelijke\s+)?vraag\s+(?:met\s+)?(?:nr\.?|nummer)\s*(\d{1,6})\b", re.IGNORECASE
)
_YEAR = re.compile(r"\b(20\d\d|19\d\d)\s?[-–/]\s?(20\d\d|19\d\d)\b")
_REACH = 60


def find_references(texts: Iterable[str]) -> Iterator[Reference]:
    """The questions named by number, in the order of the texts, each once."""
    seen: set[tuple[int, str | None]] = set()
    for text in texts:
        for found in _QUESTION.finditer(text):
            reference = _reference(text, found)
            key = (int(found.group(1)), reference.parliamentary_year)
            if key not in seen:
                seen.add(key)
                yield reference


def _reference(text: str, found: re.Match[str]) -> Reference:
    after = text[found.end() : found.end() + _REACH]
    after = re.split(r"[.;?!](?:\s|$)", after, maxsplit=1)[0]
    dated = next(find_dates(after), None)
    year = _YEAR.search(after)
    named: str | None = None
    if year:
        named = f"{year.group(1)}-{year.group(2)}"
    elif dated and dated.date:
        named = parliamentary_year(dated.date)
    end = found.end() + (dated.start + len(dated.text) if dated else 0)
    return Reference(
        "written_question",
        int(found.group(1)),
        named,
        dated.date if dated else None,
        None,
        text[found.start() : end],
    )
