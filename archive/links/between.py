"""All that links one question to others: its family, its references both ways, and at most ten that are near it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from archive.links.facts import RecordFacts
from archive.links.families import Family
from archive.links.nearness import NEAR_SHOWN, Near
from archive.links.resolved import Resolved
from archive.links.ties import Ties


class Between:
    """The links between the records of one corpus."""

    def __init__(
        self, facts: Sequence[RecordFacts], ties: Ties, near: Callable[[int], tuple[Near, ...]]
    ) -> None:
        """facts: those of all records, in the order of their ids. near: what is near the record at a place."""
        self._ties = ties
        self._near = near
        self._earlier, self._later = _by_id(ties.asked_again, [one.id for one in facts])

    def ids(self) -> tuple[str, ...]:
        """The ids of all records, in their order."""
        return tuple(self._ties.places)

    def family(self, id_: str) -> Family | None:
        """The family of a question that was put to several ministers."""
        return self._ties.families.get(id_)

    def families(self) -> tuple[Family, ...]:
        """Every family once, in the order of the ids of their first members."""
        unique = {family.members: family for family in self._ties.families.values()}
        return tuple(unique[members] for members in sorted(unique))

    def references(self, id_: str) -> dict[int, Resolved]:
        """What the references of a question to others lead to, by their place among its references."""
        return {one.place: one for one in self._ties.resolved.get(id_, ())}

    def referring(self, id_: str) -> tuple[str, ...]:
        """The questions that refer to this one, by id."""
        return self._ties.referring.get(id_, ())

    def at_address(self, key: str, id_: str) -> str | None:
        """The record other than this one that an address (by its key) is that of."""
        owner = self._ties.addresses.owner(key)
        return owner if owner != id_ else None

    def naming_address(self, key: str, id_: str) -> tuple[str, ...]:
        """The other records that name an address, by id."""
        return tuple(one for one in self._ties.addresses.naming(key) if one != id_)

    def near(self, id_: str, limit: int = NEAR_SHOWN) -> tuple[Near, ...]:
        """At most `limit` (and NEAR_SHOWN) records near this one, the strongest link first; of a family one, none of
        its own."""
        return self._near(self._ties.places[id_])[:limit]

    def earlier(self, id_: str) -> str | None:
        """The earlier question that this one asks again, as a whole or in part."""
        return self._earlier.get(id_)

    def later(self, id_: str) -> tuple[str, ...]:
        """The later questions that ask this one again, by id; each of them names this one as its earlier one."""
        return self._later.get(id_, ())


def _by_id(
    asked_again: Mapping[int, int], ids: Sequence[str]
) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """Who asks whom again, both ways."""
    later: dict[str, tuple[str, ...]] = {}
    for place, other in sorted(asked_again.items()):
        later[ids[other]] = (*later.get(ids[other], ()), ids[place])
    return {ids[place]: ids[other] for place, other in asked_again.items()}, later
