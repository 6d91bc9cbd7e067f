"""The Atom feed of every record, for `archive export atom`."""

from __future__ import annotations

from collections.abc import Iterator

from archive.build.authority import read_authority
from archive.build.feeds import news_of
from archive.config import Settings
from archive.links.authority import Authority
from archive.links.cards import Card, card_of, newest_first, with_topics
from archive.links.names import TopicKind
from archive.links.topics import Spellings, Topic, gather_topics
from archive.model.record import Record
from archive.render.catalogue import load_catalogue
from archive.render.feeds import ALL_FEED, Feed, FeedWriter
from archive.store.corpus import Corpus


def atom_chunks(corpus: Corpus, settings: Settings) -> Iterator[bytes]:
    """The feed of all that is new on the site (`nieuw.xml`), but with every record in it."""
    cards = _Cards(corpus.records(), read_authority(settings))
    # Of the links of a site, which take long to make, a feed needs the cards and their themes alone.
    news = news_of(corpus)
    writer = FeedWriter(cards, news, settings, load_catalogue(settings.language))
    length = len(cards.newest) + len(news.withdrawn)
    yield writer.xml(Feed(ALL_FEED, "", "nieuw.html", cards.newest, max(length, 1)))


class _Cards:
    """The cards of all records, newest first and by id, and the themes that they stand under."""

    def __init__(self, records: Iterator[Record], authority: Authority) -> None:
        spellings = Spellings()
        cards = []
        for record in records:
            keys = [authority.key("theme", theme) for theme in record.themes if theme.strip()]
            for key, theme in zip(keys, filter(str.strip, record.themes), strict=True):
                spellings.add(key, theme)
            cards.append(with_topics(card_of(record), keys))
        self.newest = newest_first(cards)
        self.by_id = {card.id: card for card in cards}
        names = {key: authority.name(key) or name for key, name in spellings.chosen().items()}
        self._topics = gather_topics(self.newest, names)

    def topics_of(self, card: Card, kind: TopicKind) -> tuple[Topic, ...]:
        """The topics of one kind under which a record stands; of others than themes nothing is known."""
        return tuple(self._topics[key] for key in card.topics if key.kind == kind)
