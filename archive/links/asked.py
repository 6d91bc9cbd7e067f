"""The few facts of a question by which another text can point to it."""

from __future__ import annotations

import datetime as dt
import sys

import msgspec

from archive.links.authority import Authority
from archive.links.names import TopicKey, topic_key
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


def joined_asked(asked: Asked, subject: str, asker: str, minister: str, authority: Authority) -> Asked:
    """The facts of a question with the one name that an authority gives each of its topics.

    subject, asker and minister: as the record has them; "" for none.
    """
    subject_key, asker_key, minister_key = (
        authority.key("subject", subject),
        authority.key("asker", asker),
        authority.key("minister", minister),
    )
    return msgspec.structs.replace(
        asked,
        subject=subject_key.slug if asked.subject else "",
        asker=_joined_slug(asker_key, asker, asked.asker),
        minister=_joined_slug(minister_key, minister, asked.minister),
        asker_also=_other_names(asker_key, asked.asker, authority),
        minister_also=_other_names(minister_key, asked.minister, authority),
    )


def _joined_slug(key: TopicKey, name: str, own: str) -> str:
    """That of the key where the authority gives another than the name has by itself."""
    return own if key == topic_key(key.kind, name) else key.slug


def _other_names(key: TopicKey, own: str, authority: Authority) -> tuple[str, ...]:
    aliases = authority.aliases(key)
    return tuple(dict.fromkeys((own, *map(slug, aliases)))) if aliases else ()


def is_named(name: str, by: str) -> bool:
    """Whether a slug names the person: the whole name, or its last words ("robeyns" for "els-robeyns")."""
    return bool(by) and f"-{name}".endswith(f"-{by}")
