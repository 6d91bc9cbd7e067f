"""The index of each kind of topic, by first letter; a long one is divided into a page for each letter.

People stand under their surname, everything else under its first word (archive.text.collation).
"""

from __future__ import annotations

import string
from collections.abc import Iterator, Sequence
from typing import ClassVar

import msgspec

from archive.links import Links
from archive.links.moved import moved_topics
from archive.links.names import FOLDERS, TopicKind
from archive.links.topics import Topic
from archive.render.views import Crumb, PageView
from archive.render.wording import TOPICS_EXPLANATION, TOPICS_WORDING
from archive.text.collation import SortKey, first_letter, person_sort_key, sort_key

LONGEST_ON_ONE_PAGE = 600
MOST_USED_SHOWN = 60
_LETTERS_FROM = 30
DIGITS = "0-9"


class Letter(msgspec.Struct, frozen=True):
    """A first letter. address: a page, or an anchor on this one; None where no name begins so."""

    name: str
    address: str | None
    other_page: bool = False
    current: bool = False


class TopicGroup(msgspec.Struct, frozen=True):
    """Topics under one heading, or without one."""

    name: str | None
    topics: tuple[Topic, ...]
    anchor: str | None = None


class IndexView(PageView, frozen=True, kw_only=True):
    """largest: the greatest number of records under one topic, for the bars.

    other_names: on the first page, the names that became aliases, each with the topic that it leads to.
    """

    page_kind: ClassVar[str] = "index"
    template: ClassVar[str] = "topics.html.j2"
    heading_is_message: ClassVar[bool] = True

    explanation: str
    letters: tuple[Letter, ...]
    groups: tuple[TopicGroup, ...]
    largest: int
    other_names: tuple[tuple[str, Topic], ...] = ()


def index_views(kind: TopicKind, links: Links) -> Iterator[IndexView]:
    """The index pages of one kind of topic; the first is the folder's index.html."""
    first, *others = _views(kind, links)
    moved = [(moved.name, topic) for moved, topic in moved_topics(links) if topic.kind == kind]
    moved.sort(key=lambda pair: _name_key(kind, pair[0]))
    yield msgspec.structs.replace(first, other_names=tuple(moved))
    yield from others


def _views(kind: TopicKind, links: Links) -> Iterator[IndexView]:
    topics = sorted(links.of_kind(kind), key=_order)
    if kind == "year":
        yield _view(kind, topics, (TopicGroup(None, tuple(topics[::-1])),) if topics else ())
    elif len(topics) <= _LETTERS_FROM:
        yield _view(kind, topics, (TopicGroup(None, tuple(topics)),) if topics else ())
    elif len(topics) <= LONGEST_ON_ONE_PAGE:
        yield _on_one_page(kind, topics)
    else:
        yield from _on_many_pages(kind, topics)


def _view(
    kind: TopicKind,
    topics: Sequence[Topic],
    groups: tuple[TopicGroup, ...],
    letters: tuple[Letter, ...] = (),
    letter: str | None = None,
) -> IndexView:
    index = f"{FOLDERS[kind]}/index.html"
    name = TOPICS_WORDING[kind]
    return IndexView(
        address=_letter_address(kind, letter) if letter else index,
        heading=name,
        crumbs=(Crumb(name, index, is_message=True), Crumb(letter))
        if letter
        else (Crumb(name, is_message=True),),
        section=index,
        explanation=TOPICS_EXPLANATION[kind],
        letters=letters,
        groups=groups,
        largest=max((len(topic.members) for topic in topics), default=0),
    )


def _on_one_page(kind: TopicKind, topics: Sequence[Topic]) -> IndexView:
    found = _by_letter(topics)
    letters = tuple(
        Letter(name, f"#{_anchor(name)}" if name in found else None) for name in _all_letters(found)
    )
    groups = tuple(
        TopicGroup(name, tuple(found[name]), _anchor(name)) for name in _all_letters(found) if name in found
    )
    return _view(kind, topics, groups, letters)


def _on_many_pages(kind: TopicKind, topics: Sequence[Topic]) -> Iterator[IndexView]:
    found = _by_letter(topics)

    def letters(current: str | None) -> tuple[Letter, ...]:
        return tuple(
            Letter(
                name,
                _letter_address(kind, name) if name in found else None,
                other_page=True,
                current=name == current,
            )
            for name in _all_letters(found)
        )

    most_used = sorted(topics, key=lambda topic: (-len(topic.members), topic.key))[:MOST_USED_SHOWN]
    yield _view(kind, topics, (TopicGroup(None, tuple(most_used)),), letters(None))
    for name, own in sorted(found.items()):
        yield _view(kind, topics, (TopicGroup(name, tuple(own)),), letters(name), name)


def _by_letter(topics: Sequence[Topic]) -> dict[str, list[Topic]]:
    found: dict[str, list[Topic]] = {}
    for topic in topics:
        found.setdefault(first_letter(_sort_key(topic)) or DIGITS, []).append(topic)
    return found


def _order(topic: Topic) -> tuple[SortKey, str]:
    return _sort_key(topic), topic.key.slug


def _sort_key(topic: Topic) -> SortKey:
    return _name_key(topic.kind, topic.name)


def _name_key(kind: TopicKind, name: str) -> SortKey:
    return person_sort_key(name) if kind in {"asker", "minister"} else sort_key(name)


def _all_letters(found: dict[str, list[Topic]]) -> tuple[str, ...]:
    return (*((DIGITS,) if DIGITS in found else ()), *string.ascii_uppercase)


def _anchor(letter: str) -> str:
    return f"letter-{letter.lower()}"


def _letter_address(kind: TopicKind, letter: str) -> str:
    # A folder of its own: no topic can have this address, whatever its name.
    return f"{FOLDERS[kind]}/letters/{letter.lower()}.html"
