"""Splits the name of a person into the pieces that reference lists sort and print apart."""

from __future__ import annotations

import msgspec

# Words that open a surname; "Ben" and "El" too, which Flemish members of Moroccan or Tunisian descent bear.
_OPENERS = frozenset(
    {"al", "ben", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "het", "la", "le", "op"}
    | {"'t", "te", "ten", "ter", "van", "vande", "vanden", "vander", "von", "zu"}
)


class PersonName(msgspec.Struct, frozen=True):
    """A name in pieces. particle: "van der", where it is written small and thus no part of the surname proper.

    given and particle are "" where there is none.
    """

    given: str
    particle: str
    family: str

    @property
    def surname(self) -> str:
        """The particle with the surname: "van der Vloet", "Van den Bossche"."""
        return f"{self.particle} {self.family}" if self.particle else self.family

    @property
    def plain(self) -> str:
        """The name as it is spoken."""
        return f"{self.given} {self.surname}".strip()

    @property
    def inverted(self) -> str:
        """The name as lists sort it: "Van den Bossche, Freya"."""
        return f"{self.surname}, {self.given}" if self.given else self.surname


def split_name(name: str) -> PersonName:
    """The pieces of a name that is written with the given name first.

    The surname begins at the first word that opens one, else it is the last word. In Flanders a particle with a
    capital belongs to the surname, under whose "V" or "D" it is sorted; one written small stands apart.
    """
    words = name.split()
    opening = (place for place in range(1, len(words) - 1) if words[place].casefold() in _OPENERS)
    start = next(opening, max(len(words) - 1, 0))
    family = start
    while family < len(words) - 1 and words[family].islower() and words[family] in _OPENERS:
        family += 1
    return PersonName(*(" ".join(piece) for piece in (words[:start], words[start:family], words[family:])))
