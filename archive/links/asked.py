"""The few facts of a question by which another text can point to it."""

from __future__ import annotations

import datetime as dt
import sys

import msgspec

from archive.links.authority import Authority
from archive.links.names import TopicKey, TopicKind, topic_key
from archive.model.question import WrittenQuestion
from archive.text.slugs import slug


class Asked(msgspec.Struct, frozen=True):
    """A question as others name it. All are slugs: portfolio that of the competences, subject that of its topic.

    asker_also, minister_also: other names of these people, where an authority tells any.
    """

    id: str
    number: int
    parliamentary_year: str
    asker: str
    minister: str
    portfolio: str
    asked_on: dt.date | None
    subject: str
    asker_also: tuple[str, ...] = ()
    minister_also: tuple[str, ...] = ()

    @property
    def day(self) -> int:
        """The day that it was asked on, as an ordinal; 0 where that is unknown."""
        return self.asked_on.toordinal() if self.asked_on else 0

    def is_asker(self, by: str) -> bool:
        """Whether a slug names the one who asks."""
        return any(is_named(name, by) for name in (self.asker, *self.asker_also))

    def is_minister(self, by: str) -> bool:
        """Whether a slug names the one who answers."""
        return any(is_named(name, by) for name in (self.minister, *self.minister_also))


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


def joined_asked(asked: Asked, authority: Authority) -> Asked:
    """The facts of a question with the one name that an authority gives each of its topics."""
    return msgspec.structs.replace(
        asked,
        subject=authority.resolved(TopicKey("subject", asked.subject)).slug,
        asker=authority.resolved(TopicKey("asker", asked.asker)).slug,
        minister=authority.resolved(TopicKey("minister", asked.minister)).slug,
        asker_also=_other_names("asker", asked.asker, authority),
        minister_also=_other_names("minister", asked.minister, authority),
    )


def _other_names(kind: TopicKind, own: str, authority: Authority) -> tuple[str, ...]:
    aliases = authority.aliases(authority.resolved(TopicKey(kind, own)))
    return tuple(dict.fromkeys((own, *map(slug, aliases)))) if aliases else ()


def is_named(name: str, by: str) -> bool:
    """Whether a slug names the person: the whole name, or its last words ("robeyns" for "els-robeyns")."""
    return bool(by) and f"-{name}".endswith(f"-{by}")
