"""Which parts of an answer belong to each part of a question, by their labels alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Labels = tuple[str, ...]


def align(question: Sequence[Labels], answer: Sequence[Labels]) -> list[tuple[str, list[str]]]:
    """For each label of the question the labels of the answers that cover it, in order.

    An answer to 7 also answers 7a where no part of 7 is answered apart; answers to 7a and 7b answer 7 where
    7 itself has none. Nothing where one of the two sides has no labels.
    """
    asked = list(dict.fromkeys(label for labels in question for label in labels))
    if not asked or not any(answer):
        return []
    return [(label, _answers(label, answer)) for label in asked]


def _answers(label: str, answer: Sequence[Labels]) -> list[str]:
    for wanted in (_direct, _below, _above):
        groups = wanted(label, answer)
        if groups:
            return [one for labels in groups for one in labels]
    return []


def _direct(label: str, answer: Sequence[Labels]) -> list[Labels]:
    return [labels for labels in answer if label in labels]


def _below(label: str, answer: Sequence[Labels]) -> list[Labels]:
    return [labels for labels in answer if any(label in ancestors(one) for one in labels)]


def _above(label: str, answer: Sequence[Labels]) -> list[Labels]:
    for above in ancestors(label):
        if _direct(above, answer):
            return [] if _below(above, answer) else _direct(above, answer)
    return []


def ancestors(label: str) -> Iterator[str]:
    """The labels above one, the nearest first: "7" for "7a", nothing for "10"."""
    for end in range(len(label) - 1, 0, -1):
        if not (label[end - 1].isdigit() and label[end].isdigit()):
            yield label[:end]
