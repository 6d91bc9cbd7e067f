"""What search engines and browsers ask for: true and whole where the site has an address, absent where it has none."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from archive.build import build_site
from archive.build.sitemap import sitemap_files, web_files
from archive.config import Settings
from archive.render.trees import Tree
from archive.store.corpus import Corpus

BASE = "https://archief.example/vragen-site/"
NAMESPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
DUTCH = (Tree("nl"),)


@pytest.fixture(scope="module")
def site(seed_corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("web") / "public"
    with Corpus.open(seed_corpus) as corpus:
        build_site(corpus, Settings(base_url=BASE.rstrip("/")), folder)
    return folder


def entries(content: bytes) -> dict[str, str | None]:
    """The addresses of a sitemap with their days. Fails where it breaks a rule of the protocol."""
    assert len(content) <= 50 * 1024 * 1024
    root = ElementTree.fromstring(content)
    assert root.tag == f"{{{NAMESPACE['s']}}}urlset"
    found = {}
    for url in root:
        assert url.tag == f"{{{NAMESPACE['s']}}}url"
        names = [child.tag.rpartition("}")[2] for child in url]
        assert names in (["loc"], ["loc", "lastmod"])
        address, day = url.findtext("s:loc", "", NAMESPACE), url.findtext("s:lastmod", None, NAMESPACE)
        assert 12 <= len(address) <= 2048 and address.isascii()
        assert day is None or re.fullmatch(r"\d{4}-\d\d-\d\d", day)
        assert address not in found
        found[address] = day
    assert len(found) <= 50_000
    return found


def test_an_offline_copy_tells_no_lies(seed_site: Path) -> None:
    assert not [
        name for name in ("sitemap.xml", "robots.txt", "opensearch.xml") if (seed_site / name).exists()
    ]
    for path in (seed_site / "index.html", seed_site / "vragen/2023-2024/jo-brouns/386.html"):
        soup = BeautifulSoup(path.read_text("utf-8"), "html.parser")
        assert soup.select("link[rel=canonical], link[rel=search], meta[name=citation_public_url]") == []


def test_the_sitemap_names_every_page_that_is_to_be_found(site: Path) -> None:
    found = entries((site / "sitemap.xml").read_bytes())
    pages = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    expected = {BASE + page for page in pages - {"404.html", "index.html"}} | {BASE}
    assert set(found) == expected


def test_pages_of_documents_have_the_day_of_their_last_change(site: Path) -> None:
    found = entries((site / "sitemap.xml").read_bytes())
    assert found[f"{BASE}vragen/2023-2024/jo-brouns/386.html"]
    assert found[f"{BASE}zoeken.html"] is None


def test_each_page_names_its_one_address(site: Path) -> None:
    for address, expected in (
        ("index.html", BASE),
        ("themas/werk.html", f"{BASE}themas/werk.html"),
        ("vragen/2023-2024/jo-brouns/386.html", f"{BASE}vragen/2023-2024/jo-brouns/386.html"),
    ):
        soup = BeautifulSoup((site / address).read_text("utf-8"), "html.parser")
        assert [link["href"] for link in soup.select("link[rel=canonical]")] == [expected]
    assert 'rel="canonical"' not in (site / "404.html").read_text("utf-8")


def test_too_many_pages_for_one_sitemap_make_an_index() -> None:
    pages = [f"vragen/2023-2024/x/{number}.html" for number in range(7)]
    files = dict(sitemap_files(pages, {}, BASE, DUTCH, most=3))
    assert list(files) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]
    index = ElementTree.fromstring(files.pop("sitemap.xml"))
    assert index.tag == f"{{{NAMESPACE['s']}}}sitemapindex"
    assert [one.text for one in index.findall("s:sitemap/s:loc", NAMESPACE)] == [
        BASE + name for name in files
    ]
    assert sorted(chain.from_iterable(map(entries, files.values()))) == sorted(BASE + page for page in pages)


def test_robots_are_told_only_where_they_ask(site: Path) -> None:
    assert not (site / "robots.txt").exists()
    files = dict(web_files(["index.html"], {}, Settings(base_url="https://archief.example"), DUTCH))
    assert files["robots.txt"].decode() == (
        "User-agent: *\nDisallow:\n\nSitemap: https://archief.example/sitemap.xml\n"
    )


def test_a_browser_learns_how_the_site_is_searched(site: Path) -> None:
    root = ElementTree.parse(site / "opensearch.xml").getroot()
    names = {"o": "http://a9.com/-/spec/opensearch/1.1/"}
    assert root.tag == f"{{{names['o']}}}OpenSearchDescription"
    assert 0 < len(root.findtext("o:ShortName", "", names)) <= 16
    assert 0 < len(root.findtext("o:Description", "", names)) <= 1024
    url = root.find("o:Url", names)
    assert url is not None and url.get("template") == f"{BASE}zoeken.html?q={{searchTerms}}"
    (link,) = BeautifulSoup((site / "jaren/index.html").read_text("utf-8"), "html.parser").select(
        "link[rel=search]"
    )
    assert (site / "jaren" / str(link["href"])).resolve() == (site / "opensearch.xml").resolve()


def test_a_long_title_is_cut_to_what_the_rules_allow() -> None:
    settings = Settings(title="Een heel lang archief & nog meer woorden", base_url=BASE)
    files = dict(web_files([], {}, settings, DUTCH))
    root = ElementTree.fromstring(files["opensearch.xml"])
    assert root[0].text == "Een heel lang ar"


def test_no_title_and_no_address_breaks_the_xml() -> None:
    settings = Settings(title="\x01<b>&]]>", base_url='https://x.be/"><Image/>')
    files = dict(web_files(["index.html"], {}, settings, DUTCH))
    root = ElementTree.fromstring(files["opensearch.xml"])
    assert root[0].text == "<b>&]]>"
    assert [url.get("template") for url in root if url.tag.endswith("}Url")] == [
        'https://x.be/"><Image/>/zoeken.html?q={searchTerms}'
    ]
    ElementTree.fromstring(files["sitemap.xml"])
