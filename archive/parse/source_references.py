"""Laws, addresses and parts of the same question that a text refers to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.model.question import Reference
from archive.text.dates import find_dates

# Words for texts of law, with the kind of reference that each makes.
_LAWS = {
    "decreet": "decree",
    "besluit": "decision",
    "wet": "act",
    "ordonnantie": "ordinance",
    "omzendbrief": "circular",
    "verordening": "regulation",
    "samenwerkingsakkoord": "agreement",
}
_LAW = re.compile(rf"\b(?:\w*)({'|'.join(_LAWS)})\b", re.IGNORECASE)
# "Omgevingsvergunningsdecreet": a decree by its short name.
_NAMED_DECREE = re.compile(r"\b[A-Z][a-zé]{4,40}decreet\b")
_ADDRESS = re.compile(r"https?://[^\s<>\"“”]{4,500}")
_PART = re.compile(
    r"\b(?:zie|verwijs|verwezen|verwijzen|verwijzing)\b[^.;:?!]{0,60}?\b(?:deel)?vra(?:ag|gen)\s+(\d{1,2}\s?[a-z]?)\b(?![./]?\d)",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[.;?!]\s")
_BEFORE_DATE = 110
_SUBJECT = re.compile(r"\s+(?:betreffende|houdende|over|inzake|tot|met betrekking tot)\s+[^.;,()]{3,120}")


def find_laws(text: str) -> Iterator[tuple[int, Reference]]:
    """Texts of law named with their date ("het decreet van 8 juli 1996"), and decrees by their short name."""
    for dated in find_dates(text):
        start = max(0, dated.start - _BEFORE_DATE)
        before = _CLAUSE_END.split(text[start : dated.start])[-1]
        laws = list(_LAW.finditer(before))
        if not laws or dated.date is None or not before.rstrip().endswith("van"):
            continue
        place = dated.start - len(before) + laws[-1].start()
        end = dated.start + len(dated.text)
        subject = _SUBJECT.match(text, end)
        named = text[place : subject.end() if subject else end].rstrip()
        yield place, Reference(_LAWS[laws[-1].group(1).lower()], None, None, dated.date, None, named)
    for found in _NAMED_DECREE.finditer(text):
        yield found.start(), Reference("decree", None, None, None, None, found.group())


def find_addresses(text: str) -> Iterator[tuple[int, Reference]]:
    """Addresses on the web."""
    for found in _ADDRESS.finditer(text):
        address = found.group().rstrip(".,;:!?)]'’")
        yield found.start(), Reference("address", None, None, None, address, address)


def find_parts(text: str) -> Iterator[tuple[int, Reference]]:
    """Parts of the same question that an answer points to: "zie vraag 6". `target` is the label of the part."""
    for found in _PART.finditer(text):
        label = found.group(1).replace(" ", "").lower()
        yield (
            found.start(),
            Reference("part", int(re.sub(r"\D", "", label)), None, None, label, found.group()),
        )
