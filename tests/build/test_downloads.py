"""The data on the site: what is offered is what it says, is described for programs, and is read as the page tells."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import get_args

import pytest
from bs4 import BeautifulSoup
from rocrate.rocrate import ROCrate

from archive.build import build_site
from archive.build.codebook import codebook_groups
from archive.build.downloads import FORMS, export_names
from archive.cli.export import FORMS as COMMAND_FORMS
from archive.config import DownloadName, Settings, load_settings
from archive.errors import ConfigError
from archive.export.codebook import codebook_text
from archive.render.download_examples import Example, examples_of
from archive.render.download_page import NAMES, PURPOSES
from archive.store.corpus import Corpus
from tests.build import site_check
from tests.build.hand import hand_corpus
from tests.build.site_check import Site

EVERYTHING = Settings(downloads=get_args(DownloadName), licence_url="https://x.be/licentie")
EXAMPLES = [(form, example) for form in sorted(FORMS) for example in examples_of(form, "vraagarchief")]


@pytest.fixture(scope="module")
def site(seed_corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds' site with every export offered."""
    folder = tmp_path_factory.mktemp("downloads") / "public"
    with Corpus.open(seed_corpus) as corpus:
        build_site(corpus, EVERYTHING, folder)
    return folder


@pytest.fixture
def downloaded(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with the files that were offered."""
    shutil.copytree(site / "download", tmp_path / "here")
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "here"


def page(site: Path) -> BeautifulSoup:
    return BeautifulSoup((site / "downloaden.html").read_text("utf-8"), "html.parser")


def test_every_export_of_the_command_can_be_offered_and_is_told() -> None:
    assert set(FORMS) == set(COMMAND_FORMS) == set(get_args(DownloadName)) == set(NAMES) == set(PURPOSES)


def test_each_file_has_the_checksum_and_size_that_the_page_tells(site: Path) -> None:
    told = {str(link["href"]): link.find_parent("p") for link in page(site).select("a.download")}
    assert len(told) == len(FORMS) + 1
    for address, paragraph in told.items():
        content = (site / address).read_bytes()
        assert paragraph and hashlib.sha256(content).hexdigest() in paragraph.text


def test_the_files_are_what_the_command_writes(site: Path, seed_corpus: Path) -> None:
    with Corpus.open(seed_corpus) as corpus:
        assert (site / "download/vraagarchief.jsonl").read_text("utf-8").splitlines() == list(corpus.lines())


def test_the_manifest_of_the_site_lists_them(site: Path) -> None:
    subprocess.run(["sha256sum", "--check", "--quiet", "--strict", "manifest.sha256"], cwd=site, check=True)
    listed = (site / "manifest.sha256").read_text("utf-8")
    assert "  download/vraagarchief-csv.zip\n" in listed and "  ro-crate-metadata.json\n" in listed


@pytest.mark.parametrize(
    "check", [site_check.links, site_check.loaded_files, site_check.policy, site_check.outline]
)
def test_the_site_has_no_faults(check: object, site: Path) -> None:
    assert Site(site).faults(check) == []  # type: ignore[arg-type]


def test_a_site_without_downloads_tells_how_they_are_made(seed_site: Path) -> None:
    assert not (seed_site / "download").exists()
    commands = [code.text for code in page(seed_site).select("dd code")]
    assert len(commands) == len(FORMS)
    assert "archive export csv -o vraagarchief-csv.zip" in commands


def test_the_same_corpus_gives_the_same_files(site: Path, seed_corpus: Path, tmp_path: Path) -> None:
    with Corpus.open(seed_corpus) as corpus:
        build_site(corpus, EVERYTHING, tmp_path / "again", full=True)
    for one in (site / "download").iterdir():
        assert one.read_bytes() == (tmp_path / "again/download" / one.name).read_bytes(), one.name
    name = "ro-crate-metadata.json"
    assert (site / name).read_bytes() == (tmp_path / "again" / name).read_bytes()


def test_names_bear_the_title_of_the_archive() -> None:
    names = export_names(Settings(title="Ons Café"))
    assert (names["csv"], names["sqlite"]) == ("ons-cafe-csv.zip", "ons-cafe.db")


def test_the_crate_is_read_by_the_library_of_its_makers(site: Path, tmp_path: Path) -> None:
    # The library makes a preview beside a crate that has none; the site stays as it is.
    crate = ROCrate(str(shutil.copytree(site, tmp_path / "crate")))
    root = crate.root_dataset
    assert root["name"] == "Vraagarchief"
    assert root["license"].id == "https://x.be/licentie"
    assert root["publisher"]["name"] == "Vlaams Parlement"
    assert root["temporalCoverage"] == "2022-11-14/2024-10-25" or "/" in root["temporalCoverage"]
    assert root["mainEntity"].id == "index.html"
    parts = {part.id: part for part in root["hasPart"]}
    assert {f"download/{path.name}" for path in (site / "download").iterdir()} <= set(parts)
    for address, part in parts.items():
        assert (site / address).is_file(), address
        assert part.type == "File"
    file = parts["download/vraagarchief.db"]
    assert file["encodingFormat"] == "application/vnd.sqlite3"
    assert file["contentSize"] == str((site / "download/vraagarchief.db").stat().st_size)
    assert file["identifier"].endswith(
        hashlib.sha256((site / "download/vraagarchief.db").read_bytes()).hexdigest()
    )


def test_the_crate_tells_the_descriptor_as_its_rules_demand(site: Path) -> None:
    graph = {one["@id"]: one for one in json.loads((site / "ro-crate-metadata.json").read_text())["@graph"]}
    descriptor, root = graph["ro-crate-metadata.json"], graph["./"]
    assert descriptor["about"] == {"@id": "./"}
    assert descriptor["conformsTo"] == {"@id": "https://w3id.org/ro/crate/1.1"}
    assert {"name", "description", "datePublished", "license"} <= set(root)
    assert "url" not in root


def test_an_empty_archive_has_no_date_and_no_crate(tmp_path: Path) -> None:
    with hand_corpus(tmp_path / "corpus", []) as corpus:
        build_site(corpus, Settings(), tmp_path / "public")
    assert not (tmp_path / "public/ro-crate-metadata.json").exists()
    assert "ro-crate" not in (tmp_path / "public/downloaden.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("form", "example"),
    [(form, example) for form, example in EXAMPLES if example.language == "Python"],
    ids=lambda value: value if isinstance(value, str) else value.language,
)
def test_the_python_examples_run(form: str, example: Example, downloaded: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", example.code], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    expected = {"csv": "'2023-2024': 3", "jsonl": "4", "parquet": "('2023-2024', 3)", "sqlite": "Jo Brouns 3"}
    assert expected.get(form, "2023-2024/jo-brouns/322") in done.stdout


@pytest.mark.parametrize(
    ("form", "example"),
    [(form, example) for form, example in EXAMPLES if example.language == "R" and example.is_run],
    ids=lambda value: value if isinstance(value, str) else value.language,
)
def test_the_r_examples_run(form: str, example: Example, downloaded: Path) -> None:
    rscript = shutil.which("Rscript")
    assert rscript, "R is not installed; scripts/setup test installs it"
    done = subprocess.run(
        [rscript, "--vanilla", "-e", f"options(warn = 2)\n{example.code}"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    expected = {"csv": "2023-2024", "jsonl": "written_question", "sqlite": "Jo Brouns"}
    assert expected.get(form, "2023-2024/jo-brouns/322") in done.stdout


def test_the_example_for_parquet_in_r_is_not_run_but_names_what_is_there(downloaded: Path) -> None:
    (code,) = [one.code for form, one in EXAMPLES if form == "parquet" and one.language == "R"]
    with zipfile.ZipFile("vraagarchief-parquet.zip") as archive:
        assert 'unzip("vraagarchief-parquet.zip")' in code
        assert '"vraagarchief-parquet/questions.parquet"' in code
        assert "vraagarchief-parquet/questions.parquet" in archive.namelist()


def test_the_page_says_of_that_one_example_that_it_was_not_run(site: Path) -> None:
    untold = [details for details in page(site).select("details") if "werd niet uitgevoerd" in details.text]
    assert ["arrow::read_parquet" in details.text for details in untold] == [True]
    assert [one.needs for _, one in EXAMPLES if not one.is_run] == [("arrow",)]


def test_excel_reads_the_csv_by_the_way_that_is_described(downloaded: Path) -> None:
    """Excel itself is not run: the file is UTF-8, has commas, one header and rows as wide as it."""
    with zipfile.ZipFile("vraagarchief-csv.zip") as archive:
        text = archive.read("vraagarchief-csv/questions.csv").decode("utf-8")
    header, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=",")
    assert header[0] == "id" and len(rows) == 4
    assert {len(row) for row in rows} == {len(header)}


def test_the_codebook_on_the_site_tells_of_every_column_of_the_one_in_the_repository(site: Path) -> None:
    soup = BeautifulSoup((site / "codeboek.html").read_text("utf-8"), "html.parser")
    told = codebook_text()
    for group in codebook_groups():
        for table in group.tables:
            section = soup.find("section", attrs={"aria-labelledby": table.anchor})
            assert section is not None and f"### {table.name}" in told
            names = [cell.text for cell in section.select("tbody th")]
            assert names == [column.name for column in table.columns]
            assert all(f"`{name}`" in told for name in names)


@pytest.mark.parametrize(
    ("flags", "environment"), [({"downloads": "csv, sqlite"}, {}), ({}, {"ARCHIVE_DOWNLOADS": "csv,sqlite"})]
)
def test_downloads_are_named_with_commas_between_them(
    flags: dict[str, str | None], environment: dict[str, str], tmp_path: Path
) -> None:
    assert load_settings(flags, environment, tmp_path).downloads == ("csv", "sqlite")


def test_a_download_that_there_is_not_is_an_error_that_names_the_place(tmp_path: Path) -> None:
    (tmp_path / "archive.toml").write_text('downloads = ["csv", "xls"]\n', "utf-8")
    with pytest.raises(ConfigError, match=r"archive\.toml: downloads has a wrong value"):
        load_settings({}, {}, tmp_path)
