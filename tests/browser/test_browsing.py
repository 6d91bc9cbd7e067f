"""Reading the seeds' site in a real browser, from disk and over http."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

PAGES = (
    "index.html",
    "zoeken.html",
    "nieuw.html",
    "over.html",
    "meenemen.html",
    "leesverslag.html",
    "leesverslag/total-contradiction.html",
    "404.html",
    "vragen/2023-2024/jo-brouns/386.html",
    "vragen/2023-2024/jo-brouns/322.html",
    "vragen/2024-2025/zuhal-demir/70.html",
    "documenten/stakeholdersforum-individueel-maatwerk.html",
    "themas/index.html",
    "themas/werk.html",
    "onderwerpen/index.html",
    "onderwerpen/individueel-maatwerk.html",
    "vraagstellers/thijs-verbeurgt.html",
    "ministers/jo-brouns.html",
    "jaren/2023-2024.html",
)
LONG = "vragen/2023-2024/jo-brouns/322.html"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def at(site: Path, address: str) -> str:
    """The address of a page on disk."""
    return (site / address).as_uri()


@pytest.mark.parametrize("width", [1280, 900, 500])
def test_what_examples_find_stands_alike_for_each(width: int, page: Page, seed_site: Path) -> None:
    """In one line below the other, each beside its query or each below it, however long they are."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(at(seed_site, "index.html"))
    lefts, below = page.evaluate(
        """() => {
            const rows = [...document.querySelectorAll(".examples li")].map(
                (row) => [...row.children].map((cell) => cell.getBoundingClientRect()));
            const below = rows.map(([query, told]) => told.top > query.bottom - 2);
            return [rows.map(([, told]) => told.left), below];
        }"""
    )
    assert len(lefts) >= 3
    assert (len(set(lefts)), len(set(below))) == (1, 1)


def test_from_disk_the_home_page_leads_to_a_question_and_back(page: Page, seed_site: Path) -> None:
    page.goto(at(seed_site, "index.html"))
    page.get_by_role("link", name="Premies individueel maatwerk - Budget").first.click()
    assert page.url == at(seed_site, "vragen/2023-2024/jo-brouns/386.html")
    assert page.locator("h1").inner_text() == "Premies individueel maatwerk - Budget"
    page.get_by_role("link", name="Vraagarchief").click()
    assert page.url == at(seed_site, "index.html")


def test_the_search_form_carries_the_query_to_the_search_page(page: Page, seed_site: Path) -> None:
    page.goto(at(seed_site, "index.html"))
    page.get_by_label("Zoek in het archief").fill("loonpremie n°1")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken.html?q=loonpremie+n%C2%B01*")


def test_on_a_wide_screen_a_part_stands_beside_its_answer(page: Page, seed_site: Path) -> None:
    page.goto(at(seed_site, LONG))
    asked, answered = (page.locator(selector).bounding_box() for selector in ("#v-3", "#a-3"))
    assert asked and answered
    assert asked["x"] + asked["width"] < answered["x"]
    assert abs(asked["y"] - answered["y"]) < 2


def test_on_a_narrow_screen_a_part_stands_above_its_answer(browser: Browser, seed_site: Path) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(at(seed_site, LONG))
    places = [page.locator(name).bounding_box() for name in ("#v-3", "#a-3", "#v-4")]
    page.close()
    assert [place["y"] for place in places if place] == sorted(place["y"] for place in places if place)
    assert len({round(place["x"]) < 40 for place in places if place}) == 1


@pytest.mark.parametrize("width", [320, 360, 768])
def test_no_page_scrolls_sideways(browser: Browser, seed_site: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 740})
    too_wide = {}
    for address in PAGES:
        page.goto(at(seed_site, address))
        needed = page.evaluate("document.documentElement.scrollWidth")
        if needed > width:
            too_wide[address] = needed
    page.close()
    assert too_wide == {}


def test_browsing_needs_no_javascript(browser: Browser, seed_site: Path) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(at(seed_site, "index.html"))
    page.locator("a[href='ministers/index.html']").first.click()
    page.get_by_role("link", name="Zuhal Demir").click()
    page.get_by_role("link", name="Individueel maatwerk (IMW) - Stand van zaken").click()
    assert page.locator("#v-7a").is_visible()
    page.goto(at(seed_site, "zoeken.html"))
    assert page.locator("noscript, .noscript").count() > 0
    page.close()


@pytest.mark.parametrize("way", ["disk", "web"])
def test_no_page_breaks_its_policy_or_asks_another_host(
    context: BrowserContext, seed_site: Path, seed_site_http: str, way: str
) -> None:
    start = seed_site.as_uri() if way == "disk" else seed_site_http
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "request",
        lambda request: (
            None if request.url.startswith((start, "blob:", "data:")) else complaints.append(request.url)
        ),
    )
    for address in PAGES:
        page.goto(f"{start}/{address}")
    assert complaints == []


def test_the_policy_stops_a_script_in_the_page(
    context: BrowserContext, seed_site: Path, tmp_path: Path
) -> None:
    text = (seed_site / "404.html").read_text("utf-8")
    changed = tmp_path / "x.html"
    changed.write_text(text.replace("<main", "<script>document.title = 'ran'</script><main"), "utf-8")
    page = context.new_page()
    page.goto(changed.as_uri())
    assert page.title() != "ran"


def test_the_keyboard_reaches_the_content_first(page: Page, seed_site: Path) -> None:
    page.goto(at(seed_site, LONG))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["y"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"


def test_dark_mode_is_dark(browser: Browser, seed_site: Path) -> None:
    shades = {}
    for scheme in ("light", "dark"):
        page = browser.new_page(color_scheme=scheme)
        page.goto(at(seed_site, "index.html"))
        shades[scheme] = page.evaluate(
            "getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/g).map(Number)"
        )
        page.close()
    assert min(shades["light"]) > 200 and max(shades["dark"]) < 60


def test_print_leaves_out_what_is_only_for_the_screen(page: Page, seed_site: Path) -> None:
    page.goto(at(seed_site, LONG))
    page.emulate_media(media="print")
    assert not page.locator(".site-nav").is_visible()
    assert page.locator("#a-10").is_visible()


def test_a_table_is_downloaded_as_it_stands_beside_the_page(page: Page, seed_site: Path) -> None:
    page.goto(at(seed_site, LONG))
    with page.expect_download() as found:
        page.locator("#tabel-1 a.download").click()
    assert found.value.suggested_filename == "322-tabel-1.csv"
    written = Path(found.value.path()).read_bytes()
    assert written == (seed_site / "vragen/2023-2024/jo-brouns/322-tabel-1.csv").read_bytes()


def test_a_question_with_notes_leads_to_the_reading_report(page: Page, seed_site: Path) -> None:
    page.goto(at(seed_site, LONG))
    page.locator("#gelezen").get_by_role("link", name="Hoe goed is dit gelezen?").click()
    assert page.url == at(seed_site, "leesverslag.html")
    page.get_by_role("link", name="Som die afwijkt").click()
    page.get_by_role("link", name="Individueel maatwerk - Stand van zaken").click()
    assert page.url == f"{at(seed_site, LONG)}#gelezen"
