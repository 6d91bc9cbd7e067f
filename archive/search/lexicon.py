"""The lexicon of a corpus: every form in it, its family and, for a compound, the families of its parts."""

from __future__ import annotations

from collections.abc import Iterable

from archive.text.compounds import compound_parts
from archive.text.dutch import family


class Lexicon:
    """All forms of a corpus. Families and parts follow from the forms alone, so two readers agree."""

    def __init__(self, forms: Iterable[str]) -> None:
        self.forms = frozenset(forms)
        self._parts: dict[str, tuple[str, ...]] = {}
        self._shared = self._families_with_several_forms()

    def parts(self, form: str) -> tuple[str, ...]:
        """The families that `form` belongs to as a compound of them, its own family left out."""
        return self._parts.get(form, ())

    def is_shared(self, key: str) -> bool:
        """Whether the family `key` finds more than one form: if not, its postings are those of the form."""
        return key in self._shared

    def _families_with_several_forms(self) -> frozenset[str]:
        members: dict[str, int] = {}
        families = frozenset(family(form) for form in self.forms)
        for form in self.forms:
            own = family(form)
            found = {own, *(family(part) for part in compound_parts(form, self.forms, families))}
            if len(found) > 1:
                self._parts[form] = tuple(sorted(found - {own}))
            for key in found:
                members[key] = members.get(key, 0) + 1
        return frozenset(key for key, count in members.items() if count > 1)
