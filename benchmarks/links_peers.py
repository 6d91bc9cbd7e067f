"""The peers of benchmarks/links.py: what else finds documents like another, out of the box.

Whoosh's more_like (its own key terms of a document as a query), and the cosine of plain TF-IDF vectors of all words.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from archive.model.question import WrittenQuestion

_WORD = re.compile(r"\w+")


def text_of(question: WrittenQuestion) -> str:
    """Title, question and answer as one text: what both peers are given."""
    bodies = (question.question, *((question.answer,) if question.answer else ()))
    texts = (getattr(block, "text", "") for body in bodies for block in body.introduction)
    return "\n".join((question.title, *texts))


class WhooshPeer:
    """More like this, as Whoosh gives it for a field with its standard analyzer."""

    name = "Whoosh more_like"

    def __init__(self, questions: Sequence[WrittenQuestion], folder: Path) -> None:
        from whoosh.fields import ID, TEXT, Schema  # noqa: PLC0415 - slow to load
        from whoosh.index import create_in  # noqa: PLC0415

        schema = Schema(id=ID(stored=True, unique=True), text=TEXT(stored=True))
        index = create_in(str(folder), schema)
        writer = index.writer(limitmb=256)
        for question in questions:
            writer.add_document(id=question.id, text=text_of(question))
        writer.commit()
        self._searcher = index.searcher()
        self._numbers = {
            self._searcher.stored_fields(number)["id"]: number
            for number in self._searcher.reader().all_doc_ids()
        }

    def near(self, id_: str, limit: int) -> list[str]:
        """The ids of the most alike, best first."""
        found = self._searcher.more_like(self._numbers[id_], "text", top=limit + 1)
        return [hit["id"] for hit in found if hit["id"] != id_][:limit]


class TfIdfPeer:
    """Cosine of tf-idf: raw counts of all words in small letters, ln(N / df), nothing left out or joined."""

    name = "TF-IDF, plain"

    def __init__(self, questions: Sequence[WrittenQuestion]) -> None:
        self._ids = [question.id for question in questions]
        self._places = {id_: place for place, id_ in enumerate(self._ids)}
        counts = [Counter(_WORD.findall(text_of(question).lower())) for question in questions]
        frequency = Counter(word for one in counts for word in one)
        self._vectors: list[dict[str, float]] = []
        posts: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, one in enumerate(counts):
            vector = {word: count * math.log(len(counts) / frequency[word]) for word, count in one.items()}
            length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1
            vector = {word: weight / length for word, weight in vector.items() if weight}
            self._vectors.append(vector)
            for word, weight in vector.items():
                posts[word].append((place, weight))
        self._posts = {
            word: (np.array([place for place, _ in some]), np.array([weight for _, weight in some]))
            for word, some in posts.items()
        }

    def near(self, id_: str, limit: int) -> list[str]:
        """The ids of the most alike, best first."""
        sums = np.zeros(len(self._ids))
        for word, weight in self._vectors[self._places[id_]].items():
            places, weights = self._posts[word]
            sums[places] += weight * weights
        sums[self._places[id_]] = -1
        return [self._ids[place] for place in np.argsort(-sums, kind="stable")[:limit]]
