"""Records whose every text is, or ends with, one of a row of texts: those that would do harm, or harmless ones."""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec

from archive.model.blocks import Footnote, ListBlock, Paragraph, Preformatted, Table
from archive.model.question import (
    Answer,
    Attachment,
    Body,
    Links,
    Minister,
    Note,
    Part,
    Person,
    Reference,
    SourceFacts,
    WrittenQuestion,
)
from archive.model.record import Record
from archive.model.supporting import SupportingDocument
from archive.text.slugs import slug
from benchmarks.safety.payload_texts import TEMPLATES
from tests.browser.every_kind import records as records_of_every_kind

YEAR = "2023-2024"
# What a record must say in these very words, or it is none, or has no page.
_FIXED = frozenset({"id", "kind", "type", "origin", "parliamentary_year", "sha256", "target"})
_FIGURES = str.maketrans("", "", "0123456789.,% <")
# Every how many questions there is another document, too.
_DOCUMENT_EVERY = 8


def whole_records(numbers: Iterable[int], text_of: Callable[[int], str]) -> Iterator[Record]:
    """A question for each number, or now and then another document: each text of it is that of the number, alone."""
    for place, number in enumerate(numbers):
        yield _whole(number, text_of(number), is_document=place % _DOCUMENT_EVERY == _DOCUMENT_EVERY - 1)


def every_kind(text_of: Callable[[int], str]) -> Iterator[Record]:
    """Records of which a site has pages of every kind, with such a text behind each text of theirs.

    The same text has the same behind it, so that what belongs together stays together.
    """
    for record in records_of_every_kind():
        yield _changed(record, lambda text: f"{text} {text_of(_number(text))}" if _is_told(text) else text)


def _whole(number: int, text: str, *, is_document: bool) -> Record:
    return _changed(_document(number) if is_document else _question(number), lambda _: text)


def _number(text: str) -> int:
    """Which payload goes with a text: always the same."""
    return zlib.crc32(text.encode()) % len(TEMPLATES)


def _is_told(text: str) -> bool:
    """Whether a text says something: figures stay figures, or no chart would be drawn of them."""
    return bool(text.translate(_FIGURES))


def _changed(record: Record, change: Callable[[str], str]) -> Record:
    """The record with every text that is its own changed, whatever field it stands in."""
    kind = type(record)
    made = msgspec.convert(_walked(msgspec.to_builtins(record), change), kind)
    if isinstance(made, WrittenQuestion):
        id = f"{made.parliamentary_year}/{slug(made.minister.name)}/{made.number}"
        return msgspec.structs.replace(made, id=id)
    return made


def _walked(value: Any, change: Callable[[str], str], key: str = "") -> Any:
    if isinstance(value, dict):
        return {
            name: inner if _is_fixed(name, key) else _walked(inner, change, name)
            for name, inner in value.items()
        }
    if isinstance(value, list | tuple):
        return [_walked(inner, change, key) for inner in value]
    return change(value) if isinstance(value, str) else value


def _is_fixed(name: str, around: str) -> bool:
    is_date = name.endswith(("_on", "_at", "_date")) or name == "date"
    free = around == "references" and name in {"kind", "parliamentary_year"}
    return is_date or (name in _FIXED and not free)


def _question(number: int) -> WrittenQuestion:
    """A question with a text in every field that there is."""
    blocks = _blocks()
    parts = (Part(("x",), blocks), Part((), blocks))
    day = dt.date(2024, 1, 1) + dt.timedelta(number)
    return WrittenQuestion(
        id="",
        number=number + 1,
        parliamentary_year=YEAR,
        title="x",
        subject="x",
        aspect="x",
        themes=("x",),
        asker=Person("x", "x", "x"),
        minister=Minister("x", "x", "x", ("x",)),
        asked_on=day,
        answered_on=day,
        published_on=day,
        question=Body(blocks, parts, blocks),
        answer=Answer("partial", number, day, blocks, parts, blocks, (Attachment("x", blocks, "x"),)),
        links=Links("x", "x"),
        document_id="x",
        dossier_id="x",
        references=(Reference("x", number, "x", day, None, "x"),),
        source=SourceFacts("x", f"{number:064x}", "x", 1000),
        notes=(Note("x", "x", "x"), Note("kept", "x", "x")),
    )


def _document(number: int) -> SupportingDocument:
    return SupportingDocument(
        id=f"documenten/stuk-{number}",
        title="x",
        themes=("x",),
        dated_on=dt.date(2024, 5, 1),
        blocks=_blocks(),
        links=Links("x", "x"),
        source=SourceFacts("x", f"{number:064x}", "x", 1000),
        notes=(Note("x", "x", "x"),),
    )


def _blocks() -> tuple[Any, ...]:
    return (
        Paragraph("x"),
        ListBlock(("x", "x")),
        Table("x", (("x", "x"),), (("x", "1"), ("x", "2")), "inferred"),
        Preformatted(("x", "x")),
        Footnote("x", "x"),
    )
