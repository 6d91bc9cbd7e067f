"""The page of a supporting document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from archive.links import Links
from archive.links.figure_series import TableSeries
from archive.links.guesses import table_guesses
from archive.links.topics import Topic
from archive.model.addresses import page_address
from archive.model.blocks import Footnote
from archive.model.footnotes import footnote_numbers
from archive.model.question import Note
from archive.model.supporting import SupportingDocument
from archive.model.tables import has_tables, numbered_document
from archive.render.mention_views import MentionsByText, mention_views
from archive.render.question_links import LinksView, links_view
from archive.render.views import Crumb, PageView

OTHERS_SHOWN = 10


class DocumentView(PageView, frozen=True, kw_only=True):
    """A supporting document, the subjects that it names and its links to other records.

    guesses: what was guessed of each table, by its number. series: none, since it is no answer.
    footnotes: the number of each.
    """

    page_kind: ClassVar[str] = "document"
    template: ClassVar[str] = "document.html.j2"

    record: SupportingDocument
    themes: tuple[Topic, ...]
    subjects: tuple[Topic, ...]
    mentions: MentionsByText
    ties: LinksView
    guesses: Mapping[int, tuple[Note, ...]]
    series: Mapping[int, TableSeries]
    footnotes: Mapping[Footnote, int]

    @property
    def has_tables(self) -> bool:
        """Whether any table stands on the page."""
        return has_tables(self.record.blocks)


def document_view(record: SupportingDocument, links: Links) -> DocumentView:
    """The view of one supporting document of the corpus that `links` was made of."""
    card = links.by_id[record.id]
    return DocumentView(
        address=page_address(record),
        heading=record.title,
        crumbs=(Crumb(record.title),),
        record=numbered_document(record),
        themes=links.topics_of(card, "theme"),
        subjects=links.topics_of(card, "subject"),
        mentions=mention_views(record, links),
        ties=links_view(record, links, OTHERS_SHOWN),
        guesses=table_guesses(record),
        series={},
        footnotes=footnote_numbers(record),
    )
