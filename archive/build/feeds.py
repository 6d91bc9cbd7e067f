"""The feeds of the site, and what is new in a corpus for them and for the page of the newest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from archive.build.files import SiteFiles
from archive.config import SavedSearch, Settings
from archive.errors import ConfigError, QueryError
from archive.links import Links
from archive.links.cards import newest_first
from archive.links.changes import last_change
from archive.links.recent import News, latest_changed
from archive.render.feeds import ALL_FEED, ALL_LENGTH, Feed, FeedWriter, search_feed
from archive.search.index import current_index
from archive.search.query import parse_query
from archive.search.query_tree import Tree
from archive.search.whoosh_query import matches
from archive.store.corpus import Corpus
from archive.text.languages import language

# Of more changed records than these nobody reads the fields, and each costs the reading of two states.
CHANGED_TOLD = 200


def news_of(corpus: Corpus) -> News:
    """When the records of a corpus came, changed and went."""
    times = {one.id: one for one in corpus.times()}
    changed = latest_changed(times.values(), CHANGED_TOLD)
    return News(times, {id: last_change(corpus, id) for id in changed}, tuple(corpus.withdrawals()))


def site_feeds(corpus: Corpus, links: Links, settings: Settings) -> Iterator[Feed]:
    """Every feed of the site but those of topics.

    Raises ConfigError for a saved search whose query cannot be understood.
    """
    yield Feed(ALL_FEED, "", "nieuw.html", links.cards, ALL_LENGTH)
    yield from saved_feeds(corpus, links, settings)


def write_feeds(feeds: Iterable[Feed], writer: FeedWriter, files: SiteFiles) -> None:
    """Writes each feed at its address."""
    for feed in feeds:
        files.write(feed.address, writer.xml(feed))


def saved_feeds(corpus: Corpus, links: Links, settings: Settings) -> Iterator[Feed]:
    """The feeds of the saved searches. They ask the index of the terminal, which is brought up to date for them."""
    trees = _parsed(settings.saved_search)
    if not trees:
        return
    documents_in = language(settings.document_language)
    with current_index(corpus, documents_in) as (searcher, entries):
        for search, tree in zip(settings.saved_search, trees, strict=True):
            ids = [entries[number].card.id for number in matches(tree, searcher, documents_in)]
            yield search_feed(search.name, search.query, newest_first(links.by_id[id] for id in ids))


def _parsed(searches: Sequence[SavedSearch]) -> tuple[Tree, ...]:
    addresses = [search_feed(search.name, search.query).address for search in searches]
    for search, address in zip(searches, addresses, strict=True):
        if addresses.count(address) > 1:
            raise ConfigError(
                f"saved_search {search.name!r}", f"another one has the address {address}", "rename one"
            )
    return tuple(map(_tree, searches))


def _tree(search: SavedSearch) -> Tree:
    try:
        return parse_query(search.query)
    except QueryError as error:
        raise ConfigError(
            f"saved_search {search.name!r}", f"{error.place}: {error.cause}", error.remedy
        ) from error
