"""What the page of a record shows of its links to others: each link with the reason why it stands there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from archive.links import Links
from archive.links.cards import Card
from archive.links.families import FamilyReason
from archive.links.put_to import PutTo
from archive.links.reasons import Kind, Reason
from archive.model.addresses import comparison_address
from archive.model.record import Record
from archive.render.reference_views import ReferenceView, reference_views

OTHERS_SHOWN = 5

Unit = Literal["", "day", "week", "month", "year"]


class ReasonView(msgspec.Struct, frozen=True):
    """A reason to be put in words. unit: what `count` counts, where it is a time."""

    code: str
    count: int = 0
    unit: Unit = ""
    words: tuple[str, ...] = ()


class NearView(msgspec.Struct, frozen=True):
    """A record near another. siblings: to how many other ministers the same question was put.

    comparison: the address of the page with both beside each other, where there is one.
    """

    card: Card
    kind: Kind
    reasons: tuple[ReasonView, ...]
    siblings: int
    comparison: str | None = None


class ComparedView(msgspec.Struct, frozen=True):
    """A question that asks this one again, or that this one does, and the address of the page with both."""

    card: Card
    address: str


class FamilyView(msgspec.Struct, frozen=True):
    """The other questions of a family. coordinated: those with the answer that speaks for all."""

    others: tuple[Card, ...]
    coordinated: tuple[Card, ...]
    absent: tuple[PutTo, ...]
    reasons: tuple[FamilyReason, ...]


class LinksView(msgspec.Struct, frozen=True):
    """All links of a page. others: records on the subject besides those near; more_others: how many are not listed.

    compared: questions with a page beside this one that are not among those near.
    """

    family: FamilyView | None
    references: tuple[ReferenceView, ...]
    referring: tuple[Card, ...]
    near: tuple[NearView, ...]
    others: tuple[Card, ...]
    more_others: int
    compared: tuple[ComparedView, ...] = ()


def links_view(record: Record, links: Links, others_shown: int = OTHERS_SHOWN) -> LinksView:
    """The links of a record of the corpus that `links` was made of."""
    card = links.by_id[record.id]
    family = _family(record.id, links)
    comparisons = _comparisons(record.id, links)
    near = tuple(
        NearView(
            links.by_id[one.id],
            one.kind,
            tuple(map(_reason, one.reasons)),
            one.siblings,
            comparisons.pop(one.id, None),
        )
        for one in links.between.near(record.id)
    )
    listed = (
        {one.card.id for one in near}
        | comparisons.keys()
        | {one.id for one in (family.others if family else ())}
    )
    on_subject = links.others_on_subject(card, others_shown + len(listed))
    others = tuple(one for one in on_subject if one.id not in listed)[:others_shown]
    shown = (card, *others, *map(links.by_id.__getitem__, listed))
    return LinksView(
        family=family,
        references=reference_views(record, links),
        referring=_cards(links, links.between.referring(record.id)),
        near=near,
        others=others,
        more_others=_more_on_subject(card, links, shown),
        compared=tuple(ComparedView(links.by_id[id_], address) for id_, address in comparisons.items()),
    )


def _comparisons(id_: str, links: Links) -> dict[str, str]:
    """Of each question that is compared with this one the address of the page with both."""
    earlier = links.between.earlier(id_)
    found = {later: comparison_address(id_, later) for later in links.between.later(id_)}
    return {earlier: comparison_address(earlier, id_), **found} if earlier else found


def _more_on_subject(card: Card, links: Links, shown: Iterable[Card]) -> int:
    """How many records on the one subject of a card are not among those shown."""
    subjects = links.topics_of(card, "subject")
    if len(subjects) != 1:
        return 0
    (subject,) = subjects
    return len(subject.members) - sum(subject.key in one.topics for one in shown)


def _family(id_: str, links: Links) -> FamilyView | None:
    family = links.between.family(id_)
    if family is None:
        return None
    others = _cards(links, (one for one in family.members if one != id_))
    coordinated = tuple(one for one in others if one.answer_kind == "coordinated")
    return FamilyView(others, coordinated, family.absent, family.reasons)


def _reason(reason: Reason) -> ReasonView:
    if reason.code in ("later", "earlier"):
        count, unit = span(reason.count)
        return ReasonView(reason.code, count, unit)
    return ReasonView(reason.code, reason.count, words=reason.words)


def span(days: int) -> tuple[int, Unit]:
    """A number of days as a reader would say it: 10 days, 6 weeks, 5 months, 2 years."""
    if days < 14:
        return days, "day"
    if days < 60:
        return round(days / 7), "week"
    if days < 320:
        return round(days / 30.44), "month"
    return max(1, round(days / 365.25)), "year"


def _cards(links: Links, ids: Iterable[str]) -> tuple[Card, ...]:
    return tuple(links.by_id[one] for one in ids)
