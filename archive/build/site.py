"""Builds the whole site: links, shards, pages and assets, then puts it in the place of the old one."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from itertools import chain
from pathlib import Path

import msgspec

from archive.build.authority import read_authority
from archive.build.copies import NO_COPIES, Copies, CopyReport, check_places, whole_file
from archive.build.feeds import news_of, site_feeds, write_feeds
from archive.build.figures import write_figures
from archive.build.files import SiteFiles, kept_files
from archive.build.handing_over import hand_over, write_web_files
from archive.build.manifest import file_names
from archive.build.pages import front_views, list_views, worded_front_views
from archive.build.processes import usual_processes
from archive.build.shares import ManyPages, PageMaking
from archive.build.staging import staged
from archive.build.take_along import FinishedSite, copy_facts, finish
from archive.build.trees import PageTrees, check_addresses
from archive.build.zim_copy import check_libzim
from archive.config import Settings
from archive.export.table_csv import spreadsheet_csv
from archive.links import Links
from archive.links.counts import count_questions
from archive.links.growing import Growth, grow_links
from archive.model.record import Record
from archive.render.copy_page import COPY_ADDRESS
from archive.render.feeds import FeedWriter, search_feed
from archive.render.front_pages import holdings_of
from archive.render.page_scripts import PAGE_BUNDLES
from archive.render.search_scripts import PAGE_BUNDLE, PAGE_SCRIPTS
from archive.render.shipped import shipped_folder
from archive.render.style_sheet import STYLE_FOLDER, STYLE_SHEETS, style_sheet
from archive.render.templates import tree_templates
from archive.render.term_pages import TERMS_CSV, term_rows
from archive.render.views import FeedLink
from archive.render.withdrawn_pages import withdrawn_views
from archive.search.additions import update_shards
from archive.search.client import BUNDLE, CLIENT, bundled
from archive.store.corpus import Corpus
from archive.text.languages import language

Progress = Callable[[str, int, int], None]
"""Told the name of a step ("shards", "links", "pages"), how far it is and how far it goes."""

# A process that makes fewer pages takes longer to start than it saves.
LEAST_SHARE = 200

ASSET_SUFFIXES = frozenset({".css", ".js", ".svg", ".png", ".ico", ".woff2"})


class BuildReport(msgspec.Struct, frozen=True):
    """What was built. pages: of HTML; files and bytes: of everything, the manifest included; copies: beside it.

    written: files that are new or have other bytes than those of the site before; kept: those that stayed as they were.
    links: how much of them was made anew.
    """

    output: str
    records: int
    pages: int
    files: int
    bytes: int
    written: int
    kept: int
    shard_files: int
    shard_bytes: int
    links: Growth
    seconds: float
    copies: tuple[CopyReport, ...] = ()


def build_site(
    corpus: Corpus,
    settings: Settings,
    output: Path,
    *,
    progress: Progress | None = None,
    full: bool = False,
    copies: Copies = NO_COPIES,
    processes: int | None = None,
) -> BuildReport:
    """Builds the site of a corpus in the folder `output`.

    full: makes the search shards and the links anew, too, where a few documents could be added to those of the last
    build, and writes every file. Then the same corpus and settings always give the same bytes. Shards that were added
    to give the same answers; pages with links that were added to are the same bytes. copies: files to be made beside
    the site that hold all of it. processes: how many make the pages; None for those of the settings, or as many as
    are of use. Raises ArchiveError where `output` holds anything that is no site of ours, and where a copy cannot be
    made; whatever fails, an older site and older copies stay as they were.
    """
    check_copies(copies, output)
    report = progress or _silent
    started = time.monotonic()
    with ExitStack() as kept:
        new_files = {kind: kept.enter_context(whole_file(path)) for kind, path in copies.wanted().items()}
        stage = kept.enter_context(staged(output))
        shards = update_shards(
            _CountedCorpus(corpus, "shards", report),
            stage / "search",
            corpus.folder / "shards",
            language=language(settings.document_language),
            full=full,
        )
        links, growth = _links(corpus, settings, full=full, report=report)
        files = SiteFiles(stage, None if full else output.resolve())
        many = corpus.count()
        making = PageMaking(
            processes or settings.processes or usual_processes(many, LEAST_SHARE),
            lambda done: report("pages", done, many),
        )
        pages, site = _write_pages(corpus, settings, links, files, making)
        write_assets(shipped_folder("site"), files)
        made = finish(site, new_files)
        sizes = {name: (stage / name).stat().st_size for name in file_names(stage)}
        kept_count = kept_files(stage, output.resolve(), sizes)
    return BuildReport(
        output=str(output),
        records=many,
        pages=pages,
        files=len(sizes),
        bytes=sum(sizes.values()),
        written=len(sizes) - kept_count,
        kept=kept_count,
        shard_files=shards.files,
        shard_bytes=shards.bytes,
        links=growth,
        seconds=round(time.monotonic() - started, 3),
        copies=tuple(msgspec.structs.replace(copy, path=str(copies.wanted()[copy.kind])) for copy in made),
    )


def _links(corpus: Corpus, settings: Settings, *, full: bool, report: Progress) -> tuple[Links, Growth]:
    return grow_links(
        corpus,
        corpus.folder / "links",
        language=language(settings.document_language),
        authority=read_authority(settings),
        full=full,
        progress=partial(report, "links"),
    )


def check_copies(copies: Copies, output: Path) -> None:
    """Raises ArchiveError where a copy cannot be made, before anything is built."""
    check_places(copies, output)
    if copies.zim:
        check_libzim()


def _write_pages(
    corpus: Corpus,
    settings: Settings,
    links: Links,
    files: SiteFiles,
    making: PageMaking,
) -> tuple[int, FinishedSite]:
    """Writes every page but that about the copy, which is counted; with their number comes what that one will tell."""
    trees = PageTrees(tree_templates(settings, shipped_folder("templates")))
    words = trees.first.catalogue
    news = news_of(corpus)
    feeds = FeedWriter(links, news, settings, words)
    write_feeds(site_feeds(corpus, links, settings), feeds, files)
    counts = count_questions(links.cards)
    write_figures(links, counts, words, files)
    told = ManyPages(corpus, settings, links, trees, feeds, files).write(making)
    shown_terms = told.terms.terms() if settings.deadlines != "none" else None
    if shown_terms is not None:
        files.write(TERMS_CSV, spreadsheet_csv(term_rows(links, shown_terms, words)))
    last_views = chain(
        list_views(links),
        front_views(
            links,
            title=settings.title,
            signature=corpus.signature(),
            reading=told.reading.facts(corpus.refusals()),
            terms=shown_terms,
        ),
        withdrawn_views(corpus.withdrawals(), links),
    )
    saved = [FeedLink(search_feed(one.name, one.query).address, one.name) for one in settings.saved_search]
    worded = partial(
        worded_front_views, links, news=news, counts=counts, base_url=settings.base_url, saved=saved
    )
    facts = copy_facts(holdings_of(links), news.times.values(), corpus.signature())
    addresses = told.pages + trees.write(last_views, files) + trees.write_worded(worded, files)
    addresses += [*hand_over(corpus, settings, trees, files, facts), COPY_ADDRESS]
    check_addresses(addresses, trees.trees)
    write_web_files(addresses, links, news, corpus.withdrawals(), settings=settings, trees=trees, files=files)
    return len(addresses) * len(trees.trees), FinishedSite(files, settings, trees, facts)


def write_assets(source: Path, files: SiteFiles) -> None:
    """Writes what the reader's browser loads; what only the programmers of `site/` need stays behind."""
    for path in sorted(source.rglob("*")):
        if path.is_file() and path.suffix in ASSET_SUFFIXES and path.parent != source / STYLE_FOLDER:
            files.put(f"assets/{path.relative_to(source).as_posix()}", path.read_bytes())
    for name, parts in STYLE_SHEETS.items():
        files.put(f"assets/{name}", style_sheet(source / STYLE_FOLDER, parts).encode())
    files.put(f"assets/{BUNDLE}", bundled(source, CLIENT))
    files.put(f"assets/{PAGE_BUNDLE}", bundled(source, PAGE_SCRIPTS))
    for name, scripts in PAGE_BUNDLES.items():
        files.put(f"assets/{name}", bundled(source, scripts))


class _CountedCorpus:
    """A corpus that tells how far the reading of its records is."""

    def __init__(self, corpus: Corpus, step: str, report: Progress) -> None:
        self._corpus = corpus
        self._step = step
        self._report = report
        self.record = corpus.record
        self.fingerprints = corpus.fingerprints

    def records(self) -> Iterator[Record]:
        total = self._corpus.count()
        for number, record in enumerate(self._corpus.records(), start=1):
            yield record
            self._report(self._step, number, total)


def _silent(step: str, done: int, total: int) -> None:
    """Tells nobody."""
