"""Atom feeds: valid, stable, and at most as long as anyone reads."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest

from archive.build import build_site
from archive.config import SavedSearch, Settings
from archive.errors import ConfigError
from archive.links import link_records
from archive.links.recent import News
from archive.model.record import Record
from archive.render.catalogue import load_catalogue
from archive.render.feeds import FEED_LENGTH, Feed, FeedWriter, feed_address
from archive.store.corpus import Corpus
from archive.store.originals import sha256_of
from archive.store.rows import Original, RecordTimes, Withdrawal, arrival_of
from archive.store.writer import stamp
from tests.build import site_check
from tests.build.hand import hand_corpus
from tests.build.site_check import Site
from tests.records import question, supporting

ATOM = "{http://www.w3.org/2005/Atom}"
BASE = "https://vragen.example.be/archief"
MOMENT = "2024-06-01T12:00:00Z"
JULY = dt.datetime(2024, 7, 1, 9, tzinfo=dt.UTC)


def feed_of(
    *records: Record,
    settings: Settings | None = None,
    changed: dict[str, str] | None = None,
    fields: tuple[str, ...] = (),
    address: str = "nieuw.xml",
    withdrawn: tuple[Withdrawal, ...] = (),
) -> bytes:
    """The feed of these records, which all came at MOMENT; changed: when one of them changed, by id."""
    links = link_records(records)
    changed = changed or {}
    times = {one.id: RecordTimes(one.id, MOMENT, changed.get(one.id, MOMENT)) for one in records}
    news = News(times, dict.fromkeys(changed, fields), withdrawn)
    settings = settings or Settings(base_url=BASE)
    writer = FeedWriter(links, news, settings, load_catalogue(settings.language))
    return writer.xml(Feed(address, "Werk", "nieuw.html", links.cards))


def parsed(content: bytes) -> Any:
    found = feedparser.parse(content)
    assert not found.bozo, found.get("bozo_exception")
    return found


def test_a_reader_understands_the_feed() -> None:
    found = parsed(feed_of(question(1), supporting()))
    assert found.version == "atom10"
    assert found.feed.title == "Werk – Vraagarchief"
    assert found.feed.author == "Vlaams Parlement"
    assert found.feed.updated == MOMENT
    by_title = {entry.title: entry for entry in found.entries}
    entry = by_title["Sociale huur - Wachtlijsten"]
    assert entry.link == f"{BASE}/vragen/2023-2024/jo-brouns/1.html"
    assert entry.author == "An Peeters"
    assert [tag.term for tag in entry.tags] == ["Wonen"]
    assert entry.summary == (
        "Schriftelijke vraag nr. 1 (2023-2024) van An Peeters aan Jo Brouns. Beantwoord."
    )
    assert by_title["Rapport sociale huur"].summary == "Bijbehorend document."


def test_every_entry_has_what_rfc_4287_demands() -> None:
    root = ElementTree.fromstring(feed_of(question(1), supporting()))
    assert [child.tag for child in root].count(f"{ATOM}author") == 1
    for one in (root, *root.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(one.findall(ATOM + name)) == 1, name
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", one.findtext(f"{ATOM}id") or "")
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", one.findtext(f"{ATOM}updated") or "")
    (own,) = [link.get("href") for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert own == f"{BASE}/nieuw.xml"


def test_characters_that_xml_cannot_hold_are_left_out_and_marks_escaped() -> None:
    title = "Groei & <bloei> \x0b\x00]]> 😀"
    found = parsed(feed_of(question(1, title=title), address="themas/werk.xml"))
    assert found.entries[0].title_detail.type == "text/plain"
    root = ElementTree.fromstring(feed_of(question(1, title=title)))
    assert root.findtext(f"{ATOM}entry/{ATOM}title") == "Groei & <bloei> ]]> 😀"


def test_links_without_an_address_of_the_site_are_relative_to_the_feed_and_it_says_so() -> None:
    root = ElementTree.fromstring(feed_of(question(1), settings=Settings(), address="themas/werk.xml"))
    hrefs = [link.get("href") for link in root.iter(f"{ATOM}link")]
    assert hrefs == ["../themas/werk.xml", "../nieuw.html", "../vragen/2023-2024/jo-brouns/1.html"]
    assert "geen adres op het web" in (root.findtext(f"{ATOM}subtitle") or "")


def test_ids_stay_when_the_site_moves() -> None:
    ids = [
        [one.text for one in ElementTree.fromstring(feed).iter(f"{ATOM}id")]
        for feed in (feed_of(question(1)), feed_of(question(1), settings=Settings(base_url="http://x.be")))
    ]
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == 2


def test_a_change_is_dated_named_and_comes_first() -> None:
    old = question(1, asked_on=dt.date(2020, 1, 1))
    content = feed_of(
        question(2), old, changed={old.id: "2024-07-01T09:00:00Z"}, fields=("title", "subject", "answer")
    )
    found = parsed(content)
    assert [entry.link[-6:] for entry in found.entries] == ["1.html", "2.html"]
    assert found.entries[0].updated == found.feed.updated == "2024-07-01T09:00:00Z"
    assert found.entries[0].summary.endswith("Gewijzigd: titel, antwoord.")
    assert found.entries[1].updated == MOMENT


def test_a_feed_has_no_more_entries_than_anyone_reads() -> None:
    records = [
        question(number, asked_on=dt.date(2024, 1, 1) + dt.timedelta(days=number))
        for number in range(1, FEED_LENGTH + 11)
    ]
    entries = parsed(feed_of(*records)).entries
    assert len(entries) == FEED_LENGTH
    assert entries[0].link.endswith(f"/{FEED_LENGTH + 10}.html")


def gone(number: int, successor: str | None = None, by_reading: int = 0) -> Withdrawal:
    id = f"2023-2024/jo-brouns/{number}"
    return Withdrawal(
        id, "written_question", "Bevat een naam.", successor, by_reading, "2024-07-02T08:00:00Z"
    )


def test_what_was_withdrawn_takes_the_place_of_what_a_reader_had() -> None:
    (before,) = parsed(feed_of(question(3))).entries
    content = feed_of(question(1), withdrawn=(gone(3),))
    after, other = parsed(content).entries
    assert after.id == before.id
    assert after.updated == "2024-07-02T08:00:00Z" > before.updated
    assert after.title == "Dit document is ingetrokken: 2023-2024/jo-brouns/3"
    assert after.summary == "Bevat een naam."
    assert after.link == before.link
    assert other.link.endswith("/1.html")
    assert parsed(content).feed.updated == after.updated
    assert before.title.encode() not in content.split(b"</entry>")[0]


def test_what_was_renamed_says_that_it_stands_elsewhere() -> None:
    entry, _ = parsed(
        feed_of(question(4), withdrawn=(gone(3, "2023-2024/jo-brouns/4", by_reading=1),))
    ).entries
    assert entry.title == "Dit document staat op een ander adres: 2023-2024/jo-brouns/3"
    assert entry.summary == "Dit document staat op een ander adres"


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("nieuw.xml", 1),
        ("ministers/jo-brouns.xml", 1),
        ("ministers/zuhal-demir.xml", 0),
        ("themas/wonen.xml", 0),
    ],
)
def test_what_was_withdrawn_is_told_where_its_address_tells_that_it_stood(address: str, told: int) -> None:
    """The theme of a withdrawn question is not told by its address."""
    assert len(parsed(feed_of(address=address, withdrawn=(gone(3),))).entries) == told


def test_an_empty_feed_is_valid() -> None:
    assert parsed(feed_of()).entries == []


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """Two questions and a document of June; in July question 2 got another title."""
    two = question(2, title="Kinderopvang - Prijzen", minister="Zuhal Demir", themes=("Gezin",))
    corpus = hand_corpus(tmp_path_factory.mktemp("feeds") / "corpus", [question(1), two, supporting()])
    arrival = arrival_of(question(2, title="Opvang - Prijzen", minister="Zuhal Demir", themes=("Gezin",)))
    content = arrival.content.encode()
    original = Original(sha256_of(content), "application/jsonl", len(content), "x", ".jsonl", stamp(JULY))
    with corpus.writing() as writer:
        writer.keep(content, original)
        writer.write(original, "later.jsonl", [arrival], now=JULY)
    return corpus


SAVED = (SavedSearch("Kinderen", "prijzen OF kinderopvang"), SavedSearch("Niets", "zeppelin"))


@pytest.fixture(scope="module")
def site(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("feeds") / "public"
    build_site(corpus, Settings(saved_search=SAVED), folder)
    return Site(folder)


def titles(site: Site, name: str) -> list[str]:
    return [entry.title for entry in parsed((site.folder / name).read_bytes()).entries]


def test_there_is_a_feed_of_everything_of_each_topic_and_of_each_saved_search(site: Site) -> None:
    found = {path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*.xml")}
    assert found == {
        "nieuw.xml",
        "themas/wonen.xml",
        "themas/gezin.xml",
        "onderwerpen/sociale-huur.xml",
        "onderwerpen/opvang.xml",
        "vraagstellers/an-peeters.xml",
        "ministers/jo-brouns.xml",
        "ministers/zuhal-demir.xml",
        "zoekopdrachten/kinderen.xml",
        "zoekopdrachten/niets.xml",
    }
    assert titles(site, "nieuw.xml")[0] == "Opvang - Prijzen"
    assert titles(site, "themas/gezin.xml") == ["Opvang - Prijzen"]
    assert titles(site, "zoekopdrachten/kinderen.xml") == ["Opvang - Prijzen"]
    assert titles(site, "zoekopdrachten/niets.xml") == []


@pytest.mark.parametrize(
    ("page", "feeds"),
    [
        ("index.html", ["nieuw.xml"]),
        ("nieuw.html", ["nieuw.xml", "zoekopdrachten/kinderen.xml", "zoekopdrachten/niets.xml"]),
        ("themas/wonen.html", ["../themas/wonen.xml"]),
        ("ministers/jo-brouns.html", ["../ministers/jo-brouns.xml"]),
        ("jaren/2023-2024.html", []),
    ],
)
def test_pages_name_their_feeds(site: Site, page: str, feeds: list[str]) -> None:
    named = site.page(site.folder / page).select('link[rel="alternate"]')
    assert [link["href"] for link in named] == feeds
    assert {link["type"] for link in named} <= {"application/atom+xml"}


def test_the_newest_page_tells_what_came_and_what_changed(site: Site) -> None:
    page = site.page(site.folder / "nieuw.html")
    days = [entry.get_text(" ", strip=True) for entry in page.select(".change-days li")]
    assert days == ["1 juli 2024 : 1 gewijzigd document", "1 juni 2024 : 3 nieuwe documenten"]
    section = page.select_one("section[aria-labelledby=changed-title]")
    assert section is not None
    assert [link.text for link in section.select(".card-title")] == ["Opvang - Prijzen"]
    assert section.select(".quiet")[-1].get_text(" ", strip=True) == "Gewijzigd op 1 juli 2024 : titel"


def test_the_site_with_feeds_has_no_fault(site: Site) -> None:
    checks = (site_check.links, site_check.loaded_files, site_check.policy, site_check.outline)
    assert site.faults(*checks) == []


def test_reading_a_document_again_changes_no_feed(tmp_path: Path) -> None:
    corpus = hand_corpus(tmp_path / "corpus", [question(1)])
    build_site(corpus, Settings(), tmp_path / "one")
    arrival = arrival_of(question(1))
    original = next(corpus.originals())
    with corpus.writing() as writer:
        writer.write(original, original.name, [arrival], now=JULY)
    build_site(corpus, Settings(), tmp_path / "two")
    for name in ("nieuw.xml", "nieuw.html", "themas/wonen.xml"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_the_same_corpus_gives_the_same_feeds(corpus: Corpus, site: Site, tmp_path: Path) -> None:
    build_site(corpus, Settings(saved_search=SAVED), tmp_path / "again")
    names = [path.relative_to(site.folder) for path in sorted(site.folder.rglob("*.xml"))]
    assert names
    for name in names:
        assert (tmp_path / "again" / name).read_bytes() == (site.folder / name).read_bytes()


@pytest.mark.parametrize(
    ("searches", "place"),
    [
        ((SavedSearch("Fout", "(open"),), "saved_search 'Fout'"),
        ((SavedSearch("A b", "x"), SavedSearch("A-b", "y")), "saved_search 'A b'"),
    ],
)
def test_a_saved_search_that_cannot_be_is_named(
    corpus: Corpus, tmp_path: Path, searches: tuple[SavedSearch, ...], place: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        build_site(corpus, Settings(saved_search=searches), tmp_path / "public")
    assert caught.value.place == place
    assert not (tmp_path / "public").exists()


def test_a_saved_search_in_an_empty_corpus_has_an_empty_feed(tmp_path: Path) -> None:
    with Corpus.open(tmp_path / "corpus", create=True) as empty:
        build_site(empty, Settings(saved_search=SAVED), tmp_path / "public")
    assert titles(Site(tmp_path / "public"), "zoekopdrachten/kinderen.xml") == []


def test_the_feed_beside_a_page() -> None:
    assert feed_address("themas/werk.html") == "themas/werk.xml"
