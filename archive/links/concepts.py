"""Organisations and measures that the documents of a corpus name, with their abbreviations.

In a corpus of more than 50 records only what at least two of them name gets a page.
"""

from __future__ import annotations

from typing import Final, Literal

import msgspec

from archive.links.concept_classes import ConceptClass
from archive.links.names import TopicKey

SMALL_CORPUS: Final = 50
_LEAST_RECORDS: Final = 2

ToldBy = Literal["documents", "authority", "table", "nobody"]


class Concept(msgspec.Struct, frozen=True):
    """An organisation or measure. key: that of its topic, which is a subject's where the names are one.

    long: as most documents write it, None where no long form is known; abbreviations: the most used first.
    spellings: the other long forms that documents write. told_by: who says what the abbreviation stands for.
    """

    key: TopicKey
    long: str | None
    abbreviations: tuple[str, ...]
    concept_class: ConceptClass
    spellings: tuple[str, ...] = ()
    told_by: ToldBy = "documents"

    @property
    def name(self) -> str:
        """The name for headings and lists: "Lokale diensteneconomie (LDE)"."""
        if self.long is None:
            return self.abbreviations[0]
        long = self.long[:1].upper() + self.long[1:]
        return f"{long} ({self.abbreviations[0]})" if self.abbreviations else long


class ExplainedShort(msgspec.Struct, frozen=True):
    """An abbreviation that would be a concept by itself, had no document explained it; means: what it stands for.

    key: that of the page that it has, or would have had.
    """

    key: TopicKey
    short: str
    means: tuple[TopicKey, ...]


class Concepts(msgspec.Struct, frozen=True):
    """by_key: each concept; named: by the id of a record the keys of those that it names, in their order."""

    by_key: dict[TopicKey, Concept]
    named: dict[str, tuple[TopicKey, ...]]
    explained: tuple[ExplainedShort, ...]


def least_records(corpus_size: int) -> int:
    """How many records must name something for it to get a page."""
    return _LEAST_RECORDS if corpus_size > SMALL_CORPUS else 1
