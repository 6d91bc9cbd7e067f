"""What every view of a page has: an address, a heading, the way to it, and its template."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import ClassVar

import msgspec

from archive.links.cards import Card


class Crumb(msgspec.Struct, frozen=True):
    """One step of the way to a page; without an address it is the page itself.

    is_message: `name` is a message id, to be translated; else it comes from a document and stays as it is.
    """

    name: str
    address: str | None = None
    is_message: bool = False


class FeedLink(msgspec.Struct, frozen=True):
    """A feed with the content of a page. title: "" for that of the whole archive."""

    address: str
    title: str


class PageView(msgspec.Struct, frozen=True, kw_only=True):
    """A page to be written at `address` (relative to the site's root).

    section: the address of the entry of the main menu under which the page stands, if any.
    feeds: those that tell what is new on the page.
    heading_is_message: the heading is a message id, to be translated.
    """

    page_kind: ClassVar[str]
    template: ClassVar[str]
    heading_is_message: ClassVar[bool] = False

    address: str
    heading: str
    crumbs: tuple[Crumb, ...] = ()
    section: str | None = None
    feeds: tuple[FeedLink, ...] = ()

    @property
    def shows(self) -> str | None:
        """The address of the page that shows the same for good, mostly this one; None where there is none."""
        return self.address


class CardGroup(msgspec.Struct, frozen=True):
    """Cards under one heading; `name` None asks for the wording of what has none."""

    name: str | None
    cards: tuple[Card, ...]
    address: str | None = None


def grouped(cards: Iterable[Card], name_of: Callable[[Card], str | None]) -> tuple[CardGroup, ...]:
    """The cards by name, in the order in which the names first come; the nameless last."""
    groups: dict[str | None, list[Card]] = {}
    for card in cards:
        groups.setdefault(name_of(card), []).append(card)
    nameless = groups.pop(None, None)
    if nameless:
        groups[None] = nameless
    return tuple(CardGroup(name, tuple(some)) for name, some in groups.items())


def period(cards: Iterable[Card]) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last date of the cards."""
    dates = [card.date for card in cards if card.date]
    return (min(dates), max(dates)) if dates else (None, None)
