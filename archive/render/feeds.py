"""Atom feeds (RFC 4287) of what is new: of all records, of a topic, of a saved search.

An entry's `updated` is when the archive got the present state of the record: it changes only when the record does.
Ids are made of the record's id and the source's name alone, so that they stay when the site moves. Without an
address of the site all links are relative to the feed, which RFC 4287 allows (section 4.2.7).

A record that was withdrawn or renamed keeps its id, under which an entry says so with a later `updated`: readers of
feeds then put these words in the place of the old ones (RFC 4287, sections 4.2.6 and 4.2.15). The mark of RFC 6721,
`deleted-entry`, says less, and a reader that does not know it would go on showing what was withdrawn. Such an entry
tells nothing but what the address of its page tells: it stands in the feed of all records and in that of the minister.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Protocol
from urllib.parse import quote

import msgspec

from archive.config import Settings
from archive.links import Links
from archive.links.cards import Card
from archive.links.moved import moved_topics
from archive.links.names import FOLDERS, TopicKind, topic_address
from archive.links.recent import News, day_of
from archive.links.topics import Topic
from archive.model.addresses import address_of
from archive.render.catalogue import Catalogue
from archive.render.views import FeedLink
from archive.render.withdrawn_pages import RENAMED_HEADING, WITHDRAWN_HEADING
from archive.render.wording import ANSWER_WORDING, CHANGED_WORDING
from archive.store.rows import Withdrawal
from archive.text.slugs import slug
from archive.text.xml_text import xml_attribute, xml_text

ALL_FEED = "nieuw.xml"
# Of everything more comes in a day than of one topic.
ALL_LENGTH = 100
FEED_LENGTH = 25
FEED_KINDS: frozenset[TopicKind] = frozenset({"theme", "subject", "asker", "minister"})
SEARCH_FOLDER = "zoekopdrachten"
_ENTRIES_KEPT = 20_000
# A feed must have a time even where nothing ever changed in it.
_NEVER = "1970-01-01T00:00:00Z"

QUESTION_TEXT = "Written question no. %(number)s (%(year)s) of %(asker)s to %(minister)s."
DOCUMENT_TEXT = "Supporting document"
NO_ANSWER_TEXT = "No answer"
CHANGED_TEXT = "Changed: %(fields)s."
RELATIVE_TEXT = (
    "This archive has no address on the web: the links of this feed are relative to the place of its file."
)
FEED_TEXTS = (QUESTION_TEXT, DOCUMENT_TEXT, NO_ANSWER_TEXT, CHANGED_TEXT, RELATIVE_TEXT)


class Feed(msgspec.Struct, frozen=True):
    """A feed at `address` of records under `title`, at most `length` of them.

    page: the address of the page with the same content.
    """

    address: str
    title: str
    page: str
    cards: Sequence[Card]
    length: int = FEED_LENGTH


def feed_address(page: str) -> str:
    """The feed beside a page: "themas/werk.xml"."""
    return f"{page.removesuffix('.html')}.xml"


def search_feed(name: str, query: str, cards: Sequence[Card] = ()) -> Feed:
    """The feed of a saved search."""
    return Feed(f"{SEARCH_FOLDER}/{slug(name)}.xml", name, f"zoeken.html?q={quote(query)}", cards)


def topic_feed_links(topic: Topic) -> tuple[FeedLink, ...]:
    """The feed of a topic, if topics of its kind have one."""
    return (FeedLink(feed_address(topic.address), topic.name),) if topic.kind in FEED_KINDS else ()


def topic_feeds(links: Links) -> Iterable[Feed]:
    """The feeds of all topics that have one; a name that became an alias keeps its own, with the same content."""
    for topic in links.topics.values():
        for feed in topic_feed_links(topic):
            yield Feed(feed.address, feed.title, topic.address, topic.members)
    for moved, topic in moved_topics(links):
        for feed in topic_feed_links(topic):
            address = feed_address(topic_address(moved.old))
            yield Feed(address, feed.title, topic.address, topic.members)


class FeedLinks(Protocol):
    """What a feed needs of the links of a corpus (archive.links.Links has it)."""

    @property
    def by_id(self) -> Mapping[str, Card]:
        """The card of each record."""

    def topics_of(self, card: Card, kind: TopicKind) -> tuple[Topic, ...]:
        """The topics of one kind that a record stands under."""


class FeedWriter:
    """Turns feeds into XML, for one site. `links` and `news` are of the same corpus."""

    def __init__(self, links: FeedLinks, news: News, settings: Settings, catalogue: Catalogue) -> None:
        self._links = links
        self._news = news
        self._settings = settings
        self._catalogue = catalogue
        self._base = f"{settings.base_url.rstrip('/')}/" if settings.base_url else None
        # A record stands with the same words in the feeds of its themes, its subject and its people.
        self._entry = lru_cache(maxsize=_ENTRIES_KEPT)(self._made_entry)
        self._withdrawn = _by_feed(news.withdrawn)

    def xml(self, feed: Feed) -> bytes:
        """The file of a feed: its newest entries by the day of their last change, then by date."""
        prefix = self._base or "../" * feed.address.count("/")
        told: list[tuple[str, Card | Withdrawal]] = [
            *((day_of(one.withdrawn_at), one) for one in self._withdrawn.get(feed.address, ())),
            *((day_of(self._changed_at(card)), card) for card in feed.cards),
        ]
        newest = sorted(told, key=itemgetter(0), reverse=True)[: feed.length]
        head = "".join(self._head(feed, prefix))
        entries = "".join(
            self._entry(one.id, prefix) if isinstance(one, Card) else self._farewell(one, prefix)
            for _, one in newest
        )
        language = xml_attribute(self._settings.language)
        return (
            '<?xml version="1.0" encoding="utf-8"?>\n'
            f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={language}>\n{head}{entries}</feed>\n'
        ).encode()

    def _head(self, feed: Feed, prefix: str) -> Iterable[str]:
        settings = self._settings
        yield _element("id", self._urn(f"feed {feed.address}"))
        yield _element("title", f"{feed.title} – {settings.title}" if feed.title else settings.title)
        yield _element("updated", max(self._moments(feed), default=_NEVER))
        yield f"<author>{_element('name', settings.publisher).strip()}</author>\n"
        yield _link("self", "application/atom+xml", prefix + feed.address)
        yield _link("alternate", "text/html", prefix + feed.page)
        yield _element("rights", " ".join(filter(None, (settings.licence, settings.licence_url))))
        if self._base is None:
            yield _element("subtitle", self._catalogue.gettext(RELATIVE_TEXT))

    def _moments(self, feed: Feed) -> Iterator[str]:
        yield from map(self._changed_at, feed.cards)
        yield from (one.withdrawn_at for one in self._withdrawn.get(feed.address, ()))

    def _farewell(self, gone: Withdrawal, prefix: str) -> str:
        """The entry that takes the place of that of a record which is shown no more."""
        heading = self._catalogue.gettext(RENAMED_HEADING if gone.successor else WITHDRAWN_HEADING)
        page = address_of(gone.id, is_question=gone.is_question)
        return "".join(
            (
                "<entry>\n",
                _element("id", self._urn(gone.id)),
                _element("title", f"{heading}: {gone.id}"),
                _element("updated", gone.withdrawn_at),
                _link("alternate", "text/html", prefix + page),
                _element("summary", heading if gone.by_reading else gone.reason),
                "</entry>\n",
            )
        )

    def _made_entry(self, id: str, prefix: str) -> str:
        lines = self._entry_lines(self._links.by_id[id], prefix)
        return "".join(("<entry>\n", *lines, "</entry>\n"))

    def _entry_lines(self, card: Card, prefix: str) -> Iterable[str]:
        yield _element("id", self._urn(card.id))
        yield _element("title", card.title)
        yield _element("updated", self._changed_at(card))
        if card.asker:
            yield f"<author>{_element('name', card.asker).strip()}</author>\n"
        yield _link("alternate", "text/html", prefix + card.address)
        for topic in self._links.topics_of(card, "theme"):
            yield f"<category term={xml_attribute(topic.name)}/>\n"
        yield _element("summary", " ".join(self._sentences(card)))

    def _sentences(self, card: Card) -> Iterable[str]:
        say = self._catalogue.gettext
        if card.is_question:
            yield say(QUESTION_TEXT) % {
                "number": card.number,
                "year": card.parliamentary_year,
                "asker": card.asker,
                "minister": card.minister,
            }
            answer = say(ANSWER_WORDING[card.answer_kind] if card.answer_kind else NO_ANSWER_TEXT)
            yield f"{answer[:1].upper()}{answer[1:]}."
        else:
            yield f"{say(DOCUMENT_TEXT)}."
        fields = self._news.changed.get(card.id)
        if fields:
            yield say(CHANGED_TEXT) % {"fields": ", ".join(changed_words(fields, self._catalogue))}

    def _changed_at(self, card: Card) -> str:
        return self._news.times[card.id].changed_at

    def _urn(self, name: str) -> str:
        return uuid.uuid5(uuid.NAMESPACE_URL, f"vraagarchief {self._settings.publisher} {name}").urn


def _by_feed(withdrawals: Iterable[Withdrawal]) -> dict[str, list[Withdrawal]]:
    """The records that are shown no more by the feeds that tell of them, the last one first in each."""
    found: defaultdict[str, list[Withdrawal]] = defaultdict(list)
    for one in sorted(withdrawals, key=lambda one: one.withdrawn_at, reverse=True):
        found[ALL_FEED].append(one)
        if one.is_question:
            _, minister, _ = one.id.split("/")
            found[f"{FOLDERS['minister']}/{minister}.xml"].append(one)
    return dict(found)


def changed_words(fields: Iterable[str], catalogue: Catalogue) -> tuple[str, ...]:
    """What changed, in words of the site, each once: "antwoord", "titel"."""
    return tuple(
        dict.fromkeys(catalogue.gettext(CHANGED_WORDING.get(field, field)).lower() for field in fields)
    )


def _element(name: str, text: str) -> str:
    return f"<{name}>{xml_text(text)}</{name}>\n"


def _link(relation: str, media_type: str, address: str) -> str:
    return f'<link rel="{relation}" type="{media_type}" href={xml_attribute(address)}/>\n'
