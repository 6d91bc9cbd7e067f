"""The lexicon of a corpus after additions and removals, worked out from what differs from the first segment.

To build it anew takes longer than all else that additions need. What a form belongs to depends on whether pieces of it
are forms, and on the families that its pieces were looked for in; only forms with such a piece that has come or gone
are looked at again.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

import numpy as np

from archive.search.known_words import WordColumns
from archive.search.lexicon import meanings, parts_of
from archive.search.shard_leaves import Members
from archive.search.word_table import Ints
from archive.text.abbreviations import Definition
from archive.text.compounds import SHORTEST_PART
from archive.text.languages import Language

# Joins the words of a long form; no other form holds it.
_JOIN = "_"
_TABLE_BITS = 16


class Attested(NamedTuple):
    """What documents attest besides the first segment, or no more.

    forms: of the documents added; removed: numbers of the documents of the first segment that are gone for good;
    settled, formerly: the definitions to go by now, and those that the first segment went by.
    """

    forms: Collection[str]
    removed: Ints
    settled: tuple[Definition, ...]
    formerly: tuple[Definition, ...]


class GrownLexicon:
    """Forms and families of all live documents.

    definitions: as settled now. gone: forms of the first segment that are forms no more. unsettled: those of them
    that may still stand in its documents. lost: forms of the first segment that have left a family; unlisted: long
    forms that its postings do not know.
    """

    def __init__(self, base: WordColumns, attested: Attested, language: Language) -> None:
        self.family = language.family
        self.definitions = attested.settled
        self._base = base
        self._numbers = {form: number for number, form in enumerate(base.forms)}
        self._keys = {key: number for number, key in enumerate(base.keys)}
        longs = {definition.long for definition in attested.settled}
        self.unsettled = {form for form in base.forms if _JOIN in form and form not in longs}
        self.gone = self.unsettled | (self._removed(attested.removed) - longs).difference(attested.forms)
        self.new = (set(attested.forms) | longs) - self._numbers.keys()
        self.unlisted = tuple(
            definition
            for definition in attested.settled
            if definition.long in self.new and _JOIN in definition.long
        )
        self._forms = (self._numbers.keys() - self.gone) | self.new
        self.lost: set[str] = set()
        self._parts: dict[str, tuple[str, ...]] = {}
        # By family how many members more or fewer than in the first segment; and the new ones.
        self._more: dict[str, int] = {}
        self._own: dict[str, set[str]] = {}
        self._inside: dict[str, set[str]] = {}
        self._count_own()
        self._read_parts(attested, language)
        self._add_single_forms()

    def parts(self, form: str) -> tuple[str, ...]:
        """The families that a form belongs to besides its own."""
        found = self._parts.get(form)
        return self._former_parts(form) if found is None else found

    def is_shared(self, key: str) -> bool:
        """Whether the family `key` finds more than one form."""
        return self._former_members(key) + self._more.get(key, 0) > 1

    def is_former(self, form: str) -> bool:
        """Whether the first segment has the form, and documents still have it."""
        return form in self._numbers and form not in self.gone

    def documents(self, form: str) -> int:
        """How many documents of the first segment have a form, those removed since included."""
        number = self._numbers.get(form)
        return 0 if number is None else int(self._base.form_documents[number])

    def records(self, keys: Iterable[str]) -> dict[str, Members]:
        """What the records of families say that those of the first segment do not: of those that have changed, and
        of all `keys`."""
        changed = {key for key in self._own.keys() | self._inside.keys() if self.is_shared(key)}
        return {key: self._members(key) for key in changed.union(keys)}

    def joined(self) -> Iterator[tuple[str, str]]:
        """The forms of the first segment whose family has a record only now, each with its key."""
        for key in self._own:
            if self.is_shared(key):
                yield from ((form, key) for form in sorted(self._own[key]) if self.is_former(form))

    def _members(self, key: str) -> Members:
        inside = sorted(self._inside.get(key, ()))
        return Members(
            tuple(sorted(self._own.get(key, ()))),
            tuple(form for form in inside if not self.is_former(form)),
            tuple(filter(self.is_former, inside)),
        )

    def _removed(self, documents: Ints) -> set[str]:
        """The forms of the first segment that stand in none but these of its documents."""
        base = self._base
        gone = np.isin(base.rare_documents, documents)
        removed = np.bincount(base.rare_forms[gone], minlength=len(base.forms))
        numbers = np.flatnonzero((removed > 0) & (removed == base.form_documents))
        return set(map(base.forms.__getitem__, numbers.tolist()))

    def _count_own(self) -> None:
        for forms, step in ((self.new, 1), (self.gone, -1)):
            for form in forms:
                key = self.family(form)
                self._more[key] = self._more.get(key, 0) + step
                if step > 0:
                    self._own.setdefault(key, set()).add(form)

    def _read_parts(self, attested: Attested, language: Language) -> None:
        base = self._base
        owners = np.bincount(base.form_keys, minlength=len(base.keys))
        changed = self._changed_families(owners)
        families = _Families(self._keys, owners, changed)
        meant, formerly = meanings(attested.settled, language), meanings(attested.formerly, language)
        redefined = {form for form in meant.keys() | formerly.keys() if meant.get(form) != formerly.get(form)}
        doubtful = set(self._holding(self.new | self.gone)) | set(self._asking(changed)) | redefined
        for form in doubtful.difference(self.gone).union(self.new):
            if form in self._forms:
                self._set_parts(form, parts_of(form, self._forms, families, meant, language))
        for form in self.gone:
            for key in self._former_parts(form):
                self._more[key] = self._more.get(key, 0) - 1

    def _set_parts(self, form: str, parts: tuple[str, ...]) -> None:
        former = self._former_parts(form)
        if parts == former:
            return
        self._parts[form] = parts
        for key in set(parts) - set(former):
            self._more[key] = self._more.get(key, 0) + 1
            self._inside.setdefault(key, set()).add(form)
        for key in set(former) - set(parts):
            self._more[key] = self._more.get(key, 0) - 1
            self.lost.add(form)

    def _changed_families(self, owners: Ints) -> dict[str, bool]:
        """The families that have come (True) or gone (False) as those of a form of their own."""
        steps: dict[str, int] = {}
        for forms, step in ((self.new, 1), (self.gone, -1)):
            for form in forms:
                key = self.family(form)
                steps[key] = steps.get(key, 0) + step
        changed = {}
        for key, step in steps.items():
            number = self._keys.get(key)
            before = int(owners[number]) if number is not None else 0
            if (before > 0) != (before + step > 0):
                changed[key] = before == 0
        return changed

    def _holding(self, pieces: Collection[str]) -> Iterator[str]:
        """The forms of the first segment that hold any of `pieces` that may be a part of a compound."""
        wanted = [piece for piece in pieces if len(piece) >= SHORTEST_PART and piece.isalpha()]
        return (self._base.forms[number] for number in forms_holding(self._base.forms, wanted))

    def _asking(self, keys: Collection[str]) -> Iterator[str]:
        base = self._base
        numbers = [number for number, key in enumerate(base.asked) if key in keys]
        for number in np.unique(base.asked_forms[np.isin(base.asked_keys, numbers)]).tolist():
            yield base.forms[number]

    def _add_single_forms(self) -> None:
        """A family without a record in the first segment may have one form there: its record must name it now."""
        base = self._base
        bare = [
            number
            for key in {**self._own, **self._inside}
            if (number := self._keys.get(key)) is not None
            and self.is_shared(key)
            and not self._has_record(number)
        ]
        for number in np.flatnonzero(np.isin(base.form_keys, bare)).tolist():
            form = base.forms[number]
            if form not in self.gone:
                self._own.setdefault(base.keys[int(base.form_keys[number])], set()).add(form)

    def _has_record(self, number: int) -> bool:
        """Whether the first segment has a record of the family with this number."""
        own, inside = self._member_counts
        return bool(own[number] + inside[number] > 1 or inside[number])

    def _former_members(self, key: str) -> int:
        number = self._keys.get(key)
        if number is None:
            return 0
        own, inside = self._member_counts
        return int(own[number] + inside[number])

    def _former_parts(self, form: str) -> tuple[str, ...]:
        number = self._numbers.get(form)
        if number is None:
            return ()
        base = self._base
        start, end = base.part_starts[number : number + 2].tolist()
        return tuple(base.keys[key] for key in base.part_keys[start:end].tolist())

    @functools.cached_property
    def _member_counts(self) -> tuple[Ints, Ints]:
        base = self._base
        size = len(base.keys)
        return np.bincount(base.form_keys, minlength=size), np.bincount(base.part_keys, minlength=size)


class _Families:
    """The keys of all families that have a form of their own."""

    def __init__(self, keys: dict[str, int], owners: Ints, changed: dict[str, bool]) -> None:
        self._keys = keys
        self._owners = owners.tolist()
        self._changed = changed

    def __contains__(self, key: object) -> bool:
        known = self._changed.get(str(key))
        if known is not None:
            return known
        number = self._keys.get(str(key))
        return number is not None and self._owners[number] > 0


def forms_holding(forms: Collection[str], pieces: Collection[str]) -> list[int]:
    """The places of the forms that hold any of `pieces`, each of at least four bytes, but for the form itself."""
    if not pieces or not forms:
        return []
    text = "\n".join(forms).encode("utf-8")
    by_start: dict[bytes, list[bytes]] = {}
    for piece in pieces:
        written = piece.encode("utf-8")
        by_start.setdefault(written[:4], []).append(written)
    letters = np.frombuffer(text + b"\n\n\n", dtype=np.uint8).astype(np.uint32)
    codes = letters[:-3] | letters[1:-2] << 8 | letters[2:-1] << 16 | letters[3:] << 24
    wanted = np.frombuffer(b"".join(by_start), dtype="<u4").astype(np.uint32)
    table = np.zeros(1 << _TABLE_BITS, dtype=bool)
    table[_scattered(wanted)] = True
    spots = np.flatnonzero(table[_scattered(codes)])
    starts = np.flatnonzero(np.append(10, letters[:-3]) == 10)
    owners = np.searchsorted(starts, spots, side="right") - 1
    found: set[int] = set()
    for spot, owner in zip(spots.tolist(), owners.tolist(), strict=True):
        if owner not in found and any(
            text.startswith(written, spot) for written in by_start.get(text[spot : spot + 4], ())
        ):
            found.add(owner)
    return sorted(found)


def _scattered(codes: Ints) -> Ints:
    """A number of _TABLE_BITS bits for each code (Fibonacci hashing)."""
    return (codes * np.uint32(2654435769)) >> np.uint32(32 - _TABLE_BITS)
