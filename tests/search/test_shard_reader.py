"""What the reader of shards finds is what the writer was given."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from archive.errors import DamageError
from archive.model.record import Record
from archive.search.analysis import ZONE_SHIFT, newest_first
from archive.search.leaf_reader import numbers_of
from archive.search.lexicon import Lexicon
from archive.search.posting_columns import varints
from archive.search.shard_leaves import RECORD
from archive.search.shard_reader import ShardReader
from archive.search.shards import write_shards
from archive.search.word_spool import WordSpool
from archive.text.abbreviations import settled
from tests.search.analysed import analyse, level, long_forms

Found = dict[tuple[str, int], tuple[int, tuple[int, ...]]]
"""Of each form and document the level and the places, each with its zone."""


@pytest.fixture(scope="module", params=[1024, 32768, None])
def reader(
    request: pytest.FixtureRequest, records: list[Record], tmp_path_factory: pytest.TempPathFactory
) -> ShardReader:
    folder = tmp_path_factory.mktemp("shards")
    write_shards(records, folder, request.param)
    return ShardReader(folder)


@pytest.fixture(scope="module")
def lexicon(records: list[Record], tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    with WordSpool(records, tmp_path_factory.mktemp("spool")) as spool:
        return Lexicon(spool.forms(), settled(spool.defined))


def expected_postings(records: list[Record], lexicon: Lexicon) -> Found:
    found: Found = {}
    documents = sorted(map(analyse, records), key=lambda document: newest_first(document.card))
    for number, document in enumerate(documents):
        for form, places in {
            **document.occurrences,
            **long_forms(lexicon.definitions, document.occurrences),
        }.items():
            found[form, number] = (level(places, document.lengths), tuple(places))
    return found


def test_every_posting_is_read_as_it_was_written(
    reader: ShardReader, records: list[Record], lexicon: Lexicon
) -> None:
    (segment,) = reader.root()["segments"]
    found: Found = {}
    for leaf, entry in reader.entries(segment):
        if entry.places is None:
            continue
        documents, levels, masks = reader.listed(leaf, entry)
        spots = reader.spots(leaf, entry)
        assert (len(documents), len(spots.places)) == (entry.documents, entry.places)
        standing: dict[int, list[int]] = {}
        for number, place in zip(
            spots.documents.tolist(), (spots.zones << ZONE_SHIFT | spots.places).tolist(), strict=True
        ):
            standing.setdefault(number, []).append(place)
        for number, strength, mask in zip(documents.tolist(), levels.tolist(), masks.tolist(), strict=True):
            assert mask == sum(1 << zone for zone in {place >> ZONE_SHIFT for place in standing[number]})
            found[entry.term, number] = (strength, tuple(standing[number]))
    assert found == expected_postings(records, lexicon)


def test_stop_words_before_are_read(reader: ShardReader) -> None:
    """A place that names the stop word before it follows a place of that word."""
    (segment,) = reader.root()["segments"]
    stops = segment["stops"]
    standing = []
    for stop in stops:
        spots = reader.spots(*reader.entry(segment, stop))  # type: ignore[misc]
        standing.append(
            set(zip(spots.documents.tolist(), spots.zones.tolist(), spots.places.tolist(), strict=True))
        )
    checked = 0
    for leaf, entry in reader.entries(segment):
        if entry.places is not None:
            for document, zone, place, stop in zip(
                *(column.tolist() for column in reader.spots(leaf, entry)), strict=True
            ):
                assert not stop or (document, zone, place - 1) in standing[stop - 1]
                checked += stop > 0
    assert checked > 1000


def test_every_family_is_read_as_it_was_written(reader: ShardReader, lexicon: Lexicon) -> None:
    (segment,) = reader.root()["segments"]
    found = {
        entry.term.removesuffix(RECORD): (entry.members.own, entry.members.inside)
        for _, entry in reader.entries(segment)
        if entry.members is not None
    }
    assert found == {family.key: (family.own, family.inside) for family in lexicon.families()}


def test_a_term_is_found_by_its_name(reader: ShardReader) -> None:
    (segment,) = reader.root()["segments"]
    for _, entry in [*reader.entries(segment)][::7]:
        found = reader.entry(segment, entry.term)
        assert found is not None
        assert found[1] == entry
    assert reader.entry(segment, "onbekendwoord") is None
    assert reader.entry(segment, "!") is None


def test_a_phrase_is_found(reader: ShardReader, records: list[Record]) -> None:
    (segment,) = reader.root()["segments"]
    documents = sorted(map(analyse, records), key=lambda document: newest_first(document.card))
    wanted = [
        number
        for number, document in enumerate(documents)
        if {place + 1 for place in document.occurrences.get("stand", ())}
        & {place - 1 for place in document.occurrences.get("zaken", ())}
        & set(document.occurrences.get("van", ()))
    ]
    found = reader.documents_with_phrase(segment, [("stand", 0), ("van", 1), ("zaken", 2)])
    assert 0 < len(wanted) < len(records)
    assert found.tolist() == wanted


def test_whole_numbers_come_back() -> None:
    numbers = np.array([0, 1, 127, 128, 300, 2**14 - 1, 2**14, 2**35])
    assert numbers_of(varints(numbers)[0].tobytes()).tolist() == numbers.tolist()


def test_a_damaged_shard_is_named(records: list[Record], tmp_path: Path) -> None:
    write_shards(records[:20], tmp_path)
    reader = ShardReader(tmp_path)
    name = next(name for _, name in reader.leaves(reader.root()["segments"][0]))
    path = tmp_path / f"{name}.js"
    path.write_bytes(path.read_bytes().replace(b'","', b'","x', 1))
    with pytest.raises(DamageError, match=name):
        ShardReader(tmp_path).leaf(name)
