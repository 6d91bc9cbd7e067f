"""The pages of records that are shown no more: an address once given stays, and says what became of the record.

Of a record that was withdrawn nothing is said but what its address says already: its title may be why it was.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import ClassVar

from archive.links import Links
from archive.links.cards import Card
from archive.links.recent import day_of
from archive.model.addresses import address_of
from archive.render.views import Crumb, PageView
from archive.store.rows import Withdrawal

WITHDRAWN_HEADING = "This document was withdrawn"
RENAMED_HEADING = "This document stands under another address"
HEADINGS = (WITHDRAWN_HEADING, RENAMED_HEADING)


class WithdrawnView(PageView, frozen=True, kw_only=True):
    """id: that of the record. reason: in the words of whoever withdrew it, None where a reading did.

    successor: the record that it goes on in, if that is shown.
    """

    page_kind: ClassVar[str] = "withdrawn"
    heading_is_message: ClassVar[bool] = True
    template: ClassVar[str] = "withdrawn.html.j2"

    id: str
    day: dt.date
    reason: str | None
    successor: Card | None

    @property
    def shows(self) -> str | None:
        """The page of the record that it goes on in, if any."""
        return self.successor.address if self.successor else None


def withdrawn_views(withdrawals: Iterable[Withdrawal], links: Links) -> Iterator[WithdrawnView]:
    """The page of each. `links` are of the records that are shown."""
    for one in withdrawals:
        yield WithdrawnView(
            address=address_of(one.id, is_question=one.is_question),
            heading=RENAMED_HEADING if one.successor else WITHDRAWN_HEADING,
            crumbs=(Crumb(one.id),),
            id=one.id,
            day=dt.date.fromisoformat(day_of(one.withdrawn_at)),
            reason=None if one.by_reading else one.reason,
            successor=links.by_id.get(one.successor) if one.successor else None,
        )
