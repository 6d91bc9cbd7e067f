"""The pages that tell how well the documents were read: the figures, and the documents behind each of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

import msgspec

from archive.links import Links
from archive.links.cards import Card, newest_first
from archive.links.reading import Figures
from archive.model.notes import KIND_OF_CODE, NOTE_KINDS, is_listed
from archive.render.lists import ListPage, list_pages
from archive.render.views import Crumb, PageView
from archive.render.wording import (
    NOTE_KIND_EXPLANATION,
    NOTE_KIND_WORDING,
    NOTE_WORDING,
    READING_LISTS,
    REFUSAL_WORDING,
)
from archive.store.rows import RefusedDocument

READING_ADDRESS = "leesverslag.html"
READING_HEADING = "How well were the documents read?"
REFUSED_HEADING = "Refused documents"
OTHER_NOTES = "other"
REFUSED_SHOWN = 20


class ReadingFacts(msgspec.Struct, frozen=True):
    """What the pages are made of.

    lists: the ids of the records behind each figure: by code of a note (OTHER_NOTES for codes that are not ours),
    and by the keys of READING_LISTS. refused: the open refusals.
    """

    figures: Figures
    lists: Mapping[str, Sequence[str]]
    refused: Sequence[RefusedDocument]


class NoteRow(msgspec.Struct, frozen=True):
    """One code of notes: its name as a message id, how many there are, in how many records, and their page."""

    wording: str
    notes: int
    documents: int
    address: str


class KindTable(msgspec.Struct, frozen=True):
    """The codes of one kind of notes; wording and explanation are message ids."""

    wording: str
    explanation: str
    notes: int
    rows: tuple[NoteRow, ...]


class RefusedRow(msgspec.Struct, frozen=True):
    """A document that was refused: its bare name, the reason as a message id if there is one, and in English."""

    name: str
    wording: str | None
    cause: str


class ReadingView(PageView, frozen=True, kw_only=True):
    """The figures. lists: address of the documents behind each key of READING_LISTS, where there are any."""

    page_kind: ClassVar[str] = "reading"
    heading_is_message: ClassVar[bool] = True
    template: ClassVar[str] = "reading.html.j2"

    figures: Figures
    kinds: tuple[KindTable, ...]
    lists: Mapping[str, str]
    refused_reasons: tuple[tuple[RefusedRow, int], ...]
    refused: tuple[RefusedRow, ...]
    refused_count: int
    refused_address: str | None


class ReadingListView(PageView, frozen=True, kw_only=True):
    """The documents behind one figure, newest first; or those that were refused. count: of all pages together."""

    page_kind: ClassVar[str] = "reading-list"
    heading_is_message: ClassVar[bool] = True
    template: ClassVar[str] = "reading-list.html.j2"

    explanation: str | None
    count: int
    cards: tuple[Card, ...]
    refused: tuple[RefusedRow, ...]
    page_number: int | None
    page_count: int
    newer: str | None
    older: str | None


def reading_views(links: Links, facts: ReadingFacts) -> Iterator[PageView]:
    """All pages. `links` were made of the records that `facts` speak of."""
    refused = tuple(map(_refused_row, facts.refused))
    yield _overall_view(facts, refused)
    for key, ids in facts.lists.items():
        cards = newest_first(links.by_id[id] for id in ids)
        pages = list_pages(list_address(key), cards)
        for page in pages:
            yield _list_view(_heading(key), page, len(pages), len(cards), _explanation(key))
    if len(refused) > REFUSED_SHOWN:
        refused_pages = list_pages(list_address("refused"), refused)
        for one in refused_pages:
            yield _list_view(REFUSED_HEADING, one, len(refused_pages), len(refused), None)


def list_address(key: str) -> str:
    """The address of a list: "leesverslag/total-contradiction.html"."""
    return f"leesverslag/{_DUTCH_ADDRESSES.get(key, key.replace('_', '-'))}.html"


def bare_name(path: str) -> str:
    """The last part of a path or address: where a document lay is nobody's business."""
    parts = [part for part in re.split(r"[/\\]", path) if part]
    return parts[-1] if parts else path


_DUTCH_ADDRESSES = {
    "refused": "geweigerd",
    "without_answer": "zonder-antwoord",
    "lines_left": "niet-als-tabel-gelezen",
    OTHER_NOTES: "andere",
}


def _overall_view(facts: ReadingFacts, refused: tuple[RefusedRow, ...]) -> ReadingView:
    reasons = Counter(msgspec.structs.replace(row, name="", cause="") for row in refused if row.wording)
    return ReadingView(
        address=READING_ADDRESS,
        heading=READING_HEADING,
        crumbs=(Crumb(READING_HEADING, is_message=True),),
        section=READING_ADDRESS,
        figures=facts.figures,
        kinds=tuple(_kind_tables(facts)),
        lists={key: list_address(key) for key in READING_LISTS if facts.lists.get(key)},
        refused_reasons=tuple(reasons.most_common()),
        refused=refused[:REFUSED_SHOWN],
        refused_count=len(refused),
        refused_address=list_address("refused") if len(refused) > REFUSED_SHOWN else None,
    )


def _kind_tables(facts: ReadingFacts) -> Iterator[KindTable]:
    notes: Counter[str] = Counter()
    for code, count in facts.figures.notes.items():
        notes[code if is_listed(code) else OTHER_NOTES] += count
    for kind in NOTE_KINDS:
        codes = [code for code, _ in notes.most_common() if KIND_OF_CODE.get(code, "doubt") == kind]
        rows = tuple(
            NoteRow(_heading(code), notes[code], len(facts.lists[code]), list_address(code)) for code in codes
        )
        total = sum(row.notes for row in rows)
        yield KindTable(NOTE_KIND_WORDING[kind], NOTE_KIND_EXPLANATION[kind], total, rows)


def _heading(key: str) -> str:
    return READING_LISTS.get(key) or NOTE_WORDING[key]


def _explanation(key: str) -> str | None:
    if key in READING_LISTS:
        return None
    return NOTE_KIND_EXPLANATION[KIND_OF_CODE.get(key, "doubt")]


def _refused_row(refused: RefusedDocument) -> RefusedRow:
    return RefusedRow(bare_name(refused.path), REFUSAL_WORDING.get(refused.code), refused.cause)


def _list_view(
    heading: str,
    page: ListPage[Card] | ListPage[RefusedRow],
    pages: int,
    count: int,
    explanation: str | None,
) -> ReadingListView:
    return ReadingListView(
        address=page.address,
        heading=heading,
        crumbs=(
            Crumb(READING_HEADING, READING_ADDRESS, is_message=True),
            Crumb(heading, is_message=True),
        ),
        section=READING_ADDRESS,
        explanation=explanation,
        count=count,
        cards=tuple(entry for entry in page.entries if isinstance(entry, Card)),
        refused=tuple(entry for entry in page.entries if isinstance(entry, RefusedRow)),
        page_number=page.number,
        page_count=pages - 1,
        newer=page.newer,
        older=page.older,
    )
