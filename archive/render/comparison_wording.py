"""The words for what became of a question that was asked again. All are message ids."""

from __future__ import annotations

from archive.links.comparison import Fate

COMPARISON_HEADING = "Asked again: what changed"
PERCENTAGE_POINTS = "%(number)s percentage points"

FATE_WORDING: dict[Fate, str] = {
    "same": "the same",
    "years": "other years",
    "numbers": "other numbers",
    "changed": "changed",
    "new": "new",
    "dropped": "gone",
}

QUESTION_FATE_WORDING: dict[Fate, str] = {
    "same": "The question is word for word the same.",
    "years": "Of the question only the years changed.",
    "numbers": "Of the question only years and numbers changed.",
    "changed": "The question was changed.",
    "new": "The earlier question has no text.",
    "dropped": "The later question has no text.",
}

ANSWER_FATE_WORDING: dict[Fate, str] = {
    "same": "The answers are word for word the same.",
    "years": "Of the answer only the years changed.",
    "numbers": "Of the answer only years and numbers changed.",
    "changed": "The answers differ.",
    "new": "Only the later question has an answer here.",
    "dropped": "Only the earlier question has an answer here.",
}

COMPARISON_WORDINGS: tuple[str, ...] = (
    COMPARISON_HEADING,
    PERCENTAGE_POINTS,
    *FATE_WORDING.values(),
    *QUESTION_FATE_WORDING.values(),
    *ANSWER_FATE_WORDING.values(),
)
