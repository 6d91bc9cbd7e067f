"""The pages that stand at the root of the site: home, newest, about, search and the one for a wrong address."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import ClassVar

import msgspec

from archive.links import Links
from archive.links.cards import Card
from archive.links.names import FOLDERS, MENU_KINDS, TopicKind
from archive.links.recent import ChangeDay, News, change_days, day_of
from archive.links.topics import Topic
from archive.render.catalogue import Catalogue
from archive.render.feeds import ALL_FEED, changed_words
from archive.render.formats import month_text
from archive.render.search_examples import (
    EXACT_WORDS,
    ONE_MINISTER,
    ONE_SUBJECT,
    QueryExample,
    query_examples,
    years_shown,
)
from archive.render.views import CardGroup, Crumb, FeedLink, PageView, grouped, period
from archive.render.wording import TOPICS_WORDING

NOT_FOUND_ADDRESS = "404.html"
NOT_FOUND_HEADING = "Page not found"
NEWEST_ON_HOME = 8
NEWEST_SHOWN = 100
CHANGED_SHOWN = 20
DAYS_SHOWN = 10
TOPICS_ON_HOME = 5
# Of one kind each, so that they show how one can ask.
EXAMPLES_ON_HOME = (ONE_SUBJECT, EXACT_WORDS, ONE_MINISTER)


class Way(msgspec.Struct, frozen=True):
    """One way in: a kind of topic, how many there are and the most used of them."""

    name: str
    address: str
    count: int
    topics: tuple[Topic, ...]
    largest: int


class Holdings(msgspec.Struct, frozen=True):
    """What the archive holds, in numbers."""

    questions: int
    answered: int
    documents: int
    first_date: dt.date | None
    last_date: dt.date | None


class HomeView(PageView, frozen=True, kw_only=True):
    """The first page. examples: queries that find something, to begin with."""

    page_kind: ClassVar[str] = "home"
    template: ClassVar[str] = "home.html.j2"

    holdings: Holdings
    newest: tuple[Card, ...]
    ways: tuple[Way, ...]
    examples: tuple[QueryExample, ...]


class ChangedCard(msgspec.Struct, frozen=True):
    """A record that changed: on which day, and what, in words of the site."""

    card: Card
    day: dt.date
    fields: tuple[str, ...]


class NewestView(PageView, frozen=True, kw_only=True):
    """The newest records by month; the last days on which the archive grew, and what changed with its fields."""

    page_kind: ClassVar[str] = "newest"
    heading_is_message: ClassVar[bool] = True
    template: ClassVar[str] = "newest.html.j2"

    groups: tuple[CardGroup, ...]
    days: tuple[ChangeDay, ...]
    changed: tuple[ChangedCard, ...]


class AboutView(PageView, frozen=True, kw_only=True):
    """What the archive is. signature: the state of the corpus that the site was built from."""

    page_kind: ClassVar[str] = "about"
    heading_is_message: ClassVar[bool] = True
    template: ClassVar[str] = "about.html.j2"

    holdings: Holdings
    signature: str


class SearchView(PageView, frozen=True, kw_only=True):
    """The search page.

    messages: those of the search client by key, in the language of the site. years: the bars of the histogram.
    base_url: the address of the site on the web, for links in what the reader saves.
    """

    page_kind: ClassVar[str] = "search"
    heading_is_message: ClassVar[bool] = True
    template: ClassVar[str] = "search.html.j2"

    messages: Mapping[str, str]
    examples: tuple[QueryExample, ...]
    years: tuple[str, ...]
    base_url: str | None = None


class NotFoundView(PageView, frozen=True, kw_only=True):
    """The page that a web server shows for an address that it does not know."""

    page_kind: ClassVar[str] = "not-found"
    heading_is_message: ClassVar[bool] = True
    template: ClassVar[str] = "not-found.html.j2"

    @property
    def shows(self) -> str | None:
        """Nothing: it is seen at any address."""
        return None


def holdings_of(links: Links) -> Holdings:
    """The numbers of a corpus."""
    questions = sum(card.is_question for card in links.cards)
    return Holdings(
        questions,
        sum(card.answer_kind is not None for card in links.cards),
        len(links.cards) - questions,
        *period(links.cards),
    )


def home_view(links: Links, title: str) -> HomeView:
    """The home page of a corpus."""
    return HomeView(
        address="index.html",
        heading=title,
        section="index.html",
        holdings=holdings_of(links),
        newest=links.cards[:NEWEST_ON_HOME],
        ways=tuple(_way(kind, links) for kind in FOLDERS if kind in MENU_KINDS or links.of_kind(kind)),
        feeds=(FeedLink(ALL_FEED, ""),),
        examples=tuple(one for one in query_examples(links) if one.meaning in EXAMPLES_ON_HOME),
    )


def newest_view(links: Links, news: News, catalogue: Catalogue, saved: Sequence[FeedLink] = ()) -> NewestView:
    """The newest records, and what the archive came to know last. saved: the feeds of the saved searches."""
    language = catalogue.language
    return NewestView(
        address="nieuw.html",
        heading="Newest",
        crumbs=(Crumb("Newest", is_message=True),),
        section="nieuw.html",
        groups=grouped(
            links.cards[:NEWEST_SHOWN], lambda card: month_text(card.date, language) if card.date else None
        ),
        days=change_days(news.times.values(), DAYS_SHOWN),
        changed=tuple(
            ChangedCard(
                links.by_id[id],
                dt.date.fromisoformat(day_of(news.times[id].changed_at)),
                changed_words(fields, catalogue),
            )
            for id, fields in islice(news.changed.items(), CHANGED_SHOWN)
        ),
        feeds=(FeedLink(ALL_FEED, ""), *saved),
    )


def about_view(links: Links, signature: str) -> AboutView:
    """The page about the archive."""
    return AboutView(
        address="over.html",
        heading="About this archive",
        crumbs=(Crumb("About this archive", is_message=True),),
        section="over.html",
        holdings=holdings_of(links),
        signature=signature,
    )


def search_view(links: Links, messages: Mapping[str, str], base_url: str | None = None) -> SearchView:
    """The search page of a corpus, with the messages of its client."""
    return SearchView(
        address="zoeken.html",
        heading="Search",
        crumbs=(Crumb("Search", is_message=True),),
        section="zoeken.html",
        messages=messages,
        examples=query_examples(links),
        years=years_shown(links),
        base_url=base_url,
    )


def not_found_view() -> NotFoundView:
    """The page for a wrong address."""
    return NotFoundView(address=NOT_FOUND_ADDRESS, heading=NOT_FOUND_HEADING)


def _most_used(topics: Sequence[Topic], limit: int) -> tuple[Topic, ...]:
    return tuple(sorted(topics, key=lambda topic: (-len(topic.members), topic.key))[:limit])


def _way(kind: TopicKind, links: Links) -> Way:
    topics = links.of_kind(kind)
    shown = topics[: -TOPICS_ON_HOME - 1 : -1] if kind == "year" else _most_used(topics, TOPICS_ON_HOME)
    largest = max((len(topic.members) for topic in shown), default=0)
    return Way(TOPICS_WORDING[kind], f"{FOLDERS[kind]}/index.html", len(topics), shown, largest)
