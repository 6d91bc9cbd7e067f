"""What tells search engines and browsers of a site on the web: the list of its pages, and how it is searched.

Sitemaps (https://www.sitemaps.org/protocol.html), robots.txt (RFC 9309) and OpenSearch 1.1. All of them name whole
addresses: they are made only for a site that has one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from archive.config import Settings
from archive.render.catalogue import load_catalogue
from archive.render.trees import Tree, alternates
from archive.render.web_addresses import site_base
from archive.text.xml_text import xml_attribute, xml_text

SITEMAP, OPENSEARCH, ROBOTS = "sitemap.xml", "opensearch.xml", "robots.txt"
# What the protocol allows in one file.
MOST_PAGES = 50_000
OPENSEARCH_DESCRIPTION = "Search the written questions and answers of this archive"
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SITEMAP_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
# Of the links by which an entry names the page in other languages.
_LINK_NAMESPACE = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
_SHORT_NAME, _LONG_NAME = 16, 48


def web_files(
    pages: Sequence[str], days: Mapping[str, str], settings: Settings, trees: Sequence[Tree]
) -> Iterator[tuple[str, bytes]]:
    """Each file by its name; nothing for a site without an address.

    pages: the address of each page that is to be found, in each of the trees. days: that of the last change, in
    ISO 8601, where it is known.
    """
    base = site_base(settings.base_url)
    if base is None:
        return
    yield from sitemap_files(pages, days, base, trees)
    for tree in trees:
        yield tree.folder + OPENSEARCH, opensearch(settings.title, base, tree).encode()
    # Robots ask for it at the root of a host only.
    if urlsplit(base).path == "/":
        yield ROBOTS, f"User-agent: *\nDisallow:\n\nSitemap: {base}{SITEMAP}\n".encode()


def sitemap_files(
    pages: Sequence[str], days: Mapping[str, str], base: str, trees: Sequence[Tree], most: int = MOST_PAGES
) -> Iterator[tuple[str, bytes]]:
    """The sitemap; where the pages are too many for one, an index of that name and the sitemaps that it leads to."""
    ordered = sorted(pages)
    # Each page stands in a file once for each tree, and each time with its address in all of them.
    step = max(1, most // len(trees) ** 2)
    shares = [ordered[start : start + step] for start in range(0, len(ordered), step)] or [[]]
    if len(shares) == 1:
        yield SITEMAP, _sitemap(shares[0], days, base, trees)
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(shares) + 1)]
    for name, share in zip(names, shares, strict=True):
        yield name, _sitemap(share, days, base, trees)
    entries = "".join(f"<sitemap><loc>{xml_text(base + name)}</loc></sitemap>\n" for name in names)
    yield SITEMAP, f"{_XML}<sitemapindex {_SITEMAP_NAMESPACE}>\n{entries}</sitemapindex>\n".encode()


def _sitemap(pages: Iterable[str], days: Mapping[str, str], base: str, trees: Sequence[Tree]) -> bytes:
    entries = "".join(_entries(page, days.get(page), base, trees) for page in pages)
    namespaces = _SITEMAP_NAMESPACE if len(trees) == 1 else f"{_SITEMAP_NAMESPACE} {_LINK_NAMESPACE}"
    return f"{_XML}<urlset {namespaces}>\n{entries}</urlset>\n".encode()


def _entries(page: str, day: str | None, base: str, trees: Sequence[Tree]) -> str:
    """The entry of a page in each tree; where there are several, with its address in all of them."""
    changed = f"<lastmod>{day}</lastmod>" if day else ""
    links = "".join(_link(*one) for one in alternates(trees, base, page)) if len(trees) > 1 else ""
    whole = (tree.whole_address(base, page) for tree in trees)
    return "".join(f"<url><loc>{xml_text(address)}</loc>{changed}{links}</url>\n" for address in whole)


def _link(language: str, address: str) -> str:
    return f'<xhtml:link rel="alternate" hreflang="{language}" href={xml_attribute(address)}/>'


def opensearch(title: str, base: str, tree: Tree) -> str:
    """How a browser searches the site from its own search bar. The query goes to the search page of the tree alone."""
    description = load_catalogue(tree.language).gettext(OPENSEARCH_DESCRIPTION)
    template = f"{base}{tree.folder}zoeken.html?q={{searchTerms}}"
    return (
        f'{_XML}<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{xml_text(title[:_SHORT_NAME].strip())}</ShortName>\n"
        f"<LongName>{xml_text(title[:_LONG_NAME].strip())}</LongName>\n"
        f"<Description>{xml_text(description)}</Description>\n"
        f'<Url type="text/html" method="get" template={xml_attribute(template)}/>\n'
        f'<Image width="48" height="48" type="image/png">{xml_text(base)}assets/icon-48.png</Image>\n'
        f"<Language>{tree.language}</Language>\n"
        "<InputEncoding>UTF-8</InputEncoding>\n"
        "</OpenSearchDescription>\n"
    )
