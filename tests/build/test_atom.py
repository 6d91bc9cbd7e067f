"""The feed of every record, read back by a program that reads feeds."""

from __future__ import annotations

from pathlib import Path

import feedparser

from archive.build.atom import atom_chunks
from archive.config import Settings
from archive.store.corpus import Corpus
from tests.export.making import ON_THE_WEB, hostile_records, make_corpus, records_in


def feed(corpus: Path, settings: Settings) -> feedparser.FeedParserDict:
    with Corpus.open(corpus) as opened:
        found = feedparser.parse(b"".join(atom_chunks(opened, settings)))
    assert not found.bozo
    return found


def test_every_record_has_an_entry(seed_corpus: Path) -> None:
    entries = feed(seed_corpus, ON_THE_WEB).entries
    assert sorted(entry.title for entry in entries) == sorted(
        record.title for record in records_in(seed_corpus)
    )
    assert entries[0].link.startswith("https://vragen.example.org/archief/")


def test_hostile_records_leave_the_feed_whole(tmp_path: Path) -> None:
    records = list(hostile_records())
    entries = feed(make_corpus(tmp_path / "corpus", records), Settings()).entries
    assert len(entries) == len(records)


def test_more_records_than_the_feed_of_the_site_has_are_told(tmp_path: Path) -> None:
    from tests.records import question  # noqa: PLC0415

    corpus = make_corpus(tmp_path / "corpus", (question(number) for number in range(1, 121)))
    assert len(feed(corpus, Settings()).entries) == 120


def test_empty_corpus_gives_an_empty_feed(tmp_path: Path) -> None:
    assert feed(make_corpus(tmp_path / "corpus", ()), Settings()).entries == []


def test_feed_of_few_records_is_that_of_the_site(seed_corpus: Path, seed_site: Path) -> None:
    with Corpus.open(seed_corpus) as opened:
        assert b"".join(atom_chunks(opened, Settings())) == (seed_site / "nieuw.xml").read_bytes()
