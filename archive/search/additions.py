"""Brings shards up to date without building them anew: what was added since stands in a second segment.

The first segment is kept as it was built; of its documents those that are gone, changed, or must be said anew are
dropped, which takes a number each. The second holds all that is not in the first, and is written anew each time. Where
this would not pay, or what is kept does not fit, everything is built anew: the answers are the same.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import numpy as np

from archive.errors import CorpusError, DamageError
from archive.model.record import Record
from archive.search.grown_lexicon import Attested, GrownLexicon
from archive.search.inversion import RUN_KEYS
from archive.search.known_words import WordColumns, word_columns
from archive.search.rare_forms import MOST_DOCUMENTS
from archive.search.segment import SegmentBuilder
from archive.search.segment_plan import SegmentPlan, in_order
from archive.search.shard_base import Changing, write_base
from archive.search.shard_columns import append_varint
from archive.search.shard_files import ShardFolder
from archive.search.shard_leaves import Entry
from archive.search.shard_reader import ShardReader
from archive.search.shard_state import (
    BaseDocument,
    BaseState,
    are_whole,
    kept_state,
    stamp_of,
)
from archive.search.shards import SHARD_BYTES, SHARD_FORMAT, Segment, ShardReport, write_root
from archive.search.word_spool import WordSpool
from archive.search.word_table import Ints, term_order
from archive.store.replacing import remove_rests
from archive.text.abbreviations import Definition, settled
from archive.text.languages import DUTCH, Language

# With so many forms in several documents, those of one are in no list of suggestions.
_MANY_FORMS = 50_000


class Limits(NamedTuple):
    """How far additions go before everything is built anew.

    least_documents: that the first segment must have; most_share: of them, how many may be added and dropped in all;
    most_removed: documents of the first segment that are gone or changed.
    """

    least_documents: int = 5000
    most_share: float = 0.03
    most_removed: int = MOST_DOCUMENTS


USUAL_LIMITS = Limits()


class _TooMuch(Exception):
    """Additions do not pay."""


class Changes(NamedTuple):
    """What has changed since the first segment was built.

    removed: numbers of its documents that are gone or have changed; fresh: ids of the records that it does not hold.
    """

    removed: tuple[int, ...]
    fresh: tuple[str, ...]


def update_shards(
    corpus: Changing,
    folder: Path,
    state_folder: Path,
    shard_bytes: int | None = SHARD_BYTES,
    *,
    language: Language = DUTCH,
    full: bool = False,
    limits: Limits = USUAL_LIMITS,
    run_keys: int = RUN_KEYS,
) -> ShardReport:
    """Writes the shards of the records of `corpus` into `folder`, which holds none.

    state_folder: where what additions need is kept from one time to the next; full: build everything anew, too.
    The other arguments are those of archive.search.shards.write_shards, and so are the answers, though not the bytes.
    Raises CorpusError when the state cannot be kept.
    """
    remove_rests(state_folder)
    stamp = stamp_of(SHARD_FORMAT, language.code, shard_bytes)
    state = None if full else kept_state(state_folder, stamp)
    if state is not None and are_whole(state_folder, state.segment_files):
        changes = changes_since(state, corpus)
        if not any(changes) and are_whole(state_folder, state.other_files):
            return _unchanged(state, state_folder, folder)
        # What is kept has proved damaged, or not worth keeping.
        with suppress(_TooMuch, DamageError):
            return _Update(corpus, state, state_folder, folder, run_keys).write(changes, limits, language)
    return write_base(corpus, folder, state_folder, stamp, run_keys)


def changes_since(state: BaseState, corpus: Changing) -> Changes:
    """What has changed in `corpus`."""
    present = dict(corpus.fingerprints())
    removed = [
        number
        for number, document in enumerate(state.documents)
        if present.get(document.id) != document.sha256
    ]
    kept = {document.id for document in state.documents if present.get(document.id) == document.sha256}
    return Changes(tuple(removed), tuple(id for id in present if id not in kept))


def _unchanged(state: BaseState, state_folder: Path, folder: Path) -> ShardReport:
    shards = ShardFolder(folder)
    for kept in (*state.segment_files, *state.other_files):
        shards.reuse(state_folder / kept.name)
    forms = state.words.forms.count("\n") + 1 if state.words.forms else 0
    documents = len(state.documents)
    return ShardReport(
        shards.files, shards.bytes, documents, forms, state.postings, shards.reused_bytes, full=False
    )


class _Update:
    """One bringing up to date."""

    def __init__(
        self, corpus: Changing, state: BaseState, state_folder: Path, folder: Path, run_keys: int
    ) -> None:
        self._corpus = corpus
        self._state = state
        self._state_folder = state_folder
        self._folder = folder
        self._run_keys = run_keys
        self._reader = ShardReader(state_folder)
        self._base: Segment = state.root["segments"][0]

    def write(self, changes: Changes, limits: Limits, language: Language) -> ShardReport:
        """Writes the shards. Raises _TooMuch or DamageError before anything stands in the folder."""
        _check(changes, 0, len(self._state.documents), limits)
        with WordSpool(self._records(changes.fresh), self._folder, language) as spool:
            words = word_columns(self._state.words)
            removed = np.array(changes.removed, dtype=np.int64)
            definitions = settled(self._defined(changes.removed) + spool.defined)
            attested = Attested(spool.forms(), removed, definitions, self._state.settled)
            grown = GrownLexicon(words, attested, language)
            moved = self._moved(grown, frozenset(changes.removed))
            _check(changes, len(moved), len(self._state.documents), limits)
            spool.extend(self._records(self._state.documents[number].id for number in sorted(moved)))
            return self._write(spool, grown, words, frozenset(changes.removed), moved)

    def _records(self, ids: Iterable[str]) -> Iterator[Record]:
        for id in ids:
            record = self._corpus.record(id)
            if record is None:
                raise CorpusError(id, "the record has gone while the shards were made", "build again")
            yield record

    def _defined(self, removed: Sequence[int]) -> Counter[Definition]:
        """The definitions of the documents of the first segment that are not removed."""
        gone = frozenset(removed)
        numbers = Counter(
            chain.from_iterable(
                document.defined
                for number, document in enumerate(self._state.documents)
                if number not in gone
            )
        )
        return Counter({self._state.definitions[number]: count for number, count in numbers.items()})

    def _moved(self, grown: GrownLexicon, removed: frozenset[int]) -> frozenset[int]:
        """The documents of the first segment about which it says what is no longer so: they are said anew."""
        found: set[int] = set()
        for form in grown.lost | grown.unsettled:
            found.update(self._reader.documents(self._base, form).tolist())
        for definition in grown.unlisted:
            found.update(self._reader.documents_with_phrase(self._base, definition.words).tolist())
        return frozenset(found - removed)

    def _write(
        self,
        spool: WordSpool,
        grown: GrownLexicon,
        words: WordColumns,
        removed: frozenset[int],
        moved: frozenset[int],
    ) -> ShardReport:
        columns = {name: self._reader.column(shard) for name, shard in self._base["columns"].items()}
        shards = ShardFolder(self._folder)
        for kept in self._state.segment_files:
            shards.reuse(self._state_folder / kept.name)
        stamp = self._state.stamp
        builder = SegmentBuilder(spool, shards, self._folder, stamp.shard_bytes, run_keys=self._run_keys)
        segment = builder.write(additions_plan(grown, spool.forms()))
        dropped = removed | moved
        base_order, order, dates = _together(self._state.documents, dropped, builder)
        values = {
            name: Counter(chain.from_iterable(_without(column, dropped))) for name, column in columns.items()
        }
        for name, counted in builder.facets.counts().items():
            values[name].update(dict(counted))
        added = Counter(dict(builder.counts))
        added.subtract(_counts(spool, {self._state.documents[number].id for number in moved}))
        write_root(
            shards,
            dates,
            _suggested(words, np.array(sorted(removed), dtype=np.int64), added, grown),
            {
                name: sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
                for name, found in values.items()
            },
            [
                {**self._base, "numbers": shards.write_bytes("n", base_order)},
                {**segment, "numbers": shards.write_bytes("n", order)},
            ],
            language=spool.language,
        )
        return ShardReport(
            files=shards.files,
            bytes=shards.bytes,
            documents=len(dates),
            forms=len(words.forms) - len(grown.gone) + len(grown.new),
            postings=self._state.postings + builder.postings,
            reused_bytes=shards.reused_bytes,
            full=False,
        )


def additions_plan(grown: GrownLexicon, forms: set[str]) -> SegmentPlan:
    """The plan of the second segment, whose documents have `forms`."""
    long_forms = (
        definition.long
        for definition in grown.definitions
        if all(word in forms for word, _ in definition.words)
    )
    listed = sorted(forms.union(long_forms), key=term_order)
    records = grown.records({key for form in listed for key in grown.parts(form)})
    entries = [Entry(form, 0, 0, None, is_gone=True) for form in grown.gone]
    entries += [Entry(form, 0, 0, None, family=key) for form, key in grown.joined() if form not in forms]
    entries.sort(key=lambda entry: term_order(entry.term))
    return SegmentPlan(grown, listed, in_order(records), entries)


def _check(changes: Changes, moved: int, documents: int, limits: Limits) -> None:
    changed = len(changes.removed) + len(changes.fresh) + 2 * moved
    if (
        documents < limits.least_documents
        or len(changes.removed) > limits.most_removed
        or changed > documents * limits.most_share
    ):
        raise _TooMuch


def _together(
    documents: Sequence[BaseDocument], dropped: frozenset[int], builder: SegmentBuilder
) -> tuple[bytes, bytes, list[dt.date | None]]:
    """The numbers of the documents of both segments among all, as shards hold them; and the dates of all."""
    places = [
        (-document.date if document.date else 1, document.id, 0, number)
        for number, document in enumerate(documents)
        if number not in dropped
    ]
    places += [
        (-date.toordinal() if date else 1, id, 1, number)
        for number, (id, date) in enumerate(zip(builder.ids, builder.dates, strict=True))
    ]
    places.sort()
    numbers = [[0] * len(documents), [0] * len(builder.ids)]
    latest = [-1, -1]
    for order, (_, _, segment, number) in enumerate(places):
        numbers[segment][number] = order - latest[segment]
        latest[segment] = order
    dates = [dt.date.fromordinal(-day) if day < 0 else None for day, _, _, _ in places]
    return _varints(numbers[0]), _varints(numbers[1]), dates


def _varints(numbers: Iterable[int]) -> bytes:
    written = bytearray()
    for number in numbers:
        append_varint(written, number)
    return bytes(written)


def _without(column: Sequence[tuple[str, ...]], dropped: frozenset[int]) -> Iterator[tuple[str, ...]]:
    return (values for number, values in enumerate(column) if number not in dropped)


def _counts(spool: WordSpool, ids: set[str]) -> Counter[str]:
    """In how many of the documents with these ids each form stands."""
    counts: Counter[str] = Counter()
    words = spool.words() if ids else []
    for document in spool.documents() if ids else ():
        if document.card.id in ids:
            numbers = np.unique(document.words).tolist()
            counts.update({form.text for number in numbers for form in words[number][0]})
    return counts


def _suggested(
    words: WordColumns, removed: Ints, added: Counter[str], grown: GrownLexicon
) -> Iterator[tuple[str, int]]:
    """Forms with their documents. Those of frequent forms that were removed - MOST_DOCUMENTS at the most - are not
    taken off."""
    gone = words.rare_forms[np.isin(words.rare_documents, removed)]
    counts = words.form_documents - np.bincount(gone, minlength=len(words.forms))
    least = 2 if np.count_nonzero(counts > 1) >= _MANY_FORMS else 1
    for number in np.flatnonzero(counts >= least).tolist():
        form = words.forms[number]
        if form not in grown.gone and form not in added:
            yield form, int(counts[number])
    base = dict(zip(words.forms, counts.tolist(), strict=True)) if added else {}
    for form, documents in added.items():
        if (total := documents + base.get(form, 0)) >= least:
            yield form, total
