"""The lexicon of a corpus: every form in it, its family and the families that it belongs to besides.

A form belongs to others as a compound of them, as an abbreviation of a long form, or as the long form of an
abbreviation. A long form of several words is a form of its own, its words joined by "_".
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from archive.text.abbreviations import Definition
from archive.text.languages import DUTCH, Language


class Family(NamedTuple):
    """The forms that are searched together under a key: its own, and those that belong to it besides. Both sorted."""

    key: str
    own: tuple[str, ...]
    inside: tuple[str, ...]


class Lexicon:
    """All forms of a corpus. Families and parts follow from forms and definitions alone, so two readers agree."""

    def __init__(
        self, forms: Iterable[str], definitions: Sequence[Definition] = (), language: Language = DUTCH
    ) -> None:
        self.definitions = tuple(definitions)
        self.forms = frozenset(forms) | {definition.long for definition in definitions}
        self.family = language.family
        # By form the families that its parts were looked for in.
        self.asked: dict[str, tuple[str, ...]] = {}
        self._parts: dict[str, tuple[str, ...]] = {}
        self._members: dict[str, int] = {}
        self._read_families(language, meanings(definitions, language))

    def parts(self, form: str) -> tuple[str, ...]:
        """The families that `form` belongs to as a compound or an abbreviation, its own family left out."""
        return self._parts.get(form, ())

    def is_shared(self, key: str) -> bool:
        """Whether the family `key` finds more than one form: if not, its postings are those of the form."""
        return self._members.get(key, 0) > 1

    def families(self) -> Iterator[Family]:
        """The families that find more than one form, in no order."""
        own: dict[str, list[str]] = {}
        inside: dict[str, list[str]] = {}
        for form in sorted(self.forms):
            key = self.family(form)
            if self.is_shared(key):
                own.setdefault(key, []).append(form)
            for part in self.parts(form):
                inside.setdefault(part, []).append(form)
        for key in own.keys() | inside.keys():
            yield Family(key, tuple(own.get(key, ())), tuple(inside.get(key, ())))

    def _read_families(self, language: Language, meanings: Mapping[str, set[str]]) -> None:
        keys = {form: language.family(form) for form in self.forms}
        families = NotedFamilies(frozenset(keys.values()))
        members = self._members
        for form, own in keys.items():
            members[own] = members.get(own, 0) + 1
            found = parts_of(form, self.forms, families, meanings, language)
            if families.asked:
                self.asked[form] = tuple(families.asked)
                families.asked.clear()
            if found:
                self._parts[form] = found
                for key in found:
                    members[key] = members.get(key, 0) + 1


class NotedFamilies:
    """The keys of the families of a corpus; notes for which of them it was asked."""

    def __init__(self, keys: Collection[str]) -> None:
        self._keys = keys
        self.asked: list[str] = []

    def __contains__(self, key: object) -> bool:
        self.asked.append(str(key))
        return key in self._keys


def parts_of(
    form: str,
    forms: Collection[str],
    families: Container[str],
    meanings: Mapping[str, set[str]],
    language: Language,
) -> tuple[str, ...]:
    """The families that `form` belongs to besides its own, given all forms and keys of families."""
    parts = language.compound_parts(form, forms, families)
    if not parts and form not in meanings:
        return ()
    found = {language.family(part) for part in parts} | meanings.get(form, set())
    found.discard(language.family(form))
    return tuple(sorted(found))


def meanings(definitions: Iterable[Definition], language: Language) -> dict[str, set[str]]:
    """Of each abbreviation the families of its long forms, and of each long form that of its abbreviation."""
    found: dict[str, set[str]] = {}
    for definition in definitions:
        found.setdefault(definition.short, set()).add(language.family(definition.long))
        found.setdefault(definition.long, set()).add(language.family(definition.short))
    return found
