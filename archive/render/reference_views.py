"""What the page of a record shows of what its text refers to: other records, texts of law, pages on the web."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Literal

import msgspec

from archive.links import Links
from archive.links.cards import Card, newest_first
from archive.links.laws import law_key, law_name
from archive.links.resolved import Agreement, Resolved
from archive.links.web_addresses import address_key, printed_addresses
from archive.model.question import Reference, WrittenQuestion
from archive.model.record import Record

ALSO_SHOWN: Final = 10

ReferenceState = Literal["found", "doubtful", "absent", "spoken", "elsewhere"]


class ReferenceView(msgspec.Struct, frozen=True):
    """A reference as printed, and where it leads.

    candidates: what it can mean, where that is not certain. agrees: in what these, or the question that is meant,
    agree with the text. page: the page of a text of law. also: other records that name the same text of law or
    address, the newest first; more: how many are not listed.
    """

    text: str
    state: ReferenceState
    card: Card | None = None
    candidates: tuple[Card, ...] = ()
    agrees: tuple[Agreement, ...] = ()
    page: str | None = None
    also: tuple[Card, ...] = ()
    more: int = 0


def reference_views(record: Record, links: Links) -> tuple[ReferenceView, ...]:
    """The references of a record of the corpus that `links` was made of, in the order of its text."""
    if not isinstance(record, WrittenQuestion):
        return tuple(_of_document(record, links))
    resolved = links.between.references(record.id)
    found = (
        _reference(one, record.id, resolved.get(place), links) for place, one in enumerate(record.references)
    )
    return tuple(one for one in found if one)


def _of_document(record: Record, links: Links) -> Iterator[ReferenceView]:
    """Of a document, which keeps no references: the texts of law and the addresses that others name too."""
    for topic in links.topics_of(links.by_id[record.id], "law"):
        yield _law(topic.name, record.id, topic.members, topic.address)
    for key, text in dict(printed_addresses(record)).items():
        found = _address(key, text, record.id, links)
        if found:
            yield found


def _reference(
    reference: Reference, id_: str, resolved: Resolved | None, links: Links
) -> ReferenceView | None:
    if card := links.by_id.get(reference.target or ""):
        return ReferenceView(reference.text, "found", card)
    if resolved is not None:
        return _question(reference.text, resolved, links)
    if reference.kind == "address":
        return _address(address_key(reference.text), reference.text, id_, links)
    if reference.kind == "part":
        # It is on the same page.
        return None
    key = law_key(reference)
    topic = links.topics.get(links.key("law", law_name(key))) if key else None
    if topic is None:
        return ReferenceView(reference.text, "elsewhere")
    return _law(reference.text, id_, topic.members, topic.address)


def _question(text: str, resolved: Resolved, links: Links) -> ReferenceView:
    if resolved.id:
        return ReferenceView(text, "found", links.by_id[resolved.id], agrees=resolved.agrees)
    if resolved.candidates:
        candidates = tuple(links.by_id[one] for one in resolved.candidates)
        return ReferenceView(text, "doubtful", candidates=candidates, agrees=resolved.agrees)
    return ReferenceView(text, "spoken" if resolved.spoken else "absent")


def _law(text: str, id_: str, members: Iterable[Card], page: str) -> ReferenceView:
    return _elsewhere(text, (card for card in members if card.id != id_), page)


def _elsewhere(text: str, naming: Iterable[Card], page: str | None = None) -> ReferenceView:
    also = newest_first(naming)
    return ReferenceView(
        text, "elsewhere", page=page, also=also[:ALSO_SHOWN], more=max(0, len(also) - ALSO_SHOWN)
    )


def _address(key: str, text: str, id_: str, links: Links) -> ReferenceView | None:
    """What an address leads to: a record of this archive, or others that name it; None where nothing links it."""
    if not key:
        return None
    if target := links.between.at_address(key, id_):
        return ReferenceView(text, "found", links.by_id[target])
    naming = links.between.naming_address(key, id_)
    return _elsewhere(text, (links.by_id[one] for one in naming)) if naming else None
