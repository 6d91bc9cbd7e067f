"""Links: all that connects the records of one corpus."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import msgspec

from archive.links.asked import joined_asked
from archive.links.authority import Authority
from archive.links.between import Between
from archive.links.cards import Card, newest_first, with_topics
from archive.links.concept_gathering import gather_concepts
from archive.links.concepts import Concept, ExplainedShort, least_records
from archive.links.facts import FactsReader, RecordFacts
from archive.links.figure_series import AnswerTables, FigureIndex, gather_figures
from archive.links.laws import Law, gather_laws
from archive.links.mentions import SubjectFinder
from archive.links.names import TopicKey, TopicKind
from archive.links.nearness import Near, unkept_lists
from archive.links.story_words import ShortForms
from archive.links.telling import Telling
from archive.links.tenures import Tenures
from archive.links.ties import Ties
from archive.links.topic_words import TopicNaming
from archive.links.topics import Related, Spellings, Topic, gather_topics, related_topics
from archive.links.word_pairs import unpacked
from archive.model.record import Record
from archive.text.languages import DUTCH, Language


@dataclass(frozen=True)
class Links:
    """The cards of all records, newest first, the topics by key, and who stands next to whom.

    neighbours: by id of a question the questions with the number before and after it of the same minister and
    parliamentary year. tenures: who asked for which party and who was competent for what when.
    between: families, references, repeats and what is near each record. authority: which names are one topic.
    concepts: organisations and measures, and subjects that documents abbreviate, by the key of their topic; laws:
    texts of law by theirs; explained: abbreviations that lead to what they stand for.
    figures: series through the tables of several answers. told: by id what each record tells for the pages of its
    topics; shortened: its abbreviations. language: that of the documents.
    named: by id the subjects and concepts that each record names in its text; naming: by what words texts name topics.
    """

    cards: tuple[Card, ...]
    topics: dict[TopicKey, Topic]
    by_id: dict[str, Card]
    neighbours: dict[str, tuple[Card | None, Card | None]]
    tenures: Tenures
    between: Between
    authority: Authority
    concepts: dict[TopicKey, Concept]
    explained: tuple[ExplainedShort, ...]
    laws: dict[TopicKey, Law]
    told: dict[str, Telling]
    figures: FigureIndex
    short_forms: ShortForms
    language: Language
    named: dict[str, tuple[TopicKey, ...]]
    naming: TopicNaming

    def key(self, kind: TopicKind, name: str) -> TopicKey:
        """The key of the topic that a name in a record means."""
        return self.authority.key(kind, name)

    def other_role(self, topic: Topic) -> Topic | None:
        """The page of the same person as minister, of one who asks; as one who asks, of a minister.

        One full name is one person, unless the authority says that these are two.
        """
        if topic.kind not in {"asker", "minister"} or self.authority.are_two_people(topic.key.slug):
            return None
        other: TopicKind = "minister" if topic.kind == "asker" else "asker"
        return self.topics.get(TopicKey(other, topic.key.slug))

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


def link_records(
    records: Iterable[Record], language: Language = DUTCH, authority: Authority | None = None
) -> Links:
    """The links of a corpus. Reads `records` once and keeps the facts of each alone.

    language: that of the documents, whose words of one family count as one. authority: which names are one topic.
    """
    reader = FactsReader(language)
    read = [reader.read(record) for record in records]
    read.sort(key=lambda pair: pair[0].id)
    facts, counted = [one for one, _ in read], [terms for _, terms in read]
    return link_facts(
        facts,
        lambda ties: unkept_lists(facts, counted, reader.vocabulary, ties),
        authority,
        language,
    )


def link_facts(
    facts: Sequence[RecordFacts],
    near_lists: Callable[[Ties], Callable[[int], tuple[Near, ...]]],
    authority: Authority | None = None,
    language: Language = DUTCH,
) -> Links:
    """The links between records of which these are the facts, in the order of their ids.

    The facts know nothing of the authority: what it joins is joined here. near_lists: gives from what links the
    records besides their words what is near each, by its place.
    """
    authority = authority or Authority()
    if authority.entries:
        facts = [_joined(one, authority) for one in facts]
    ties = Ties(facts)
    spellings = Spellings()
    tenures = Tenures()
    for one in facts:
        for kind, name in one.names:
            spellings.add(authority.key(kind, name), name)
        _add_tenures(tenures, one, authority)
    names = {key: authority.name(key) or name for key, name in spellings.chosen().items()}
    finder = SubjectFinder(names, _aliases(names, authority), language)
    concepts = gather_concepts(facts, names, authority, language)
    laws = gather_laws([(one.id, one.laws) for one in facts], authority, least_records(len(facts)))
    told: tuple[Concept | Law, ...] = (*concepts.by_key.values(), *laws.by_key.values())
    for named in told:
        names.setdefault(named.key, authority.name(named.key) or named.name)
    subjects = {one.id: finder.in_text(unpacked(one.concepts.pairs)) for one in facts}
    cards = newest_first(
        _card(one, finder, subjects[one.id], (concepts.named[one.id], laws.named.get(one.id, ())), authority)
        for one in facts
    )
    return Links(
        cards=cards,
        topics=gather_topics(cards, names),
        by_id={card.id: card for card in cards},
        neighbours=_neighbours(cards),
        tenures=tenures,
        between=Between(facts, ties, near_lists(ties)),
        authority=authority,
        concepts=concepts.by_key,
        explained=concepts.explained,
        laws=laws.by_key,
        told={one.id: one.telling for one in facts},
        figures=gather_figures(_answer_tables(one, authority) for one in facts if one.question),
        short_forms=ShortForms(((one.id, one.concepts) for one in facts), concepts.by_key),
        language=language,
        named={id_: (*keys, *concepts.named[id_]) for id_, keys in subjects.items()},
        naming=TopicNaming(names, concepts.by_key, authority, language),
    )


def _answer_tables(facts: RecordFacts, authority: Authority) -> AnswerTables:
    subjects = dict.fromkeys(authority.key(kind, name) for kind, name in facts.names if kind == "subject")
    return AnswerTables(
        facts.id, facts.title, facts.day, tuple(subjects), facts.question.tables if facts.question else b""
    )


def _add_tenures(tenures: Tenures, facts: RecordFacts, authority: Authority) -> None:
    question, card = facts.question, facts.card
    if question and card.asker:
        tenures.add_member(authority.key("asker", card.asker), question.party, facts.day)
    if question and card.minister:
        competences = tuple(dict.fromkeys(authority.key("competence", name) for name in question.competences))
        minister = authority.key("minister", card.minister)
        tenures.add_minister(minister, question.portfolio, competences, facts.day)


def _joined(facts: RecordFacts, authority: Authority) -> RecordFacts:
    if facts.question is None:
        return facts
    subject = next((name for kind, name in facts.names if kind == "subject"), "")
    asked = joined_asked(
        facts.question.asked, subject, facts.card.asker or "", facts.card.minister or "", authority
    )
    return msgspec.structs.replace(facts, question=msgspec.structs.replace(facts.question, asked=asked))


def _aliases(names: Iterable[TopicKey], authority: Authority) -> Iterator[tuple[TopicKey, str]]:
    """The other names of the topics with these keys."""
    return ((key, alias) for key in names for alias in authority.aliases(key))


def _card(
    facts: RecordFacts,
    finder: SubjectFinder,
    subjects: tuple[TopicKey, ...],
    named: Iterable[tuple[TopicKey, ...]],
    authority: Authority,
) -> Card:
    """The card of a record under its topics: what it says itself, then what it names.

    A question is on another subject besides its own if its title names that; a document if its text does.
    """
    keys = [authority.key(kind, name) for kind, name in facts.names]
    titled = finder.in_title(facts.card.title, single=facts.question is None)
    others = [key for keys in named for key in keys if key.kind != "subject" or facts.question is None]
    return with_topics(facts.card, (*keys, *titled, *(() if facts.question else subjects), *others))


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
