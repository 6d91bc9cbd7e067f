"""What tells search engines and browsers of a site on the web: the list of its pages, and how it is searched.

Sitemaps (https://www.sitemaps.org/protocol.html), robots.txt (RFC 9309) and OpenSearch 1.1. All of them name whole
addresses: they are made only for a site that has one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from archive.config import Settings
from archive.render.catalogue import Catalogue
from archive.render.web_addresses import site_base, whole_address

SITEMAP, OPENSEARCH, ROBOTS = "sitemap.xml", "opensearch.xml", "robots.txt"
# What the protocol allows in one file.
MOST_PAGES = 50_000
OPENSEARCH_DESCRIPTION = "Search the written questions and answers of this archive"
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SITEMAP_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_SHORT_NAME, _LONG_NAME = 16, 48


def web_files(
    pages: Sequence[str], days: Mapping[str, str], settings: Settings, catalogue: Catalogue
) -> Iterator[tuple[str, bytes]]:
    """Each file by its name; nothing for a site without an address.

    pages: the address of each page that is to be found. days: that of the last change, in ISO 8601, where it is known.
    """
    base = site_base(settings.base_url)
    if base is None:
        return
    yield from sitemap_files(pages, days, base)
    yield OPENSEARCH, opensearch(settings.title, base, catalogue).encode()
    # Robots ask for it at the root of a host only.
    if urlsplit(base).path == "/":
        yield ROBOTS, f"User-agent: *\nDisallow:\n\nSitemap: {base}{SITEMAP}\n".encode()


def sitemap_files(
    pages: Sequence[str], days: Mapping[str, str], base: str, most: int = MOST_PAGES
) -> Iterator[tuple[str, bytes]]:
    """The sitemap; where the pages are too many for one, an index of that name and the sitemaps that it leads to."""
    ordered = sorted(pages)
    shares = [ordered[start : start + most] for start in range(0, len(ordered), most)] or [[]]
    if len(shares) == 1:
        yield SITEMAP, _sitemap(shares[0], days, base)
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(shares) + 1)]
    for name, share in zip(names, shares, strict=True):
        yield name, _sitemap(share, days, base)
    entries = "".join(f"<sitemap><loc>{escape(base + name)}</loc></sitemap>\n" for name in names)
    yield SITEMAP, f"{_XML}<sitemapindex {_SITEMAP_NAMESPACE}>\n{entries}</sitemapindex>\n".encode()


def _sitemap(pages: Iterable[str], days: Mapping[str, str], base: str) -> bytes:
    entries = "".join(_entry(whole_address(base, page), days.get(page)) for page in pages)
    return f"{_XML}<urlset {_SITEMAP_NAMESPACE}>\n{entries}</urlset>\n".encode()


def _entry(address: str, day: str | None) -> str:
    changed = f"<lastmod>{day}</lastmod>" if day else ""
    return f"<url><loc>{escape(address)}</loc>{changed}</url>\n"


def opensearch(title: str, base: str, catalogue: Catalogue) -> str:
    """How a browser searches the site from its own search bar. The query goes to the search page alone."""
    description = catalogue.gettext(OPENSEARCH_DESCRIPTION)
    return (
        f'{_XML}<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{escape(title[:_SHORT_NAME].strip())}</ShortName>\n"
        f"<LongName>{escape(title[:_LONG_NAME].strip())}</LongName>\n"
        f"<Description>{escape(description)}</Description>\n"
        f'<Url type="text/html" method="get" template="{escape(base)}zoeken.html?q={{searchTerms}}"/>\n'
        f'<Image width="48" height="48" type="image/png">{escape(base)}assets/icon-48.png</Image>\n'
        f"<Language>{catalogue.language}</Language>\n"
        "<InputEncoding>UTF-8</InputEncoding>\n"
        "</OpenSearchDescription>\n"
    )
