"""The search shards of the site: everything that the reader's browser needs to answer a query exactly.

    root.js       versions, sizes, and where to look next; the only file that every search loads
    d…  l…        directory and leaves: the lexicon, with the postings of most forms
    e…            the same forms by their ends, with short lists, for endings
    p…  x…        long posting lists; places of frequent forms (for phrases and windows)
    c…  h…        cards of documents, and their directory
    f…  t…        facet values of documents; dates of documents
    n…            of a later segment: the numbers of its documents among all
    s…  w…        suggestions for misspelt words; completion

Shards never wait for Whoosh: both are made from the same words by the same rules, so both give the same answer.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

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

# What the root says of a segment.
Segment = dict[str, Any]


class ShardReport(msgspec.Struct, frozen=True):
    """What stands in the folder now: files and their bytes; documents, forms of the lexicon, and postings of forms.

    reused_bytes: of files that stood in earlier shards, which are among `bytes`; full: whether nothing was reused.
    """

    files: int
    bytes: int
    documents: int
    forms: int
    postings: int
    reused_bytes: int = 0
    full: bool = True

    @property
    def written_bytes(self) -> int:
        """Bytes of the files that are new."""
        return self.bytes - self.reused_bytes


def write_shards(
    records: Iterable[Record],
    folder: Path,
    shard_bytes: int | None = SHARD_BYTES,
    *,
    language: Language = DUTCH,
    run_keys: int = RUN_KEYS,
) -> ShardReport:
    """Writes the shards of `records`, which may come in any order, into `folder`.

    shard_bytes: about how much a shard holds before it is deflated, in a corpus of up to 10,000 documents; None puts
    everything of a kind into one. The answers are the same for every size. run_keys: words held in memory at once.
    The same records give the same bytes.
    """
    shards = ShardFolder(folder)
    with WordSpool(records, folder, language) as spool:
        builder = SegmentBuilder(spool, shards, folder, shard_bytes, run_keys=run_keys)
        segment = builder.write(whole_plan(builder.lexicon()))
        write_root(
            shards, builder.dates, builder.counts, builder.facets.counts(), [segment], language=language
        )
        return ShardReport(shards.files, shards.bytes, len(spool), builder.forms, builder.postings)


def write_root(
    shards: ShardFolder,
    dates: Sequence[dt.date | None],
    forms: Iterable[tuple[str, int]],
    values: Mapping[str, Sequence[tuple[str, int]]],
    segments: Sequence[Segment],
    *,
    language: Language,
) -> dict[str, Any]:
    """Writes what is about all documents, then the root, and gives what it says.

    dates: of all documents, newest first; forms and values of facets with their numbers of documents.
    """
    root = {
        "format": SHARD_FORMAT,
        "documents": len(dates),
        "days": shards.write_json("t", day_runs(dates)),
        "suggestions": write_suggestions(
            shards, (pair for pair in forms if "_" not in pair[0]), values, language
        ),
        "segments": segments,
    }
    shards.write_root(root)
    return root
