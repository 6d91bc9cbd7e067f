"""Reads shards as site/shards.js does: for additions, which must know what the first segment holds, and for tests."""

from __future__ import annotations

import itertools
import json
import re
import zlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from archive.errors import DamageError
from archive.search.leaf_reader import Leaf, LeafEntry, Listed, Spots, listed_at, numbers_of, spots_of
from archive.search.shard_files import ROOT
from archive.search.shard_text import content_of
from archive.search.word_table import Ints, term_order

_SCRIPT = re.compile(rb'P\("([a-z0-9-]+)","(.*)",(\d+)\)\n', re.DOTALL)
_ESCAPE = re.compile(rb'\\([\\"nr])')
# What the root says of a segment.
Segment = dict[str, Any]
_NOTHING = np.zeros(0, dtype=np.int64)
# Places take 22 bits (archive.search.analysis); distances from the first word are far below the margin.
_PLACE_BITS = 24
_MARGIN = 1 << 22
_MEANT = {b"\\": b"\\", b'"': b'"', b"n": b"\n", b"r": b"\r"}


class ShardReader:
    """The shards in a folder. Every question raises DamageError where a shard is missing or not as written."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.leaf = lru_cache(maxsize=16)(self._leaf)
        self.bytes = lru_cache(maxsize=64)(self._bytes)

    def root(self) -> dict[str, Any]:
        """What the root says."""
        found: dict[str, Any] = json.loads(self._payload(ROOT))
        return found

    def json(self, name: str) -> Any:
        """A shard of JSON."""
        return json.loads(self.bytes(name))

    def leaves(self, segment: Segment) -> Iterator[tuple[str, str]]:
        """The first term and the name of each leaf of a segment."""
        for first, name in segment["lexicon"]:
            if name.startswith("d"):
                yield from ((inner, leaf) for inner, leaf in self.json(name))
            else:
                yield first, name

    def entries(self, segment: Segment) -> Iterator[tuple[Leaf, LeafEntry]]:
        """Every term of a segment, in order, with its leaf."""
        for _, name in self.leaves(segment):
            leaf = self.leaf(name)
            for entry in leaf.entries.values():
                yield leaf, entry

    def entry(self, segment: Segment, term: str) -> tuple[Leaf, LeafEntry] | None:
        """A term of a segment with its leaf."""
        name = _holder(segment["lexicon"], term)
        if name is not None and name.startswith("d"):
            name = _holder(self.json(name), term)
        if name is None:
            return None
        leaf = self.leaf(name)
        return (leaf, leaf.entries[term]) if term in leaf.entries else None

    def listed(self, leaf: Leaf, entry: LeafEntry) -> Listed:
        """The postings of a term."""
        if entry.list_place is None:
            return leaf.listed(entry)
        shard, gaps, marks = entry.list_place
        content = self.bytes(leaf.lists[shard])
        end = 4 + int.from_bytes(content[:4], "big")
        return listed_at(content[4 + gaps : end], content[end + marks :], entry.documents)

    def spots(self, leaf: Leaf, entry: LeafEntry) -> Spots:
        """The places of a form."""
        documents, _, masks = self.listed(leaf, entry)
        if entry.places_place is None:
            return spots_of(leaf.columns[2:], entry.inline[1], documents, masks)
        shard, skip, *counts = entry.places_place
        ends = list(itertools.accumulate(counts, initial=0))
        parts = []
        for number, (low, high) in enumerate(itertools.pairwise(ends)):
            columns = _place_columns(self.bytes(leaf.places[shard + number]))
            parts.append(spots_of(columns, 0 if number else skip, documents[low:high], masks[low:high]))
        return Spots(*map(np.concatenate, zip(*parts, strict=True)))

    def documents(self, segment: Segment, form: str) -> Ints:
        """The local numbers of the documents with a form, ascending."""
        found = self.entry(segment, form)
        return _NOTHING if found is None else self.listed(*found).documents

    def documents_with_phrase(self, segment: Segment, words: Sequence[tuple[str, int]]) -> Ints:
        """Those with all these forms, each at its distance from the first, in one zone."""
        entries = [self.entry(segment, form) for form, _ in words]
        starts: Ints | None = None
        for found, (_, offset) in zip(entries, words, strict=True):
            if found is None:
                return _NOTHING
            spots = self.spots(*found)
            places = (spots.documents << 3 | spots.zones) << _PLACE_BITS | spots.places - offset + _MARGIN
            starts = places if starts is None else starts[np.isin(starts, places)]
        return _NOTHING if starts is None else np.unique(starts >> _PLACE_BITS + 3)

    def column(self, name: str) -> list[tuple[str, ...]]:
        """The values of a facet of each document."""
        content = self.bytes(name)
        size = int.from_bytes(content[:4], "big")
        head = json.loads(content[4 : 4 + size])
        codes = numbers_of(content[4 + size :]).tolist()
        values: Sequence[str] = head["values"]
        if head["single"]:
            return [(values[code - 1],) if code else () for code in codes]
        found, at = [], 0
        while at < len(codes):
            found.append(tuple(values[code] for code in codes[at + 1 : at + 1 + codes[at]]))
            at += 1 + codes[at]
        return found

    def _leaf(self, name: str) -> Leaf:
        return Leaf(self.bytes(name))

    def _bytes(self, name: str) -> bytes:
        try:
            return zlib.decompress(content_of(self._payload(name)), -zlib.MAX_WBITS)
        except (zlib.error, ValueError) as error:
            raise self._damage(name) from error

    def _payload(self, name: str) -> bytes:
        try:
            found = _SCRIPT.fullmatch((self._folder / f"{name}.js").read_bytes())
        except OSError as error:
            raise self._damage(name) from error
        if found is None or found[1] != name.encode("ascii"):
            raise self._damage(name)
        payload = _ESCAPE.sub(lambda match: _MEANT[match[1]], found[2])
        if zlib.adler32(payload) != int(found[3]):
            raise self._damage(name)
        return payload

    def _damage(self, name: str) -> DamageError:
        return DamageError(
            str(self._folder / f"{name}.js"), "the shard is missing or not as written", "build the site anew"
        )


def _holder(listed: Sequence[Sequence[str]], term: str) -> str | None:
    """The name of the shard that must hold `term`, if any does."""
    place = bisect_right(listed, term_order(term), key=lambda entry: term_order(entry[0]))
    return listed[place - 1][1] if place else None


def _place_columns(content: bytes) -> list[bytes]:
    """The columns of a shard of places."""
    sizes = [int.from_bytes(content[at : at + 4], "big") for at in (0, 4, 8)]
    ends = list(itertools.accumulate(sizes, initial=12))
    return [content[low:high] for low, high in itertools.pairwise([*ends, len(content)])]
