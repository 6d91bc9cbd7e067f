"""Shards that were added to give the same answers as shards that were built anew."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from archive.model.record import Record
from archive.search.additions import Limits, update_shards
from archive.search.query import parse_query
from archive.search.shards import ShardReport
from archive.text.languages import ENGLISH
from tests.search.brute import Scan
from tests.search.grown import GrowingCorpus, compound_records, compounds
from tests.search.made import made_queries, made_records
from tests.search.shard_scan import ShardScan

ANY = Limits(least_documents=0, most_share=1000.0)
QUERIES = made_queries(200)


class Site:
    """Where shards and what is kept of them stand; every build has a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.state = folder / "state"
        self.builds = 0

    @property
    def search(self) -> Path:
        return self.folder / str(self.builds)

    def build(
        self,
        corpus: GrowingCorpus,
        shard_bytes: int | None = 1024,
        *,
        limits: Limits = ANY,
        **options: object,
    ) -> ShardReport:
        self.builds += 1
        return update_shards(corpus, self.search, self.state, shard_bytes, limits=limits, **options)  # type: ignore[arg-type]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


def wrong_answers(folder: Path, corpus: GrowingCorpus, queries: list[str]) -> list[str]:
    """The queries that the shards answer otherwise than a scan of every word."""
    shards, scan = ShardScan(folder), Scan(list(corpus.by_id.values()))
    wrong = []
    for query in queries:
        tree = parse_query(query)
        wanted = [(scan.documents[number].record.id, score) for number, score in scan.search(tree)]
        if shards.found(tree) != wanted:
            wrong.append(query)
    found = shards.facets()
    assert {name: values for name, values in found.items() if values} == {
        name: values for name, values in scan.facets(range(len(scan.documents))).items() if values
    }
    return wrong


@pytest.mark.parametrize("shard_bytes", [1024, 32768])
@pytest.mark.parametrize("seed", range(3))
def test_made_documents_are_added_changed_and_removed(seed: int, shard_bytes: int, site: Site) -> None:
    luck = random.Random(seed)
    waiting = made_records(150)
    luck.shuffle(waiting)
    corpus = GrowingCorpus(waiting.pop() for _ in range(luck.choice([5, 40, 90])))
    for round_number in range(4):
        report = site.build(corpus, shard_bytes)
        assert report.full is (round_number == 0)
        assert wrong_answers(site.search, corpus, luck.sample(QUERIES, 40)) == []
        corpus.change(luck, waiting)


@pytest.mark.parametrize("seed", range(8))
def test_words_made_of_each_other_come_and_go(seed: int, site: Site) -> None:
    """New words are parts of old ones, old parts go, abbreviations get and lose their meaning."""
    luck = random.Random(seed)
    waiting = compound_records(luck, 60)
    corpus = GrowingCorpus(waiting.pop() for _ in range(luck.choice([2, 8, 20])))
    for _ in range(5):
        site.build(corpus)
        queries = [*compounds(luck, 25), *(f"{word}*" for word in compounds(luck, 4))]
        queries += ["lokale dienst", "LD", "ZPP", "zonne paneel premie", "SW", "school werk", "FR", "-werk"]
        assert wrong_answers(site.search, corpus, queries) == []
        corpus.change(luck, waiting)


def test_everything_may_be_removed(records: list[Record], site: Site) -> None:
    corpus = GrowingCorpus(records[:10])
    site.build(corpus)
    corpus.by_id.clear()
    assert site.build(corpus).documents == 0
    assert wrong_answers(site.search, corpus, ["premie", "-premie", "de"]) == []


def test_additions_to_nothing(records: list[Record], site: Site) -> None:
    corpus = GrowingCorpus()
    site.build(corpus)
    corpus.put(records[:10])
    site.build(corpus)
    assert wrong_answers(site.search, corpus, QUERIES[:30]) == []


def test_what_was_built_is_not_written_again(records: list[Record], site: Site) -> None:
    corpus = GrowingCorpus(records[:280])
    site.build(corpus)
    before = {path.name: path.read_bytes() for path in site.search.glob("*.js")}
    corpus.put(records[280:])
    report = site.build(corpus)
    after = {path.name: path.read_bytes() for path in site.search.glob("*.js")}
    kept = [name for name in before if name in after and name != "root.js"]
    assert all(after[name] == before[name] for name in kept)
    assert sum(len(before[name]) for name in kept) == report.reused_bytes > report.bytes // 2
    assert (report.files, report.bytes) == (len(after), sum(map(len, after.values())))
    assert report.documents == len(records)


def test_an_unchanged_corpus_gives_the_same_bytes(records: list[Record], site: Site) -> None:
    """However small it is, for nothing needs to be worked out."""
    corpus = GrowingCorpus(records)
    first = site.build(corpus, limits=Limits())
    before = {path.name: path.read_bytes() for path in site.search.glob("*")}
    again = site.build(corpus, limits=Limits())
    assert {path.name: path.read_bytes() for path in site.search.glob("*")} == before
    assert (again.files, again.bytes, again.forms) == (first.files, first.bytes, first.forms)
    assert (again.full, again.written_bytes) == (False, 0)


@pytest.mark.parametrize(
    ("limits", "full"),
    [
        (ANY, False),
        (Limits(least_documents=41, most_share=1000.0), True),
        (Limits(least_documents=40, most_share=0.05), True),
        (Limits(least_documents=40, most_share=0.075), False),
        (Limits(least_documents=0, most_share=1000.0, most_removed=0), True),
    ],
)
def test_beyond_limits_everything_is_built_anew(
    limits: Limits, full: bool, records: list[Record], site: Site
) -> None:
    """Of 40 documents one is removed and two are new."""
    corpus = GrowingCorpus(records[:40])
    site.build(corpus)
    del corpus.by_id[records[0].id]
    corpus.put(records[40:42])
    assert site.build(corpus, limits=limits).full is full
    assert wrong_answers(site.search, corpus, QUERIES[:20]) == []


def test_everything_can_be_built_anew_on_demand(records: list[Record], site: Site) -> None:
    corpus = GrowingCorpus(records[:40])
    site.build(corpus)
    assert site.build(corpus, full=True).full


@pytest.mark.parametrize(
    "harm", ["no state", "cut state", "other state", "no shard", "cut shard", "changed shard", "open folder"]
)
def test_what_is_kept_is_not_trusted_when_damaged(harm: str, records: list[Record], site: Site) -> None:
    corpus = GrowingCorpus(records[:40])
    site.build(corpus)
    corpus.put(records[40:44])
    state, shard = site.state / "state.msgpack", next(site.state.glob("l*.js"))
    content = (state if harm.endswith("state") else shard).read_bytes()
    if harm.startswith("no "):
        (state if harm == "no state" else shard).unlink()
    elif harm == "open folder":
        site.state.chmod(0o777)
    else:
        changed = content[:-10] if harm.startswith("cut") else content[:-9] + b"x" + content[-8:]
        harmed = state if harm.endswith("state") else shard
        harmed.unlink()  # the site has the same file
        harmed.write_bytes(changed)
    assert site.build(corpus).full
    assert wrong_answers(site.search, corpus, QUERIES[:20]) == []
    corpus.put(records[44:46])
    assert not site.build(corpus).full


@pytest.mark.parametrize("change", ["size", "language"])
def test_what_is_kept_of_other_shards_is_not_used(change: str, records: list[Record], site: Site) -> None:
    corpus = GrowingCorpus(records[:40])
    site.build(corpus)
    assert site.build(
        corpus, 2048 if change == "size" else 1024, **({"language": ENGLISH} if change == "language" else {})
    ).full


def test_a_site_that_never_came_to_stand_does_no_harm(records: list[Record], site: Site) -> None:
    """Whatever became of the shards that were written, what is kept goes with the corpus and not with the site."""
    corpus = GrowingCorpus(records[:40])
    site.build(corpus)
    shutil.rmtree(site.search)
    corpus.put(records[40:44])
    site.build(corpus)
    shutil.rmtree(site.search)
    corpus.put(records[44:46])
    assert not site.build(corpus).full
    assert wrong_answers(site.search, corpus, QUERIES[:40]) == []
