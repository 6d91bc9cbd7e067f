"""A site in several languages: the same pages in a tree of each, and a switch between them."""

from __future__ import annotations

import functools
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import get_args
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from archive.build import BuildReport, build_site
from archive.build.copies import Copies
from archive.build.sitemap import sitemap_files
from archive.build.trees import check_addresses
from archive.config import InterfaceLanguage, Settings
from archive.errors import ArchiveError
from archive.render.catalogue import LOCALES, load_catalogue
from archive.render.trees import LANGUAGE_NAMES, Tree
from archive.store.corpus import Corpus
from archive.text.citation_words import KIND_WORDS
from tests.browser.every_kind import AUTHORITY, build_every_kind, page_kinds, pages_by_kind
from tests.build import site_check
from tests.build.language_check import Words
from tests.build.site_check import Site

BASE = "https://archief.example/vragen-site/"
FOLDERS = {"nl": "", "en": "en/", "fr": "fr/"}
NAMES = {"nl": "Nederlands", "en": "English", "fr": "Français"}
QUESTION = "vragen/2023-2024/jo-brouns/386.html"
PAGES = ("index.html", "themas/werk.html", QUESTION)
LINKS = {"x": "http://www.w3.org/1999/xhtml", "s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, Dutch at its root, with a page of every kind."""
    return build_every_kind(tmp_path_factory.mktemp("trees"), others=("en", "fr"))


@pytest.fixture(scope="module")
def site(built: Path) -> Site:
    return Site(built)


@pytest.fixture
def corpus(built: Path) -> Iterator[Corpus]:
    """What the site was built from."""
    with Corpus.open(built.parent / "corpus") as opened:
        yield opened


@pytest.fixture(scope="module")
def on_the_web(seed_corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the seeds, English at its root and Dutch beside it, with an address on the web."""
    folder = tmp_path_factory.mktemp("web") / "public"
    with Corpus.open(seed_corpus) as corpus:
        build_site(corpus, Settings(language="en", languages=("nl", "en"), base_url=BASE), folder)
    return folder


FIELD = re.compile(r"(\w+):(?=\w)")
PEOPLE = ("vraagsteller", "asker", "auteur", "minister", "ministre")


def tree_of(name: str) -> str:
    """The language of the tree that a page stands in, by its name in the site."""
    return next(
        (language for language, folder in FOLDERS.items() if folder and name.startswith(folder)), "nl"
    )


def pages_of(site: Site, language: str) -> dict[str, Path]:
    """The pages of a tree by their address in it."""
    named = {path.relative_to(site.folder).as_posix(): path for path in site.paths}
    return {
        name.removeprefix(FOLDERS[language]): path
        for name, path in named.items()
        if tree_of(name) == language
    }


def soup_of(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text("utf-8"), "html.parser")


def test_each_tree_has_the_same_pages(site: Site) -> None:
    dutch, *others = (set(pages_of(site, language)) for language in FOLDERS)
    assert len(dutch) > 80
    assert others == [dutch, dutch]


def test_every_kind_of_page_stands_in_each_tree(built: Path) -> None:
    for folder in FOLDERS.values():
        assert set(pages_by_kind(built / folder)) == page_kinds()


@pytest.mark.parametrize(
    "check", [site_check.links, site_check.loaded_files, site_check.policy, site_check.outline]
)
def test_no_page_has_a_fault(site: Site, check: object) -> None:
    assert site.faults(check)[:10] == []  # type: ignore[arg-type]


def test_each_page_says_the_language_of_its_tree(site: Site) -> None:
    for language in FOLDERS:
        said = {str(site.page(path).html["lang"]) for path in pages_of(site, language).values()}  # type: ignore[index]
        assert said == {language}


def test_the_words_of_each_tree_are_in_its_language(site: Site, built: Path, corpus: Corpus) -> None:
    """Where a document's words stand among them, they say that they are Dutch."""
    records = list(corpus.records())
    for language in ("en", "fr"):
        words = Words(records, load_catalogue(language), load_catalogue("nl"))
        longest = (pages[0] for pages in pages_by_kind(built / FOLDERS[language]).values())
        pages = [(built / FOLDERS[language] / page).read_text("utf-8") for page in longest]
        assert {slip for page in pages for slip in words.slips(page)} == set()


def test_links_never_leave_a_tree_but_by_the_switch(site: Site) -> None:
    def strays() -> Iterator[str]:
        for path in site.paths:
            name = path.relative_to(site.folder).as_posix()
            for tag in site.page(path).select("a[href], form[action]"):
                address = urlsplit(str(tag.get("href") or tag.get("action")))
                if (
                    address.scheme
                    or not address.path.endswith(".html")
                    or tag.find_parent(class_="languages")
                ):
                    continue
                target = (path.parent / address.path).resolve().relative_to(site.folder).as_posix()
                if tree_of(target) != tree_of(name):
                    yield f"{name} leads to {target}"

    assert list(strays()) == []


def test_what_is_no_page_stands_once(built: Path) -> None:
    for folder in ("en", "fr"):
        assert {path.suffix for path in (built / folder).rglob("*") if path.is_file()} == {".html"}


def test_the_switch_leads_to_the_same_page_in_each_language(site: Site) -> None:
    for path in site.paths:
        name = path.relative_to(site.folder).as_posix()
        address = name.removeprefix(FOLDERS[tree_of(name)])
        (switch,) = site.page(path).select("header nav.languages")
        links = switch.find_all("a")
        assert [link.text for link in links] == list(NAMES.values())
        assert [link["lang"] for link in links] == [link["hreflang"] for link in links] == list(FOLDERS)
        led = [
            (path.parent / str(link["href"])).resolve().relative_to(site.folder).as_posix() for link in links
        ]
        assert led == [folder + address for folder in FOLDERS.values()]
        assert [link["lang"] for link in links if link.get("aria-current")] == [tree_of(name)]
        assert [link["lang"] for link in links if "alternate" not in link.get("rel", [])] == [tree_of(name)]


def test_the_switch_is_called_language_in_each_language(built: Path) -> None:
    called = [
        str(soup_of(built / folder / QUESTION).select(".languages")[0]["aria-label"])
        for folder in FOLDERS.values()
    ]
    assert called == ["Taal", "Language", "Langue"]


def test_examples_of_queries_are_in_the_words_of_each_tree(built: Path) -> None:
    def people_in(page: str) -> list[list[str]]:
        return [
            sorted(
                {
                    name
                    for name in FIELD.findall(soup_of(built / folder / page).select("main")[0].text)
                    if name in PEOPLE
                }
            )
            for folder in FOLDERS.values()
        ]

    assert people_in("index.html") == [["minister"], ["minister"], ["ministre"]]
    # The reference shows the names of the other languages at its end.
    for folder, own in zip(FOLDERS.values(), ("vraagsteller", "asker", "auteur"), strict=True):
        examples = [one.text for one in soup_of(built / folder / "zoeken.html").select(".try code")]
        assert {name for name in FIELD.findall(" ".join(examples)) if name in PEOPLE[:3]} == {own}


def test_a_site_in_one_language_has_no_switch(seed_site: Path) -> None:
    assert soup_of(seed_site / QUESTION).select(".languages, link[hreflang]") == []


def test_dates_and_numbers_are_written_as_the_tree_has_it(built: Path) -> None:
    days = [soup_of(built / folder / QUESTION).select_one(".ledger time") for folder in FOLDERS.values()]
    assert [day and day.text for day in days] == ["25 april 2024", "25 April 2024", "25 avril 2024"]
    sizes = [soup_of(built / folder / "meenemen.html").text for folder in FOLDERS.values()]
    assert [any(form in text for text in sizes) for form in (",", "MB", "Mo")] == [True, True, True]


def test_no_address_on_the_web_is_named_by_a_copy_without_one(site: Site) -> None:
    assert [path for path in site.paths if site.page(path).select("head link[hreflang]")] == []


@functools.cache
def alternates(path: Path) -> dict[str, str]:
    return {str(link["hreflang"]): str(link["href"]) for link in soup_of(path).select("head link[hreflang]")}


@pytest.mark.parametrize("page", PAGES)
def test_each_page_names_itself_in_all_languages(page: str, on_the_web: Path) -> None:
    """The same from each of them, as search engines ask; English stands for all other languages."""
    own = "" if page == "index.html" else page
    expected = {"en": BASE + own, "nl": f"{BASE}nl/{own}", "x-default": BASE + own}
    assert alternates(on_the_web / page) == alternates(on_the_web / "nl" / page) == expected
    canonical = [
        str(soup_of(on_the_web / folder / page).select("link[rel=canonical]")[0]["href"])
        for folder in ("", "nl")
    ]
    assert canonical == [expected["en"], expected["nl"]]


def test_a_page_that_another_shows_for_good_names_no_alternates(corpus: Corpus, tmp_path: Path) -> None:
    authority = tmp_path / "authority.toml"
    authority.write_text(AUTHORITY, "utf-8")
    settings = Settings(languages=("nl", "en"), base_url=BASE, authority=str(authority))
    build_site(corpus, settings, tmp_path / "public")
    by_kind = pages_by_kind(tmp_path / "public")
    for kind in ("moved", "withdrawn", "not-found"):
        assert {kind: alternates(tmp_path / "public" / by_kind[kind][0])} == {kind: {}}


def test_the_page_for_a_wrong_address_leads_from_the_root(on_the_web: Path) -> None:
    """It is seen at any address; those in the tree stay there."""
    for folder in ("", "nl/"):
        page = soup_of(on_the_web / folder / "404.html")
        links = [str(one["href"]) for one in page.select("main a")]
        assert links and all(one.startswith(f"/vragen-site/{folder}") for one in links)
        assert [str(one["href"]) for one in page.select(".languages a")] == [
            "/vragen-site/404.html",
            "/vragen-site/nl/404.html",
        ]
        assert str(page.select("link[rel=stylesheet]")[0]["href"]) == "/vragen-site/assets/style.css"


def test_the_sitemap_names_each_page_in_each_language(on_the_web: Path) -> None:
    root = ElementTree.parse(on_the_web / "sitemap.xml").getroot()
    told = {
        url.findtext("s:loc", "", LINKS): {
            str(link.get("hreflang")): str(link.get("href")) for link in url.findall("x:link", LINKS)
        }
        for url in root
    }
    pages = {path.relative_to(on_the_web).as_posix() for path in on_the_web.rglob("*.html")}
    names = {
        page.removesuffix("index.html") if page in {"index.html", "nl/index.html"} else page for page in pages
    }
    assert set(told) == {BASE + name for name in names - {"404.html", "nl/404.html"}}
    assert told[BASE + QUESTION] == told[f"{BASE}nl/{QUESTION}"] == alternates(on_the_web / QUESTION)


def test_sitemaps_of_several_languages_stay_within_the_rules() -> None:
    trees = (Tree("nl"), Tree("en", "en/"), Tree("fr", "fr/"))
    pages = [f"vragen/2023-2024/x/{number}.html" for number in range(50)]
    files = dict(sitemap_files(pages, {}, BASE, trees, most=90))
    assert list(files) == [*(f"sitemap-{number}.xml" for number in range(1, 6)), "sitemap.xml"]
    assert {content.count(b"<url>") for name, content in files.items() if name != "sitemap.xml"} == {30}


def test_each_tree_is_searched_from_the_address_bar_in_its_language(on_the_web: Path) -> None:
    for folder, language in (("", "en"), ("nl/", "nl")):
        (link,) = soup_of(on_the_web / folder / "jaren/index.html").select("link[rel=search]")
        file = (on_the_web / folder / "jaren" / str(link["href"])).resolve()
        assert file == (on_the_web / folder / "opensearch.xml").resolve()
        text = file.read_text("utf-8")
        assert (
            f'template="{BASE}{folder}zoeken.html?q=' in text and f"<Language>{language}</Language>" in text
        )


def test_what_is_cited_or_saved_names_one_address_in_each_tree(on_the_web: Path) -> None:
    """That at the root: a document has one permalink, in whatever language it was found."""
    for folder in ("", "nl/"):
        tools = soup_of(on_the_web / folder / "zoeken.html").select_one("#search-tools")
        assert tools and tools["data-base"] == BASE
        page = soup_of(on_the_web / folder / QUESTION)
        assert {one.text for one in page.select("[data-address]")} == {BASE + QUESTION}
        assert page.select("meta[name=citation_public_url]")[0]["content"] == BASE + QUESTION


def test_every_tree_is_counted_and_the_same_bytes_whoever_makes_it(corpus: Corpus, tmp_path: Path) -> None:
    def build(name: str, processes: int, *languages: str) -> BuildReport:
        settings = Settings(languages=languages)  # type: ignore[arg-type]
        return build_site(corpus, settings, tmp_path / name, processes=processes)

    one, three = build("one", 1, "nl"), build("three", 1, "nl", "en", "fr")
    assert three.pages == 3 * one.pages == len(list((tmp_path / "three").rglob("*.html")))
    assert three.files == one.files + 2 * one.pages
    listed = (tmp_path / "three/manifest.sha256").read_text("utf-8")
    assert f"  en/{QUESTION}\n" in listed and f"  fr/{QUESTION}\n" in listed
    assert f"{three.files} files" in soup_of(tmp_path / "three/en/meenemen.html").text
    build("again", 3, "nl", "en", "fr")
    assert (tmp_path / "again/manifest.sha256").read_text("utf-8") == listed
    assert build("again", 1, "nl", "en", "fr").written == 0


def test_copies_hold_every_tree_and_one_that_is_no_longer_offered_goes(
    corpus: Corpus, tmp_path: Path
) -> None:
    settings = Settings(languages=("nl", "en"), offline_zip=True)
    build_site(corpus, settings, tmp_path / "public", copies=Copies(zip=tmp_path / "x.zip"))
    with zipfile.ZipFile(tmp_path / "x.zip") as packed:
        assert f"vraagarchief/en/{QUESTION}" in packed.namelist()
    (offer,) = soup_of(tmp_path / "public/en/meenemen.html").select("a.download")
    offered = (tmp_path / "public/en" / str(offer["href"])).resolve()
    assert offered == tmp_path / "public/download/vraagarchief.zip"
    build_site(corpus, Settings(languages=("nl", "fr")), tmp_path / "public")
    assert not (tmp_path / "public/en").exists() and (tmp_path / "public/fr" / QUESTION).is_file()


def test_every_language_of_the_interface_has_all_that_it_needs() -> None:
    """A name, a catalogue with the form of dates and numbers, and the words of a reference."""
    languages = set(get_args(InterfaceLanguage))
    assert languages == set(LANGUAGE_NAMES) == set(LOCALES) == set(KIND_WORDS)


def test_two_trees_cannot_have_one_page() -> None:
    with pytest.raises(ArchiveError, match="two pages have this address"):
        check_addresses(["index.html", "en/index.html"], (Tree("nl"), Tree("en", "en/")))
