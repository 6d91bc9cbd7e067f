"""The Atom feed of every record, for `archive export atom`."""

from __future__ import annotations

from collections.abc import Iterator

from archive.build.authority import read_authority
from archive.build.feeds import news_of
from archive.config import Settings
from archive.links import link_records
from archive.render.catalogue import load_catalogue
from archive.render.feeds import ALL_FEED, Feed, FeedWriter
from archive.store.corpus import Corpus
from archive.text.languages import language


def atom_chunks(corpus: Corpus, settings: Settings) -> Iterator[bytes]:
    """The feed of all that is new on the site (`nieuw.xml`), but with every record in it."""
    links = link_records(corpus.records(), language(settings.document_language), read_authority(settings))
    writer = FeedWriter(links, news_of(corpus), settings, load_catalogue(settings.language))
    yield writer.xml(Feed(ALL_FEED, "", "nieuw.html", links.cards, max(len(links.cards), 1)))
