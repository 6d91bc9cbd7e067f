"""Two questions beside each other, in a real browser."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from archive.build import build_site
from archive.config import Settings
from archive.model.blocks import Paragraph, Table
from archive.model.question import Answer, Body
from tests.build.hand import hand_corpus
from tests.records import part, question

ADDRESS = "vergelijk/2023-2024/jo-brouns/34/2022-2023-jo-brouns-12.html"
INTRODUCTION = (
    "De wachtlijsten voor een sociale woning groeien in alle provincies van Vlaanderen, zo blijkt in {}."
)
ASKED = "Hoeveel kandidaat-huurders stonden er op 31 december {} ingeschreven? Graag per provincie."


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("beside")
    header = tuple(f"Een kop van een kolom {number}" for number in range(8))
    records = [
        question(
            number,
            year=f"{year}-{year + 1}",
            asked_on=dt.date(year + 1, 2, 1),
            question=Body((Paragraph(INTRODUCTION.format(year)),), (part("1", text=ASKED.format(year)),)),
            answer=Answer(
                "substantive",
                parts=(
                    part(
                        "1",
                        blocks=(
                            Paragraph("https://voorbeeld.be/" + "a" * 300 + str(year)),
                            Table(
                                f"Cijfers {year}",
                                (header,),
                                (tuple(map(str, range(year, year + 8))),),
                                "layout",
                            ),
                        ),
                    ),
                ),
            ),
        )
        for number, year in ((12, 2022), (34, 2023))
    ]
    with hand_corpus(folder / "corpus", records) as corpus:
        build_site(corpus, Settings(), folder / "public")
    return folder / "public"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    yield page
    page.close()


def sides(page: Page, address: Path) -> tuple[dict[str, float], dict[str, float]]:
    """Where the first text of then and that of now stand."""
    page.goto(address.as_uri())
    places = [page.locator(f".compared {name}").first.bounding_box() for name in (".then", ".now")]
    assert places[0] and places[1]
    return dict(places[0]), dict(places[1])  # type: ignore[call-overload]


def test_a_question_leads_to_the_comparison_and_that_to_the_earlier_one(page: Page, site: Path) -> None:
    page.goto((site / "vragen/2023-2024/jo-brouns/34.html").as_uri())
    page.get_by_role("link", name="Vergelijk").click()
    assert page.url == (site / ADDRESS).as_uri()
    page.get_by_role("link", name="nr. 12 (2022-2023)").first.click()
    assert page.url == (site / "vragen/2022-2023/jo-brouns/12.html").as_uri()


def test_on_a_wide_screen_then_and_now_stand_beside_each_other(page: Page, site: Path) -> None:
    then, now = sides(page, site / ADDRESS)
    assert then["y"] == now["y"] and then["x"] + then["width"] <= now["x"]


@pytest.mark.parametrize("media", ["screen", "print"])
def test_on_a_narrow_screen_nothing_is_cut_off(page: Page, site: Path, media: str) -> None:
    page.set_viewport_size({"width": 360 if media == "screen" else 720, "height": 900})
    page.emulate_media(media=media)  # type: ignore[arg-type]
    then, now = sides(page, site / ADDRESS)
    if media == "screen":
        assert then["x"] == now["x"] and then["y"] + then["height"] <= now["y"]
        assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert page.locator("ins").count() == page.locator("del").count() > 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_changes_are_told_by_more_than_colour(page: Page, site: Path, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto((site / ADDRESS).as_uri())
    lines = [
        page.locator(name).first.evaluate("e => getComputedStyle(e).textDecorationLine")
        for name in ("ins", "del")
    ]
    assert lines == ["underline", "line-through"]
