"""The list that a question prints of all ministers to whom it was put: "Jan Jambon (142), Hilde Crevits (256)"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from archive.text.slugs import slug

_OPENING = re.compile(
    r"\bvra(?:ag\s+(?:werd|wordt|is)|gen\s+(?:werden|worden|zijn))\s+(?:\w+\s+){0,3}gesteld\s+aan\b",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"(?P<name>[A-ZÀ-Ý][\w'’-]+(?:\s+[\w'’-]+){0,6})\s*\((?:nr\.?\s*)?(?P<number>\d{1,5})\)")
_TITLE = re.compile(r"^.*\bminister(?:s|-president)?\s+", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.?!]\s")
_REACH = 1500
# Between two entries stand a comma, "en" and perhaps "minister", but no sentence ends.
_BETWEEN = 40


class PutTo(NamedTuple):
    """A minister, as a slug, the number that the question has there, and the name as printed."""

    minister: str
    number: int
    printed: str = ""


def put_to(texts: Iterable[str]) -> tuple[PutTo, ...]:
    """The ministers that the texts of a question name as those to whom it was put, in their order."""
    found: dict[PutTo, None] = {}
    for text in texts:
        if "gesteld" not in text.casefold():
            continue  # what is looked for is rare, and this is ten times as fast
        for opening in _OPENING.finditer(text):
            found.update(dict.fromkeys(_entries(text[opening.end() : opening.end() + _REACH])))
    return tuple(found)


def _entries(listed: str) -> list[PutTo]:
    entries: list[PutTo] = []
    reached = 0
    for entry in _ENTRY.finditer(listed):
        between = listed[reached : entry.start()]
        if len(between) > _BETWEEN or _SENTENCE_END.search(between):
            break
        name = _TITLE.sub("", entry["name"])
        entries.append(PutTo(slug(name), int(entry["number"]), name))
        reached = entry.end()
    return entries
