"""Originals that a browser would run are kept, and never published as such."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from archive.build import build_site
from archive.config import DownloadName, Settings
from archive.ingest import ingest_paths
from archive.store.corpus import Corpus

RUN = "<script>document.title = 'ran'</script>"
ORIGINALS = {
    "vraag.html": f"<!doctype html><title>Huur</title>{RUN}<h1>Huur</h1><p>De huur stijgt in Gent.</p>",
    "vraag.xhtml": f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{RUN}<p>De huur stijgt.</p></body></html>',
    "beeld.svg": f'<svg xmlns="http://www.w3.org/2000/svg">{RUN}<text>De huur stijgt in Gent.</text></svg>',
    "lijst.xml": f'<?xml version="1.0"?><x:html xmlns:x="http://www.w3.org/1999/xhtml"><x:body>{RUN}</x:body></x:html>',
}
DOWNLOADS: tuple[DownloadName, ...] = (
    "atom",
    "bag",
    "bibtex",
    "csl",
    "csv",
    "jsonl",
    "ris",
    "sqlite",
    "tables",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("originals")
    (folder / "given").mkdir()
    for name, text in ORIGINALS.items():
        (folder / "given" / name).write_text(text, "utf-8")
    with Corpus.open(folder / "corpus", create=True) as corpus:
        ingest_paths(corpus, [str(folder / "given")])
        assert len(list(corpus.originals())) == len(ORIGINALS)
        build_site(corpus, Settings(downloads=DOWNLOADS, offline_zip=True), folder / "public")
    return folder / "public"


def test_no_file_of_the_site_is_an_original(site: Path) -> None:
    originals = {text.encode() for text in ORIGINALS.values()}
    assert [path for path in site.rglob("*") if path.is_file() and path.read_bytes() in originals] == []


def test_no_file_that_a_browser_runs_holds_what_an_original_would_run(site: Path) -> None:
    run = {".html", ".svg", ".xml", ".xhtml", ".js", ".atom", ".pdf"}
    files = [path for path in site.rglob("*") if path.suffix in run]
    assert len(files) > 20
    assert [path for path in files if RUN.encode() in path.read_bytes()] == []


def test_originals_are_handed_out_within_the_zip_of_the_bag_alone(site: Path) -> None:
    held = {}
    for path in site.rglob("*.zip"):
        with zipfile.ZipFile(path) as packed:
            held[path.name] = [name for name in packed.namelist() if "/originals/" in name]
    assert {name for name, found in held.items() if found} == {"vraagarchief-bag.zip"}
    assert len(held["vraagarchief-bag.zip"]) == len(ORIGINALS)
