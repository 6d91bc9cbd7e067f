"""The few facts of a question by which another text can point to it."""

from __future__ import annotations

import datetime as dt
import sys

import msgspec

from archive.links.names import topic_key
from archive.model.question import WrittenQuestion
from archive.text.slugs import slug


class Asked(msgspec.Struct, frozen=True):
    """A question as others name it. All are slugs: portfolio that of the competences, subject that of its topic."""

    id: str
    number: int
    parliamentary_year: str
    asker: str
    minister: str
    portfolio: str
    asked_on: dt.date | None
    subject: str

    @property
    def day(self) -> int:
        """The day that it was asked on, as an ordinal; 0 where that is unknown."""
        return self.asked_on.toordinal() if self.asked_on else 0


def asked_of(record: WrittenQuestion) -> Asked:
    """The facts of a question."""
    subject = topic_key("subject", record.subject).slug if record.subject.strip() else ""
    return Asked(
        record.id,
        record.number,
        sys.intern(record.parliamentary_year),
        sys.intern(slug(record.asker.name)),
        sys.intern(slug(record.minister.name)),
        sys.intern(slug(record.minister.portfolio or "")),
        record.asked_on,
        sys.intern(subject),
    )


def is_named(name: str, by: str) -> bool:
    """Whether a slug names the person: the whole name, or its last words ("robeyns" for "els-robeyns")."""
    return bool(by) and f"-{name}".endswith(f"-{by}")
