"""Organisations and measures of Flanders and Belgium that documents abbreviate without saying what that stands for.

The table tells what an abbreviation stands for where no document of the archive does; what documents say goes before.
"""

from __future__ import annotations

import csv
import functools
import importlib.resources

import msgspec

from archive.links.abbreviated import abbreviation_key
from archive.links.concept_classes import ConceptClass


class KnownConcept(msgspec.Struct, frozen=True):
    """One row of the table: the abbreviation and the long form, as they are written."""

    short: str
    long: str
    concept_class: ConceptClass


@functools.cache
def known_concepts() -> dict[str, KnownConcept]:
    """The table by the key of the abbreviation."""
    table = importlib.resources.files("archive.links").joinpath("known_concepts.csv")
    with table.open(encoding="utf-8") as rows:
        return {
            abbreviation_key(row["short"]): msgspec.convert(
                {"short": row["short"], "long": row["long"], "concept_class": row["class"]}, KnownConcept
            )
            for row in csv.DictReader(rows)
        }
