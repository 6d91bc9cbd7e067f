"""The built site is whole, keeps its own rules, and is the same whenever it is built."""

from __future__ import annotations

import datetime as dt
import subprocess
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from archive.build import BuildReport, build_site
from archive.config import Settings
from archive.errors import ArchiveError
from archive.export.table_csv import table_csv
from archive.model.blocks import Paragraph
from archive.model.question import Note
from archive.model.tables import tables_of
from archive.store.corpus import Corpus
from tests.build import site_check
from tests.build.hand import hand_corpus
from tests.build.site_check import Site
from tests.records import question, supporting


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """Enough records for long lists: 450 questions of one theme, 700 subjects, a supporting document."""
    many = [
        question(
            number,
            title=f"{'ABCDEFG'[number % 7]}-onderwerp {number} - Cijfers"
            if number <= 450
            else f"{number} zaken",
            themes=("Wonen",) if number <= 450 else ("Werk",),
            asked_on=dt.date(2023, 10, 1) + dt.timedelta(days=number % 300),
        )
        for number in range(1, 701)
    ]
    others = [
        question(1, year="2024-2025", minister="Zuhal Demir", asked_on=dt.date(2024, 10, 25), answer=None),
        question(2, year="2024-2025", notes=(Note("mojibake", "x"), Note("mojibake", "y")), asked_on=None),
        supporting("Forum sociale huur", blocks=(Paragraph("Zie https://x.be/a voor meer."),)),
    ]
    return hand_corpus(tmp_path_factory.mktemp("hand") / "corpus", [*many, *others])


@pytest.fixture(scope="module")
def built(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, BuildReport]:
    folder = tmp_path_factory.mktemp("built") / "public"
    return folder, build_site(corpus, Settings(licence_url="https://x.be/licentie"), folder)


@pytest.fixture(scope="module")
def site(built: tuple[Path, BuildReport]) -> Site:
    return Site(built[0])


@pytest.mark.parametrize(
    "check", [site_check.links, site_check.loaded_files, site_check.policy, site_check.outline]
)
def test_no_page_has_a_fault(site: Site, check: object) -> None:
    assert site.faults(check)[:10] == []  # type: ignore[arg-type]


def test_the_site_of_the_seeds_has_no_fault(seed_site: Path) -> None:
    checks = (site_check.links, site_check.loaded_files, site_check.policy, site_check.outline)
    assert Site(seed_site).faults(*checks) == []


def test_the_slide_deck_is_linked_to_its_subject(seed_site: Path) -> None:
    page = Site(seed_site).page(seed_site / "onderwerpen/individueel-maatwerk.html")
    assert "Stakeholdersforum individueel maatwerk" in [link.text for link in page.select(".card-title")]


def test_every_table_of_the_seeds_is_a_file_that_its_page_links_to(seed_site: Path) -> None:
    files = {path.relative_to(seed_site).as_posix() for path in seed_site.rglob("*.csv")}
    site = Site(seed_site)
    linked = {
        (path.parent / str(link["href"])).resolve().relative_to(seed_site.resolve()).as_posix()
        for path in site.paths
        for link in site.page(path).select("a.download")
    }
    assert files == linked
    assert "vragen/2023-2024/jo-brouns/322-tabel-1.csv" in files
    names = (seed_site / "manifest.sha256").read_text("utf-8")
    assert all(name in names for name in files)


def test_the_file_of_a_table_is_what_the_command_prints(seed_site: Path, seed_corpus: Path) -> None:
    content = (seed_site / "vragen/2023-2024/jo-brouns/322-tabel-1.csv").read_bytes()
    assert content.startswith("\ufeffProvincie;# Bedrijven\r\nAntwerpen;562\r\n".encode())
    assert content.endswith(b"Totaal;2.133\r\n")
    with Corpus.open(seed_corpus) as corpus:
        record = corpus.record("2023-2024/jo-brouns/322")
    assert record is not None
    assert content == table_csv(next(tables_of(record)))


def test_the_checks_find_faults(tmp_path: Path) -> None:
    page = (
        '<html><body onload="x()"><h1 id=a>1</h1><h1 id=a>2</h1><h3>3</h3><style>p{}</style><script>x</script>'
        '<img src="https://x.be/1"><a href="no.html">x</a><a href="#b">x</a><a href="/x.html">x</a><input></body>'
    )
    (tmp_path / "x.html").write_text(page, "utf-8")
    found = Site(tmp_path).faults(
        site_check.links, site_check.loaded_files, site_check.policy, site_check.outline
    )
    assert len(found) >= 15, found


def test_every_page_of_the_layout_is_there(built: tuple[Path, BuildReport]) -> None:
    folder = built[0]
    for name in (
        "index.html",
        "zoeken.html",
        "nieuw.html",
        "over.html",
        "404.html",
        "themas/index.html",
        "themas/wonen.html",
        "themas/wonen/1.html",
        "onderwerpen/index.html",
        "onderwerpen/letters/a.html",
        "onderwerpen/letters/0-9.html",
        "vraagstellers/an-peeters.html",
        "ministers/jo-brouns.html",
        "jaren/2023-2024.html",
        "vragen/2023-2024/jo-brouns/386.html",
        "documenten/forum-sociale-huur.html",
        "assets/style.css",
        "search/root.js",
    ):
        assert (folder / name).is_file(), name


def test_the_report_counts_what_is_there(built: tuple[Path, BuildReport]) -> None:
    folder, report = built
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert report.records == 703
    assert report.pages == len(list(folder.rglob("*.html")))
    assert (report.files, report.bytes) == (len(files), sum(path.stat().st_size for path in files))
    assert report.shard_files == len(list((folder / "search").iterdir()))


def test_every_question_is_reached_from_the_page_of_its_theme(site: Site) -> None:
    folder = site.folder
    found = set()
    for path in (folder / "themas/wonen.html", *(folder / "themas/wonen").iterdir()):
        found |= {
            (path.parent / str(link["href"])).resolve() for link in site.page(path).select(".card-title")
        }
    assert len(found) == 450 + 2


def test_every_subject_is_reached_from_the_index_by_letter(site: Site) -> None:
    found = {
        str(link["href"])
        for path in (site.folder / "onderwerpen/letters").iterdir()
        for link in site.page(path).select(".counted a")
    }
    assert len(found) == 701


def test_the_reading_report_adds_up_the_notes(site: Site) -> None:
    page = site.page(site.folder / "leesverslag.html")
    (row,) = page.select(".note-kind tbody tr")
    assert [cell.text for cell in row.find_all(["th", "td"])] == ["Kapotte letters hersteld", "2", "1"]
    behind = site.page(site.folder / "leesverslag/mojibake.html")
    assert [link["href"] for link in behind.select(".card-title")] == [
        "../vragen/2024-2025/jo-brouns/2.html#gelezen"
    ]


def test_the_reading_report_is_linked_from_every_page(site: Site) -> None:
    page = site.page(site.folder / "themas/index.html")
    assert "../leesverslag.html" in [link["href"] for link in page.select("footer a")]


def test_parts_without_an_answer_are_counted_and_listed(site: Site) -> None:
    facts = site.page(site.folder / "leesverslag.html").select("[aria-labelledby=parts-title] dd")
    assert [fact.text for fact in facts] == ["1.404", "1.402", "0", "2"]
    behind = site.page(site.folder / "leesverslag/zonder-antwoord.html")
    assert [link["href"] for link in behind.select(".card-title")] == [
        "../vragen/2024-2025/zuhal-demir/1.html#gelezen"
    ]


def test_the_manifest_is_what_sha256sum_checks(built: tuple[Path, BuildReport]) -> None:
    folder = built[0]
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "manifest.sha256"], cwd=folder, check=True)
    names = [line[66:] for line in (folder / "manifest.sha256").read_text("utf-8").splitlines()]
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert names == sorted(there - {"manifest.sha256"})


def test_the_same_corpus_gives_the_same_bytes(
    corpus: Corpus, built: tuple[Path, BuildReport], tmp_path: Path
) -> None:
    build_site(corpus, Settings(licence_url="https://x.be/licentie"), tmp_path / "again")
    manifests = [(folder / "manifest.sha256").read_bytes() for folder in (built[0], tmp_path / "again")]
    assert manifests[0] == manifests[1]


def test_an_empty_corpus_gives_a_site_without_faults(tmp_path: Path) -> None:
    with Corpus.open(tmp_path / "corpus", create=True) as empty:
        build_site(empty, Settings(), tmp_path / "public")
    site = Site(tmp_path / "public")
    assert site.faults(site_check.links, site_check.loaded_files, site_check.policy, site_check.outline) == []


def test_the_interface_can_be_english(tmp_path: Path) -> None:
    with hand_corpus(tmp_path / "corpus", [question(1)]) as corpus:
        build_site(corpus, Settings(language="en", title="Archive"), tmp_path / "public")
    page = BeautifulSoup(
        (tmp_path / "public/vragen/2023-2024/jo-brouns/1.html").read_text("utf-8"), "html.parser"
    )
    assert page.html and page.html["lang"] == "en"
    assert page.h1 and page.h1["lang"] == "nl"
    assert "Sub-questions" in page.text or "Asked by" in page.text


def test_the_page_for_wrong_addresses_links_from_the_root_where_it_is_known(tmp_path: Path) -> None:
    with hand_corpus(tmp_path / "corpus", [question(1)]) as corpus:
        build_site(corpus, Settings(base_url="https://x.be/archief"), tmp_path / "public")
    page = BeautifulSoup((tmp_path / "public/404.html").read_text("utf-8"), "html.parser")
    assert {str(link["href"]) for link in page.find_all("link")} == {
        "/archief/assets/style.css",
        "/archief/assets/icon.svg",
    }


def test_a_record_whose_id_leads_elsewhere_stops_the_build(tmp_path: Path) -> None:
    with (
        hand_corpus(tmp_path / "corpus", [question(1, id="../../../out/1")]) as corpus,
        pytest.raises(ArchiveError, match="no page can have this address"),
    ):
        build_site(corpus, Settings(), tmp_path / "public")
    assert not (tmp_path / "out").exists() and not (tmp_path / "public").exists()


def test_progress_is_told_step_by_step(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    with hand_corpus(tmp_path / "corpus", [question(1), question(2)]) as corpus:
        build_site(corpus, Settings(), tmp_path / "public", progress=lambda *step: told.append(step))
    assert list(dict.fromkeys(step for step, _, _ in told)) == ["shards", "links", "pages"]
    assert told[-1] == ("pages", 2, 2)


def test_the_index_of_the_terminal_is_left_to_the_first_search(tmp_path: Path) -> None:
    with hand_corpus(tmp_path / "corpus", [question(1)]) as corpus:
        build_site(corpus, Settings(), tmp_path / "public")
    assert not (tmp_path / "corpus" / "index").exists()
