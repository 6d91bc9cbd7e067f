"""How many questions there are by parliamentary year, minister, party, theme and kind of answer."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Final, Literal

import msgspec

from archive.links.cards import Card
from archive.links.names import TopicKey
from archive.text.slugs import slug

CountKind = Literal["minister", "party", "theme", "answer"]
COUNT_KINDS: Final[tuple[CountKind, ...]] = ("minister", "party", "theme", "answer")
NO_ANSWER: Final = "none"
NO_PARTY: Final = ""


class Count(msgspec.Struct, frozen=True):
    """The questions under one name. key: of a topic, or a code of an answer, or a party as it is mostly printed.

    by_year: one number for each year of the counts that it belongs to.
    """

    key: TopicKey | str
    by_year: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.by_year)


class QuestionCounts(msgspec.Struct, frozen=True):
    """The counts of a corpus. years: those in which any question was asked, in order. groups: the most first.

    A question with two themes counts under both: the numbers of themes add up to more than the whole.
    """

    years: tuple[str, ...]
    by_year: tuple[int, ...]
    groups: dict[CountKind, tuple[Count, ...]]

    @property
    def total(self) -> int:
        return sum(self.by_year)


def count_questions(cards: Iterable[Card]) -> QuestionCounts:
    """The counts of all cards of questions; those of other records count for nothing."""
    questions = [card for card in cards if card.is_question and card.parliamentary_year]
    years = tuple(sorted({card.parliamentary_year or "" for card in questions}))
    whole = Counter(card.parliamentary_year for card in questions)
    parties = _party_names(questions)
    keys_of: dict[CountKind, Callable[[Card], Iterator[TopicKey | str]]] = {
        "minister": lambda card: (key for key in card.topics if key.kind == "minister"),
        "party": lambda card: iter((parties[slug(card.party)] if card.party else NO_PARTY,)),
        "theme": lambda card: (key for key in card.topics if key.kind == "theme"),
        "answer": lambda card: iter((card.answer_kind or NO_ANSWER,)),
    }
    return QuestionCounts(
        years,
        tuple(whole[year] for year in years),
        {kind: _counted(questions, years, keys_of[kind]) for kind in COUNT_KINDS},
    )


def years_of(cards: Iterable[Card]) -> Counter[str]:
    """How many of some cards are questions of each parliamentary year."""
    return Counter(card.parliamentary_year for card in cards if card.is_question and card.parliamentary_year)


def _party_names(cards: Iterable[Card]) -> dict[str, str]:
    """How each party is mostly written, by its slug; of equally used spellings the first in the alphabet."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for card in cards:
        if card.party:
            found[slug(card.party)][card.party] += 1
    return {key: min(some, key=lambda name: (-some[name], name)) for key, some in found.items()}


def _counted(
    cards: Iterable[Card], years: tuple[str, ...], keys_of: Callable[[Card], Iterator[TopicKey | str]]
) -> tuple[Count, ...]:
    found: defaultdict[TopicKey | str, Counter[str | None]] = defaultdict(Counter)
    for card in cards:
        for key in keys_of(card):
            found[key][card.parliamentary_year] += 1
    counts = [Count(key, tuple(some[year] for year in years)) for key, some in found.items()]
    return tuple(sorted(counts, key=lambda count: (-count.total, str(count.key))))
