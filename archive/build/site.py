"""Builds the whole site: links, shards, pages and assets, then puts it in the place of the old one."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from functools import partial
from itertools import chain
from pathlib import Path

import msgspec

from archive.build.authority import read_authority
from archive.build.copies import NO_COPIES, Copies, CopyReport, check_places, whole_file
from archive.build.feeds import all_feeds, news_of, write_feeds
from archive.build.figures import write_figures
from archive.build.manifest import file_names
from archive.build.pages import comparison_views, front_views, list_views, record_views
from archive.build.staging import stage_path, staged
from archive.build.tables import TableWriter
from archive.build.take_along import FinishedSite, copy_facts, finish
from archive.build.tally import ReadingTally
from archive.build.zim_copy import check_libzim
from archive.config import Settings
from archive.errors import ArchiveError
from archive.export.table_csv import spreadsheet_csv
from archive.links import Links
from archive.links.counts import count_questions
from archive.links.growing import Growth, grow_links
from archive.links.term_figures import TermTally
from archive.model.record import Record
from archive.render.feeds import FeedWriter, search_feed
from archive.render.front_pages import holdings_of
from archive.render.search_scripts import write_page_bundle
from archive.render.shipped import shipped_folder
from archive.render.style_sheet import write_style_sheet
from archive.render.templates import PageTemplates, page_templates
from archive.render.term_pages import TERMS_CSV, term_rows
from archive.render.views import FeedLink, PageView
from archive.search.additions import update_shards
from archive.search.client import write_bundle
from archive.store.corpus import Corpus
from archive.text.languages import language

Progress = Callable[[str, int, int], None]
"""Told the name of a step ("shards", "links", "pages"), how far it is and how far it goes."""

ASSET_SUFFIXES = frozenset({".css", ".js", ".svg", ".png", ".ico", ".woff2"})


class BuildReport(msgspec.Struct, frozen=True):
    """What was built. pages: of HTML; files and bytes: of everything, the manifest included; copies: beside it.

    links: how much of them was made anew.
    """

    output: str
    records: int
    pages: int
    files: int
    bytes: int
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
) -> BuildReport:
    """Builds the site of a corpus in the folder `output`.

    full: makes the search shards and the links anew, too, where a few documents could be added to those of the last
    build. Then the same corpus and settings always give the same bytes. Shards that were added to give the same
    answers; pages with links that were added to are the same bytes. copies: files to be made beside the site that hold
    all of it. Raises ArchiveError where `output` holds anything that is no site of ours, and where a copy cannot be
    made; whatever fails, an older site and older copies stay as they were.
    """
    check_copies(copies, output)
    report = progress or _silent
    started = time.monotonic()
    with ExitStack() as kept:
        new_files = {kind: kept.enter_context(whole_file(path)) for kind, path in copies.wanted().items()}
        stage = kept.enter_context(staged(output))
        documents_in = language(settings.document_language)
        shards = update_shards(
            _CountedCorpus(corpus, "shards", report),
            stage / "search",
            corpus.folder / "shards",
            language=documents_in,
            full=full,
        )
        links, growth = grow_links(
            corpus,
            corpus.folder / "links",
            language=documents_in,
            authority=read_authority(settings),
            full=full,
            progress=partial(report, "links"),
        )
        pages, site = _write_pages(corpus, settings, links, stage, report)
        copy_assets(shipped_folder("site"), stage / "assets")
        write_bundle(stage / "assets")
        write_page_bundle(stage / "assets")
        write_style_sheet(stage / "assets")
        made = finish(site, new_files)
        sizes = [(stage / name).stat().st_size for name in file_names(stage)]
    return BuildReport(
        output=str(output),
        records=corpus.count(),
        pages=pages + 1,
        files=len(sizes),
        bytes=sum(sizes),
        shard_files=shards.files,
        shard_bytes=shards.bytes,
        links=growth,
        seconds=round(time.monotonic() - started, 3),
        copies=tuple(msgspec.structs.replace(copy, path=str(copies.wanted()[copy.kind])) for copy in made),
    )


def check_copies(copies: Copies, output: Path) -> None:
    """Raises ArchiveError where a copy cannot be made, before anything is built."""
    check_places(copies, output)
    if copies.zim:
        check_libzim()


def _write_pages(
    corpus: Corpus, settings: Settings, links: Links, stage: Path, report: Progress
) -> tuple[int, FinishedSite]:
    """Writes every page but that about the copy; their number comes back with what that one will tell."""
    templates = page_templates(settings, shipped_folder("templates"))
    news = news_of(corpus)
    feed_writer = FeedWriter(links, news, settings, templates.catalogue)
    write_feeds(all_feeds(corpus, links, settings), feed_writer, stage)
    counts = count_questions(links.cards)
    write_figures(links, counts, templates.catalogue, stage)
    tally, terms = ReadingTally(), TermTally(links.authority)
    records = terms.passing(tally.passing(_CountedCorpus(corpus, "pages", report).records()))

    def last_views() -> Iterator[PageView]:
        """What tells of all records, once their pages are made."""
        shown_terms = terms.terms() if settings.deadlines != "none" else None
        if shown_terms is not None:
            rows = term_rows(links, shown_terms, templates.catalogue)
            stage_path(stage, TERMS_CSV).write_bytes(spreadsheet_csv(rows))
        yield from front_views(
            links,
            title=settings.title,
            news=news,
            catalogue=templates.catalogue,
            reading=tally.facts(corpus.refusals()),
            signature=corpus.signature(),
            counts=counts,
            base_url=settings.base_url,
            terms=shown_terms,
            saved=[
                FeedLink(search_feed(one.name, one.query).address, one.name) for one in settings.saved_search
            ],
        )

    views = chain(
        record_views(TableWriter(stage).passing(records), links, deadlines=settings.deadlines != "none"),
        comparison_views(corpus.record, links),
        list_views(links, templates.catalogue),
        last_views(),
    )
    facts = copy_facts(holdings_of(links), news.times.values(), corpus.signature())
    return write_pages(views, templates, stage), FinishedSite(stage, settings, templates.page, facts)


def write_pages(views: Iterable[PageView], templates: PageTemplates, folder: Path) -> int:
    """Writes each page at its address in `folder`; their number comes back. Raises ArchiveError."""
    written: set[str] = set()
    made_folders: set[Path] = set()
    for view in views:
        if view.address in written:
            raise ArchiveError(view.address, "two pages have this address", "this is a fault of the program")
        written.add(view.address)
        path = stage_path(folder, view.address)
        if path.parent not in made_folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            made_folders.add(path.parent)
        path.write_bytes(templates.page(view).encode("utf-8"))
    return len(written)


def copy_assets(source: Path, target: Path) -> None:
    """Copies what the reader's browser loads; what only the programmers of `site/` need stays behind."""
    for path in sorted(source.rglob("*")):
        if path.is_file() and path.suffix in ASSET_SUFFIXES:
            copy = target / path.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)


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
