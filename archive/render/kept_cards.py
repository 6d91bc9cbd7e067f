"""Keeps what lists say of each record: it stands in the lists of all its topics with the same words."""

from __future__ import annotations

from archive.links.cards import Card


class KeptCards:
    """The words about cards, once they are made, for one site in one language."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[Card, str]] = {}

    def get(self, card: Card) -> str:
        """The words about a card, "" where they are still to be made."""
        kept = self._kept.get(card.id)
        return kept[1] if kept and kept[0] is card else ""

    def keep(self, card: Card, words: str) -> str:
        """Keeps the words about a card; they come back."""
        self._kept[card.id] = card, words
        return words
