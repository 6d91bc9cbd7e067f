"""Builds all shards anew, in one segment, and keeps what additions to them will need."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from archive.errors import CorpusError, cause_of, way_on
from archive.model.record import Record
from archive.search.inversion import RUN_KEYS
from archive.search.known_words import known_words
from archive.search.segment import SegmentBuilder
from archive.search.segment_plan import whole_plan
from archive.search.shard_files import ROOT, ShardFolder
from archive.search.shard_state import BaseDocument, BaseState, Stamp, keep_state, kept_shards
from archive.search.shards import ShardReport, write_root
from archive.search.word_spool import WordSpool
from archive.text.abbreviations import Definition
from archive.text.languages import language


class Changing(Protocol):
    """What is asked of a corpus (archive.store.corpus.Corpus has it). fingerprints: of every record its id, and a
    hash that changes when it changes."""

    def records(self) -> Iterator[Record]: ...
    def record(self, identity: str, /) -> Record | None: ...
    def fingerprints(self) -> Iterator[tuple[str, str]]: ...


def write_base(
    corpus: Changing, folder: Path, state_folder: Path, stamp: Stamp, run_keys: int = RUN_KEYS
) -> ShardReport:
    """Writes the shards of the records of `corpus` into `folder`, and what must be kept into `state_folder`.

    stamp: says in which language, and how large a shard is. Raises CorpusError when nothing can be kept.
    """
    shards = ShardFolder(folder)
    with WordSpool(corpus.records(), folder, language(stamp.language)) as spool:
        builder = SegmentBuilder(spool, shards, folder, stamp.shard_bytes, run_keys=run_keys)
        lexicon = builder.lexicon()
        plan = whole_plan(lexicon)
        segment = builder.write(plan)
        own_files = shards.names
        root = write_root(
            shards,
            builder.dates,
            builder.counts,
            builder.facets.counts(),
            [segment],
            language=spool.language,
        )
        report = ShardReport(shards.files, shards.bytes, len(spool), builder.forms, builder.postings)
        documents, definitions = _documents(corpus, spool, builder)
    try:
        state = BaseState(
            stamp=stamp,
            root=root,
            segment_files=kept_shards(folder, own_files),
            other_files=kept_shards(folder, shards.names - own_files | {ROOT}),
            documents=documents,
            definitions=definitions,
            settled=lexicon.definitions,
            words=known_words(plan.forms, lexicon, dict(builder.counts), builder.rare.columns()),
            postings=builder.postings,
        )
        keep_state(state_folder, state, folder)
    except OSError as error:
        raise CorpusError(
            str(state_folder),
            f"the shards cannot be kept ({cause_of(error)})",
            way_on(error, "make the folder writable"),
        ) from error
    return report


def _documents(
    corpus: Changing, spool: WordSpool, builder: SegmentBuilder
) -> tuple[tuple[BaseDocument, ...], tuple[Definition, ...]]:
    """The documents of the first segment, and the definitions that they number."""
    fingerprints = dict(corpus.fingerprints())
    numbers: dict[Definition, int] = {}
    documents = tuple(
        BaseDocument(
            id,
            fingerprints[id],
            date.toordinal() if date else None,
            tuple(numbers.setdefault(definition, len(numbers)) for definition in sorted(defined)),
        )
        for id, date, defined in zip(builder.ids, builder.dates, spool.definitions(), strict=True)
    )
    return documents, tuple(numbers)
