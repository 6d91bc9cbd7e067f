"""The file of the authority, as the settings name it, and the site that it makes."""

from __future__ import annotations

import shutil
from pathlib import Path

import feedparser
import pytest
from bs4 import BeautifulSoup

from archive.build import build_site
from archive.build.authority import read_authority
from archive.config import Settings
from archive.errors import ConfigError
from archive.store.corpus import Corpus
from tests.build import site_check
from tests.build.site_check import Site


def test_without_a_file_nothing_is_joined() -> None:
    assert read_authority(Settings()).entries == ()


def test_the_entries_of_the_file_are_read(tmp_path: Path) -> None:
    path = tmp_path / "namen.toml"
    path.write_text('[[theme]]\nname = "Werk"\n', "utf-8")
    assert [entry.name for entry in read_authority(Settings(authority=str(path))).entries] == ["Werk"]


@pytest.mark.parametrize(
    ("content", "cause"), [(None, "cannot be read"), (b'[[theme]]\nname = "\xff"\n', "no UTF-8 text")]
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None, cause: str) -> None:
    path = tmp_path / "namen.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ConfigError, match=cause) as caught:
        read_authority(Settings(authority=str(path)))
    assert caught.value.place == str(path)


JOINING = """
[[subject]]
name = "Individueel maatwerk"
aliases = ["Premies individueel maatwerk", "IMW"]
broader = ["Sociale economie"]

[[person]]
name = "Tom Ongena"
aliases = ["Thomas Ongena"]
"""
TOPIC = "onderwerpen/individueel-maatwerk"
OLD = "onderwerpen/premies-individueel-maatwerk"


@pytest.fixture(scope="module")
def joined_site(seed_corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the seeds, with two of their subjects joined."""
    folder = tmp_path_factory.mktemp("joined")
    (folder / "authority.toml").write_text(JOINING, "utf-8")
    with Corpus.open(seed_corpus) as corpus:
        build_site(corpus, Settings(authority=str(folder / "authority.toml")), folder / "public")
    return folder / "public"


def soup_of(site: Path, address: str) -> BeautifulSoup:
    return BeautifulSoup((site / address).read_bytes(), "html.parser")


def entries_of(site: Path, address: str) -> list[str]:
    return sorted(entry.link for entry in feedparser.parse((site / address).read_bytes()).entries)


def test_joined_subjects_have_one_page_with_all_their_records(joined_site: Path) -> None:
    soup = soup_of(joined_site, f"{TOPIC}.html")
    assert "4 schriftelijke vragen" in soup.select(".lead")[0].text
    assert any("Premies individueel maatwerk; IMW" in names.text for names in soup.select(".names"))


def test_the_old_address_leads_to_the_new_one(joined_site: Path) -> None:
    assert [link["href"] for link in soup_of(joined_site, f"{OLD}.html").select("main a")] == [
        f"../{TOPIC}.html"
    ]


def test_a_question_leads_to_the_joined_subject(joined_site: Path) -> None:
    links = soup_of(joined_site, "vragen/2023-2024/jo-brouns/386.html").select("main a")
    assert f"../../../{TOPIC}.html" in [link["href"] for link in links]


def test_the_index_has_the_joined_subject_once(joined_site: Path) -> None:
    links = soup_of(joined_site, "onderwerpen/index.html").select("main .counted a")
    assert [link.text for link in links] == ["Individueel maatwerk"]


def test_the_feed_of_either_name_has_all_records(joined_site: Path) -> None:
    assert entries_of(joined_site, f"{TOPIC}.xml") == entries_of(joined_site, f"{OLD}.xml")
    assert len(entries_of(joined_site, f"{TOPIC}.xml")) == 5


def test_a_feed_that_was_followed_keeps_its_id(joined_site: Path, seed_site: Path) -> None:
    before, after = (
        feedparser.parse((site / f"{OLD}.xml").read_bytes()) for site in (seed_site, joined_site)
    )
    assert before.feed.id == after.feed.id


def test_a_person_has_a_page_for_an_alias_in_the_roles_that_there_are(joined_site: Path) -> None:
    assert (joined_site / "vraagstellers" / "thomas-ongena.html").is_file()
    assert not (joined_site / "ministers" / "thomas-ongena.html").exists()


def test_a_site_with_an_authority_has_no_fault(joined_site: Path) -> None:
    checks = (site_check.links, site_check.loaded_files, site_check.policy, site_check.outline)
    assert Site(joined_site).faults(*checks) == []


def test_the_same_corpus_and_authority_give_the_same_bytes(
    joined_site: Path, seed_corpus: Path, tmp_path: Path
) -> None:
    settings = Settings(authority=str(joined_site.parent / "authority.toml"))
    with Corpus.open(seed_corpus) as corpus:
        build_site(corpus, settings, tmp_path / "again")
    first, again = ((folder / "manifest.sha256").read_text() for folder in (joined_site, tmp_path / "again"))
    assert first == again


def test_a_site_that_was_built_without_the_authority_becomes_the_same(
    joined_site: Path, seed_corpus: Path, tmp_path: Path
) -> None:
    shutil.copytree(seed_corpus, tmp_path / "corpus")
    settings = Settings(authority=str(joined_site.parent / "authority.toml"))
    with Corpus.open(tmp_path / "corpus") as corpus:
        build_site(corpus, Settings(), tmp_path / "public")
        build_site(corpus, settings, tmp_path / "public")
    first, then = ((folder / "manifest.sha256").read_text() for folder in (joined_site, tmp_path / "public"))
    assert first == then
