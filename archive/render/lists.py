"""Long lists cut into pages whose content and addresses stay when newer documents are added."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

import msgspec

PAGE_LENGTH = 200

T = TypeVar("T")


class ListPage(msgspec.Struct, Generic[T], frozen=True):
    """One page of a list. number: None for the first, newest one; the others count from 1, the oldest."""

    address: str
    number: int | None
    entries: tuple[T, ...]
    newer: str | None
    older: str | None


def list_pages(address: str, entries: Sequence[T], length: int = PAGE_LENGTH) -> tuple[ListPage[T], ...]:
    """The pages of a list that stands newest first: "themas/werk.html", then "themas/werk/2.html", "…/1.html".

    Pages are filled from the oldest entry on, `length` on each, so that a full page never changes when newer
    ones come; the first page holds the rest: at least `length` where there are older pages, less than twice that.
    """
    full = max(0, len(entries) // length - 1)
    folder = address.removesuffix(".html")
    addresses = [address, *(f"{folder}/{number}.html" for number in range(full, 0, -1))]
    first = len(entries) - full * length
    pages = []
    for place, own in enumerate(addresses):
        start = first + (place - 1) * length if place else 0
        end = first + place * length
        pages.append(
            ListPage(
                address=own,
                number=full - place + 1 if place else None,
                entries=tuple(entries[start:end]),
                newer=addresses[place - 1] if place else None,
                older=addresses[place + 1] if place < full else None,
            )
        )
    return tuple(pages)
