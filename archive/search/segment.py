"""One segment of the shards: the words, cards and facet values of some documents, complete in itself."""

from __future__ import annotations

import contextlib
import datetime as dt
import heapq
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any, NamedTuple

import msgspec
import numpy as np

from archive.search.analysis import Card
from archive.search.families import FamilyLists
from archive.search.inversion import RUN_KEYS, Inverter
from archive.search.lexicon import Lexicon
from archive.search.long_form_places import LongForm
from archive.search.posting_columns import ZONE_MASKS, Columns, FormColumns, form_columns, group_columns
from archive.search.postings import NUMBER, YEAR
from archive.search.rare_forms import RareForms
from archive.search.segment_plan import Relations, SegmentPlan
from archive.search.shard_columns import Cards, FacetColumns
from archive.search.shard_endings import EndingsWriter
from archive.search.shard_files import ShardFolder
from archive.search.shard_leaves import RECORD, Entry, LeafWriter, Members
from archive.search.shard_terms import ListPacker, ListPlace, PlacesPacker, PlacesPlace
from archive.search.word_spool import WordSpool
from archive.search.word_table import WordForms, term_order, word_table
from archive.text.abbreviations import settled

# So many stop words are told apart among the words before another.
STOPS = 15
# A term whose postings take more than this share of a shard has them in other shards than its leaf.
_INLINE_SHARE = 4
_INLINE_BYTES = 8192
# How much is put into a shard of each kind, before it is deflated, as shares of the size wanted: of places a query
# needs a long stretch.
_LEAF_SHARE = 1.0
_LIST_SHARE = 1.0
_PLACES_SHARE = 1.75
# Of a larger corpus than this shards grow, slower than it does, so that neither their number nor their size gets high.
_USUAL_DOCUMENTS = 10_000
_GROWTH = 0.4


class _Placed(NamedTuple):
    """Where the postings of a term are that are not in its leaf; families have no places."""

    list_place: ListPlace
    places_place: PlacesPlace | None


class _Waiting:
    """The postings of terms, in their order, on disk until their leaves can be written."""

    def __init__(self, folder: Path) -> None:
        self._file: IO[bytes] = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - closed by `close`
        self.placed: dict[int, _Placed] = {}

    def add(self, found: FormColumns) -> int:
        """Adds a term and says where it stands in the file."""
        start = self._file.tell()
        written = _encoder.encode(found)
        self._file.write(len(written).to_bytes(8, "big") + written)
        return start

    def at(self, start: int) -> FormColumns:
        """The term that stands there."""
        self._file.seek(start)
        return _decoder.decode(self._file.read(int.from_bytes(self._file.read(8), "big")))

    def __iter__(self) -> Iterator[FormColumns]:
        self._file.seek(0)
        while size := self._file.read(8):
            yield _decoder.decode(self._file.read(int.from_bytes(size, "big")))

    def close(self) -> None:
        """Deletes the file."""
        self._file.close()


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(FormColumns)


class SegmentBuilder:
    """Builds a segment of the documents in `spool`."""

    def __init__(
        self,
        spool: WordSpool,
        shards: ShardFolder,
        temporary: Path,
        shard_bytes: int | None,
        *,
        run_keys: int = RUN_KEYS,
    ) -> None:
        self._spool = spool
        self._shards = shards
        self._temporary = temporary
        self._limit = None if shard_bytes is None else _grown(shard_bytes, len(spool))
        self._run_keys = run_keys
        self._words: list[WordForms] = spool.words()
        self.facets = FacetColumns()
        self.ids: list[str] = []
        self.dates: list[dt.date | None] = []
        self.counts: list[tuple[str, int]] = []
        self.forms = 0
        self.postings = 0
        self.rare = RareForms()
        self._lists = ListPacker(shards, self._share(_LIST_SHARE))
        self._places = PlacesPacker(shards, self._share(_PLACES_SHARE))

    def lexicon(self) -> Lexicon:
        """The lexicon of these documents alone."""
        return Lexicon(self._spool.forms(), settled(self._spool.defined), self._spool.language)

    def write(self, plan: SegmentPlan) -> dict[str, Any]:
        """Writes the segment as planned; gives what the root says of it."""
        relations, forms, records, added = plan
        cards = Cards(self._shards, self._limit, len(self._spool))
        values: dict[str, list[int]] = {}
        stops = self._stop_words()
        with contextlib.ExitStack() as stack:
            inverter = stack.enter_context(self._inverter(relations, forms, stops))
            inside = stack.enter_context(
                FamilyLists([key for key, _ in records], forms, relations, self._temporary)
            )
            endings = EndingsWriter(self._shards, self._share(_LEAF_SHARE), forms)
            for number, document in enumerate(self._spool.documents()):
                inverter.add(document)
                cards.add(document.card)
                self.facets.add(document.facets)
                self.ids.append(document.card.id)
                self.dates.append(document.card.date)
                for term in _value_terms(document.card):
                    values.setdefault(term, []).append(number)
            waiting = [_Waiting(self._temporary) for _ in range(2)]
            for spooled in waiting:
                stack.callback(spooled.close)
            self._spool_forms(inverter, forms, inside, endings, waiting[0])
            self._spool_families(inside, waiting[1])
            self._lists.close()
            self._places.close()
            entries = heapq.merge(
                _value_entries(values),
                self._form_entries(forms, relations, waiting[0]),
                _record_entries(records, waiting[1]),
                added,
                key=lambda entry: term_order(entry.term),
            )
            leaves = LeafWriter(self._shards, self._share(_LEAF_SHARE), self._lists.names, self._places.names)
            listed = leaves.write(entries)
            ends = endings.write(entry.term for entry in added if entry.is_gone)
        self.forms = leaves.forms
        return {
            "documents": len(self._spool),
            "numbers": None,
            "lexicon": listed,
            "endings": ends,
            "stops": stops,
            "cards": cards.finish(),
            "columns": self.facets.write(self._shards),
        }

    def _share(self, share: float) -> int | None:
        return None if self._limit is None else int(self._limit * share)

    def _stop_words(self) -> list[str]:
        """The most frequent words of one position, the most frequent first."""
        counts: Counter[str] = Counter()
        for (forms, span), count in zip(self._words, self._spool.frequencies().tolist(), strict=True):
            if span == 1 and forms[0].text.isalpha():
                counts[forms[0].text] += count
        return sorted(sorted(counts), key=lambda form: -counts[form])[:STOPS]

    def _inverter(self, relations: Relations, forms: Sequence[str], stops: Sequence[str]) -> Inverter:
        numbers = {form: number for number, form in enumerate(forms)}
        codes = np.zeros(len(forms), dtype=np.int64)
        for code, stop in enumerate(stops, 1):
            codes[numbers[stop]] = code
        long_forms = [
            LongForm(numbers[definition.long], tuple((numbers[word], at) for word, at in definition.words))
            for definition in relations.definitions
            if len(definition.words) > 1 and all(word in numbers for word, _ in definition.words)
        ]
        table = word_table(self._words, numbers)
        return Inverter(table, codes, self._temporary, long_forms=long_forms, run_keys=self._run_keys)

    def _is_big(self, columns: Columns) -> bool:
        return columns.size > (_INLINE_BYTES if self._limit is None else self._limit // _INLINE_SHARE)

    def _spool_forms(
        self,
        inverter: Inverter,
        forms: Sequence[str],
        inside: FamilyLists,
        endings: EndingsWriter,
        waiting: _Waiting,
    ) -> None:
        """Puts the postings of all forms where they wait, then those of the big ones into shards of their own."""
        big: list[tuple[int, int, int]] = []
        for postings in inverter.postings():
            inside.add(postings)
            self.rare.add(postings)
            self.postings += len(postings.forms)
            for found in form_columns(postings):
                start = waiting.add(found)
                endings.add(found)
                self.counts.append((forms[found.form], found.documents))
                if self._is_big(found.columns):
                    big.append((-found.documents, found.form, start))
        # Lists of the same length deflate best together.
        for _, form, start in sorted(big):
            columns = waiting.at(start).columns
            waiting.placed[form] = _Placed(self._lists.add(columns), self._places.add(columns))

    def _spool_families(self, inside: FamilyLists, waiting: _Waiting) -> None:
        for found in inside.lists():
            waiting.add(found)
            if self._is_big(found.columns):
                waiting.placed[found.form] = _Placed(self._lists.add(found.columns), None)

    def _form_entries(self, forms: Sequence[str], relations: Relations, waiting: _Waiting) -> Iterator[Entry]:
        for found in waiting:
            form = forms[found.form]
            key = relations.family(form)
            placed = waiting.placed.get(found.form)
            list_place, places_place = placed or (None, None)
            columns = None if placed else found.columns
            record = key if relations.is_shared(key) else None
            yield Entry(form, found.documents, found.places, columns, list_place, places_place, record)


def _grown(shard_bytes: int, documents: int) -> int:
    return int(shard_bytes * max(1, documents / _USUAL_DOCUMENTS) ** _GROWTH)


def _record_entries(records: Sequence[tuple[str, Members]], waiting: _Waiting) -> Iterator[Entry]:
    lists = iter(waiting)
    following = next(lists, None)
    for number, (key, members) in enumerate(records):
        if following is None or following.form != number:
            if any(members):  # nothing to say of a family that only the first segment has
                yield Entry(key + RECORD, 0, None, None, members=members)
            continue
        placed = waiting.placed.get(number)
        columns = None if placed else following.columns
        place = placed.list_place if placed else None
        yield Entry(key + RECORD, following.documents, None, columns, place, members=members)
        following = next(lists, None)


def _value_terms(card: Card) -> Iterator[str]:
    """The terms of the parliamentary year and the number of a question."""
    if card.parliamentary_year is not None:
        yield YEAR + card.parliamentary_year
    if card.number is not None:
        yield f"{NUMBER}{card.number}"


def _value_entries(values: Mapping[str, Sequence[int]]) -> Iterator[Entry]:
    terms = sorted(values, key=term_order)
    documents = np.array([number for term in terms for number in values[term]], dtype=np.int64)
    groups = np.repeat(np.arange(len(terms)), [len(values[term]) for term in terms])
    nothing = np.zeros_like(documents)
    # Level and zones of a value mean nothing; a mask there must be, and this one takes a byte.
    for found in group_columns(groups, documents, nothing + ZONE_MASKS[0], nothing):
        yield Entry(terms[found.form], found.documents, None, found.columns)
