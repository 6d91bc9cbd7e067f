"""A portfolio as printed, in which each competence leads to its page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from archive.links import Links
from archive.links.names import TopicKey
from archive.links.topics import Topic
from archive.render.formats import portfolio_text


class PortfolioPiece(msgspec.Struct, frozen=True):
    """A piece of the text, with the competence that it names, if it does."""

    text: str
    topic: Topic | None = None


def portfolio_pieces(
    portfolio: str | None, competences: Iterable[TopicKey], links: Links, own: TopicKey | None = None
) -> tuple[PortfolioPiece, ...]:
    """The pieces of a portfolio, whose competences stand in the order of the text; what it lacks stands behind it.

    own: the competence on whose page the portfolio stands, which leads nowhere.
    """
    text = portfolio_text(portfolio or "")
    topics = [topic for key in competences if key != own and (topic := links.topics.get(key)) is not None]
    return tuple(_pieces(text, topics, links))


def _pieces(text: str, topics: Iterable[Topic], links: Links) -> Iterator[PortfolioPiece]:
    place = 0
    lacking: list[Topic] = []
    for topic in topics:
        found = _named(topic, text, place, links)
        if found is None:
            lacking.append(topic)
            continue
        if found.start() > place:
            yield PortfolioPiece(text[place : found.start()])
        yield PortfolioPiece(found.group(), topic)
        place = found.end()
    if place < len(text):
        yield PortfolioPiece(text[place:])
    for topic in lacking:
        if text:
            yield PortfolioPiece("; ")
        yield PortfolioPiece(topic.name, topic)


def _named(topic: Topic, text: str, place: int, links: Links) -> re.Match[str] | None:
    """Where the text names a competence by any of its names, from a place on."""
    names = "|".join(map(re.escape, (topic.name, *links.authority.aliases(topic.key))))
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE).search(text, place)
