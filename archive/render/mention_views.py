"""The words of a record that are links to topics, with where each leads."""

from __future__ import annotations

from collections.abc import Mapping

from archive.links import Links
from archive.links.mention_links import Side, mentions_of
from archive.model.record import Record
from archive.render.prose import Mention

MentionsByText = Mapping[tuple[Side, str], tuple[Mention, ...]]
"""By the side of the exchange and the text of a paragraph, list entry or footnote the mentions in it, in its order."""


def mention_views(record: Record, links: Links) -> MentionsByText:
    """The mentions in a record of the corpus that `links` was made of."""
    return {
        where: tuple(
            Mention(place.start, place.end, topic.address, topic.kind, topic.name)
            for place in places
            for topic in [links.topics[place.key]]
        )
        for where, places in mentions_of(record, links).items()
    }
