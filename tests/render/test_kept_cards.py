"""What lists say of records is made once."""

from __future__ import annotations

import msgspec

from archive.links.cards import Card
from archive.render.kept_cards import KeptCards

CARD = Card("documenten/a", "documenten/a.html", "A", None)


def test_the_words_about_a_card_come_back() -> None:
    kept = KeptCards()
    assert kept.get(CARD) == ""
    assert kept.keep(CARD, "woorden") == "woorden"
    assert kept.get(CARD) == "woorden"


def test_another_card_of_the_same_record_has_words_of_its_own() -> None:
    kept = KeptCards()
    kept.keep(CARD, "woorden")
    assert kept.get(msgspec.structs.replace(CARD, title="B")) == ""
