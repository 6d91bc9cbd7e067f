"""Texts read for links as those of a record are."""

from __future__ import annotations

from collections.abc import Sequence

from archive.links.concept_facts import ConceptFacts, concept_facts_of
from archive.links.fingerprints import Fingerprint, fingerprint
from archive.links.text_words import TextWords, WordReader
from archive.links.vocabulary import Vocabulary
from archive.text.languages import DUTCH


def read_words(texts: Sequence[str]) -> TextWords:
    """The words of Dutch texts."""
    return WordReader(DUTCH, Vocabulary()).read(texts)


def read_concepts(texts: Sequence[str]) -> ConceptFacts:
    """What Dutch texts name."""
    return concept_facts_of(texts, read_words(texts), DUTCH)


def printed_once(texts: Sequence[str]) -> Fingerprint:
    """The fingerprint of texts."""
    hashes = read_words(texts).hashes
    return fingerprint(hashes[hashes != 0])
