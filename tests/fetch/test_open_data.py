"""Answers of the open-data service, and pages with links."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from archive.errors import Refusal
from archive.fetch.open_data import (
    NamedFiles,
    is_search,
    named_files,
    read_search_page,
    search_page_address,
)
from archive.fetch.pages import linked_documents

SEARCH = (
    "https://ws.vlpar.be/api/search/query/inmeta:publicatiedatum:daterange:2024-05-01..2024-05-31"
    "?collection=vp_collection&requiredfields=aggregaattype:Schriftelijke%20vraag&page=3&max=10&sort=date"
)


def result(**tags: str) -> dict[str, Any]:
    return {"metatags": {"metatag": [{"name": name, "value": value} for name, value in tags.items()]}}


def search_answer(count: object, *results: object) -> bytes:
    return json.dumps({"count": count, "result": list(results)}).encode()


def test_search_is_known_by_its_path() -> None:
    assert is_search(SEARCH)
    assert not is_search("https://ws.vlpar.be/e/opendata/schv/1823751?q=/api/search/")


def test_page_of_a_search_is_as_long_as_the_service_makes_them() -> None:
    address = search_page_address(SEARCH, 2)
    assert address.endswith("&sort=date&page=2&max=100")
    assert "inmeta:publicatiedatum:daterange:2024-05-01..2024-05-31" in address


def test_results_lead_to_records_or_else_to_documents() -> None:
    first = result(
        opendata="https://ws.vlpar.be/e/opendata/schv/1", document="https://docs.example.org/pfile?id=1"
    )
    second = result(document="https://docs.example.org/pfile?id=2")
    page = read_search_page(search_answer("2", first, second, first, result(), {}, "nonsense"), "x")
    assert page.total == 2
    assert page.addresses == ("https://ws.vlpar.be/e/opendata/schv/1", "https://docs.example.org/pfile?id=2")


def test_more_results_than_are_handed_out_is_told_with_the_remedy() -> None:
    with pytest.raises(Refusal, match="narrow the range") as caught:
        read_search_page(search_answer("10001"), "x")
    assert "10001 questions" in caught.value.cause


@pytest.mark.parametrize(
    "content", [b"", b"<html>", b"[]", b"{}", b'{"result": 1, "count": 1}', b"[" * 100_000]
)
def test_what_is_no_list_of_results_is_refused(content: bytes) -> None:
    with pytest.raises(Refusal) as caught:
        read_search_page(content, "x")
    assert caught.value.code == "no_search"


def test_count_that_is_no_number_is_that_of_the_page() -> None:
    assert read_search_page(search_answer(None, result(), result()), "x").total == 2


def test_record_names_its_files() -> None:
    record = {
        "vraagnummer": 386,
        "bestand-ordered": [{"URL": "https://docs.example.org/pfile?id=1"}, {"URL": None}, {}],
        "bijlage": [
            {"url": " https://docs.example.org/pfile?id=2 ", "titel": "Cijfers"},
            "x",
            {"url": "file:///x"},
        ],
    }
    documents, attachments = (
        ("https://docs.example.org/pfile?id=1",),
        ("https://docs.example.org/pfile?id=2",),
    )
    assert named_files(json.dumps(record).encode()) == NamedFiles(documents, attachments)


def test_every_field_of_a_record_may_be_absent() -> None:
    assert named_files(b'{"vraagnummer": 386}') == NamedFiles()
    assert named_files(b'{"vraagnummer": 386, "bestand-ordered": null, "bijlage": {}}') == NamedFiles()


@pytest.mark.parametrize("content", [b"text", b"[1]", b'{"kind": "written_question"}', b"{" * 100_000])
def test_other_content_names_nothing(content: bytes) -> None:
    assert named_files(content) is None


PAGE = b"""<html><body>
<a href="/pfile?id=1">Vraag</a> <a class="x" HREF='vraag.PDF#page=2'>PDF</a> <a href=bijlage.xlsx>cijfers</a>
<a href="https://docs.vlaamsparlement.be/pfile?id=2&amp;x=1">elders</a> <a href="vraag.PDF">nog eens</a>
<a href="https://www.example.com/folder.pdf">vreemd</a> <a href="/over.html">over</a> <a href="mailto:x@y.be">post</a>
<a href="https://docs.vlaamsparlement.be.evil.example/pfile?id=3">vals</a> <a href="http://[">stuk</a>
</body></html>"""


def test_page_leads_to_documents_of_its_host_and_of_the_parliament() -> None:
    assert linked_documents(PAGE, "https://www.vlaamsparlement.be/nl/1") == (
        "https://www.vlaamsparlement.be/pfile?id=1",
        "https://www.vlaamsparlement.be/nl/vraag.PDF",
        "https://www.vlaamsparlement.be/nl/bijlage.xlsx",
        "https://docs.vlaamsparlement.be/pfile?id=2&x=1",
    )


@pytest.mark.parametrize("piece", [b"<a ", b"<a href=", b'<a href="', b"<a href=''", b"<"])
def test_page_that_was_made_to_hurt_costs_little(piece: bytes) -> None:
    start = time.process_time()
    linked_documents(piece * (1 << 18), "https://x.be/")
    assert time.process_time() - start < 5
