"""The single fields of a record that other documents complete or contradict."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator

import msgspec

from archive.model.question import Note, WrittenQuestion
from archive.text.names import name_key
from archive.text.titles import fold_blanks

_PLAIN = ("themes", "asked_on", "answered_on", "published_on", "document_id", "dossier_id")


class _Field(msgspec.Struct, frozen=True):
    """A field that is compared: its name for notes, the code of a contradiction, and what it says of a record.

    key: what two forms of one value have in common.
    """

    name: str
    code: str
    value: Callable[[WrittenQuestion], str | None]
    key: Callable[[str], object] = fold_blanks


def _folded(text: str) -> object:
    return fold_blanks(text).casefold()


def _themes_key(themes: str) -> object:
    return frozenset(themes.casefold().split("; "))


def _date(name: str) -> _Field:
    def value(record: WrittenQuestion) -> str | None:
        found: dt.date | None = getattr(record, name)
        return found.isoformat() if found else None

    return _Field(name, "date_contradiction", value)


_COMPARED = (
    _Field("asker", "asker_contradiction", lambda one: one.asker.name, name_key),
    _Field("minister", "portfolio_form", lambda one: one.minister.portfolio, _folded),
    *map(_date, ("asked_on", "answered_on", "published_on")),
    _Field("themes", "themes_contradiction", lambda one: "; ".join(one.themes) or None, _themes_key),
    _Field("dossier_id", "other_address", lambda one: one.dossier_id),
    _Field("links", "other_address", lambda one: one.links.document),
    _Field("links", "other_address", lambda one: one.links.page),
)
_TITLE = _Field("title", "title_contradiction", lambda one: one.title, name_key)


def completed(record: WrittenQuestion, others: Iterable[WrittenQuestion]) -> WrittenQuestion:
    """The record with every field that it leaves open filled by the first of `others` that has it.

    The party of the asker and the portfolio of the minister are taken over only for the very same person.
    """
    for other in others:
        open_fields = {name: getattr(other, name) for name in _PLAIN if not getattr(record, name)}
        links = msgspec.structs.replace(
            record.links,
            document=record.links.document or other.links.document,
            page=record.links.page or other.links.page,
        )
        record = msgspec.structs.replace(_with_people(record, other), links=links, **open_fields)
    return record


def _with_people(record: WrittenQuestion, other: WrittenQuestion) -> WrittenQuestion:
    asker, minister = record.asker, record.minister
    if asker.party is None and name_key(asker.name) == name_key(other.asker.name):
        asker = msgspec.structs.replace(asker, party=other.asker.party)
    if minister.portfolio is None and name_key(minister.name) == name_key(other.minister.name):
        minister = msgspec.structs.replace(
            minister, portfolio=other.minister.portfolio, competences=other.minister.competences
        )
    return msgspec.structs.replace(record, asker=asker, minister=minister)


def contradictions(record: WrittenQuestion, other: WrittenQuestion, *, titles: bool) -> Iterator[Note]:
    """What `other` says differently. titles: whether both have a title that was printed."""
    for field in (_TITLE, *_COMPARED) if titles else _COMPARED:
        ours, theirs = field.value(record), field.value(other)
        if ours and theirs and field.key(ours) != field.key(theirs):
            yield Note(
                field.code, f"{other.source.name} says '{theirs}', the record has '{ours}'", field.name
            )
