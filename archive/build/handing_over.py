"""What a site hands over besides its pages and feeds: exports, codebook, the description for programs, the sitemap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from archive.build.codebook import codebook_groups
from archive.build.crate import crate_text
from archive.build.downloads import export_names, write_downloads
from archive.build.files import SiteFiles
from archive.build.manifest import MANIFEST_NAME
from archive.build.sitemap import web_files
from archive.build.trees import PageTrees
from archive.config import Settings
from archive.links import Links
from archive.links.moved import moved_topics
from archive.links.names import topic_address
from archive.links.recent import News, day_of
from archive.model.addresses import address_of
from archive.render.codebook_page import codebook_view
from archive.render.copy_page import CopyFacts
from archive.render.download_page import CRATE_ADDRESS, download_view
from archive.render.front_pages import NOT_FOUND_ADDRESS
from archive.store.corpus import Corpus
from archive.store.rows import Withdrawal
from archive.text.slugs import slug


def hand_over(
    corpus: Corpus, settings: Settings, trees: PageTrees, files: SiteFiles, facts: CopyFacts
) -> list[str]:
    """Writes the exports that are offered, the page about them and the codebook; the addresses of the pages come back.

    facts: of what the site holds. Raises ArchiveError where an export cannot be made.
    """
    offered = tuple(write_downloads(corpus, settings, files))
    crate = crate_text(facts, offered, settings, trees.first.catalogue)
    if crate:
        files.put(CRATE_ADDRESS, crate)
    page = download_view(
        offered,
        export_names(settings),
        slug(settings.title),
        manifest=MANIFEST_NAME,
        crate=CRATE_ADDRESS if crate else None,
    )
    return trees.write((page, codebook_view(codebook_groups())), files)


def write_web_files(
    pages: Iterable[str],
    links: Links,
    news: News,
    withdrawals: Iterable[Withdrawal],
    *,
    settings: Settings,
    trees: PageTrees,
    files: SiteFiles,
) -> None:
    """Writes what search engines and browsers ask for, where the site has an address. pages: those of each tree."""
    passed_over = {
        NOT_FOUND_ADDRESS,
        *(address_of(one.id, is_question=one.is_question) for one in withdrawals),
        *(topic_address(moved.old) for moved, _ in moved_topics(links)),
    }
    days = {card.address: day_of(news.times[card.id].changed_at) for card in links.cards}
    found: Sequence[str] = [page for page in pages if page not in passed_over]
    for name, content in web_files(found, days, settings, trees.trees):
        files.put(name, content)
