"""Names of people, printed in capitals, in proper case: from the table of known names, else by rule."""

from __future__ import annotations

import csv
import datetime as dt
import functools
import importlib.resources
import re
from collections import defaultdict

import msgspec
from rapidfuzz import fuzz, process

from archive.text.normal_forms import normal_form

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'"})
_NOT_LETTERS = re.compile(r"[^a-z]+")
# In Flanders the first particle of a surname has a capital, the others as a rule have not.
_LATER_PARTICLES = frozenset({"de", "den", "der", "het", "la", "le", "van", "ten", "ter", "du"})
_PARTICLES = _LATER_PARTICLES | {"vande", "vanden", "vander", "op"}
_ELIDED = re.compile(r"^([dlst])'(.+)$")
_NEAR = 90.0


class Term(msgspec.Struct, frozen=True):
    """A party or office of a person between two days, where these are known."""

    role: str
    party: str | None
    start: dt.date | None
    end: dt.date | None


class KnownName(msgspec.Struct, frozen=True):
    """A name of the table with its terms."""

    name: str
    terms: tuple[Term, ...]

    def party_on(self, date: dt.date) -> str | None:
        """The party on a day, None where the table does not show it."""
        for term in self.terms:
            if term.party and term.start and term.end and term.start <= date <= term.end:
                return term.party
        return None


class ProperName(msgspec.Struct, frozen=True):
    """A name in proper case. known: its row of the table. near: a known name that differs by a slip or two."""

    name: str
    known: KnownName | None
    near: str | None = None


def unify_apostrophes(text: str) -> str:
    """The text with every form of apostrophe as the straight one."""
    return text.translate(_APOSTROPHES)


def name_key(name: str) -> str:
    """What two forms of one name have in common: letters without accents, case, blanks and marks."""
    plain = normal_form("NFKD", name.casefold())
    return _NOT_LETTERS.sub("", plain)


@functools.cache
def known_names() -> dict[str, KnownName]:
    """The table of known names by `name_key`."""
    terms: defaultdict[str, list[Term]] = defaultdict(list)
    table = importlib.resources.files("archive.text").joinpath("name_table.csv")
    with table.open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            terms[row["name"]].append(
                Term(row["role"], row["party"] or None, _date(row["from"]), _date(row["until"]))
            )
    known: dict[str, KnownName] = {}
    # One person may stand in two lists with two spellings: that of the Flemish Parliament is preferred.
    for name in sorted(terms, key=lambda name: all(term.role == "federal_member" for term in terms[name])):
        known.setdefault(name_key(name), KnownName(name, tuple(terms[name])))
    return known


def _date(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def proper_name(printed: str) -> ProperName:
    """The name in proper case. A name that is not printed in capitals and not known stays as it is."""
    text = unify_apostrophes(" ".join(printed.split()))
    known = known_names().get(name_key(text))
    if known:
        return ProperName(known.name, known)
    name = _by_rule(text) if text.isupper() else text
    return ProperName(name, None, _nearest(text))


def _nearest(text: str) -> str | None:
    key = name_key(text)
    found = process.extractOne(key, known_names().keys(), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return known_names()[found[0]].name if found else None


def _by_rule(text: str) -> str:
    words = text.casefold().split(" ")
    cased: list[str] = []
    in_surname = False
    for position, word in enumerate(words):
        if position and in_surname and word in _LATER_PARTICLES and words[position - 1] in _PARTICLES:
            cased.append(word)
        else:
            cased.append("-".join(_capitalised(piece) for piece in word.split("-")))
        in_surname = in_surname or (position > 0 and word in _PARTICLES)
    return " ".join(cased)


def _capitalised(word: str) -> str:
    elided = _ELIDED.match(word)
    if elided:
        return f"{elided[1].upper()}'{elided[2].capitalize()}"
    return word.capitalize()
