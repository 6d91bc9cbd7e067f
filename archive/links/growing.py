"""The links of a corpus that grows: what no change touches is taken from the last time."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

import msgspec
import numpy as np
import numpy.typing as npt

from archive.errors import CorpusError, cause_of, way_on
from archive.links.authority import Authority
from archive.links.facts import FactsReader, RecordFacts
from archive.links.kept_facts import (
    packed_facts,
    packed_terms,
    unpacked_facts,
    unpacked_terms,
    unpacked_vector,
)
from archive.links.kept_lists import NearLists, OldLists, find_lists
from archive.links.kept_state import Kept, LinkStamp, LinkState, kept_links, stamp_of, write_state
from archive.links.linking import Links, link_facts
from archive.links.nearness import NearFinder
from archive.links.related import Likeness
from archive.links.shelf import ShelfWriter
from archive.links.spread import LEAST_WINDOW, Spread, spread_of, window_of
from archive.links.ties import Ties
from archive.links.vectors import Entries, Weigher
from archive.links.vocabulary import TermCounts, Vocabulary
from archive.model.record import Record
from archive.store.private_folder import replaced_folder
from archive.text.languages import DUTCH, Language

Progress = Callable[[int, int], None]
"""Told how many records have been read, and of how many."""


class Changing(Protocol):
    """What is asked of a corpus (archive.store.corpus.Corpus has it)."""

    def records(self) -> Iterator[Record]: ...
    def record(self, identity: str, /) -> Record | None: ...
    def fingerprints(self) -> Iterator[tuple[str, str]]: ...


class Growth(msgspec.Struct, frozen=True):
    """Of how many records facts, vectors and lists of what is near were made anew."""

    records: int
    facts: int
    vectors: int
    lists: int


def grow_links(
    corpus: Changing,
    folder: Path,
    *,
    language: Language = DUTCH,
    authority: Authority | None = None,
    full: bool = False,
    least_window: int = LEAST_WINDOW,
    progress: Progress | None = None,
) -> tuple[Links, Growth]:
    """The links of a corpus, the same as `link_records` makes.

    folder: where what does not change is kept from one time to the next, for the owner alone; full: make everything
    anew, too. Raises CorpusError where nothing can be kept.
    """
    present = sorted(corpus.fingerprints())
    stamp = stamp_of(language.code, least_window)
    old = None if full else kept_links(folder, stamp, present)
    try:
        with replaced_folder(folder) as new, contextlib.ExitStack() as closing:
            growing = _Growing(corpus, present, old, new, stamp=stamp, language=language, closing=closing)
            return growing.links(authority, progress or _silent)
    except OSError as error:
        raise CorpusError(
            str(folder),
            f"the links cannot be kept ({cause_of(error)})",
            way_on(error, "make the folder writable"),
        ) from error


class _Growing:
    """One making of links."""

    def __init__(
        self,
        corpus: Changing,
        present: Sequence[tuple[str, str]],
        old: Kept | None,
        folder: Path,
        *,
        stamp: LinkStamp,
        language: Language,
        closing: contextlib.ExitStack,
    ) -> None:
        self._corpus = corpus
        self._present = present
        self._old = old
        self._folder = folder
        self._stamp = stamp
        self._language = language
        self._vocabulary = old.vocabulary() if old else Vocabulary()
        self._writers = _Writers(folder, old, closing)
        # Of each record its place the last time, -1 of one that was not there.
        places = old.places if old else {}
        self._old_places = np.array([places.get(id_, -1) for id_, _ in present], np.int64)
        # The words of those records alone that are new or changed.
        self._counted: dict[int, TermCounts] = {}
        self._vectors_made = 0

    def links(self, authority: Authority | None, progress: Progress) -> tuple[Links, Growth]:
        facts = list(self._facts(progress))
        spread, window = self._spread(facts)
        vectors, changed = self._vectors(spread, window)
        facts_made = len(self._counted)
        self._counted.clear()  # hundreds of megabytes in a large archive, and needed no more
        numbers = self._numbers()
        lists: list[NearLists] = []

        def near_lists(ties: Ties) -> NearLists:
            finder = NearFinder(
                [id_ for id_, _ in self._present], ties, Likeness(vectors), self._vocabulary.texts
            )
            shelf = self._old.lists if self._old else None
            old_lists = OldLists(shelf, self._old_places, numbers, changed)
            lists.append(find_lists(finder, ties, old_lists, self._writers.lists))
            return lists[0]

        links = link_facts(facts, near_lists, authority, self._language)
        self._write(numbers, spread, window)
        return links, Growth(len(facts), facts_made, self._vectors_made, len(lists[0].made))

    def _facts(self, progress: Progress) -> Iterator[RecordFacts]:
        """The facts of every record, kept or made."""
        reader = FactsReader(self._language, self._vocabulary)
        records = self._corpus.records() if self._old is None else None
        for place, (id_, sha256) in enumerate(self._present):
            old_place = int(self._old_places[place])
            if self._old and old_place >= 0 and self._old.state.sha256[old_place] == sha256:
                yield unpacked_facts(self._old.facts[old_place])
                self._writers.facts.keep(old_place)
                self._writers.counts.keep(old_place)
            else:
                record = next(records, None) if records else self._corpus.record(id_)
                if record is None or record.id != id_:
                    raise CorpusError(id_, "the record has gone while the links were made", "build again")
                facts, self._counted[place] = reader.read(record)
                self._writers.facts.add(packed_facts(facts))
                self._writers.counts.add(packed_terms(self._counted[place]))
                yield facts
            progress(place + 1, len(self._present))

    def _terms_of(self, place: int) -> TermCounts:
        found = self._counted.get(place)
        if found is not None:
            return found
        assert self._old is not None
        return unpacked_terms(self._old.counts[int(self._old_places[place])])

    def _spread(self, facts: Sequence[RecordFacts]) -> tuple[Spread, bytes]:
        """The spread of terms over the window, and a digest of the records in it."""
        ids = [id_ for id_, _ in self._present]
        window = window_of([one.day for one in facts], ids, self._stamp.least_window)
        digest = hashlib.sha256(
            "\n".join(" ".join(self._present[place]) for place in window).encode()
        ).digest()
        if self._old and self._old.state.window == digest:
            return self._old.spread(len(self._vocabulary)), digest
        counted = map(self._terms_of, window)
        return spread_of(counted, len(window), self._vocabulary.terms), digest

    def _vectors(self, spread: Spread, window: bytes) -> tuple[list[Entries], npt.NDArray[np.bool_]]:
        """The vectors of all records, and which are new or other than the last time."""
        size = len(self._present)
        is_same = self._old is not None and self._old.state.window == window
        wanted = sorted(self._counted) if is_same else range(size)
        self._vectors_made = len(wanted)
        weigher = Weigher(self._vocabulary, spread)
        made = dict(zip(wanted, weigher.vectors([self._terms_of(place) for place in wanted]), strict=True))
        changed = np.zeros(size, np.bool_)
        vectors: list[Entries] = []
        for place, old_place in enumerate(self._old_places.tolist()):
            kept = self._old.vectors[old_place] if self._old and old_place >= 0 else None
            vector = made.get(place)
            if vector is None:
                assert kept is not None
                vector = unpacked_vector(kept)
            if kept is not None and (place not in made or vector.tobytes() == kept):
                self._writers.vectors.keep(old_place)
            else:
                self._writers.vectors.add(vector.tobytes())
                changed[place] = True
            vectors.append(vector)
        return vectors, changed

    def _numbers(self) -> npt.NDArray[np.int32]:
        """Of each record a number that stays its own."""
        numbers = np.zeros(len(self._present), np.int32)
        is_old = self._old_places >= 0
        first = 0
        if self._old:
            known = np.frombuffer(self._old.state.numbers, np.int32)
            numbers[is_old] = known[self._old_places[is_old]]
            first = int(known.max(initial=-1)) + 1
        numbers[~is_old] = np.arange(first, first + np.count_nonzero(~is_old))
        return numbers

    def _write(self, numbers: npt.NDArray[np.int32], spread: Spread, window: bytes) -> None:
        words = self._vocabulary
        state = LinkState(
            stamp=self._stamp,
            ids=tuple(id_ for id_, _ in self._present),
            sha256=tuple(sha256 for _, sha256 in self._present),
            numbers=numbers.tobytes(),
            words="\n".join(words.texts),
            terms=words.terms.tobytes(),
            marks=words.marks.tobytes(),
            window=window,
            window_records=spread.records,
            window_frequency=spread.frequency.tobytes(),
            facts=self._writers.facts.listing(),
            counts=self._writers.counts.listing(),
            vectors=self._writers.vectors.listing(),
            lists=self._writers.lists.listing(),
        )
        write_state(self._folder, state)


class _Writers:
    """The writers of the four shelves; `closing` ends their writing where it has not ended."""

    def __init__(self, folder: Path, old: Kept | None, closing: contextlib.ExitStack) -> None:
        self.facts = ShelfWriter("facts", folder, old.facts if old else None)
        self.counts = ShelfWriter("counts", folder, old.counts if old else None)
        self.vectors = ShelfWriter("vectors", folder, old.vectors if old else None)
        self.lists = ShelfWriter("lists", folder, old.lists if old else None)
        for writer in (self.facts, self.counts, self.vectors, self.lists):
            closing.callback(writer.close)


def _silent(done: int, total: int) -> None:
    """Tells nobody."""
