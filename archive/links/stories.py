"""The story of a topic, from its records alone: what it is, what happened when, who asked and answered, its tables."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import msgspec

from archive.links.cards import Card
from archive.links.company import company_of
from archive.links.linking import Links
from archive.links.names import TopicKey, TopicKind, subject_name
from archive.links.story_quotes import Quote, quotes_of
from archive.links.story_words import ShortForm
from archive.links.telling import ToldTable
from archive.links.topics import Related, Topic
from archive.model.question import AnswerKind

# With so many records at most, each has its place on the line of time.
LINE_LENGTH: Final = 40
TABLES_SHOWN: Final = 30
# The kinds of topics that something can be told of beyond lists: what texts are about.
_TOLD_KINDS: Final[frozenset[TopicKind]] = frozenset({"theme", "subject", "concept", "law"})
_COMPANY: Final[tuple[TopicKind, ...]] = ("concept", "subject", "theme", "law")
_TIMED: Final[tuple[TopicKind, ...]] = ("year", "asker", "minister", "competence")
_MOST_ABOUT: Final[tuple[TopicKind, ...]] = ("theme", "subject")
# Answers that send the reader on to another.
_SENDING: Final[frozenset[AnswerKind]] = frozenset({"referral", "coordinated", "holding", "not_competent"})


class Moment(msgspec.Struct, frozen=True):
    """A record on the line of time.

    verdict: the sentence that makes its answer another than a full one. leads_to: the records that such an answer
    sends to.
    """

    card: Card
    verdict: str | None = None
    leads_to: tuple[Card, ...] = ()


class InTime(msgspec.Struct, frozen=True):
    """A person, competence or year with the number of records that it shares, and the first and last of their days."""

    topic: Topic
    count: int
    first: dt.date | None
    last: dt.date | None


class TableOf(msgspec.Struct, frozen=True):
    """A table and the record that holds it."""

    card: Card
    table: ToldTable


class Story(msgspec.Struct, frozen=True):
    """All that a topic's records tell of it; each part is empty where there is nothing to tell.

    line: every record, oldest first and undated last; empty
    where there are more than 40. years, oldest first. people and competences: the most frequent first. answers: the
    kinds of answer, None for questions without one. company: topics that go together with this one. tables: at
    most 30, those of the newest record first. documents: newest first.
    """

    quotes: tuple[Quote, ...]
    line: tuple[Moment, ...]
    years: tuple[InTime, ...]
    askers: tuple[InTime, ...]
    ministers: tuple[InTime, ...]
    competences: tuple[InTime, ...]
    answers: tuple[tuple[AnswerKind | None, int], ...]
    company: Mapping[TopicKind, tuple[Related, ...]]
    tables: tuple[TableOf, ...]
    more_tables: int
    short_forms: tuple[ShortForm, ...]
    documents: tuple[Card, ...]


def story_of(topic: Topic, links: Links) -> Story:
    """The story of a topic of this corpus."""
    is_told = topic.kind in _TOLD_KINDS
    shared = _shared(topic)
    in_time = _in_time(shared, links.topics)
    tables = tuple(_tables(topic, links)) if is_told else ()
    short_forms = links.short_forms.of_topic(topic, links.topics) if is_told else ()
    return Story(
        quotes=_quotes(topic, links, short_forms) if is_told else (),
        line=tuple(_line(topic, links)) if is_told and len(topic.members) <= LINE_LENGTH else (),
        years=tuple(sorted(in_time["year"], key=lambda one: one.topic.key)),
        askers=in_time["asker"],
        ministers=in_time["minister"],
        # What a minister was competent for when, the periods on the page tell.
        competences=in_time["competence"] if topic.kind != "minister" else (),
        answers=_answers(topic.members),
        company=_company(topic, shared, links, is_told=is_told),
        tables=tables[:TABLES_SHOWN],
        more_tables=max(0, len(tables) - TABLES_SHOWN),
        short_forms=short_forms,
        documents=tuple(card for card in topic.members if not card.is_question) if is_told else (),
    )


def names_of(topic: Topic, links: Links, short_forms: Iterable[ShortForm]) -> tuple[str, ...]:
    """All by which texts call a topic: its name, its aliases, and the abbreviations that stand for it."""
    names = (topic.name, *links.authority.aliases(topic.key))
    bare = [subject_name(name) for name in names]
    folded = {name.casefold() for name in bare}
    shorts = [one.short for one in short_forms if one.long and one.long.casefold() in folded]
    return tuple(dict.fromkeys((*bare, *shorts)))


def _quotes(topic: Topic, links: Links, short_forms: Iterable[ShortForm]) -> tuple[Quote, ...]:
    names = names_of(topic, links, short_forms)
    if topic.kind == "theme":
        # Themes are called by the commonest words: "Begroting is …" tells nothing of what is filed there.
        names = tuple(name for name in names if " " in name.strip() or name.isupper())
    if not names:
        return ()
    sentences = (
        (card, links.told[card.id].sentences, _is_own(card, topic)) for card in reversed(topic.members)
    )
    return quotes_of(sentences, names, links.language)


def _company(
    topic: Topic, shared: Mapping[TopicKey, _Shared], links: Links, *, is_told: bool
) -> dict[TopicKind, tuple[Related, ...]]:
    counts = {key: one.count for key, one in shared.items()}
    if is_told:
        return company_of(topic, counts, links.topics, _COMPANY, len(links.cards))
    # Of a person or a year the reader asks what it was most about, not what is found nowhere else.
    ranked = sorted(counts, key=lambda key: (-counts[key], key))
    related = {
        kind: tuple(
            Related(links.topics[key], counts[key])
            for key in ranked
            if key.kind == kind and key in links.topics
        )
        for kind in _MOST_ABOUT
    }
    return {kind: some for kind, some in related.items() if some}


def _is_own(card: Card, topic: Topic) -> bool:
    """Whether a record is about the topic, and does not only name it: its title begins with it, or has it."""
    return topic.kind == "theme" or subject_name(topic.name).casefold() in card.title.casefold()


def _line(topic: Topic, links: Links) -> Iterator[Moment]:
    dated = [card for card in reversed(topic.members) if card.date]
    for card in (*dated, *(card for card in topic.members if not card.date)):
        leads_to = tuple(_leads_to(card, links)) if card.answer_kind in _SENDING else ()
        yield Moment(card, links.told[card.id].verdict, leads_to)


def _leads_to(card: Card, links: Links) -> Iterator[Card]:
    """The questions that an answer sends to: those that it refers to, and the coordinated answer of its family."""
    references = links.between.references(card.id).values()
    found = dict.fromkeys(one.id for one in references if one.id)
    family = links.between.family(card.id)
    if family:
        found.update(
            dict.fromkeys(id_ for id_ in family.members if links.by_id[id_].answer_kind == "coordinated")
        )
    return (links.by_id[id_] for id_ in found if id_ != card.id)


class _Shared:
    """How many records of a topic stand under another, and the first and last of their days; 0 without any."""

    __slots__ = ("count", "first", "last")

    def __init__(self) -> None:
        self.count = self.first = self.last = 0


def _shared(topic: Topic) -> dict[TopicKey, _Shared]:
    """What the records of a topic, newest first and undated last, stand under besides."""
    found: dict[TopicKey, _Shared] = {}
    for card in topic.members:
        day = card.date.toordinal() if card.date else 0
        for key in card.topics:
            one = found.get(key)
            if one is None:
                one = found[key] = _Shared()
                one.last = day
            one.count += 1
            one.first = day or one.first
    found.pop(topic.key, None)
    return found


def _in_time(
    shared: Mapping[TopicKey, _Shared], topics: Mapping[TopicKey, Topic]
) -> dict[TopicKind, tuple[InTime, ...]]:
    """The people, competences and years among them; the most frequent first."""
    found: dict[TopicKind, list[InTime]] = {kind: [] for kind in _TIMED}
    for key, one in shared.items():
        if key.kind in found and key in topics:
            found[key.kind].append(InTime(topics[key], one.count, _day(one.first), _day(one.last)))
    return {
        kind: tuple(sorted(some, key=lambda one: (-one.count, one.topic.key))) for kind, some in found.items()
    }


def _day(ordinal: int) -> dt.date | None:
    return dt.date.fromordinal(ordinal) if ordinal else None


def _answers(members: Iterable[Card]) -> tuple[tuple[AnswerKind | None, int], ...]:
    counts = Counter(card.answer_kind for card in members if card.is_question)
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0] or "")))


def _tables(topic: Topic, links: Links) -> Iterator[TableOf]:
    for card in topic.members:
        for table in links.told[card.id].tables:
            yield TableOf(card, table)
