"""Atom feeds (RFC 4287) of what is new: of all records, of a topic, of a saved search.

An entry's `updated` is when the archive got the present state of the record: it changes only when the record does.
Ids are made of the record's id and the source's name alone, so that they stay when the site moves. Without an
address of the site all links are relative to the feed, which RFC 4287 allows (section 4.2.7).
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Protocol
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

import msgspec

from archive.config import Settings
from archive.links import Links
from archive.links.cards import Card
from archive.links.moved import moved_topics
from archive.links.names import TopicKind, topic_address
from archive.links.recent import News, day_of
from archive.links.topics import Topic
from archive.render.catalogue import Catalogue
from archive.render.views import FeedLink
from archive.render.wording import ANSWER_WORDING, CHANGED_WORDING
from archive.text.slugs import slug

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

# Characters that XML 1.0 cannot hold, not even escaped.
_IMPOSSIBLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


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

    def xml(self, feed: Feed) -> bytes:
        """The file of a feed: its newest entries by the day of their last change, then by date."""
        prefix = self._base or "../" * feed.address.count("/")
        newest = sorted(feed.cards, key=lambda card: day_of(self._changed_at(card)), reverse=True)
        head = "".join(self._head(feed, prefix))
        entries = "".join(self._entry(card.id, prefix) for card in newest[: feed.length])
        language = quoteattr(self._settings.language)
        return (
            '<?xml version="1.0" encoding="utf-8"?>\n'
            f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={language}>\n{head}{entries}</feed>\n'
        ).encode()

    def _head(self, feed: Feed, prefix: str) -> Iterable[str]:
        settings = self._settings
        yield _element("id", self._urn(f"feed {feed.address}"))
        yield _element("title", f"{feed.title} – {settings.title}" if feed.title else settings.title)
        yield _element("updated", max(map(self._changed_at, feed.cards), default=_NEVER))
        yield f"<author>{_element('name', settings.publisher).strip()}</author>\n"
        yield _link("self", "application/atom+xml", prefix + feed.address)
        yield _link("alternate", "text/html", prefix + feed.page)
        yield _element("rights", " ".join(filter(None, (settings.licence, settings.licence_url))))
        if self._base is None:
            yield _element("subtitle", self._catalogue.gettext(RELATIVE_TEXT))

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
            yield f"<category term={quoteattr(_possible(topic.name))}/>\n"
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


def changed_words(fields: Iterable[str], catalogue: Catalogue) -> tuple[str, ...]:
    """What changed, in words of the site, each once: "antwoord", "titel"."""
    return tuple(
        dict.fromkeys(catalogue.gettext(CHANGED_WORDING.get(field, field)).lower() for field in fields)
    )


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(_possible(text))}</{name}>\n"


def _link(relation: str, media_type: str, address: str) -> str:
    return f'<link rel="{relation}" type="{media_type}" href={quoteattr(address)}/>\n'


def _possible(text: str) -> str:
    return _IMPOSSIBLE.sub("", text)
