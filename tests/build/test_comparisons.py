"""Questions that were asked again have a page of both in the built site, and lead to it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from archive.build import build_site
from archive.config import Settings
from archive.model.blocks import Paragraph, Table
from archive.model.question import Answer, Body, WrittenQuestion
from tests.build import site_check
from tests.build.hand import hand_corpus
from tests.build.site_check import Site
from tests.records import part, question

ADDRESS = "vergelijk/2023-2024/jo-brouns/34/2022-2023-jo-brouns-12.html"
TEXT = (
    "De wachtlijsten voor een sociale woning groeien in alle provincies. Hoeveel kandidaat-huurders stonden er op 31"
    " december {} ingeschreven bij de woonmaatschappijen, en hoelang wachten zij gemiddeld op een woning?"
)


def asked(number: int, year: int, **changes: object) -> WrittenQuestion:
    figures = Table("Huurders", (("Gemeente", str(year)),), (("Gent", f"{year}"), ("Genk", "7")), "layout")
    return question(
        number,
        year=f"{year}-{year + 1}",
        asked_on=dt.date(year + 1, 2, 1),
        question=Body((Paragraph(TEXT.format(year)),), (part("1", text="Graag per gemeente."),)),
        answer=Answer("substantive", parts=(part("1", blocks=(figures,)),)),
        **changes,  # type: ignore[arg-type]
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("again")
    with hand_corpus(
        folder / "corpus", [asked(12, 2022), asked(34, 2023), asked(9, 2021, asker="Wim Maes")]
    ) as corpus:
        build_site(corpus, Settings(), folder / "public")
    return Site(folder / "public")


def test_each_pair_has_a_page(site: Site) -> None:
    found = {path.relative_to(site.folder).as_posix() for path in (site.folder / "vergelijk").rglob("*.html")}
    assert found == {ADDRESS, "vergelijk/2022-2023/jo-brouns/12/2021-2022-jo-brouns-9.html"}


def test_both_questions_lead_to_it(site: Site) -> None:
    for name in ("vragen/2022-2023/jo-brouns/12.html", "vragen/2023-2024/jo-brouns/34.html"):
        hrefs = [str(link["href"]) for link in site.page(site.folder / name).select(".compare")]
        assert f"../../../{ADDRESS}" in hrefs


def test_no_page_has_a_fault(site: Site) -> None:
    checks = (site_check.links, site_check.loaded_files, site_check.policy, site_check.outline)
    assert site.faults(*checks) == []


def test_the_same_corpus_gives_the_same_bytes(site: Site, tmp_path: Path) -> None:
    records = [asked(9, 2021, asker="Wim Maes"), asked(34, 2023), asked(12, 2022)]
    with hand_corpus(tmp_path / "corpus", records) as corpus:
        build_site(corpus, Settings(), tmp_path / "public")
    assert (tmp_path / "public" / ADDRESS).read_bytes() == (site.folder / ADDRESS).read_bytes()
