"""The archive in Firefox, from disk and from the web: searching, choosing, tables, citing, keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser import axe
from tests.browser.every_kind import pages_by_kind
from tests.browser.firefox import PREFERENCES, Firefox

QUESTION = "Premies individueel maatwerk - Budget"
LONG = "vragen/2023-2024/jo-brouns/322.html"
LISTED = "return document.querySelectorAll('#search-facets > *').length"
TITLES = "return [...document.querySelectorAll('.hit-title')].map((one) => one.textContent)"
ACTIVE = "return document.activeElement."


@pytest.fixture(params=["disk", "web"])
def start(request: pytest.FixtureRequest, every_site: Path, every_site_http: str) -> str:
    """The address of the site, without a slash at the end."""
    return every_site.as_uri() if request.param == "disk" else every_site_http


def test_firefox_guards_pages_on_disk_as_it_does_for_readers(fox: Firefox, every_site: Path) -> None:
    fox.go((every_site / "index.html").as_uri())
    assert PREFERENCES["security.fileuri.strict_origin_policy"] is True
    refused = fox.run(
        "return new Promise((done) => { const asked = new XMLHttpRequest(); asked.onerror = () => done('refused');"
        "asked.onload = () => done('read'); asked.open('GET', 'nieuw.html'); asked.send(); })"
    )
    assert refused == "refused"


def test_a_question_is_found_from_the_home_page_by_keys(fox: Firefox, start: str) -> None:
    fox.go(f"{start}/index.html")
    fox.click("#find")
    fox.press("begeleidingspremie", "Enter")
    fox.wait("return location.search.startsWith('?q=begeleidingspremie')")
    fox.wait(LISTED)
    assert QUESTION in fox.run(TITLES)
    fox.wait("return document.querySelector('.snippet mark')")
    assert "begeleidingspremie" in fox.run(
        "return document.querySelector('.snippet').textContent.toLowerCase()"
    )


def test_a_facet_and_the_order_stand_in_the_address_and_make_the_same_result(
    fox: Firefox, start: str
) -> None:
    fox.go(f"{start}/zoeken.html?q=huur")
    fox.wait(LISTED)
    before = fox.run(TITLES)
    fox.run("document.querySelector('#search-facets input[value=\"Jo Brouns\"]').click()")
    fox.wait("return location.search.includes('minister=Jo+Brouns') && document.querySelector('.chip')")
    fox.run(
        "const sort = document.querySelector('#search-sort'); sort.value = 'oldest';"
        "sort.dispatchEvent(new Event('change', {bubbles: true}))"
    )
    fox.wait(
        "return location.search.includes('sort=oldest') && document.querySelector('[data-face=results]')"
    )
    address, chosen = fox.run("return location.href"), fox.wait(TITLES)
    fox.go(address)
    fox.wait(LISTED)
    assert fox.run(TITLES) == chosen != before
    fox.run("history.back()")
    fox.wait("return !location.search.includes('sort=oldest')")


def test_a_name_is_completed_and_chosen_with_keys(fox: Firefox, start: str) -> None:
    fox.go(f"{start}/zoeken.html")
    fox.wait("return document.querySelector('[data-face=start]')")
    fox.click("#search-query")
    fox.press("minister:dem")
    fox.wait("return document.querySelector('#search-query[aria-expanded=true]')")
    fox.press("Down")
    assert fox.run("return document.querySelector('[aria-selected=true]').textContent").startswith(
        "Zuhal Demir"
    )
    fox.press("Enter")
    fox.wait("return new URL(location).searchParams.get('q') === 'minister:demir'")


def test_a_wrong_query_is_told(fox: Firefox, every_site: Path) -> None:
    fox.go(f"{every_site.as_uri()}/zoeken.html?q=(premie")
    fox.wait("return document.querySelector('[data-face=wrong]')")
    assert fox.run("return document.querySelector('#search-error').checkVisibility()")


def test_a_table_is_sorted(fox: Firefox, start: str) -> None:
    fox.go(f"{start}/{LONG}")
    column = (
        "return [...document.querySelectorAll('#tabel-1 tbody tr')].map((row) => row.cells[1].textContent)"
    )
    before = fox.run(column)
    fox.click("#tabel-1 thead th:nth-child(2) button.sort")
    assert fox.run("return document.querySelector('#tabel-1 thead th:nth-child(2)').ariaSort") == "descending"
    *sorted_rows, total = (int(text.replace(".", "")) for text in fox.run(column))
    assert sorted_rows == sorted(sorted_rows, reverse=True)
    assert total == int(before[-1].replace(".", "")), "the row of the sum stays the last"


def test_a_table_is_copied_with_a_word_about_it(fox: Firefox, start: str) -> None:
    fox.go(f"{start}/{LONG}")
    fox.click("#tabel-1 button.copy-table")
    fox.wait("return [...document.querySelectorAll('[role=status]')].some((one) => one.textContent.trim())")


def test_a_citation_is_copied_with_a_word_about_it(fox: Firefox, start: str) -> None:
    fox.go(f"{start}/{LONG}")
    fox.click("#citeren button")
    told = fox.wait("return document.querySelector('#citeren [role=status]').textContent.trim()")
    assert told.startswith("Gekopieerd: ")


def test_the_first_key_offers_the_way_to_the_content(fox: Firefox, start: str) -> None:
    fox.go(f"{start}/{LONG}")
    fox.press("Tab")
    assert fox.run(f"{ACTIVE}className") == "skip"
    fox.press("Enter")
    assert fox.run(f"{ACTIVE}id") == "inhoud"


def test_no_page_of_any_kind_has_an_error_or_breaks_its_policy(
    fox: Firefox, start: str, every_site: Path
) -> None:
    fox.complaints()
    for addresses in pages_by_kind(every_site).values():
        fox.go(f"{start}/{addresses[0]}")
    assert fox.complaints() == []


def test_errors_and_breaches_are_seen(fox: Firefox, every_site: Path, tmp_path: Path) -> None:
    text = (every_site / "404.html").read_text("utf-8")
    (tmp_path / "x.html").write_text(
        text.replace("<main", "<script>document.title = 'ran'</script><main"), "utf-8"
    )
    fox.complaints()
    fox.go((tmp_path / "x.html").as_uri())
    assert any("Content-Security-Policy" in one for one in fox.complaints())


@pytest.mark.long
def test_no_page_of_any_kind_breaks_a_rule_of_access_in_firefox(fox: Firefox, every_site: Path) -> None:
    """Firefox lays out, names and focuses by its own means: what holds in Chromium need not hold there."""
    found = []
    for kind, addresses in pages_by_kind(every_site).items():
        fox.go(f"{every_site.as_uri()}/{addresses[0]}")
        if kind == "search":
            fox.wait("return document.querySelector('[data-face=start]')")
        verdict = axe.examined_in_firefox(fox)
        assert verdict.passes > 5, kind
        found += [f"{kind}: {one}" for one in (*verdict.violations, *axe.undecided(verdict))]
    assert found == []


def test_axe_sees_a_fault_in_firefox(fox: Firefox, every_site: Path) -> None:
    fox.go(f"{every_site.as_uri()}/{LONG}")
    fox.run("document.querySelector('h1').remove()")
    found = axe.examined_in_firefox(fox, ("page-has-heading-one",))
    assert [one.rule for one in found.violations] == ["page-has-heading-one"]


def test_one_key_leads_to_the_search_field_but_not_from_within_a_field(fox: Firefox, start: str) -> None:
    """Firefox has a search of its own on that key; the page's comes first."""
    fox.go(f"{start}/{LONG}")
    fox.press("/")
    assert fox.run(f"{ACTIVE}id") == "find"
    fox.press("a/b")
    assert fox.run(f"{ACTIVE}value") == "a/b"


def test_keys_alone_lead_from_the_home_page_to_a_part_of_a_question(fox: Firefox, start: str) -> None:
    fox.go(f"{start}/index.html")
    fox.press("/", "voorschotbetalingen", "Enter")
    fox.wait("return location.search.startsWith('?q=voorschotbetalingen')")
    fox.wait(LISTED)
    fox.tab_to(".hit-title a")
    fox.press("Enter")
    fox.wait("return location.pathname.includes('/vragen/') && document.readyState === 'complete'")
    fox.tab_to(".contents a[href='#v-2']")
    fox.press("Enter")
    assert fox.run("return location.hash") == "#v-2"
    fox.tab_to("#v-2 a")
    fox.tab_to(".scroll")


def test_at_four_times_the_size_no_page_of_any_kind_scrolls_sideways(fox: Firefox, every_site: Path) -> None:
    wide = []
    for addresses in pages_by_kind(every_site).values():
        fox.go(f"{every_site.as_uri()}/{addresses[0]}")
        fox.zoom(4)
        if fox.run("return document.documentElement.scrollWidth > innerWidth"):
            wide.append(addresses[0])
    fox.zoom(1)
    assert wide == []
