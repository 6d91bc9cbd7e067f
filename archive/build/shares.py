"""The pages that a site has many of, made by several processes: of records, topics and figures, and their files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice

import msgspec

from archive.build.feeds import write_feeds
from archive.build.figures import write_series
from archive.build.files import SiteFiles
from archive.build.pages import comparison_views, record_view, topics_views
from archive.build.processes import shared_out
from archive.build.tables import write_tables
from archive.build.tally import ReadingTally
from archive.build.trees import PageTrees
from archive.config import Settings
from archive.errors import CorpusError
from archive.links import Links
from archive.links.term_figures import TermTally
from archive.render.feeds import FeedWriter, topic_feeds
from archive.render.series_pages import series_views
from archive.render.views import PageView
from archive.store.corpus import Corpus


class PageMaking(msgspec.Struct, frozen=True):
    """How pages are made: by how many processes, and who is told how many records are done."""

    processes: int
    progress: Callable[[int], None]


@dataclass(frozen=True)
class Told:
    """What processes tell of the pages that they made. pages: addresses in a tree; digests: of files by their names."""

    reading: ReadingTally
    terms: TermTally
    pages: list[str]
    digests: dict[str, str]


@dataclass(frozen=True)
class ManyPages:
    """What the pages of records and topics are made of. `links` and `feeds` are of the records in `corpus`."""

    corpus: Corpus
    settings: Settings
    links: Links
    trees: PageTrees
    feeds: FeedWriter
    files: SiteFiles

    def write(self, making: PageMaking) -> Told:
        """Writes them. The files are the same, however many processes work at them."""
        try:
            told = self._told(making)
        except _ChangedError:
            # This process still sees the corpus as it was.
            told = self._told(msgspec.structs.replace(making, processes=1))
        whole = Told(ReadingTally(), TermTally(self.links.authority), [], {})
        for one in told:
            whole.reading.merge(one.reading)
            whole.terms.merge(one.terms)
            whole.pages.extend(one.pages)
            self.files.add(one.digests)
        return whole

    def _told(self, making: PageMaking) -> list[Told]:
        share = partial(self._share, self.corpus.signature())
        return shared_out(share, making.processes, self.corpus.folder, making.progress)

    def _share(self, signature: str, number: int, count: int, done: Callable[[int], None]) -> Told:
        """Writes every page number `number` of `count`."""
        if count == 1:
            return self._written(self.corpus, 0, 1, done)
        # A connection to the database is of one process alone.
        with Corpus.open(self.corpus.folder) as own:
            if own.signature() != signature:
                raise _ChangedError(
                    str(own.folder), "the corpus changed while the site was built", "build again"
                )
            return self._written(own, number, count, done)

    def _written(self, corpus: Corpus, number: int, count: int, done: Callable[[int], None]) -> Told:
        files = SiteFiles(self.files.stage, self.files.old)
        told = Told(ReadingTally(), TermTally(self.links.authority), [], files.digests)
        ids = self.links.between.ids()[number::count]
        topics = list(self.links.topics.values())[number::count]
        subjects = list(self.links.figures.by_subject)[number::count]
        views = chain(
            self._record_views(corpus, told, files, range(number, corpus.count(), count), done),
            comparison_views(ids, corpus.record, self.links),
        )
        told.pages.extend(self.trees.write(views, files))
        told.pages.extend(self.trees.write_worded(partial(topics_views, topics, self.links), files))
        told.pages.extend(self.trees.write_worded(partial(series_views, subjects, self.links), files))
        write_series(subjects, self.links, self.trees.first.catalogue, files)
        write_feeds(islice(topic_feeds(self.links), number, None, count), self.feeds, files)
        return told

    def _record_views(
        self, corpus: Corpus, told: Told, files: SiteFiles, places: range, done: Callable[[int], None]
    ) -> Iterator[PageView]:
        """The views of the records at some places, which are counted and whose tables are written on the way."""
        deadlines = self.settings.deadlines != "none"
        for made, record in enumerate(corpus.records(first=places.start, step=places.step), start=1):
            told.reading.add(record)
            told.terms.add(record)
            write_tables(record, files)
            yield record_view(record, self.links, deadlines=deadlines)
            done(made)


class _ChangedError(CorpusError):
    """The corpus is no longer as the links were made of."""
