"""The search shards of the site: everything that the reader's browser needs to answer a query exactly.

    root.js       versions, sizes, and where to look next; the only file that every search loads
    d…  l…        directory and lexicon: a form, and where its postings are
    p…  x…        posting lists; places (for phrases and windows)
    c…  h…        cards of documents, and their directory
    f…  v…  t…    facet values of documents, and their list; dates of documents

Shards never wait for Whoosh: both are made from the same postings, so both give the same answer. A list is
varints of document numbers (distances), a byte of impact a document, a byte of zones a document (except for years
and numbers), and the lengths of the blocks of places where a form has more than one.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from archive.model.record import Record
from archive.search.postings import FAMILY, postings
from archive.search.shard_columns import Cards, Columns, day_runs
from archive.search.shard_files import Packer, Pointer, ShardFolder
from archive.search.shard_lexicon import Entry, LexiconWriter, Packers, Place
from archive.search.shard_runs import RUN_POSTINGS, Inverter, TermPostings, append_varint, place_blocks
from archive.search.spool import Spool
from archive.text.dutch import family

# To be raised when the shards' form changes; site/shards.js refuses another.
SHARD_FORMAT = 2
SHARD_BYTES = 32768


class ShardReport(msgspec.Struct, frozen=True):
    """What was written: files and their bytes; documents, forms of the lexicon, and postings of forms and families."""

    files: int
    bytes: int
    documents: int
    forms: int
    postings: int


def write_shards(
    records: Iterable[Record],
    folder: Path,
    shard_bytes: int | None = SHARD_BYTES,
    *,
    run_postings: int = RUN_POSTINGS,
) -> ShardReport:
    """Writes the shards of `records`, which may come in any order, into `folder`.

    shard_bytes: about how much a shard holds, before base64; None puts everything of a kind into one. The answers
    are the same for every size. run_postings: postings held in memory at once. The same records give the same bytes.
    """
    shards = ShardFolder(folder)
    with Spool(records, folder) as spool, Inverter(folder, run_postings) as inverter:
        documents = len(spool)
        cards = Cards(shards, shard_bytes, documents)
        columns = Columns(shards, shard_bytes, documents)
        for number, document in enumerate(spool.documents()):
            inverter.add(number, postings(document, spool.lexicon))
            cards.add(document.card)
            columns.add(document.facets)
        lexicon = LexiconWriter(shards, folder, shard_bytes)
        packers = Packers(*(Packer(shards, kind, shard_bytes) for kind in "px"))
        count = _pack(inverter.terms(), packers, lexicon)
        shards.write_root(
            {
                "format": SHARD_FORMAT,
                "documents": documents,
                "lexicon": lexicon.write(packers),
                "cards": cards.finish(),
                "columns": columns.finish(),
                "days": shards.write_json("t", day_runs([card.date for card in spool.cards])),
            }
        )
    return ShardReport(shards.files, shards.bytes, documents, lexicon.count, count)


def _pack(terms: Iterable[TermPostings], packers: Packers, lexicon: LexiconWriter) -> int:
    """Packs all terms and enters the forms into the lexicon; gives the number of postings."""
    families: dict[str, Place] = {}
    count = 0
    for found in terms:
        count += found.count
        place = _packed(found, packers)
        if found.term.startswith(FAMILY):  # families sort before forms
            families[found.term[len(FAMILY) :]] = place
        else:
            lexicon.add(Entry(found.term, place, families.get(family(found.term))))
    for packer in packers:
        packer.close()
    return count


def _packed(found: TermPostings, packers: Packers) -> Place:
    stretch = bytearray(found.numbers + found.impacts)
    if any(found.zones):
        stretch += found.zones
    if not found.places:
        return Place(found.count, packers.lists.add(bytes(stretch)), len(stretch), None, 0, 0)
    pointers, lengths = _packed_places(found.places, packers.places)
    if len(lengths) > 1:
        for length in lengths:
            append_varint(stretch, length)
    start = packers.lists.add(bytes(stretch))
    size = sum(length // 2 for length in lengths)
    return Place(found.count, start, len(stretch), pointers[0], size, pointers[-1].shard)


def _packed_places(places: bytes, packer: Packer) -> tuple[list[Pointer], list[int]]:
    """Packs places in blocks; gives where each begins, and its length, doubled.

    The double is odd where the block begins the next shard.
    """
    pointers: list[Pointer] = []
    lengths: list[int] = []
    for block in place_blocks(places):
        pointer = packer.add(block)
        lengths.append(len(block) * 2 + bool(pointers and pointer.shard != pointers[-1].shard))
        pointers.append(pointer)
    return pointers, lengths
