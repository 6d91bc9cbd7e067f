"""Keys and addresses of topics, made from their names alone, so that an address once given stays."""

from __future__ import annotations

import hashlib
import re
from typing import Literal, NamedTuple

from archive.text.slugs import slug

TopicKind = Literal["theme", "subject", "asker", "minister", "year", "competence", "concept", "law"]

FOLDERS: dict[TopicKind, str] = {
    "theme": "themas",
    "subject": "onderwerpen",
    "asker": "vraagstellers",
    "minister": "ministers",
    "year": "jaren",
    "competence": "bevoegdheden",
    "concept": "begrippen",
    "law": "wetgeving",
}
# The kinds with an entry of their own in the main menu.
MENU_KINDS: tuple[TopicKind, ...] = ("theme", "subject", "asker", "minister", "year")

# Slugs that say nothing of the name, or that would take the address of the folder's own index.
_RESERVED = frozenset({"naamloos", "index"})
_LONGEST_WHOLE_SLUG = 78
_ABBREVIATION = re.compile(r"\s*\([A-Z0-9&-]{2,10}\)$")


class TopicKey(NamedTuple):
    """What makes a topic one: its kind and the folded form of its name."""

    kind: TopicKind
    slug: str


def topic_key(kind: TopicKind, name: str) -> TopicKey:
    """The key of the topic called `name`.

    Names that differ only in case, accents, blanks or punctuation are one topic; so are a subject with and
    without its abbreviation ("Individueel maatwerk (IMW)"). A name whose slug was cut off or says nothing gets
    a mark made of the name, so that no name ever takes the address of another.
    """
    name = subject_name(name) if kind == "subject" else name
    short = slug(name)
    if len(short) > _LONGEST_WHOLE_SLUG or short in _RESERVED:
        return marked_key(kind, name)
    return TopicKey(kind, short)


def marked_key(kind: TopicKind, name: str) -> TopicKey:
    """The key of a name with a mark made of the whole name, whatever other names fold to the same."""
    mark = hashlib.sha256(folded_name(name).encode()).hexdigest()[:8]
    return TopicKey(kind, f"{slug(name)}-{mark}")


def folded_name(name: str) -> str:
    """A name without regard to case and blanks, with every other mark."""
    return " ".join(name.casefold().split())


def topic_address(key: TopicKey) -> str:
    """The page of a topic: "themas/sociale-economie.html"."""
    return f"{FOLDERS[key.kind]}/{key.slug}.html"


def subject_name(subject: str) -> str:
    """A subject without the abbreviation that some titles add in brackets at its end."""
    return _ABBREVIATION.sub("", subject) or subject
