"""Figures of a built site: charts under tables, the page of counts, and series whose numbers lead to their cells."""

from __future__ import annotations

import csv
import filecmp
import io
from pathlib import Path

import msgspec
import pytest
from bs4 import BeautifulSoup, Tag

from archive.build import build_site
from archive.config import Settings
from archive.model.question import Person, WrittenQuestion
from tests.build import site_check
from tests.build.hand import hand_corpus
from tests.build.site_check import Site
from tests.records import question
from tests.reports import yearly_reports


def of_party(record: WrittenQuestion, party: str) -> WrittenQuestion:
    return msgspec.structs.replace(record, asker=Person("An Peeters", "AN PEETERS", party))


RECORDS = (
    *(of_party(record, "=N-VA") for record in yearly_reports()),
    question(101, year="2018-2019", answer=None, themes=("Wonen", "Werk")),
    question(102, year="2021-2022", title="Sociale huur - Wachtlijsten <b>"),
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("figures")
    with hand_corpus(folder / "corpus", RECORDS) as corpus:
        build_site(corpus, Settings(), folder / "public")
    return Site(folder / "public")


def page(site: Site, address: str) -> BeautifulSoup:
    return site.page(site.folder / address)


def rows_of(table: Tag) -> list[list[str]]:
    return [
        [cell.get_text(" ", strip=True) for cell in row.find_all(["th", "td"])]
        for row in table.find_all("tr")
    ]


def file_rows(site: Site, address: str) -> list[list[str]]:
    text = (site.folder / address).read_text("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def section(found: BeautifulSoup, anchor: str) -> Tag:
    one = found.select_one(f"section[aria-labelledby={anchor}]")
    assert one is not None
    return one


def test_no_page_has_a_fault(site: Site) -> None:
    assert site.faults(site_check.links, site_check.loaded_files, site_check.policy, site_check.outline) == []


def test_a_table_of_numbers_has_a_chart_under_it(site: Site) -> None:
    drawing = page(site, "vragen/2021-2022/jo-brouns/12.html").select_one("#tabel-1 details.drawing")
    assert drawing is not None and drawing.summary is not None
    assert drawing.summary.get_text() == "Grafiek Tabel 1"
    assert [label.get_text() for label in drawing.select("text.label")] == ["Antwerpen", "Limburg"]
    assert drawing.select_one("svg title") is not None


def test_a_chart_tells_what_it_leaves_out(site: Site) -> None:
    drawing = page(site, "vragen/2021-2022/jo-brouns/12.html").select_one("#tabel-1 details.drawing")
    assert drawing is not None
    assert "Totalen staan in de tabel, niet in de grafiek." in drawing.get_text()


def test_a_table_of_two_units_has_two_charts(site: Site) -> None:
    drawing = page(site, "vragen/2021-2022/jo-brouns/12.html").select_one("#tabel-2 details.drawing")
    assert drawing is not None
    assert [one.get_text() for one in drawing.find_all("p")] == ["Aantallen", "In %"]
    assert len(drawing.select("svg.chart-picture")) == 2


def test_the_page_of_figures_counts_questions_by_year(site: Site) -> None:
    table = section(page(site, "cijfers.html"), "per-jaar").table
    assert table is not None
    assert rows_of(table) == [
        ["Zittingsjaar", "Vragen"],
        ["2023-2024", "1"],
        ["2022-2023", "1"],
        ["2021-2022", "2"],
        ["2018-2019", "1"],
    ]


def test_the_page_of_figures_counts_by_minister_and_links_to_the_pages(site: Site) -> None:
    table = section(page(site, "cijfers.html"), "per-minister").table
    assert table is not None
    assert rows_of(table)[1:] == [
        ["Jo Brouns", "1", "2", "0", "1", "4"],
        ["Zuhal Demir", "0", "0", "1", "0", "1"],
    ]
    assert [link["href"] for link in table.find_all("a")] == [
        "ministers/jo-brouns.html",
        "ministers/zuhal-demir.html",
    ]


def test_years_without_any_question_are_a_gap_in_the_chart(site: Site) -> None:
    chart = section(page(site, "cijfers.html"), "per-jaar").select_one("svg")
    assert chart is not None
    # 2018-2019, then two years of which the archive has nothing, then three years in a row.
    assert len(chart.find_all("use")) == 4
    assert len(chart.select("g > line")) == 2


def test_every_chart_has_a_file_with_the_rows_of_its_table(site: Site) -> None:
    found = page(site, "cijfers.html")
    for part in found.select("article > section"):
        link = part.select_one("a.download")
        assert link is not None and part.table is not None
        told = rows_of(part.table)
        rows = file_rows(site, str(link["href"]))
        assert rows[0] == told[0]
        assert sorted(row[-1] for row in rows[1:]) == sorted(row[-1] for row in told[1:])


def test_no_cell_of_a_file_runs_in_a_spreadsheet(site: Site) -> None:
    assert [row[0] for row in file_rows(site, "cijfers/per-partij.csv")] == [
        "Partij van de vraagsteller",
        "'=N-VA",
        "Partij niet vermeld",
    ]


@pytest.mark.parametrize("address", ["index.html", "themas/index.html", "ministers/index.html", "over.html"])
def test_the_figures_are_linked(site: Site, address: str) -> None:
    links = [str(link["href"]) for link in page(site, address).find_all("a")]
    assert any(link.endswith("cijfers.html") for link in links)


def test_figures_through_answers_are_the_same_however_many_processes_make_them(
    site: Site, tmp_path: Path
) -> None:
    with hand_corpus(tmp_path / "corpus", RECORDS) as corpus:
        build_site(corpus, Settings(), tmp_path / "many", processes=3)
    found = sorted(path.name for path in (site.folder / "reeksen").iterdir())
    assert len(found) == 3
    assert (
        filecmp.cmpfiles(site.folder / "reeksen", tmp_path / "many/reeksen", found, shallow=False)[0] == found
    )


def test_each_number_of_a_series_leads_to_the_cell_that_prints_it(site: Site) -> None:
    address = site.folder / "reeksen" / "individueel-maatwerk.html"
    links = site.page(address).select("table.reported .reported-value > a")
    assert links
    for link in links:
        path, _, anchor = str(link["href"]).partition("#")
        cell = site.page((address.parent / path).resolve()).find(id=anchor)
        assert cell is not None and cell.get_text(strip=True) == link.get_text()


def test_a_link_tells_question_day_table_row_and_column(site: Site) -> None:
    link = page(site, "reeksen/individueel-maatwerk.html").select_one("table.reported a")
    assert link is not None
    assert link["title"] == (
        "nr. 12 (2021-2022) van 1 maart 2022, tabel 1, rij 1 (Antwerpen), kolom 2 (# Bedrijven)"
    )


def test_a_revised_number_is_told_beside_what_it_was(site: Site) -> None:
    found = page(site, "reeksen/individueel-maatwerk.html")
    (cell,) = found.select("td.differs")
    assert [one.get_text(" ", strip=True) for one in cell.select(".reported-value")] == ["1.250 a", "1.245 b"]
    assert "Voor 1 getal zeggen de antwoorden niet hetzelfde" in found.get_text()


def test_a_number_that_is_repeated_stands_once_with_all_its_sources(site: Site) -> None:
    found = page(site, "reeksen/individueel-maatwerk.html")
    texts = [one.get_text(" ", strip=True) for one in found.select(".reported-value")]
    assert texts.count("1.100 a b") == 1


def test_the_file_of_a_series_has_a_row_for_every_printed_number(site: Site) -> None:
    heads, *rows = file_rows(site, "reeksen/individueel-maatwerk.csv")
    first = dict(zip(heads, rows[0], strict=True))
    assert (first["Rij"], first["Kolom"], first["Tijd"], first["Waarde"]) == (
        "Antwerpen",
        "# Bedrijven",
        "2022-03-01",
        "520",
    )
    assert first["Adres"] == "vragen/2021-2022/jo-brouns/12.html#tabel-1-r1-k2"
    assert len(rows) == 8 + 6 + 5


def test_the_tables_the_subject_and_the_figures_lead_to_the_series(site: Site) -> None:
    table = page(site, "vragen/2022-2023/zuhal-demir/40.html").select_one("#tabel-2 .table-facts")
    assert table is not None
    links = {
        str(link["href"])
        for found in (table, page(site, "onderwerpen/individueel-maatwerk.html"), page(site, "cijfers.html"))
        for link in found.find_all("a")
    }
    assert "../../../reeksen/individueel-maatwerk.html" in links
    assert "../reeksen/individueel-maatwerk.html" in links
    assert "reeksen/index.html" in links


def test_a_table_that_no_other_answer_repeats_leads_to_no_series(site: Site) -> None:
    table = page(site, "vragen/2023-2024/jo-brouns/7.html").select_one("#tabel-2")
    assert table is not None
    assert "reeksen/" not in str(table) and table.find("td", id=True) is None


def test_the_index_of_series_names_every_subject(site: Site) -> None:
    table = page(site, "reeksen/index.html").table
    assert table is not None
    assert rows_of(table)[1:] == [["Individueel maatwerk", "5", "3"]]


def test_the_seeds_have_a_chart_for_every_table(seed_site: Path) -> None:
    seeds = Site(seed_site)
    for path in sorted((seed_site / "vragen").rglob("*.html")):
        found = seeds.page(path)
        assert len(found.select("figure.table")) == len(found.select("figure.table > details.drawing"))


def test_a_site_without_questions_has_a_page_of_figures_that_says_so(tmp_path: Path) -> None:
    with hand_corpus(tmp_path / "corpus", ()) as corpus:
        build_site(corpus, Settings(), tmp_path / "public")
    empty = Site(tmp_path / "public")
    assert "Hier staat nog niets." in page(empty, "cijfers.html").get_text()
    assert not (tmp_path / "public" / "reeksen").exists()
