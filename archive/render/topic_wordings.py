"""What the documents say of the names of a topic: its abbreviations, other wordings, and who explains them."""

from __future__ import annotations

import msgspec

from archive.links import Links
from archive.links.concepts import ToldBy
from archive.links.topics import Topic
from archive.render.wording import CONCEPT_WORDING, TOPIC_WORDING

WORDINGS_SHOWN = 6


class WordingsView(msgspec.Struct, frozen=True):
    """shorts: the abbreviations, the commonest first. others: how documents write the name besides.

    told_by: who says what the abbreviation stands for; None for a text of law.
    """

    shorts: tuple[str, ...]
    others: tuple[str, ...]
    told_by: ToldBy | None = None


def wordings_view(topic: Topic, links: Links) -> WordingsView | None:
    """What there is to say of the wordings of a topic; None where there is nothing."""
    if law := links.laws.get(topic.key):
        return WordingsView((), law.wordings) if law.wordings else None
    concept = links.concepts.get(topic.key)
    if concept is None:
        return None
    others = _others((concept.long or "", *concept.spellings), topic.name)
    is_told = concept.told_by == "documents"
    shorts = concept.abbreviations if len(concept.abbreviations) > 1 or topic.kind == "subject" else ()
    return None if is_told and not others and not shorts else WordingsView(shorts, others, concept.told_by)


def kind_wording(topic: Topic, links: Links) -> str:
    """The message id of what a topic is: "Organisation", "Theme"."""
    concept = links.concepts.get(topic.key)
    if topic.kind == "concept" and concept:
        return CONCEPT_WORDING[concept.concept_class]
    return TOPIC_WORDING[topic.kind]


def _others(names: tuple[str, ...], shown: str) -> tuple[str, ...]:
    """The names that differ from the one shown, and from each other, in more than their case."""
    seen = shown.casefold()
    unique: dict[str, str] = {}
    for name in names:
        if name and not seen.startswith(name.casefold()):
            unique.setdefault(name.casefold(), name)
    return tuple(unique.values())[:WORDINGS_SHOWN]
