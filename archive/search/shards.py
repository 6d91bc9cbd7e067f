"""The search shards of the site: everything that the reader's browser needs to answer a query exactly.

    root.js       versions, sizes, and where to look next; the only file that every search loads
    d…  l…        directory and leaves: the lexicon, with the postings of most forms
    p…  x…        long posting lists; places of frequent forms (for phrases and windows)
    c…  h…        cards of documents, and their directory
    f…  t…        facet values of documents; dates of documents
    n…            of a later segment: the numbers of its documents among all
    s…  w…        suggestions for misspelt words; completion

Shards never wait for Whoosh: both are made from the same words by the same rules, so both give the same answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from archive.model.record import Record
from archive.search.inversion import RUN_KEYS
from archive.search.segment import SegmentBuilder
from archive.search.segment_plan import whole_plan
from archive.search.shard_columns import day_runs
from archive.search.shard_files import ShardFolder
from archive.search.shard_suggestions import write_suggestions
from archive.search.word_spool import WordSpool
from archive.text.languages import DUTCH, Language

# To be raised when the shards' form changes; site/shards.js refuses another.
SHARD_FORMAT = 3
SHARD_BYTES = 32768


class ShardReport(msgspec.Struct, frozen=True):
    """What was written: files and their bytes; documents, forms of the lexicon, and postings of forms."""

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
    language: Language = DUTCH,
    run_keys: int = RUN_KEYS,
) -> ShardReport:
    """Writes the shards of `records`, which may come in any order, into `folder`.

    shard_bytes: about how much a shard holds, deflated; None puts everything of a kind into one. The answers are the
    same for every size. run_keys: words held in memory at once. The same records give the same bytes.
    """
    shards = ShardFolder(folder)
    with WordSpool(records, folder, language) as spool:
        builder = SegmentBuilder(spool, shards, folder, shard_bytes, run_keys=run_keys)
        segment = builder.write(whole_plan(builder.lexicon()))
        shards.write_root(
            {
                "format": SHARD_FORMAT,
                "documents": len(spool),
                "days": shards.write_json("t", day_runs(builder.dates)),
                "suggestions": write_suggestions(
                    shards, (pair for pair in builder.counts if "_" not in pair[0]), builder.facets.counts()
                ),
                "segments": [segment],
            }
        )
        return ShardReport(shards.files, shards.bytes, len(spool), builder.forms, builder.postings)
