"""Known questions: a few words to ask for, and the question that they were taken from."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from archive.model.question import WrittenQuestion
from archive.search.zones import Zone, passages
from archive.text.tokens import tokens

TITLE, QUESTION, ANSWER = "title", "question", "answer"
KINDS = (TITLE, QUESTION, ANSWER)
TUNING, REPORTED = 0, 1
# Of each kind, so that nobody can reckon ranks from more than anybody reads.
LISTED = 1000
_WANTED = {TITLE: 3, QUESTION: 4, ANSWER: 4}
_ZONES = {QUESTION: Zone.QUESTION, ANSWER: Zone.ANSWER}
_SHORTEST = 4
_SEED = 2017


class KnownQuestion(NamedTuple):
    """kind: where the words of `query` stand, one of KINDS; half: TUNING or REPORTED; id: of the question."""

    kind: str
    query: str
    id: str
    half: int


def known_questions(records: Sequence[WrittenQuestion], count: int) -> list[KnownQuestion]:
    """At most `count` queries of each kind, no two the same, one of a question at most; the halves by turns.

    The words are written as the question writes them, in small letters: an engine that does not take away accents
    loses nothing by it. The words of question and answer are such as the title does not have. A record without
    enough words is passed over. Of a smaller `count` come the first queries of a larger one.
    """
    found: list[KnownQuestion] = []
    for seed, kind in enumerate(KINDS, _SEED):
        luck = random.Random(seed)
        order = luck.sample(range(len(records)), len(records))
        asked: dict[str, str] = {}
        for number in order:
            if len(asked) == count:
                break
            fitting = _fitting_words(records[number], kind)
            if len(fitting) >= _WANTED[kind]:
                asked.setdefault(" ".join(luck.sample(fitting, _WANTED[kind])), records[number].id)
        found += [
            KnownQuestion(kind, query, id, place % 2) for place, (query, id) in enumerate(asked.items())
        ]
    return found


def reciprocal_ranks(found: Mapping[str, Sequence[str]], queries: Iterable[KnownQuestion]) -> list[float]:
    """The reciprocal rank of each query's question in what was `found` for it; 0 where it is not listed."""
    ranks = []
    for query in queries:
        listed = list(found[query.query][:LISTED])
        ranks.append(1 / (listed.index(query.id) + 1) if query.id in listed else 0.0)
    return ranks


def _fitting_words(record: WrittenQuestion, kind: str) -> list[str]:
    in_title = _words([record.title])
    if kind == TITLE:
        return sorted(in_title.values())
    in_text = _words(text for zone, text in passages(record) if zone == _ZONES[kind])
    return sorted(word for form, word in in_text.items() if form not in in_title)


def _words(texts: Iterable[str]) -> dict[str, str]:
    """By folded form the word as it is first written, in small letters; only words of letters alone."""
    found: dict[str, str] = {}
    for text in texts:
        for token in tokens(text):
            printed = text[token.start : token.end]
            if len(token.form) >= _SHORTEST and printed.isalpha():
                found.setdefault(token.form, printed.lower())
    return found
