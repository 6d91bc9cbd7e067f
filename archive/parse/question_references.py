"""Other questions that a text refers to by number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.model.question import Reference
from archive.text.dates import find_dates
from archive.text.parliamentary_year import parliamentary_year

_QUESTION = re.compile(
    r"(?:schriftelijke\s+)?vraag\s+(?:met\s+)?(?:nr\.?|nummer)\s*(\d{1,6})\b", re.IGNORECASE
)
_YEAR = re.compile(r"\b(20\d\d|19\d\d)\s?[-–/]\s?(20\d\d|19\d\d)\b")
_ASKER = re.compile(
    r"\s+van\s+(?:mevrouw|de heer|collega|volksvertegenwoordiger|minister)\s+[A-Z][\w'’-]+"
    r"(?:\s(?:[Dd]e|[Vv]an|[Dd]er|[Dd]en)){0,2}"
    r"(?:\s[A-Z][\w'’-]+){0,2}"
)
_REACH = 60


def find_questions(text: str) -> Iterator[tuple[int, Reference]]:
    """The questions named by number in a text, each with the place where it is named."""
    for found in _QUESTION.finditer(text):
        yield found.start(), _reference(text, found)


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
    asker = _ASKER.match(text, end)
    end = asker.end() if asker else end
    return Reference(
        "written_question",
        int(found.group(1)),
        named,
        dated.date if dated else None,
        None,
        text[found.start() : end],
    )
