"""Ingest from a server of this machine: documents, pages, records and searches of the open-data service."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from archive.fetch.client import WebClient
from archive.fetch.manners import Manners
from archive.fetch.pace import Pace
from archive.ingest import IngestReport, Online, ingest_paths
from archive.model.question import WrittenQuestion
from archive.store.corpus import Corpus
from archive.store.verify import verify_corpus
from tests.conftest import SEEDS
from tests.fetch.server import Said, Server, running_server, unless_known

SEED = SEEDS / "000_8cd2340072264d47.txt"
SEED_ID = "2023-2024/jo-brouns/386"
BODY = SEED.read_bytes()[SEED.read_bytes().index(b"SCHRIFTELIJKE VRAAG") :]
MORNING = dt.datetime(2024, 4, 25, 8, 30, tzinfo=dt.UTC)
LATER = MORNING + dt.timedelta(hours=2)
NEXT_DAY = MORNING + dt.timedelta(hours=25)


@pytest.fixture
def server() -> Iterator[Server]:
    with running_server() as known:
        yield known


def ingest(
    corpus: Corpus, *places: str, now: dt.datetime = MORNING, follow: bool = False, **options: Any
) -> IngestReport:
    manners = Manners(pace=0.0, tries=1, silence=5.0)
    with WebClient(manners, Pace(sleep=lambda seconds: None)) as client:
        online = Online(client, follow)
        return ingest_paths(corpus, places, online=online, clock=lambda: now, **options)


def outcomes(report: IngestReport) -> list[tuple[str, str | None]]:
    return [(one.outcome, one.id) for one in report.documents]


def record_of_question(server: Server, *documents: str, attachments: tuple[str, ...] = ()) -> bytes:
    record = {
        "id": 1823751,
        "titel": "Premies individueel maatwerk - Budget",
        "vraagnummer": 386,
        "zittingsjaar": "2023-2024",
        "thema": ["Sociale economie", "Werk"],
        "vraagsteller": {"naam": "Verbeurgt", "voornaam": "Thijs"},
        "minister": {"naam": "Brouns", "voornaam": "Jo"},
        "bestand-ordered": [{"URL": server.address(path)} for path in documents],
        "bijlage": [{"url": server.address(path), "titel": "Bijlage"} for path in attachments],
    }
    return json.dumps(record).encode()


def test_document_at_an_address_goes_in(corpus: Corpus, server: Server) -> None:
    address = server.answers("/pfile?id=2063933", Said(BODY))
    assert outcomes(ingest(corpus, address)) == [("inserted", SEED_ID)]
    record = corpus.record(SEED_ID)
    assert isinstance(record, WrittenQuestion)
    assert (record.links.document, record.document_id, record.source.name) == (address, "2063933", address)
    assert list(verify_corpus(corpus.folder)) == []


def test_wrong_content_type_misleads_nobody(corpus: Corpus, server: Server, seeds: Path) -> None:
    pdf = next((seeds.parent / "tests" / "gold" / "documents").glob("*/document.pdf")).read_bytes()
    address = server.answers("/a.doc", Said(pdf, headers=(("Content-Type", "application/msword"),)))
    (document,) = ingest(corpus, address).documents
    assert document.outcome == "inserted"
    record = corpus.record(document.id or "")
    assert record is not None
    assert record.source.media_type == "application/pdf"


def test_nothing_is_fetched_unless_asked(corpus: Corpus, server: Server) -> None:
    report = ingest_paths(corpus, [server.answers("/a", Said(BODY))])
    assert outcomes(report) == [("refused", None)]
    assert "add --online" in (report.documents[0].reason or "")
    assert server.asked == []


def test_what_cannot_be_fetched_is_refused_and_the_run_goes_on(corpus: Corpus, server: Server) -> None:
    report = ingest(corpus, server.address("/gone"), server.answers("/a", Said(BODY)))
    assert outcomes(report) == [("refused", None), ("inserted", SEED_ID)]
    assert [refused.code for refused in corpus.refusals()] == ["not_found"]


def test_refusal_of_an_address_is_closed_once_it_is_fetched(corpus: Corpus, server: Server) -> None:
    ingest(corpus, server.address("/a"))
    ingest(corpus, server.answers("/a", Said(BODY)))
    assert list(corpus.refusals()) == []


def test_second_time_the_server_is_asked_whether_it_changed(corpus: Corpus, server: Server) -> None:
    address = server.answers("/a", unless_known(BODY))
    ingest(corpus, address)
    assert outcomes(ingest(corpus, address, now=LATER)) == [("unchanged", SEED_ID)]
    assert server.asked[-1].headers["if-none-match"] == '"one"'
    fetch = corpus.fetch(address)
    assert fetch is not None
    assert fetch.fetched_at == "2024-04-25T10:30:00Z"


def test_changed_document_is_a_new_version(corpus: Corpus, server: Server) -> None:
    ingest(corpus, server.answers("/a", unless_known(BODY)))
    address = server.answers("/a", unless_known(BODY.replace(b"budget", b"bedrag"), '"two"'))
    assert outcomes(ingest(corpus, address, now=LATER)) == [("updated", SEED_ID)]


def test_lost_original_is_fetched_anew(corpus: Corpus, server: Server) -> None:
    address = server.answers("/a", unless_known(BODY))
    ingest(corpus, address)
    (kept,) = (corpus.folder / "originals").rglob("*.txt")
    kept.write_bytes(b"damaged")
    ingest(corpus, address, now=LATER)
    assert kept.read_bytes() == BODY


def test_dry_run_fetches_and_writes_nothing(corpus: Corpus, server: Server) -> None:
    report = ingest(corpus, server.answers("/a", Said(BODY)), dry_run=True)
    assert outcomes(report) == [("inserted", SEED_ID)]
    assert (corpus.count(), corpus.fetch(server.address("/a"))) == (0, None)


PAGE = (
    b'<!doctype html><title>Vraag</title><p>Een vraag.</p><a href="/vraag.txt.pdf">PDF</a><a href="/x">x</a>'
)


def test_page_goes_in_alone(corpus: Corpus, server: Server) -> None:
    report = ingest(corpus, server.answers("/pagina", Said(PAGE)))
    assert [one.path for one in report.documents] == [server.address("/pagina")]
    (record,) = corpus.records()
    assert (record.links.page, record.links.document) == (server.address("/pagina"), None)


def test_documents_of_a_page_are_followed_when_asked(corpus: Corpus, server: Server) -> None:
    server.answers("/vraag.txt.pdf", Said(BODY))
    report = ingest(corpus, server.answers("/pagina", Said(PAGE)), follow=True)
    assert [one.path for one in report.documents] == [
        server.address("/pagina"),
        server.address("/vraag.txt.pdf"),
    ]
    assert corpus.record(SEED_ID) is not None


def test_page_in_the_place_of_a_document_is_refused(corpus: Corpus, server: Server) -> None:
    server.answers("/vraag.txt.pdf", Said(b"<!doctype html><p>Even geduld.</p>"))
    report = ingest(corpus, server.answers("/pagina", Said(PAGE)), follow=True)
    assert report.documents[1].outcome == "refused"
    assert [refused.code for refused in corpus.refusals()] == ["page"]


def test_record_of_the_service_brings_its_document(corpus: Corpus, server: Server) -> None:
    server.answers("/pfile?id=1", Said(BODY))
    server.answers("/pfile?id=2", Said(b"Cijfers\n\nper provincie"))
    record = record_of_question(server, "/pfile?id=1", attachments=("/pfile?id=2",))
    address = server.answers("/e/opendata/schv/1823751", Said(record))
    ingest(corpus, address)
    assert server.paths() == ["/e/opendata/schv/1823751", "/pfile?id=1"]
    assert corpus.record(SEED_ID) is not None
    ingest(corpus, address, follow=True)
    assert server.paths()[-1] == "/pfile?id=2"
    assert corpus.record("documenten/cijfers") is not None


def search(server: Server, numbers: range, total: int) -> str:
    """Sets up a search whose results, a hundred a page, are records without documents."""
    for page, first in enumerate(range(numbers.start, numbers.stop, 100), 1):
        results = []
        for number in range(first, min(first + 100, numbers.stop)):
            address = server.answers(f"/e/opendata/schv/{number}", Said(b"Verslag %d\n\ntekst" % number))
            results.append({"metatags": {"metatag": [{"name": "opendata", "value": address}]}})
        answer = json.dumps({"count": str(total), "result": results}).encode()
        server.answers(f"/api/search/query/x?sort=date&page={page}&max=100", Said(answer))
    return server.address("/api/search/query/x?page=1&max=10&sort=date")


def test_search_is_read_page_after_page(corpus: Corpus, server: Server) -> None:
    report = ingest(corpus, search(server, range(1, 103), total=102))
    assert report.inserted == 102
    assert corpus.record("documenten/verslag-102") is not None


def test_search_that_was_stopped_goes_on_without_asking_again(corpus: Corpus, server: Server) -> None:
    address = search(server, range(1, 6), total=5)
    answers = iter([False, False, True])
    assert ingest(corpus, address, stopped=lambda: next(answers, True)).stopped
    server.asked.clear()
    report = ingest(corpus, address, now=LATER)
    assert (report.inserted, report.unchanged) == (2, 3)
    assert [path for path in server.paths() if "schv" in path] == ["/e/opendata/schv/4", "/e/opendata/schv/5"]


def test_what_is_a_day_old_is_asked_for_again(corpus: Corpus, server: Server) -> None:
    address = search(server, range(1, 3), total=2)
    ingest(corpus, address)
    server.asked.clear()
    ingest(corpus, address, now=NEXT_DAY)
    assert len(server.paths()) == 3


def test_search_with_too_many_results_is_refused_before_anything_is_fetched(
    corpus: Corpus, server: Server
) -> None:
    report = ingest(corpus, search(server, range(1, 3), total=12_345))
    assert outcomes(report) == [("refused", None)]
    assert "narrow the range of dates" in (report.documents[0].reason or "")
    assert len(server.paths()) == 1


def test_search_that_promises_more_than_it_gives_ends(corpus: Corpus, server: Server) -> None:
    address = search(server, range(1, 3), total=250)
    server.answers("/api/search/query/x?sort=date&page=2&max=100", Said(b'{"count": "250", "result": []}'))
    assert ingest(corpus, address).inserted == 2


def test_stop_while_waiting_for_the_server_ends_the_run(corpus: Corpus, server: Server) -> None:
    address = server.answers("/a", Said(status=429, headers=(("Retry-After", "60"),)))
    with WebClient(Manners(pace=0.0), Pace(stopped=lambda: True)) as client:
        report = ingest_paths(corpus, [address], online=Online(client))
    assert report.stopped


def test_files_that_a_record_names_are_found_in_a_folder(
    corpus: Corpus, server: Server, tmp_path: Path
) -> None:
    beside = tmp_path / "bestanden"
    beside.mkdir()
    (beside / "vraag 2063933.txt").write_bytes(BODY)
    (beside / "vraag 20639330.txt").write_bytes(b"een ander")
    (tmp_path / "schv.json").write_bytes(record_of_question(server, "/pfile?id=2063933"))
    ingest_paths(corpus, [str(tmp_path / "schv.json")], beside=beside)
    record = corpus.record(SEED_ID)
    assert isinstance(record, WrittenQuestion)
    assert record.document_id == "2063933"
    assert corpus.record("documenten/een-ander") is None
    assert server.asked == []
