"""The lexicon of a corpus: every form in it, its family and the families that it belongs to besides.

A form belongs to others as a compound of them, as an abbreviation of a long form, or as the long form of an
abbreviation. A long form of several words is a form of its own, its words joined by "_".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from archive.text.abbreviations import Definition
from archive.text.compounds import compound_parts
from archive.text.dutch import family


class Lexicon:
    """All forms of a corpus. Families and parts follow from forms and definitions alone, so two readers agree."""

    def __init__(self, forms: Iterable[str], definitions: Sequence[Definition] = ()) -> None:
        self._definitions: dict[str, list[Definition]] = {}
        for definition in definitions:
            if len(definition.words) > 1:
                self._definitions.setdefault(definition.words[-1][0], []).append(definition)
        self.forms = frozenset(forms) | {definition.long for definition in definitions}
        self._parts: dict[str, tuple[str, ...]] = {}
        self._shared = self._families_with_several_forms(_meanings(definitions))

    def parts(self, form: str) -> tuple[str, ...]:
        """The families that `form` belongs to as a compound or an abbreviation, its own family left out."""
        return self._parts.get(form, ())

    def is_shared(self, key: str) -> bool:
        """Whether the family `key` finds more than one form: if not, its postings are those of the form."""
        return key in self._shared

    def long_forms(self, occurrences: Mapping[str, Sequence[int]]) -> dict[str, list[int]]:
        """The long forms of abbreviations in a document, given its words: where each begins, ascending."""
        found: dict[str, list[int]] = {}
        for last in occurrences.keys() & self._definitions.keys():
            for definition in self._definitions[last]:
                places = _beginnings(definition, occurrences)
                if places:
                    found[definition.long] = places
        return found

    def _families_with_several_forms(self, meanings: Mapping[str, set[str]]) -> frozenset[str]:
        members: dict[str, int] = {}
        families = frozenset(family(form) for form in self.forms)
        for form in self.forms:
            own = family(form)
            found = {own, *(family(part) for part in compound_parts(form, self.forms, families))}
            found |= meanings.get(form, set())
            if len(found) > 1:
                self._parts[form] = tuple(sorted(found - {own}))
            for key in found:
                members[key] = members.get(key, 0) + 1
        return frozenset(key for key, count in members.items() if count > 1)


def _meanings(definitions: Iterable[Definition]) -> dict[str, set[str]]:
    """Of each abbreviation the families of its long forms, and of each long form that of its abbreviation."""
    meanings: dict[str, set[str]] = {}
    for definition in definitions:
        meanings.setdefault(definition.short, set()).add(family(definition.long))
        meanings.setdefault(definition.long, set()).add(family(definition.short))
    return meanings


def _beginnings(definition: Definition, occurrences: Mapping[str, Sequence[int]]) -> list[int]:
    if any(word not in occurrences for word, _ in definition.words):
        return []
    first, *others = definition.words
    places = set(occurrences[first[0]])
    for word, offset in others:
        places &= {place - offset for place in occurrences[word]}
    return sorted(places)
