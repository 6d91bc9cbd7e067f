"""Long lists are cut into pages that stay."""

from __future__ import annotations

import pytest

from archive.links.cards import Card
from archive.render.lists import list_pages


def cards(count: int) -> list[Card]:
    """Cards newest first: the oldest is number 1."""
    return [Card(str(number), "", "", None, (), number=number) for number in range(count, 0, -1)]


@pytest.mark.parametrize("count", [0, 1, 9, 10, 19, 20, 21, 35, 40])
def test_every_card_stands_once_and_in_order(count: int) -> None:
    pages = list_pages("themas/werk.html", cards(count), 10)
    assert [card.number for page in pages for card in page.entries] == list(range(count, 0, -1))


@pytest.mark.parametrize("count", range(10, 60))
def test_older_pages_are_full_and_the_first_is_not_short(count: int) -> None:
    first, *older = list_pages("themas/werk.html", cards(count), 10)
    assert 10 <= len(first.entries) < 20
    assert {len(page.entries) for page in older} <= {10}


def test_older_pages_stay_when_newer_cards_come() -> None:
    before = {page.address: page.entries for page in list_pages("themas/werk.html", cards(33), 10)[1:]}
    after = {page.address: page.entries for page in list_pages("themas/werk.html", cards(58), 10)[1:]}
    assert before and before.items() <= after.items()


def test_pages_lead_to_each_other() -> None:
    first, second, third = list_pages("themas/werk.html", cards(35), 10)
    assert [page.address for page in (first, second, third)] == [
        "themas/werk.html",
        "themas/werk/2.html",
        "themas/werk/1.html",
    ]
    assert (first.newer, first.older) == (None, second.address)
    assert (second.newer, second.older) == (first.address, third.address)
    assert (third.newer, third.older) == (second.address, None)
