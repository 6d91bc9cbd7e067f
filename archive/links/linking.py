"""Links: all that connects the records of one corpus."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from archive.links.between import Between, Traces
from archive.links.cards import Card, card_of, newest_first, topic_names
from archive.links.mentions import SubjectFinder
from archive.links.names import TopicKey, TopicKind, topic_key
from archive.links.portfolios import Portfolios
from archive.links.topics import Related, Spellings, Topic, gather_topics, related_topics
from archive.model.record import Record
from archive.model.supporting import SupportingDocument
from archive.text.languages import DUTCH, Language


@dataclass(frozen=True)
class Links:
    """The cards of all records, newest first, the topics by key, and who stands next to whom.

    neighbours: by id of a question the questions with the number before and after it of the same minister and
    parliamentary year. portfolios: what each minister was competent for, as printed, the latest first.
    between: families, references, repeats and what is near each record.
    """

    cards: tuple[Card, ...]
    topics: dict[TopicKey, Topic]
    by_id: dict[str, Card]
    neighbours: dict[str, tuple[Card | None, Card | None]]
    portfolios: dict[TopicKey, tuple[str, ...]]
    between: Between

    def of_kind(self, kind: TopicKind) -> tuple[Topic, ...]:
        """The topics of one kind in the order of their slugs."""
        return tuple(topic for key, topic in self.topics.items() if key.kind == kind)

    def related(self, topic: Topic, kind: TopicKind) -> tuple[Related, ...]:
        """Topics of one kind that share records with `topic`, the most shared first."""
        return related_topics(topic, self.topics, kind)

    def topics_of(self, card: Card, kind: TopicKind) -> tuple[Topic, ...]:
        """The topics of one kind under which a record stands."""
        return tuple(self.topics[key] for key in card.topics if key.kind == kind and key in self.topics)

    def others_on_subject(self, card: Card, limit: int) -> tuple[Card, ...]:
        """At most `limit` other records under the subjects of this one, newest first, each once."""
        others: dict[str, Card] = {}
        for topic in self.topics_of(card, "subject"):
            near = (other for other in topic.members if other.id != card.id)
            others.update((other.id, other) for other in islice(near, limit))
        return newest_first(others.values())[:limit]


def link_records(records: Iterable[Record], language: Language = DUTCH) -> Links:
    """The links of a corpus. Reads `records` once; of questions it keeps only the cards, and what compares them.

    language: that of the documents, whose words of one family count as one.
    """
    spellings = Spellings()
    cards: list[Card] = []
    documents: list[SupportingDocument] = []
    portfolios = Portfolios()
    traces = Traces(language)
    for record in records:
        traces.add(record)
        for kind, name in topic_names(record):
            spellings.add(topic_key(kind, name), name)
        if isinstance(record, SupportingDocument):
            documents.append(record)
        else:
            cards.append(card_of(record))
            portfolios.add(record)
    names = spellings.chosen()
    finder = SubjectFinder(names)
    cards += [card_of(document, finder.subjects_in(document)) for document in documents]
    ordered = newest_first(cards)
    return Links(
        cards=ordered,
        topics=gather_topics(ordered, names),
        by_id={card.id: card for card in ordered},
        neighbours=_neighbours(ordered),
        portfolios=portfolios.latest_first(),
        between=traces.between(),
    )


def _neighbours(cards: Sequence[Card]) -> dict[str, tuple[Card | None, Card | None]]:
    series: defaultdict[str, list[Card]] = defaultdict(list)
    for card in cards:
        if card.is_question:
            series[card.id.rpartition("/")[0]].append(card)
    neighbours: dict[str, tuple[Card | None, Card | None]] = {}
    for members in series.values():
        members.sort(key=lambda card: (card.number or 0, card.id))
        around: list[Card | None] = [None, *members, None]
        for place, card in enumerate(members):
            neighbours[card.id] = (around[place], around[place + 2])
    return neighbours
