"""Addresses in texts lead to the records that have them, whichever of their forms is printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.links import link_records
from archive.links.web_addresses import address_key
from archive.model.blocks import Paragraph
from archive.model.question import Body, WrittenQuestion
from archive.model.question import Links as Addresses
from archive.parse.references import find_references
from tests.records import question, supporting

_PAGE = "https://www.vlaamsparlement.be/parlementaire-documenten/schriftelijke-vragen/1823751"
_FILE = "https://docs.vlaamsparlement.be/pfile?id=2063933"


def naming(number: int, address: str) -> WrittenQuestion:
    """A question that names an address."""
    text = f"Zie {address} voor meer."
    body = Body((Paragraph(text),))
    return question(
        number, question=body, answer=None, references=tuple(find_references([text])), document_id=str(number)
    )


def known(number: int = 386) -> WrittenQuestion:
    """A question with the addresses that the parliament gives it."""
    return question(number, links=Addresses(_FILE, _PAGE), document_id="2063933", dossier_id="1823751")


@pytest.mark.parametrize(
    "address",
    [
        _PAGE,
        _FILE,
        "http://vlaamsparlement.be/nl/parlementaire-documenten/schriftelijke-vragen/1823751/",
        "https://www.vlaamsparlement.be/parlementaire-documenten/parlementaire-initiatieven/1823751#antwoord",
        "https://ws.vlpar.be/e/opendata/schv/1823751",
        "http://www.docs.vlaamsparlement.be/pfile?x=1&id=2063933",
    ],
)
def test_an_address_of_a_record_leads_to_it_and_back(address: str) -> None:
    pointing, target = naming(1, address), known()
    links = link_records([pointing, target])
    assert links.between.at_address(address_key(address), pointing.id) == target.id
    assert links.between.referring(target.id) == (pointing.id,)


def test_a_document_points_by_an_address_too() -> None:
    document, target = supporting("Rapport", text=f"Zie {_FILE}."), known()
    assert link_records([document, target]).between.referring(target.id) == (document.id,)


def test_a_record_does_not_point_to_itself() -> None:
    target = known()
    text = f"Deze vraag staat op {_PAGE}."
    own = question(
        386,
        links=target.links,
        dossier_id="1823751",
        question=Body((Paragraph(text),)),
        references=tuple(find_references([text])),
    )
    assert link_records([own]).between.referring(own.id) == ()


def test_an_address_that_two_records_have_leads_to_neither() -> None:
    pointing = naming(1, _FILE)
    links = link_records([pointing, known(386), known(387)])
    assert links.between.at_address(address_key(_FILE), pointing.id) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.x.be/a/", "http://X.be/a#deel", True),
        ("https://x.be/a?b=1", "https://x.be/a?b=2", False),
        ("https://x.be/a", "https://x.be/A", False),
        ("https://x.be/a?", "https://x.be/a", True),
    ],
)
def test_addresses_are_one_whatever_does_not_change_the_page(one: str, other: str, same: bool) -> None:
    assert (address_key(one) == address_key(other)) is same


@pytest.mark.parametrize(
    "address", ["https://www.vlaanderen.be/", "http://x.be", "ftp://x.be/a", "https://[", ""]
)
def test_a_host_alone_and_what_is_no_address_join_nothing(address: str) -> None:
    assert address_key(address) == ""


def test_others_that_name_the_same_address_are_found() -> None:
    address = "https://www.statbel.fgov.be/nl/huur"
    first, second = naming(1, address), naming(2, f"{address}/")
    links = link_records([first, second])
    assert links.between.naming_address(address_key(address), first.id) == (second.id,)


@given(st.text("htps:/.?#=[]%&@aé 1", max_size=40))
def test_any_text_has_a_key(text: str) -> None:
    assert isinstance(address_key(text), str)
    assert isinstance(address_key(f"https://{text}"), str)
